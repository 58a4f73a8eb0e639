//! Messages: codes and invitations, what they say, and the senders that carry them (SMTP, or the demo's outbox).

pub mod outbox;
pub mod smtp;

use std::pin::Pin;

use portal_contract::{methods::Channel, preferences::Language};

pub use self::{outbox::Outbox, smtp::Smtp};

/// How a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// A text message to a telephone.
    Text,
    /// A call that says the code.
    Call,
    /// A mail.
    Mail,
}

impl From<Channel> for Carrier {
    fn from(channel: Channel) -> Self {
        match channel {
            Channel::Text => Self::Text,
            Channel::Call => Self::Call,
        }
    }
}

/// A message to one person.
#[derive(Clone, Debug)]
pub struct Message {
    /// How.
    pub carrier: Carrier,
    /// The number or the address.
    pub recipient: String,
    /// In which language it is.
    pub language: Language,
    /// Mail's subject; texts and calls have none.
    pub subject: String,
    /// What it says.
    pub body: String,
}

impl Message {
    /// The message with a verification code, in words for its carrier.
    pub fn with_code(carrier: Carrier, recipient: String, language: Language, code: &str) -> Self {
        // A voice that reads "481 516" makes numbers of it.
        let said: String = if carrier == Carrier::Call {
            code.chars().flat_map(|digit| [digit, ' ']).collect()
        } else {
            code.to_owned()
        };
        let code = said.trim_end();
        let (subject, body) = match language {
            Language::En => (
                "Your verification code",
                format!(
                    "Your verification code for My Account is {code}. It works for 10 minutes. Never share it: nobody from your organization will ask for it."
                ),
            ),
            Language::Nl => (
                "Uw verificatiecode",
                format!(
                    "Uw verificatiecode voor Mijn account is {code}. De code is 10 minuten geldig. Deel hem met niemand: uw organisatie vraagt er nooit om."
                ),
            ),
        };
        Self { carrier, recipient, language, subject: subject.to_owned(), body }
    }

    /// The mail to somebody who was added to a group, with what the one who added them wrote.
    pub fn about_group(recipient: String, language: Language, group: &str, inviter: Option<&str>, words: &str) -> Self {
        let (subject, added) = match (language, inviter) {
            (Language::En, Some(name)) => {
                (format!("You have been added to {group}"), format!("{name} has added you to the group {group}:"))
            }
            (Language::En, None) => {
                (format!("You have been added to {group}"), format!("You have been added to the group {group}:"))
            }
            (Language::Nl, Some(name)) => {
                (format!("U bent toegevoegd aan {group}"), format!("{name} heeft u toegevoegd aan de groep {group}:"))
            }
            (Language::Nl, None) => {
                (format!("U bent toegevoegd aan {group}"), format!("U bent toegevoegd aan de groep {group}:"))
            }
        };
        let end = match language {
            Language::En => "Your groups are in My Apps, under Groups.",
            Language::Nl => "Uw groepen staan in Mijn apps, onder Groepen.",
        };
        let body = format!("{added}\n\n{words}\n\n{end}");
        Self { carrier: Carrier::Mail, recipient, language, subject, body }
    }
}

/// Why a message was not sent.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct SendError(pub String);

/// A message being sent.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), SendError>> + Send + 'a>>;

/// Something that carries messages.
pub trait Sender: Send + Sync {
    /// Whether it can carry messages this way. Methods that need a carrier nobody has are not offered.
    fn carries(&self, carrier: Carrier) -> bool;

    /// Hands a message over. Done means that the next station took it.
    fn send(&self, message: Message) -> Sending<'_>;
}

/// A portal without a mail server: it carries nothing.
pub struct Nobody;

impl Sender for Nobody {
    fn carries(&self, _: Carrier) -> bool {
        false
    }

    fn send(&self, _: Message) -> Sending<'_> {
        Box::pin(async { Err(SendError("no message sender is configured".to_owned())) })
    }
}

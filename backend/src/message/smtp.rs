//! The real sender: mails by SMTP. Telephones are reached through a provider's mail gateway (`number@gateway`), which
//! every provider of text messages and calls has.

use std::time::Duration;

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};
use url::{Host, Url};

use super::{Carrier, Message, SendError, Sender, Sending};

/// Seconds that the mail server gets for each step.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Where mails go through.
#[derive(Clone, Debug, clap::Args)]
pub struct SmtpOptions {
    /// The mail server that sends codes, as smtps://user:password@host or smtp://host?tls=required; better given as
    /// the environment variable, because others on this machine can read command lines.
    #[arg(long, value_name = "URL", env = "MY_ACCOUNT_SMTP_URL", hide_env_values = true, requires = "mail_from")]
    pub smtp_url: Option<String>,
    /// The address that codes come from.
    #[arg(long, value_name = "ADDRESS", env = "MY_ACCOUNT_MAIL_FROM", requires = "smtp_url")]
    pub mail_from: Option<String>,
    /// The mail domain of the provider that makes text messages of mails to number@DOMAIN.
    #[arg(long, value_name = "DOMAIN", env = "MY_ACCOUNT_TEXT_GATEWAY", requires = "smtp_url")]
    pub text_gateway: Option<String>,
    /// The mail domain of the provider that makes calls of mails to number@DOMAIN.
    #[arg(long, value_name = "DOMAIN", env = "MY_ACCOUNT_CALL_GATEWAY", requires = "smtp_url")]
    pub call_gateway: Option<String>,
}

/// Why a mail server cannot be used. Its text is one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum SmtpError {
    /// No address of a mail server.
    #[error(
        "The address of the mail server cannot be used ({0}): write it as smtps://user:password@host with --smtp-url."
    )]
    Address(String),
    /// Codes would be readable on the way.
    #[error(
        "The mail server would get codes unencrypted: begin --smtp-url with smtps://, or end it with ?tls=required."
    )]
    Unencrypted,
    /// The sender's address is none.
    #[error("Codes cannot come from {0}: give a mail address with --mail-from.")]
    From(String),
    /// A gateway's domain is none.
    #[error("The gateway {0} is no mail domain: give one like sms.example.com with --text-gateway and --call-gateway.")]
    Gateway(String),
}

/// Sends by SMTP.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    text_gateway: Option<String>,
    call_gateway: Option<String>,
}

impl Smtp {
    /// A sender with these options; absent without a mail server.
    ///
    /// # Errors
    /// [`SmtpError`].
    pub fn new(options: SmtpOptions) -> Result<Option<Self>, SmtpError> {
        let (Some(address), Some(from)) = (options.smtp_url, options.mail_from) else { return Ok(None) };
        require_encryption(&address)?;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&address)
            .map_err(|error| SmtpError::Address(error.to_string()))?
            .timeout(Some(TIMEOUT))
            .build();
        let from = from.parse().map_err(|_| SmtpError::From(from))?;
        for gateway in [&options.text_gateway, &options.call_gateway].into_iter().flatten() {
            Address::new("number", gateway).map_err(|_| SmtpError::Gateway(gateway.clone()))?;
        }
        let SmtpOptions { text_gateway, call_gateway, .. } = options;
        Ok(Some(Self { transport, from, text_gateway, call_gateway }))
    }

    fn mail(&self, message: Message) -> Result<lettre::Message, SendError> {
        let recipient = match message.carrier {
            Carrier::Mail => Some(message.recipient),
            Carrier::Text => self.text_gateway.as_ref().map(|gateway| format!("{}@{gateway}", message.recipient)),
            Carrier::Call => self.call_gateway.as_ref().map(|gateway| format!("{}@{gateway}", message.recipient)),
        };
        let recipient = recipient.ok_or_else(|| SendError("no gateway for telephones is configured".to_owned()))?;
        let recipient = recipient.parse::<Address>().map_err(failed)?;
        lettre::Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, recipient))
            .subject(message.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(message.body)
            .map_err(failed)
    }
}

impl Sender for Smtp {
    fn carries(&self, carrier: Carrier) -> bool {
        match carrier {
            Carrier::Mail => true,
            Carrier::Text => self.text_gateway.is_some(),
            Carrier::Call => self.call_gateway.is_some(),
        }
    }

    fn send(&self, message: Message) -> Sending<'_> {
        Box::pin(async move {
            let mail = self.mail(message)?;
            self.transport.send(mail).await.map_err(failed)?;
            Ok(())
        })
    }
}

/// Only a mail server on this very machine may be spoken to in the clear.
fn require_encryption(address: &str) -> Result<(), SmtpError> {
    let address = Url::parse(address).map_err(|error| SmtpError::Address(error.to_string()))?;
    let here = match address.host() {
        Some(Host::Ipv4(host)) => host.is_loopback(),
        Some(Host::Ipv6(host)) => host.is_loopback(),
        // Schemes that the URL standard does not know keep their hosts as they were written.
        Some(Host::Domain(host)) => {
            host == "localhost" || host.parse::<std::net::Ipv4Addr>().is_ok_and(|host| host.is_loopback())
        }
        None => false,
    };
    let encrypted =
        address.scheme() == "smtps" || address.query_pairs().any(|(name, value)| name == "tls" && value == "required");
    if here || encrypted { Ok(()) } else { Err(SmtpError::Unencrypted) }
}

fn failed(error: impl std::fmt::Display) -> SendError {
    SendError(error.to_string())
}

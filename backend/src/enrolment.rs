//! The rules of beginning to register a method (features 1.4, S7, S8); [`crate::confirmation`] ends it.

use std::sync::Arc;

use portal_contract::{
    methods::{Ceremony, Enrolment, MAX_NAME, MethodKind, NewEnrolment},
    problem::{Code, FieldCode},
};
use rusqlite::Transaction;

use crate::{
    address,
    clock::rfc3339,
    message::{Message, Sender},
    methods::{Situation, changeable, is_phone},
    portal::Portal,
    problem::Refusal,
    security_keys::{Owner, SecurityKeys},
    sending,
    session::Caller,
    step_up,
    store::{
        challenges::{CODE_SECONDS, Challenge},
        methods, second_factors,
    },
    totp,
};

/// What enrolments work with.
pub struct Tools {
    /// Carries codes.
    pub sender: Arc<dyn Sender>,
    /// Registers security keys.
    pub security_keys: Arc<SecurityKeys>,
}

impl Tools {
    /// The portal's.
    pub fn of(portal: &Portal) -> Self {
        Self { sender: Arc::clone(&portal.sender), security_keys: Arc::clone(&portal.security_keys) }
    }
}

/// An enrolment that has begun.
pub struct Begun {
    /// What to keep.
    pub challenge: Challenge,
    /// WebAuthn: the options for the browser.
    options: Option<String>,
    /// Inline: the address for the QR code.
    address: Option<String>,
    /// Code sent: what to deliver.
    message: Option<Message>,
}

impl Begun {
    /// What to show, and what to deliver.
    pub fn shown(self) -> (Enrolment, Option<Message>) {
        let Self { challenge, options, address, message } = self;
        let enrolment = Enrolment {
            id: challenge.id,
            ceremony: match challenge.kind {
                MethodKind::AuthenticatorApp => Ceremony::Inline,
                MethodKind::SecurityKey => Ceremony::Webauthn,
                _ => Ceremony::CodeSent,
            },
            secret: challenge.secret.as_deref().map(totp::base32),
            address,
            sent_to: challenge.target.as_deref().map(address::masked),
            options,
            redirect_to: None,
            expires_at: rfc3339(challenge.expires_at),
        };
        (enrolment, message)
    }
}

/// Begins to register a method.
///
/// # Errors
/// What the contract says of `POST …/enrolments`.
pub fn begin(
    transaction: &Transaction<'_>,
    now: i64,
    (caller, tools): (&Caller, &Tools),
    body: &NewEnrolment,
) -> Result<Begun, Refusal> {
    let kind = body.kind;
    let situation = methods::situation(transaction, &caller.session.account)?;
    if matches!(kind, MethodKind::SecurityQuestions | MethodKind::AppPassword | MethodKind::Unknown) {
        return Err(Refusal::field("/kind", FieldCode::Malformed, None));
    }
    let name = name(body.name.as_deref())?;
    let replaced = body.replaces.as_ref().map(|replaced| replaced.0.as_str());
    let target = target(&situation, body, replaced)?;
    possible(&situation, kind, replaced, tools)?;
    // After what is offered: a kind that no message reaches is not.
    let carrier = target.as_ref().map(|_| sending::carrier(kind, body.channel, &*tools.sender)).transpose()?;
    step_up::require(transaction, caller, now)?;
    let mut begun = match (target, carrier) {
        (Some(target), Some(carrier)) => {
            let whose = (caller.session.account.as_str(), situation.policy.language);
            let (challenge, message) = sending::prepare(transaction, now, whose, (kind, carrier), target)?;
            Begun { challenge, options: None, address: None, message: Some(message) }
        }
        _ => fresh(transaction, now, (caller, tools), &situation, kind)?,
    };
    begun.challenge.name = name;
    begun.challenge.method = replaced.map(ToOwned::to_owned);
    Ok(begun)
}

/// The same enrolment for who did not hear of it: a new secret or challenge, no second message.
///
/// # Errors
/// [`Refusal`].
pub fn renew(
    transaction: &Transaction<'_>,
    now: i64,
    (caller, tools): (&Caller, &Tools),
    known: Challenge,
) -> Result<Begun, Refusal> {
    if known.target.is_some() {
        return Ok(Begun { challenge: known, options: None, address: None, message: None });
    }
    let situation = methods::situation(transaction, &caller.session.account)?;
    let begun = fresh(transaction, now, (caller, tools), &situation, known.kind)?;
    let challenge = Challenge { id: known.id, name: known.name, ..begun.challenge };
    Ok(Begun { challenge, ..begun })
}

/// An enrolment without a message: a new secret, or a challenge for a key.
fn fresh(
    transaction: &Transaction<'_>,
    now: i64,
    (caller, tools): (&Caller, &Tools),
    situation: &Situation,
    kind: MethodKind,
) -> Result<Begun, Refusal> {
    let (account, user_id) = (&caller.session.account, &caller.session.user_id);
    if kind == MethodKind::SecurityKey {
        let owner = Owner { account, user_id, display_name: &situation.policy.display_name };
        let known: Vec<_> =
            second_factors::credentials(transaction, account)?.into_iter().map(|(_, key)| key).collect();
        let (challenge, options) = tools.security_keys.begin(now, owner, &known)?;
        return Ok(Begun { challenge, options: Some(options), address: None, message: None });
    }
    let secret = totp::new_secret();
    let address = totp::address(&secret, &situation.policy.issuer, user_id);
    let challenge = Challenge { secret: Some(secret), ..Challenge::new(kind, now + CODE_SECONDS) };
    Ok(Begun { challenge, options: None, address: Some(address), message: None })
}

/// Refuses what cannot be added, or changed, now.
///
/// # Errors
/// As [`begin`].
pub fn possible(situation: &Situation, kind: MethodKind, replaced: Option<&str>, tools: &Tools) -> Result<(), Refusal> {
    let Some(replaced) = replaced else { return Ok(situation.require_offer(kind, &*tools.sender)?) };
    let found = situation.find(replaced).filter(|method| method.kind == kind);
    let found = found.ok_or_else(|| Refusal::field("/replaces", FieldCode::Malformed, None))?;
    if found.by_organization {
        return Err(Code::SetByOrganization.into());
    }
    if !changeable(found) {
        return Err(Refusal::field("/replaces", FieldCode::Malformed, None));
    }
    // A kind that the organization no longer offers is not changed either.
    situation.offer(kind, &*tools.sender).map(|_| ()).ok_or_else(|| Code::MethodNotOffered.into())
}

/// Where the codes of a new method go; absent for kinds that get none.
fn target(situation: &Situation, body: &NewEnrolment, replaced: Option<&str>) -> Result<Option<String>, Refusal> {
    let (pointer, target) = match body.kind {
        kind if is_phone(kind) => {
            ("/phoneNumber", address::phone(body.phone_number.as_deref().unwrap_or_default(), kind))
        }
        MethodKind::Email => {
            let (policy, typed) = (&situation.policy, body.mail.as_deref().unwrap_or_default());
            ("/mail", address::mail(typed, &policy.addresses, policy.domain.as_deref()))
        }
        _ => return Ok(None),
    };
    let taken = |target: &String| {
        let mut others = situation.methods.iter().filter(|method| Some(method.id.as_str()) != replaced);
        others.any(|method| method.target.as_ref() == Some(target))
    };
    match target {
        Ok(target) if taken(&target) => Err(Refusal::field(pointer, FieldCode::Repeated, None)),
        Ok(target) => Ok(Some(target)),
        Err(code) => Err(Refusal::field(pointer, code, None)),
    }
}

/// A method's name without the spaces around it; absent when nothing is left.
///
/// # Errors
/// 422 when it is too long or has control characters.
pub fn name(typed: Option<&str>) -> Result<Option<String>, Refusal> {
    let name = typed.unwrap_or_default().trim();
    if name.chars().count() > MAX_NAME as usize {
        return Err(Refusal::field("/name", FieldCode::TooLong, Some(MAX_NAME)));
    }
    if name.chars().any(char::is_control) {
        return Err(Refusal::field("/name", FieldCode::Malformed, None));
    }
    Ok(Some(name.to_owned()).filter(|name| !name.is_empty()))
}

//! The rules of registering a method: what may begin, and what proves that it works (features 1.4, S7, S8).

use std::sync::Arc;

use portal_contract::{
    methods::{Ceremony, Confirmation, Enrolment, MAX_NAME, MethodKind, NewEnrolment},
    problem::{Code, FieldCode},
};
use rusqlite::Transaction;

use crate::{
    address,
    attempt::Claim,
    clock::rfc3339,
    codes, fields,
    message::{Message, Sender},
    methods::{Situation, changeable, factor, is_phone},
    portal::Portal,
    problem::Refusal,
    security_keys::{Owner, SecurityKeys},
    sending,
    session::Caller,
    step_up,
    store::{
        attempts,
        challenges::{self, CODE_SECONDS, Challenge},
        methods::{self, Content},
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
    let carrier = match target {
        Some(_) => Some(sending::carrier(kind, body.channel, &*tools.sender)),
        None => None,
    };
    possible(&situation, kind, replaced, tools)?;
    step_up::require(transaction, caller, now)?;
    let mut begun = match (target, carrier) {
        (Some(target), Some(carrier)) => {
            let whose = (caller.session.account.as_str(), situation.policy.language);
            let (challenge, message) = sending::prepare(transaction, now, whose, (kind, carrier?), target)?;
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

/// Refuses to finish what could no longer begin.
///
/// # Errors
/// As [`begin`].
pub fn still_possible(
    transaction: &Transaction<'_>,
    (caller, tools): (&Caller, &Tools),
    challenge: &Challenge,
) -> Result<(), Refusal> {
    let situation = methods::situation(transaction, &caller.session.account)?;
    possible(&situation, challenge.kind, challenge.method.as_deref(), tools)
}

/// What a confirmation gives, of the form that the enrolment needs.
pub struct Given {
    name: Option<String>,
    proof: Proof,
}

enum Proof {
    Code(String),
    Credential(String),
}

/// Reads a confirmation.
///
/// # Errors
/// 422 with the field.
pub fn read(challenge: &Challenge, body: &Confirmation) -> Result<Given, Refusal> {
    let name = name(body.name.as_deref())?.or_else(|| challenge.name.clone());
    if challenge.kind != MethodKind::SecurityKey {
        return Ok(Given { name, proof: Proof::Code(fields::code(body.code.as_deref())?) });
    }
    let credential = body.credential.clone().filter(|credential| !credential.is_empty());
    let credential = credential.ok_or_else(|| Refusal::field("/credential", FieldCode::Required, None))?;
    if name.is_none() {
        return Err(Refusal::field("/name", FieldCode::Required, None));
    }
    Ok(Given { name, proof: Proof::Credential(credential) })
}

/// Checks a confirmation: what to register, or a refusal that is committed with its counted failure.
///
/// # Errors
/// 429 after too many failures.
pub fn check(
    transaction: &Transaction<'_>,
    now: i64,
    (caller, tools): (&Caller, &Tools),
    challenge: &Challenge,
    given: Given,
) -> Result<Result<Content, Refusal>, Refusal> {
    let content = Content { target: challenge.target.clone(), ..Content::default() };
    let code = match given.proof {
        Proof::Credential(credential) => {
            return registered(transaction, tools, challenge, &credential).map(|found| {
                found.map(|credential| Content { name: given.name, credential: Some(credential), ..content })
            });
        }
        Proof::Code(code) => code,
    };
    let claim = Claim {
        action: "method.confirm",
        user_id: caller.session.user_id.clone(),
        account: Some(caller.session.account.clone()),
        session: Some(caller.session.id.clone()),
        request: caller.request.clone(),
    };
    let attempt = claim.attempt(factor(challenge.kind));
    if let Some(seconds) = attempts::retry_after(transaction, now, &attempt)? {
        return Err(Refusal::too_many_attempts(seconds));
    }
    let right = match &challenge.secret {
        // The step that proved the app is used up with it.
        Some(secret) => totp::matching_step(secret, &code, now).map(|step| Content {
            name: given.name,
            secret: Some(secret.clone()),
            last_step: i64::try_from(step).unwrap_or(i64::MAX),
            ..content
        }),
        None => (challenge.code_hash == Some(codes::hash(&challenge.id, &code))).then_some(content),
    };
    if let Some(content) = right {
        return Ok(Ok(content));
    }
    challenges::failed(transaction, &challenge.id)?;
    claim.failed(transaction, now, &attempt)?;
    Ok(Err(Refusal::field("/code", FieldCode::Wrong, None)))
}

/// A security key's credential; any answer uses the challenge up (S7).
fn registered(
    transaction: &Transaction<'_>,
    tools: &Tools,
    challenge: &Challenge,
    credential: &str,
) -> Result<Result<(Vec<u8>, String), Refusal>, Refusal> {
    challenges::answered(transaction, &challenge.id, None)?;
    let state = challenge.state.as_deref().unwrap_or_default();
    let code = match tools.security_keys.register(state, credential) {
        Ok((id, _)) if methods::knows_credential(transaction, &id)? => FieldCode::Repeated,
        Ok(found) => return Ok(Ok(found)),
        Err(error) => {
            tracing::info!(%error, "a security key was refused");
            FieldCode::Wrong
        }
    };
    Ok(Err(Refusal::field("/credential", code, None)))
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
        let known: Vec<_> = methods::credentials(transaction, account)?.into_iter().map(|(_, key)| key).collect();
        let (challenge, options) = tools.security_keys.begin(now, owner, &known)?;
        return Ok(Begun { challenge, options: Some(options), address: None, message: None });
    }
    let secret = totp::new_secret();
    let address = totp::address(&secret, &situation.policy.issuer, user_id);
    let challenge = Challenge { secret: Some(secret), ..Challenge::new(kind, now + CODE_SECONDS) };
    Ok(Begun { challenge, options: None, address: Some(address), message: None })
}

/// Refuses what cannot be added, or changed, now.
fn possible(situation: &Situation, kind: MethodKind, replaced: Option<&str>, tools: &Tools) -> Result<(), Refusal> {
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

//! The rules of proving that a new method works (features 1.4, S7, S8).

use portal_contract::{
    methods::{Confirmation, MethodKind},
    problem::FieldCode,
};
use rusqlite::Transaction;

use crate::{
    attempt::Claim,
    codes,
    enrolment::{self, Tools},
    fields,
    methods::factor,
    problem::Refusal,
    session::Caller,
    store::{
        StoreError, attempts,
        challenges::{self, Challenge},
        methods::{self, Content},
        second_factors,
    },
    totp,
};

/// A confirmation that has the form which its enrolment needs.
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
    let name = enrolment::name(body.name.as_deref())?.or_else(|| challenge.name.clone());
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

/// Refuses to finish what could no longer begin.
///
/// # Errors
/// As [`enrolment::begin`].
pub fn still_possible(
    transaction: &Transaction<'_>,
    (caller, tools): (&Caller, &Tools),
    challenge: &Challenge,
) -> Result<(), Refusal> {
    let situation = methods::situation(transaction, &caller.session.account)?;
    enrolment::possible(&situation, challenge.kind, challenge.method.as_deref(), tools)
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
    let (pointer, found) = match given.proof {
        Proof::Code(code) => ("/code", proved(now, challenge, &code)),
        Proof::Credential(answer) => ("/credential", registered(transaction, tools, challenge, &answer)?),
    };
    match found {
        // A phone is called by its number.
        Ok(content) if content.target.is_some() => Ok(Ok(content)),
        Ok(content) => Ok(Ok(Content { name: given.name, ..content })),
        Err(code) => {
            challenges::failed(transaction, &challenge.id)?;
            claim.failed(transaction, now, &attempt)?;
            Ok(Err(Refusal::field(pointer, code, None)))
        }
    }
}

/// What a right code proves: the app that shows it, or the number or address that got it.
fn proved(now: i64, challenge: &Challenge, code: &str) -> Result<Content, FieldCode> {
    let Some(secret) = &challenge.secret else {
        let right = challenge.code_hash == Some(codes::hash(&challenge.id, code));
        let content = Content { target: challenge.target.clone(), ..Content::default() };
        return right.then_some(content).ok_or(FieldCode::Wrong);
    };
    // The step that proved the app is used up with it.
    let step = totp::matching_step(secret, code, now).ok_or(FieldCode::Wrong)?;
    let last_step = i64::try_from(step).unwrap_or(i64::MAX);
    Ok(Content { secret: Some(secret.clone()), last_step, ..Content::default() })
}

/// A security key's credential; any answer uses the challenge up (S7).
fn registered(
    transaction: &Transaction<'_>,
    tools: &Tools,
    challenge: &Challenge,
    answer: &str,
) -> Result<Result<Content, FieldCode>, StoreError> {
    challenges::answered(transaction, &challenge.id, None)?;
    Ok(match tools.security_keys.register(challenge.state.as_deref().unwrap_or_default(), answer) {
        // An excluded one of this account is refused by webauthn-rs.
        Ok((id, _)) if second_factors::knows_credential(transaction, &id)? => Err(FieldCode::Repeated),
        Ok((id, credential)) => Ok(Content { credential: Some((id.to_vec(), credential)), ..Content::default() }),
        Err(error) => {
            tracing::info!(%error, "a security key was refused");
            Err(FieldCode::Wrong)
        }
    })
}

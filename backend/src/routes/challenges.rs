//! `/session/second-factor/challenges`: what phones and security keys have to answer (`security.md` S7, S8).

use std::sync::Arc;

use axum::{Json, extract::State};
use portal_contract::{
    methods::MethodKind,
    problem::Code,
    session::{Challenge, NewChallenge},
};
use rusqlite::Transaction;

use super::session::claim;
use crate::{
    address,
    clock::rfc3339,
    idempotency::IdempotencyKey,
    input::Body,
    portal::Portal,
    problem::Refusal,
    request::RequestInfo,
    sending,
    session::Visitor,
    store::{
        audit::{self, Entry},
        challenges::{self, Purpose},
        methods, second_factors,
    },
};

/// Asks a method for the second factor: sends a code, or says what a security key has to sign.
///
/// A repeat sends no second message.
#[utoipa::path(
    post, path = "/api/v1/session/second-factor/challenges", tag = "session", request_body = NewChallenge,
    responses(
        (status = 200, description = "What was sent, or what is to be signed.", body = Challenge),
        (status = 401, description = "`session-expired`."),
        (status = 404, description = "`not-found`: no method of this account that is good for sign-in."),
        (status = 409, description = "`not-for-sign-in`: that method needs no challenge."),
        (status = 429, description = "`too-many-attempts`: three codes in ten minutes.", headers(("Retry-After" = i64, description = "Seconds."))),
        (status = 422, description = "`invalid-fields`: `/channel` `malformed`."),
        (status = 503, description = "`message-not-sent`, `unavailable`."),
    )
)]
pub async fn create(
    State(portal): State<Arc<Portal>>,
    request: RequestInfo,
    Visitor(session): Visitor,
    IdempotencyKey(key): IdempotencyKey,
    Body { value: body, .. }: Body<NewChallenge>,
) -> Result<Json<Challenge>, Refusal> {
    let session = session.ok_or(Code::SessionExpired)?;
    let now = portal.clock.now();
    let (sender, keys) = (Arc::clone(&portal.sender), Arc::clone(&portal.security_keys));
    let ask = move |transaction: &Transaction<'_>| {
        let situation = methods::situation(transaction, &session.account)?;
        let method = situation.for_sign_in().find(|method| method.id == body.method.0).ok_or(Code::NotFound)?;
        let mine = (session.id.as_str(), Purpose::SignIn);
        let before = challenges::begun_with(transaction, mine, &key)?.filter(|before| {
            before.target.is_some() && before.is_open(now) && before.method.as_deref() == Some(method.id.as_str())
        });
        if let Some(before) = before {
            return Ok((answer(before, None), None));
        }
        let (mut challenge, options, message) = match (method.kind, &method.target) {
            (MethodKind::SecurityKey, _) => {
                let known = second_factors::credentials(transaction, &session.account)?;
                let known: Vec<_> = known.into_iter().map(|(_, credential)| credential).collect();
                let (challenge, options) = keys.ask(now, &known)?;
                (challenge, Some(options), None)
            }
            (kind, Some(target)) => {
                let carrier = sending::carrier(kind, body.channel, &*sender)?;
                let whose = (session.account.as_str(), situation.policy.language);
                let (challenge, message) = sending::prepare(transaction, now, whose, (kind, carrier), target.clone())?;
                (challenge, None, Some(message))
            }
            _ => return Err(Refusal::from(Code::NotForSignIn)),
        };
        challenge.method = Some(method.id.clone());
        challenges::put(transaction, now, mine, Some(&key), &challenge)?;
        let entry = claim("session.challenge", &session, request);
        audit::record(transaction, now, Entry { target: Some(&method.id), ..entry.did() })?;
        Ok((answer(challenge, options), message))
    };
    let (answer, message) = portal.store.write(ask).await?;
    if let Some(message) = message {
        sending::deliver(&portal, message, answer.id.clone(), None).await?;
    }
    Ok(Json(answer))
}

/// What the person hears of it.
fn answer(challenge: challenges::Challenge, options: Option<String>) -> Challenge {
    Challenge {
        id: challenge.id,
        sent_to: challenge.target.as_deref().map(address::masked),
        options,
        expires_at: rfc3339(challenge.expires_at),
    }
}

//! `/me/authentication/enrolments`: registering what needs a proof that it works (features 1.4, `security.md` S7).

use std::sync::Arc;

use axum::{Json, extract::State};
use portal_contract::{
    methods::{Confirmation, Enrolment, Method, NewEnrolment},
    problem::Code,
};
use rusqlite::Transaction;

use super::methods::did;
use crate::{
    confirmation,
    enrolment::{self, Tools},
    idempotency::Once,
    input::Ids,
    portal::Portal,
    problem::Refusal,
    sending,
    session::Caller,
    step_up,
    store::{
        audit,
        challenges::{self, Challenge, Purpose},
        methods,
    },
};

/// Begins to register a method. Needs a proof of identity of the last 300 s (`security.md` S4).
///
/// A repeat sends no second message; a secret or challenge whose answer was lost is replaced by a new one.
#[utoipa::path(
    post, path = "/api/v1/me/authentication/enrolments", tag = "methods", security(("session" = [])),
    request_body = NewEnrolment,
    responses(
        (status = 200, description = "What to show next.", body = Enrolment),
        (status = 409, description = "`method-not-offered`, `limit-reached`, `needs-another-method`, `set-by-organization`, `challenge-expired`, `request-in-flight`."),
        (status = 429, description = "`too-many-attempts`: three codes in ten minutes.", headers(("Retry-After" = i64, description = "Seconds."))),
        (status = 503, description = "`message-not-sent`, `unavailable`."),
    )
)]
pub async fn begin(State(portal): State<Arc<Portal>>, once: Once<NewEnrolment>) -> Result<Json<Enrolment>, Refusal> {
    let body = once.body.clone();
    let (account, key) = (once.caller.session.account.clone(), once.key().to_owned());
    let (tools, again_tools) = (Tools::of(&portal), Tools::of(&portal));
    let (first_key, again_key) = (key.clone(), key.clone());
    let first = move |transaction: &Transaction<'_>, caller: &Caller, now| {
        let begun = enrolment::begin(transaction, now, (caller, &tools), &body)?;
        let session = &caller.session.id;
        challenges::put(transaction, now, (session, Purpose::Enrolment), Some(&first_key), &begun.challenge)?;
        audit::record(transaction, now, caller.did("method.enrol", Some(&begun.challenge.id)))?;
        Ok(Ok(begun.shown()))
    };
    let again = move |transaction: &Transaction<'_>, caller: &Caller, now| {
        let session = &caller.session.id;
        let known = challenges::begun_with(transaction, (session, Purpose::Enrolment), &again_key)?
            .filter(|known| known.is_open(now));
        let known = known.ok_or(Code::ChallengeExpired)?;
        step_up::require(transaction, caller, now)?;
        let renewed = enrolment::renew(transaction, now, (caller, &again_tools), known)?;
        challenges::put(transaction, now, (session, Purpose::Enrolment), Some(&again_key), &renewed.challenge)?;
        Ok(renewed.shown())
    };
    let (enrolment, message) = once.answer(&portal, first, again).await?;
    if let Some(message) = message {
        sending::deliver(&portal, message, enrolment.id.clone(), Some((account, key))).await?;
    }
    Ok(Json(enrolment))
}

/// Proves that the method works, and registers it. Needs a proof of identity of the last 300 s; the account's other
/// sessions end (`security.md` S4, S5).
#[utoipa::path(
    post, path = "/api/v1/me/authentication/enrolments/{id}/confirm", tag = "methods", security(("session" = [])),
    params(("id" = String, Path, description = "The enrolment.")), request_body = Confirmation,
    responses(
        (status = 200, description = "The method.", body = Method),
        (status = 409, description = "`challenge-expired`, `method-not-offered`, `limit-reached`, `needs-another-method`, `set-by-organization`, `request-in-flight`."),
        (status = 429, description = "`too-many-attempts`.", headers(("Retry-After" = i64, description = "Seconds."))),
    )
)]
pub async fn confirm(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Confirmation>,
) -> Result<Json<Method>, Refusal> {
    let body = once.body.clone();
    let (tools, made_by) = (Tools::of(&portal), id.clone());
    let first = move |transaction: &Transaction<'_>, caller: &Caller, now| {
        let session = &caller.session.id;
        let found = challenges::find(transaction, (session, Purpose::Enrolment), &id)?;
        let challenge = found.filter(|found| found.is_open(now)).ok_or(Code::ChallengeExpired)?;
        let given = confirmation::read(&challenge, &body)?;
        confirmation::still_possible(transaction, (caller, &tools), &challenge)?;
        step_up::require(transaction, caller, now)?;
        match confirmation::check(transaction, now, (caller, &tools), &challenge, given)? {
            Ok(content) => Ok(Ok(register(transaction, now, caller, &challenge, &content)?)),
            Err(refusal) => Ok(Err(refusal)),
        }
    };
    let again = move |transaction: &Transaction<'_>, caller: &Caller, _| {
        let known = challenges::find(transaction, (&caller.session.id, Purpose::Enrolment), &made_by)?;
        let made = known.filter(|known| known.answered).and_then(|known| known.method);
        let situation = methods::situation(transaction, &caller.session.account)?;
        let made = made.as_deref().and_then(|made| situation.find(made)).ok_or(Code::ChallengeExpired)?;
        Ok(situation.describe(made))
    };
    Ok(Json(once.answer(&portal, first, again).await?))
}

fn register(
    transaction: &Transaction<'_>,
    now: i64,
    caller: &Caller,
    challenge: &Challenge,
    content: &methods::Content,
) -> Result<Method, Refusal> {
    let account = &caller.session.account;
    let (action, id) = match (&challenge.method, &content.target) {
        (Some(replaced), Some(target)) => {
            methods::redirect(transaction, replaced, target)?;
            ("method.change", replaced.clone())
        }
        _ => ("method.add", methods::add(transaction, now, account, challenge.kind, content)?),
    };
    challenges::answered(transaction, &challenge.id, Some(&id))?;
    did(transaction, now, caller, action, &id)?;
    let situation = methods::situation(transaction, account)?;
    let made = situation.find(&id).ok_or(Code::Internal)?;
    Ok(situation.describe(made))
}

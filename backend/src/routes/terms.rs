//! `/me/terms-of-use`: documents to accept, one answer per version (features 2.3).

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};
use portal_contract::{
    page::Page,
    problem::{Code, FieldCode},
    terms::{TermsAnswer, TermsOfUse},
};

use super::DONE;
use crate::{
    idempotency::Once,
    input::{Ids, page},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{audit, terms},
};

/// The documents that hold for the person: those to accept first. Never more than one page.
#[utoipa::path(
    get, path = "/api/v1/me/terms-of-use", tag = "me", security(("session" = [])),
    responses((status = 200, description = "The documents.", body = Page<TermsOfUse>))
)]
pub async fn list(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<Json<Page<TermsOfUse>>, Refusal> {
    let now = portal.clock.now();
    let found = portal.store.read(move |connection| terms::list(connection, &caller.session.account, now)).await?;
    Ok(page((found, None::<()>)))
}

/// Accepts a version of a document. The time and the language of the edition are recorded.
#[utoipa::path(
    post, path = "/api/v1/me/terms-of-use/{id}/accept", tag = "me", security(("session" = [])),
    params(("id" = String, Path, description = "The document.")), request_body = TermsAnswer,
    responses(
        (status = 204, description = "Accepted."),
        (status = 409, description = "`request-in-flight`."),
        (status = 412, description = "`stale`: another version holds now."),
    )
)]
pub async fn accept(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<TermsAnswer>,
) -> Result<StatusCode, Refusal> {
    answer(&portal, id, once, true).await
}

/// Declines a version of a document: the apps that it stands before stay closed. The last answer counts.
#[utoipa::path(
    post, path = "/api/v1/me/terms-of-use/{id}/decline", tag = "me", security(("session" = [])),
    params(("id" = String, Path, description = "The document.")), request_body = TermsAnswer,
    responses(
        (status = 204, description = "Declined."),
        (status = 409, description = "`request-in-flight`."),
        (status = 412, description = "`stale`: another version holds now."),
    )
)]
pub async fn decline(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<TermsAnswer>,
) -> Result<StatusCode, Refusal> {
    answer(&portal, id, once, false).await
}

async fn answer(portal: &Portal, id: String, once: Once<TermsAnswer>, accepted: bool) -> Result<StatusCode, Refusal> {
    let TermsAnswer { version, language } = once.body.clone();
    once.run(portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        let held = terms::held(transaction, account, &id)?.ok_or(Code::NotFound)?;
        if held.version != version {
            return Err(Code::Stale.into());
        }
        if !held.languages.contains(&language) {
            return Err(Refusal::field("/language", FieldCode::Malformed, None));
        }
        terms::answer(
            transaction,
            now,
            account,
            &terms::Answer { terms: &id, version: &version, language: &language, accepted },
        )?;
        // The next answer takes the place of this one; the audit keeps what was read and when.
        let target = format!("{id} {version} {language}");
        let action = if accepted { "terms.accept" } else { "terms.decline" };
        Ok(audit::record(transaction, now, caller.did(action, Some(&target)))?)
    })
    .await?;
    Ok(DONE)
}

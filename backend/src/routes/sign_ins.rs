//! `/me/sign-ins`: the history of sign-ins, and what the person says of them (features 1.8).

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    response::Response,
};
use portal_contract::{
    page::Page,
    problem::Code,
    sign_ins::{Review, ReviewAnswer, SignInEvent, SignInFilter, SignInReview},
};
use serde::Deserialize;

use super::sessions::done;
use crate::{
    idempotency::Once,
    input::{Ids, Wanted, page, wanted},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    step_up,
    store::{audit, sessions, sign_ins, trusted_devices},
};

/// The query of the history.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct History {
    /// The most rows of one page; 100 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// Words that each have to occur in some field, without regard to case; or a day or month in UTC.
    #[param(max_length = 256)]
    q: Option<String>,
    /// Which sign-ins; all of them when absent.
    #[param(inline)]
    #[serde(default)]
    outcome: SignInFilter,
}

/// The account's sign-ins, newest first.
#[utoipa::path(
    get, path = "/api/v1/me/sign-ins", tag = "sign-ins", params(History), security(("session" = [])),
    responses((status = 200, description = "One page of sign-ins.", body = Page<SignInEvent>))
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    query: Result<Query<History>, QueryRejection>,
) -> Result<Json<Page<SignInEvent>>, Refusal> {
    let Query(History { limit, cursor, q, outcome }) = query.map_err(|_| Code::MalformedRequest)?;
    let Wanted { limit, after, search } = wanted(limit, cursor, q)?;
    let now = portal.clock.now();
    let query = move |connection: &rusqlite::Connection| {
        sign_ins::list(connection, now, &caller.session.account, (outcome, search.as_deref()), after, limit)
    };
    Ok(page(portal.store.read(query).await?))
}

/// Notes whether the person recognises a sign-in. `was-not-me` ends its session and the trust of every browser in the same
/// transaction and needs a proof of identity of the last 300 s (`security.md` S4). The same answer again changes nothing.
#[utoipa::path(
    post, path = "/api/v1/me/sign-ins/{id}/review", tag = "sign-ins", security(("session" = [])),
    params(("id" = String, Path, description = "The sign-in.")), request_body = SignInReview,
    responses(
        (status = 204, description = "Noted; with `Clear-Site-Data` where the session that asks has ended with it."),
        (status = 409, description = "`request-in-flight`."),
    )
)]
pub async fn review(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<SignInReview>,
) -> Result<Response, Refusal> {
    let (caller, answer) = (once.caller.clone(), once.body.answer);
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        let (before, session) = sign_ins::reviewed(transaction, account, &id)?.ok_or(Code::NotFound)?;
        let (said, action) = match answer {
            ReviewAnswer::WasMe => (Review::WasMe, "sign-in.was-me"),
            ReviewAnswer::WasNotMe => (Review::WasNotMe, "sign-in.was-not-me"),
        };
        if answer == ReviewAnswer::WasNotMe {
            step_up::require(transaction, caller, now)?;
            trusted_devices::restore(transaction, account)?;
            if let Some(session) = session {
                let active = sessions::is_active(transaction, now, account, &session)?;
                sessions::end(transaction, &session)?;
                if active {
                    audit::record(transaction, now, caller.did("session.end", Some(&session)))?;
                }
            }
        }
        if before == said {
            return Ok(());
        }
        sign_ins::answer(transaction, account, &id, answer)?;
        Ok(audit::record(transaction, now, caller.did(action, Some(&id)))?)
    })
    .await?;
    done(&portal, caller).await
}

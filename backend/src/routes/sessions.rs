//! `/me/sessions`: where the account is signed in, and ending that (`security.md` S4, S5).

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use portal_contract::{page::Page, problem::Code, sessions::ActiveSession};

use super::DONE;
use crate::{
    idempotency::Once,
    input::{Ids, Nothing, Paging, Wanted, page},
    portal::Portal,
    problem::Refusal,
    session::{self, Caller},
    step_up,
    store::{audit, sessions, trusted_devices},
};

/// The account's active sessions, the one that asks first, then the newest.
#[utoipa::path(
    get, path = "/api/v1/me/sessions", tag = "sessions", params(Paging), security(("session" = [])),
    responses((status = 200, description = "One page of sessions.", body = Page<ActiveSession>))
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    Caller { session, .. }: Caller,
    Wanted { limit, after, .. }: Wanted<sessions::After>,
) -> Result<Json<Page<ActiveSession>>, Refusal> {
    let now = portal.clock.now();
    let query = move |connection: &rusqlite::Connection| {
        sessions::list(connection, now, (&session.account, &session.id), after.as_ref(), limit)
    };
    Ok(page(portal.store.read(query).await?))
}

/// Ends one session. Needs a proof of identity of the last 300 s (`security.md` S4).
#[utoipa::path(
    post, path = "/api/v1/me/sessions/{id}/end", tag = "sessions", security(("session" = [])),
    params(("id" = String, Path, description = "The session.")), request_body = Nothing,
    responses(
        (status = 204, description = "Ended; with `Clear-Site-Data` where it was the one that asks."),
        (status = 409, description = "`request-in-flight`."),
    )
)]
pub async fn end(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<Response, Refusal> {
    let caller = once.caller.clone();
    once.run(&portal, move |transaction, caller, now| {
        if !sessions::is_active(transaction, now, &caller.session.account, &id)? {
            return Err(Code::NotFound.into());
        }
        step_up::require(transaction, caller, now)?;
        // Who ends a session wants that browser to be out: not half in, with the password alone.
        trusted_devices::leave(transaction, &id)?;
        sessions::end(transaction, &id)?;
        Ok(audit::record(transaction, now, caller.did("session.end", Some(&id)))?)
    })
    .await?;
    done(&portal, caller).await
}

/// **Sign out everywhere**: ends every session on every device, this one too. Needs a proof of identity of the last
/// 300 s (`security.md` S4).
#[utoipa::path(
    post, path = "/api/v1/me/sessions/revoke-all", tag = "sessions", security(("session" = [])),
    request_body = Nothing,
    responses(
        (status = 204, description = "Signed out everywhere.", headers(("Set-Cookie" = String), ("Clear-Site-Data" = String))),
        (status = 409, description = "`request-in-flight`."),
    )
)]
pub async fn revoke_all(State(portal): State<Arc<Portal>>, once: Once<Nothing>) -> Result<Response, Refusal> {
    let caller = once.caller.clone();
    once.run(&portal, |transaction, caller, now| {
        step_up::require(transaction, caller, now)?;
        let account = &caller.session.account;
        sessions::end_all(transaction, account)?;
        trusted_devices::restore(transaction, account)?;
        Ok(audit::record(transaction, now, caller.did("session.revoke-all", Some(account)))?)
    })
    .await?;
    done(&portal, caller).await
}

/// 204, which signs the browser out where the session that asked has ended with it.
///
/// # Errors
/// When the database does not answer.
pub async fn done(portal: &Portal, caller: Caller) -> Result<Response, Refusal> {
    let now = portal.clock.now();
    let still_there = move |connection: &rusqlite::Connection| {
        sessions::is_active(connection, now, &caller.session.account, &caller.session.id)
    };
    let mut response: Response = DONE.into_response();
    if !portal.store.read(still_there).await? {
        session::clear(response.headers_mut());
    }
    Ok(response)
}

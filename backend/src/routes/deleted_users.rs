//! `/organizations/{id}/deleted-users`: guests who left, for that organization's administrators (features 1.3).

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};
use portal_contract::{deleted_users::DeletedUser, page::Page, problem::Code};
use rusqlite::Connection;

use super::DONE;
use crate::{
    idempotency::Once,
    input::{Ids, Nothing, Searched, Searching, Wanted, page},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    step_up,
    store::{
        audit,
        deleted_users::{self, Access},
    },
};

/// The deleted users, the one with the fewest days left first; `q` searches name and user ID.
#[utoipa::path(
    get, path = "/api/v1/organizations/{id}/deleted-users", tag = "deleted-users", security(("session" = [])),
    params(("id" = String, Path, description = "The organization."), Searching),
    responses(
        (status = 200, description = "One page of deleted users.", body = Page<DeletedUser>),
        (status = 403, description = "`access-denied`: connected to that organization, but no administrator."),
    )
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
    Searched(Wanted { limit, after, search }): Searched<deleted_users::After>,
) -> Result<Json<Page<DeletedUser>>, Refusal> {
    let now = portal.clock.now();
    let query = move |connection: &Connection| {
        require_administrator(connection, &caller, &id)?;
        Ok::<_, Refusal>(deleted_users::list(connection, now, &id, search.as_deref(), after.as_ref(), limit)?)
    };
    Ok(page(portal.store.read(query).await?))
}

/// Brings a user back, with groups and apps.
#[utoipa::path(
    post, path = "/api/v1/organizations/{id}/deleted-users/{guestId}/restore", tag = "deleted-users",
    security(("session" = [])), request_body = Nothing,
    params(("id" = String, Path, description = "The organization."), ("guestId" = String, Path, description = "The deleted user.")),
    responses(
        (status = 204, description = "Restored."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`request-in-flight`."),
    )
)]
pub async fn restore(
    State(portal): State<Arc<Portal>>,
    Ids((id, guest)): Ids<(String, String)>,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    once.run(&portal, move |transaction, caller, now| {
        require_administrator(transaction, caller, &id)?;
        if !deleted_users::restore(transaction, now, &id, &guest)? {
            return Err(Code::NotFound.into());
        }
        Ok(audit::record(transaction, now, caller.did("deleted-user.restore", Some(&guest)))?)
    })
    .await?;
    Ok(DONE)
}

/// Deletes a user for good. Needs a proof of identity of the last 300 s (`security.md` S4).
#[utoipa::path(
    delete, path = "/api/v1/organizations/{id}/deleted-users/{guestId}", tag = "deleted-users",
    security(("session" = [])),
    params(("id" = String, Path, description = "The organization."), ("guestId" = String, Path, description = "The deleted user.")),
    responses(
        (status = 204, description = "Gone for good."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
    )
)]
pub async fn remove(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids((id, guest)): Ids<(String, String)>,
) -> Result<StatusCode, Refusal> {
    let now = portal.clock.now();
    let change = move |transaction: &rusqlite::Transaction<'_>| {
        require_administrator(transaction, &caller, &id)?;
        step_up::require(transaction, &caller, now)?;
        if !deleted_users::remove(transaction, now, &id, &guest)? {
            return Err(Refusal::from(Code::NotFound));
        }
        Ok(audit::record(transaction, now, caller.did("deleted-user.remove", Some(&guest)))?)
    };
    portal.store.write(change).await?;
    Ok(DONE)
}

/// 403 where the organization exists for the caller, else 404.
fn require_administrator(connection: &Connection, caller: &Caller, organization: &str) -> Result<(), Refusal> {
    match deleted_users::access(connection, &caller.session.account, organization)? {
        Access::Administrator => Ok(()),
        Access::Member => Err(Code::AccessDenied.into()),
        Access::None => Err(Code::NotFound.into()),
    }
}

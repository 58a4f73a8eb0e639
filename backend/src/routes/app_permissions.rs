//! `/me/apps/{id}`: one app, and what it may do on the person's behalf (features 2.1, *Manage your application*).

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};
use portal_contract::{
    app_permissions::{AgreedBy, AppDetails, Permission},
    page::Page,
    problem::Code,
};
use rusqlite::{Connection, Transaction};

use super::{DONE, apps::theirs};
use crate::{
    idempotency::Once,
    input::{Ids, Nothing},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{app_permissions, audit},
};

/// One of the person's apps.
#[utoipa::path(
    get, path = "/api/v1/me/apps/{id}", tag = "apps", security(("session" = [])),
    params(("id" = String, Path, description = "The app.")),
    responses(
        (status = 200, description = "The app and whom to ask about it.", body = AppDetails),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn get(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Result<Json<AppDetails>, Refusal> {
    let query = move |connection: &Connection| {
        theirs(connection, &caller.session.account, &id)?;
        app_permissions::details(connection, &id)?.ok_or(Refusal::from(Code::NotFound))
    };
    Ok(Json(portal.store.read(query).await?))
}

/// What an app may do: what the person agreed to first, then what an administrator agreed to for everybody. All on one page.
#[utoipa::path(
    get, path = "/api/v1/me/apps/{id}/permissions", tag = "apps", security(("session" = [])),
    params(("id" = String, Path, description = "The app.")),
    responses(
        (status = 200, description = "The permissions.", body = Page<Permission>),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Result<Json<Page<Permission>>, Refusal> {
    let query = move |connection: &Connection| {
        theirs(connection, &caller.session.account, &id)?;
        Ok::<_, Refusal>(app_permissions::list(connection, &caller.session.account, &id)?)
    };
    Ok(Json(Page { items: portal.store.read(query).await?, next_cursor: None }))
}

/// Takes back what the person agreed to. The app asks again when it needs it.
#[utoipa::path(
    post, path = "/api/v1/me/apps/{id}/permissions/{permissionId}/revoke", tag = "apps", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The app."),
        ("permissionId" = String, Path, description = "What it may do."),
    ),
    request_body = Nothing,
    responses(
        (status = 204, description = "Revoked."),
        (status = 403, description = "`access-denied`, `cross-site-request`; `decided-by-organization`: an administrator agreed."),
        (status = 404, description = "`not-found`: not the person's app, or nothing that anybody agreed to."),
        (status = 409, description = "`request-in-flight`."),
    )
)]
pub async fn revoke(
    State(portal): State<Arc<Portal>>,
    Ids((id, permission)): Ids<(String, String)>,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        theirs(transaction, account, &id)?;
        match app_permissions::agreed_by(transaction, account, &id, &permission)? {
            Some(AgreedBy::Person) => {}
            Some(AgreedBy::Organization | AgreedBy::Unknown) => return Err(Code::DecidedByOrganization.into()),
            None => return Err(Code::NotFound.into()),
        }
        app_permissions::revoke(transaction, account, &id, &permission)?;
        revoked(transaction, caller, now, &id, &permission)
    })
    .await?;
    Ok(DONE)
}

/// Takes back everything of an app that the person agreed to; what an administrator agreed to stays. The same again changes
/// nothing.
#[utoipa::path(
    post, path = "/api/v1/me/apps/{id}/permissions/revoke-all", tag = "apps", security(("session" = [])),
    params(("id" = String, Path, description = "The app.")), request_body = Nothing,
    responses(
        (status = 204, description = "Revoked."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`request-in-flight`."),
    )
)]
pub async fn revoke_all(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        theirs(transaction, account, &id)?;
        for permission in app_permissions::revoke_all(transaction, account, &id)? {
            revoked(transaction, caller, now, &id, &permission)?;
        }
        Ok(())
    })
    .await?;
    Ok(DONE)
}

fn revoked(
    transaction: &Transaction<'_>,
    caller: &Caller,
    now: i64,
    app: &str,
    permission: &str,
) -> Result<(), Refusal> {
    let target = format!("{app} {permission}");
    Ok(audit::record(transaction, now, caller.did("permission.revoke", Some(&target)))?)
}

//! `/me/apps`: the apps to open (features 2.1).

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
};
use portal_contract::{
    apps::{App, AppView},
    page::Page,
    preferences::Language,
    problem::Code,
};
use rusqlite::Connection;
use serde::Deserialize;

use super::DONE;
use crate::{
    idempotency::Once,
    input::{Ids, Nothing, Wanted, page, wanted},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{apps, audit},
};

/// The query of the list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// The most rows of one page; 100 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// What one of the names contains, in any language, without regard to case and accents.
    #[param(max_length = 256)]
    q: Option<String>,
    /// Which apps.
    #[param(inline)]
    #[serde(default)]
    view: AppView,
    /// By which names they are ordered; English when absent.
    #[param(inline)]
    #[serde(default)]
    language: Language,
}

/// The person's apps by name; `q` searches the names.
#[utoipa::path(
    get, path = "/api/v1/me/apps", tag = "apps", params(Listing), security(("session" = [])),
    responses(
        (status = 200, description = "One page of apps.", body = Page<App>),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    query: Result<Query<Listing>, QueryRejection>,
) -> Result<Json<Page<App>>, Refusal> {
    let Query(Listing { limit, cursor, q, view, language }) = query.map_err(|_| Code::MalformedRequest)?;
    let Wanted { limit, after, search } = wanted(limit, cursor, q)?;
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        Ok::<_, Refusal>(apps::list(
            connection,
            account,
            &apps::Wanted { view, language, search },
            after.as_ref(),
            limit,
        )?)
    };
    Ok(page(portal.store.read(query).await?))
}

/// Takes an app out of the person's My Apps; **Show** brings it back. The same again changes nothing.
#[utoipa::path(
    post, path = "/api/v1/me/apps/{id}/hide", tag = "apps", security(("session" = [])),
    params(("id" = String, Path, description = "The app.")), request_body = Nothing,
    responses(
        (status = 204, description = "Hidden."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`request-in-flight`."),
    )
)]
pub async fn hide(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    set_hidden(&portal, id, once, true).await
}

/// Brings back an app that the person has hidden. The same again changes nothing.
#[utoipa::path(
    post, path = "/api/v1/me/apps/{id}/show", tag = "apps", security(("session" = [])),
    params(("id" = String, Path, description = "The app.")), request_body = Nothing,
    responses(
        (status = 204, description = "Shown."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`request-in-flight`."),
    )
)]
pub async fn show(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    set_hidden(&portal, id, once, false).await
}

async fn set_hidden(portal: &Portal, id: String, once: Once<Nothing>, hidden: bool) -> Result<StatusCode, Refusal> {
    once.run(portal, move |transaction, caller, now| {
        theirs(transaction, &caller.session.account, &id)?;
        if apps::hide(transaction, &caller.session.account, &id, hidden)? {
            let action = if hidden { "app.hide" } else { "app.show" };
            audit::record(transaction, now, caller.did(action, Some(&id)))?;
        }
        Ok(())
    })
    .await?;
    Ok(DONE)
}

/// Notes that the person opens an app now, for *Recently used*.
#[utoipa::path(
    post, path = "/api/v1/me/apps/{id}/open", tag = "apps", security(("session" = [])),
    params(("id" = String, Path, description = "The app.")), request_body = Nothing,
    responses(
        (status = 204, description = "Noted."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`request-in-flight`."),
    )
)]
pub async fn open(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    once.run(&portal, move |transaction, caller, now| {
        theirs(transaction, &caller.session.account, &id)?;
        apps::open(transaction, now, &caller.session.account, &id)?;
        Ok(audit::record(transaction, now, caller.did("app.open", Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

/// Refuses who has no My Apps.
///
/// # Errors
/// 403 `access-denied`.
pub fn allowed(connection: &Connection, account: &str) -> Result<(), Refusal> {
    if apps::allowed(connection, account)? { Ok(()) } else { Err(Code::AccessDenied.into()) }
}

/// To the person, an app that is not theirs does not exist.
fn theirs(connection: &Connection, account: &str, app: &str) -> Result<(), Refusal> {
    allowed(connection, account)?;
    if apps::is_theirs(connection, account, app)? { Ok(()) } else { Err(Code::NotFound.into()) }
}

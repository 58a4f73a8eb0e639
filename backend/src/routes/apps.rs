//! `/me/apps`: the apps to open (features 2.1).

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
};
use portal_contract::{
    apps::{App, AppView},
    collections::ALL_APPS,
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
    store::{apps, audit, collections, terms},
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
    /// Only those of a collection, in its order; `all` for all. When absent: the shown ones of the person's default
    /// collection, hidden and recent ones of all.
    collection: Option<String>,
    /// By which names they are ordered; English when absent.
    #[param(inline)]
    #[serde(default)]
    language: Language,
}

/// Where a page goes on: the collection that the first one was of, so that all are of one even when the default changes
/// meanwhile; then the place in it.
type Cursor = (String, apps::After);

/// The person's apps, by name or in the order of a collection; `q` searches the names.
#[utoipa::path(
    get, path = "/api/v1/me/apps", tag = "apps", params(Listing), security(("session" = [])),
    responses(
        (status = 200, description = "One page of apps.", body = Page<App>),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
        (status = 404, description = "`not-found`: no such collection, or not the person's."),
    )
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    query: Result<Query<Listing>, QueryRejection>,
) -> Result<Json<Page<App>>, Refusal> {
    let Query(Listing { limit, cursor, q, view, language, collection }) = query.map_err(|_| Code::MalformedRequest)?;
    let Wanted { limit, after, search } = wanted::<Cursor>(limit, cursor, q)?;
    let now = portal.clock.now();
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        let (began, after) = after.unzip();
        let collection = match (collection.or(began), view) {
            (Some(id), _) => id,
            (None, AppView::Shown) => collections::default(connection, account)?,
            (None, AppView::Hidden | AppView::Recent) => ALL_APPS.to_owned(),
        };
        collections::kind(connection, account, &collection)?.ok_or(Code::NotFound)?;
        let wanted = apps::Wanted { view, language, search, now, collection };
        let (items, next) = apps::list(connection, account, &wanted, after.as_ref(), limit)?;
        Ok::<_, Refusal>((items, next.map(|next| (wanted.collection, next))))
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
        (status = 403, description = "`access-denied`, `terms-not-accepted`, `cross-site-request`."),
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
        if terms::waited_for(transaction, &caller.session.account, &id, now)? {
            return Err(Code::TermsNotAccepted.into());
        }
        apps::open(transaction, now, &caller.session.account, &id)?;
        Ok(audit::record(transaction, now, caller.did("app.open", Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

/// Whether the account has My Apps.
///
/// # Errors
/// 403 when it has not.
pub fn allowed(connection: &Connection, account: &str) -> Result<(), Refusal> {
    if apps::allowed(connection, account)? { Ok(()) } else { Err(Code::AccessDenied.into()) }
}

/// To the person, an app that is not theirs does not exist.
///
/// # Errors
/// 403 for who has no My Apps, 404 when the app is not theirs.
pub fn theirs(connection: &Connection, account: &str, app: &str) -> Result<(), Refusal> {
    allowed(connection, account)?;
    if apps::is_theirs(connection, account, app)? { Ok(()) } else { Err(Code::NotFound.into()) }
}

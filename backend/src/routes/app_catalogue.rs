//! `/me/app-catalogue`: apps that people get for themselves (features 2.1).

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
};
use portal_contract::{
    app_requests::{AppRequest, CatalogueApp},
    page::Page,
    preferences::Language,
    problem::Code,
};
use rusqlite::Connection;
use serde::Deserialize;

use super::{DONE, apps::allowed, requests::offered};
use crate::{
    idempotency::Once,
    input::{Ids, Nothing, Wanted, page, wanted},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{app_catalogue, audit},
};

/// The query of the catalogue.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Browsing {
    /// The most rows of one page; 100 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// What one of the names contains, in any language, without regard to case and accents.
    #[param(max_length = 256)]
    q: Option<String>,
    /// By which names they are ordered; English when absent.
    #[param(inline)]
    #[serde(default)]
    language: Language,
}

/// What the home organization offers and the person does not have, by name; `q` searches the names.
#[utoipa::path(
    get, path = "/api/v1/me/app-catalogue", tag = "app-requests", params(Browsing), security(("session" = [])),
    responses(
        (status = 200, description = "One page of the catalogue.", body = Page<CatalogueApp>),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    query: Result<Query<Browsing>, QueryRejection>,
) -> Result<Json<Page<CatalogueApp>>, Refusal> {
    let Query(Browsing { limit, cursor, q, language }) = query.map_err(|_| Code::MalformedRequest)?;
    let Wanted { limit, after, search } = wanted(limit, cursor, q)?;
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        let wanted = (language, search.as_deref());
        Ok::<_, Refusal>(app_catalogue::list(connection, account, wanted, after.as_ref(), limit)?)
    };
    Ok(page(portal.store.read(query).await?))
}

/// Gives the person an app that nobody has to approve.
#[utoipa::path(
    post, path = "/api/v1/me/app-catalogue/{id}/add", tag = "app-requests", security(("session" = [])),
    params(("id" = String, Path, description = "The app.")), request_body = Nothing,
    responses(
        (status = 204, description = "It is in My Apps."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`approval-needed`, `already-there`, `disabled-at-home`, `request-in-flight`."),
    )
)]
pub async fn add(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        if offered::<AppRequest>(transaction, now, account, &id)?.needs_approval {
            return Err(Code::ApprovalNeeded.into());
        }
        app_catalogue::give(transaction, account, &id)?;
        Ok(audit::record(transaction, now, caller.did("app.add", Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

//! `/me/apps`: the apps to open.

use std::sync::Arc;

use axum::{Json, extract::State};
use portal_contract::{apps::App, page::Page, problem::Code};

use crate::{
    input::{Searched, Searching, Wanted, page},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::apps,
};

/// The person's apps by name; `q` searches the name.
#[utoipa::path(
    get, path = "/api/v1/me/apps", tag = "me", params(Searching), security(("session" = [])),
    responses(
        (status = 200, description = "One page of apps.", body = Page<App>),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Searched(Wanted { limit, after, search }): Searched<apps::After>,
) -> Result<Json<Page<App>>, Refusal> {
    let query = move |connection: &rusqlite::Connection| {
        let account = &caller.session.account;
        if !apps::allowed(connection, account)? {
            return Err(Refusal::from(Code::AccessDenied));
        }
        Ok(apps::list(connection, account, search.as_deref(), after.as_ref(), limit)?)
    };
    Ok(page(portal.store.read(query).await?))
}

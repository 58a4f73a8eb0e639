//! `/me/reset-setup`: whether the person could reset a forgotten password (features 2.3). The rule is that of the reset.

use std::sync::Arc;

use axum::{Json, extract::State};
use portal_contract::{problem::Code, reset_setup::ResetSetup};
use rusqlite::Connection;

use super::apps::allowed;
use crate::{
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{methods, password},
};

/// What a reset of this account's password needs, and what there is of it.
#[utoipa::path(
    get, path = "/api/v1/me/reset-setup", tag = "methods", security(("session" = [])),
    responses(
        (status = 200, description = "What is needed, and what is registered.", body = ResetSetup),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn get(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<Json<ResetSetup>, Refusal> {
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        let known = password::get(connection, account)?.ok_or(Code::SessionExpired)?;
        let situation = methods::situation(connection, account)?;
        let enabled = situation.policy.reset_methods > 0 && known.is_reset_here() && caller.session.provider.is_none();
        Ok::<_, Refusal>(ResetSetup {
            enabled,
            required: if enabled { situation.policy.reset_methods } else { 0 },
            kinds: situation.reset_kinds(),
            ready: enabled && situation.enough_for_reset(),
            administered_by: known.administrator.filter(|_| !enabled),
        })
    };
    Ok(Json(portal.store.read(query).await?))
}

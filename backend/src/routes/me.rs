//! `/me`: who the person is.

use std::sync::Arc;

use axum::{Json, extract::State};
use portal_contract::{me::Me, problem::Code};

use crate::{portal::Portal, problem::Refusal, session::Caller, store::accounts};

/// What the organization says of the person.
#[utoipa::path(
    get, path = "/api/v1/me", tag = "me", security(("session" = [])),
    responses((status = 200, description = "The person.", body = Me))
)]
pub async fn get(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<Json<Me>, Refusal> {
    let me = portal.store.read(move |connection| accounts::me(connection, &caller.session.account)).await?;
    Ok(Json(me.ok_or(Code::SessionExpired)?))
}

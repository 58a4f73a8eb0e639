//! `/me/privacy`: who uses what of the person, and what the person agreed to (features 1.7).

use std::sync::Arc;

use axum::{Json, extract::State};
use portal_contract::privacy::Privacy;

use crate::{portal::Portal, problem::Refusal, session::Caller, store::privacy};

/// The organization's notice, the connected services, the terms of use.
#[utoipa::path(
    get, path = "/api/v1/me/privacy", tag = "me", security(("session" = [])),
    responses((status = 200, description = "What the Privacy section shows.", body = Privacy))
)]
pub async fn get(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<Json<Privacy>, Refusal> {
    let now = portal.clock.now();
    Ok(Json(portal.store.read(move |connection| privacy::get(connection, &caller.session.account, now)).await?))
}

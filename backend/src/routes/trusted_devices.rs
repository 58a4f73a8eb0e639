//! `/me/authentication/trusted-devices`: where signing in asks for no second factor (features 2.3, `security.md` S4).

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};
use portal_contract::trusted_devices::TrustedDevices;
use rusqlite::Connection;

use super::{DONE, apps::allowed};
use crate::{
    idempotency::Once,
    input::Nothing,
    portal::Portal,
    problem::Refusal,
    session::Caller,
    step_up,
    store::{
        audit,
        trusted_devices::{self, TRUST_DAYS},
    },
};

/// How many there are.
#[utoipa::path(
    get, path = "/api/v1/me/authentication/trusted-devices", tag = "methods", security(("session" = [])),
    responses(
        (status = 200, description = "How many there are, and whether there may be any.", body = TrustedDevices),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn get(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<Json<TrustedDevices>, Refusal> {
    let now = portal.clock.now();
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        let count = trusted_devices::count(connection, now, account)?;
        let allowed = trusted_devices::allowed(connection, account)?;
        Ok::<_, Refusal>(TrustedDevices { allowed, count, days: TRUST_DAYS })
    };
    Ok(Json(portal.store.read(query).await?))
}

/// *Restore multi-factor authentication on previously trusted devices*: the next sign-in asks for the second factor
/// everywhere. Needs a proof of identity of the last 300 s (`security.md` S4). The same again changes nothing.
#[utoipa::path(
    post, path = "/api/v1/me/authentication/trusted-devices/restore", tag = "methods", security(("session" = [])),
    request_body = Nothing,
    responses(
        (status = 204, description = "None is trusted any more."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`request-in-flight`."),
    )
)]
pub async fn restore(State(portal): State<Arc<Portal>>, once: Once<Nothing>) -> Result<StatusCode, Refusal> {
    once.run(&portal, |transaction, caller, now| {
        let account = &caller.session.account;
        allowed(transaction, account)?;
        step_up::require(transaction, caller, now)?;
        if trusted_devices::restore(transaction, account)? == 0 {
            return Ok(());
        }
        Ok(audit::record(transaction, now, caller.did("trusted-device.restore", Some(account)))?)
    })
    .await?;
    Ok(DONE)
}

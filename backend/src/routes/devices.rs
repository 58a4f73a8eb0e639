//! `/me/devices`: the devices that are registered to the person (features 1.6).

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use portal_contract::{
    devices::{BitLockerKey, Device, DeviceStatus},
    page::Page,
    problem::Code,
};
use rusqlite::Transaction;

use super::DONE;
use crate::{
    idempotency::{IdempotencyKey, Once},
    input::{Body, Ids, Nothing, Paging, Wanted, page},
    portal::Portal,
    problem::Refusal,
    session::{self, Caller},
    step_up,
    store::{audit, devices, sessions},
};

/// The person's devices, the one used last first.
#[utoipa::path(
    get, path = "/api/v1/me/devices", tag = "devices", params(Paging), security(("session" = [])),
    responses((status = 200, description = "One page of devices.", body = Page<Device>))
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    Caller { session, .. }: Caller,
    Wanted { limit, after, .. }: Wanted<devices::After>,
) -> Result<Json<Page<Device>>, Refusal> {
    let query = move |connection: &rusqlite::Connection| {
        devices::list(connection, &session.account, &session.id, after.as_ref(), limit)
    };
    Ok(page(portal.store.read(query).await?))
}

/// Disables a device: its sessions end, it cannot sign in any more, and only an administrator brings it back.
///
/// Needs a proof of identity of the last 300 s (`security.md` S4). A device that is disabled already stays so.
#[utoipa::path(
    post, path = "/api/v1/me/devices/{id}/disable", tag = "devices", security(("session" = [])),
    params(("id" = String, Path, description = "The device.")), request_body = Nothing,
    responses(
        (status = 204, description = "Disabled. Signed out too when this session ran on it.", headers(("Clear-Site-Data" = String, description = "When signed out."))),
        (status = 409, description = "`request-in-flight`."),
    )
)]
pub async fn disable(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<Response, Refusal> {
    let session = once.caller.session.id.clone();
    once.run(&portal, move |transaction, caller, now| {
        let status = devices::status(transaction, &caller.session.account, &id)?.ok_or(Code::NotFound)?;
        step_up::require(transaction, caller, now)?;
        if status != DeviceStatus::Disabled {
            devices::disable(transaction, &id)?;
            audit::record(transaction, now, caller.did("device.disable", Some(&id)))?;
        }
        Ok(())
    })
    .await?;
    let now = portal.clock.now();
    let ended = portal.store.read(move |connection| sessions::describe(connection, now, &session)).await?.is_none();
    let mut response: Response = DONE.into_response();
    if ended {
        session::clear(response.headers_mut());
    }
    Ok(response)
}

/// Shows the BitLocker keys of a device. Every look needs a proof of identity of the last 300 s (`security.md` S4) and
/// leaves an audit row (S9): a repeat with the same key is a look of its own.
#[utoipa::path(
    post, path = "/api/v1/me/devices/{id}/bitlocker-keys", tag = "devices", security(("session" = [])),
    params(("id" = String, Path, description = "The device.")), request_body = Nothing,
    responses(
        (status = 200, description = "The keys, the newest first; on one page.", body = Page<BitLockerKey>, headers(("Cache-Control" = String, description = "`no-store`."))),
        (status = 403, description = "`device-disabled`, `cross-site-request`."),
    )
)]
pub async fn bit_locker_keys(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
    _: IdempotencyKey,
    _: Body<Nothing>,
) -> Result<Json<Page<BitLockerKey>>, Refusal> {
    let now = portal.clock.now();
    let look = move |transaction: &Transaction<'_>| {
        let status = devices::status(transaction, &caller.session.account, &id)?.ok_or(Code::NotFound)?;
        if status == DeviceStatus::Disabled {
            return Err(Refusal::from(Code::DeviceDisabled));
        }
        step_up::require(transaction, &caller, now)?;
        audit::record(transaction, now, caller.did("device.bitlocker-keys", Some(&id)))?;
        Ok(devices::bit_locker_keys(transaction, &id)?)
    };
    let items = portal.store.write(look).await?;
    Ok(Json(Page { items, next_cursor: None }))
}

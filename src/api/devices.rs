//! `/me/devices`.

use portal_contract::{
    devices::{BitLockerKey, Device},
    ids::DeviceId,
    page::Page,
};

use super::{client, error::ApiError, key::Key};

/// The person's devices, the one used last first.
pub async fn list() -> Result<Page<Device>, ApiError> {
    client::get("/me/devices").await
}

/// Disables one: it can no longer sign in.
pub async fn disable(id: &DeviceId, key: &Key) -> Result<(), ApiError> {
    client::post(&format!("/me/devices/{id}/disable"), &client::Nothing {}, key).await?.done()
}

/// The keys of one's drives; every look is recorded.
pub async fn bit_locker_keys(id: &DeviceId, key: &Key) -> Result<Page<BitLockerKey>, ApiError> {
    client::post(&format!("/me/devices/{id}/bitlocker-keys"), &client::Nothing {}, key).await?.read()
}

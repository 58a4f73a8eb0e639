//! `/me/authentication/trusted-devices`.

use portal_contract::trusted_devices::TrustedDevices;

use super::{
    client::{self, Nothing},
    error::ApiError,
    key::Key,
};

/// On how many devices sign-in asks for the password alone.
pub async fn get() -> Result<TrustedDevices, ApiError> {
    client::get("/me/authentication/trusted-devices").await
}

/// Lets it ask for the second factor on all of them again.
pub async fn restore(key: &Key) -> Result<(), ApiError> {
    client::post("/me/authentication/trusted-devices/restore", &Nothing {}, key).await?.done()
}

//! `/me/password`.

use portal_contract::password::{PasswordChange, PasswordState};

use super::{client, error::ApiError, key::Key};

/// What is known of the password, and what a new one needs.
pub async fn get() -> Result<PasswordState, ApiError> {
    client::get("/me/password").await
}

/// Replaces it; every other session ends.
pub async fn change(change: &PasswordChange, key: &Key) -> Result<(), ApiError> {
    client::post("/me/password", change, key).await?.done()
}

//! `/me/reset-setup`.

use portal_contract::reset_setup::ResetSetup;

use super::{client, error::ApiError};

/// What resetting a forgotten password takes, and what of it is registered.
pub async fn get() -> Result<ResetSetup, ApiError> {
    client::get("/me/reset-setup").await
}

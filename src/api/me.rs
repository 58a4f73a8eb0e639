//! `/me`.

use portal_contract::me::Me;

use super::{client, error::ApiError};

/// What the organization says of the person.
pub async fn get() -> Result<Me, ApiError> {
    client::get("/me").await
}

//! `/me/privacy`.

use portal_contract::privacy::Privacy;

use super::{client, error::ApiError};

/// Who uses what of the person, and what the person agreed to.
pub async fn get() -> Result<Privacy, ApiError> {
    client::get("/me/privacy").await
}

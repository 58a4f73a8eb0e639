//! `/me/data-exports` and `/me/close-account`.

use portal_contract::{
    BASE,
    ids::ExportId,
    my_data::{CloseAccount, Closing, DataExport},
    page::Page,
};

use super::{client, error::ApiError, key::Key};

/// The newest exports.
pub async fn list() -> Result<Page<DataExport>, ApiError> {
    client::get("/me/data-exports").await
}

/// Asks for a copy of everything.
pub async fn ask(key: &Key) -> Result<(), ApiError> {
    client::post("/me/data-exports", &client::Nothing {}, key).await?.done()
}

/// Where the browser downloads a ready export.
pub fn content_address(id: &ExportId) -> String {
    format!("{BASE}/me/data-exports/{id}/content")
}

/// Whether the person can close the account.
pub async fn closing() -> Result<Closing, ApiError> {
    client::get("/me/close-account").await
}

/// Closes the account; cannot be undone.
pub async fn close(confirmation: &CloseAccount, key: &Key) -> Result<(), ApiError> {
    client::post("/me/close-account", confirmation, key).await?.done()?;
    client::note_session_end(None);
    Ok(())
}

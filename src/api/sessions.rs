//! `/me/sessions`.

use portal_contract::{ids::SessionId, page::Page, sessions::ActiveSession};

use super::{client, error::ApiError, key::Key};

/// Where the account is signed in, this session first.
pub async fn list() -> Result<Page<ActiveSession>, ApiError> {
    client::get("/me/sessions").await
}

/// Ends one of them; needs a proof of identity.
pub async fn end(id: &SessionId, key: &Key) -> Result<(), ApiError> {
    client::post(&format!("/me/sessions/{id}/end"), &client::Nothing {}, key).await?.done()
}

/// Ends all of them, this one too; needs a proof of identity.
pub async fn revoke_all(key: &Key) -> Result<(), ApiError> {
    client::post("/me/sessions/revoke-all", &client::Nothing {}, key).await?.done()?;
    client::note_session_end(None);
    Ok(())
}

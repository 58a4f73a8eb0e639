//! `/me/organizations`.

use portal_contract::{ids::OrganizationId, organizations::ConnectedOrganization, page::Page, session::Session};

use super::{client, error::ApiError, key::Key};

/// The organizations connected to the account, home first.
pub async fn list() -> Result<Page<ConnectedOrganization>, ApiError> {
    client::get("/me/organizations").await
}

/// Works in that organization from now on; needs a proof of identity.
pub async fn sign_in(id: &OrganizationId, key: &Key) -> Result<Session, ApiError> {
    let path = format!("/me/organizations/{id}/sign-in");
    client::post(&path, &client::Nothing {}, key).await?.read()
}

/// Leaves it; cannot be undone from here.
pub async fn leave(id: &OrganizationId, key: &Key) -> Result<(), ApiError> {
    client::post(&format!("/me/organizations/{id}/leave"), &client::Nothing {}, key).await?.done()
}

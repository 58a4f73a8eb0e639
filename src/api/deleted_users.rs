//! `/organizations/{id}/deleted-users`, for administrators.

use portal_contract::{
    deleted_users::DeletedUser,
    ids::{GuestId, OrganizationId},
    page::Page,
};

use super::{client, error::ApiError, key::Key};

/// One page of the guests who left, fewest days left first; `q` searches name and user ID.
pub async fn list(id: &OrganizationId, q: &str, cursor: Option<&str>) -> Result<Page<DeletedUser>, ApiError> {
    client::get(&super::listed(&format!("/organizations/{id}/deleted-users"), q, cursor)).await
}

/// Makes the person a guest again, with groups and permissions.
pub async fn restore(id: &OrganizationId, guest: &GuestId, key: &Key) -> Result<(), ApiError> {
    let path = format!("/organizations/{id}/deleted-users/{guest}/restore");
    client::post(&path, &client::Nothing {}, key).await?.done()
}

/// Deletes the guest's object for good.
pub async fn remove(id: &OrganizationId, guest: &GuestId) -> Result<(), ApiError> {
    client::delete(&format!("/organizations/{id}/deleted-users/{guest}")).await?.done()
}

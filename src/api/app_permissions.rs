//! `/me/apps/{id}` and its permissions.

use portal_contract::{
    app_permissions::{AppDetails, Permission},
    ids::{AppId, PermissionId},
    page::Page,
};

use super::{
    client::{self, Nothing},
    error::ApiError,
    key::Key,
};

/// The address of an app; its id may come from the address bar.
pub(super) fn address(app: &AppId) -> String {
    format!("/me/apps/{}", js_sys::encode_uri_component(&app.0))
}

/// One of the person's apps.
pub async fn details(app: &AppId) -> Result<AppDetails, ApiError> {
    client::get(&address(app)).await
}

/// What it may do.
pub async fn list(app: &AppId) -> Result<Page<Permission>, ApiError> {
    client::get(&format!("{}/permissions", address(app))).await
}

/// Takes back one permission that the person agreed to; all of them without naming one.
pub async fn revoke(app: &AppId, permission: Option<&PermissionId>, key: &Key) -> Result<(), ApiError> {
    let what = match permission {
        Some(permission) => format!("{permission}/revoke"),
        None => "revoke-all".to_owned(),
    };
    client::post(&format!("{}/permissions/{what}", address(app)), &Nothing {}, key).await?.done()
}

//! `/api/v1/me/apps/{id}/saved-accounts`: user names and passwords that are kept for an app which has a sign-in of its own.
//!
//! `GET` → `SavedAccounts`; `POST` with `NewSavedAccount` → 204; `PATCH …/{savedAccountId}` with `SavedAccountChange` and
//! `If-Match` → 204; `DELETE …/{savedAccountId}` → 204 (*Clear*). A password goes in and never comes out again. 404 for an app
//! that is not the person's, 403 `access-denied` for who has no My Apps, 409 `saved-accounts-not-offered` for an app that the
//! organization has not set up for it.

use serde::{Deserialize, Serialize};

use crate::ids::SavedAccountId;

/// The most saved accounts of one person for one app.
pub const MOST_SAVED_ACCOUNTS: u32 = 10;

/// What is kept for an app.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct SavedAccounts {
    /// Whether accounts can be saved for this app. Those that were saved before can be cleared in any case.
    pub offered: bool,
    /// How many there may be.
    pub limit: u32,
    /// The saved ones by label.
    pub items: Vec<SavedAccount>,
}

/// A saved account, without its password.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct SavedAccount {
    /// Which.
    pub id: SavedAccountId,
    /// What the person calls it.
    pub label: String,
    /// The user name at the app.
    pub user_name: String,
    /// When it was last saved, RFC 3339.
    pub saved_at: String,
    /// Its version, for `If-Match`.
    pub etag: String,
}

/// `POST …/saved-accounts` → 204.
///
/// 422 `invalid-fields`; 409 `limit-reached` when there are [`MOST_SAVED_ACCOUNTS`]. No `Debug`: a password is in it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSavedAccount {
    /// What the person calls it: 1 to 64 characters, another one for each account of the app.
    pub label: String,
    /// The user name at the app, 1 to 256 characters.
    pub user_name: String,
    /// The password at the app, 1 to 256 characters, as it is.
    pub password: String,
}

/// `PATCH …/saved-accounts/{savedAccountId}` → 204. What is absent stays.
///
/// 422 `invalid-fields`, 428 without `If-Match`, 412 when it is stale.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SavedAccountChange {
    /// What the person calls it from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The new user name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    /// The new password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
}

//! What the start page needs of each resource, and not a field more: reading the rest of an answer is the work, and part of
//! the file, of the page that shows it.

use portal_contract::{devices::DeviceStatus, page::Page};
use serde::Deserialize;

use super::{client, error::ApiError};

/// A row of which only that it is there matters.
#[derive(Clone, Deserialize)]
pub struct Counted {}

/// How a device stands.
#[derive(Clone, Deserialize)]
pub struct Standing {
    /// Whether it can sign in.
    pub status: DeviceStatus,
}

/// How old the password is.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Age {
    /// RFC 3339; absent: nobody knows.
    #[serde(default)]
    pub last_changed_at: Option<String>,
}

/// What was agreed to.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Agreed {
    /// The documents.
    pub terms_of_use: Vec<Agreement>,
}

/// Whether a document is accepted.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Agreement {
    /// RFC 3339; absent: not, or not any more.
    #[serde(default)]
    pub accepted_at: Option<String>,
}

/// A sign-in.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Visit {
    /// When, RFC 3339.
    pub at: String,
    /// Where, as far as that is known.
    #[serde(default)]
    pub place: Option<Spot>,
    /// With which browser.
    #[serde(default)]
    pub browser: Option<String>,
    /// On which system.
    #[serde(default)]
    pub operating_system: Option<String>,
}

/// A town.
#[derive(Clone, Deserialize)]
pub struct Spot {
    /// Its name.
    pub city: String,
    /// ISO 3166, two letters.
    pub country: String,
}

/// The sign-in methods.
pub async fn methods() -> Result<Page<Counted>, ApiError> {
    client::get("/me/authentication/methods").await
}

/// The password.
pub async fn password() -> Result<Age, ApiError> {
    client::get("/me/password").await
}

/// The devices.
pub async fn devices() -> Result<Page<Standing>, ApiError> {
    client::get("/me/devices").await
}

/// The terms of use.
pub async fn privacy() -> Result<Agreed, ApiError> {
    client::get("/me/privacy").await
}

/// The newest sign-in.
pub async fn sign_ins() -> Result<Page<Visit>, ApiError> {
    client::get("/me/sign-ins?limit=1").await
}

/// The first hundred apps.
pub async fn apps() -> Result<Page<Counted>, ApiError> {
    client::get("/me/apps?collection=all").await
}

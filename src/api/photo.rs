//! `/me/photo`.

use portal_contract::{BASE, photo::NewPhoto};

use super::{client, error::ApiError, key::Key};

/// Where the person's photo is; `version` so that a new one is asked for anew.
pub fn address(version: &str) -> String {
    format!("{BASE}/me/photo?{version}")
}

/// Takes another photo.
pub async fn change(photo: &NewPhoto, key: &Key) -> Result<(), ApiError> {
    client::post("/me/photo", photo, key).await?.done()
}

/// Forgets the photo.
pub async fn remove() -> Result<(), ApiError> {
    client::delete("/me/photo").await?.done()
}

//! `/api/v1/me/photo`: the person's photo, where the organization lets them choose it (features 2.3).
//!
//! `GET` → `image/jpeg`, 256 × 256; 404 without one. `POST` with a [`NewPhoto`] → 204; 403 `decided-by-organization`; 413
//! `body-too-large`; 422 `/image`: `malformed` for what is no picture or more than one, `too-long` for more than
//! [`MAX_BYTES`]. `DELETE` → 204.

use serde::{Deserialize, Serialize};

/// The most bytes of a photo's file.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// A photo to show from now on.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPhoto {
    /// The file in base64 (RFC 4648, section 4): JPEG, PNG or WebP. What it says of place, time and camera is not kept.
    pub image: String,
}

impl std::fmt::Debug for NewPhoto {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "NewPhoto {{ image: {} characters }}", self.image.len())
    }
}

//! `GET /api/v1/capabilities`: what this backend can do, so that the page hides or explains instead of failing.

use serde::{Deserialize, Serialize};

/// What this backend can do; no session needed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Capabilities {
    /// Signing in with user ID and password.
    pub sign_in: Support,
    /// Leaving an organization.
    pub leave_organization: Support,
    /// An administrator's *Deleted users*.
    pub deleted_users: Support,
    /// Disabling a device.
    pub disable_device: Support,
    /// Looking at a device's BitLocker keys.
    pub bit_locker_keys: Support,
    /// Changing the password.
    pub change_password: Support,
    /// Ending one session.
    pub end_session: Support,
    /// Ending all of them.
    pub sign_out_everywhere: Support,
    /// Saying whether one recognises a sign-in.
    pub review_sign_in: Support,
}

/// How an operation is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Support {
    /// Here.
    Supported,
    /// On the identity platform's own page.
    Redirect {
        /// That page; `https` only.
        url: String,
    },
    /// Not at all.
    Unavailable,
}

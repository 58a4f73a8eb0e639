//! `/api/v1/me/authentication/trusted-devices`: the browsers in which signing in asks for no second factor (features 2.3).
//!
//! A browser becomes one by [`crate::session::SecondFactor::trust`], for 14 days and one account. `GET` →
//! [`TrustedDevices`]. `POST …/restore` (empty object) → 204: none is trusted any more; needs a proof of identity of the
//! last 300 s (S4). Without My Apps both are 403 `access-denied`.
//!
//! Trust also ends when the person signs out there or everywhere, does not recognise a sign-in, or changes a password or
//! a method (S5). It is no proof of identity: sensitive changes ask for the second factor all the same.

use serde::{Deserialize, Serialize};

/// `GET …/trusted-devices`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct TrustedDevices {
    /// The organization allows it; where it does not, what was trusted before is not trusted now.
    pub allowed: bool,
    /// In how many browsers signing in asks for no second factor now.
    pub count: u32,
    /// For how many days a browser is trusted.
    pub days: u32,
}

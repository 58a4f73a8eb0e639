//! The person's own data: taking a copy of it, and closing the account (features 1.9).
//!
//! `GET /me/data-exports` → `Page<DataExport>`, newest first. `POST /me/data-exports` (empty object) → 202; needs a fresh
//! proof of identity; 409 `export-in-progress` while one is being prepared, 429 after [`EXPORTS_PER_DAY`].
//! `GET /me/data-exports/{id}/content` → a ZIP; 409 `export-not-ready`, 410 `gone` once it has expired.
//! `GET /me/close-account` → `Closing`. `POST /me/close-account` (`CloseAccount`) → 204, signed out; needs a proof for
//! [`CLOSE_PURPOSE`]; 403 `closing-forbidden` unless `Closing` says that it is possible.

use serde::{Deserialize, Serialize};

use crate::{contacts::HelpContact, ids::ExportId, organizations::OrganizationSummary};

/// Days for which a prepared export can be downloaded.
pub const EXPORT_DAYS: i64 = 7;

/// Exports that may be asked for within 24 hours.
pub const EXPORTS_PER_DAY: u32 = 5;

/// Days for which nobody can use the user ID of a closed account.
pub const RESERVED_DAYS: i64 = 30;

/// What a proof of identity must be for to close the account (S4).
pub const CLOSE_PURPOSE: &str = "close-account";

/// A copy of everything the portal knows of the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DataExport {
    /// Which.
    pub id: ExportId,
    /// How far it is.
    pub state: ExportState,
    /// How much is prepared, 0 to 100.
    pub percent: u32,
    /// Bytes, once it is ready.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// When it was asked for.
    pub created_at: String,
    /// Until when it can be downloaded, once it is ready.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
}

/// How far an export is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ExportState {
    /// Waiting for its turn.
    Queued,
    /// Being prepared.
    Preparing,
    /// To be downloaded.
    Ready,
    /// It could not be prepared; a new one can be asked for.
    Failed,
    /// Its time is over and its file gone.
    Expired,
    /// A newer backend's state.
    #[serde(other)]
    Unknown,
}

/// Whether the person can close the account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Closing {
    /// Whether, and if not, why.
    pub state: ClosingState,
    /// The home organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<OrganizationSummary>,
    /// Its administrator, where closing is not possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<HelpContact>,
}

/// Whether an account can be closed by its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ClosingState {
    /// Yes: the home organization has no administrator.
    Possible,
    /// No: the home organization is managed, its administrator decides.
    ManagedOrganization,
    /// No: no organization owns the account.
    NoHomeOrganization,
    /// Not yet: a group would be left without an owner who can act (features 2.5).
    LastOwner,
    /// A newer backend's reason; treated as impossible.
    #[serde(other)]
    Unknown,
}

/// `POST /me/close-account`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CloseAccount {
    /// What the person signs in with, typed as confirmation; case and surrounding spaces ignored.
    pub user_id: String,
}

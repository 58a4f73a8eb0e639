//! `/api/v1/me/terms-of-use`: documents that organizations ask the person to accept (features 2.3).
//!
//! `GET` → `Page<TermsOfUse>`. `POST …/{id}/accept` and `…/{id}/decline` with a [`TermsAnswer`] → 204; 404 for documents
//! that do not hold for the person, 412 `stale` for another version than the one that holds, 422 `/language`.

use serde::{Deserialize, Serialize};

use crate::{apps::AppName, ids::TermsId, organizations::OrganizationSummary, privacy::Edition};

/// A document of terms of use.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct TermsOfUse {
    /// Which.
    pub id: TermsId,
    /// Whose.
    pub organization: OrganizationSummary,
    /// Which version holds now, such as `2026-03`.
    pub version: String,
    /// What the person answered to this very version.
    #[serde(default)]
    pub state: TermsState,
    /// When the person accepted this very version, while that holds; absent otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_at: Option<String>,
    /// Until when that holds; absent: for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
    /// The document, once per language; at least one.
    pub editions: Vec<Edition>,
    /// The person's apps that stay closed until it is accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apps: Vec<AppName>,
}

/// What a person answered to the version that holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TermsState {
    /// Nothing yet.
    #[default]
    Pending,
    /// Yes.
    Accepted,
    /// Yes, but the organization asks again after a while, and that while is over.
    Expired,
    /// No.
    Declined,
    /// A newer backend's state; treated as pending.
    #[serde(other)]
    Unknown,
}

/// Which document was read.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TermsAnswer {
    /// Its version.
    pub version: String,
    /// The language of the edition, BCP 47 as the document names it.
    pub language: String,
}

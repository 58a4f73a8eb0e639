//! `/api/v1/me/apps/{id}`: one of the person's apps, and what it may do on their behalf (*Manage your application*).
//!
//! `GET` → `AppDetails`; `GET …/permissions` → `Page<Permission>`, those of the person first, on one page.
//! `POST …/permissions/{permissionId}/revoke` and `POST …/permissions/revoke-all` → 204. 404 for an app that is not the
//! person's, 403 `access-denied` for who has no My Apps, 403 `decided-by-organization` for what an administrator agreed to.

use serde::{Deserialize, Serialize};

use crate::{
    apps::AppText,
    contacts::HelpContact,
    ids::{AppId, PermissionId},
    organizations::OrganizationSummary,
    preferences::Language,
};

/// An app with those who look after it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct AppDetails {
    /// Which.
    pub id: AppId,
    /// Its name, where it has none in the language of the person.
    pub display_name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What it is called in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<AppText>,
    /// Its icon: a `data:` URL of an image, at most 8,192 characters; absent: its initials stand for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// The organization that gives it.
    pub organization: OrganizationSummary,
    /// Whom to ask about what that organization decided: its administrator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub administered_by: Option<HelpContact>,
}

/// Something that an app may do on the person's behalf.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Permission {
    /// Which.
    pub id: PermissionId,
    /// What it is called, where it has no name in the language of the person: a few words, such as "Read your mail".
    pub display_name: String,
    /// What that means, in plain language.
    pub description: String,
    /// What no longer works without it.
    pub without_it: String,
    /// The same in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<PermissionText>,
    /// Who agreed; where both did it is the organization, because then nothing changes without the person.
    pub agreed_by: AgreedBy,
    /// When, RFC 3339.
    pub agreed_at: String,
}

/// A permission in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PermissionText {
    /// The language.
    pub language: Language,
    /// What it is called.
    pub display_name: String,
    /// What that means.
    pub description: String,
    /// What no longer works without it.
    pub without_it: String,
}

/// Who agreed to what an app may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AgreedBy {
    /// The person, for themselves: they can revoke it.
    Person,
    /// An administrator, for everybody in the organization.
    Organization,
    /// A newer backend's answer.
    #[serde(other)]
    Unknown,
}

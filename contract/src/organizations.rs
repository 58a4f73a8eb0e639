//! `/api/v1/me/organizations`: the organizations connected to the account (features 1.2).
//!
//! `GET /me/organizations` → `Page<ConnectedOrganization>`, home first, then by name.
//! `POST /me/organizations/{id}/sign-in` (empty object) → `Session`: work in that organization from now on.
//! `POST /me/organizations/{id}/leave` (empty object) → 204.

use serde::{Deserialize, Serialize};

use crate::{
    contacts::HelpContact,
    ids::{GroupId, OrganizationId},
};

/// An organization by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct OrganizationSummary {
    /// Which.
    pub id: OrganizationId,
    /// Its name, in its own language.
    pub display_name: String,
    /// The language of that name (BCP 47), so that it can be read out right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// An organization connected to the account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ConnectedOrganization {
    /// Which one.
    pub id: OrganizationId,
    /// Its name, in its own language.
    pub display_name: String,
    /// The language of that name (BCP 47).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Its main domain.
    pub domain: String,
    /// Whether it owns the account.
    pub relation: Relation,
    /// Whether this session is signed in there.
    pub signed_in: bool,
    /// When the account was first connected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member_since: Option<String>,
    /// The groups of that organization in which the person is: by name, at most 100.
    #[serde(default)]
    pub groups: Vec<GroupSummary>,
    /// How many of its apps the person has in My Apps.
    #[serde(default)]
    pub app_count: u32,
    /// Whether the person can leave, and if not, why.
    pub leaving: Leaving,
    /// Whom to ask where leaving is not possible: its administrator, or its privacy contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<HelpContact>,
}

impl ConnectedOrganization {
    /// The organization by name.
    pub fn summary(&self) -> OrganizationSummary {
        OrganizationSummary {
            id: self.id.clone(),
            display_name: self.display_name.clone(),
            language: self.language.clone(),
        }
    }
}

/// How the account belongs to an organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// It owns the account.
    Home,
    /// It invited the account.
    Guest,
    /// A newer backend's relation.
    #[serde(other)]
    Unknown,
}

/// Whether an organization can be left (features 1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Leaving {
    /// Never: it owns the account.
    Home,
    /// Yes.
    Possible,
    /// After signing in there.
    SignInFirst,
    /// Not while the account is disabled at home.
    DisabledAtHome,
    /// Not while the guest account is disabled there.
    DisabledThere,
    /// Its policy does not let external users leave.
    Forbidden,
    /// A newer backend's reason; treated as impossible.
    #[serde(other)]
    Unknown,
}

/// A group by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct GroupSummary {
    /// Which.
    pub id: GroupId,
    /// Its name.
    pub display_name: String,
}

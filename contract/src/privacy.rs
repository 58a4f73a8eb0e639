//! `GET /api/v1/me/privacy` → `Privacy`: who uses what of the person, and what the person agreed to (features 1.7).

use serde::{Deserialize, Serialize};

use crate::{contacts::HelpContact, ids::ServiceId, organizations::OrganizationSummary, terms::TermsOfUse};

/// What the *Privacy* section shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Privacy {
    /// How the home organization uses personal data; absent without a home organization or a notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<PrivacyNotice>,
    /// The services connected to the account, by name.
    pub services: Vec<ConnectedService>,
    /// The terms of use that hold for the account: those not accepted yet first, then by name of the organization.
    pub terms_of_use: Vec<TermsOfUse>,
}

/// An organization's notice on privacy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PrivacyNotice {
    /// Whose.
    pub organization: OrganizationSummary,
    /// The notice, once per language; at least one.
    pub editions: Vec<Edition>,
    /// Whom to ask about privacy there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<HelpContact>,
}

/// A document in one language: its text, or where it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Edition {
    /// BCP 47.
    pub language: String,
    /// Its title.
    pub title: String,
    /// Plain text; an empty line begins a paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Where to read it; `https` only, checked by both sides (S10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A service that may see something of the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ConnectedService {
    /// Which.
    pub id: ServiceId,
    /// Its name.
    pub display_name: String,
    /// Who connected it.
    pub organization: OrganizationSummary,
    /// Since when.
    pub connected_at: String,
    /// What it may see.
    pub access: Vec<ServiceAccess>,
}

/// Something that a service may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ServiceAccess {
    /// Name and job title.
    Profile,
    /// The mail address.
    MailAddress,
    /// The calendar.
    Calendar,
    /// Files.
    Files,
    /// Groups and their members.
    Groups,
    /// When and from where the person signed in.
    SignIns,
    /// Devices.
    Devices,
    /// A newer backend's kind.
    #[serde(other)]
    Unknown,
}

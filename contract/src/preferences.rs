//! `/api/v1/me/preferences`: how the portal speaks to the person. `GET` with `ETag`; `PATCH` with `If-Match`.

use serde::{Deserialize, Serialize};

use crate::organizations::OrganizationSummary;

/// A language that the portal speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
}

/// The regional formats that can be chosen: BCP 47 tags, whose dates and numbers every browser knows.
pub const REGIONAL_FORMATS: [&str; 18] = [
    "da-DK", "de-AT", "de-CH", "de-DE", "en-AU", "en-CA", "en-GB", "en-IE", "en-US", "es-ES", "fr-BE", "fr-FR",
    "it-IT", "nl-BE", "nl-NL", "pl-PL", "pt-PT", "sv-SE",
];

/// What holds for the account: what the person chose, or what the home organization decided for them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    /// The display language; absent until one was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_language: Option<Language>,
    /// How dates and numbers are written, one of [`REGIONAL_FORMATS`]; absent: as the display language writes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regional_format: Option<String>,
    /// The IANA time zone in which times are shown; absent: the one of the device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// Those that the person cannot change, and who decides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locks: Vec<PreferenceLock>,
}

/// A preference that an organization decides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PreferenceLock {
    /// Which.
    pub preference: Preference,
    /// Who decides.
    pub organization: OrganizationSummary,
}

/// The preferences by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Preference {
    /// `displayLanguage`.
    DisplayLanguage,
    /// `regionalFormat`.
    RegionalFormat,
    /// `timeZone`.
    TimeZone,
    /// A newer backend's preference.
    #[serde(other)]
    Unknown,
}

/// `PATCH /me/preferences` → `Preferences`. What is absent stays.
///
/// 403 `decided-by-organization` for a locked one, 422 `invalid-fields`, 428 without `If-Match`, 412 when it is stale.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreferencesChange {
    /// The new display language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_language: Option<Language>,
    /// The new regional format, one of [`REGIONAL_FORMATS`]; empty: as the display language writes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regional_format: Option<String>,
    /// The new time zone, an IANA id; empty: the one of the device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
}

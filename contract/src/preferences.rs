//! `/api/v1/me/preferences`: how the portal speaks to the person. `GET` with `ETag`; `PATCH` with `If-Match`.

use serde::{Deserialize, Serialize};

/// A language that the portal speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// English.
    En,
    /// Dutch.
    Nl,
}

/// What is stored for the account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    /// The display language; absent until one was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_language: Option<Language>,
}

/// `PATCH /me/preferences` → `Preferences`. 428 without `If-Match`, 412 when it is stale.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreferencesChange {
    /// The new display language.
    pub display_language: Language,
}

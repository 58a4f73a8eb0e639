//! `/api/v1/me/apps`: the applications in the person's My Apps.
//!
//! `GET` → `Page<App>`; `q` searches the names in every language, `view` says which apps, `language` by which names they are
//! ordered. 403 `access-denied` for who has no My Apps. `POST …/{id}/hide`, `…/show`, `…/open` → 204.

use serde::{Deserialize, Serialize};

use crate::{
    ids::{AppId, TermsId},
    organizations::OrganizationSummary,
    preferences::Language,
};

/// An application to open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct App {
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
    /// Where it opens: `https` only, checked by both sides (S10). Absent while `terms` wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub launch_url: Option<String>,
    /// The terms of use that the person has to accept before it opens; absent when there is nothing to accept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<TermsId>,
    /// The organization that gives it.
    pub organization: OrganizationSummary,
    /// Whether the person has hidden it.
    pub hidden: bool,
    /// When the person last opened it here, RFC 3339; absent: not yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_opened_at: Option<String>,
}

/// What an app is called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct AppName {
    /// Which.
    pub id: AppId,
    /// Its name, where it has none in the language of the person.
    pub display_name: String,
    /// What it is called in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<AppText>,
}

/// An app in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct AppText {
    /// The language.
    pub language: Language,
    /// Its name.
    pub display_name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// Which apps a list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AppView {
    /// Those that the person has not hidden, by name.
    #[default]
    Shown,
    /// Those that the person has hidden, by name.
    Hidden,
    /// Those that the person opened, the last one first, and has not hidden; one page of them.
    Recent,
}

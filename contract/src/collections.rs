//! `/api/v1/me/collections`: apps that belong together (features 2.2).
//!
//! `GET` → [`Collections`] in the person's order, with its `ETag`; `POST` → [`Collection`]. `…/{id}`: `GET` →
//! [`CollectionContent`] with an `ETag`, `PATCH` and `DELETE` → 204, for the person's own ones. `POST …/{id}/hide`, `…/show`
//! → 204. `PUT …/order` → [`Collections`]. 403 `access-denied` for who has no My Apps.

use serde::{Deserialize, Serialize};

use crate::{
    ids::{AppId, CollectionId},
    preferences::Language,
};

/// The collection of all apps: everybody has it.
pub const ALL_APPS: &str = "all";
/// The most characters of a name.
pub const MAX_NAME: u32 = 60;
/// The most apps of one collection.
pub const MAX_APPS: u32 = 500;
/// The most collections of one's own.
pub const MAX_OWN: u32 = 50;

/// Everything in the person's order; the first one that is not hidden is what My Apps opens with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Collections {
    /// At least **All apps**.
    pub items: Vec<Collection>,
}

/// A collection of apps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Collection {
    /// Which.
    pub id: CollectionId,
    /// Whose.
    pub kind: CollectionKind,
    /// Its name, where it has none in the language of the person. **All apps** is named by the portal.
    pub display_name: String,
    /// What it is called in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<NameText>,
    /// Whether the person has hidden it.
    pub hidden: bool,
    /// How many apps it shows: those that the person has now and has not hidden.
    pub app_count: u32,
}

/// Who made a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CollectionKind {
    /// **All apps**, by name: nobody made it.
    All,
    /// An administrator of the organization: it can be hidden and ordered, and no more.
    Administrator,
    /// The person.
    Own,
    /// A newer backend's kind.
    #[serde(other)]
    Unknown,
}

/// A name in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct NameText {
    /// The language.
    pub language: Language,
    /// The name.
    pub display_name: String,
}

/// One's own collection with what is in it: what editing begins with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct CollectionContent {
    /// Which.
    pub id: CollectionId,
    /// Its name.
    pub display_name: String,
    /// Its apps in their order, without those that the person does not have now.
    pub apps: Vec<CollectedApp>,
}

/// An app of a collection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct CollectedApp {
    /// Which.
    pub id: AppId,
    /// Its name, where it has none in the language of the person.
    pub display_name: String,
    /// What it is called in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<NameText>,
}

/// A collection to be made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewCollection {
    /// Its name: 1 to 60 characters without surrounding spaces, another one than those of one's other collections.
    pub display_name: String,
    /// Its apps in their order: the person's own, each once, at most 500.
    #[cfg_attr(feature = "openapi", schema(max_items = 500))]
    pub apps: Vec<AppId>,
}

/// What becomes of a collection; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CollectionChange {
    /// A new name, as in [`NewCollection`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// All its apps in their order, as in [`NewCollection`]. Apps in it that the person does not have now stay, after these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_items = 500))]
    pub apps: Option<Vec<AppId>>,
}

/// Another order of the collections.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CollectionOrder {
    /// Every collection of the list, hidden ones too, each once.
    pub ids: Vec<CollectionId>,
}

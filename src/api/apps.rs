//! `/me/apps`.

use portal_contract::{
    apps::{App, AppText, AppView},
    ids::AppId,
    page::Page,
    preferences::Language,
};

use serde::Deserialize;

use super::{
    client::{self, Nothing},
    error::ApiError,
    key::Key,
};

/// One page of the person's apps, ordered by their names in a language or as their collection says; `q` searches the names
/// in every language. Without a collection: those of the default one.
pub async fn list(
    q: &str,
    view: AppView,
    language: Language,
    collection: Option<&str>,
    cursor: Option<&str>,
) -> Result<Page<App>, ApiError> {
    let path = match (view, language) {
        (AppView::Recent, _) => "/me/apps?view=recent",
        (AppView::Shown, Language::En) => "/me/apps?limit=48&language=en",
        (AppView::Shown, Language::Nl) => "/me/apps?limit=48&language=nl",
        (AppView::Hidden, Language::En) => "/me/apps?limit=48&language=en&view=hidden",
        (AppView::Hidden, Language::Nl) => "/me/apps?limit=48&language=nl&view=hidden",
    };
    let collected = collection.map(|it| format!("{path}&collection={}", js_sys::encode_uri_component(it)));
    client::get(&super::listed(collected.as_deref().unwrap_or(path), q, cursor)).await
}

/// The collections, to choose one. A type of their own, because what two pages read alike both download at first.
#[derive(Clone, Deserialize)]
pub struct Choices {
    /// In the person's order.
    pub items: Vec<Choice>,
}

/// A collection to choose.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// Which.
    pub id: String,
    /// Its name, where it has none in the language of the person.
    pub display_name: String,
    /// What it is called in other languages.
    #[serde(default)]
    pub texts: Vec<AppText>,
    /// Whether the person has hidden it.
    pub hidden: bool,
}

/// The person's collections.
pub async fn collections() -> Result<Choices, ApiError> {
    client::get("/me/collections").await
}

/// Takes an app out of sight, or brings it back.
pub async fn hide(id: &AppId, hidden: bool, key: &Key) -> Result<(), ApiError> {
    let verb = if hidden { "hide" } else { "show" };
    client::post(&format!("/me/apps/{id}/{verb}"), &Nothing {}, key).await?.done()
}

/// Notes that the person opens an app.
pub async fn open(id: &AppId) -> Result<(), ApiError> {
    client::post(&format!("/me/apps/{id}/open"), &Nothing {}, &Key::fresh()).await?.done()
}

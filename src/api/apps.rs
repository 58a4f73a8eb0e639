//! `/me/apps`.

use portal_contract::{
    apps::{App, AppView},
    ids::AppId,
    page::Page,
    preferences::Language,
};

use super::{
    client::{self, Nothing},
    error::ApiError,
    key::Key,
};

/// One page of the person's apps, ordered by their names in a language; `q` searches the names in every language.
pub async fn list(q: &str, view: AppView, language: Language, cursor: Option<&str>) -> Result<Page<App>, ApiError> {
    let path = match (view, language) {
        (AppView::Recent, _) => "/me/apps?view=recent",
        (AppView::Shown, Language::En) => "/me/apps?limit=48&language=en",
        (AppView::Shown, Language::Nl) => "/me/apps?limit=48&language=nl",
        (AppView::Hidden, Language::En) => "/me/apps?limit=48&language=en&view=hidden",
        (AppView::Hidden, Language::Nl) => "/me/apps?limit=48&language=nl&view=hidden",
    };
    client::get(&super::listed(path, q, cursor)).await
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

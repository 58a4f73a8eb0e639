//! `/me/collections`.

use portal_contract::{
    collections::{CollectedApp, CollectionChange, CollectionContent, CollectionOrder, Collections, NewCollection},
    ids::CollectionId,
    page::Page,
    preferences::Language,
};
use serde::Deserialize;

use super::{
    client::{self, Nothing},
    error::ApiError,
    key::Key,
};
use crate::i18n::tag;

const PATH: &str = "/me/collections";

/// All of them in the person's order, and its version.
pub async fn list() -> Result<(Collections, String), ApiError> {
    client::get_versioned(PATH).await
}

/// One's own with its apps, and its version.
pub async fn get(id: &CollectionId) -> Result<(CollectionContent, String), ApiError> {
    client::get_versioned(&format!("{PATH}/{id}")).await
}

/// One page of the apps that can be chosen, ordered by their names in a language.
pub async fn choosable(q: &str, language: Language, cursor: Option<&str>) -> Result<Page<CollectedApp>, ApiError> {
    let path = format!("/me/apps?limit=20&language={}&collection=all", tag(language));
    client::get(&super::listed(&path, q, cursor)).await
}

/// A collection that was made; what the page knows already is skipped.
#[derive(Deserialize)]
pub struct Made {
    #[serde(rename = "id")]
    _id: CollectionId,
}

/// Makes one.
pub async fn create(new: &NewCollection, key: &Key) -> Result<Made, ApiError> {
    client::post(PATH, new, key).await?.read()
}

/// Changes one's own, if nobody changed it since `version` was read.
pub async fn update(id: &CollectionId, change: &CollectionChange, version: &str) -> Result<(), ApiError> {
    client::patch(&format!("{PATH}/{id}"), change, version).await?.done()
}

/// Deletes one's own.
pub async fn remove(id: &CollectionId) -> Result<(), ApiError> {
    client::delete(&format!("{PATH}/{id}")).await?.done()
}

/// Takes one out of sight, or brings it back.
pub async fn hide(id: &CollectionId, hidden: bool, key: &Key) -> Result<(), ApiError> {
    let verb = if hidden { "hide" } else { "show" };
    client::post(&format!("{PATH}/{id}/{verb}"), &Nothing {}, key).await?.done()
}

/// Puts them into another order, if they are still in the one that `version` names; gives back the next version.
pub async fn order(ids: Vec<CollectionId>, version: &str) -> Result<String, ApiError> {
    let answer = client::put(&format!("{PATH}/order"), &CollectionOrder { ids }, version).await?;
    Ok(answer.read_versioned::<Collections>()?.1)
}

//! `/me/groups` and `/groups`.

use portal_contract::{
    BASE,
    groups::{Group, GroupChange, GroupPerson, GroupRules, GroupView, ListedGroup, NameCheck, NewGroup, NewOwner},
    ids::{AccountId, GroupId},
    page::Page,
};
use serde::Deserialize;

use super::{
    client::{self, Nothing},
    error::ApiError,
    key::Key,
};

const MINE: &str = "/me/groups";

/// One page of the groups that the person owns or is in; `q` searches the names.
pub async fn list(view: GroupView, q: &str, cursor: Option<&str>) -> Result<Page<ListedGroup>, ApiError> {
    let path = match view {
        GroupView::Owned => "/me/groups?limit=20&view=owned",
        GroupView::Joined => "/me/groups?limit=20&view=joined",
    };
    client::get(&super::listed(path, q, cursor)).await
}

/// What holds for the groups that the person makes.
pub async fn rules() -> Result<GroupRules, ApiError> {
    client::get(&format!("{MINE}/rules")).await
}

/// Whether a group may be called so; without a group: a new one.
pub async fn check(name: &str, group: Option<&GroupId>) -> Result<NameCheck, ApiError> {
    let group = group.map(|it| format!("&group={}", encoded(&it.0))).unwrap_or_default();
    client::get(&format!("{MINE}/name-check?name={}{group}", encoded(name))).await
}

/// One of them, and its version.
pub async fn get(id: &GroupId) -> Result<(Group, String), ApiError> {
    client::get_versioned(&at(id, "")).await
}

/// A group that was made; what the page reads anyway is skipped.
#[derive(Deserialize)]
pub struct Made {
    /// Which.
    pub id: GroupId,
}

/// Makes one.
pub async fn create(new: &NewGroup, key: &Key) -> Result<Made, ApiError> {
    client::post("/groups", new, key).await?.read()
}

/// Changes one, if nobody changed it since `version` was read.
pub async fn update(id: &GroupId, change: &GroupChange, version: &str) -> Result<(), ApiError> {
    client::patch(&at(id, ""), change, version).await?.done()
}

/// Deletes one, if nobody changed it since `version` was read.
pub async fn remove(id: &GroupId, version: &str) -> Result<(), ApiError> {
    client::delete_versioned(&at(id, ""), version).await?.done()
}

/// Lets one end later.
pub async fn renew(id: &GroupId, key: &Key) -> Result<(), ApiError> {
    client::post(&at(id, "/renew"), &Nothing {}, key).await?.done()
}

/// Ends the person's membership.
pub async fn leave(id: &GroupId, key: &Key) -> Result<(), ApiError> {
    client::post(&at(id, "/leave"), &Nothing {}, key).await?.done()
}

/// Some of those who can become an owner: members without a search.
pub async fn candidates(id: &GroupId, q: &str) -> Result<Page<GroupPerson>, ApiError> {
    client::get(&super::listed(&at(id, "/owner-candidates"), q, None)).await
}

/// Makes somebody an owner.
pub async fn add_owner(id: &GroupId, account: AccountId, key: &Key) -> Result<(), ApiError> {
    client::post(&at(id, "/owners"), &NewOwner { account }, key).await?.done()
}

/// Somebody is no owner any more.
pub async fn remove_owner(id: &GroupId, account: &AccountId) -> Result<(), ApiError> {
    client::delete(&at(id, &format!("/owners/{}", encoded(&account.0)))).await?.done()
}

/// Where a browser gets the members as a table.
pub fn table(id: &GroupId) -> String {
    format!("{BASE}{}", at(id, "/members.csv"))
}

fn at(id: &GroupId, part: &str) -> String {
    format!("/groups/{}{part}", encoded(&id.0))
}

fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

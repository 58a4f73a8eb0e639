//! `/groups/{id}/members` and `/directory`.

use portal_contract::{
    group_members::{Found, Member, Membership, NewMembers},
    ids::{AccountId, GroupId},
    page::Page,
};

use super::{client, error::ApiError, key::Key};

fn at(group: &GroupId, rest: &str) -> String {
    format!("/groups/{}/{rest}", js_sys::encode_uri_component(&group.0))
}

/// The group, and what the person may do with its members.
pub async fn membership(group: &GroupId) -> Result<Membership, ApiError> {
    client::get(&at(group, "membership")).await
}

/// One page of the members, by name; `q` searches names and user IDs.
pub async fn list(group: &GroupId, q: &str, cursor: Option<&str>) -> Result<Page<Member>, ApiError> {
    client::get(&super::listed(&at(group, "members?limit=50"), q, cursor)).await
}

/// People of the group's organization whose names or user IDs begin with `q`.
pub async fn find(group: &GroupId, q: &str) -> Result<Found, ApiError> {
    let path = format!("/directory?group={}", js_sys::encode_uri_component(&group.0));
    client::get(&super::listed(&path, q, None)).await
}

/// Adds people; those who are in the group already stay.
pub async fn add(group: &GroupId, people: &NewMembers, key: &Key) -> Result<(), ApiError> {
    client::post(&at(group, "members"), people, key).await?.done()
}

/// Takes somebody out.
pub async fn remove(group: &GroupId, member: &AccountId) -> Result<(), ApiError> {
    client::delete(&at(group, &format!("members/{}", js_sys::encode_uri_component(&member.0)))).await?.done()
}

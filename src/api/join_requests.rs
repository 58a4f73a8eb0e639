//! `/me/joinable-groups`, `/me/join-requests` and, for owners of groups, `/join-requests`.

use portal_contract::{
    ids::{GroupId, JoinRequestId},
    join_requests::{JoinDenial, JoinRequest, JoinableGroup, NewJoinRequest},
    page::Page,
};

use super::{
    client::{self, Nothing},
    error::ApiError,
    key::Key,
};

/// One page of the groups that the person can join, by name.
pub async fn joinable(q: &str, cursor: Option<&str>) -> Result<Page<JoinableGroup>, ApiError> {
    client::get(&super::listed("/me/joinable-groups?limit=24", q, cursor)).await
}

/// Joins a group about which nobody has to decide.
pub async fn join(id: &GroupId, key: &Key) -> Result<(), ApiError> {
    client::post(&format!("/me/joinable-groups/{id}/join"), &Nothing {}, key).await?.done()
}

/// One page of the person's requests, newest first.
pub async fn own(cursor: Option<&str>) -> Result<Page<JoinRequest>, ApiError> {
    client::get(&super::listed("/me/join-requests?limit=12", "", cursor)).await
}

/// Asks to join a group.
pub async fn ask(request: &NewJoinRequest, key: &Key) -> Result<(), ApiError> {
    client::post("/me/join-requests", request, key).await?.done()
}

/// Takes a request back, if nobody decided it since it was read.
pub async fn withdraw(request: &JoinRequest, key: &Key) -> Result<(), ApiError> {
    let path = format!("/me/join-requests/{}/withdraw", request.id);
    client::post_versioned(&path, &Nothing {}, key, &request.etag).await?.done()
}

/// One page of the requests that the person decides: those that wait, or those that were decided.
pub async fn queue(decided: bool, cursor: Option<&str>) -> Result<Page<JoinRequest>, ApiError> {
    let path = if decided { "/join-requests?limit=24&state=decided" } else { "/join-requests?limit=24&state=pending" };
    client::get(&super::listed(path, "", cursor)).await
}

/// One of them, and what became of it.
pub async fn one(id: &JoinRequestId) -> Result<JoinRequest, ApiError> {
    client::get(&format!("/join-requests/{id}")).await
}

/// Lets the requester in, if nobody decided since it was read.
pub async fn approve(request: &JoinRequest, key: &Key) -> Result<(), ApiError> {
    let path = format!("/join-requests/{}/approve", request.id);
    client::post_versioned(&path, &Nothing {}, key, &request.etag).await?.done()
}

/// Refuses the requester, if nobody decided since it was read.
pub async fn deny(request: &JoinRequest, denial: &JoinDenial, key: &Key) -> Result<(), ApiError> {
    let path = format!("/join-requests/{}/deny", request.id);
    client::post_versioned(&path, denial, key, &request.etag).await?.done()
}

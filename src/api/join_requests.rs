//! `/me/joinable-groups`, `/me/join-requests` and, for owners of groups, `/join-requests`.

use portal_contract::{
    ids::GroupId,
    join_requests::{JoinDenial, JoinRequest, JoinableGroup, NewJoinRequest},
    page::Page,
};
use serde::Serialize;

use super::{
    client::{self, Nothing},
    error::ApiError,
    key::Key,
    request_queue::QueuedRequest,
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

impl QueuedRequest for JoinRequest {
    const QUEUE: &'static str = "/join-requests";

    fn id(&self) -> &str {
        &self.id.0
    }

    fn etag(&self) -> &str {
        &self.etag
    }

    fn denial(reason: &str) -> impl Serialize {
        JoinDenial { reason: reason.to_owned() }
    }
}

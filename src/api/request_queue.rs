//! `/app-requests` and `/join-requests`: requests, for those who decide them.

use portal_contract::page::Page;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    client::{self, Nothing},
    error::ApiError,
    key::Key,
};

/// A request that somebody decides. Its endpoints are compiled for each kind, and so downloaded with its page.
pub trait QueuedRequest: DeserializeOwned {
    /// The address of the queue.
    const QUEUE: &'static str;

    /// Which.
    fn id(&self) -> &str;

    /// Its version, for `If-Match`.
    fn etag(&self) -> &str;

    /// What says why it is denied.
    fn denial(reason: &str) -> impl Serialize;

    /// One page of the requests that the person decides: those that wait, or those that were decided.
    async fn queue(decided: bool, cursor: Option<&str>) -> Result<Page<Self>, ApiError> {
        let state = if decided { "decided" } else { "pending" };
        client::get(&super::listed(&format!("{}?limit=24&state={state}", Self::QUEUE), "", cursor)).await
    }

    /// What became of it.
    async fn now(&self) -> Result<Self, ApiError> {
        client::get(&format!("{}/{}", Self::QUEUE, self.id())).await
    }

    /// Gives the requester what they ask for, if nobody decided since it was read.
    async fn approve(&self, key: &Key) -> Result<(), ApiError> {
        let path = format!("{}/{}/approve", Self::QUEUE, self.id());
        client::post_versioned(&path, &Nothing {}, key, self.etag()).await?.done()
    }

    /// Refuses it, if nobody decided since it was read.
    async fn deny(&self, reason: &str, key: &Key) -> Result<(), ApiError> {
        let path = format!("{}/{}/deny", Self::QUEUE, self.id());
        client::post_versioned(&path, &Self::denial(reason), key, self.etag()).await?.done()
    }
}

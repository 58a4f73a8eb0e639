//! Requests to join groups: the owners’ page.

use super::RequestQueue;

pub struct JoinRequests {
    pub elsewhere: fn(&str) -> String,
    pub queue: RequestQueue,
}

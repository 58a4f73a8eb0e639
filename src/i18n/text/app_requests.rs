//! App requests: the approvers' page.

use super::RequestQueue;

pub struct AppRequests {
    pub denied: &'static str,
    pub queue: RequestQueue,
}

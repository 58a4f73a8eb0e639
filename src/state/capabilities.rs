//! Which operations the backend does here, which the platform does on pages of its own, and which nobody does
//! (`GET /capabilities`).
//!
//! `public/boot.js` reads it beside the session, which waits for it, and knows everything as done here where it cannot.

pub use portal_contract::capabilities::operations::*;

use crate::deployment;

/// Whether an operation is done here.
pub fn here(operation: &str) -> bool {
    deployment::support(operation).is_none()
}

/// Whether there is something of it to show: where it is not done at all, what it is about may not be there to be read.
pub fn somewhere(operation: &str) -> bool {
    deployment::offers(operation)
}

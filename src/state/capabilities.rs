//! Which operations the backend does here, which the platform does on pages of its own, and which nobody does
//! (`GET /capabilities`).
//!
//! `public/boot.js` reads it beside the session, which waits for it, and knows everything as supported where it cannot.

pub use portal_contract::capabilities::operations::*;

use crate::deployment;

/// How an operation is done.
pub enum Support {
    /// Here.
    Here,
    /// On the platform's page at this address.
    There(String),
    /// Not at all.
    Nowhere,
}

/// How the operation of that name is done; or what the page at that address is about.
pub fn of(operation: &str) -> Support {
    match deployment::support(operation) {
        None => Support::Here,
        Some(address) if address.is_empty() => Support::Nowhere,
        Some(address) => Support::There(address),
    }
}

/// Whether it is done here.
pub fn here(operation: &str) -> bool {
    matches!(of(operation), Support::Here)
}

/// Whether there is something of it to show: where it is not done at all, what it is about may not be there to be read.
pub fn somewhere(operation: &str) -> bool {
    !matches!(of(operation), Support::Nowhere)
}

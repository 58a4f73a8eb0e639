//! What every handler works with.

use crate::{
    clock::Clock,
    idempotency::InFlight,
    password::{PasswordError, Passwords},
    store::Store,
};

/// The running portal.
pub struct Portal {
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Clock,
    /// Checks passwords.
    pub passwords: Passwords,
    /// POSTs that are being worked on.
    pub in_flight: InFlight,
    /// The demo directory is loaded, and the sign-in page says how to get in.
    pub demo: bool,
}

impl Portal {
    /// A portal on a database.
    ///
    /// # Errors
    /// [`PasswordError`] when Argon2 cannot work here.
    pub fn new(store: Store, clock: Clock, demo: bool) -> Result<Self, PasswordError> {
        Ok(Self { store, clock, passwords: Passwords::new()?, in_flight: InFlight::default(), demo })
    }
}

//! What every handler works with.

use std::sync::Arc;

use crate::{
    clock::Clock,
    idempotency::InFlight,
    message::{Nobody, Outbox, Sender},
    metrics::Metrics,
    oidc::Providers,
    password::{PasswordError, Passwords},
    proxies::TrustedProxies,
    security_keys::{DEFAULT_ORIGIN, OriginError, SecurityKeys},
    store::Store,
};

/// Why a portal cannot work. Its text is one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum PortalError {
    /// Argon2.
    #[error("Passwords cannot be checked on this machine ({0}): free some memory and start again.")]
    Passwords(#[from] PasswordError),
    /// WebAuthn.
    #[error(transparent)]
    Origin(#[from] OriginError),
}

/// The running portal.
pub struct Portal {
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Clock,
    /// Checks passwords.
    pub passwords: Passwords,
    /// Carries codes.
    pub sender: Arc<dyn Sender>,
    /// Registers and asks security keys.
    pub security_keys: Arc<SecurityKeys>,
    /// Where people of some organizations sign in.
    pub providers: Providers,
    /// POSTs that are being worked on.
    pub in_flight: InFlight,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// Believed about where requests come from.
    pub proxies: TrustedProxies,
    /// The demo directory is loaded, and the sign-in page says how to get in.
    pub demo: bool,
}

impl Portal {
    /// A portal on a database, opened at [`DEFAULT_ORIGIN`]. With `demo` codes go to its outbox, else nowhere.
    ///
    /// # Errors
    /// [`PortalError`].
    pub fn new(store: Store, clock: Clock, demo: bool) -> Result<Self, PortalError> {
        let sender: Arc<dyn Sender> = match demo {
            true => Arc::new(Outbox { store: store.clone(), clock: clock.clone() }),
            false => Arc::new(Nobody),
        };
        Ok(Self {
            store,
            clock,
            passwords: Passwords::new()?,
            sender,
            security_keys: Arc::new(SecurityKeys::new(DEFAULT_ORIGIN)?),
            providers: Providers::default(),
            in_flight: InFlight::default(),
            metrics: Arc::default(),
            proxies: TrustedProxies::default(),
            demo,
        })
    }
}

//! Sign-in at identity providers through OpenID Connect: authorization code with PKCE; tokens never reach the browser.
//!
//! Without `--identity-providers` there is none of it, and the server asks nobody for anything.

pub mod client;
pub mod config;
pub mod discovery;
pub mod exchange;
pub mod failure;
pub mod id_token;
pub mod jws;
pub mod logout;
pub mod matching;
pub mod page;
pub mod return_to;
pub mod transaction;

use std::sync::Arc;

use openidconnect::{ClientId, ClientSecret, IssuerUrl};

use self::{client::Outbound, config::UserIdClaim, discovery::Cache};

/// Seconds by which a provider's clock may differ from the portal's.
pub const CLOCK_SKEW: i64 = 60;

/// An organization's identity provider.
pub struct Provider {
    /// Who it says to be.
    pub issuer: IssuerUrl,
    /// What it knows the portal by.
    pub client_id: ClientId,
    /// What the portal proves that with.
    pub client_secret: ClientSecret,
    /// The domains of its user IDs, in lower case; the first one names it in the database.
    pub domains: Vec<String>,
    /// The home organization of its accounts.
    pub organization: String,
    /// What tells a new person's user ID.
    pub user_id_claim: UserIdClaim,
    /// Its page for password and sign-in methods.
    pub account_url: Option<String>,
    /// Asks it, and nobody else.
    pub client: Outbound,
    /// What it last said of itself.
    pub cache: Cache,
}

impl Provider {
    /// What it is called in the database and in the log.
    pub fn name(&self) -> &str {
        self.domains.first().map_or("", String::as_str)
    }

    /// Whether a user ID is one of its domains'.
    pub fn has(&self, user_id: &str) -> bool {
        domain(user_id).is_some_and(|domain| self.domains.contains(&domain))
    }
}

/// The providers of this portal; clones share them.
#[derive(Clone, Default)]
pub struct Providers {
    /// Where people open the portal.
    pub origin: String,
    all: Vec<Arc<Provider>>,
}

impl Providers {
    /// These, for a portal at this origin.
    pub fn new(origin: &str, all: Vec<Provider>) -> Self {
        Self { origin: origin.trim_end_matches('/').to_owned(), all: all.into_iter().map(Arc::new).collect() }
    }

    /// Whether everybody signs in here.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Provider>> {
        self.all.iter()
    }

    /// The one of a user ID's domain.
    pub fn of_user_id(&self, user_id: &str) -> Option<Arc<Provider>> {
        self.all.iter().find(|it| it.has(user_id)).cloned()
    }

    /// The one that the database knows by this name.
    pub fn named(&self, name: &str) -> Option<Arc<Provider>> {
        self.all.iter().find(|it| it.name() == name).cloned()
    }
}

/// The domain of a user ID, in lower case.
fn domain(user_id: &str) -> Option<String> {
    user_id.rsplit_once('@').filter(|it| !it.0.is_empty() && !it.1.is_empty()).map(|it| it.1.to_lowercase())
}

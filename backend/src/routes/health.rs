//! `/healthz` and `/readyz`: what asks whether the server runs (a container's platform, a proxy, a monitor). Neither needs a
//! session, and neither is in the log.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    Router,
    extract::State,
    http::{HeaderName, header},
    response::IntoResponse,
    routing::get,
};
use portal_contract::problem::Code;
use rusqlite::Transaction;
use tokio::sync::Mutex;

use crate::{
    headers::NO_STORE,
    portal::Portal,
    problem::Refusal,
    store::{StoreError, settings},
};

/// How long the disk's last word holds: anybody can ask, and each answer would be a write.
const HOLDS: Duration = Duration::from_secs(1);

/// Whether the process lives, without asking anything else.
pub const ALIVE: &str = "/healthz";
/// Whether it can work.
pub const READY: &str = "/readyz";

const NOT_STORED: [(HeaderName, &str); 1] = [(header::CACHE_CONTROL, NO_STORE)];

struct Readiness {
    portal: Arc<Portal>,
    wrote_at: Mutex<Option<Instant>>,
}

/// Both addresses.
pub fn routes(portal: Arc<Portal>) -> Router {
    let readiness = Readiness { portal, wrote_at: Mutex::new(None) };
    Router::new().route(ALIVE, get(alive)).route(READY, get(ready)).with_state(Arc::new(readiness))
}

async fn alive() -> impl IntoResponse {
    (NOT_STORED, "alive\n")
}

/// 503 while the database does not answer or cannot be written.
async fn ready(State(readiness): State<Arc<Readiness>>) -> impl IntoResponse {
    let answer = match readiness.write().await {
        Ok(()) => "ready\n".into_response(),
        Err(error) => Refusal { code: Code::Unavailable, ..error.into() }.into_response(),
    };
    (NOT_STORED, answer)
}

impl Readiness {
    async fn write(&self) -> Result<(), StoreError> {
        let mut wrote_at = self.wrote_at.lock().await;
        if wrote_at.is_some_and(|it| it.elapsed() < HOLDS) {
            return Ok(());
        }
        let now = self.portal.clock.now();
        self.portal.store.write(move |transaction: &Transaction<'_>| settings::note_ready(transaction, now)).await?;
        *wrote_at = Some(Instant::now());
        Ok(())
    }
}

//! Repeated POSTs have one effect (`design.md` section 4, `security.md` R2).
//!
//! The record of a key is written in the effect's own transaction: a server that is killed between commit and answer
//! knows, when it is asked again, that the work is done. Refusals are not recorded, so that the same request can
//! succeed once its reason is gone (a fresh proof of identity, say).

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::request::Parts,
};
use portal_contract::{IDEMPOTENCY_HEADER, problem::Code};
use rusqlite::Transaction;
use serde::de::DeserializeOwned;

use crate::{
    input::Body,
    portal::Portal,
    problem::Refusal,
    secret::fingerprint,
    session::Caller,
    store::idempotency::{self, Key, Seen},
};

/// The most characters of a key.
const MAX_KEY: usize = 128;

/// The `Idempotency-Key` of a POST: 400 when it is missing or not 1 to 128 visible ASCII characters.
///
/// The POSTs of `/session` ask for it like every other, but their outcome is not replayed: it holds a cookie.
pub struct IdempotencyKey(pub String);

impl<S: Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        parts
            .headers
            .get(IDEMPOTENCY_HEADER)
            .and_then(|value| value.to_str().ok())
            .filter(|key| (1..=MAX_KEY).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic()))
            .map(|key| Self(key.to_owned()))
            .ok_or(Code::IdempotencyKeyMissing.into())
    }
}

/// A signed-in person's POST that has its effect once.
pub struct Once<B> {
    /// Whose.
    pub caller: Caller,
    /// What it says.
    pub body: B,
    key: Key,
}

impl<S: Send + Sync, B: DeserializeOwned> FromRequest<S> for Once<B> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let (mut parts, body) = request.into_parts();
        let caller = Caller::from_request_parts(&mut parts, state).await?;
        let IdempotencyKey(key) = IdempotencyKey::from_request_parts(&mut parts, state).await?;
        let Body { value, hash } = Body::from_request(Request::from_parts(parts, body), state).await?;
        let (account, route) = (caller.session.account.clone(), caller.request.route.clone());
        Ok(Self { caller, body: value, key: Key { account, key, route, body_hash: hash } })
    }
}

impl<B> Once<B> {
    /// For bodies that hold secrets: they are remembered so that they cannot be guessed from the record.
    ///
    /// # Errors
    /// When Argon2 cannot work.
    pub async fn sealed(self, portal: &Portal) -> Result<Self, Refusal> {
        let Key { account, key, body_hash, .. } = &self.key;
        let salt = fingerprint(format!("{account} {key}"));
        let body_hash = portal.passwords.turn().await.seal(*body_hash, salt).await?;
        Ok(Self { key: Key { body_hash, ..self.key }, ..self })
    }

    /// Lets nobody else work on the same key until the change has run or is given up.
    ///
    /// # Errors
    /// 409 while it is being worked on.
    pub fn enter(self, portal: &Portal) -> Result<Entered, Refusal> {
        let Self { caller, key, .. } = self;
        let turn = portal.in_flight.enter(&key).ok_or(Code::RequestInFlight)?;
        Ok(Entered { caller, key, turn })
    }

    /// Runs `change` at the given time in a transaction with its record, or not at all when this request had its effect
    /// before. Afterwards the effect is there either way.
    ///
    /// # Errors
    /// What `change` refuses; 409 while the same key is being worked on; 422 when it was used for another request.
    pub async fn run(
        self,
        portal: &Portal,
        change: impl FnOnce(&Transaction<'_>, &Caller, i64) -> Result<(), Refusal> + Send + 'static,
    ) -> Result<(), Refusal> {
        self.enter(portal)?.run(portal, change).await
    }
}

/// A [`Once`] whose turn it is, for changes that have to look at something before their transaction.
pub struct Entered {
    caller: Caller,
    key: Key,
    turn: Turn,
}

impl Entered {
    /// Whether this request had its effect before.
    ///
    /// # Errors
    /// 422 when its key was used for another request.
    pub async fn happened(&self, portal: &Portal) -> Result<bool, Refusal> {
        let (now, key) = (portal.clock.now(), self.key.clone());
        match portal.store.read(move |connection| idempotency::look(connection, now, &key)).await? {
            Seen::Same => Ok(true),
            Seen::Other => Err(Code::IdempotencyKeyReused.into()),
            Seen::Never => Ok(false),
        }
    }

    /// Like [`Once::run`].
    ///
    /// # Errors
    /// What `change` refuses; 422 when its key was used for another request.
    pub async fn run(
        self,
        portal: &Portal,
        change: impl FnOnce(&Transaction<'_>, &Caller, i64) -> Result<(), Refusal> + Send + 'static,
    ) -> Result<(), Refusal> {
        let Self { caller, key, turn } = self;
        let now = portal.clock.now();
        let work = move |transaction: &Transaction<'_>| {
            // Held by the work and not by the request, so that it lasts when the one who asked hangs up.
            let _turn = turn;
            match idempotency::seen(transaction, now, &key)? {
                Seen::Same => Ok(()),
                Seen::Other => Err(Code::IdempotencyKeyReused.into()),
                Seen::Never => {
                    change(transaction, &caller, now)?;
                    Ok(idempotency::remember(transaction, now, &key)?)
                }
            }
        };
        portal.store.write(work).await
    }
}

/// The keys that are being worked on right now.
#[derive(Clone, Default)]
pub struct InFlight(Arc<Mutex<HashSet<(String, String)>>>);

impl InFlight {
    fn enter(&self, key: &Key) -> Option<Turn> {
        let key = (key.account.clone(), key.key.clone());
        let entered = self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone());
        entered.then(|| Turn { keys: self.clone(), key })
    }
}

/// One key's turn; dropping it lets the next one in.
struct Turn {
    keys: InFlight,
    key: (String, String),
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.keys.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.key);
    }
}

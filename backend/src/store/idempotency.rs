//! Which requests have had their effect (`design.md` section 4, `security.md` R2).

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::StoreError;

/// Seconds for which a key is remembered.
pub const MEMORY_SECONDS: i64 = 24 * 60 * 60;

/// What a key stands for.
#[derive(Clone, Debug)]
pub struct Key {
    /// Whose.
    pub account: String,
    /// The `Idempotency-Key` header.
    pub key: String,
    /// Verb and path.
    pub route: String,
    /// SHA-256 of the body.
    pub body_hash: [u8; 32],
}

/// What is known of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Nothing.
    Never,
    /// This very request had its effect.
    Same,
    /// It was used for another request.
    Other,
}

/// Looks a key up, forgetting it when it is older than [`MEMORY_SECONDS`].
///
/// # Errors
/// [`StoreError`].
pub fn seen(transaction: &Transaction<'_>, now: i64, key: &Key) -> Result<Seen, StoreError> {
    forget(transaction, now)?;
    look(transaction, now, key)
}

/// Looks a key up.
///
/// # Errors
/// [`StoreError`].
pub fn look(connection: &Connection, now: i64, key: &Key) -> Result<Seen, StoreError> {
    let known = connection
        .prepare_cached(
            "SELECT route = ?3 AND body_hash = ?4 FROM idempotency WHERE account = ?1 AND key = ?2 AND created_at > ?5",
        )?
        .query_row(params![key.account, key.key, key.route, key.body_hash, now - MEMORY_SECONDS], |row| {
            row.get::<_, bool>(0)
        })
        .optional()?;
    Ok(match known {
        None => Seen::Never,
        Some(true) => Seen::Same,
        Some(false) => Seen::Other,
    })
}

/// Remembers that a request had its effect; belongs into the effect's own transaction.
///
/// # Errors
/// [`StoreError`].
pub fn remember(transaction: &Transaction<'_>, now: i64, key: &Key) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO idempotency (account, key, route, body_hash, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![key.account, key.key, key.route, key.body_hash, now])?;
    Ok(())
}

/// Forgets keys older than [`MEMORY_SECONDS`].
///
/// # Errors
/// [`StoreError`].
pub fn forget(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM idempotency WHERE created_at <= ?1")?.execute([now - MEMORY_SECONDS])?;
    Ok(())
}

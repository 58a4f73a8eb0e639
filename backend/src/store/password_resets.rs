//! Forgotten passwords (features 2.4): attempts, what was proven in them, and their limits. An attempt on an account that
//! does not exist is kept like every other.

use portal_contract::methods::MethodKind;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{
    StoreError,
    attempts::{NETWORK_FAILURES, NETWORK_SECONDS},
    challenges::{MAX_SENT, SENDING_SECONDS},
    idempotency::MEMORY_SECONDS,
};
use crate::methods;

/// Seconds in which a reset has to be finished.
pub const RESET_SECONDS: i64 = 30 * 60;

/// An attempt.
#[derive(Clone, Debug)]
pub struct Reset {
    /// Its id; not the token, and may be logged.
    pub id: String,
    /// SHA-256 of what was typed as user ID.
    pub account_key: [u8; 32],
    /// The account, if there is one.
    pub account: Option<String>,
    /// Unix seconds.
    pub created_at: i64,
    /// What finished it: the `Idempotency-Key`, and its body sealed.
    pub finished: Option<(String, [u8; 32])>,
}

impl Reset {
    /// Whether it can go on now.
    pub fn is_open(&self, now: i64) -> bool {
        self.finished.is_none() && now < self.created_at + RESET_SECONDS
    }
}

/// Seconds until the next attempt may begin at this network, at least 1; absent when it may begin now.
///
/// # Errors
/// [`StoreError`].
pub fn beginning_wait(connection: &Connection, now: i64, network: &str) -> Result<Option<i64>, StoreError> {
    let oldest: Option<i64> = connection
        .prepare_cached(
            "SELECT created_at FROM password_resets WHERE network = ?1 AND created_at > ?2
             ORDER BY created_at DESC LIMIT 1 OFFSET ?3",
        )?
        .query_row(params![network, now - NETWORK_SECONDS, NETWORK_FAILURES - 1], |row| row.get(0))
        .optional()?;
    Ok(oldest.map(|at| (at + NETWORK_SECONDS - now).max(1)))
}

/// Seconds until the next code may be asked for, at least 1; absent when it may be asked for now. Counts what was asked
/// for and not what was sent, so that it tells nothing.
///
/// # Errors
/// [`StoreError`].
pub fn sending_wait(
    connection: &Connection,
    now: i64,
    account_key: &[u8; 32],
    kind: MethodKind,
) -> Result<Option<i64>, StoreError> {
    let oldest: Option<i64> = connection
        .prepare_cached(
            "SELECT c.created_at FROM password_resets r JOIN challenges c ON c.reset = r.id
             WHERE r.account_key = ?1 AND c.kind = ?2 AND c.created_at > ?3
             ORDER BY c.created_at DESC LIMIT 1 OFFSET ?4",
        )?
        .query_row(params![account_key, methods::name(kind), now - SENDING_SECONDS, MAX_SENT - 1], |row| row.get(0))
        .optional()?;
    Ok(oldest.map(|at| (at + SENDING_SECONDS - now).max(1)))
}

/// Begins an attempt for what was typed as user ID, known or not.
///
/// # Errors
/// [`StoreError`].
pub fn begin(
    transaction: &Transaction<'_>,
    now: i64,
    (token_hash, account_key): (&[u8; 32], &[u8; 32]),
    account: Option<&str>,
    network: &str,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO password_resets (id, token_hash, account_key, account, network, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![crate::secret::id(), token_hash, account_key, account, network, now])?;
    Ok(())
}

/// The attempt of a token, also one whose time is over.
///
/// # Errors
/// [`StoreError`].
pub fn find(connection: &Connection, token_hash: &[u8; 32]) -> Result<Option<Reset>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT id, account_key, account, created_at, finished_key, finished_body
             FROM password_resets WHERE token_hash = ?1",
        )?
        .query_row([token_hash], |row| {
            Ok(Reset {
                id: row.get(0)?,
                account_key: row.get(1)?,
                account: row.get(2)?,
                created_at: row.get(3)?,
                finished: row.get::<_, Option<String>>(4)?.zip(row.get(5)?),
            })
        })
        .optional()?)
}

/// What was proven: the kinds, and the `Idempotency-Key` of each.
///
/// # Errors
/// [`StoreError`].
pub fn proven(connection: &Connection, reset: &str) -> Result<Vec<(MethodKind, String)>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT kind, request_key FROM password_reset_proofs WHERE reset = ?1")?
        .query_map([reset], |row| Ok((methods::kind(row.get_ref(0)?.as_str()?), row.get(1)?)))?
        .collect::<Result<_, _>>()?)
}

/// Notes that a method of this kind was proven.
///
/// # Errors
/// [`StoreError`].
pub fn prove(
    transaction: &Transaction<'_>,
    now: i64,
    reset: &str,
    kind: MethodKind,
    request_key: &str,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO password_reset_proofs (reset, kind, request_key, proved_at) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![reset, methods::name(kind), request_key, now])?;
    Ok(())
}

/// Notes what finished an attempt; the account's other ones go.
///
/// # Errors
/// [`StoreError`].
pub fn finish(
    transaction: &Transaction<'_>,
    reset: &Reset,
    request_key: &str,
    body: &[u8; 32],
) -> Result<(), StoreError> {
    transaction
        .prepare_cached("UPDATE password_resets SET finished_key = ?2, finished_body = ?3 WHERE id = ?1")?
        .execute(params![reset.id, request_key, body])?;
    transaction
        .prepare_cached("DELETE FROM password_resets WHERE account = ?1 AND id <> ?2")?
        .execute(params![reset.account, reset.id])?;
    Ok(())
}

/// Ends every attempt of an account: its password was set in another way.
///
/// # Errors
/// [`StoreError`].
pub fn end_all(transaction: &Transaction<'_>, account: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM password_resets WHERE account = ?1")?.execute([account])?;
    Ok(())
}

/// Forgets attempts, once a repeat of their last request need not be known any more.
///
/// # Errors
/// [`StoreError`].
pub fn forget(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    transaction
        .prepare_cached("DELETE FROM password_resets WHERE created_at <= ?1")?
        .execute([now - RESET_SECONDS - MEMORY_SECONDS])?;
    Ok(())
}

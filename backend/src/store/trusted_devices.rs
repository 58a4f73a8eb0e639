//! Browsers in which signing in asks for no second factor (features 2.3): found by the SHA-256 of the cookie's value.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::StoreError;
use crate::request::RequestInfo;

/// For how many days a browser is trusted, whatever happens in it.
pub const TRUST_DAYS: u32 = 14;
/// The same in seconds.
pub const TRUST_SECONDS: i64 = TRUST_DAYS as i64 * 24 * 60 * 60;

/// Whether the home organization lets this account trust browsers. Nobody has decided that for an account without one.
///
/// # Errors
/// [`StoreError`].
pub fn allowed(connection: &Connection, account: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT 1 FROM accounts a JOIN organizations o ON o.id = a.home_organization
             WHERE a.id = ?1 AND o.trusted_devices",
        )?
        .exists([account])?)
}

/// The trusted browser of a cookie: trusted by this very account, for as long as that lasts, where it is still allowed.
///
/// # Errors
/// [`StoreError`].
pub fn find(
    connection: &Connection,
    now: i64,
    account: &str,
    token_hash: &[u8; 32],
) -> Result<Option<String>, StoreError> {
    let found = connection
        .prepare_cached("SELECT id FROM trusted_devices WHERE token_hash = ?1 AND account = ?2 AND created_at > ?3")?
        .query_row(params![token_hash, account, now - TRUST_SECONDS], |row| row.get(0))
        .optional()?;
    Ok(if found.is_some() && allowed(connection, account)? { found } else { None })
}

/// Trusts the browser in which an account has just signed in, and gives back the row's id.
///
/// # Errors
/// [`StoreError`].
pub fn add(
    transaction: &Transaction<'_>,
    now: i64,
    account: &str,
    token_hash: &[u8; 32],
    request: &RequestInfo,
) -> Result<String, StoreError> {
    let id = crate::secret::id();
    transaction
        .prepare_cached(
            "INSERT INTO trusted_devices (id, token_hash, account, created_at, address, operating_system, browser)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            id,
            token_hash,
            account,
            now,
            request.address,
            request.agent.operating_system,
            request.agent.browser
        ])?;
    Ok(id)
}

/// Notes that a session is in a trusted browser.
///
/// # Errors
/// [`StoreError`].
pub fn enter(transaction: &Transaction<'_>, session: &str, id: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("UPDATE sessions SET trusted_device = ?2 WHERE id = ?1")?.execute([session, id])?;
    Ok(())
}

/// Forgets the trust of the browser with this cookie, whoever trusted it.
///
/// # Errors
/// [`StoreError`].
pub fn remove(transaction: &Transaction<'_>, token_hash: &[u8; 32]) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM trusted_devices WHERE token_hash = ?1")?.execute([token_hash])?;
    Ok(())
}

/// Forgets the trust of the browser in which a session is; before that session ends.
///
/// # Errors
/// [`StoreError`].
pub fn leave(transaction: &Transaction<'_>, session: &str) -> Result<(), StoreError> {
    transaction
        .prepare_cached("DELETE FROM trusted_devices WHERE id = (SELECT trusted_device FROM sessions WHERE id = ?1)")?
        .execute([session])?;
    Ok(())
}

/// Forgets the trust of every browser of the account, and gives back how many there were.
///
/// # Errors
/// [`StoreError`].
pub fn restore(transaction: &Transaction<'_>, account: &str) -> Result<usize, StoreError> {
    Ok(transaction.prepare_cached("DELETE FROM trusted_devices WHERE account = ?1")?.execute([account])?)
}

/// How many browsers the account trusts now.
///
/// # Errors
/// [`StoreError`].
pub fn count(connection: &Connection, now: i64, account: &str) -> Result<u32, StoreError> {
    if !allowed(connection, account)? {
        return Ok(0);
    }
    Ok(connection
        .prepare_cached("SELECT count(*) FROM trusted_devices WHERE account = ?1 AND created_at > ?2")?
        .query_row(params![account, now - TRUST_SECONDS], |row| row.get(0))?)
}

/// Deletes the rows of trust that has run out.
///
/// # Errors
/// [`StoreError`].
pub fn forget(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM trusted_devices WHERE created_at <= ?1")?.execute([now - TRUST_SECONDS])?;
    Ok(())
}

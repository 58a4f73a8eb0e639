//! Limits on guessing (`security.md` S8), counted in SQL rather than by an in-memory limiter such as governor: they
//! follow the server's clock, which tests move, and survive a restart, which would otherwise be a way around them.

use rusqlite::{Connection, Transaction, params};

use super::StoreError;

/// The factor that is no method.
pub const PASSWORD: &str = "password";
/// Failures that one account and factor may have within [`ACCOUNT_SECONDS`].
pub const ACCOUNT_FAILURES: u32 = 5;
/// Seconds for which a failure counts against its account.
pub const ACCOUNT_SECONDS: i64 = 15 * 60;
/// Failures that one client address may have within [`NETWORK_SECONDS`].
pub const NETWORK_FAILURES: u32 = 20;
/// Seconds for which a failure counts against its address.
pub const NETWORK_SECONDS: i64 = 60;

/// Who tries what.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// SHA-256 of the normalised user ID, known or not.
    pub account_key: [u8; 32],
    /// With what: [`PASSWORD`] or a kind of method.
    pub factor: &'static str,
    /// From where; whole networks for IPv6.
    pub network: String,
}

/// Seconds until the next attempt may be made, at least 1; absent when it may be made now.
///
/// # Errors
/// [`StoreError`].
pub fn retry_after(connection: &Connection, now: i64, attempt: &Attempt) -> Result<Option<i64>, StoreError> {
    let account = wait(
        connection,
        "SELECT at FROM sign_in_attempts WHERE account_key = ?1 AND factor = ?2 AND at > ?3 ORDER BY at DESC LIMIT 1 OFFSET ?4",
        params![attempt.account_key, attempt.factor, now - ACCOUNT_SECONDS, ACCOUNT_FAILURES - 1],
        now - ACCOUNT_SECONDS,
    )?;
    let network = wait(
        connection,
        "SELECT at FROM sign_in_attempts WHERE network = ?1 AND at > ?2 ORDER BY at DESC LIMIT 1 OFFSET ?3",
        params![attempt.network, now - NETWORK_SECONDS, NETWORK_FAILURES - 1],
        now - NETWORK_SECONDS,
    )?;
    Ok(account.max(network))
}

/// Counts a failure.
///
/// # Errors
/// [`StoreError`].
pub fn failed(transaction: &Transaction<'_>, now: i64, attempt: &Attempt) -> Result<(), StoreError> {
    transaction
        .prepare_cached("INSERT INTO sign_in_attempts (at, account_key, factor, network) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![now, attempt.account_key, attempt.factor, attempt.network])?;
    Ok(())
}

/// Forgets every failure of an account, whatever the factor: it proved who it is in another way.
///
/// # Errors
/// [`StoreError`].
pub fn clear(transaction: &Transaction<'_>, account_key: &[u8; 32]) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM sign_in_attempts WHERE account_key = ?1")?.execute([account_key])?;
    Ok(())
}

/// Forgets failures that no longer count.
///
/// # Errors
/// [`StoreError`].
pub fn forget(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM sign_in_attempts WHERE at <= ?1")?.execute([now - ACCOUNT_SECONDS])?;
    Ok(())
}

/// Seconds until the failure that fills the window leaves it.
fn wait(
    connection: &Connection,
    query: &str,
    params: impl rusqlite::Params,
    window_start: i64,
) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached(query)?;
    let mut rows = statement.query(params)?;
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some((row.get::<_, i64>(0)? - window_start).max(1)))
}

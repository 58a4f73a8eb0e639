//! Proofs of identity (`security.md` S4): one time per session, and single-use ones for one operation.

use portal_contract::PROOF_SECONDS;
use rusqlite::{Connection, Transaction, params};

use super::StoreError;

/// Notes that the person just proved who they are, and with `purpose` also for that one operation.
///
/// # Errors
/// [`StoreError`].
pub fn record(transaction: &Transaction<'_>, now: i64, session: &str, purpose: Option<&str>) -> Result<(), StoreError> {
    transaction.prepare_cached("UPDATE sessions SET proof_at = ?2 WHERE id = ?1")?.execute(params![session, now])?;
    if let Some(purpose) = purpose {
        transaction
            .prepare_cached("INSERT OR REPLACE INTO proofs (session, purpose, proved_at) VALUES (?1, ?2, ?3)")?
            .execute(params![session, purpose, now])?;
    }
    Ok(())
}

/// Whether the session's last proof is at most 300 s old.
///
/// # Errors
/// [`StoreError`].
pub fn is_fresh(connection: &Connection, now: i64, session: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached("SELECT 1 FROM sessions WHERE id = ?1 AND proof_at >= ?2")?
        .exists(params![session, now - PROOF_SECONDS])?)
}

/// Uses up the proof for `purpose`; `false` when there was none of the last 300 s.
///
/// # Errors
/// [`StoreError`].
pub fn consume(transaction: &Transaction<'_>, now: i64, session: &str, purpose: &str) -> Result<bool, StoreError> {
    let used = transaction
        .prepare_cached("DELETE FROM proofs WHERE session = ?1 AND purpose = ?2 AND proved_at >= ?3")?
        .execute(params![session, purpose, now - PROOF_SECONDS])?;
    Ok(used == 1)
}

//! Notes about the database itself.

use rusqlite::{Transaction, params};

use super::StoreError;

/// Notes that a change could be kept now, which is how one finds out.
///
/// # Errors
/// [`StoreError`].
pub fn note_ready(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO settings (name, value) VALUES ('ready-at', ?1)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )?
        .execute(params![now.to_string()])?;
    Ok(())
}

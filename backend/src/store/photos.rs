//! Photos of accounts.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::StoreError;

/// Whether the account may choose its photo: its organization lets it, or nobody owns it.
///
/// # Errors
/// [`StoreError`].
pub fn changeable(connection: &Connection, account: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT ifnull(o.own_photos, 1) FROM accounts a LEFT JOIN organizations o ON o.id = a.home_organization
             WHERE a.id = ?1",
        )?
        .query_row([account], |row| row.get(0))?)
}

/// The account's photo, JPEG.
///
/// # Errors
/// [`StoreError`].
pub fn get(connection: &Connection, account: &str) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT image FROM photos WHERE account = ?1")?
        .query_row([account], |row| row.get(0))
        .optional()?)
}

/// Keeps a photo in place of the one before.
///
/// # Errors
/// [`StoreError`].
pub fn set(
    transaction: &Transaction<'_>,
    now: i64,
    account: &str,
    image: &[u8],
    version: &str,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached("INSERT OR REPLACE INTO photos (account, image, version, changed_at) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![account, image, version, now])?;
    Ok(())
}

/// Forgets the photo; gives back whether there was one.
///
/// # Errors
/// [`StoreError`].
pub fn remove(transaction: &Transaction<'_>, account: &str) -> Result<bool, StoreError> {
    Ok(transaction.prepare_cached("DELETE FROM photos WHERE account = ?1")?.execute([account])? > 0)
}

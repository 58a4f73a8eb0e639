//! User names and passwords that people keep for apps with a sign-in of their own. Passwords get in and out sealed.

use portal_contract::{
    ids::SavedAccountId,
    saved_accounts::{MOST_SAVED_ACCOUNTS, SavedAccount, SavedAccounts},
};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{StoreError, sort_name};
use crate::{clock::rfc3339, version};

/// A sealed password and what it was sealed for.
pub struct Sealed {
    /// Whose it is and which.
    pub context: String,
    /// The password, sealed.
    pub password: Vec<u8>,
}

/// What is kept of an account.
pub struct Content<'a> {
    /// What the person calls it.
    pub label: &'a str,
    /// The user name at the app.
    pub user_name: &'a str,
    /// The password at the app, sealed in its [`context`].
    pub password: &'a [u8],
}

/// What the password of a saved account is sealed for: nobody else's row can take it over.
pub fn context(account: &str, id: &str) -> String {
    format!("saved-account {account} {id}")
}

/// A sealed password, if there is any: whether a key fits can be tried with it.
///
/// # Errors
/// SQLite's.
pub fn any_sealed(connection: &Connection) -> rusqlite::Result<Option<Sealed>> {
    connection
        .query_row("SELECT account, id, password FROM saved_accounts LIMIT 1", [], |row| {
            let (account, id): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(Sealed { context: context(&account, &id), password: row.get(2)? })
        })
        .optional()
}

/// The saved accounts of an app by label.
///
/// # Errors
/// [`StoreError`].
pub fn list(connection: &Connection, account: &str, app: &str) -> Result<SavedAccounts, StoreError> {
    let items = connection
        .prepare_cached(
            "SELECT id, label, user_name, saved_at, version FROM saved_accounts WHERE account = ?1 AND app = ?2
             ORDER BY sort_label, id",
        )?
        .query_map([account, app], |row| {
            Ok(SavedAccount {
                id: SavedAccountId(row.get(0)?),
                label: row.get(1)?,
                user_name: row.get(2)?,
                saved_at: rfc3339(row.get(3)?),
                etag: version::etag(row.get::<_, i64>(4)?),
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(SavedAccounts { offered: offered(connection, app)?, limit: MOST_SAVED_ACCOUNTS, items })
}

/// Whether the organization has set the app up for saved accounts.
///
/// # Errors
/// [`StoreError`].
pub fn offered(connection: &Connection, app: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached("SELECT saved_accounts FROM apps WHERE id = ?1")?
        .query_row([app], |row| row.get(0))?)
}

/// How many of them there are.
///
/// # Errors
/// [`StoreError`].
pub fn count(connection: &Connection, account: &str, app: &str) -> Result<u32, StoreError> {
    Ok(connection
        .prepare_cached("SELECT count(*) FROM saved_accounts WHERE account = ?1 AND app = ?2")?
        .query_row([account, app], |row| row.get(0))?)
}

/// Whether the person calls another account of the app so already, without regard to case and accents; `but` does not count.
///
/// # Errors
/// [`StoreError`].
pub fn is_label_taken(
    connection: &Connection,
    (account, app): (&str, &str),
    label: &str,
    but: Option<&str>,
) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM saved_accounts
                 WHERE account = ?1 AND app = ?2 AND sort_label = ?3 AND id IS NOT ?4)",
        )?
        .query_row(params![account, app, sort_name(label), but], |row| row.get(0))?)
}

/// Keeps an account.
///
/// # Errors
/// [`StoreError`].
pub fn add(
    transaction: &Transaction<'_>,
    now: i64,
    id: &str,
    (account, app): (&str, &str),
    Content { label, user_name, password }: &Content<'_>,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO saved_accounts (id, account, app, label, sort_label, user_name, password, saved_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![id, account, app, label, sort_name(label), user_name, password, now])?;
    Ok(())
}

/// The version of an account, if the person has it for this app.
///
/// # Errors
/// [`StoreError`].
pub fn version(connection: &Connection, (account, app): (&str, &str), id: &str) -> Result<Option<i64>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT version FROM saved_accounts WHERE id = ?3 AND account = ?1 AND app = ?2")?
        .query_row([account, app, id], |row| row.get(0))
        .optional()?)
}

/// Changes what is given; what is not stays.
///
/// # Errors
/// [`StoreError`].
pub fn change(
    transaction: &Transaction<'_>,
    now: i64,
    id: &str,
    label: Option<&str>,
    user_name: Option<&str>,
    password: Option<&[u8]>,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "UPDATE saved_accounts SET label = ifnull(?2, label), sort_label = ifnull(?3, sort_label),
                 user_name = ifnull(?4, user_name), password = ifnull(?5, password), saved_at = ?6, version = version + 1
             WHERE id = ?1",
        )?
        .execute(params![id, label, label.map(sort_name), user_name, password, now])?;
    Ok(())
}

/// Forgets an account; gives back whether there was one.
///
/// # Errors
/// [`StoreError`].
pub fn clear(transaction: &Transaction<'_>, (account, app): (&str, &str), id: &str) -> Result<bool, StoreError> {
    let cleared = transaction
        .prepare_cached("DELETE FROM saved_accounts WHERE id = ?3 AND account = ?1 AND app = ?2")?
        .execute([account, app, id])?;
    Ok(cleared > 0)
}

/// Sets an app up for saved accounts.
///
/// # Errors
/// [`StoreError`].
pub fn offer(transaction: &Transaction<'_>, app: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("UPDATE apps SET saved_accounts = 1 WHERE id = ?1")?.execute([app])?;
    Ok(())
}

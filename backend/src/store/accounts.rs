//! Accounts: who somebody is, and what proves it.

use portal_contract::{ids::AccountId, me::Me};
use rusqlite::{Connection, OptionalExtension, Row};

use super::{StoreError, rows};

/// What proves that somebody is an account's owner.
#[derive(Clone)]
pub struct Credentials {
    /// The account.
    pub account: String,
    /// PHC string; absent for accounts that sign in elsewhere only.
    pub password_hash: Option<String>,
    /// The account has a method that is good for sign-in, which then has to follow the password.
    pub has_second_factor: bool,
}

/// The credentials behind a normalised user ID; absent when there is no such account.
///
/// # Errors
/// [`StoreError`].
pub fn credentials(connection: &Connection, user_id: &str) -> Result<Option<Credentials>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT id, password_hash, EXISTS (SELECT 1 FROM methods m WHERE m.account = a.id AND m.for_sign_in)
             FROM accounts a WHERE user_id = ?1",
        )?
        .query_row([user_id], |row: &Row<'_>| {
            Ok(Credentials { account: row.get(0)?, password_hash: row.get(1)?, has_second_factor: row.get(2)? })
        })
        .optional()?)
}

/// What the organization says of the person.
///
/// # Errors
/// [`StoreError`].
pub fn me(connection: &Connection, account: &str) -> Result<Option<Me>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT a.id, a.user_id, a.display_name, a.job_title, a.mail, a.office_location,
                 o.id, o.display_name, o.language, c.name, c.mail, c.phone,
                 (SELECT version FROM photos WHERE account = a.id), ifnull(o.own_photos, 1)
             FROM accounts a
             LEFT JOIN organizations o ON o.id = a.home_organization
             LEFT JOIN contacts c ON c.organization = o.id AND c.purpose = 'help'
             WHERE a.id = ?1",
        )?
        .query_row([account], |row| {
            Ok(Me {
                id: AccountId(row.get(0)?),
                user_id: row.get(1)?,
                display_name: row.get(2)?,
                job_title: row.get(3)?,
                mail: row.get(4)?,
                office_location: row.get(5)?,
                photo: row.get(12)?,
                photo_changeable: row.get(13)?,
                home_organization: rows::organization(row, 6)?,
                help_contact: rows::contact(row, 9)?,
            })
        })
        .optional()?)
}

/// Whether an account is disabled.
///
/// # Errors
/// [`StoreError`].
pub fn is_disabled(connection: &Connection, account: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached("SELECT disabled FROM accounts WHERE id = ?1")?
        .query_row([account], |row| row.get(0))?)
}

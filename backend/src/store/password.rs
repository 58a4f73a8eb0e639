//! The password of an account: what its owner may know of it, and replacing its hash.

use portal_contract::contacts::HelpContact;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{StoreError, rows};

/// What is known of an account's password.
#[derive(Clone, Debug)]
pub struct Password {
    /// PHC string; absent for accounts that sign in elsewhere only.
    pub hash: Option<String>,
    /// When it was last changed, Unix seconds; absent where nobody knows.
    pub changed_at: Option<i64>,
    /// The account is disabled at home.
    pub disabled: bool,
    /// The account has a second factor.
    pub second_factor: bool,
    /// The person's name.
    pub display_name: String,
    /// The home organization's name.
    pub organization: Option<String>,
    /// The home organization's administrator.
    pub administrator: Option<HelpContact>,
}

impl Password {
    /// A forgotten one can be replaced here: it is kept here, and its owner is not disabled.
    pub fn is_reset_here(&self) -> bool {
        self.hash.is_some() && !self.disabled
    }
}

/// What is known of the account's password; absent when there is no such account.
///
/// # Errors
/// [`StoreError`].
pub fn get(connection: &Connection, account: &str) -> Result<Option<Password>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT a.password_hash, a.password_changed_at, a.disabled,
                 EXISTS (SELECT 1 FROM methods m WHERE m.account = a.id AND m.for_sign_in), a.display_name,
                 o.display_name, c.name, c.mail, c.phone
             FROM accounts a
             LEFT JOIN organizations o ON o.id = a.home_organization
             LEFT JOIN contacts c ON c.organization = o.id AND c.purpose = 'administrator'
             WHERE a.id = ?1",
        )?
        .query_row([account], |row| {
            Ok(Password {
                hash: row.get(0)?,
                changed_at: row.get(1)?,
                disabled: row.get(2)?,
                second_factor: row.get(3)?,
                display_name: row.get(4)?,
                organization: row.get(5)?,
                administrator: rows::contact(row, 6)?,
            })
        })
        .optional()?)
}

/// Replaces the hash; `false` when the account has another one than `old` by now.
///
/// # Errors
/// [`StoreError`].
pub fn change(
    transaction: &Transaction<'_>,
    now: i64,
    account: &str,
    old: &str,
    new: &str,
) -> Result<bool, StoreError> {
    let changed = transaction
        .prepare_cached(
            "UPDATE accounts SET password_hash = ?3, password_changed_at = ?4 WHERE id = ?1 AND password_hash = ?2",
        )?
        .execute(params![account, old, new, now])?;
    Ok(changed == 1)
}

/// Sets the hash, whatever it was; `false` when there is no such account.
///
/// # Errors
/// [`StoreError`].
pub fn set(transaction: &Transaction<'_>, now: i64, account: &str, hash: &str) -> Result<bool, StoreError> {
    let changed = transaction
        .prepare_cached("UPDATE accounts SET password_hash = ?2, password_changed_at = ?3 WHERE id = ?1")?
        .execute(params![account, hash, now])?;
    Ok(changed == 1)
}

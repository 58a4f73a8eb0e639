//! What follows the password: the methods that are good for sign-in, and what checks their answers (S7).

use portal_contract::{
    ids::MethodId,
    session::{Factor, FactorChoice},
};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{StoreError, methods::situation};
use crate::methods;

/// What can follow the account's password, the default first.
///
/// # Errors
/// [`StoreError`].
pub fn choices(connection: &Connection, account: &str) -> Result<Vec<FactorChoice>, StoreError> {
    let situation = situation(connection, account)?;
    let default = situation.default_method().map(|method| method.id.clone());
    let mut choices: Vec<_> = situation
        .for_sign_in()
        .map(|method| FactorChoice {
            id: MethodId(method.id.clone()),
            kind: method.kind,
            display_name: methods::display_name(method),
            is_default: Some(&method.id) == default.as_ref(),
        })
        .collect();
    choices.sort_by_key(|choice| !choice.is_default);
    Ok(choices)
}

/// What pages that know no choices ask for: the password, and a code where an app or a token shows codes.
pub fn proof_factors(choices: &[FactorChoice]) -> Vec<Factor> {
    let codes = choices.iter().any(|choice| methods::shows_codes(choice.kind));
    std::iter::once(Factor::Password).chain(codes.then_some(Factor::AuthenticatorApp)).collect()
}

/// The apps and tokens of an account, or one of them: id, secret, last time step that was used.
///
/// # Errors
/// [`StoreError`].
pub fn code_generators(
    connection: &Connection,
    account: &str,
    method: Option<&str>,
) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT id, secret FROM methods
             WHERE account = ?1 AND (?2 IS NULL OR id = ?2) AND kind IN ('authenticator-app', 'hardware-token')
                 AND secret IS NOT NULL ORDER BY added_at, id",
        )?
        .query_map(params![account, method], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?)
}

/// Uses up a time step of an app or a token (S7); `false` when it, or a later one, was used before.
///
/// # Errors
/// [`StoreError`].
pub fn use_step(transaction: &Transaction<'_>, now: i64, method: &str, step: u64) -> Result<bool, StoreError> {
    // Steps count half minutes since 1970: far below the limit of SQLite's integers.
    let step = i64::try_from(step).unwrap_or(i64::MAX);
    let used = transaction
        .prepare_cached("UPDATE methods SET last_step = ?2, last_used_at = ?3 WHERE id = ?1 AND last_step < ?2")?
        .execute(params![method, step, now])?;
    Ok(used == 1)
}

/// Notes that a method proved who the person is.
///
/// # Errors
/// [`StoreError`].
pub fn used(transaction: &Transaction<'_>, now: i64, method: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("UPDATE methods SET last_used_at = ?2 WHERE id = ?1")?.execute(params![method, now])?;
    Ok(())
}

/// The credentials of the account's security keys: method and credential.
///
/// # Errors
/// [`StoreError`].
pub fn credentials(connection: &Connection, account: &str) -> Result<Vec<(String, String)>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT id, credential FROM methods WHERE account = ?1 AND credential IS NOT NULL ORDER BY added_at, id",
        )?
        .query_map([account], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?)
}

/// Whether some account has that credential.
///
/// # Errors
/// [`StoreError`].
pub fn knows_credential(connection: &Connection, id: &[u8]) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached("SELECT 1 FROM methods WHERE credential_id = ?1")?
        .query_row([id], |_| Ok(()))
        .optional()?
        .is_some())
}

/// Keeps a credential with its new counter.
///
/// # Errors
/// [`StoreError`].
pub fn set_credential(transaction: &Transaction<'_>, id: &str, credential: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("UPDATE methods SET credential = ?2 WHERE id = ?1")?.execute([id, credential])?;
    Ok(())
}

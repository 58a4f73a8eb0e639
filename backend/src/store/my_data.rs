//! Copies of somebody's data, and closing an account (features 1.9).

use portal_contract::{
    ids::ExportId,
    my_data::{Closing, ClosingState, DataExport, EXPORT_DAYS, ExportState, RESERVED_DAYS},
};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::{StoreError, rows};
use crate::{clock::rfc3339, secret::fingerprint};

const DAY: i64 = 24 * 60 * 60;
/// Seconds for which an export can be downloaded once it is ready.
pub const EXPORT_SECONDS: i64 = EXPORT_DAYS * DAY;
/// Seconds for which the list still shows an export that has expired or failed.
pub const REMEMBERED_SECONDS: i64 = 30 * DAY;
/// Seconds for which nobody can use the user ID of a closed account.
pub const RESERVED_SECONDS: i64 = RESERVED_DAYS * DAY;

/// Where a list goes on: before a time, then before an id.
pub type After = (i64, String);

/// A page of the account's exports, newest first: at most `limit` rows, and where the next page begins.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    connection: &Connection,
    now: i64,
    account: &str,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<DataExport>, Option<After>), StoreError> {
    let (at, id) = after.map_or((None, None), |(at, id)| (Some(at), Some(id)));
    let mut found = connection
        .prepare_cached(
            "SELECT id, state, percent, size, created_at, expires_at FROM data_exports
             WHERE account = ?1 AND (?2 IS NULL OR (created_at, id) < (?2, ?3))
             ORDER BY created_at DESC, id DESC LIMIT ?4",
        )?
        .query_map(params![account, at, id, limit + 1], |row| Ok((export(row, now)?, row.get::<_, i64>(4)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(export, at)| (*at, export.id.0.clone()));
    Ok((found.into_iter().map(|(export, _)| export).collect(), next))
}

/// One export of the account; absent when it has none of that id.
///
/// # Errors
/// [`StoreError`].
pub fn find(connection: &Connection, now: i64, account: &str, id: &str) -> Result<Option<DataExport>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT id, state, percent, size, created_at, expires_at FROM data_exports WHERE account = ?1 AND id = ?2",
        )?
        .query_row([account, id], |row| export(row, now))
        .optional()?)
}

fn export(row: &Row<'_>, now: i64) -> rusqlite::Result<DataExport> {
    let expires_at: Option<i64> = row.get(5)?;
    let state = match row.get::<_, String>(1)?.as_str() {
        "queued" => ExportState::Queued,
        "preparing" => ExportState::Preparing,
        "ready" if expires_at.is_some_and(|at| at <= now) => ExportState::Expired,
        "ready" => ExportState::Ready,
        _ => ExportState::Failed,
    };
    Ok(DataExport {
        id: ExportId(row.get(0)?),
        state,
        percent: row.get(2)?,
        size: row.get::<_, Option<i64>>(3)?.and_then(|size| u64::try_from(size).ok()),
        created_at: rfc3339(row.get(4)?),
        expires_at: expires_at.map(rfc3339),
    })
}

/// Whether an export of the account is not done yet.
///
/// # Errors
/// [`StoreError`].
pub fn in_progress(transaction: &Transaction<'_>, account: &str) -> Result<bool, StoreError> {
    Ok(transaction
        .prepare_cached("SELECT 1 FROM data_exports WHERE account = ?1 AND state IN ('queued', 'preparing')")?
        .exists([account])?)
}

/// Seconds until another export may be asked for, where `limit` were within 24 hours; failed ones do not count.
///
/// # Errors
/// [`StoreError`].
pub fn retry_after(
    transaction: &Transaction<'_>,
    now: i64,
    account: &str,
    limit: u32,
) -> Result<Option<i64>, StoreError> {
    let oldest: Option<i64> = transaction
        .prepare_cached(
            "SELECT created_at FROM data_exports WHERE account = ?1 AND created_at > ?2 AND state <> 'failed'
             ORDER BY created_at DESC LIMIT 1 OFFSET ?3",
        )?
        .query_row(params![account, now - DAY, limit.saturating_sub(1)], |row| row.get(0))
        .optional()?;
    Ok(oldest.map(|at| (at + DAY - now).max(1)))
}

/// Asks for an export; gives back its id.
///
/// # Errors
/// [`StoreError`].
pub fn ask(transaction: &Transaction<'_>, now: i64, account: &str) -> Result<String, StoreError> {
    let id = crate::secret::id();
    transaction
        .prepare_cached("INSERT INTO data_exports (id, account, state, created_at) VALUES (?1, ?2, 'queued', ?3)")?
        .execute(params![id, account, now])?;
    Ok(id)
}

/// Takes the oldest export that waits; gives back its id and whose it is.
///
/// # Errors
/// [`StoreError`].
pub fn take(transaction: &Transaction<'_>) -> Result<Option<(String, String)>, StoreError> {
    Ok(transaction
        .prepare_cached(
            "UPDATE data_exports SET state = 'preparing'
             WHERE id = (SELECT id FROM data_exports WHERE state = 'queued' ORDER BY created_at, id LIMIT 1)
             RETURNING id, account",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// Puts back what a server that stopped in the middle left behind.
///
/// # Errors
/// [`StoreError`].
pub fn put_back(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute("UPDATE data_exports SET state = 'queued', percent = 0 WHERE state = 'preparing'", [])?;
    Ok(())
}

/// Notes how much is prepared; `false` when the export has gone with its account.
///
/// # Errors
/// [`StoreError`].
pub fn progress(transaction: &Transaction<'_>, id: &str, percent: u32) -> Result<bool, StoreError> {
    let known = transaction
        .prepare_cached("UPDATE data_exports SET percent = ?2 WHERE id = ?1 AND state = 'preparing'")?
        .execute(params![id, percent])?;
    Ok(known == 1)
}

/// Notes that an export of so many bytes is ready; `false` when it has gone with its account.
///
/// # Errors
/// [`StoreError`].
pub fn ready(transaction: &Transaction<'_>, now: i64, id: &str, size: u64) -> Result<bool, StoreError> {
    let known = transaction
        .prepare_cached(
            "UPDATE data_exports SET state = 'ready', percent = 100, size = ?2, expires_at = ?3
             WHERE id = ?1 AND state = 'preparing'",
        )?
        .execute(params![id, i64::try_from(size).unwrap_or(i64::MAX), now + EXPORT_SECONDS])?;
    Ok(known == 1)
}

/// Notes that an export could not be made.
///
/// # Errors
/// [`StoreError`].
pub fn failed(transaction: &Transaction<'_>, id: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("UPDATE data_exports SET state = 'failed' WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// The exports whose files may exist.
///
/// # Errors
/// [`StoreError`].
pub fn with_files(connection: &Connection, now: i64) -> Result<Vec<String>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT id FROM data_exports WHERE state <> 'failed' AND (expires_at IS NULL OR expires_at > ?1)",
        )?
        .query_map([now], |row| row.get(0))?
        .collect::<Result<_, _>>()?)
}

/// Forgets exports long after their time, and releases user IDs of closed accounts.
///
/// # Errors
/// [`StoreError`].
pub fn forget(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    transaction
        .prepare_cached("DELETE FROM data_exports WHERE expires_at <= ?1 OR (state = 'failed' AND created_at <= ?1)")?
        .execute([now - REMEMBERED_SECONDS])?;
    transaction.prepare_cached("DELETE FROM reserved_user_ids WHERE until <= ?1")?.execute([now])?;
    Ok(())
}

/// Whether the person can close the account, and whom to ask if not.
///
/// # Errors
/// [`StoreError`].
pub fn closing(connection: &Connection, account: &str) -> Result<Option<Closing>, StoreError> {
    Ok(connection
        .prepare_cached(
            r#"SELECT o.managed, o.id, o.display_name, o.language, c.name, c.mail, c.phone,
                 EXISTS (
                     SELECT 1 FROM group_owners g WHERE g.account = a.id AND NOT EXISTS (
                         SELECT 1 FROM group_owners h JOIN accounts b ON b.id = h.account
                         WHERE h."group" = g."group" AND b.id <> a.id AND NOT b.disabled AND b.has_my_apps))
             FROM accounts a
             LEFT JOIN organizations o ON o.id = a.home_organization
             LEFT JOIN contacts c ON c.organization = o.id AND c.purpose = 'administrator'
             WHERE a.id = ?1"#,
        )?
        .query_row([account], |row| {
            let state = match row.get(0)? {
                None => ClosingState::NoHomeOrganization,
                Some(true) => ClosingState::ManagedOrganization,
                Some(false) if row.get(7)? => ClosingState::LastOwner,
                Some(false) => ClosingState::Possible,
            };
            Ok(Closing { state, organization: rows::organization(row, 1)?, contact: rows::contact(row, 4)? })
        })
        .optional()?)
}

/// Deletes an account with every row about the person, and reserves its user ID. What was done stays in the audit,
/// without who did it. Gives back the exports whose files have to go; absent when there is no such account.
///
/// # Errors
/// [`StoreError`].
pub fn close(transaction: &Transaction<'_>, now: i64, account: &str) -> Result<Option<Vec<String>>, StoreError> {
    let exports = texts(transaction, "SELECT id FROM data_exports WHERE account = ?1", account)?;
    let mut targets = texts(transaction, "SELECT id FROM guests WHERE account = ?1", account)?;
    targets.extend(texts(transaction, "SELECT id FROM devices WHERE account = ?1", account)?);
    targets.extend(texts(transaction, "SELECT id FROM methods WHERE account = ?1", account)?);
    targets.extend(texts(transaction, "SELECT id FROM app_requests WHERE account = ?1", account)?);
    targets.extend(texts(transaction, "SELECT id FROM join_requests WHERE account = ?1", account)?);
    targets.push(account.to_owned());
    targets.extend(exports.iter().cloned());
    // Messages hang on nothing: they are found by where they went.
    transaction
        .prepare_cached(
            "DELETE FROM outbox WHERE recipient IN (SELECT target FROM methods WHERE account = ?1
                 UNION SELECT target FROM challenges WHERE session IN (SELECT id FROM sessions WHERE account = ?1)
                 UNION SELECT mail FROM accounts WHERE id = ?1)",
        )?
        .execute([account])?;
    // Everything else hangs on this row (ON DELETE CASCADE).
    let user_id: Option<String> = transaction
        .prepare_cached("DELETE FROM accounts WHERE id = ?1 RETURNING user_id")?
        .query_row([account], |row| row.get(0))
        .optional()?;
    let Some(user_id) = user_id else { return Ok(None) };
    let hash = fingerprint(&user_id);
    transaction.prepare_cached("DELETE FROM sign_in_attempts WHERE account_key = ?1")?.execute([hash])?;
    transaction
        .prepare_cached("INSERT OR REPLACE INTO reserved_user_ids (user_id_hash, until) VALUES (?1, ?2)")?
        .execute(params![hash, now + RESERVED_SECONDS])?;
    transaction
        .prepare_cached(
            "UPDATE audit SET actor = NULL, session = NULL, address = NULL, request_id = NULL,
                 target = CASE WHEN target IN (SELECT id FROM organizations) OR target IN (SELECT id FROM accounts)
                     OR target IN (SELECT id FROM guests) THEN target END
             WHERE actor = ?1",
        )?
        .execute([account])?;
    for target in targets {
        transaction.prepare_cached("UPDATE audit SET target = NULL WHERE target = ?1")?.execute([target])?;
    }
    // Members of groups are `group/account`.
    transaction
        .prepare_cached(
            "UPDATE audit SET target = NULL WHERE target LIKE '%/%' AND substr(target, instr(target, '/') + 1) = ?1",
        )?
        .execute([account])?;
    Ok(Some(exports))
}

/// Whether the user ID of a closed account may not be used yet.
///
/// # Errors
/// [`StoreError`].
pub fn is_reserved(connection: &Connection, now: i64, user_id: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached("SELECT 1 FROM reserved_user_ids WHERE user_id_hash = ?1 AND until > ?2")?
        .exists(params![fingerprint(user_id), now])?)
}

fn texts(connection: &Connection, query: &str, account: &str) -> Result<Vec<String>, StoreError> {
    Ok(connection.prepare_cached(query)?.query_map([account], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

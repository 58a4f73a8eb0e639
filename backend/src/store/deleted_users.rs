//! Guests who left, as their former organization's administrators see them (features 1.3).

use portal_contract::{
    deleted_users::{DeletedUser, RETENTION_DAYS},
    ids::GuestId,
};
use rusqlite::{Connection, Transaction, params};

use super::{
    StoreError,
    audit::{self, Entry, Outcome},
    sort_name,
};
use crate::clock::rfc3339;

/// Seconds in a day.
const DAY: i64 = 24 * 60 * 60;
/// Seconds for which a deleted user can be restored.
pub const RETENTION_SECONDS: i64 = RETENTION_DAYS * DAY;

/// Where a list goes on: after a time of leaving, then after an id.
pub type After = (i64, String);

/// What an organization's *Deleted users* is to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// An administrator.
    Administrator,
    /// Connected, but no administrator.
    Member,
    /// Not connected: the organization does not exist for the account.
    None,
}

/// What the account may see of the organization.
///
/// # Errors
/// [`StoreError`].
pub fn access(connection: &Connection, account: &str, organization: &str) -> Result<Access, StoreError> {
    let (administrator, member): (bool, bool) = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM administrators WHERE account = ?1 AND organization = ?2),
                 EXISTS (SELECT 1 FROM accounts WHERE id = ?1 AND home_organization = ?2)
                 OR EXISTS (SELECT 1 FROM guests WHERE account = ?1 AND organization = ?2 AND deleted_at IS NULL)",
        )?
        .query_row([account, organization], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(match (administrator, member) {
        (true, _) => Access::Administrator,
        (false, true) => Access::Member,
        (false, false) => Access::None,
    })
}

/// A page, the one with the fewest days left first: at most `limit` rows, and where the next page begins.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    connection: &Connection,
    now: i64,
    organization: &str,
    search: Option<&str>,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<DeletedUser>, Option<After>), StoreError> {
    let (at, id) = after.map_or((None, None), |(at, id)| (Some(at), Some(id)));
    // Searching by Unicode's lower case is the program's work; there are never many rows (30 days of leavers).
    let search = search.map(sort_name);
    let mut found = connection
        .prepare_cached(
            "SELECT g.id, a.display_name, a.user_id, g.deleted_at,
                 (SELECT count(*) FROM guest_groups x WHERE x.guest = g.id),
                 (SELECT count(*) FROM guest_apps x WHERE x.guest = g.id)
             FROM guests g JOIN accounts a ON a.id = g.account
             WHERE g.organization = ?1 AND g.deleted_at > ?2 AND (?3 IS NULL OR (g.deleted_at, g.id) > (?3, ?4))
             ORDER BY g.deleted_at, g.id",
        )?
        .query_map(params![organization, now - RETENTION_SECONDS, at, id], |row| {
            let deleted_at: i64 = row.get(3)?;
            let purge_at = deleted_at + RETENTION_SECONDS;
            let user = DeletedUser {
                id: GuestId(row.get(0)?),
                display_name: row.get(1)?,
                user_id: row.get(2)?,
                deleted_at: rfc3339(deleted_at),
                purge_at: rfc3339(purge_at),
                days_left: (purge_at - now + DAY - 1).div_euclid(DAY),
                group_count: row.get(4)?,
                app_count: row.get(5)?,
            };
            Ok((user, deleted_at))
        })?
        .filter(|found| match (found, &search) {
            (Ok((user, _)), Some(search)) => {
                sort_name(&user.display_name).contains(search) || user.user_id.contains(search)
            }
            _ => true,
        })
        .take(limit as usize + 1)
        .collect::<Result<Vec<_>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(user, at)| (*at, user.id.0.clone()));
    Ok((found.into_iter().map(|(user, _)| user).collect(), next))
}

/// Brings a guest back, groups and apps included; `false` when there is no such deleted user.
///
/// # Errors
/// [`StoreError`].
pub fn restore(transaction: &Transaction<'_>, now: i64, organization: &str, guest: &str) -> Result<bool, StoreError> {
    let restored = transaction
        .prepare_cached("UPDATE guests SET deleted_at = NULL WHERE id = ?1 AND organization = ?2 AND deleted_at > ?3")?
        .execute(params![guest, organization, now - RETENTION_SECONDS])?;
    Ok(restored == 1)
}

/// Deletes a guest for good; `false` when there is no such deleted user.
///
/// # Errors
/// [`StoreError`].
pub fn remove(transaction: &Transaction<'_>, now: i64, organization: &str, guest: &str) -> Result<bool, StoreError> {
    let removed = transaction
        .prepare_cached("DELETE FROM guests WHERE id = ?1 AND organization = ?2 AND deleted_at > ?3")?
        .execute(params![guest, organization, now - RETENTION_SECONDS])?;
    Ok(removed == 1)
}

/// Deletes for good those who left 30 days ago or earlier, each with an audit row; gives back how many.
///
/// # Errors
/// [`StoreError`].
pub fn purge(transaction: &Transaction<'_>, now: i64) -> Result<usize, StoreError> {
    let purged: Vec<String> = transaction
        .prepare_cached("DELETE FROM guests WHERE deleted_at <= ?1 RETURNING id")?
        .query_map([now - RETENTION_SECONDS], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for guest in &purged {
        let entry = Entry {
            actor: Some("system"),
            session: None,
            address: None,
            action: "deleted-user.purge",
            target: Some(guest),
            result: Outcome::Done,
            request_id: None,
        };
        audit::record(transaction, now, entry)?;
    }
    Ok(purged.len())
}

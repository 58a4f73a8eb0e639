//! The apps of an account: its own and those that come with being a guest.

use portal_contract::{apps::App, ids::AppId};
use rusqlite::{Connection, params};

use super::{StoreError, rows, sort_name};

/// Where a list goes on: after a name, then after an id.
pub type After = (String, String);

/// Whether the organization gives the account My Apps.
///
/// # Errors
/// [`StoreError`].
pub fn allowed(connection: &Connection, account: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached("SELECT has_my_apps FROM accounts WHERE id = ?1")?
        .query_row([account], |row| row.get(0))?)
}

/// A page of apps by name without regard to case: at most `limit` rows, and where the next page begins.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    connection: &Connection,
    account: &str,
    search: Option<&str>,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<App>, Option<After>), StoreError> {
    let (name, id) = after.map_or((None, None), |(name, id)| (Some(name), Some(id)));
    let mut found = connection
        .prepare_cached(
            "SELECT p.id, p.display_name, p.launch_url, p.sort_name, o.id, o.display_name, o.language
             FROM apps p JOIN organizations o ON o.id = p.organization
             WHERE p.id IN (
                 SELECT app FROM account_apps WHERE account = ?1
                 UNION
                 SELECT x.app FROM guests g JOIN guest_apps x ON x.guest = g.id
                 WHERE g.account = ?1 AND g.deleted_at IS NULL AND NOT g.disabled
             )
             AND (?2 IS NULL OR instr(p.sort_name, ?2) > 0)
             AND (?3 IS NULL OR (p.sort_name, p.id) > (?3, ?4))
             ORDER BY p.sort_name, p.id LIMIT ?5",
        )?
        .query_map(params![account, search.map(sort_name), name, id, limit + 1], |row| {
            let organization = rows::organization(row, 4)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
            let app = App { id: AppId(row.get(0)?), display_name: row.get(1)?, launch_url: row.get(2)?, organization };
            Ok((app, row.get::<_, String>(3)?))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(app, name)| (name.clone(), app.id.0.clone()));
    Ok((found.into_iter().map(|(app, _)| app).collect(), next))
}

//! Collections of apps: everybody's, the administrator's and one's own; and what the person wants with them.

use portal_contract::{
    collections::{ALL_APPS, CollectedApp, Collection, CollectionContent, CollectionKind, MAX_APPS, NameText},
    ids::{AppId, CollectionId},
};
use rusqlite::{Connection, OptionalExtension, Transaction, named_params, params};

use super::{StoreError, apps::THEIRS, preferences};
use crate::secret;

/// The collections of `:account`.
const OURS: &str = "(c.id = 'all' OR c.account = :account
     OR c.id IN (SELECT collection FROM account_collections WHERE account = :account))";

/// The person's own order; what has no place in it comes last, as it came to be.
const ORDER: &str = "x.position IS NULL, x.position, c.id <> 'all', c.account IS NOT NULL, c.created_at, c.id";

/// All collections of an account, in its order.
///
/// # Errors
/// [`StoreError`].
pub fn list(connection: &Connection, account: &str) -> Result<Vec<Collection>, StoreError> {
    let sql = format!(
        "WITH shown AS MATERIALIZED (
             SELECT t.app FROM ({THEIRS}) t LEFT JOIN app_choices h ON h.account = :account AND h.app = t.app
             WHERE NOT ifnull(h.hidden, 0)
         )
         SELECT c.id, c.account IS NOT NULL, c.display_name, ifnull(x.hidden, 0),
             CASE WHEN c.id = 'all' THEN (SELECT count(*) FROM shown)
             ELSE (SELECT count(*) FROM collection_apps y WHERE y.collection = c.id AND y.app IN shown) END
         FROM collections c LEFT JOIN collection_choices x ON x.collection = c.id AND x.account = :account
         WHERE {OURS} ORDER BY {ORDER}"
    );
    let mut found = connection
        .prepare_cached(&sql)?
        .query_map(named_params! { ":account": account }, |row| {
            let (id, own): (String, bool) = (row.get(0)?, row.get(1)?);
            let kind = match id.as_str() {
                ALL_APPS => CollectionKind::All,
                _ if own => CollectionKind::Own,
                _ => CollectionKind::Administrator,
            };
            Ok(Collection {
                id: CollectionId(id),
                kind,
                display_name: row.get(2)?,
                texts: Vec::new(),
                hidden: row.get(3)?,
                app_count: row.get(4)?,
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    for collection in found.iter_mut().filter(|it| it.kind == CollectionKind::Administrator) {
        collection.texts = texts(
            connection,
            "SELECT language, display_name FROM collection_texts WHERE collection = ?1 ORDER BY language",
            &collection.id.0,
        )?;
    }
    Ok(found)
}

fn texts(connection: &Connection, sql: &str, id: &str) -> Result<Vec<NameText>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_map([id], |row| {
        let language = preferences::language(row.get(0)?);
        let display_name = row.get(1)?;
        Ok(language.map(|language| NameText { language, display_name }))
    })?;
    Ok(found.filter_map(Result::transpose).collect::<Result<_, _>>()?)
}

/// The collection that My Apps opens with: the first that is not hidden; all apps where an administrator took the last one
/// away.
///
/// # Errors
/// [`StoreError`].
pub fn default(connection: &Connection, account: &str) -> Result<String, StoreError> {
    let sql = format!(
        "SELECT c.id FROM collections c
         LEFT JOIN collection_choices x ON x.collection = c.id AND x.account = :account
         WHERE {OURS} AND NOT ifnull(x.hidden, 0) ORDER BY {ORDER} LIMIT 1"
    );
    let found = connection
        .prepare_cached(&sql)?
        .query_row(named_params! { ":account": account }, |row| row.get(0))
        .optional()?;
    Ok(found.unwrap_or_else(|| ALL_APPS.to_owned()))
}

/// Who made a collection of the account; absent: it has no such one.
///
/// # Errors
/// [`StoreError`].
pub fn kind(connection: &Connection, account: &str, id: &str) -> Result<Option<CollectionKind>, StoreError> {
    let sql = format!("SELECT c.account IS NOT NULL FROM collections c WHERE c.id = :id AND {OURS}");
    let own = connection
        .prepare_cached(&sql)?
        .query_row(named_params! { ":account": account, ":id": id }, |row| row.get(0))
        .optional()?;
    Ok(own.map(|own| match id {
        ALL_APPS => CollectionKind::All,
        _ if own => CollectionKind::Own,
        _ => CollectionKind::Administrator,
    }))
}

/// One's own collection with its apps and its version; absent: no such one.
///
/// # Errors
/// [`StoreError`].
pub fn content(
    connection: &Connection,
    account: &str,
    id: &str,
) -> Result<Option<(CollectionContent, i64)>, StoreError> {
    let own = connection
        .prepare_cached("SELECT display_name, version FROM collections WHERE id = ?1 AND account = ?2")?
        .query_row([id, account], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((display_name, version)) = own else { return Ok(None) };
    let sql = format!(
        "SELECT p.id, p.display_name FROM collection_apps y JOIN apps p ON p.id = y.app
         WHERE y.collection = :id AND p.id IN ({THEIRS}) ORDER BY y.position, p.id"
    );
    let mut apps = connection
        .prepare_cached(&sql)?
        .query_map(named_params! { ":account": account, ":id": id }, |row| {
            Ok(CollectedApp { id: AppId(row.get(0)?), display_name: row.get(1)?, texts: Vec::new() })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    for app in &mut apps {
        let sql = "SELECT language, display_name FROM app_texts WHERE app = ?1 ORDER BY language";
        app.texts = texts(connection, sql, &app.id.0)?;
    }
    Ok(Some((CollectionContent { id: CollectionId(id.to_owned()), display_name, apps }, version)))
}

/// How many collections of its own the account has.
///
/// # Errors
/// [`StoreError`].
pub fn own_count(connection: &Connection, account: &str) -> Result<u32, StoreError> {
    Ok(connection
        .prepare_cached("SELECT count(*) FROM collections WHERE account = ?1")?
        .query_row([account], |row| row.get(0))?)
}

/// What two collections of one person may not share.
fn key(name: &str) -> String {
    name.to_lowercase()
}

/// Whether another of the account's own collections is called so, regardless of case.
///
/// # Errors
/// [`StoreError`].
pub fn is_taken(connection: &Connection, account: &str, name: &str, except: Option<&str>) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached("SELECT 1 FROM collections WHERE account = ?1 AND name_key = ?2 AND id IS NOT ?3")?
        .query_row(params![account, key(name), except], |_| Ok(()))
        .optional()?
        .is_some())
}

/// Adds a collection of the account's own; gives back its id.
///
/// # Errors
/// [`StoreError`].
pub fn add(
    transaction: &Transaction<'_>,
    now: i64,
    account: &str,
    name: &str,
    request_key: &str,
) -> Result<String, StoreError> {
    let id = secret::id();
    transaction
        .prepare_cached(
            "INSERT INTO collections (id, account, display_name, name_key, request_key, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![id, account, name, key(name), request_key, now])?;
    Ok(id)
}

/// The newest collection that a request with this key made, if it is still there.
///
/// # Errors
/// [`StoreError`].
pub fn made_by(connection: &Connection, account: &str, request_key: &str) -> Result<Option<String>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT id FROM collections WHERE account = ?1 AND request_key = ?2 ORDER BY created_at DESC LIMIT 1",
        )?
        .query_row([account, request_key], |row| row.get(0))
        .optional()?)
}

/// Calls a collection something else.
///
/// # Errors
/// [`StoreError`].
pub fn rename(transaction: &Transaction<'_>, id: &str, name: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("UPDATE collections SET display_name = ?2, name_key = ?3 WHERE id = ?1")?.execute([
        id,
        name,
        &key(name),
    ])?;
    Ok(())
}

/// Puts these apps into a collection, in this order. Those in it that the account does not have now stay after them, as far
/// as there is room.
///
/// # Errors
/// [`StoreError`].
pub fn fill(transaction: &Transaction<'_>, account: &str, id: &str, apps: &[AppId]) -> Result<(), StoreError> {
    transaction
        .prepare_cached(&format!("DELETE FROM collection_apps WHERE collection = :id AND app IN ({THEIRS})"))?
        .execute(named_params! { ":account": account, ":id": id })?;
    transaction
        .prepare_cached(
            "UPDATE collection_apps AS y SET position = ?2 + (SELECT count(*) FROM collection_apps z
                 WHERE z.collection = y.collection AND (z.position, z.app) < (y.position, y.app))
             WHERE collection = ?1",
        )?
        .execute(params![id, u32::try_from(apps.len()).unwrap_or(MAX_APPS)])?;
    let mut add =
        transaction.prepare_cached("INSERT INTO collection_apps (collection, app, position) VALUES (?1, ?2, ?3)")?;
    for (position, app) in (0_u32..).zip(apps) {
        add.execute(params![id, app.0, position])?;
    }
    transaction
        .prepare_cached("DELETE FROM collection_apps WHERE collection = ?1 AND position >= ?2")?
        .execute(params![id, MAX_APPS])?;
    Ok(())
}

/// Raises the version of a collection that has changed; gives back the new one.
///
/// # Errors
/// [`StoreError`].
pub fn changed(transaction: &Transaction<'_>, id: &str) -> Result<i64, StoreError> {
    Ok(transaction
        .prepare_cached("UPDATE collections SET version = version + 1 WHERE id = ?1 RETURNING version")?
        .query_row([id], |row| row.get(0))?)
}

/// Removes a collection; its apps stay.
///
/// # Errors
/// [`StoreError`].
pub fn remove(transaction: &Transaction<'_>, id: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM collections WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Hides a collection, or shows it again.
///
/// # Errors
/// [`StoreError`].
pub fn hide(transaction: &Transaction<'_>, account: &str, id: &str, hidden: bool) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO collection_choices (account, collection, hidden) VALUES (?1, ?2, ?3)
             ON CONFLICT (account, collection) DO UPDATE SET hidden = excluded.hidden",
        )?
        .execute(params![account, id, hidden])?;
    Ok(())
}

/// Puts the collections into an order.
///
/// # Errors
/// [`StoreError`].
pub fn order(transaction: &Transaction<'_>, account: &str, ids: &[CollectionId]) -> Result<(), StoreError> {
    let mut place = transaction.prepare_cached(
        "INSERT INTO collection_choices (account, collection, position) VALUES (?1, ?2, ?3)
         ON CONFLICT (account, collection) DO UPDATE SET position = excluded.position",
    )?;
    for (position, id) in (0_u32..).zip(ids) {
        place.execute(params![account, id.0, position])?;
    }
    Ok(())
}

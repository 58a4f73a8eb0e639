//! The apps of an account: its own and those that come with being a guest; and what the person wants with them.

use portal_contract::{
    apps::{App, AppText, AppView},
    collections::ALL_APPS,
    ids::{AppId, TermsId},
    preferences::Language,
};
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use super::{StoreError, preferences, rows, sort_name, terms::WAITED_FOR};
use crate::clock::rfc3339;

/// Where a list goes on: after a name or a place in a collection, then after an id.
pub type After = (String, String);

/// The most apps that were opened last.
const RECENT: u32 = 6;

/// The apps that `:account` can open.
pub(super) const THEIRS: &str = "SELECT app FROM account_apps WHERE account = :account
     UNION
     SELECT x.app FROM guests g JOIN guest_apps x ON x.guest = g.id
     WHERE g.account = :account AND g.deleted_at IS NULL AND NOT g.disabled";

/// Whether a name of the app `p` contains `:search`, in any language.
pub(super) const SEARCHED: &str = "(:search IS NULL OR instr(p.sort_name, :search) > 0
     OR EXISTS (SELECT 1 FROM app_texts x WHERE x.app = p.id AND instr(x.sort_name, :search) > 0))";

/// Whether the organization gives the account My Apps.
///
/// # Errors
/// [`StoreError`].
pub fn allowed(connection: &Connection, account: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached("SELECT has_my_apps FROM accounts WHERE id = ?1")?
        .query_row([account], |row| row.get(0))?)
}

/// Which apps are wanted, and how.
pub struct Wanted {
    /// Shown, hidden, or recently used ones.
    pub view: AppView,
    /// By which names they are ordered.
    pub language: Language,
    /// What one of the names contains.
    pub search: Option<String>,
    /// When: terms of use that were accepted too long ago wait again.
    pub now: i64,
    /// Of which collection, in whose order; `all` by name.
    pub collection: String,
}

/// A page of apps by name without regard to case and accents, or in the order of a collection: at most `limit` rows, and
/// where the next page begins. Those that were opened last come by that time and on one page.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    connection: &Connection,
    account: &str,
    Wanted { view, language, search, now, collection }: &Wanted,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<App>, Option<After>), StoreError> {
    let recent = *view == AppView::Recent;
    let limit = if recent { limit.min(RECENT) } else { limit };
    let (name, id) = after.map_or((None, None), |(name, id)| (Some(name), Some(id)));
    let (wanted, order) = match view {
        AppView::Shown => ("NOT ifnull(c.hidden, 0)", "place, p.id"),
        AppView::Hidden => ("c.hidden", "place, p.id"),
        AppView::Recent => ("NOT c.hidden AND c.opened_at IS NOT NULL", "c.opened_at DESC, p.id"),
    };
    let (of, place) = match collection.as_str() {
        // Always true, so that the parameter has a place.
        ALL_APPS => (":collection = 'all'", "ifnull(t.sort_name, p.sort_name)"),
        _ => ("y.collection = :collection", "printf('%06d', y.position)"),
    };
    let collected = if collection == ALL_APPS { "" } else { "JOIN collection_apps y ON y.app = p.id" };
    let sql = format!(
        "SELECT p.id, p.display_name, p.description, p.icon, p.launch_url, ifnull(c.hidden, 0), c.opened_at,
             {place} AS place, o.id, o.display_name, o.language, {WAITED_FOR}
         FROM apps p {collected}
         JOIN organizations o ON o.id = p.organization
         LEFT JOIN app_choices c ON c.app = p.id AND c.account = :account
         LEFT JOIN app_texts t ON t.app = p.id AND t.language = :language
         WHERE p.id IN ({THEIRS}) AND {of} AND {wanted} AND {SEARCHED}
         AND (:name IS NULL OR ({place}, p.id) > (:name, :id))
         ORDER BY {order} LIMIT :limit"
    );
    let mut found = connection
        .prepare_cached(&sql)?
        .query_map(
            named_params! {
                ":account": account,
                ":language": preferences::stored(*language),
                ":collection": collection,
                ":search": search.as_deref().map(sort_name),
                ":name": name,
                ":id": id,
                ":limit": limit + 1,
                ":now": now,
            },
            |row| {
                let terms = row.get::<_, Option<String>>(11)?.map(TermsId);
                let launch_url: String = row.get(4)?;
                let app = App {
                    id: AppId(row.get(0)?),
                    display_name: row.get(1)?,
                    description: row.get(2)?,
                    texts: Vec::new(),
                    icon: row.get(3)?,
                    // What is closed stays closed: not even its address is told.
                    launch_url: terms.is_none().then_some(launch_url),
                    terms,
                    organization: rows::organization(row, 8)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
                    hidden: row.get(5)?,
                    last_opened_at: row.get::<_, Option<i64>>(6)?.map(rfc3339),
                };
                Ok((app, row.get::<_, String>(7)?))
            },
        )?
        .collect::<Result<Vec<_>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more && !recent).map(|(app, name)| (name.clone(), app.id.0.clone()));
    let mut apps: Vec<App> = found.into_iter().map(|(app, _)| app).collect();
    for app in &mut apps {
        app.texts = texts(connection, &app.id)?;
    }
    Ok((apps, next))
}

/// What an app is called in other languages.
///
/// # Errors
/// [`StoreError`].
pub fn texts(connection: &Connection, app: &AppId) -> Result<Vec<AppText>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT language, display_name, description FROM app_texts WHERE app = ?1 ORDER BY language")?;
    let found = statement.query_map([&app.0], |row| {
        let language = preferences::language(row.get(0)?);
        let (display_name, description) = (row.get(1)?, row.get(2)?);
        Ok(language.map(|language| AppText { language, display_name, description }))
    })?;
    Ok(found.filter_map(Result::transpose).collect::<Result<_, _>>()?)
}

/// Whether the account can open the app.
///
/// # Errors
/// [`StoreError`].
pub fn is_theirs(connection: &Connection, account: &str, app: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached(&format!("SELECT 1 WHERE :app IN ({THEIRS})"))?
        .query_row(named_params! { ":account": account, ":app": app }, |_| Ok(()))
        .optional()?
        .is_some())
}

/// Hides an app, or shows it again; gives back whether that changed anything.
///
/// # Errors
/// [`StoreError`].
pub fn hide(transaction: &Transaction<'_>, account: &str, app: &str, hidden: bool) -> Result<bool, StoreError> {
    let changed = transaction
        .prepare_cached(
            "INSERT INTO app_choices (account, app, hidden) SELECT ?1, ?2, 1 WHERE ?3
             ON CONFLICT (account, app) DO UPDATE SET hidden = 1 WHERE NOT hidden",
        )?
        .execute((account, app, hidden))?;
    let shown = transaction
        .prepare_cached("UPDATE app_choices SET hidden = 0 WHERE account = ?1 AND app = ?2 AND hidden AND NOT ?3")?
        .execute((account, app, hidden))?;
    Ok(changed + shown > 0)
}

/// Notes that an app is opened.
///
/// # Errors
/// [`StoreError`].
pub fn open(transaction: &Transaction<'_>, now: i64, account: &str, app: &str) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO app_choices (account, app, opened_at) VALUES (?1, ?2, ?3)
             ON CONFLICT (account, app) DO UPDATE SET opened_at = excluded.opened_at",
        )?
        .execute((account, app, now))?;
    Ok(())
}

//! The catalogue of apps that people get for themselves (features 2.1).

use portal_contract::{
    app_requests::{CatalogueApp, OfferedApp},
    ids::AppId,
    preferences::Language,
};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};

use super::{
    StoreError,
    apps::{self, SEARCHED, THEIRS},
    preferences,
    requests::{Offer, state},
    rows, sort_name,
};

/// Where the catalogue goes on: after a name, then after an id.
pub type After = (String, String);

/// A page of the catalogue by name without regard to case and accents: at most `limit` rows, and where the next begins.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    connection: &Connection,
    account: &str,
    (language, search): (Language, Option<&str>),
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<CatalogueApp>, Option<After>), StoreError> {
    let (name, id) = after.map_or((None, None), |(name, id)| (Some(name), Some(id)));
    let sql = format!(
        "SELECT p.id, p.display_name, p.description, p.icon, o.id, o.display_name, o.language, k.needs_approval,
             (SELECT r.state FROM app_requests r WHERE r.account = :account AND r.app = p.id ORDER BY r.number DESC),
             ifnull(t.sort_name, p.sort_name) AS name
         FROM catalogue_apps k
         JOIN apps p ON p.id = k.app
         JOIN accounts a ON a.id = :account AND a.home_organization = p.organization
         JOIN organizations o ON o.id = p.organization
         LEFT JOIN app_texts t ON t.app = p.id AND t.language = :language
         WHERE p.id NOT IN ({THEIRS}) AND {SEARCHED}
         AND (:name IS NULL OR (ifnull(t.sort_name, p.sort_name), p.id) > (:name, :id))
         ORDER BY name, p.id LIMIT :limit"
    );
    let found = connection
        .prepare_cached(&sql)?
        .query_map(
            named_params! {
                ":account": account,
                ":language": preferences::stored(language),
                ":search": search.map(sort_name),
                ":name": name,
                ":id": id,
                ":limit": limit + 1,
            },
            |row| {
                let last_request = row.get::<_, Option<String>>(8)?.map(|it| state(&it));
                let offered = CatalogueApp { app: app(row, 0)?, needs_approval: row.get(7)?, last_request };
                let after = (row.get(9)?, offered.app.id.0.clone());
                Ok((offered, after))
            },
        )?
        .collect::<Result<_, _>>()?;
    let (mut page, next): (Vec<CatalogueApp>, Option<After>) = rows::page(found, limit);
    for it in &mut page {
        it.app.texts = apps::texts(connection, &it.app.id)?;
    }
    Ok((page, next))
}

/// An app of the catalogue of the account's home organization; absent where it is not offered.
///
/// # Errors
/// [`StoreError`].
pub fn offer(connection: &Connection, account: &str, app: &str) -> Result<Option<Offer>, StoreError> {
    let sql = format!(
        "SELECT k.needs_approval, p.id IN ({THEIRS}), a.disabled,
             EXISTS (SELECT 1 FROM app_requests r WHERE r.account = :account AND r.app = p.id AND r.state = 'pending')
         FROM catalogue_apps k
         JOIN apps p ON p.id = k.app
         JOIN accounts a ON a.id = :account AND a.home_organization = p.organization
         WHERE k.app = :app"
    );
    Ok(connection
        .prepare_cached(&sql)?
        .query_row(named_params! { ":account": account, ":app": app }, |row| {
            Ok(Offer {
                needs_approval: row.get(0)?,
                is_theirs: row.get(1)?,
                disabled: row.get(2)?,
                is_pending: row.get(3)?,
            })
        })
        .optional()?)
}

/// Gives an account of the organization itself an app; nothing where it has it already.
///
/// # Errors
/// [`StoreError`].
pub fn give(transaction: &Transaction<'_>, account: &str, app: &str) -> Result<(), StoreError> {
    transaction
        .prepare_cached("INSERT OR IGNORE INTO account_apps (account, app) VALUES (?1, ?2)")?
        .execute([account, app])?;
    Ok(())
}

/// Reads an app from the seven columns that begin at `first`.
pub(super) fn app(row: &Row<'_>, first: usize) -> rusqlite::Result<OfferedApp> {
    Ok(OfferedApp {
        id: AppId(row.get(first)?),
        display_name: row.get(first + 1)?,
        description: row.get(first + 2)?,
        texts: Vec::new(),
        icon: row.get(first + 3)?,
        organization: rows::organization(row, first + 4)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
    })
}

/// Filling the catalogue. Used by the demo; an organization's own provisioning would come here.
pub mod provision {
    use super::{StoreError, Transaction};

    /// Puts an app into the catalogue of its organization; with approvers, requests for it are theirs to decide.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn offer(transaction: &Transaction<'_>, app: &str, approvers: &[&str]) -> Result<(), StoreError> {
        transaction
            .prepare_cached("INSERT INTO catalogue_apps (app, needs_approval) VALUES (?1, ?2)")?
            .execute((app, !approvers.is_empty()))?;
        for approver in approvers {
            transaction
                .prepare_cached("INSERT INTO app_approvers (account, app) VALUES (?1, ?2)")?
                .execute([approver, &app])?;
        }
        Ok(())
    }
}

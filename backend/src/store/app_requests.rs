//! The catalogue of apps that people get for themselves, their requests, and who decides them (features 2.1).

use portal_contract::{
    app_requests::{AppRequest, CatalogueApp, OfferedApp, RequestFilter, RequestState, Requester},
    ids::{AppId, AppRequestId},
    preferences::Language,
};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, Transaction, named_params, params};

use super::{
    StoreError,
    apps::{self, SEARCHED, THEIRS},
    preferences, rows, sort_name,
};
use crate::{clock::rfc3339, secret, version};

/// Where the catalogue goes on: after a name, then after an id.
pub type AfterApp = (String, String);
/// Where a list of requests goes on: after a time (0 where the order is that of the requests), then after a number.
pub type After = (i64, i64);

/// The requests with all that an answer tells: `r`, the app `p`, its organization `o`, the requester `a`.
const REQUESTS: &str = "SELECT r.id, r.version, r.justification, r.state, r.requested_at, r.decided_at, d.display_name,
         r.denial_reason, a.display_name, a.user_id, p.id, p.display_name, p.description, p.icon,
         o.id, o.display_name, o.language, r.number
     FROM app_requests r
     JOIN apps p ON p.id = r.app
     JOIN organizations o ON o.id = p.organization
     JOIN accounts a ON a.id = r.account
     LEFT JOIN accounts d ON d.id = r.decided_by";

/// Whether `:account` decides the request `r`: of people whose home the app's organization still is. Nobody decides their
/// own.
const DECIDES: &str = "r.account <> :account AND a.home_organization = p.organization
     AND r.app IN (SELECT app FROM app_approvers WHERE account = :account)";

/// An app of the catalogue, as the rules need it.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    /// Somebody decides first.
    pub needs_approval: bool,
    /// The person has it already.
    pub is_theirs: bool,
    /// A request of the person waits.
    pub is_pending: bool,
    /// The person's account is disabled.
    pub disabled: bool,
}

/// A request, as the rules need it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Whose it is.
    pub account: String,
    /// For which app.
    pub app: String,
    /// Nobody has decided yet, and it was not withdrawn.
    pub is_pending: bool,
    /// What an edit has to name.
    pub version: i64,
    /// The app is still in the catalogue.
    pub is_offered: bool,
    /// The requester's account is disabled.
    pub disabled: bool,
}

/// Whether the account decides any requests: disabled accounts and those without My Apps do not.
///
/// # Errors
/// [`StoreError`].
pub fn approves(connection: &Connection, account: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT 1 FROM app_approvers x JOIN accounts a ON a.id = x.account
             WHERE a.id = ?1 AND a.has_my_apps AND NOT a.disabled",
        )?
        .exists([account])?)
}

/// A page of the catalogue by name without regard to case and accents: at most `limit` rows, and where the next begins.
///
/// # Errors
/// [`StoreError`].
pub fn catalogue(
    connection: &Connection,
    account: &str,
    (language, search): (Language, Option<&str>),
    after: Option<&AfterApp>,
    limit: u32,
) -> Result<(Vec<CatalogueApp>, Option<AfterApp>), StoreError> {
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
    let mut found = connection
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
                Ok((CatalogueApp { app: app(row, 0)?, needs_approval: row.get(7)?, last_request }, row.get(9)?))
            },
        )?
        .collect::<Result<Vec<(CatalogueApp, String)>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(it, name)| (name.clone(), it.app.id.0.clone()));
    let mut page: Vec<CatalogueApp> = found.into_iter().map(|(it, _)| it).collect();
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

/// Asks for an app; gives back the request's id.
///
/// # Errors
/// [`StoreError`].
pub fn ask(
    transaction: &Transaction<'_>,
    now: i64,
    (account, app): (&str, &str),
    justification: &str,
) -> Result<String, StoreError> {
    let id = secret::id();
    transaction
        .prepare_cached(
            "INSERT INTO app_requests (id, account, app, justification, requested_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![id, account, app, justification, now])?;
    Ok(id)
}

/// A page of the account's own requests, newest first.
///
/// # Errors
/// [`StoreError`].
pub fn own(
    connection: &Connection,
    account: &str,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<AppRequest>, Option<After>), StoreError> {
    let sql = format!(
        "{REQUESTS} WHERE r.account = :account AND (:number IS NULL OR (0, r.number) < (:at, :number))
         ORDER BY r.number DESC LIMIT :limit"
    );
    list(connection, &sql, account, after, limit, |_| 0)
}

/// A page of the requests that the account decides: those that wait, oldest first, or decisions, newest first.
///
/// # Errors
/// [`StoreError`].
pub fn queue(
    connection: &Connection,
    account: &str,
    filter: RequestFilter,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<AppRequest>, Option<After>), StoreError> {
    match filter {
        RequestFilter::Pending => {
            let sql = format!(
                "{REQUESTS} WHERE {DECIDES} AND r.state = 'pending'
                 AND (:number IS NULL OR (0, r.number) > (:at, :number)) ORDER BY r.number LIMIT :limit"
            );
            list(connection, &sql, account, after, limit, |_| 0)
        }
        RequestFilter::Decided => {
            let sql = format!(
                "{REQUESTS} WHERE {DECIDES} AND r.state IN ('approved', 'denied')
                 AND (:number IS NULL OR (r.decided_at, r.number) < (:at, :number))
                 ORDER BY r.decided_at DESC, r.number DESC LIMIT :limit"
            );
            list(connection, &sql, account, after, limit, |at| at.unwrap_or_default())
        }
    }
}

/// A request that the account decides; absent where it does not.
///
/// # Errors
/// [`StoreError`].
pub fn to_decide(connection: &Connection, account: &str, id: &str) -> Result<Option<AppRequest>, StoreError> {
    let sql = format!("{REQUESTS} WHERE {DECIDES} AND r.id = :id");
    let found = connection
        .prepare_cached(&sql)?
        .query_row(named_params! { ":account": account, ":id": id }, request)
        .optional()?;
    let Some(mut request) = found else { return Ok(None) };
    request.app.texts = apps::texts(connection, &request.app.id)?;
    Ok(Some(request))
}

/// One request that the account made or decides; absent otherwise.
///
/// # Errors
/// [`StoreError`].
pub fn find(connection: &Connection, account: &str, id: &str) -> Result<Option<Asked>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT r.account, r.app, r.state = 'pending', r.version,
                 EXISTS (SELECT 1 FROM catalogue_apps k WHERE k.app = r.app), a.disabled
             FROM app_requests r JOIN apps p ON p.id = r.app JOIN accounts a ON a.id = r.account
             WHERE r.id = :id AND (r.account = :account OR a.home_organization = p.organization
                 AND r.app IN (SELECT app FROM app_approvers WHERE account = :account))",
        )?
        .query_row(named_params! { ":account": account, ":id": id }, |row| {
            Ok(Asked {
                account: row.get(0)?,
                app: row.get(1)?,
                is_pending: row.get(2)?,
                version: row.get(3)?,
                is_offered: row.get(4)?,
                disabled: row.get(5)?,
            })
        })
        .optional()?)
}

/// How a request ends.
#[derive(Clone, Copy, Debug)]
pub enum End<'a> {
    /// This account approved it.
    Approved(&'a str),
    /// This account denied it, for this reason.
    Denied(&'a str, &'a str),
    /// The requester took it back.
    Withdrawn,
}

/// Ends a request that waits; `false` where it does not wait any more.
///
/// # Errors
/// [`StoreError`].
pub fn end(transaction: &Transaction<'_>, now: i64, id: &str, end: End<'_>) -> Result<bool, StoreError> {
    let (state, by, reason) = match end {
        End::Approved(by) => ("approved", Some(by), None),
        End::Denied(by, reason) => ("denied", Some(by), Some(reason)),
        End::Withdrawn => ("withdrawn", None, None),
    };
    let ended = transaction
        .prepare_cached(
            "UPDATE app_requests SET state = ?2, decided_by = ?3, denial_reason = ?4, decided_at = ?5,
                 version = version + 1
             WHERE id = ?1 AND state = 'pending'",
        )?
        .execute(params![id, state, by, reason, now])?;
    Ok(ended == 1)
}

/// Runs one of the lists above; `at` is the time by which its order goes.
fn list(
    connection: &Connection,
    sql: &str,
    account: &str,
    after: Option<&After>,
    limit: u32,
    at: fn(Option<i64>) -> i64,
) -> Result<(Vec<AppRequest>, Option<After>), StoreError> {
    let (time, number) = after.map_or((None, None), |(time, number)| (Some(time), Some(number)));
    let more = limit + 1;
    let parameters: [(&str, &dyn ToSql); 4] =
        [(":account", &account), (":at", &time), (":number", &number), (":limit", &more)];
    let mut found = connection
        .prepare_cached(sql)?
        .query_map(&parameters, |row| Ok((request(row)?, (at(row.get(5)?), row.get(17)?))))?
        .collect::<Result<Vec<(AppRequest, After)>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(_, after)| *after);
    let mut page: Vec<AppRequest> = found.into_iter().map(|(it, _)| it).collect();
    for it in &mut page {
        it.app.texts = apps::texts(connection, &it.app.id)?;
    }
    Ok((page, next))
}

/// Reads a row of [`REQUESTS`]; the app's texts come later.
fn request(row: &Row<'_>) -> rusqlite::Result<AppRequest> {
    Ok(AppRequest {
        id: AppRequestId(row.get(0)?),
        etag: version::etag(row.get::<_, i64>(1)?),
        requester: Requester { display_name: row.get(8)?, user_id: row.get(9)? },
        app: app(row, 10)?,
        justification: row.get(2)?,
        state: state(&row.get::<_, String>(3)?),
        requested_at: rfc3339(row.get(4)?),
        decided_at: row.get::<_, Option<i64>>(5)?.map(rfc3339),
        decided_by: row.get(6)?,
        reason: row.get(7)?,
    })
}

/// Reads an app from the seven columns that begin at `first`.
fn app(row: &Row<'_>, first: usize) -> rusqlite::Result<OfferedApp> {
    Ok(OfferedApp {
        id: AppId(row.get(first)?),
        display_name: row.get(first + 1)?,
        description: row.get(first + 2)?,
        texts: Vec::new(),
        icon: row.get(first + 3)?,
        organization: rows::organization(row, first + 4)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
    })
}

fn state(stored: &str) -> RequestState {
    match stored {
        "pending" => RequestState::Pending,
        "approved" => RequestState::Approved,
        "denied" => RequestState::Denied,
        "withdrawn" => RequestState::Withdrawn,
        _ => RequestState::Unknown,
    }
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

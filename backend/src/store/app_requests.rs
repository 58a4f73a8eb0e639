//! Requests for apps of the catalogue, and who decides them (features 2.1).

use portal_contract::{
    app_requests::{AppRequest, RequestFilter, Requester},
    ids::AppRequestId,
};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, Transaction, named_params, params};

use super::{
    StoreError,
    app_catalogue::{app, state},
    apps,
};
use crate::{clock::rfc3339, secret, version};

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

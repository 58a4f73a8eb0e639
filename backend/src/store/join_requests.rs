//! Groups that people can join, their requests, and the owners who decide them (features 2.5).

use portal_contract::{
    app_requests::{RequestFilter, Requester},
    ids::{GroupId, JoinRequestId},
    join_requests::{JoinRequest, JoinableGroup, OfferedGroup},
};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, Transaction, named_params, params};

use super::{
    StoreError, app_catalogue::state, app_requests::End, group_members::IS_MEMBER, group_standing::managed_elsewhere,
    rows, sort_name,
};
use crate::{clock::rfc3339, secret, version};

/// Where the groups go on: after a name, then after an id.
pub type After = (String, String);

/// Where requests go on: after a time (0 where the order is that of the requests), then after a number.
pub type AfterRequest = (i64, i64);

/// Whether people of its organization can join the group `g` at `:now`, at once or by asking.
const JOINABLE: &str = "g.kind IN ('security', 'collaboration') AND NOT g.synchronised
     AND g.join_policy IN ('open', 'approval') AND (g.expires_at IS NULL OR g.expires_at > :now)";

/// Whether the account `a` owns the group `g`.
const OWNS: &str = r#"EXISTS (SELECT 1 FROM group_owners w WHERE w."group" = g.id AND w.account = a.id)"#;

/// The requests with all that an answer tells: `r`, the group `g`, its organization `o`, the requester `a`.
const REQUESTS: &str = r#"SELECT r.id, r.version, r.justification, r.state, r.requested_at, r.decided_at, d.display_name,
         r.denial_reason, a.display_name, a.user_id, g.id, g.display_name, g.description,
         o.id, o.display_name, o.language, r.number
     FROM join_requests r
     JOIN groups g ON g.id = r."group"
     JOIN organizations o ON o.id = g.organization
     JOIN accounts a ON a.id = r.account
     LEFT JOIN accounts d ON d.id = r.decided_by"#;

/// Whether `:account` decides the request `r`: of people whose home the group's organization still is. Nobody decides
/// their own.
const DECIDES: &str = r#"r.account <> :account AND a.home_organization = g.organization
     AND r."group" IN (SELECT "group" FROM group_owners WHERE account = :account)"#;

/// A page of the groups that the account can join, by name: at most `limit`, and where the next page begins.
///
/// # Errors
/// [`StoreError`].
pub fn joinable(
    connection: &Connection,
    (account, now): (&str, i64),
    search: Option<&str>,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<JoinableGroup>, Option<After>), StoreError> {
    let (name, id) = after.map_or(("", ""), |(name, id)| (name, id));
    let sql = format!(
        r#"SELECT g.id, g.display_name, g.description, o.id, o.display_name, o.language,
             g.join_policy = 'approval' AND NOT {OWNS},
             (SELECT r.state FROM join_requests r WHERE r.account = a.id AND r."group" = g.id ORDER BY r.number DESC),
             g.sort_name
         FROM accounts a
         JOIN groups g ON g.organization = a.home_organization
         JOIN organizations o ON o.id = g.organization
         WHERE a.id = :account AND {JOINABLE} AND NOT {IS_MEMBER}
         AND (:search IS NULL OR instr(g.sort_name, :search) > 0)
         AND (g.sort_name, g.id) > (:name, :id)
         ORDER BY g.sort_name, g.id LIMIT :limit"#
    );
    let mut found = connection
        .prepare_cached(&sql)?
        .query_map(
            named_params! {
                ":account": account,
                ":now": now,
                ":search": search.map(sort_name),
                ":name": name,
                ":id": id,
                ":limit": limit + 1,
            },
            |row| {
                let group = JoinableGroup {
                    group: group(row, 0)?,
                    needs_approval: row.get(6)?,
                    last_request: row.get::<_, Option<String>>(7)?.map(|it| state(&it)),
                };
                let after = (row.get(8)?, group.group.id.0.clone());
                Ok((group, after))
            },
        )?
        .collect::<Result<Vec<(JoinableGroup, After)>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(_, after)| after.clone());
    Ok((found.into_iter().map(|(it, _)| it).collect(), next))
}

/// A group that the account's organization lets people join, as the rules need it.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    /// An owner decides first; not about owners themselves.
    pub needs_approval: bool,
    /// The person is in it already.
    pub is_member: bool,
    /// A request of the person waits.
    pub is_pending: bool,
    /// The person's account is disabled.
    pub disabled: bool,
}

/// The group, if it can be joined.
///
/// # Errors
/// [`StoreError`].
pub fn offer(connection: &Connection, now: i64, account: &str, group: &str) -> Result<Option<Offer>, StoreError> {
    let sql = format!(
        r#"SELECT g.join_policy = 'approval' AND NOT {OWNS}, {IS_MEMBER}, EXISTS (SELECT 1 FROM join_requests r
                 WHERE r.account = a.id AND r."group" = g.id AND r.state = 'pending'), a.disabled
         FROM groups g JOIN accounts a ON a.id = :account AND a.home_organization = g.organization
         WHERE g.id = :group AND {JOINABLE}"#
    );
    Ok(connection
        .prepare_cached(&sql)?
        .query_row(named_params! { ":account": account, ":group": group, ":now": now }, |row| {
            Ok(Offer {
                needs_approval: row.get(0)?,
                is_member: row.get(1)?,
                is_pending: row.get(2)?,
                disabled: row.get(3)?,
            })
        })
        .optional()?)
}

/// Asks to join a group; gives back the request's id.
///
/// # Errors
/// [`StoreError`].
pub fn ask(
    transaction: &Transaction<'_>,
    now: i64,
    (account, group): (&str, &str),
    justification: &str,
) -> Result<String, StoreError> {
    let id = secret::id();
    transaction
        .prepare_cached(
            r#"INSERT INTO join_requests (id, account, "group", justification, requested_at) VALUES (?1, ?2, ?3, ?4, ?5)"#,
        )?
        .execute(params![id, account, group, justification, now])?;
    Ok(id)
}

/// A page of the account's own requests, newest first.
///
/// # Errors
/// [`StoreError`].
pub fn own(
    connection: &Connection,
    account: &str,
    after: Option<&AfterRequest>,
    limit: u32,
) -> Result<(Vec<JoinRequest>, Option<AfterRequest>), StoreError> {
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
    after: Option<&AfterRequest>,
    limit: u32,
) -> Result<(Vec<JoinRequest>, Option<AfterRequest>), StoreError> {
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
pub fn to_decide(connection: &Connection, account: &str, id: &str) -> Result<Option<JoinRequest>, StoreError> {
    let sql = format!("{REQUESTS} WHERE {DECIDES} AND r.id = :id");
    let parameters = named_params! { ":account": account, ":id": id };
    Ok(connection.prepare_cached(&sql)?.query_row(parameters, request).optional()?)
}

/// A request, as the rules need it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Whose it is.
    pub account: String,
    /// For which group.
    pub group: String,
    /// Nobody has decided yet, and it was not withdrawn.
    pub is_pending: bool,
    /// What an edit has to name.
    pub version: i64,
    /// Owners manage the group here.
    pub is_managed: bool,
    /// When the group ends: seconds since 1970.
    pub ends_at: Option<i64>,
    /// The requester's account is disabled.
    pub disabled: bool,
}

/// One request that the account made or decides; absent otherwise.
///
/// # Errors
/// [`StoreError`].
pub fn find(connection: &Connection, account: &str, id: &str) -> Result<Option<Asked>, StoreError> {
    Ok(connection
        .prepare_cached(
            r#"SELECT r.account, r."group", r.state = 'pending', r.version, g.kind, g.synchronised, g.expires_at, a.disabled
             FROM join_requests r JOIN groups g ON g.id = r."group" JOIN accounts a ON a.id = r.account
             WHERE r.id = :id AND (r.account = :account OR a.home_organization = g.organization
                 AND r."group" IN (SELECT "group" FROM group_owners WHERE account = :account))"#,
        )?
        .query_row(named_params! { ":account": account, ":id": id }, |row| {
            Ok(Asked {
                account: row.get(0)?,
                group: row.get(1)?,
                is_pending: row.get(2)?,
                version: row.get(3)?,
                is_managed: managed_elsewhere(row.get_ref(4)?.as_str()?, row.get(5)?).is_none(),
                ends_at: row.get(6)?,
                disabled: row.get(7)?,
            })
        })
        .optional()?)
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
            "UPDATE join_requests SET state = ?2, decided_by = ?3, denial_reason = ?4, decided_at = ?5,
                 version = version + 1
             WHERE id = ?1 AND state = 'pending'",
        )?
        .execute(params![id, state, by, reason, now])?;
    Ok(ended == 1)
}

/// Somebody has come into a group another way: what they asked for is theirs. `by` is who let them in, absent when
/// nobody had to.
///
/// # Errors
/// [`StoreError`].
pub fn settle(
    transaction: &Transaction<'_>,
    now: i64,
    (account, group): (&str, &str),
    by: Option<&str>,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            r#"UPDATE join_requests SET state = 'approved', decided_by = ?4, decided_at = ?3, version = version + 1
               WHERE account = ?1 AND "group" = ?2 AND state = 'pending'"#,
        )?
        .execute(params![account, group, now, by])?;
    Ok(())
}

/// Runs one of the lists above; `at` is the time by which its order goes.
fn list(
    connection: &Connection,
    sql: &str,
    account: &str,
    after: Option<&AfterRequest>,
    limit: u32,
    at: fn(Option<i64>) -> i64,
) -> Result<(Vec<JoinRequest>, Option<AfterRequest>), StoreError> {
    let (time, number) = after.map_or((None, None), |(time, number)| (Some(time), Some(number)));
    let more = limit + 1;
    let parameters: [(&str, &dyn ToSql); 4] =
        [(":account", &account), (":at", &time), (":number", &number), (":limit", &more)];
    let mut found = connection
        .prepare_cached(sql)?
        .query_map(&parameters, |row| Ok((request(row)?, (at(row.get(5)?), row.get(16)?))))?
        .collect::<Result<Vec<(JoinRequest, AfterRequest)>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(_, after)| *after);
    Ok((found.into_iter().map(|(it, _)| it).collect(), next))
}

/// Reads a row of [`REQUESTS`].
fn request(row: &Row<'_>) -> rusqlite::Result<JoinRequest> {
    Ok(JoinRequest {
        id: JoinRequestId(row.get(0)?),
        etag: version::etag(row.get::<_, i64>(1)?),
        requester: Requester { display_name: row.get(8)?, user_id: row.get(9)? },
        group: group(row, 10)?,
        justification: row.get(2)?,
        state: state(&row.get::<_, String>(3)?),
        requested_at: rfc3339(row.get(4)?),
        decided_at: row.get::<_, Option<i64>>(5)?.map(rfc3339),
        decided_by: row.get(6)?,
        reason: row.get(7)?,
    })
}

/// Reads a group from the six columns that begin at `first`.
fn group(row: &Row<'_>, first: usize) -> rusqlite::Result<OfferedGroup> {
    Ok(OfferedGroup {
        id: GroupId(row.get(first)?),
        display_name: row.get(first + 1)?,
        description: row.get(first + 2)?,
        organization: rows::organization(row, first + 3)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
    })
}

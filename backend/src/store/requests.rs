//! Requests that somebody decides: for apps (features 2.1), and to join groups (features 2.5). Each kind has a table of its
//! own with the same columns; what is written here is the same for all of them.

use portal_contract::app_requests::{RequestFilter, RequestState};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, Transaction, named_params, params};

use super::{StoreError, rows};
use crate::secret;

/// Where a list of requests goes on: after a time (0 where the order is that of the requests), then after a number.
pub type After = (i64, i64);

/// A kind of request, as the API tells it.
pub trait Request: Sized + Send + 'static {
    /// Where it is stored.
    const STORED: Stored;

    /// Reads a row: id, version, justification, state, when it was made and when it was decided, who decided, why it was
    /// denied, the requester's name and user ID, and from [`Stored::FIRST`] on what is asked for.
    ///
    /// # Errors
    /// When a column has another type.
    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;

    /// Adds what its row does not have.
    ///
    /// # Errors
    /// [`StoreError`].
    fn complete(&mut self, _: &Connection) -> Result<(), StoreError> {
        Ok(())
    }

    /// Whether the account is one that decides requests of this kind.
    ///
    /// # Errors
    /// [`StoreError`].
    fn may_decide(connection: &Connection, account: &str) -> Result<bool, StoreError>;

    /// What the account can ask for, or have at once; absent where that is not offered.
    ///
    /// # Errors
    /// [`StoreError`].
    fn offer(connection: &Connection, now: i64, account: &str, subject: &str) -> Result<Option<Offer>, StoreError>;
}

/// Where a kind of request is stored: parts of SQL.
#[derive(Clone, Copy, Debug)]
pub struct Stored {
    /// The table of the requests.
    pub requests: &'static str,
    /// The table of what can be asked for.
    pub subjects: &'static str,
    /// The table of who decides about which subject.
    pub deciders: &'static str,
    /// The column of the subject in the tables of requests and deciders.
    pub subject: &'static str,
    /// What is told of the subject `s` and its organization `o`.
    pub columns: &'static str,
}

impl Stored {
    /// The place of the first of `columns` in a row.
    pub const FIRST: usize = 10;

    /// The requests `r` with all that an answer tells of them, the requester `a`, and at last two columns for lists: the
    /// time by which they go, and the number.
    fn select(&self, time: &str) -> String {
        let Self { requests, subjects, subject, columns, .. } = self;
        format!(
            "SELECT r.id, r.version, r.justification, r.state, r.requested_at, r.decided_at, d.display_name,
                 r.denial_reason, a.display_name, a.user_id, {columns}, {time} AS time, r.number AS number
             FROM {requests} r
             JOIN {subjects} s ON s.id = r.{subject}
             JOIN organizations o ON o.id = s.organization
             JOIN accounts a ON a.id = r.account
             LEFT JOIN accounts d ON d.id = r.decided_by"
        )
    }

    /// Whether `:account` decides about the subject of the request `r`: of people whose home the subject's organization
    /// still is.
    fn decides(&self) -> String {
        let Self { deciders, subject, .. } = self;
        format!(
            "a.home_organization = s.organization
             AND r.{subject} IN (SELECT {subject} FROM {deciders} WHERE account = :account)"
        )
    }
}

/// Something that can be had, as the rules need it.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    /// Somebody decides first.
    pub needs_approval: bool,
    /// The person has it, or is in it, already.
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
    /// For what.
    pub subject: String,
    /// Nobody has decided yet, and it was not withdrawn.
    pub is_pending: bool,
    /// What an edit has to name.
    pub version: i64,
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

/// Asks for something; gives back the request's id.
///
/// # Errors
/// [`StoreError`].
pub fn ask<R: Request>(
    transaction: &Transaction<'_>,
    now: i64,
    (account, subject): (&str, &str),
    justification: &str,
) -> Result<String, StoreError> {
    let Stored { requests, subject: column, .. } = R::STORED;
    let id = secret::id();
    let sql = format!(
        "INSERT INTO {requests} (id, account, {column}, justification, requested_at) VALUES (?1, ?2, ?3, ?4, ?5)"
    );
    transaction.prepare_cached(&sql)?.execute(params![id, account, subject, justification, now])?;
    Ok(id)
}

/// Ends a request that waits; `false` where it does not wait any more.
///
/// # Errors
/// [`StoreError`].
pub fn end<R: Request>(transaction: &Transaction<'_>, now: i64, id: &str, end: End<'_>) -> Result<bool, StoreError> {
    let (state, by, reason) = match end {
        End::Approved(by) => ("approved", Some(by), None),
        End::Denied(by, reason) => ("denied", Some(by), Some(reason)),
        End::Withdrawn => ("withdrawn", None, None),
    };
    let sql = format!(
        "UPDATE {} SET state = ?2, decided_by = ?3, denial_reason = ?4, decided_at = ?5, version = version + 1
         WHERE id = ?1 AND state = 'pending'",
        R::STORED.requests
    );
    Ok(transaction.prepare_cached(&sql)?.execute(params![id, state, by, reason, now])? == 1)
}

/// One request that the account made or decides; absent otherwise.
///
/// # Errors
/// [`StoreError`].
pub fn find<R: Request>(connection: &Connection, account: &str, id: &str) -> Result<Option<Asked>, StoreError> {
    let Stored { requests, subjects, subject, .. } = R::STORED;
    let sql = format!(
        "SELECT r.account, r.{subject}, r.state = 'pending', r.version
         FROM {requests} r JOIN {subjects} s ON s.id = r.{subject} JOIN accounts a ON a.id = r.account
         WHERE r.id = :id AND (r.account = :account OR {})",
        R::STORED.decides()
    );
    Ok(connection
        .prepare_cached(&sql)?
        .query_row(named_params! { ":account": account, ":id": id }, |row| {
            Ok(Asked { account: row.get(0)?, subject: row.get(1)?, is_pending: row.get(2)?, version: row.get(3)? })
        })
        .optional()?)
}

/// A request that the account decides, and its version; absent where it does not. Nobody decides their own.
///
/// # Errors
/// [`StoreError`].
pub fn to_decide<R: Request>(connection: &Connection, account: &str, id: &str) -> Result<Option<(R, i64)>, StoreError> {
    let (select, decides) = (R::STORED.select("0"), R::STORED.decides());
    let sql = format!("{select} WHERE r.account <> :account AND {decides} AND r.id = :id");
    let found = connection
        .prepare_cached(&sql)?
        .query_row(named_params! { ":account": account, ":id": id }, |row| Ok((R::read(row)?, row.get(1)?)))
        .optional()?;
    let Some((mut request, version)) = found else { return Ok(None) };
    request.complete(connection)?;
    Ok(Some((request, version)))
}

/// A page of the account's own requests, newest first.
///
/// # Errors
/// [`StoreError`].
pub fn own<R: Request>(
    connection: &Connection,
    account: &str,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<R>, Option<After>), StoreError> {
    list(connection, account, "r.account = :account", ("0", "<", "r.number DESC"), after, limit)
}

/// A page of the requests that the account decides: those that wait, oldest first, or decisions, newest first.
///
/// # Errors
/// [`StoreError`].
pub fn queue<R: Request>(
    connection: &Connection,
    account: &str,
    filter: RequestFilter,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<R>, Option<After>), StoreError> {
    let (states, order) = match filter {
        RequestFilter::Pending => ("'pending'", ("0", ">", "r.number")),
        RequestFilter::Decided => ("'approved', 'denied'", ("r.decided_at", "<", "r.decided_at DESC, r.number DESC")),
    };
    let which = format!("r.account <> :account AND {} AND r.state IN ({states})", R::STORED.decides());
    list(connection, account, &which, order, after, limit)
}

/// A page of `which` requests, in an order: the time by which it goes, how what follows compares, and the order itself.
fn list<R: Request>(
    connection: &Connection,
    account: &str,
    which: &str,
    (time, follows, order): (&'static str, &'static str, &'static str),
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<R>, Option<After>), StoreError> {
    let sql = format!(
        "{} WHERE {which} AND (:number IS NULL OR ({time}, r.number) {follows} (:at, :number))
         ORDER BY {order} LIMIT :limit",
        R::STORED.select(time)
    );
    let (at, number) = after.copied().unzip();
    let more = limit + 1;
    let parameters: [(&str, &dyn ToSql); 4] =
        [(":account", &account), (":at", &at), (":number", &number), (":limit", &more)];
    let found = connection
        .prepare_cached(&sql)?
        .query_map(&parameters, |row| Ok((R::read(row)?, (row.get("time")?, row.get("number")?))))?
        .collect::<Result<_, _>>()?;
    let (mut page, next) = rows::page(found, limit);
    for request in &mut page {
        R::complete(request, connection)?;
    }
    Ok((page, next))
}

/// The state of a request, from what is stored.
pub(super) fn state(stored: &str) -> RequestState {
    match stored {
        "pending" => RequestState::Pending,
        "approved" => RequestState::Approved,
        "denied" => RequestState::Denied,
        "withdrawn" => RequestState::Withdrawn,
        _ => RequestState::Unknown,
    }
}

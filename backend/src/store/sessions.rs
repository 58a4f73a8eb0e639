//! Sessions (`security.md` S1, S5): found by the SHA-256 of the cookie's value, ended by deleting their row.

use portal_contract::{
    ids::{AccountId, SessionId},
    session::{FactorChoice, SessionUser},
    sessions::ActiveSession,
};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{StoreError, access_reviews, app_requests, preferences, rows, second_factors};
use crate::{clock::rfc3339, request::RequestInfo};

/// Seconds without a request after which a session ends.
pub const IDLE_SECONDS: i64 = 30 * 60;
/// Seconds after signing in at which a session ends whatever happens.
pub const ABSOLUTE_SECONDS: i64 = 12 * 60 * 60;
/// Seconds in which the second factor has to follow the password.
pub const SECOND_FACTOR_SECONDS: i64 = 5 * 60;

/// How far the person got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The password was right, the second factor is missing.
    SecondFactor,
    /// Signed in.
    SignedIn,
}

/// A session that has not ended.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// Not the token: stays the same through rotations and may be logged.
    pub id: String,
    /// Whose.
    pub account: String,
    /// What that person signs in with.
    pub user_id: String,
    /// How far they got.
    pub state: State,
    /// When they signed in, Unix seconds.
    pub created_at: i64,
    /// When they last asked for something, Unix seconds.
    pub last_seen_at: i64,
    /// The organization wants a method that is good for sign-in before anything else, and there is none.
    pub must_register: bool,
    /// The identity provider where they signed in; absent: here.
    pub provider: Option<String>,
}

impl SessionRow {
    /// When it ends if nothing more is asked, Unix seconds.
    pub fn ends_at(&self) -> i64 {
        match self.state {
            State::SecondFactor => self.created_at + SECOND_FACTOR_SECONDS,
            State::SignedIn => (self.last_seen_at + IDLE_SECONDS).min(self.created_at + ABSOLUTE_SECONDS),
        }
    }
}

/// Finds the session of a cookie, unless it has ended.
///
/// # Errors
/// [`StoreError`].
pub fn find(connection: &Connection, now: i64, token_hash: &[u8; 32]) -> Result<Option<SessionRow>, StoreError> {
    let session = connection
        .prepare_cached(
            "SELECT s.id, s.account, a.user_id, s.state = 'signed-in', s.created_at, s.last_seen_at,
                 o.registration_required IS 1 AND i.provider IS NULL
                 AND NOT EXISTS (SELECT 1 FROM methods m WHERE m.account = a.id AND m.for_sign_in), i.provider
             FROM sessions s JOIN accounts a ON a.id = s.account LEFT JOIN identity_sessions i ON i.session = s.id
             LEFT JOIN organizations o ON o.id = a.home_organization WHERE s.token_hash = ?1",
        )?
        .query_row([token_hash], |row| {
            Ok(SessionRow {
                id: row.get(0)?,
                account: row.get(1)?,
                user_id: row.get(2)?,
                state: if row.get(3)? { State::SignedIn } else { State::SecondFactor },
                created_at: row.get(4)?,
                last_seen_at: row.get(5)?,
                must_register: row.get(6)?,
                provider: row.get(7)?,
            })
        })
        .optional()?;
    Ok(session.filter(|session| now < session.ends_at()))
}

/// Begins a session that waits for the second factor.
///
/// # Errors
/// [`StoreError`].
pub fn begin(
    transaction: &Transaction<'_>,
    now: i64,
    token_hash: &[u8; 32],
    account: &str,
    request: &RequestInfo,
) -> Result<String, StoreError> {
    let id = crate::secret::id();
    transaction
        .prepare_cached(
            "INSERT INTO sessions (id, token_hash, account, state, created_at, last_seen_at, address, operating_system,
                 browser)
             VALUES (?1, ?2, ?3, 'second-factor', ?4, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            id,
            token_hash,
            account,
            now,
            request.address,
            request.agent.operating_system,
            request.agent.browser
        ])?;
    Ok(id)
}

/// Signs a begun session in: a new token (S1), the home organization, and every organization that trusts the home's
/// sign-in and where the guest is not disabled. That is a fresh proof of identity where every factor was `proven`.
///
/// # Errors
/// [`StoreError`].
pub fn sign_in(
    transaction: &Transaction<'_>,
    now: i64,
    id: &str,
    token_hash: &[u8; 32],
    proven: bool,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "UPDATE sessions SET state = 'signed-in', token_hash = ?2, created_at = ?3, last_seen_at = ?3,
                 proof_at = iif(?4, ?3, NULL),
                 current_organization = (SELECT home_organization FROM accounts WHERE id = account)
             WHERE id = ?1",
        )?
        .execute(params![id, token_hash, now, proven])?;
    transaction
        .prepare_cached(
            "INSERT INTO session_organizations (session, organization)
             SELECT s.id, g.organization FROM sessions s
             JOIN guests g ON g.account = s.account
             JOIN organizations o ON o.id = g.organization
             WHERE s.id = ?1 AND g.deleted_at IS NULL AND NOT g.disabled AND NOT o.requires_own_sign_in",
        )?
        .execute([id])?;
    Ok(())
}

/// Gives a session a new token (S1) and counts as a request of it.
///
/// # Errors
/// [`StoreError`].
pub fn rotate(transaction: &Transaction<'_>, now: i64, id: &str, token_hash: &[u8; 32]) -> Result<(), StoreError> {
    transaction
        .prepare_cached("UPDATE sessions SET token_hash = ?2, last_seen_at = ?3 WHERE id = ?1")?
        .execute(params![id, token_hash, now])?;
    Ok(())
}

/// Notes that the session asked for something.
///
/// # Errors
/// [`StoreError`].
pub fn touch(transaction: &Transaction<'_>, now: i64, id: &str) -> Result<(), StoreError> {
    transaction
        .prepare_cached("UPDATE sessions SET last_seen_at = max(last_seen_at, ?2) WHERE id = ?1")?
        .execute(params![id, now])?;
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// [`StoreError`].
pub fn end(transaction: &Transaction<'_>, id: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM sessions WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Ends every session of the account but `kept` (S5).
///
/// # Errors
/// [`StoreError`].
pub fn end_others(transaction: &Transaction<'_>, account: &str, kept: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM sessions WHERE account = ?1 AND id <> ?2")?.execute([account, kept])?;
    Ok(())
}

/// Ends every session of an account, those that wait for a second factor too.
///
/// # Errors
/// [`StoreError`].
pub fn end_all(transaction: &Transaction<'_>, account: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM sessions WHERE account = ?1")?.execute([account])?;
    Ok(())
}

/// Ends every session of everybody.
///
/// # Errors
/// [`StoreError`].
pub fn end_everybodys(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM sessions", [])?;
    Ok(())
}

/// Whether a session of this account is signed in and has not ended.
///
/// # Errors
/// [`StoreError`].
pub fn is_active(connection: &Connection, now: i64, account: &str, id: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT 1 FROM sessions WHERE id = ?1 AND account = ?2
                 AND state = 'signed-in' AND created_at > ?3 AND last_seen_at > ?4",
        )?
        .exists(params![id, account, now - ABSOLUTE_SECONDS, now - IDLE_SECONDS])?)
}

/// How many sessions are signed in and have not ended.
///
/// # Errors
/// [`StoreError`].
pub fn count(connection: &Connection, now: i64) -> Result<i64, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT count(*) FROM sessions WHERE state = 'signed-in' AND created_at > ?1 AND last_seen_at > ?2",
        )?
        .query_row([now - ABSOLUTE_SECONDS, now - IDLE_SECONDS], |row| row.get(0))?)
}

/// The account of a session that is signed in and has not ended, and its user ID.
///
/// # Errors
/// [`StoreError`].
pub fn owner(connection: &Connection, now: i64, id: &str) -> Result<Option<(String, String)>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT a.id, a.user_id FROM sessions s JOIN accounts a ON a.id = s.account
             WHERE s.id = ?1 AND s.state = 'signed-in' AND s.created_at > ?2 AND s.last_seen_at > ?3",
        )?
        .query_row(params![id, now - ABSOLUTE_SECONDS, now - IDLE_SECONDS], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// Where a list of sessions goes on: after this one or not, begun before this time, with a later id.
pub type After = (bool, i64, String);

/// A page of the account's active sessions, `current` first, then the newest: at most `limit` rows, and where the next
/// page begins.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    connection: &Connection,
    now: i64,
    (account, current): (&str, &str),
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<ActiveSession>, Option<After>), StoreError> {
    let (other, begun, id) =
        after.map_or((None, None, None), |(other, begun, id)| (Some(other), Some(-begun), Some(id)));
    let mut found = connection
        .prepare_cached(
            "SELECT s.id, s.created_at, s.last_seen_at, s.operating_system, s.browser, s.address,
                 c.city, c.country, c.latitude, c.longitude
             FROM sessions s
             LEFT JOIN sign_ins i ON i.session = s.id
             LEFT JOIN sign_in_circumstances c ON c.account = i.account AND c.id = i.circumstances
             WHERE s.account = ?1 AND s.state = 'signed-in' AND s.created_at > ?3 AND s.last_seen_at > ?4
                 AND (?5 IS NULL OR (s.id <> ?2, -s.created_at, s.id) > (?5, ?6, ?7))
             ORDER BY s.id <> ?2, -s.created_at, s.id LIMIT ?8",
        )?
        .query_map(
            params![account, current, now - ABSOLUTE_SECONDS, now - IDLE_SECONDS, other, begun, id, limit + 1],
            |row| {
                let (id, begun): (String, i64) = (row.get(0)?, row.get(1)?);
                let session = ActiveSession {
                    current: id == current,
                    id: SessionId(id),
                    started_at: rfc3339(begun),
                    last_seen_at: rfc3339(row.get(2)?),
                    operating_system: row.get(3)?,
                    browser: row.get(4)?,
                    address: row.get(5)?,
                    place: rows::place(row, 6)?,
                };
                Ok((session, begun))
            },
        )?
        .collect::<Result<Vec<_>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(it, begun)| (!it.current, *begun, it.id.0.clone()));
    Ok((found.into_iter().map(|(session, _)| session).collect(), next))
}

/// Deletes the rows of sessions that have ended by themselves.
///
/// # Errors
/// [`StoreError`].
pub fn forget_ended(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "DELETE FROM sessions WHERE created_at <= ?1
                 OR (state = 'signed-in' AND last_seen_at <= ?2) OR (state = 'second-factor' AND created_at <= ?3)",
        )?
        .execute([now - ABSOLUTE_SECONDS, now - IDLE_SECONDS, now - SECOND_FACTOR_SECONDS])?;
    Ok(())
}

/// Who is signed in, as the pages need to know it.
#[derive(Clone, Debug)]
pub struct Described {
    /// What the header and the navigation show.
    pub user: SessionUser,
    /// What can follow the password in a proof of identity, the default first.
    pub second_factors: Vec<FactorChoice>,
    /// A method that is good for sign-in has to be registered first.
    pub must_register: bool,
    /// The identity provider where they signed in; absent: here.
    pub provider: Option<String>,
}

/// Who is signed in; absent when the session has ended.
///
/// # Errors
/// [`StoreError`].
pub fn describe(connection: &Connection, now: i64, id: &str) -> Result<Option<Described>, StoreError> {
    let described = connection
        .prepare_cached(
            "SELECT a.id, a.user_id, a.display_name, a.has_my_apps, home.registration_required IS 1,
                 home.id, home.display_name, home.language, now.id, now.display_name, now.language,
                 help.name, help.mail, help.phone, (SELECT version FROM photos WHERE account = a.id),
                 (SELECT provider FROM identity_sessions WHERE session = s.id)
             FROM sessions s
             JOIN accounts a ON a.id = s.account
             LEFT JOIN organizations home ON home.id = a.home_organization
             LEFT JOIN organizations now ON now.id = s.current_organization
             LEFT JOIN contacts help ON help.organization = home.id AND help.purpose = 'help'
             WHERE s.id = ?1",
        )?
        .query_row([id], |row| {
            let user = SessionUser {
                id: AccountId(row.get(0)?),
                user_id: row.get(1)?,
                display_name: row.get(2)?,
                photo: row.get(14)?,
                home_organization: rows::organization(row, 5)?,
                current_organization: rows::organization(row, 8)?,
                administers: Vec::new(),
                has_my_apps: row.get(3)?,
                approves_apps: false,
                access_reviews: None,
                display_language: None,
                regional_format: None,
                time_zone: None,
                help_contact: rows::contact(row, 11)?,
            };
            Ok((user, row.get::<_, bool>(4)?, row.get::<_, Option<String>>(15)?))
        })
        .optional()?;
    let Some((mut user, registration_required, provider)) = described else { return Ok(None) };
    let (preferences, _) = preferences::get(connection, &user.id.0)?;
    user.display_language = preferences.display_language;
    user.regional_format = preferences.regional_format;
    user.time_zone = preferences.time_zone;
    user.administers = connection
        .prepare_cached(
            "SELECT o.id, o.display_name, o.language FROM administrators x JOIN organizations o ON o.id = x.organization
             WHERE x.account = ?1 ORDER BY o.sort_name, o.id",
        )?
        .query_map([&user.id.0], |row| rows::organization(row, 0))?
        .filter_map(Result::transpose)
        .collect::<Result<_, _>>()?;
    user.approves_apps = app_requests::approves(connection, &user.id.0)?;
    user.access_reviews = access_reviews::waiting(connection, now, &user.id.0)?;
    let second_factors = match provider {
        // Nothing here follows a password that is kept there.
        Some(_) => Vec::new(),
        None => second_factors::choices(connection, &user.id.0)?,
    };
    let must_register = registration_required && second_factors.is_empty() && provider.is_none();
    Ok(Some(Described { user, second_factors, must_register, provider }))
}

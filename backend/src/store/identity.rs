//! Sign-in at identity providers: what was begun, who is who there, and which sessions came of it.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::StoreError;
use crate::secret::fingerprint;

/// Seconds in which the provider's answer has to come.
pub const TRANSACTION_SECONDS: i64 = 10 * 60;
/// Transactions that one network may begin within a minute.
const NETWORK_STARTS: i64 = 20;
/// Seconds for which a logout token is remembered; far longer than one holds.
const LOGOUT_SECONDS: i64 = 60 * 60;

/// A sign-in, or a proof of identity, that waits for the provider's answer.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The provider's name.
    pub provider: String,
    /// Whose proof it is to be, or which session a new one replaces.
    pub session: Option<String>,
    /// Whether it is a proof of identity inside a session.
    pub proof: bool,
    /// The operation that the proof is for.
    pub purpose: Option<String>,
    /// Where the person is led afterwards; absent for a window of its own.
    pub return_to: Option<String>,
    /// When it was begun, Unix seconds.
    pub created_at: i64,
}

/// Begins one; `false` where that network began too many.
///
/// # Errors
/// [`StoreError`].
pub fn begin(
    transaction: &Transaction<'_>,
    hash: &[u8; 32],
    waiting: &Waiting,
    network: &str,
) -> Result<bool, StoreError> {
    let begun: i64 = transaction
        .prepare_cached("SELECT count(*) FROM identity_transactions WHERE network = ?1 AND created_at > ?2")?
        .query_row(params![network, waiting.created_at - 60], |row| row.get(0))?;
    if begun >= NETWORK_STARTS {
        return Ok(false);
    }
    transaction
        .prepare_cached(
            "INSERT INTO identity_transactions (cookie_hash, provider, session, account, proof, purpose, return_to, network,
                 created_at)
             VALUES (?1, ?2, ?3, (SELECT account FROM sessions WHERE id = ?3), ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            hash,
            waiting.provider,
            waiting.session,
            waiting.proof,
            waiting.purpose,
            waiting.return_to,
            network,
            waiting.created_at
        ])?;
    Ok(true)
}

/// Takes it away: it is answered once.
///
/// # Errors
/// [`StoreError`].
pub fn take(transaction: &Transaction<'_>, now: i64, hash: &[u8; 32]) -> Result<Option<Waiting>, StoreError> {
    let found = transaction
        .prepare_cached(
            "DELETE FROM identity_transactions WHERE cookie_hash = ?1
             RETURNING provider, session, proof, purpose, return_to, created_at",
        )?
        .query_row([hash], |row| {
            Ok(Waiting {
                provider: row.get(0)?,
                session: row.get(1)?,
                proof: row.get(2)?,
                purpose: row.get(3)?,
                return_to: row.get(4)?,
                created_at: row.get(5)?,
            })
        })
        .optional()?;
    Ok(found.filter(|it| now < it.created_at + TRANSACTION_SECONDS))
}

/// An account as matching sees it.
#[derive(Clone, Debug)]
pub struct Found {
    /// The account.
    pub account: String,
    /// What the person signs in with.
    pub user_id: String,
    /// Its home organization.
    pub organization: Option<String>,
}

fn found(row: &Row<'_>) -> rusqlite::Result<Found> {
    Ok(Found { account: row.get(0)?, user_id: row.get(1)?, organization: row.get(2)? })
}

/// The account that is linked to a person of a provider.
///
/// # Errors
/// [`StoreError`].
pub fn linked(connection: &Connection, issuer: &str, subject: &str) -> Result<Option<Found>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT a.id, a.user_id, a.home_organization FROM identity_links l JOIN accounts a ON a.id = l.account
             WHERE l.issuer = ?1 AND l.subject = ?2",
        )?
        .query_row([issuer, subject], found)
        .optional()?)
}

/// The account with a user ID.
///
/// # Errors
/// [`StoreError`].
pub fn of_user_id(connection: &Connection, user_id: &str) -> Result<Option<Found>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT id, user_id, home_organization FROM accounts WHERE user_id = ?1")?
        .query_row([user_id], found)
        .optional()?)
}

/// Whether there is such an organization.
///
/// # Errors
/// [`StoreError`].
pub fn is_organization(connection: &Connection, id: &str) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached("SELECT 1 FROM organizations WHERE id = ?1")?.exists([id])?)
}

/// Links an account to a person of a provider; `false` where it is linked already.
///
/// # Errors
/// [`StoreError`].
pub fn link(
    transaction: &Transaction<'_>,
    now: i64,
    account: &str,
    issuer: &str,
    subject: &str,
) -> Result<bool, StoreError> {
    let added = transaction
        .prepare_cached(
            "INSERT INTO identity_links (account, issuer, subject, linked_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO NOTHING",
        )?
        .execute(params![account, issuer, subject, now])?;
    Ok(added == 1)
}

/// What ties a session to the provider's.
#[derive(Clone, Debug)]
pub struct Tie {
    /// The provider's name.
    pub provider: String,
    /// Its issuer.
    pub issuer: String,
    /// Whom it means.
    pub subject: String,
    /// Its name of its session.
    pub sid: Option<String>,
    /// The ID token, sealed.
    pub id_token: Vec<u8>,
}

/// Ties a session.
///
/// # Errors
/// [`StoreError`].
pub fn tie(transaction: &Transaction<'_>, session: &str, tie: &Tie) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO identity_sessions (session, provider, issuer, subject, sid, id_token)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![session, tie.provider, tie.issuer, tie.subject, tie.sid, tie.id_token])?;
    Ok(())
}

/// What ties a session to a provider's, if anything does.
///
/// # Errors
/// [`StoreError`].
pub fn tie_of(connection: &Connection, session: &str) -> Result<Option<Tie>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT provider, issuer, subject, sid, id_token FROM identity_sessions WHERE session = ?1")?
        .query_row([session], |row| {
            Ok(Tie {
                provider: row.get(0)?,
                issuer: row.get(1)?,
                subject: row.get(2)?,
                sid: row.get(3)?,
                id_token: row.get(4)?,
            })
        })
        .optional()?)
}

/// A step-up renews what the end of the provider's session needs.
///
/// # Errors
/// [`StoreError`].
pub fn retie(
    transaction: &Transaction<'_>,
    session: &str,
    sid: Option<&str>,
    id_token: &[u8],
) -> Result<(), StoreError> {
    transaction
        .prepare_cached("UPDATE identity_sessions SET sid = coalesce(?2, sid), id_token = ?3 WHERE session = ?1")?
        .execute(params![session, sid, id_token])?;
    Ok(())
}

/// The sessions (and their accounts) that a provider's logout names: that one, or all of a person.
///
/// # Errors
/// [`StoreError`].
pub fn sessions(
    connection: &Connection,
    issuer: &str,
    subject: Option<&str>,
    sid: Option<&str>,
) -> Result<Vec<(String, String)>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT s.id, s.account FROM identity_sessions i JOIN sessions s ON s.id = i.session
             WHERE i.issuer = ?1 AND (?2 IS NULL OR i.subject = ?2) AND (?3 IS NULL OR i.sid = ?3)
                 AND coalesce(?2, ?3) IS NOT NULL",
        )?
        .query_map(params![issuer, subject, sid], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?)
}

/// Notes a logout token; `false` when it was seen before.
///
/// # Errors
/// [`StoreError`].
pub fn first_seen(transaction: &Transaction<'_>, now: i64, issuer: &str, jti: &str) -> Result<bool, StoreError> {
    let added = transaction
        .prepare_cached("INSERT OR IGNORE INTO logout_tokens (token_hash, seen_at) VALUES (?1, ?2)")?
        .execute(params![fingerprint(format!("{issuer} {jti}")), now])?;
    Ok(added == 1)
}

/// Forgets what has run out.
///
/// # Errors
/// [`StoreError`].
pub fn forget(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    transaction
        .prepare_cached("DELETE FROM identity_transactions WHERE created_at <= ?1")?
        .execute([now - TRANSACTION_SECONDS])?;
    transaction.prepare_cached("DELETE FROM logout_tokens WHERE seen_at <= ?1")?.execute([now - LOGOUT_SECONDS])?;
    Ok(())
}

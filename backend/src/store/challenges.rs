//! What waits for an answer (S7, S8): enrolments, codes and security keys at sign-in, codes for a forgotten password. Each
//! belongs to one session or one reset, and is answered once.

use portal_contract::methods::MethodKind;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::StoreError;
use crate::methods;

/// Seconds for which a code works, and for which an app can be set up.
pub const CODE_SECONDS: i64 = 10 * 60;
/// Seconds for which a security key can answer.
pub const KEY_SECONDS: i64 = 5 * 60;
/// Wrong answers that end a challenge.
pub const MAX_FAILURES: u32 = 5;
/// Codes that are sent to one account and factor within [`SENDING_SECONDS`].
pub const MAX_SENT: u32 = 3;
/// Seconds for which a sent code counts.
pub const SENDING_SECONDS: i64 = 10 * 60;
/// Seconds for which an answered challenge is kept, so that a repeated confirmation finds what it made.
const KEPT_SECONDS: i64 = super::idempotency::MEMORY_SECONDS;

/// What a challenge is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Registering a method.
    Enrolment,
    /// The second factor, or a proof.
    SignIn,
    /// A forgotten password: it belongs to a reset instead of a session.
    Reset,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Self::Enrolment => "enrolment",
            Self::SignIn => "sign-in",
            Self::Reset => "reset",
        }
    }
}

/// A challenge.
#[derive(Clone, Debug)]
pub struct Challenge {
    /// Its id.
    pub id: String,
    /// What is enrolled or asked.
    pub kind: MethodKind,
    /// Sign-in: who answers. Enrolment: what is replaced, and once it was answered what was made.
    pub method: Option<String>,
    /// What the person called the method.
    pub name: Option<String>,
    /// Where the code went.
    pub target: Option<String>,
    /// Inline: RFC 6238.
    pub secret: Option<Vec<u8>>,
    /// SHA-256 of id and code.
    pub code_hash: Option<[u8; 32]>,
    /// WebAuthn's own.
    pub state: Option<String>,
    /// Wrong answers so far.
    pub failures: u32,
    /// Unix seconds.
    pub expires_at: i64,
    /// It was answered.
    pub answered: bool,
}

impl Challenge {
    /// A challenge that nobody answered yet.
    pub fn new(kind: MethodKind, expires_at: i64) -> Self {
        Self {
            id: crate::secret::id(),
            kind,
            method: None,
            name: None,
            target: None,
            secret: None,
            code_hash: None,
            state: None,
            failures: 0,
            expires_at,
            answered: false,
        }
    }

    /// Whether it can be answered now.
    pub fn is_open(&self, now: i64) -> bool {
        !self.answered && now < self.expires_at && self.failures < MAX_FAILURES
    }
}

/// Keeps a challenge.
///
/// # Errors
/// [`StoreError`].
pub fn put(
    transaction: &Transaction<'_>,
    now: i64,
    (owner, purpose): (&str, Purpose),
    request_key: Option<&str>,
    challenge: &Challenge,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT OR REPLACE INTO challenges (id, session, reset, purpose, kind, method, request_key, name, target, secret,
                 code_hash, state, failures, created_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        )?
        .execute(params![
            challenge.id,
            Some(owner).filter(|_| purpose != Purpose::Reset),
            Some(owner).filter(|_| purpose == Purpose::Reset),
            purpose.name(),
            methods::name(challenge.kind),
            challenge.method,
            request_key,
            challenge.name,
            challenge.target,
            challenge.secret,
            challenge.code_hash,
            challenge.state,
            challenge.failures,
            now,
            challenge.expires_at
        ])?;
    Ok(())
}

const COLUMNS: &str = "id, kind, method, name, target, secret, code_hash, state, failures, expires_at, answered";

/// The challenge of a session or reset with this id.
///
/// # Errors
/// [`StoreError`].
pub fn find(
    connection: &Connection,
    (owner, purpose): (&str, Purpose),
    id: &str,
) -> Result<Option<Challenge>, StoreError> {
    Ok(connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM challenges WHERE id = ?1 AND ?2 IN (session, reset) AND purpose = ?3"
        ))?
        .query_row([id, owner, purpose.name()], read)
        .optional()?)
}

/// The challenge of a session or reset that was begun with this `Idempotency-Key`.
///
/// # Errors
/// [`StoreError`].
pub fn begun_with(
    connection: &Connection,
    (owner, purpose): (&str, Purpose),
    request_key: &str,
) -> Result<Option<Challenge>, StoreError> {
    Ok(connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM challenges WHERE (session = ?1 OR reset = ?1) AND request_key = ?2 AND purpose = ?3
             ORDER BY created_at DESC LIMIT 1"
        ))?
        .query_row([owner, request_key, purpose.name()], read)
        .optional()?)
}

/// Counts a wrong answer.
///
/// # Errors
/// [`StoreError`].
pub fn failed(transaction: &Transaction<'_>, id: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("UPDATE challenges SET failures = failures + 1 WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Uses a challenge up; what it held is forgotten, `made` is remembered.
///
/// # Errors
/// [`StoreError`].
pub fn answered(transaction: &Transaction<'_>, id: &str, made: Option<&str>) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "UPDATE challenges SET answered = 1, method = ?2, secret = NULL, code_hash = NULL, state = NULL WHERE id = ?1",
        )?
        .execute(params![id, made])?;
    Ok(())
}

/// Forgets a challenge whose message was not sent.
///
/// # Errors
/// [`StoreError`].
pub fn withdraw(transaction: &Transaction<'_>, id: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM challenges WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Seconds until the next code may be sent, at least 1; absent when it may be sent now.
///
/// # Errors
/// [`StoreError`].
pub fn sending_wait(
    connection: &Connection,
    now: i64,
    account: &str,
    kind: MethodKind,
) -> Result<Option<i64>, StoreError> {
    let oldest: Option<i64> = connection
        .prepare_cached(
            "SELECT at FROM sent_codes WHERE account = ?1 AND factor = ?2 AND at > ?3 ORDER BY at DESC LIMIT 1 OFFSET ?4",
        )?
        .query_row(params![account, methods::factor(kind), now - SENDING_SECONDS, MAX_SENT - 1], |row| row.get(0))
        .optional()?;
    Ok(oldest.map(|at| (at + SENDING_SECONDS - now).max(1)))
}

/// Counts a code that is sent.
///
/// # Errors
/// [`StoreError`].
pub fn note_sent(transaction: &Transaction<'_>, now: i64, account: &str, kind: MethodKind) -> Result<(), StoreError> {
    transaction
        .prepare_cached("INSERT INTO sent_codes (at, account, factor) VALUES (?1, ?2, ?3)")?
        .execute(params![now, account, methods::factor(kind)])?;
    Ok(())
}

/// Forgets what no longer counts.
///
/// # Errors
/// [`StoreError`].
pub fn forget(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    transaction
        .prepare_cached("DELETE FROM challenges WHERE created_at <= ?1 OR (answered = 0 AND expires_at <= ?2)")?
        .execute([now - KEPT_SECONDS, now])?;
    transaction.prepare_cached("DELETE FROM sent_codes WHERE at <= ?1")?.execute([now - SENDING_SECONDS])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Challenge> {
    Ok(Challenge {
        id: row.get(0)?,
        kind: methods::kind(row.get_ref(1)?.as_str()?),
        method: row.get(2)?,
        name: row.get(3)?,
        target: row.get(4)?,
        secret: row.get(5)?,
        code_hash: row.get(6)?,
        state: row.get(7)?,
        failures: row.get(8)?,
        expires_at: row.get(9)?,
        answered: row.get(10)?,
    })
}

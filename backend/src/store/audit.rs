//! The audit (`security.md` S9): append-only, written in the transaction of what it records, without secrets.

use rusqlite::{Transaction, params};

use super::StoreError;

/// What somebody did.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The account; `system` for the backend's own jobs and its commands; absent when nobody known acted.
    pub actor: Option<&'a str>,
    /// The session's id (not its token).
    pub session: Option<&'a str>,
    /// Where the request came from.
    pub address: Option<&'a str>,
    /// `resource.verb`.
    pub action: &'static str,
    /// The id of what it was done to.
    pub target: Option<&'a str>,
    /// Done, or refused.
    pub result: Outcome,
    /// The request.
    pub request_id: Option<&'a str>,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It happened.
    Done,
    /// It was tried and refused (wrong credentials).
    Refused,
}

/// Appends one row.
///
/// # Errors
/// [`StoreError`].
pub fn record(transaction: &Transaction<'_>, now: i64, entry: Entry<'_>) -> Result<(), StoreError> {
    let result = match entry.result {
        Outcome::Done => "done",
        Outcome::Refused => "refused",
    };
    transaction
        .prepare_cached(
            "INSERT INTO audit (at, actor, session, address, action, target, result, request_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            now,
            entry.actor,
            entry.session,
            entry.address,
            entry.action,
            entry.target,
            result,
            entry.request_id
        ])?;
    Ok(())
}

//! Sensitive changes need a fresh proof of identity (`security.md` S4, RFC 9470).

use rusqlite::{Connection, Transaction};

use crate::{problem::Refusal, session::Caller, store::proofs};

/// Lets the change go on when the session's last proof is at most 300 s old.
///
/// # Errors
/// 401 `step-up-required`.
pub fn require(connection: &Connection, caller: &Caller, now: i64) -> Result<(), Refusal> {
    if proofs::is_fresh(connection, now, &caller.session.id)? { Ok(()) } else { Err(Refusal::step_up(None)) }
}

/// Lets the change go on when the person proved who they are for this very operation, and uses that proof up.
///
/// # Errors
/// 401 `step-up-required` with the purpose.
pub fn require_for(transaction: &Transaction<'_>, caller: &Caller, now: i64, purpose: String) -> Result<(), Refusal> {
    if proofs::consume(transaction, now, &caller.session.id, &purpose)? {
        Ok(())
    } else {
        Err(Refusal::step_up(Some(purpose)))
    }
}

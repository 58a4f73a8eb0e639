//! Requests to join groups: one that `employee@harbor.example` decides, and one of its own that was denied.

use portal_contract::join_requests::JoinRequest;
use rusqlite::Transaction;

use super::DAY;
use crate::store::{
    directory::DirectoryError,
    requests::{End, ask, end},
};

/// Seconds in an hour.
const HOUR: i64 = 60 * 60;

/// Adds the requests.
///
/// # Errors
/// [`DirectoryError`].
pub fn fill(transaction: &Transaction<'_>, now: i64) -> Result<(), DirectoryError> {
    let denied = ask::<JoinRequest>(
        transaction,
        now - 9 * DAY,
        ("employee", "harbor-crane-maintenance"),
        "I plan the cranes' idle hours and would like to see when they are being repaired.",
    )?;
    let reason = "Everybody in this group may enter the cranes, for which a certificate is needed. The times are in the \
                  duty roster, which you can read.";
    end::<JoinRequest>(transaction, now - 9 * DAY + 5 * HOUR, &denied, End::Denied("admin", reason))?;
    ask::<JoinRequest>(
        transaction,
        now - 20 * HOUR,
        ("secure", "harbor-quay-4"),
        "I renew the locks of quay 4 this month and want to tell the shifts when a gate stays closed.",
    )?;
    Ok(())
}

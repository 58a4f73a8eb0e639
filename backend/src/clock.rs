//! The server's clock. Every rule that counts time (sessions, proofs, limits, the 30 days of *Deleted users*) asks it,
//! so that a test or a rehearsal can move it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

use jiff::Timestamp;

/// Where "now" comes from. Clones share the same time.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock, shifted by some seconds (`--clock-offset`).
    System {
        /// Seconds added to the machine's time.
        offset: i64,
    },
    /// A clock that stands still until it is moved.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock, `offset` seconds ahead.
    pub fn system(offset: i64) -> Self {
        Self::System { offset }
    }

    /// A clock that shows `now` (Unix seconds) until [`Clock::advance`] moves it.
    pub fn manual(now: i64) -> Self {
        Self::Manual(Arc::new(AtomicI64::new(now)))
    }

    /// Unix seconds.
    pub fn now(&self) -> i64 {
        match self {
            Self::System { offset } => {
                // A machine that believes to be before 1970 is answered with 1970 instead of a panic.
                let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                i64::try_from(since_epoch.as_secs()).unwrap_or(i64::MAX).saturating_add(*offset)
            }
            Self::Manual(now) => now.load(Ordering::SeqCst),
        }
    }

    /// Moves a manual clock by `seconds`; the machine's clock cannot be moved and stays.
    pub fn advance(&self, seconds: i64) {
        if let Self::Manual(now) = self {
            now.fetch_add(seconds, Ordering::SeqCst);
        }
    }
}

/// Unix seconds as RFC 3339 UTC, the form of every time in the contract.
pub fn rfc3339(seconds: i64) -> String {
    // Out of range (year 9999 and later) cannot come from the clock; the last representable time stands for it.
    Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX).to_string()
}

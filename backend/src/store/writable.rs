//! Whether changes reach the disk. The log says once when they do not any more and once when they do again, instead of
//! with every request in between.

use std::sync::atomic::{AtomicBool, Ordering};

use super::StoreError;

/// Of the process, which has one database.
static REFUSED: AtomicBool = AtomicBool::new(false);

/// A change was refused.
pub fn no_more(error: &StoreError) {
    if !REFUSED.swap(true, Ordering::Relaxed) {
        tracing::error!(
            %error,
            "nothing can be changed; what was answered before is kept, and people are asked to try again: free some room \
             on the disk, or let the server write the database and its folder"
        );
    }
}

/// A change was kept.
pub fn again() {
    // Looked at first: every change comes by here.
    if REFUSED.load(Ordering::Relaxed) && REFUSED.swap(false, Ordering::Relaxed) {
        tracing::info!("changes are kept again");
    }
}

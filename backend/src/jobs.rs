//! What the server does by itself: deleted users and groups that have expired go after 30 days, reviews of access have
//! their effect, copies of data are prepared and go after 7, and what has run out is forgotten.

use std::{sync::Arc, time::Duration};

use rusqlite::Transaction;

use crate::{
    exports, invitations,
    portal::Portal,
    store::{
        StoreError, access_reviews::end, attempts, challenges, deleted_users, groups, idempotency, identity, my_data,
        password_resets, sessions, trusted_devices, writable,
    },
};

/// Between two rounds.
const EVERY: Duration = Duration::from_secs(60);

/// One round at the portal's time; gives back how many deleted users were purged.
///
/// # Errors
/// [`StoreError`].
pub async fn round(portal: &Portal) -> Result<usize, StoreError> {
    let now = portal.clock.now();
    let purged = portal
        .store
        .write(move |transaction: &Transaction<'_>| {
            sessions::forget_ended(transaction, now)?;
            trusted_devices::forget(transaction, now)?;
            attempts::forget(transaction, now)?;
            challenges::forget(transaction, now)?;
            password_resets::forget(transaction, now)?;
            idempotency::forget(transaction, now)?;
            identity::forget(transaction, now)?;
            my_data::forget(transaction, now)?;
            groups::purge(transaction, now)?;
            end::apply(transaction, now)?;
            deleted_users::purge(transaction, now)
        })
        .await?;
    exports::sweep(portal).await?;
    exports::work(portal).await?;
    invitations::send(portal).await?;
    Ok(purged)
}

/// Rounds until the server ends; a failed one is logged and the next one tries again.
pub async fn run(portal: Arc<Portal>) {
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        match round(&portal).await {
            Ok(0) => {}
            Ok(purged) => tracing::info!(purged, "deleted users purged after 30 days"),
            Err(error) if error.is_unwritable() => writable::no_more(&error),
            Err(error) => tracing::error!(%error, "the round of jobs failed"),
        }
    }
}

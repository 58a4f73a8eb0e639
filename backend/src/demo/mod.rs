//! The demo directory, so that a newcomer, the end-to-end tests and the screenshots see the same world. Every rule of
//! features.md has somebody to whom it applies. All data is invented; times are relative to the first start.

mod access_reviews;
mod app_icons;
mod app_permissions;
mod app_requests;
mod apps;
mod collections;
mod devices;
mod groups;
mod join_requests;
mod methods;
mod names;
mod people;
mod privacy;
mod sign_ins;
mod terms;

use std::path::{Path, PathBuf};

use rusqlite::Transaction;

use crate::{
    password::PasswordError,
    portal::Portal,
    sealing::{SealError, SealingKey},
    store::{
        StoreError,
        directory::{self, Content, DirectoryError, Holder},
    },
};

/// The password of every demo account.
pub const PASSWORD: &str = "Harbor-Lights-2026";

/// The authenticator app's secret of `secure@harbor.example`, as people type it.
pub const TOTP_SECRET: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// How long ago the demo's passwords were last changed.
const PASSWORD_AGE: i64 = 92 * DAY;

/// Seconds in a day.
const DAY: i64 = 24 * 60 * 60;

/// Why the demo directory was not loaded.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The database is somebody's own.
    #[error(
        "The database {} holds a directory of its own, which --demo would mix with invented people: leave --demo out or choose another file with --database.",
        .0.display()
    )]
    NotADemo(PathBuf),
    /// The directory could not be written.
    #[error("The demo directory cannot be loaded ({0}): choose a new file with --database.")]
    Directory(#[from] DirectoryError),
    /// The passwords could not be hashed.
    #[error("The demo's passwords cannot be hashed ({0}): free some memory and start again.")]
    Password(#[from] PasswordError),
    /// The passwords of saved accounts could not be sealed.
    #[error("The demo's saved accounts cannot be sealed ({0}): choose a new file with --database.")]
    Seal(#[from] SealError),
}

impl From<StoreError> for DemoError {
    fn from(error: StoreError) -> Self {
        Self::Directory(error.into())
    }
}

/// Loads the demo directory into an empty database; one that is there already stays as it is.
///
/// # Errors
/// [`DemoError`], whose text is the sentence for the person who starts the server; `file` is named in it.
pub async fn load(portal: &Portal, file: &Path) -> Result<(), DemoError> {
    match portal.store.read(directory::content).await? {
        Content::Demo => return Ok(()),
        Content::Own => return Err(DemoError::NotADemo(file.to_owned())),
        Content::Empty => {}
    }
    let mut turn = portal.passwords.turn().await;
    let mut hashes = Vec::new();
    for _ in &people::ACCOUNTS {
        hashes.push(turn.hash(PASSWORD.to_owned()).await?);
    }
    let now = portal.clock.now();
    let key = portal.store.key();
    portal.store.write(move |transaction| fill(transaction, now, &hashes, &key)).await
}

/// `hashes` has one for each account, so that each has a salt of its own.
fn fill(transaction: &Transaction<'_>, now: i64, hashes: &[String], key: &SealingKey) -> Result<(), DemoError> {
    directory::mark_as_demo(transaction)?;
    for organization in &people::ORGANIZATIONS {
        directory::add_organization(transaction, organization)?;
    }
    for (account, hash) in people::ACCOUNTS.iter().zip(hashes) {
        directory::add_account(transaction, now, account, Some((hash, now - PASSWORD_AGE)))?;
    }
    methods::fill(transaction, now)?;
    for stranger in &people::STRANGERS {
        directory::add_account(transaction, now, stranger, None)?;
    }
    for guest in &people::GUESTS {
        let (id, account, organization) = guest.ids;
        let left = guest.left_days_ago.map(|days| now - days * DAY);
        let since = now - guest.since_days_ago * DAY;
        directory::add_guest(transaction, (id, account, organization), guest.disabled, since, left)?;
    }
    groups::fill(transaction, now)?;
    join_requests::fill(transaction, now)?;
    devices::fill(transaction, now)?;
    privacy::fill(transaction, now)?;
    sign_ins::fill(transaction, now)?;
    apps::fill(transaction)?;
    terms::fill(transaction, now)?;
    app_permissions::fill(transaction, now, key)?;
    app_requests::fill(transaction, now)?;
    collections::fill(transaction, now)?;
    access_reviews::fill(transaction, now)?;
    Ok(())
}

/// Guests' ids are `guest-…`, everything else is an account.
fn holder(id: &str) -> Holder<'_> {
    if id.starts_with("guest-") { Holder::Guest(id) } else { Holder::Account(id) }
}

//! The database. Nothing outside this module knows SQL.
//!
//! One connection writes, a few read; each waits for its turn without holding a thread, and works on a thread made for
//! blocking. A mutation is one transaction: its effect, its audit row and its idempotency record are all there or none
//! is (`security.md` S9, R2).

pub mod access_reviews;
pub mod accounts;
pub mod app_catalogue;
pub mod app_permissions;
pub mod app_requests;
pub mod apps;
pub mod attempts;
pub mod audit;
pub mod challenges;
pub mod collections;
pub mod copy;
pub mod deleted_users;
pub mod devices;
pub mod directory;
pub mod group_members;
pub mod group_owners;
pub mod group_rules;
pub mod group_standing;
pub mod groups;
pub mod idempotency;
pub mod identity;
pub mod invitations;
pub mod join_requests;
pub mod lock;
pub mod methods;
pub mod migrations;
pub mod my_data;
pub mod open;
pub mod organizations;
pub mod outbox;
pub mod password;
pub mod password_resets;
pub mod personal;
pub mod photos;
pub mod preferences;
pub mod privacy;
pub mod proofs;
pub mod requests;
pub mod rows;
pub mod saved_accounts;
pub mod second_factors;
pub mod sessions;
pub mod settings;
pub mod sign_ins;
pub mod terms;
pub mod trusted_devices;
pub mod writable;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};
use tokio::sync::{Mutex as AsyncMutex, Semaphore};
use tracing::Span;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

pub use open::OpenError;

use self::lock::Lock;
use crate::sealing::SealingKey;

/// Connections that read at the same time.
const READERS: usize = 4;

/// Why the database did not answer.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else holds it; trying again later can help.
    #[error("the database is busy")]
    Busy,
    /// No room on the disk: nothing can be changed until there is some.
    #[error("the disk of the database is full")]
    Full,
    /// It may not be written any more: nothing can be changed until it may.
    #[error("the database is read-only")]
    ReadOnly,
    /// The disk refuses.
    #[error("the disk of the database does not work: {0}")]
    Disk(rusqlite::Error),
    /// SQLite's own reason.
    #[error("the database failed: {0}")]
    Sqlite(rusqlite::Error),
    /// The thread that worked went away.
    #[error("the database's thread ended: {0}")]
    Interrupted(#[from] tokio::task::JoinError),
    /// The pool was closed.
    #[error("the database is closed")]
    Closed(#[from] tokio::sync::AcquireError),
}

impl StoreError {
    /// Nothing can be written, while what is there can still be read.
    pub fn is_unwritable(&self) -> bool {
        matches!(self, Self::Full | Self::ReadOnly | Self::Disk(_))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::SystemIoFailure) => Self::Disk(error),
            _ => Self::Sqlite(error),
        }
    }
}

/// A handle on the database; clones share it.
#[derive(Clone)]
pub struct Store {
    // Readers are closed first: the last connection to close tidies the log up, which only the writer can.
    readers: Arc<Mutex<Vec<Connection>>>,
    writer: Arc<AsyncMutex<Connection>>,
    free_readers: Arc<Semaphore>,
    file: Arc<Path>,
    key: Arc<SealingKey>,
    _open: Arc<Lock>,
}

impl Store {
    /// Opens `file`, creating it and its folder, and brings its schema forward.
    ///
    /// # Errors
    /// [`OpenError`], whose text is the sentence for the person who starts the server.
    pub fn open(file: &Path) -> Result<Self, OpenError> {
        let (writer, lock) = open::writer(file)?;
        let key = Arc::new(open::key(&writer, file)?);
        let readers = (0..READERS).map(|_| open::reader(file)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            writer: Arc::new(AsyncMutex::new(writer)),
            readers: Arc::new(Mutex::new(readers)),
            free_readers: Arc::new(Semaphore::new(READERS)),
            file: file.into(),
            key,
            _open: Arc::new(lock),
        })
    }

    /// Seals what the database keeps and nobody may read in it.
    pub fn key(&self) -> Arc<SealingKey> {
        Arc::clone(&self.key)
    }

    /// A folder beside the database, for what is too large for it: `portal.db-exports` for the suffix `-exports`.
    pub fn beside(&self, suffix: &str) -> PathBuf {
        beside(&self.file, suffix)
    }

    /// Runs a query on a connection that only reads.
    ///
    /// # Errors
    /// What `query` returns, or [`StoreError`] when it cannot run.
    pub async fn read<T, E>(&self, query: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let permit = Arc::clone(&self.free_readers).acquire_owned().await.map_err(StoreError::from)?;
        let readers = Arc::clone(&self.readers);
        let span = Span::current();
        let work = move || {
            let (_permit, _span) = (permit, span.entered());
            let pool = || readers.lock().unwrap_or_else(PoisonError::into_inner);
            // A permit promises a connection, except after a panic inside a query has lost one.
            let connection = pool().pop().ok_or(StoreError::Busy)?;
            let answer = query(&connection);
            pool().push(connection);
            answer
        };
        tokio::task::spawn_blocking(work).await.map_err(StoreError::from)?
    }

    /// Runs a mutation in one transaction: committed when `change` returns `Ok`, otherwise without effect.
    ///
    /// Once begun it runs to its end, even when the one who asked has gone.
    ///
    /// # Errors
    /// What `change` returns, or [`StoreError`] when it cannot run or commit.
    pub async fn write<T, E>(
        &self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        let span = Span::current();
        let work = move || {
            let _span = span.entered();
            let transaction =
                writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
            let answer = change(&transaction)?;
            transaction.commit().map_err(StoreError::from)?;
            writable::again();
            Ok(answer)
        };
        tokio::task::spawn_blocking(work).await.map_err(StoreError::from)?
    }
}

/// A file or folder beside another one: `portal.db-key` for `portal.db` and `-key`.
pub fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// A name as lists sort and search it: without regard to case and accents.
pub fn sort_name(name: &str) -> String {
    name.nfkd().filter(|it| !is_combining_mark(*it)).flat_map(char::to_lowercase).collect()
}

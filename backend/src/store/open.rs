//! Opening the database: its settings, its schema, and a plain sentence for everything that can be wrong with it.

use std::{
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{beside, saved_accounts};
use crate::sealing::{KeyFileError, SealingKey};

/// The steps from an empty file to the newest schema; `PRAGMA user_version` counts those that were taken.
const MIGRATIONS: [&str; 1] = [include_str!("schema.sql")];
/// The newest schema.
const NEWEST: u32 = MIGRATIONS.len() as u32;

/// How long a start waits for somebody else's transaction before it gives up.
const PATIENCE_AT_START: Duration = Duration::from_millis(500);
/// How long a request waits for one.
const PATIENCE: Duration = Duration::from_secs(2);
/// Pages of 4 KiB that a connection keeps in memory, as SQLite counts them: negative KiB.
const CACHE_KIB: i32 = -1024;

/// Why a database could not be opened. Its text is one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder is missing and cannot be made.
    #[error("The folder {} cannot be created ({reason}): choose another place with --database.", .folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// The operating system's reason.
        reason: io::Error,
    },
    /// Not a database, or a damaged one.
    #[error(
        "The database {} is damaged or is no database: restore it from a backup, move it away, or choose another file with --database.",
        .file.display()
    )]
    Damaged {
        /// The file.
        file: PathBuf,
    },
    /// Another process holds it.
    #[error(
        "The database {} is locked by another program: end that program or choose another file with --database.",
        .file.display()
    )]
    Locked {
        /// The file.
        file: PathBuf,
    },
    /// Made by a newer version.
    #[error(
        "The database {} was made by a newer version of my-account-server (schema {found}, this one knows {known}): start that version or choose another file with --database.",
        .file.display()
    )]
    Newer {
        /// The file.
        file: PathBuf,
        /// Its schema.
        found: u32,
        /// The newest schema known here.
        known: u32,
    },
    /// The key that sealed what is in the database is not there.
    #[error(
        "The key file {} {reason}: put back the one that belongs to the database {}, from the same backup.",
        .key.display(), .file.display()
    )]
    Key {
        /// The database.
        file: PathBuf,
        /// Its key file.
        key: PathBuf,
        /// What is wrong with it.
        reason: KeyFileError,
    },
    /// Something else.
    #[error("The database {} cannot be opened ({reason}): check that the file and its folder can be written, or choose another file with --database.", .file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// SQLite's reason.
        reason: rusqlite::Error,
    },
}

impl OpenError {
    fn from_sqlite(file: &Path, reason: rusqlite::Error) -> Self {
        let file = file.to_owned();
        match reason.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged { file },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { file },
            _ => Self::Unreadable { file, reason },
        }
    }
}

/// Opens the writing connection and brings the schema forward.
///
/// # Errors
/// [`OpenError`].
pub fn writer(file: &Path) -> Result<Connection, OpenError> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|reason| OpenError::Folder { folder: folder.to_owned(), reason })?;
    }
    let failed = |reason| OpenError::from_sqlite(file, reason);
    let mut connection = Connection::open(file).map_err(failed)?;
    connection.busy_timeout(PATIENCE_AT_START).map_err(failed)?;
    settle(&connection).map_err(failed)?;
    // Damage in the middle of the file would otherwise show only when somebody needs that page.
    let check: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(failed)?;
    if check != "ok" {
        return Err(OpenError::Damaged { file: file.to_owned() });
    }
    let found = migrate(&mut connection).map_err(failed)?;
    if found > NEWEST {
        return Err(OpenError::Newer { file: file.to_owned(), found, known: NEWEST });
    }
    connection.busy_timeout(PATIENCE).map_err(failed)?;
    Ok(connection)
}

/// Reads the key that seals passwords, from its file beside the database; makes one as long as nothing is sealed.
///
/// # Errors
/// [`OpenError`]; also when it is not the key that sealed what is there: to go on would lose it without a word.
pub fn key(connection: &Connection, file: &Path) -> Result<SealingKey, OpenError> {
    let path = beside(file, "-key");
    let failed = |reason| OpenError::Key { file: file.to_owned(), key: path.clone(), reason };
    let sealed = saved_accounts::any_sealed(connection).map_err(|reason| OpenError::from_sqlite(file, reason))?;
    let key = SealingKey::read(&path).map_err(failed)?;
    match (key, sealed) {
        (Some(key), Some(sealed)) if key.open(&sealed.context, &sealed.password).is_none() => {
            Err(failed(KeyFileError::Another))
        }
        (Some(key), _) => Ok(key),
        (None, Some(_)) => Err(failed(KeyFileError::Missing)),
        (None, None) => SealingKey::make(&path).map_err(failed),
    }
}

/// Opens a connection that only reads; the writing one comes first.
///
/// # Errors
/// [`OpenError`].
pub fn reader(file: &Path) -> Result<Connection, OpenError> {
    let failed = |reason| OpenError::from_sqlite(file, reason);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags).map_err(failed)?;
    connection.busy_timeout(PATIENCE).map_err(failed)?;
    connection.pragma_update(None, "cache_size", CACHE_KIB).map_err(failed)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What was answered "done" survives a power cut; mutations here are people's clicks, so a sync each is cheap.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "cache_size", CACHE_KIB)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Takes the missing steps in one transaction, which also finds out whether the file is locked.
/// Gives back the version found at the start.
fn migrate(connection: &mut Connection) -> rusqlite::Result<u32> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let found: u32 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    for step in MIGRATIONS.iter().skip(found as usize) {
        transaction.execute_batch(step)?;
    }
    if found < NEWEST {
        transaction.pragma_update(None, "user_version", NEWEST)?;
    }
    transaction.commit()?;
    Ok(found)
}

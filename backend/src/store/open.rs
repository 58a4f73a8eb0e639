//! Opening the database: its settings, its schema, and a plain sentence for everything that can be wrong with it.

use std::{
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use super::{
    beside,
    copy::{self, CopyError},
    lock::Lock,
    migrations::{self, lock_for},
    saved_accounts,
};
use crate::sealing::{KeyFileError, SealingKey};

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
    /// A version from before the first release made it.
    #[error(
        "The database {} has other tables than version {found} of the schema, as databases from before the first release have: keep to the version that made it, or move it away and start anew.",
        .file.display()
    )]
    Unreleased {
        /// The file.
        file: PathBuf,
        /// The version that it says to have.
        found: u32,
    },
    /// Another program made it.
    #[error("The database {} belongs to another program: choose another file with --database.", .file.display())]
    Foreign {
        /// The file.
        file: PathBuf,
    },
    /// Others have it open while it has to be changed.
    #[error("The database {} is open in another my-account-server: stop that one first.", .file.display())]
    InUse {
        /// The file.
        file: PathBuf,
    },
    /// There is no copy from before a step of the schema, so it was not taken.
    #[error(
        "The database {} has to be brought forward, but the copy {} cannot be made before ({reason}): free as much room as the database has, and check that the folder can be written.",
        .file.display(), .copy.display()
    )]
    NoCopy {
        /// The file.
        file: PathBuf,
        /// The copy.
        copy: PathBuf,
        /// What is wrong.
        reason: CopyError,
    },
    /// A step of the schema failed.
    #[error(
        "The database {} could not be brought to version {version} of the schema and is as it was ({reason}): free some room if the disk is full, or start the version that it worked with.",
        .file.display()
    )]
    Step {
        /// The file.
        file: PathBuf,
        /// The version that the step leads to.
        version: u32,
        /// SQLite's reason.
        reason: rusqlite::Error,
    },
    /// The file or its folder may not be written.
    #[error(
        "The database {} is read-only: let the user that runs my-account-server write the file and its folder, or choose another file with --database.",
        .file.display()
    )]
    ReadOnly {
        /// The file.
        file: PathBuf,
    },
    /// The disk has no room.
    #[error("The disk of the database {} is full: free some room and start again.", .file.display())]
    Full {
        /// The file.
        file: PathBuf,
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
        /// The reason.
        reason: String,
    },
}

impl OpenError {
    /// What SQLite says about a file.
    pub fn from_sqlite(file: &Path, reason: rusqlite::Error) -> Self {
        let file = file.to_owned();
        match reason.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged { file },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { file },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly { file },
            Some(ErrorCode::DiskFull) => Self::Full { file },
            _ => Self::Unreadable { file, reason: reason.to_string() },
        }
    }

    /// What the system says about a file beside it.
    pub fn from_io(file: &Path, reason: io::Error) -> Self {
        let file = file.to_owned();
        match reason.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { file },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full { file },
            _ => Self::Unreadable { file, reason: reason.to_string() },
        }
    }
}

/// Opens the writing connection and brings the schema forward. The lock says that the database is open.
///
/// # Errors
/// [`OpenError`].
pub fn writer(file: &Path) -> Result<(Connection, Lock), OpenError> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|reason| OpenError::Folder { folder: folder.to_owned(), reason })?;
    }
    let lock = lock_for(file, Lock::shared(file))?;
    // A new one is nobody else's to read; SQLite gives its log and its index the same permissions.
    match copy::new_file(file) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(OpenError::from_io(file, error)),
        _ => {}
    }
    let failed = |reason| OpenError::from_sqlite(file, reason);
    let mut connection = Connection::open(file).map_err(failed)?;
    connection.busy_timeout(PATIENCE_AT_START).map_err(failed)?;
    // SQLite opens what it may only read without a word, and even begins to write.
    if connection.is_readonly(MAIN_DB).map_err(failed)? {
        return Err(OpenError::ReadOnly { file: file.to_owned() });
    }
    settle(&connection).map_err(failed)?;
    check_pages(&connection, file)?;
    let lock = migrations::take(&mut connection, file, migrations::STEPS, lock)?;
    connection.pragma_update(None, "foreign_keys", true).map_err(failed)?;
    connection.busy_timeout(PATIENCE).map_err(failed)?;
    Ok((connection, lock))
}

/// Damage in the middle of the file would otherwise show only when somebody needs that page.
///
/// # Errors
/// [`OpenError::Damaged`].
pub fn check_pages(connection: &Connection, file: &Path) -> Result<(), OpenError> {
    let check = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    match check.map_err(|reason| OpenError::from_sqlite(file, reason))?.as_str() {
        "ok" => Ok(()),
        _ => Err(OpenError::Damaged { file: file.to_owned() }),
    }
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
    // What was answered "done" survives a power cut; mutations here are people's clicks, so a sync each is cheap.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "cache_size", CACHE_KIB)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

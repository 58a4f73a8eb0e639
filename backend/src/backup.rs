//! `backup`: a copy of the database to keep elsewhere, and of the key that opens what is sealed in it.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use clap::Args;
use rusqlite::{Connection, OpenFlags};

use crate::store::{
    OpenError, beside,
    copy::{self, CopyError},
    lock::Lock,
    migrations::{self, lock_for},
};

/// How long a backup waits for a server that is starting or stopping.
const PATIENCE: Duration = Duration::from_secs(5);

/// What to back up, and where to.
#[derive(Debug, Args)]
pub struct BackupOptions {
    /// The new file; its key goes beside it, as FILE-key.
    pub file: PathBuf,
    /// The database; a server may be running on it.
    #[arg(long, value_name = "FILE", env = "MY_ACCOUNT_DATABASE", default_value = "data/portal.db")]
    pub database: PathBuf,
}

/// Why there is no backup. Its text is one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is nothing to back up.
    #[error("There is no database {}: name the one to back up with --database.", .0.display())]
    NoDatabase(PathBuf),
    /// It cannot be read.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// A file of that name is there.
    #[error("There is a file {} already, which a backup does not overwrite: choose another name.", .0.display())]
    Exists(PathBuf),
    /// It cannot be written.
    #[error("The backup {} cannot be written ({reason}): choose another place, or free some room there.", .file.display())]
    Unwritable {
        /// The backup.
        file: PathBuf,
        /// What is wrong.
        reason: CopyError,
    },
    /// The key cannot be copied.
    #[error("The key {} cannot be copied ({reason}), and without it a backup cannot open what is sealed: run this as the user that runs the server, with room for both files.", .key.display())]
    Key {
        /// The key's file.
        key: PathBuf,
        /// What is wrong.
        reason: io::Error,
    },
}

/// Makes a backup; gives back the sentences that say what there is now.
///
/// # Errors
/// [`BackupError`].
pub fn make(BackupOptions { file, database }: &BackupOptions) -> Result<String, BackupError> {
    let (key, key_copy) = (beside(database, "-key"), beside(file, "-key"));
    if !database.is_file() {
        return Err(BackupError::NoDatabase(database.clone()));
    }
    // Nothing is restored into it meanwhile.
    let _open = lock_for(database, Lock::shared(database))?;
    for name in [file, &key_copy] {
        if fs::symlink_metadata(name).is_ok() {
            return Err(BackupError::Exists(name.clone()));
        }
    }
    let failed = |reason| OpenError::from_sqlite(database, reason);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(database, flags).map_err(failed)?;
    connection.busy_timeout(PATIENCE).map_err(failed)?;
    if migrations::version(&connection).map_err(failed)? == 0 {
        return Err(OpenError::Foreign { file: database.clone() }.into());
    }
    // First the key: it never changes, and a backup that is there then has its key for certain.
    let sealed = copy_key(&key, &key_copy).map_err(|reason| BackupError::Key { key: key.clone(), reason })?;
    if let Err(reason) = copy::write(&connection, file) {
        if sealed {
            copy::discard(&key_copy);
        }
        return Err(BackupError::Unwritable { file: file.clone(), reason });
    }
    let done = format!("The database {} is backed up in {}.", database.display(), file.display());
    Ok(match sealed {
        true => format!(
            "{done}\nThe key that opens what is sealed in it is in {}: a restore needs both. Keep them in different \
             places, because who has both can read the passwords of saved accounts.",
            key_copy.display()
        ),
        false => done,
    })
}

/// Copies a key where there is one.
///
/// # Errors
/// The file system's; also where there is such a file already.
pub fn copy_key(key: &Path, copy: &Path) -> io::Result<bool> {
    let bytes = match fs::read(key) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    let mut file = copy::new_file(copy)?;
    let written = file.write_all(&bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        copy::discard(copy);
    }
    written.map(|()| true)
}

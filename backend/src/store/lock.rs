//! Who has the database open. Servers and the commands beside them share it; a restore and a step of the schema need it
//! for themselves. The lock is on a file beside the database, because SQLite lets go of its own between transactions;
//! the system lets go of it when the process ends, however it ends.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io,
    path::Path,
};

use super::beside;

/// Holds the database open until it is dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Why there is no lock.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Others have the database open.
    #[error("another program has it open")]
    Taken,
    /// The lock's file.
    #[error("{0}")]
    Io(#[from] io::Error),
}

impl From<TryLockError> for LockError {
    fn from(error: TryLockError) -> Self {
        match error {
            TryLockError::WouldBlock => Self::Taken,
            TryLockError::Error(error) => Self::Io(error),
        }
    }
}

impl Lock {
    /// Together with others.
    ///
    /// # Errors
    /// [`LockError`].
    pub fn shared(database: &Path) -> Result<Self, LockError> {
        let file = open(database)?;
        file.try_lock_shared()?;
        Ok(Self { _file: file })
    }

    /// Alone.
    ///
    /// # Errors
    /// [`LockError`].
    pub fn alone(database: &Path) -> Result<Self, LockError> {
        let file = open(database)?;
        file.try_lock()?;
        Ok(Self { _file: file })
    }
}

fn open(database: &Path) -> io::Result<File> {
    OpenOptions::new().create(true).truncate(false).write(true).open(beside(database, "-lock"))
}

#[cfg(test)]
mod tests {
    use super::{Lock, LockError};

    #[test]
    fn many_share_and_one_alone_waits_for_all_of_them() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("portal.db");
        let (one, other) = (Lock::shared(&database).unwrap(), Lock::shared(&database).unwrap());
        assert!(matches!(Lock::alone(&database), Err(LockError::Taken)));
        drop(one);
        assert!(matches!(Lock::alone(&database), Err(LockError::Taken)));
        drop(other);
        let alone = Lock::alone(&database).unwrap();
        assert!(matches!(Lock::shared(&database), Err(LockError::Taken)));
        drop(alone);
        assert!(Lock::shared(&database).is_ok());
    }
}

//! `restore`: a backup takes the place of the database, which is kept beside it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use clap::Args;
use rusqlite::{Connection, OpenFlags};

use crate::{
    backup::copy_key,
    clock::Clock,
    sealing::{KeyFileError, SealingKey},
    store::{
        OpenError, StoreError,
        audit::{self, Entry, Outcome},
        beside,
        copy::{discard, free_name, sync_folder},
        lock::{Lock, LockError},
        migrations, open, saved_accounts, sessions,
    },
};

/// What to restore, and where to.
#[derive(Debug, Args)]
pub struct RestoreOptions {
    /// The backup.
    pub file: PathBuf,
    /// The database that it takes the place of; no server may be running on it.
    #[arg(long, value_name = "FILE", env = "MY_ACCOUNT_DATABASE", default_value = "data/portal.db")]
    pub database: PathBuf,
    /// The backup's key, where it is not beside it as FILE-key.
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
}

/// Why nothing was restored. Its text is one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// There is no backup.
    #[error("There is no backup {}: name the file that my-account-server backup made.", .0.display())]
    NoBackup(PathBuf),
    /// It is something else.
    #[error("The file {} is no backup of my-account-server, or is damaged: name another one.", .0.display())]
    NotABackup(PathBuf),
    /// A newer version made it.
    #[error("The backup {} was made by a newer version of my-account-server (schema {found}): restore it with that version.", .file.display())]
    Newer {
        /// The backup.
        file: PathBuf,
        /// Its schema.
        found: u32,
    },
    /// A server runs.
    #[error("The database {} is open in a running my-account-server: stop that one and restore again.", .0.display())]
    InUse(PathBuf),
    /// The key does not open what is sealed in the backup.
    #[error("What is sealed in the backup {} cannot be opened, because its key {} {reason}: name the key that was backed up with it with --key.", .file.display(), .key.display())]
    Key {
        /// The backup.
        file: PathBuf,
        /// Where its key should be.
        key: PathBuf,
        /// What is wrong with it.
        reason: KeyFileError,
    },
    /// It could not be prepared.
    #[error("The backup {} cannot be prepared ({reason}): free some room beside the database; nothing was changed.", .file.display())]
    Unprepared {
        /// The backup.
        file: PathBuf,
        /// What is wrong.
        reason: StoreError,
    },
    /// The file system.
    #[error("The database {} cannot be replaced ({reason}): check that its folder can be written and has room; nothing was changed.", .file.display())]
    Unwritable {
        /// The database.
        file: PathBuf,
        /// What is wrong.
        reason: io::Error,
    },
}

/// Restores a backup; gives back the sentences that say what there is now.
///
/// # Errors
/// [`RestoreError`]; nothing was changed then.
pub fn restore(options: &RestoreOptions) -> Result<String, RestoreError> {
    let RestoreOptions { file, database, .. } = options;
    let sealed = look_at(file)?;
    let key = find_key(options, sealed.as_ref())?;
    let unwritable = |reason| RestoreError::Unwritable { file: database.clone(), reason };
    if let Some(folder) = database.parent().filter(|it| !it.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(unwritable)?;
    }
    let _alone = Lock::alone(database).map_err(|reason| match reason {
        LockError::Taken => RestoreError::InUse(database.clone()),
        LockError::Io(reason) => unwritable(reason),
    })?;
    let (draft, key_draft) = (beside(database, "-restored"), beside(database, "-key-restored"));
    let kept = prepare(file, &draft, key.as_deref().map(|key| (key, &*key_draft)))
        .and_then(|()| replace(database, &draft, key.is_some().then_some(&*key_draft)).map_err(unwritable));
    if kept.is_err() {
        discard(&draft);
        discard(&key_draft);
    }
    let done =
        format!("The database {} is what {} was; everybody has to sign in again.", database.display(), file.display());
    Ok(match kept? {
        Some(kept) => format!("{done}\nThe one before is kept as {}.", kept.display()),
        None => done,
    })
}

/// Whether it is a backup that this version knows, and something that is sealed in it.
fn look_at(file: &Path) -> Result<Option<saved_accounts::Sealed>, RestoreError> {
    if !file.is_file() {
        return Err(RestoreError::NoBackup(file.to_owned()));
    }
    let look = || {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let failed = |reason| OpenError::from_sqlite(file, reason);
        let connection = Connection::open_with_flags(file, flags).map_err(failed)?;
        let found = migrations::version(&connection).map_err(failed)?;
        if found == 0 {
            return Err(OpenError::Foreign { file: file.to_owned() });
        }
        migrations::check(&connection, file, found, migrations::STEPS)?;
        open::check_pages(&connection, file)?;
        saved_accounts::any_sealed(&connection).map_err(failed)
    };
    look().map_err(|error| match error {
        OpenError::Newer { found, .. } => RestoreError::Newer { file: file.to_owned(), found },
        _ => RestoreError::NotABackup(file.to_owned()),
    })
}

/// The key to put beside the database: the one that was named, or that lies beside the backup; none where the database's
/// own stays, as for a copy that was made before a step of the schema.
fn find_key(
    RestoreOptions { file, database, key }: &RestoreOptions,
    sealed: Option<&saved_accounts::Sealed>,
) -> Result<Option<PathBuf>, RestoreError> {
    let beside_backup = beside(file, "-key");
    let (given, own) = (key.as_ref().unwrap_or(&beside_backup), beside(database, "-key"));
    let wrong = |key: &Path, reason| RestoreError::Key { file: file.clone(), key: key.to_owned(), reason };
    let opens = |path: &Path| match (SealingKey::read(path), sealed) {
        (Err(reason), _) => Err(wrong(path, reason)),
        (Ok(Some(key)), Some(sealed)) if key.open(&sealed.context, &sealed.password).is_none() => {
            Err(wrong(path, KeyFileError::Another))
        }
        (Ok(key), _) => Ok(key.is_some()),
    };
    if opens(given)? {
        return Ok(Some(given.clone()));
    }
    // A key that was named has to be there, as has one for what is sealed.
    if key.is_some() || (sealed.is_some() && !opens(&own)?) {
        return Err(wrong(given, KeyFileError::Missing));
    }
    Ok(None)
}

/// Puts copies beside the database, ready to be renamed. The sessions of then are ended: some were ended since.
fn prepare(file: &Path, draft: &Path, key: Option<(&Path, &Path)>) -> Result<(), RestoreError> {
    let unprepared = |reason| RestoreError::Unprepared { file: file.to_owned(), reason };
    let unwritable = |reason| RestoreError::Unwritable { file: draft.to_owned(), reason };
    discard(draft);
    let mut copy = crate::store::copy::new_file(draft).map_err(unwritable)?;
    fs::File::open(file).and_then(|mut from| io::copy(&mut from, &mut copy)).map_err(unwritable)?;
    copy.sync_all().map_err(unwritable)?;
    let settle = || -> Result<(), StoreError> {
        let mut connection = Connection::open(draft)?;
        // So that it is one file when it is renamed.
        connection.pragma_update(None, "journal_mode", "DELETE")?;
        let transaction = connection.transaction()?;
        sessions::end_everybodys(&transaction)?;
        let entry = Entry {
            actor: Some("system"),
            session: None,
            address: None,
            action: "database.restore",
            target: None,
            result: Outcome::Done,
            request_id: None,
        };
        audit::record(&transaction, Clock::system(0).now(), entry)?;
        Ok(transaction.commit()?)
    };
    settle().map_err(unprepared)?;
    if let Some((key, draft)) = key {
        discard(draft);
        copy_key(key, draft).map_err(unwritable)?;
    }
    Ok(())
}

/// Renames the database away and the copies into its place; gives back where the one before is. What was renamed goes back
/// when something fails.
fn replace(database: &Path, draft: &Path, key: Option<&Path>) -> io::Result<Option<PathBuf>> {
    let before = free_name(database, ".before-restore");
    let mut moves = Vec::new();
    // Its log belongs to it, and would otherwise be taken for the new one's.
    for suffix in ["", "-wal", "-shm"] {
        moves.push((beside(database, suffix), beside(&before, suffix)));
    }
    if let Some(key) = key {
        moves.push((beside(database, "-key"), beside(&before, "-key")));
        moves.push((key.to_owned(), beside(database, "-key")));
    }
    moves.push((draft.to_owned(), database.to_owned()));
    let mut done = Vec::new();
    for (from, to) in &moves {
        match fs::rename(from, to) {
            Ok(()) => done.push((from, to)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                for (from, to) in done.into_iter().rev() {
                    fs::rename(to, from)?;
                }
                return Err(error);
            }
        }
    }
    sync_folder(database)?;
    Ok(before.exists().then_some(before))
}

//! Copies of the database: whole, consistent while others write, and nobody's but their owner's to read.

use std::{
    fs::{self, File, OpenOptions},
    io,
    path::{Path, PathBuf},
};

use rusqlite::Connection;

use super::beside;

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// SQLite.
    #[error("{0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The file system.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// SQLite takes names in UTF-8 only.
    #[error("its name is not UTF-8")]
    Name,
}

/// Writes a copy of what the connection sees to a new file. It is there as a whole or not at all; where it was cut short,
/// by a power cut for example, an empty file stands for it.
///
/// # Errors
/// [`CopyError`]; also where there is such a file already.
pub fn write(connection: &Connection, file: &Path) -> Result<(), CopyError> {
    // Taken first, so that nobody's file is overwritten.
    drop(new_file(file)?);
    let draft = beside(file, "-new");
    let written = fill(connection, &draft).and_then(|()| Ok(fs::rename(&draft, file)?));
    if written.is_err() {
        discard(&draft);
        discard(file);
    }
    written?;
    sync_folder(file)?;
    Ok(())
}

fn fill(connection: &Connection, draft: &Path) -> Result<(), CopyError> {
    discard(draft);
    drop(new_file(draft)?);
    let name = draft.to_str().ok_or(CopyError::Name)?;
    // It fills an empty file, keeps its permissions, and reads in one transaction that keeps no writer waiting.
    connection.execute("VACUUM INTO ?1", [name])?;
    File::open(draft)?.sync_all()?;
    Ok(())
}

/// A new file that nobody but its owner can read.
///
/// # Errors
/// Also where there is such a file already.
pub fn new_file(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

/// Removes what is of no use any more; what cannot be removed is in nobody's way but on the disk.
pub fn discard(file: &Path) {
    if let Err(error) = fs::remove_file(file)
        && error.kind() != io::ErrorKind::NotFound
    {
        tracing::warn!(%error, file = %file.display(), "a file of no use could not be removed");
    }
}

/// Makes sure that a new name survives a power cut.
///
/// # Errors
/// The file system's.
pub fn sync_folder(file: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let folder = file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

/// A name beside the database that nothing has: `portal.db.before-2`, then `portal.db.before-2-1` and so on.
pub fn free_name(database: &Path, suffix: &str) -> PathBuf {
    let numbered = (1_u32..).map(|number| beside(database, &format!("{suffix}-{number}")));
    let mut names = std::iter::once(beside(database, suffix)).chain(numbered);
    names.find(|name| !name.exists()).unwrap_or_else(|| beside(database, suffix))
}

//! Preparing copies of people's data in the background: a ZIP beside the database, with a JSON file per table and a page
//! to read (features 1.9). Nothing here runs on the threads that answer requests.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use rusqlite::{Connection, Transaction};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{
    clock::rfc3339,
    export_page::{self, Part},
    portal::Portal,
    store::{StoreError, accounts, my_data, personal, photos, writable},
};

/// How much of the work the reading is; the rest is the packing.
const READ_PERCENT: usize = 90;

/// Why a copy could not be made.
#[derive(Debug, thiserror::Error)]
enum ExportError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the file: {0}")]
    File(#[from] io::Error),
    #[error("the archive: {0}")]
    Archive(#[from] zip::result::ZipError),
    #[error("the document: {0}")]
    Document(#[from] serde_json::Error),
    #[error("the thread that packs ended: {0}")]
    Interrupted(#[from] tokio::task::JoinError),
}

/// The file of an export.
pub fn file(portal: &Portal, id: &str) -> PathBuf {
    folder(portal).join(format!("{id}.zip"))
}

fn folder(portal: &Portal) -> PathBuf {
    portal.store.beside("-exports")
}

/// Prepares what waits, one after the other, without anybody waiting for it.
pub fn start(portal: Arc<Portal>) {
    tokio::spawn(async move {
        // It stays queued; the next round of jobs takes it up again.
        match work(&portal).await {
            Ok(()) => {}
            Err(error) if error.is_unwritable() => writable::no_more(&error),
            Err(error) => tracing::error!(%error, "exports could not be prepared"),
        }
    });
}

/// Prepares what waits, one after the other.
///
/// # Errors
/// [`StoreError`] when not even their failure could be noted.
pub async fn work(portal: &Portal) -> Result<(), StoreError> {
    let take = |transaction: &Transaction<'_>| my_data::take(transaction);
    while let Some((id, account)) = portal.store.write(take).await? {
        match prepare(portal, &id, account).await {
            Ok(()) => tracing::info!(id, "export prepared"),
            Err(error) => {
                tracing::error!(%error, id, "an export could not be prepared");
                discard(&file(portal, &id));
                portal.store.write(move |transaction: &Transaction<'_>| my_data::failed(transaction, &id)).await?;
            }
        }
    }
    Ok(())
}

/// Takes up what a server that stopped in the middle left behind. Only at the start: later it would be somebody's work.
///
/// # Errors
/// [`StoreError`].
pub async fn resume(portal: &Portal) -> Result<(), StoreError> {
    portal.store.write(|transaction: &Transaction<'_>| my_data::put_back(transaction)).await
}

/// Removes the files of exports that have expired or whose account is gone.
///
/// # Errors
/// [`StoreError`].
pub async fn sweep(portal: &Portal) -> Result<(), StoreError> {
    let now = portal.clock.now();
    let folder = folder(portal);
    let files = tokio::task::spawn_blocking(move || match fs::read_dir(folder) {
        Ok(entries) => entries.filter_map(|entry| entry.ok().map(|it| it.path())).collect(),
        // The first export makes the folder.
        Err(_) => Vec::new(),
    })
    .await?;
    if files.is_empty() {
        return Ok(());
    }
    // Asked after looking into the folder, so that a file that is being written has its row already.
    let kept = portal.store.read(move |connection| my_data::with_files(connection, now)).await?;
    let gone = files.into_iter().filter(move |file| {
        let name = file.file_name().and_then(|it| it.to_str()).and_then(|it| it.split('.').next());
        !name.is_some_and(|name| kept.iter().any(|id| id == name))
    });
    tokio::task::spawn_blocking(move || gone.for_each(|file| discard(&file))).await?;
    Ok(())
}

/// Removes the files of a closed account's exports.
pub async fn remove(portal: &Portal, ids: Vec<String>) {
    let files: Vec<_> = ids.iter().map(|id| file(portal, id)).collect();
    let removed = tokio::task::spawn_blocking(move || files.iter().for_each(|file| discard(file))).await;
    if let Err(error) = removed {
        tracing::error!(%error, "files of a closed account stay until the next round of jobs");
    }
}

/// A file that cannot be removed now is tried again with every round of jobs.
fn discard(file: &Path) {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            tracing::error!(%error, file = %file.display(), "an export's file could not be removed");
        }
        _ => {}
    }
}

async fn prepare(portal: &Portal, id: &str, account: String) -> Result<(), ExportError> {
    let mut parts = Vec::new();
    for (done, table) in personal::PERSONAL.iter().enumerate() {
        let account = account.clone();
        let rows = portal.store.read(move |connection| personal::rows(connection, &account, table)).await?;
        parts.push((table, rows));
        let percent = u32::try_from((done + 1) * READ_PERCENT / personal::PERSONAL.len()).unwrap_or(0);
        let id = id.to_owned();
        portal.store.write(move |transaction: &Transaction<'_>| my_data::progress(transaction, &id, percent)).await?;
    }
    let about = move |connection: &Connection| {
        Ok::<_, StoreError>((accounts::me(connection, &account)?, photos::get(connection, &account)?))
    };
    let (me, photo) = portal.store.read(about).await?;
    let (name, home) = me.map(|me| (me.display_name, me.home_organization)).unwrap_or_default();
    let (file, made_at) = (file(portal, id), rfc3339(portal.clock.now()));
    let target = file.clone();
    let size = tokio::task::spawn_blocking(move || {
        let page = export_page::page(&parts, &name, home.as_ref(), &made_at);
        pack(&target, &page, &parts, photo.as_deref())
    })
    .await??;
    let (now, id) = (portal.clock.now(), id.to_owned());
    let known = portal.store.write(move |transaction: &Transaction<'_>| my_data::ready(transaction, now, &id, size));
    if !known.await? {
        // The account was closed meanwhile.
        tokio::task::spawn_blocking(move || discard(&file)).await?;
    }
    Ok(())
}

/// Writes the archive; gives back its size in bytes. It gets its name when it is whole.
fn pack(file: &Path, page: &str, parts: &[Part], photo: Option<&[u8]>) -> Result<u64, ExportError> {
    if let Some(folder) = file.parent() {
        private_folder(folder)?;
    }
    let unfinished = file.with_extension("part");
    let mut archive = ZipWriter::new(private_file(&unfinished)?);
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    archive.start_file("index.html", options)?;
    archive.write_all(page.as_bytes())?;
    if let Some(photo) = photo {
        archive.start_file("photo.jpg", options)?;
        archive.write_all(photo)?;
    }
    for (table, rows) in parts {
        archive.start_file(format!("{}.json", table.name), options)?;
        serde_json::to_writer_pretty(&mut archive, rows)?;
    }
    let written = archive.finish()?;
    written.sync_all()?;
    let size = written.metadata()?.len();
    fs::rename(&unfinished, file)?;
    Ok(size)
}

/// A folder that nobody else on the machine can look into.
fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn private_file(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

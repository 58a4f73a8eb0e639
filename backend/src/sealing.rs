//! Secrets that the server has to be able to hand on, such as the passwords of saved accounts: encrypted, so that who gets hold
//! of the database alone cannot read them. The key is in a file of its own beside the database, readable by the server only.
//!
//! What somebody proves with (their password, codes) is hashed instead: see [`crate::password`] and [`crate::secret`].

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use crate::secret::random_bytes;

/// Bytes of the key: AES-256.
const KEY_LENGTH: usize = 32;

/// What is wrong with a key file; the end of a sentence that begins with its name.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// There is none, though something is sealed.
    #[error("is missing")]
    Missing,
    /// It belongs to another database.
    #[error("is not the one that sealed the saved passwords")]
    Another,
    /// It is no key.
    #[error("is damaged")]
    Damaged,
    /// The file system.
    #[error("cannot be used ({0})")]
    Io(#[from] io::Error),
}

/// A secret could not be sealed.
#[derive(Debug, thiserror::Error)]
#[error("a secret could not be sealed")]
pub struct SealError;

/// Seals and opens.
pub struct SealingKey(LessSafeKey);

impl SealingKey {
    /// The key in a file; nothing where there is no such file.
    ///
    /// # Errors
    /// When it cannot be read or holds no key.
    pub fn read(file: &Path) -> Result<Option<Self>, KeyFileError> {
        match fs::read(file) {
            Ok(bytes) => {
                warn_if_readable_by_others(file);
                Self::from(&bytes).map(Some)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes a key and its file. The file is there as a whole or not at all, also after a power cut.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn make(file: &Path) -> Result<Self, KeyFileError> {
        let bytes = random_bytes::<KEY_LENGTH>();
        let mut draft = file.as_os_str().to_owned();
        draft.push("-new");
        match fs::remove_file(&draft) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            // What an interrupted start left there.
            _ => {}
        }
        let mut written = for_the_owner().open(&draft)?;
        written.write_all(&bytes)?;
        written.sync_all()?;
        fs::rename(&draft, file)?;
        #[cfg(unix)]
        if let Some(folder) = file.parent().filter(|it| !it.as_os_str().is_empty()) {
            File::open(folder)?.sync_all()?;
        }
        Self::from(&bytes)
    }

    fn from(bytes: &[u8]) -> Result<Self, KeyFileError> {
        let key = UnboundKey::new(&AES_256_GCM, bytes).map_err(|_| KeyFileError::Damaged)?;
        Ok(Self(LessSafeKey::new(key)))
    }

    /// Seals a secret. It opens with the same `context` only (whose it is and what for), so that nobody can put it in the
    /// place of another one.
    ///
    /// # Errors
    /// When it is too long to be sealed.
    pub fn seal(&self, context: &str, secret: &str) -> Result<Vec<u8>, SealError> {
        // Random ones do not repeat in numbers of secrets that a portal could ever reach.
        let nonce = random_bytes::<NONCE_LEN>();
        let mut text = secret.as_bytes().to_vec();
        let unique = Nonce::assume_unique_for_key(nonce);
        self.0.seal_in_place_append_tag(unique, Aad::from(context), &mut text).map_err(|_| SealError)?;
        Ok([&nonce[..], &text].concat())
    }

    /// Opens what was sealed with this key in this context; nothing where it was not.
    pub fn open(&self, context: &str, sealed: &[u8]) -> Option<String> {
        let (nonce, text) = sealed.split_first_chunk::<NONCE_LEN>()?;
        let mut text = text.to_vec();
        let opened = self.0.open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from(context), &mut text).ok()?;
        String::from_utf8(opened.to_vec()).ok()
    }
}

/// A new file that nobody but the server's own user can read.
fn for_the_owner() -> fs::OpenOptions {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(unix)]
fn warn_if_readable_by_others(file: &Path) {
    use std::os::unix::fs::PermissionsExt;
    if fs::metadata(file).is_ok_and(|it| it.permissions().mode() & 0o077 != 0) {
        tracing::warn!(file = %file.display(), "others than the server can read the key: chmod 600");
    }
}

#[cfg(not(unix))]
fn warn_if_readable_by_others(_: &Path) {}

#[cfg(test)]
mod tests {
    use super::{KeyFileError, SealingKey};

    #[test]
    fn a_secret_opens_with_its_key_and_in_its_context_only() {
        let folder = tempfile::tempdir().unwrap();
        let key = SealingKey::make(&folder.path().join("a")).unwrap();
        let other = SealingKey::make(&folder.path().join("b")).unwrap();
        let sealed = key.seal("eva 1", "Grüße 🔑").unwrap();
        assert!(!sealed.windows(4).any(|it| "Grüße".as_bytes().starts_with(it)));
        assert_eq!(key.open("eva 1", &sealed).as_deref(), Some("Grüße 🔑"));
        assert_ne!(key.seal("eva 1", "Grüße 🔑").unwrap(), sealed, "the same secret looks different each time");
        assert_eq!(key.open("eva 2", &sealed), None);
        assert_eq!(other.open("eva 1", &sealed), None);
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(key.open("eva 1", &changed), None, "byte {at}");
        }
        assert_eq!(key.open("eva 1", &sealed[..5]), None);
    }

    #[test]
    fn the_file_is_the_owners_alone_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("portal.db-key");
        assert!(SealingKey::read(&file).unwrap().is_none());
        // What a start that was interrupted left.
        std::fs::write(folder.path().join("portal.db-key-new"), "half").unwrap();
        let sealed = SealingKey::make(&file).unwrap().seal("x", "y").unwrap();
        assert_eq!(SealingKey::read(&file).unwrap().unwrap().open("x", &sealed).as_deref(), Some("y"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        }
        std::fs::write(&file, "short").unwrap();
        assert!(matches!(SealingKey::read(&file), Err(KeyFileError::Damaged)));
    }
}

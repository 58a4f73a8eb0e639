//! Passwords: Argon2id with m=19456, t=2, p=1 (S6), and the same time for accounts that do not exist (S8).

use std::{mem, sync::Arc};

use argon2::{
    Algorithm, Argon2, Block, Params, Version,
    password_hash::phc::{Ident, Output, ParamsString, PasswordHash, Salt},
};
use tokio::sync::{Mutex, OwnedMutexGuard};

/// Memory of one computation, in KiB.
const MEMORY_KIB: u32 = 19_456;
/// Passes over that memory.
const PASSES: u32 = 2;

/// Why a password could not be hashed or checked; never because it is wrong.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// The algorithm refused its input.
    #[error("argon2: {0}")]
    Argon2(#[from] argon2::Error),
    /// The stored hash is no PHC string.
    #[error("stored hash: {0}")]
    Stored(#[from] argon2::password_hash::phc::Error),
    /// The stored hash names parameters that Argon2 does not have.
    #[error("stored parameters: {0}")]
    Parameters(#[from] argon2::password_hash::Error),
    /// The thread that computed went away.
    #[error("interrupted: {0}")]
    Interrupted(#[from] tokio::task::JoinError),
}

/// Checks passwords, one at a time.
///
/// The 19 MiB that Argon2 works in are allocated once and reused: the server's memory stays the same however many
/// people sign in at once, and those who wait do so in the order in which they came.
pub struct Passwords {
    memory: Arc<Mutex<Vec<Block>>>,
    /// Checked for unknown accounts, so that they take as long as known ones.
    nobody: Arc<str>,
}

impl Passwords {
    /// A checker with its memory and its stand-in hash.
    ///
    /// # Errors
    /// [`PasswordError`] when the stand-in cannot be hashed.
    pub fn new() -> Result<Self, PasswordError> {
        let mut memory = Vec::new();
        let nobody = hash_in(&mut memory, &crate::secret::session_token())?.into();
        Ok(Self { memory: Arc::new(Mutex::new(memory)), nobody })
    }

    /// Waits until nobody else checks a password. Whoever counts failures does so within the turn, so that many guesses
    /// at once cannot slip past the limit.
    pub async fn turn(&self) -> Turn {
        Turn { memory: Arc::clone(&self.memory).lock_owned().await, nobody: Arc::clone(&self.nobody) }
    }
}

/// The turn of one who checks or hashes passwords; dropping it lets the next one in.
pub struct Turn {
    memory: OwnedMutexGuard<Vec<Block>>,
    nobody: Arc<str>,
}

impl Turn {
    /// Whether `password` belongs to `stored`. Without a stored hash the answer is `false` after the same work.
    ///
    /// # Errors
    /// [`PasswordError`] when the stored hash is unreadable.
    pub async fn verify(&mut self, password: String, stored: Option<String>) -> Result<bool, PasswordError> {
        let nobody = Arc::clone(&self.nobody);
        self.work(move |memory| {
            let right = verify_in(memory, &password, stored.as_deref().unwrap_or(&nobody))?;
            Ok(stored.is_some() && right)
        })
        .await
    }

    /// Hashes a password as a PHC string with a salt of its own.
    ///
    /// # Errors
    /// [`PasswordError`] when the algorithm refuses the password.
    pub async fn hash(&mut self, password: String) -> Result<String, PasswordError> {
        self.work(move |memory| hash_in(memory, &password)).await
    }

    /// What tells a secret from others without giving it away: as costly to guess as a password is from its hash. `salt`
    /// keeps equal secrets apart.
    ///
    /// # Errors
    /// [`PasswordError`] when the algorithm refuses its input.
    pub async fn seal(&mut self, secret: [u8; 32], salt: [u8; 32]) -> Result<[u8; 32], PasswordError> {
        self.work(move |memory| {
            let mut sealed = [0; 32];
            compute(memory, &cost()?, &secret, &salt, &mut sealed)?;
            Ok(sealed)
        })
        .await
    }

    /// Lends the memory to a thread made for blocking.
    async fn work<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Vec<Block>) -> Result<T, PasswordError> + Send + 'static,
    ) -> Result<T, PasswordError> {
        let mut memory = mem::take(&mut *self.memory);
        let (memory, done) = tokio::task::spawn_blocking(move || {
            let done = work(&mut memory);
            (memory, done)
        })
        .await?;
        *self.memory = memory;
        done
    }
}

fn hash_in(memory: &mut Vec<Block>, password: &str) -> Result<String, PasswordError> {
    let params = cost()?;
    let salt = Salt::generate();
    let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
    compute(memory, &params, password.as_bytes(), salt.as_ref(), &mut output)?;
    let hash = PasswordHash {
        algorithm: Ident::new("argon2id")?,
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params)?,
        salt: Some(salt),
        hash: Some(Output::new(&output)?),
    };
    Ok(hash.to_string())
}

fn verify_in(memory: &mut Vec<Block>, password: &str, stored: &str) -> Result<bool, PasswordError> {
    let stored = PasswordHash::new(stored)?;
    let (Some(salt), Some(expected)) = (&stored.salt, &stored.hash) else {
        return Ok(false);
    };
    let params = Params::try_from(&stored)?;
    let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
    compute(memory, &params, password.as_bytes(), salt.as_ref(), &mut output)?;
    // `Output` compares in constant time.
    Ok(Output::new(&output)? == *expected)
}

/// The named cost.
fn cost() -> Result<Params, PasswordError> {
    Ok(Params::new(MEMORY_KIB, PASSES, 1, None)?)
}

fn compute(
    memory: &mut Vec<Block>,
    params: &Params,
    secret: &[u8],
    salt: &[u8],
    output: &mut [u8],
) -> Result<(), PasswordError> {
    memory.resize(params.block_count(), Block::new());
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    Ok(argon2.hash_password_into_with_memory(secret, salt, output, memory.as_mut_slice())?)
}

#[cfg(test)]
mod tests {
    use super::Passwords;

    #[tokio::test]
    async fn s6_hashes_are_argon2id_with_the_named_cost_and_a_salt_of_their_own() {
        let passwords = Passwords::new().unwrap();
        let mut turn = passwords.turn().await;
        let one = turn.hash("correct horse".into()).await.unwrap();
        assert!(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{one}");
        assert_ne!(one, turn.hash("correct horse".into()).await.unwrap());
        assert!(turn.verify("correct horse".into(), Some(one.clone())).await.unwrap());
        assert!(!turn.verify("correct house".into(), Some(one)).await.unwrap());
        assert!(!turn.verify("correct horse".into(), None).await.unwrap());
    }
}

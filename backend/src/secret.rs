//! Random values and their fingerprints: session tokens (S1), request ids, ids of rows.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// `N` random bytes of the operating system.
///
/// # Panics
/// When the operating system has no randomness to give: nothing safe can be done without it.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    #[expect(clippy::expect_used, reason = "without randomness no token may be handed out")]
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// `N` random bytes, base64url without padding.
pub fn random<const N: usize>() -> String {
    URL_SAFE_NO_PAD.encode(random_bytes::<N>())
}

/// A fresh session token: 256 bits (S1).
pub fn session_token() -> String {
    random::<32>()
}

/// A fresh id of a row or a request: 128 bits.
pub fn id() -> String {
    random::<16>()
}

/// SHA-256: how tokens and typed user IDs are stored, so that a stolen database opens nothing.
pub fn fingerprint(value: impl AsRef<[u8]>) -> [u8; 32] {
    Sha256::digest(value.as_ref()).into()
}

//! Security keys (WebAuthn, S7): user verification is required, a challenge is used once, credentials that are known are
//! excluded. The cryptography is webauthn-rs's; what waits for an answer is kept in the database.

use portal_contract::methods::MethodKind;
use webauthn_rs::prelude::{
    CredentialID, Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder, WebauthnError,
};

use crate::{
    secret::fingerprint,
    store::challenges::{Challenge, KEY_SECONDS},
};

/// Where a portal is opened when nothing else is said.
pub const DEFAULT_ORIGIN: &str = "http://localhost:8080";

/// Why security keys cannot work. Its text is one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OriginError {
    /// Browsers have no security keys there.
    #[error("Security keys cannot be bound to {0}: give --origin an address like https://account.example.com.")]
    Unusable(String),
    /// webauthn-rs refused it.
    #[error("Security keys cannot be bound to {0} ({1}): give --origin an address like https://account.example.com.")]
    Refused(String, WebauthnError),
}

/// Why a ceremony failed.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The browser's answer is not the right one.
    #[error("refused: {0}")]
    Wrong(#[from] WebauthnError),
    /// The browser's answer, or what is stored, is not of the form that it should have.
    #[error("malformed: {0}")]
    Malformed(#[from] serde_json::Error),
    /// The key's counter did not go forward: there may be a copy of it.
    #[error("the key's counter stands still")]
    Copied,
}

/// Registers and asks security keys for one origin.
pub struct SecurityKeys(Webauthn);

/// Whose key it is to be.
#[derive(Clone, Copy, Debug)]
pub struct Owner<'a> {
    /// The account.
    pub account: &'a str,
    /// What the person signs in with.
    pub user_id: &'a str,
    /// The person's name.
    pub display_name: &'a str,
}

impl SecurityKeys {
    /// Keys that are bound to the host of `origin`, where people open the portal. On `localhost` every port is the
    /// portal's.
    ///
    /// # Errors
    /// [`OriginError`].
    pub fn new(origin: &str) -> Result<Self, OriginError> {
        let unusable = || OriginError::Unusable(origin.to_owned());
        let url = Url::parse(origin).map_err(|_| unusable())?;
        let host = url.domain().ok_or_else(unusable)?.to_owned();
        let local = host == "localhost";
        if url.scheme() != "https" && !(local && url.scheme() == "http") {
            return Err(unusable());
        }
        let refused = |error| OriginError::Refused(origin.to_owned(), error);
        let webauthn = WebauthnBuilder::new(&host, &url)
            .and_then(|builder| builder.rp_name("My Account").allow_any_port(local).build())
            .map_err(refused)?;
        Ok(Self(webauthn))
    }

    /// Begins to register a key: the challenge to keep, and the options for the browser as JSON text.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn begin(&self, now: i64, owner: Owner<'_>, known: &[String]) -> Result<(Challenge, String), KeyError> {
        let known = passkeys(known)?.iter().map(|key| key.cred_id().clone()).collect();
        let (options, state) = self.0.start_passkey_registration(
            user_handle(owner.account),
            owner.user_id,
            owner.display_name,
            Some(known),
        )?;
        Ok((waiting(now, &state)?, serde_json::to_string(&options)?))
    }

    /// Finishes registering: the credential's id and the credential to keep.
    ///
    /// # Errors
    /// [`KeyError`] when the browser's answer (JSON text) is not the one that was asked for.
    pub fn register(&self, state: &str, answer: &str) -> Result<(CredentialID, String), KeyError> {
        let state: PasskeyRegistration = serde_json::from_str(state)?;
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer)?;
        let key = self.0.finish_passkey_registration(&answer, &state)?;
        Ok((key.cred_id().clone(), serde_json::to_string(&key)?))
    }

    /// Begins to ask the account's keys: the challenge to keep, and the options for the browser as JSON text.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn ask(&self, now: i64, keys: &[String]) -> Result<(Challenge, String), KeyError> {
        let (options, state) = self.0.start_passkey_authentication(&passkeys(keys)?)?;
        Ok((waiting(now, &state)?, serde_json::to_string(&options)?))
    }

    /// Checks the browser's answer (JSON text): the method whose key gave it, and its credential as it is now.
    ///
    /// # Errors
    /// [`KeyError`] when it is none of these keys' answer to that challenge.
    pub fn check(&self, state: &str, answer: &str, keys: &[(String, String)]) -> Result<(String, String), KeyError> {
        let state: PasskeyAuthentication = serde_json::from_str(state)?;
        let answer: PublicKeyCredential = serde_json::from_str(answer)?;
        let result = self.0.finish_passkey_authentication(&answer, &state)?;
        for (method, key) in keys {
            let mut key: Passkey = serde_json::from_str(key)?;
            let Some(moved) = key.update_credential(&result) else { continue };
            // webauthn-rs compares with the counter when it was asked; another answer may have come since.
            if result.counter() > 0 && !moved {
                return Err(KeyError::Copied);
            }
            return Ok((method.clone(), serde_json::to_string(&key)?));
        }
        Err(WebauthnError::CredentialNotFound.into())
    }
}

fn passkeys(stored: &[String]) -> Result<Vec<Passkey>, serde_json::Error> {
    stored.iter().map(|key| serde_json::from_str(key)).collect()
}

fn waiting(now: i64, state: &impl serde::Serialize) -> Result<Challenge, serde_json::Error> {
    let state = Some(serde_json::to_string(state)?);
    Ok(Challenge { state, ..Challenge::new(MethodKind::SecurityKey, now + KEY_SECONDS) })
}

/// What authenticators know an account by: stable, and nothing that tells who it is.
fn user_handle(account: &str) -> Uuid {
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, ..] = fingerprint(account);
    Uuid::from_bytes([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p])
}

#[cfg(test)]
mod tests {
    use super::SecurityKeys;

    #[test]
    fn s7_keys_are_bound_to_https_or_to_localhost() {
        for usable in ["https://account.example.com", "http://localhost:8080", "https://localhost"] {
            assert!(SecurityKeys::new(usable).is_ok(), "{usable}");
        }
        for unusable in
            ["http://account.example.com", "https://127.0.0.1", "http://[::1]:8080", "account", "ftp://localhost"]
        {
            let sentence = SecurityKeys::new(unusable).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(sentence.contains(unusable) && sentence.contains("--origin"), "{unusable}: {sentence}");
        }
    }
}

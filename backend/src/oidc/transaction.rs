//! What belongs to one sign-in at a provider, from the start to the answer. It hangs on a cookie of the browser that began
//! it: whoever lacks that cookie can finish nothing, and from the database alone nobody can.

use axum::http::{HeaderMap, HeaderValue, header};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use openidconnect::{CsrfToken, Nonce, PkceCodeVerifier};

use crate::{
    secret::{fingerprint, session_token},
    session,
    store::identity::TRANSACTION_SECONDS,
};

/// The cookie. `Lax`, because the provider's answer comes from another site.
pub const COOKIE: &str = "__Host-portal-identity";
const ATTRIBUTES: &str = "Path=/; Secure; HttpOnly; SameSite=Lax";

/// The secrets of a transaction, all of them made from the cookie's value.
pub struct Secrets(String);

impl Secrets {
    /// Of a new one.
    pub fn fresh() -> Self {
        Self(session_token())
    }

    /// Of the one that the browser began.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        session::cookie(headers, COOKIE).filter(|it| !it.is_empty()).map(Self)
    }

    /// How the database knows it.
    pub fn hash(&self) -> [u8; 32] {
        fingerprint(&self.0)
    }

    /// `state`.
    pub fn state(&self) -> CsrfToken {
        CsrfToken::new(self.derived("state"))
    }

    /// `nonce`.
    pub fn nonce(&self) -> Nonce {
        Nonce::new(self.derived("nonce"))
    }

    /// `code_verifier`: 43 characters, as RFC 7636 wants at least.
    pub fn verifier(&self) -> PkceCodeVerifier {
        PkceCodeVerifier::new(self.derived("verifier"))
    }

    /// SHA-256 goes one way: who sees one of them learns neither the cookie nor the others.
    fn derived(&self, purpose: &str) -> String {
        URL_SAFE_NO_PAD.encode(fingerprint(format!("{purpose} {}", self.0)))
    }

    /// Gives it to the browser.
    pub fn set_cookie(&self, headers: &mut HeaderMap) {
        append(headers, &format!("{COOKIE}={}; {ATTRIBUTES}; Max-Age={TRANSACTION_SECONDS}", self.0));
    }
}

/// Takes it from the browser.
pub fn clear_cookie(headers: &mut HeaderMap) {
    append(headers, &format!("{COOKIE}=; {ATTRIBUTES}; Max-Age=0"));
}

fn append(headers: &mut HeaderMap, cookie: &str) {
    if let Ok(cookie) = HeaderValue::from_str(cookie) {
        headers.append(header::SET_COOKIE, cookie);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_secret_is_another_and_the_same_every_time() {
        let (one, other) = (Secrets::fresh(), Secrets::fresh());
        let all = [one.state().secret().clone(), one.nonce().secret().clone(), one.verifier().secret().clone()];
        assert!(all.iter().all(|it| it.len() == 43 && *it != one.0));
        assert!(all[0] != all[1] && all[1] != all[2] && all[0] != all[2]);
        assert_eq!(one.state().secret(), Secrets(one.0.clone()).state().secret());
        assert_ne!(one.state().secret(), other.state().secret());
    }
}

//! The cookie of a browser that its owner trusts (features 2.3, `security.md` S1): for 14 days signing in there asks for
//! the password alone. It opens nothing without that password, and it is no proof of identity (S4).
//!
//! Signing out ends the trust. `Clear-Site-Data: "cookies"` (S5) takes every cookie of the origin, and Chromium applies it
//! after the `Set-Cookie` of the same answer: what a sign-out sets anew is gone at once. So trust outlives a session that
//! ends by itself and a browser that is closed, and the server forgets at sign-out what the browser forgets there.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, header, request::Parts},
};

use crate::{
    secret::fingerprint,
    session::{ATTRIBUTES, cookie},
    store::trusted_devices::TRUST_SECONDS,
};

/// The cookie.
pub const COOKIE: &str = "__Host-portal-trust";

/// Sets the cookie to a token, beside others that the answer sets.
pub fn set_cookie(headers: &mut HeaderMap, token: &str) {
    if let Ok(cookie) = HeaderValue::from_str(&format!("{COOKIE}={token}; {ATTRIBUTES}; Max-Age={TRUST_SECONDS}")) {
        headers.append(header::SET_COOKIE, cookie);
    }
}

/// The SHA-256 of the token that the browser has, if it has one. Never refuses.
pub struct Trust(pub Option<[u8; 32]>);

impl<S: Sync> FromRequestParts<S> for Trust {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(cookie(&parts.headers, COOKIE).map(fingerprint)))
    }
}

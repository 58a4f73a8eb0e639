//! Codes of authenticator apps (RFC 6238; `security.md` S7): 160-bit secret, SHA-1, 6 digits, 30 s, one step of skew.

use totp_rs::{Builder, Secret, Totp};
use url::form_urlencoded::byte_serialize;

use crate::secret::random_bytes;

/// Seconds per step.
pub const STEP_SECONDS: i64 = 30;

/// The time step for which `code` is right at `now` (Unix seconds), one step early or late included.
///
/// The caller has to use each step once ([`crate::store::second_factors::use_step`]).
pub fn matching_step(secret: &[u8], code: &str, now: i64) -> Option<u64> {
    app(secret)?.check(code, u64::try_from(now).ok()?)
}

/// The code that an authenticator app shows at `now` (Unix seconds); absent when `secret` is shorter than 128 bits.
pub fn code_at(secret: &[u8], now: i64) -> Option<String> {
    Some(app(secret)?.generate(u64::try_from(now).ok()?).to_string())
}

/// A new secret: 160 bits (S7).
pub fn new_secret() -> Vec<u8> {
    random_bytes::<20>().to_vec()
}

/// A secret as people type it.
pub fn base32(secret: &[u8]) -> String {
    Secret::from(secret).to_base32()
}

/// The address that apps read from the QR code: whose code it is, and for what.
pub fn address(secret: &[u8], issuer: &str, user_id: &str) -> String {
    // Apps show a form's plus signs as they are.
    let escaped = |text: &str| byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
    let (issuer, user_id) = (escaped(issuer), escaped(user_id));
    let secret = base32(secret);
    format!(
        "otpauth://totp/{issuer}:{user_id}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits=6&period={STEP_SECONDS}"
    )
}

/// The bytes of a secret as people type it.
pub fn secret_from_base32(typed: &str) -> Option<Vec<u8>> {
    Some(Secret::try_from_base32(typed).ok()?.as_ref().to_vec())
}

fn app(secret: &[u8]) -> Option<Totp> {
    Builder::new().with_secret(Secret::from(secret)).with_digits(6).with_step_duration(30).with_skew(1).build().ok()
}

#[cfg(test)]
mod tests {
    use super::{address, code_at, matching_step, new_secret};

    #[test]
    fn s7_secrets_have_160_bits_and_their_address_says_whose_they_are() {
        assert_eq!(new_secret().len() * 8, 160);
        assert_ne!(new_secret(), new_secret());
        assert_eq!(
            address(b"12345678901234567890", "Café & Co", "eva+1@harbor.example"),
            "otpauth://totp/Caf%C3%A9%20%26%20Co:eva%2B1%40harbor.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=Caf%C3%A9%20%26%20Co&algorithm=SHA1&digits=6&period=30"
        );
    }

    #[test]
    fn s7_codes_are_those_of_rfc_6238_and_one_step_of_skew_is_allowed() {
        let secret = b"12345678901234567890";
        assert_eq!(code_at(secret, 59).as_deref(), Some("287082"));
        assert_eq!(matching_step(secret, "287082", 59), Some(1));
        assert_eq!(matching_step(secret, "287082", 89), Some(1));
        assert_eq!(matching_step(secret, "287082", 29), Some(1));
        assert_eq!(matching_step(secret, "287082", 90), None);
        assert_eq!(matching_step(secret, "287083", 59), None);
    }
}

//! Codes of authenticator apps (RFC 6238; `security.md` S7): 160-bit secret, SHA-1, 6 digits, 30 s, one step of skew.

use totp_rs::{Builder, Secret, Totp};

/// Seconds per step.
pub const STEP_SECONDS: i64 = 30;

/// The time step for which `code` is right at `now` (Unix seconds), one step early or late included.
///
/// The caller has to use each step once ([`crate::store::accounts::use_totp_step`]).
pub fn matching_step(secret: &[u8], code: &str, now: i64) -> Option<u64> {
    app(secret)?.check(code, u64::try_from(now).ok()?)
}

/// The code that an authenticator app shows at `now` (Unix seconds); absent when `secret` is shorter than 128 bits.
pub fn code_at(secret: &[u8], now: i64) -> Option<String> {
    Some(app(secret)?.generate(u64::try_from(now).ok()?).to_string())
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
    use super::{code_at, matching_step};

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

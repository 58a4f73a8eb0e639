//! Six-digit codes that are sent, and app passwords.

use crate::secret::{self, fingerprint};

/// Letters of an app password: 75 bits, and nothing to shift for on a telephone.
const APP_PASSWORD_LETTERS: usize = 16;

/// Six random digits.
pub fn six_digits() -> String {
    format!("{:06}", below(1_000_000))
}

/// A new app password: letters only, typed once into an app.
pub fn app_password() -> String {
    (0..APP_PASSWORD_LETTERS).map(|_| char::from(b'a' + u8::try_from(below(26)).unwrap_or_default())).collect()
}

/// How a sent code is stored: bound to its challenge, so that equal codes look different.
pub fn hash(challenge: &str, code: &str) -> [u8; 32] {
    fingerprint(format!("{challenge}\n{code}"))
}

/// A random number below `limit`, each as likely as the others.
fn below(limit: u32) -> u32 {
    // The largest multiple of the limit: numbers from there on would favour the small ones.
    let fair = u32::MAX - u32::MAX % limit;
    loop {
        let number = u32::from_le_bytes(secret::random_bytes());
        if number < fair {
            return number % limit;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn codes_have_six_digits_and_app_passwords_sixteen_letters() {
        let codes: HashSet<_> = (0..200).map(|_| six_digits()).collect();
        assert!(
            codes.len() > 190 && codes.iter().all(|code| code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()))
        );
        let passwords: HashSet<_> = (0..50).map(|_| app_password()).collect();
        assert!(
            passwords.len() == 50
                && passwords.iter().all(|it| it.len() == 16 && it.bytes().all(|b| b.is_ascii_lowercase()))
        );
        assert_ne!(hash("one", "123456"), hash("other", "123456"));
    }
}

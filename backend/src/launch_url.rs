//! Launch URLs of apps (`security.md` S10): WHATWG-parsed, `https` only, no user info, at most 2048 characters.

use url::Url;

/// The most characters a launch URL may have.
pub const MAX_CHARACTERS: usize = 2048;

/// Why an address may not become a launch URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LaunchUrlError {
    /// Longer than [`MAX_CHARACTERS`].
    #[error("a launch URL has at most {MAX_CHARACTERS} characters")]
    TooLong,
    /// Spaces or control characters, which parsers strip and people do not see.
    #[error("a launch URL has no spaces or control characters")]
    HiddenCharacters,
    /// No absolute URL by the WHATWG's rules.
    #[error("a launch URL is a whole address")]
    NotAbsolute,
    /// Another scheme than `https`.
    #[error("a launch URL begins with https://")]
    NotHttps,
    /// A user name or a password before the host.
    #[error("a launch URL has no user name in it")]
    UserInfo,
}

/// Checks an address and gives it back in its normal form.
///
/// # Errors
/// [`LaunchUrlError`], the first reason that applies.
pub fn check(address: &str) -> Result<String, LaunchUrlError> {
    if address.chars().count() > MAX_CHARACTERS {
        return Err(LaunchUrlError::TooLong);
    }
    if address.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(LaunchUrlError::HiddenCharacters);
    }
    let url = Url::parse(address).map_err(|_| LaunchUrlError::NotAbsolute)?;
    // The parser forgives `https:/\evil`; nobody writes that in good faith.
    if url.scheme() != "https" || !address.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://")) {
        return Err(LaunchUrlError::NotHttps);
    }
    if !url.username().is_empty() || url.password().is_some() || url.authority().contains('@') {
        return Err(LaunchUrlError::UserInfo);
    }
    // Escaping and punycode can lengthen an address.
    if url.as_str().chars().count() > MAX_CHARACTERS {
        return Err(LaunchUrlError::TooLong);
    }
    Ok(url.into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn s10_the_tried_addresses_are_refused() {
        for address in [
            "javascript:alert(1)",
            "JaVa\tScript:alert(1)",
            "\u{1}https://good.example/",
            " https://good.example/",
            "\nhttps://good.example/",
            "data:text/html,x",
            "blob:https://good.example/1",
            "//evil.example",
            "/\\evil.example",
            "https:/\\evil.example",
            "https:evil.example",
            "http://good.example/",
            "https://a@evil.example/",
            "https://a:b@evil.example/",
            "https://:b@evil.example/",
            "https://",
            "",
        ] {
            assert!(check(address).is_err(), "{address:?}");
        }
        let long = format!("https://good.example/{}", "a".repeat(MAX_CHARACTERS));
        assert_eq!(check(&long), Err(LaunchUrlError::TooLong));
    }

    #[test]
    fn s10_a_plain_https_address_passes() {
        assert_eq!(check("HTTPS://Good.Example/a?b#c").as_deref(), Ok("https://good.example/a?b#c"));
    }

    proptest! {
        #[test]
        fn s10_whatever_passes_is_https_without_user_info(address in ".{0,80}") {
            if let Ok(checked) = check(&address) {
                prop_assert!(checked.starts_with("https://") && !checked[8..].split(['/', '?', '#']).next().unwrap_or("").contains('@'));
                prop_assert_eq!(check(&checked), Ok(checked.clone()));
            }
        }

        #[test]
        fn s10_near_misses_never_get_another_scheme_through(
            prefix in "[\\x00-\\x20/\\\\]{0,3}",
            scheme in "(javascript|data|blob|http|file|vbscript|ftp)",
            rest in "[:/\\\\@a-z.]{0,20}",
        ) {
            let address = [prefix, scheme, rest].concat();
            prop_assert!(check(&address).is_err());
        }
    }
}

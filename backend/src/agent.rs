//! What a browser says of itself (`User-Agent`), as far as it can be believed.
//!
//! Browsers have frozen much of it on purpose: Windows 11 says that it is Windows 10, macOS stays at 10.15.7 and Android
//! at 10. So systems have no version here, and browsers their major one. What is not recognised stays absent instead of
//! being guessed.

/// The system and the browser behind a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agent {
    /// Such as `Windows`.
    pub operating_system: Option<&'static str>,
    /// Such as `Firefox 144`.
    pub browser: Option<String>,
}

/// Browsers by their token. Those that add theirs to Chrome's or Safari's come first.
const BROWSERS: [(&str, &str); 12] = [
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Vivaldi/", "Vivaldi"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("HeadlessChrome/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Version/", "Safari"),
];

/// Systems by their token. Android also says `Linux`, and ChromeOS `X11`.
const SYSTEMS: [(&str, &str); 9] = [
    ("iPhone", "iOS"),
    ("iPod", "iOS"),
    ("iPad", "iPadOS"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
    ("FreeBSD", "FreeBSD"),
];

impl Agent {
    /// Reads a `User-Agent` header.
    pub fn of(header: &str) -> Self {
        let operating_system = SYSTEMS.iter().find(|(token, _)| header.contains(token)).map(|(_, name)| *name);
        let browser = BROWSERS.iter().find_map(|(token, name)| {
            let version = header.split_once(token)?.1;
            // Only Safari calls its version `Version`, besides Android's old browser.
            if *name == "Safari" && !header.contains("Safari/") {
                return None;
            }
            let major: String = version.chars().take_while(char::is_ascii_digit).take(4).collect();
            Some(if major.is_empty() { (*name).to_owned() } else { format!("{name} {major}") })
        });
        Self { operating_system, browser }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Agent;

    #[test]
    fn browsers_are_known_by_the_name_they_add_last() {
        for (header, system, browser) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
                "Windows",
                "Edge 141",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36",
                "Linux",
                "Chrome 140",
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", "Linux", "Firefox 144"),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
                "macOS",
                "Safari 26",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.7390.26 Mobile/15E148 Safari/604.1",
                "iOS",
                "Chrome 141",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
                "Android",
                "Samsung Internet 28",
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36",
                "ChromeOS",
                "Chrome 139",
            ),
        ] {
            let expected = Agent { operating_system: Some(system), browser: Some(browser.to_owned()) };
            assert_eq!(Agent::of(header), expected);
        }
    }

    #[test]
    fn what_is_not_recognised_stays_absent() {
        for header in ["", "curl/8.5.0", "Version/4.0", "\u{fffd}"] {
            assert_eq!(Agent::of(header), Agent::default());
        }
    }

    proptest! {
        #[test]
        fn nothing_that_a_client_sends_is_too_strange(header in ".{0,200}", browser in "(Edg|Firefox|Chrome)/[0-9]{0,40}") {
            let read = Agent::of(&format!("{header}{browser}"));
            prop_assert!(read.browser.is_some_and(|name| name.len() <= 32));
        }
    }
}

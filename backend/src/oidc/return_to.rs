//! Where a person is led after signing in: a path of this origin and nothing else (`security.md` S10).

use url::Url;

/// Stands for this origin, whatever it is.
const HERE: &str = "https://portal.invalid";
/// What the sign-in page reads the failure from.
const FAILURE: &str = "failure";
/// The most characters.
const MAX: usize = 2048;

/// The path and query of an address, if it is one of this origin; without what an earlier failure left in it.
pub fn checked(asked: &str) -> Option<String> {
    let odd = |it: char| it.is_control() || it.is_whitespace() || it == '\\';
    if asked.len() > MAX || !asked.starts_with('/') || asked.starts_with("//") || asked.chars().any(odd) {
        return None;
    }
    let url = Url::parse(HERE).ok()?.join(asked).ok()?;
    if url.origin().ascii_serialization() != HERE || url.path().starts_with("//") {
        return None;
    }
    Some(with(url, None))
}

/// The same with the failure that the page is to tell.
pub fn with_failure(checked: &str, code: &str) -> String {
    let url = Url::parse(HERE).and_then(|it| it.join(checked));
    url.map_or_else(|_| format!("/?{FAILURE}={code}"), |url| with(url, Some(code)))
}

fn with(mut url: Url, failure: Option<&str>) -> String {
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|it| it.0 != FAILURE && it.0 != "signed-out")
        .map(|it| (it.0.into(), it.1.into()))
        .collect();
    url.query_pairs_mut().clear().extend_pairs(kept).extend_pairs(failure.map(|it| (FAILURE, it)));
    match url.query() {
        None | Some("") => url.path().to_owned(),
        Some(query) => format!("{}?{query}", url.path()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_origin() {
        for refused in [
            "",
            "devices",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "\u{1}/x",
            " /x",
            "https://evil.example/",
            "javascript:alert(1)",
            "/.//evil.example",
            "/a/..//evil.example",
            "/%2e//evil.example",
        ] {
            assert_eq!(checked(refused), None, "{refused}");
        }
        assert_eq!(checked(&format!("/{}", "a".repeat(MAX))), None);
        for (asked, led) in [
            ("/", "/"),
            ("/devices", "/devices"),
            ("/apps?collection=a%20b&x=1", "/apps?collection=a+b&x=1"),
            ("/apps?failure=denied", "/apps"),
            ("/apps?failure=denied&x=1#part", "/apps?x=1"),
            ("/?signed-out", "/"),
            ("/?u=https://evil.example", "/?u=https%3A%2F%2Fevil.example"),
        ] {
            assert_eq!(checked(asked).as_deref(), Some(led), "{asked}");
        }
        assert_eq!(with_failure("/apps?x=1", "denied"), "/apps?x=1&failure=denied");
        assert_eq!(with_failure("/", "expired"), "/?failure=expired");
    }
}

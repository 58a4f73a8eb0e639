//! The security and cache headers (`security.md` S11): one source for every answer of this server and for the files that
//! other servers read.

mod files;

use std::{fmt::Write as _, io, path::Path};

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use base64::{Engine, engine::general_purpose::STANDARD};

pub use self::files::Format;
use crate::secret::fingerprint;

/// Never stored: answers of the API.
pub const NO_STORE: &str = "no-store";
/// Stored, but asked for again each time: the page itself and files whose name does not change.
pub const NO_CACHE: &str = "no-cache";
/// Stored for good: files whose name changes with their content.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

const POLICY_BEFORE_STYLES: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
const POLICY_AFTER_STYLES: &str = "; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types default";

const OTHERS: [(&str, &str); 7] = [
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), \
         publickey-credentials-create=(self)",
    ),
];

/// The headers that every answer carries.
#[derive(Clone, Debug)]
pub struct SecurityHeaders(Vec<(HeaderName, HeaderValue)>);

impl SecurityHeaders {
    /// The headers for the pages in `folder`: the inline styles of its `index.html` are admitted by their hashes.
    /// Without that file no inline style is.
    pub fn for_pages(folder: &Path) -> Self {
        let page = std::fs::read_to_string(folder.join("index.html")).unwrap_or_default();
        Self::for_page(&page)
    }

    fn for_page(page: &str) -> Self {
        let mut policy = POLICY_BEFORE_STYLES.to_owned();
        for style in inline_styles(page) {
            // Writing to a String cannot fail.
            let _ = write!(policy, " 'sha256-{}'", STANDARD.encode(fingerprint(style)));
        }
        policy.push_str(POLICY_AFTER_STYLES);
        let headers = std::iter::once(("content-security-policy", policy.as_str()))
            .chain(OTHERS)
            .filter_map(|(name, value)| Some((name.parse().ok()?, value.parse().ok()?)))
            .collect();
        Self(headers)
    }

    /// Puts the headers on an answer.
    pub fn apply(&self, headers: &mut HeaderMap) {
        for (name, value) in &self.0 {
            headers.insert(name, value.clone());
        }
    }
}

/// How long a file of the static folder may be kept.
pub fn cache_control(path: &str) -> HeaderValue {
    HeaderValue::from_static(if has_content_hash(path) { IMMUTABLE } else { NO_CACHE })
}

/// Whether a file's name has a content hash: `-` and at least 8 hexadecimal digits right before the extensions, or
/// before the `_bg` that wasm-bindgen appends.
pub fn has_content_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((stem, _extensions)) = name.split_once('.') else { return false };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() >= 8 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')))
}

/// Everything between `<style>` and `</style>`, which is what a browser hashes.
fn inline_styles(page: &str) -> impl Iterator<Item = &str> {
    page.split("<style>").skip(1).filter_map(|rest| rest.split_once("</style>")).map(|(style, _)| style)
}

fn hashed_files(folder: &Path, address: &str, found: &mut Vec<String>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let address = format!("{address}/{name}");
        if entry.file_type()?.is_dir() {
            hashed_files(&entry.path(), &address, found)?;
        } else if has_content_hash(&name) && !name.ends_with(".br") && !name.ends_with(".gz") {
            found.push(address);
        }
    }
    Ok(())
}

fn title_case(name: &str) -> String {
    let words = name.split('-').map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_uppercase() + rest
    });
    words.collect::<Vec<_>>().join("-")
}

/// `Cache-Control`, unless the answer already has one.
pub fn default_cache_control(headers: &mut HeaderMap, value: &'static str) {
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s11_only_names_with_a_content_hash_are_kept_for_good() {
        for kept in ["/app-0123456789abcdef.js", "/a/app-0123abcd_bg.wasm", "/style-deadbeef.css.br"] {
            assert!(has_content_hash(kept), "{kept}");
        }
        for asked in
            ["/index.html", "/boot.js", "/app-0123abc.js", "/app-0123ABCD.js", "/0123456789abcdef.js", "/a-b.js"]
        {
            assert!(!has_content_hash(asked), "{asked}");
        }
    }

    #[test]
    fn s11_inline_styles_are_admitted_by_their_hash_and_nothing_else_is() {
        let headers = SecurityHeaders::for_page("<style>a{}</style><script>x</script><style>b{}</style>");
        let policy = headers.0[0].1.to_str().unwrap();
        let hash = |style: &str| format!("'sha256-{}'", STANDARD.encode(fingerprint(style)));
        assert!(policy.contains(&format!("style-src 'self' {} {};", hash("a{}"), hash("b{}"))), "{policy}");
        assert!(!policy.contains("unsafe-inline"));
    }
}

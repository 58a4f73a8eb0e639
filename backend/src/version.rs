//! Versions of what can be edited (`design.md` section 4): an `ETag` on what is read, `If-Match` on what changes it.

use std::fmt::Display;

use axum::http::{HeaderMap, HeaderName, header};
use portal_contract::problem::Code;

/// What an edit was made from.
#[derive(Clone, Debug)]
pub struct Wanted(String);

/// The version that an edit names.
///
/// # Errors
/// 428 without one.
pub fn wanted(headers: &HeaderMap) -> Result<Wanted, Code> {
    let tags = headers.get(header::IF_MATCH).ok_or(Code::PreconditionRequired)?;
    Ok(Wanted(tags.to_str().unwrap_or_default().to_owned()))
}

impl Wanted {
    /// Whether the edit was made from this version. RFC 9110: any of the listed tags, compared strongly, or `*`.
    ///
    /// # Errors
    /// 412 where it was not.
    pub fn check(&self, version: impl Display) -> Result<(), Code> {
        let current = etag(version);
        let same = self.0.trim() == "*" || self.0.split(',').any(|tag| tag.trim() == current);
        if same { Ok(()) } else { Err(Code::Stale) }
    }
}

/// Something with its version.
pub type Versioned<T> = ([(HeaderName, String); 1], T);

/// Tells something with its version.
pub fn versioned<T>(version: impl Display, it: T) -> Versioned<T> {
    ([(header::ETAG, etag(version))], it)
}

/// A version as a strong `ETag`.
pub fn etag(version: impl Display) -> String {
    format!("\"{version}\"")
}

//! Versions of what can be edited: `ETag` and `If-Match` (`design.md` section 4).

use axum::http::{HeaderMap, header};
use portal_contract::problem::Code;

use crate::problem::Refusal;

/// What the request says it read.
///
/// # Errors
/// 428 without `If-Match`.
pub fn wanted(headers: &HeaderMap) -> Result<String, Refusal> {
    Ok(headers.get(header::IF_MATCH).ok_or(Code::PreconditionRequired)?.to_str().unwrap_or_default().to_owned())
}

/// A version as an `ETag`.
pub fn tag(version: &str) -> String {
    format!("\"{version}\"")
}

/// RFC 9110: any of the listed tags, compared strongly, or `*`.
pub fn matches(wanted: &str, version: &str) -> bool {
    let current = tag(version);
    wanted.trim() == "*" || wanted.split(',').any(|it| it.trim() == current)
}

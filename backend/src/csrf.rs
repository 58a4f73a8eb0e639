//! Requests of other sites (`security.md` S3). It comes before everything else in the API, so that a refused request
//! has no effect, not even on the session's idle time.

use axum::{
    extract::Request,
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use portal_contract::{PORTAL_HEADER, problem::Code};

use crate::problem::Refusal;

/// Lets reads through, and mutations only when they come from the portal's own pages.
pub async fn layer(request: Request, next: Next) -> Response {
    match check(request.method(), request.headers()) {
        Ok(()) => next.run(request).await,
        Err(code) => Refusal::from(code).into_response(),
    }
}

fn check(method: &Method, headers: &HeaderMap) -> Result<(), Code> {
    if matches!(*method, Method::GET | Method::HEAD) {
        return Ok(());
    }
    if !same_origin(headers) || headers.get(PORTAL_HEADER).is_none_or(|value| value != "1") {
        return Err(Code::CrossSiteRequest);
    }
    // No form of another site can send this type without being asked for leave first. A request without a type is no
    // form's either; where a body is expected, `input::Body` refuses it.
    if headers.contains_key(header::CONTENT_TYPE) && !is_json(headers) {
        return Err(Code::UnsupportedMediaType);
    }
    Ok(())
}

/// What the browser says of the sender: `Sec-Fetch-Site`, which pages cannot forge, then `Origin`. A mutation is never a
/// navigation that the person typed, so `none` is refused too.
fn same_origin(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin";
    }
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let (Ok(origin), Some(Ok(host))) = (origin.to_str(), headers.get(header::HOST).map(|host| host.to_str())) else {
        return false;
    };
    origin
        .strip_prefix("https://")
        .or_else(|| origin.strip_prefix("http://"))
        .is_some_and(|authority| authority.eq_ignore_ascii_case(host))
}

/// Whether the body says that it is JSON.
pub fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

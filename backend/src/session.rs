//! The session's cookie (`security.md` S1), and who is asking (S5).

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use portal_contract::{ACCOUNT_HEADER, SESSION_HEADER, problem::Code};

use crate::{
    portal::Portal,
    problem::Refusal,
    request::RequestInfo,
    secret::fingerprint,
    store::{
        audit::{Entry, Outcome},
        sessions::{self, SessionRow, State as Progress},
        writable,
    },
};

/// The cookie. `__Host-` makes browsers insist on the attributes below.
pub const COOKIE: &str = "__Host-portal";
/// What keeps cookies to this origin and out of reach of scripts (S1).
pub const ATTRIBUTES: &str = "Path=/; Secure; HttpOnly; SameSite=Strict";

/// Seconds between two notes that a session was used; its idle time is at most this much shorter than 30 minutes.
const TOUCH_SECONDS: i64 = 30;

/// Sets the cookie to a token; it lives as long as the browser, the server ends it earlier.
pub fn set_cookie(headers: &mut HeaderMap, token: &str) {
    if let Ok(cookie) = HeaderValue::from_str(&format!("{COOKIE}={token}; {ATTRIBUTES}")) {
        headers.insert(header::SET_COOKIE, cookie);
    }
}

/// Signs the browser out: the cookie and everything that was stored for this origin go (S5).
pub fn clear(headers: &mut HeaderMap) {
    if let Ok(cookie) = HeaderValue::from_str(&format!("{COOKIE}=; {ATTRIBUTES}; Max-Age=0")) {
        headers.insert(header::SET_COOKIE, cookie);
    }
    headers.insert(CLEAR_SITE_DATA, HeaderValue::from_static(r#""cache","cookies","storage""#));
}

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// Says when the session ends if nothing more is asked.
pub fn set_expiry(headers: &mut HeaderMap, seconds: i64) {
    if let Ok(name) = SESSION_HEADER.parse::<HeaderName>() {
        headers.entry(name).or_insert(seconds.into());
    }
}

/// Finds out whose request it is, and keeps that session alive. `GET /session` only looks: the page asks it to know
/// whether the session has ended, which must not prolong it.
pub async fn layer(State(portal): State<Arc<Portal>>, mut request: Request, next: Next) -> Response {
    let Some(token) = cookie(request.headers(), COOKIE) else { return next.run(request).await };
    let looking = matches!(*request.method(), Method::GET | Method::HEAD) && request.uri().path() == "/api/v1/session";
    let session = match find(&portal, token, looking).await {
        Ok(Some(session)) => session,
        Ok(None) => return next.run(request).await,
        Err(refusal) => return refusal.into_response(),
    };
    let signed_in = session.state == Progress::SignedIn;
    if signed_in && meant_for_another(request.headers(), &session) {
        return Refusal::from(Code::AnotherAccount).into_response();
    }
    if signed_in && session.must_register && !open_before_registration(request.method(), request.uri().path()) {
        return Refusal::from(Code::RegistrationRequired).into_response();
    }
    if session.provider.is_some() && kept_by_the_provider(request.method(), request.uri().path()) {
        return Refusal::from(Code::DecidedByOrganization).into_response();
    }
    let ends_at = session.ends_at();
    request.extensions_mut().insert(session);
    let mut response = next.run(request).await;
    // Who has just signed out has no session whose end could be told.
    if signed_in && !response.headers().contains_key(CLEAR_SITE_DATA) {
        set_expiry(response.headers_mut(), ends_at - portal.clock.now());
    }
    response
}

/// What is open to somebody who has to register a method first (*Keep your account secure*): a list of what is open, so
/// that every address that is added later is closed.
pub fn open_before_registration(verb: &Method, path: &str) -> bool {
    const METHODS: &str = "/api/v1/me/authentication/methods";
    const ENROLMENTS: &str = "/api/v1/me/authentication/enrolments";
    let under = |root: &str| path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    match *verb {
        Method::GET | Method::HEAD => {
            path == METHODS
                || under("/api/v1/session/oidc")
                || ["/api/v1/session", "/api/v1/capabilities", "/api/v1/openapi.json"].contains(&path)
        }
        Method::POST => under("/api/v1/session") || under("/api/v1/password-reset") || under(ENROLMENTS),
        Method::DELETE => path == "/api/v1/session",
        _ => false,
    }
}

/// What people who sign in at an identity provider cannot change here: their password and methods are kept there.
fn kept_by_the_provider(verb: &Method, path: &str) -> bool {
    !matches!(*verb, Method::GET | Method::HEAD)
        && (path == "/api/v1/me/password" || path.starts_with("/api/v1/me/authentication/"))
}

/// Whether the page that sent this belongs to somebody else: two tabs share one cookie.
fn meant_for_another(headers: &HeaderMap, session: &SessionRow) -> bool {
    headers.get(ACCOUNT_HEADER).is_some_and(|account| account.as_bytes() != session.account.as_bytes())
}

async fn find(portal: &Portal, token: String, looking: bool) -> Result<Option<SessionRow>, Refusal> {
    let now = portal.clock.now();
    let found = portal.store.read(move |connection| sessions::find(connection, now, &fingerprint(token))).await?;
    let Some(mut session) = found else { return Ok(None) };
    if !looking && session.state == Progress::SignedIn && now - session.last_seen_at >= TOUCH_SECONDS {
        let id = session.id.clone();
        match portal.store.write(move |transaction| sessions::touch(transaction, now, &id)).await {
            Ok(()) => session.last_seen_at = now,
            // What only reads goes on while nothing can be written; the session just does not get longer by it.
            Err(error) if error.is_unwritable() => writable::no_more(&error),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(Some(session))
}

/// The value of a cookie.
pub fn cookie(headers: &HeaderMap, wanted: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(name, _)| *name == wanted)
        .map(|(_, token)| token.to_owned())
}

/// Whoever asks: nobody, somebody halfway through signing in, or somebody. Never refuses.
#[derive(Clone, Debug)]
pub struct Visitor(pub Option<SessionRow>);

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(parts.extensions.get::<SessionRow>().cloned()))
    }
}

/// Somebody signed in; everybody else is refused with `session-expired`.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Their session.
    pub session: SessionRow,
    /// Their request.
    pub request: RequestInfo,
}

impl Caller {
    /// The audit row for what the caller did to `target`.
    pub fn did<'a>(&'a self, action: &'static str, target: Option<&'a str>) -> Entry<'a> {
        Entry {
            actor: Some(&self.session.account),
            session: Some(&self.session.id),
            address: Some(&self.request.address),
            action,
            target,
            result: Outcome::Done,
            request_id: Some(&self.request.id),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Ok(request) = RequestInfo::from_request_parts(parts, state).await;
        match parts.extensions.get::<SessionRow>() {
            Some(session) if session.state == Progress::SignedIn => Ok(Self { session: session.clone(), request }),
            _ => Err(Code::SessionExpired.into()),
        }
    }
}

//! `/session/oidc` and `/oidc`: signing in, proving who one is and being signed out at an identity provider
//! ([`crate::oidc`]). The first two are navigated to, so that every answer is a redirect or a page; what went wrong is in
//! the log for the administrator, and a sentence for the person.

use std::sync::Arc;

use axum::{
    extract::{
        Form, Query, State,
        rejection::{FormRejection, QueryRejection},
    },
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{Html, IntoResponse, Response},
};
use portal_contract::problem::Code;
use rusqlite::Transaction;
use serde::Deserialize;

use super::outbox::language;
use crate::{
    fields,
    headers::NO_STORE,
    oidc::{failure::Failure, logout, page, return_to, transaction},
    portal::Portal,
    problem::Refusal,
    request::RequestInfo,
    session::{self, Visitor},
    sign_in_elsewhere::{self, Answer, Completed},
    store::{
        audit::{self, Entry, Outcome},
        identity::{self, Waiting},
        sessions::{self, State as Progress},
    },
};

/// The query of the start.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Start {
    /// Who signs in; without it whoever is signed in proves who they are.
    #[param(max_length = 256)]
    user_id: Option<String>,
    /// Where to go afterwards: a path of this origin; `/` when absent or anything else.
    return_to: Option<String>,
    /// It is in a window of its own, which shows a page to be closed afterwards.
    #[serde(default)]
    window: bool,
    /// The operation that the proof is for, as the `step-up-required` problem named it.
    purpose: Option<String>,
}

/// Sends the browser to the identity provider: that of `userId`'s domain to sign in, or the session's own for a fresh proof
/// of identity. Only the portal's own pages and the address bar lead here.
#[utoipa::path(
    get, path = "/api/v1/session/oidc/start", tag = "session", params(Start),
    responses(
        (status = 200, description = "With `window`: a page that says what failed.", content_type = "text/html"),
        (status = 303, description = "To the provider; or back with `failure`.", headers(("Location" = String), ("Set-Cookie" = String))),
    )
)]
pub async fn start(
    State(portal): State<Arc<Portal>>,
    request: RequestInfo,
    Visitor(session): Visitor,
    uri: Uri,
    headers: HeaderMap,
    query: Result<Query<Start>, QueryRejection>,
) -> Response {
    let Ok(Query(Start { user_id, return_to, window, purpose })) = query else {
        return failed(&uri, &headers, Some("/"), &Failure::Expired);
    };
    let return_to = (!window).then(|| return_to.as_deref().and_then(return_to::checked).unwrap_or("/".to_owned()));
    let shown = return_to.clone();
    let begin = async {
        let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
        if site.is_some_and(|it| it != b"same-origin" && it != b"none") {
            return Err(Failure::Expired);
        }
        let waiting = |provider: String, session, proof| Waiting {
            provider,
            session,
            proof,
            purpose: purpose.clone().filter(|_| proof),
            return_to: return_to.clone(),
            created_at: portal.clock.now(),
        };
        let (user_id, waiting) = match (user_id, session) {
            (Some(typed), session) => {
                let user_id = fields::user_id(&typed).map_err(|_| Failure::Expired)?;
                let nobody = || Failure::NoAccount("no identity provider has the domain of the user ID".to_owned());
                let provider = portal.providers.of_user_id(&user_id).ok_or_else(nobody)?;
                (user_id, waiting(provider.name().to_owned(), session.map(|it| it.id), false))
            }
            (None, Some(session)) if session.state == Progress::SignedIn => {
                fields::purpose(purpose.as_deref()).map_err(|_| Failure::Expired)?;
                let provider = session.provider.clone().ok_or(Failure::Expired)?;
                (session.user_id, waiting(provider, Some(session.id), true))
            }
            _ => return Err(Failure::Expired),
        };
        sign_in_elsewhere::begin(&portal, request, user_id, waiting).await
    };
    match begin.await {
        Ok((url, secrets)) => {
            let mut response = see_other(url.as_str());
            secrets.set_cookie(response.headers_mut());
            response
        }
        Err(failure) => failed(&uri, &headers, shown.as_deref(), &failure),
    }
}

/// Where the identity provider sends the browser back to. An answer is good once, within ten minutes, in the browser that
/// set out.
#[utoipa::path(
    get, path = "/api/v1/session/oidc/callback", tag = "session", params(Answer),
    responses(
        (status = 200, description = "A window of its own: a page that says to close it.", content_type = "text/html"),
        (status = 303, description = "To where the person was; with `failure` where it failed.", headers(("Location" = String), ("Set-Cookie" = String))),
    )
)]
pub async fn callback(
    State(portal): State<Arc<Portal>>,
    request: RequestInfo,
    uri: Uri,
    headers: HeaderMap,
    query: Result<Query<Answer>, QueryRejection>,
) -> Response {
    let Ok(Query(answer)) = query else {
        return failed(&uri, &headers, Some("/"), &Failure::Invalid("its query is malformed".to_owned()));
    };
    let (secrets, waiting) = match sign_in_elsewhere::taken(&portal, &headers, &answer).await {
        Ok(taken) => taken,
        Err(failure) => return failed(&uri, &headers, Some("/"), &failure),
    };
    let return_to = waiting.return_to.clone();
    let mut response = match sign_in_elsewhere::complete(&portal, request, &secrets, waiting, answer).await {
        Ok(Completed { token }) => {
            let mut response = match &return_to {
                Some(path) => see_other(path),
                None => Html(page::render(language(&uri, &headers), Ok(()))).into_response(),
            };
            session::set_cookie(response.headers_mut(), &token);
            response
        }
        Err(failure) => failed(&uri, &headers, return_to.as_deref(), &failure),
    };
    transaction::clear_cookie(response.headers_mut());
    response
}

/// What a provider posts to end sessions (OpenID Connect Back-Channel Logout 1.0, 2.5).
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct LogoutRequest {
    /// The logout token: a JWT that says whose session, or which one, has ended.
    logout_token: String,
}

/// Ends sessions because the provider says so (OpenID Connect Back-Channel Logout). From server to server: there is no
/// cookie, and the logout token proves who asks.
#[utoipa::path(
    post, path = "/api/v1/oidc/backchannel-logout", tag = "session",
    request_body(content = LogoutRequest, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "Those sessions have ended."),
        (status = 400, description = "`malformed-request`: no logout token of a provider of this portal, or one that was used."),
    )
)]
pub async fn backchannel_logout(
    State(portal): State<Arc<Portal>>,
    request: RequestInfo,
    form: Result<Form<LogoutRequest>, FormRejection>,
) -> Result<Response, Refusal> {
    let Form(LogoutRequest { logout_token: token }) = form.map_err(|_| Code::MalformedRequest)?;
    let (issuer, audiences) = logout::addressed(&token).ok_or(Code::MalformedRequest)?;
    let mut all = portal.providers.iter();
    let provider = all.find(|it| it.issuer.as_str() == issuer && audiences.iter().any(|to| *to == **it.client_id));
    let provider = provider.ok_or(Code::MalformedRequest)?;
    let now = portal.clock.now();
    let logout = provider.logout(now, &token).await.map_err(|failure| {
        tracing::warn!(provider = provider.name(), %failure, "a back-channel logout was refused");
        match failure {
            Failure::Unavailable(_) => Refusal::from(Code::Unavailable),
            _ => Code::MalformedRequest.into(),
        }
    })?;
    let end = move |transaction: &Transaction<'_>| {
        if !identity::first_seen(transaction, now, &issuer, &logout.jti)? {
            return Err(Refusal::from(Code::MalformedRequest));
        }
        let ending = identity::sessions(transaction, &issuer, logout.subject.as_deref(), logout.sid.as_deref())?;
        for (session, account) in &ending {
            sessions::end(transaction, session)?;
            let entry = Entry {
                actor: Some("system"),
                session: Some(session),
                address: Some(&request.address),
                action: "session.end-by-provider",
                target: Some(account),
                result: Outcome::Done,
                request_id: Some(&request.id),
            };
            audit::record(transaction, now, entry)?;
        }
        Ok(ending.len())
    };
    let ended = portal.store.write(end).await?;
    tracing::info!(ended, "the provider ended sessions");
    Ok((StatusCode::OK, [(header::CACHE_CONTROL, NO_STORE)]).into_response())
}

/// Said where the person was, or in the window of its own; and in the log.
fn failed(uri: &Uri, headers: &HeaderMap, return_to: Option<&str>, failure: &Failure) -> Response {
    if let Failure::Portal(refusal) = failure {
        tracing::error!(code = ?refusal.code, "a sign-in at an identity provider failed");
    } else {
        tracing::warn!(code = failure.code(), "a sign-in at an identity provider failed: {failure}");
    }
    match return_to {
        Some(path) => see_other(&return_to::with_failure(path, failure.code())),
        None => Html(page::render(language(uri, headers), Err(failure.code()))).into_response(),
    }
}

/// 303, so that whatever came is followed by a GET.
fn see_other(address: &str) -> Response {
    match HeaderValue::from_str(address) {
        Ok(address) => (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response(),
        Err(_) => Refusal::from(Code::Internal).into_response(),
    }
}

//! `/me/app-requests` and `/app-requests`: asking for new apps, and who decides (features 2.1).

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
};
use portal_contract::{
    app_requests::{AppRequest, Denial, MAX_WORDS, NewAppRequest},
    page::Page,
    problem::Code,
};

use super::requests::{self, Queue, Step};
use crate::{
    fields::words,
    idempotency::Once,
    input::{Ids, Nothing, Paging, Wanted},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{
        app_catalogue,
        requests::{After, Request},
    },
    version::Versioned,
};

/// The person's requests, newest first.
#[utoipa::path(
    get, path = "/api/v1/me/app-requests", tag = "app-requests", params(Paging), security(("session" = [])),
    responses(
        (status = 200, description = "One page of requests.", body = Page<AppRequest>),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn own(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    wanted: Wanted<After>,
) -> Result<Json<Page<AppRequest>>, Refusal> {
    requests::own(&portal, caller, wanted).await
}

/// Asks for an app that somebody has to approve.
#[utoipa::path(
    post, path = "/api/v1/me/app-requests", tag = "app-requests", security(("session" = [])), request_body = NewAppRequest,
    responses(
        (status = 204, description = "It waits for a decision."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 404, description = "`not-found`: the organization does not offer such an app."),
        (status = 409, description = "`request-pending`, `approval-not-needed`, `already-there`, `disabled-at-home`, `request-in-flight`."),
    )
)]
pub async fn ask(State(portal): State<Arc<Portal>>, once: Once<NewAppRequest>) -> Result<StatusCode, Refusal> {
    let NewAppRequest { app, justification } = once.body.clone();
    let justification = words("/justification", &justification, MAX_WORDS);
    requests::ask::<AppRequest, _>(&portal, once, app.0, justification, "app-request.create").await
}

/// Takes a request back that nobody has decided.
#[utoipa::path(
    post, path = "/api/v1/me/app-requests/{id}/withdraw", tag = "app-requests", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The request."),
        ("If-Match" = String, Header, description = "Its `etag`."),
    ),
    request_body = Nothing,
    responses(
        (status = 204, description = "Withdrawn."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`request-decided`, `request-in-flight`."),
        (status = 412, description = "`stale`: it was decided meanwhile."),
        (status = 428, description = "`precondition-required`: no `If-Match`."),
    )
)]
pub async fn withdraw(State(portal): State<Arc<Portal>>, step: Step<Nothing>) -> Result<StatusCode, Refusal> {
    requests::withdraw::<AppRequest>(&portal, step, "app-request.withdraw").await
}

/// The requests that the caller decides: those that wait, oldest first, or decisions, newest first.
#[utoipa::path(
    get, path = "/api/v1/app-requests", tag = "app-requests", params(Queue), security(("session" = [])),
    responses(
        (status = 200, description = "One page of requests.", body = Page<AppRequest>),
        (status = 403, description = "`access-denied`: the caller approves nothing."),
    )
)]
pub async fn queue(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    query: Result<Query<Queue>, QueryRejection>,
) -> Result<Json<Page<AppRequest>>, Refusal> {
    requests::queue(&portal, caller, query).await
}

/// One of them, also when it was withdrawn: what became of it, and who decided.
#[utoipa::path(
    get, path = "/api/v1/app-requests/{id}", tag = "app-requests", security(("session" = [])),
    params(("id" = String, Path, description = "The request.")),
    responses(
        (status = 200, description = "The request.", body = AppRequest, headers(("ETag" = String, description = "For `If-Match`."))),
        (status = 403, description = "`access-denied`: the caller approves nothing."),
    )
)]
pub async fn get(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Result<Versioned<Json<AppRequest>>, Refusal> {
    requests::get(&portal, caller, id).await
}

/// Gives the requester the app. Any one approver is enough; nobody decides their own request.
#[utoipa::path(
    post, path = "/api/v1/app-requests/{id}/approve", tag = "app-requests", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The request."),
        ("If-Match" = String, Header, description = "Its `etag`."),
    ),
    request_body = Nothing,
    responses(
        (status = 204, description = "The requester has the app."),
        (status = 403, description = "`access-denied`, `own-request`, `cross-site-request`."),
        (status = 409, description = "`request-decided`, `not-offered`, `disabled-at-home` (the requester), `request-in-flight`."),
        (status = 412, description = "`stale`: somebody else decided meanwhile, or the requester withdrew."),
        (status = 428, description = "`precondition-required`: no `If-Match`."),
    )
)]
pub async fn approve(State(portal): State<Arc<Portal>>, step: Step<Nothing>) -> Result<StatusCode, Refusal> {
    requests::approve::<AppRequest>(&portal, step, "app-request.approve", |transaction, asked, now| {
        let offer = AppRequest::offer(transaction, now, &asked.account, &asked.subject)?.ok_or(Code::NotOffered)?;
        if offer.disabled {
            return Err(Code::DisabledAtHome.into());
        }
        Ok(app_catalogue::give(transaction, &asked.account, &asked.subject)?)
    })
    .await
}

/// Refuses the requester the app, and says why.
#[utoipa::path(
    post, path = "/api/v1/app-requests/{id}/deny", tag = "app-requests", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The request."),
        ("If-Match" = String, Header, description = "Its `etag`."),
    ),
    request_body = Denial,
    responses(
        (status = 204, description = "Denied; the requester reads the reason."),
        (status = 403, description = "`access-denied`, `own-request`, `cross-site-request`."),
        (status = 409, description = "`request-decided`, `request-in-flight`."),
        (status = 412, description = "`stale`: somebody else decided meanwhile, or the requester withdrew."),
        (status = 428, description = "`precondition-required`: no `If-Match`."),
    )
)]
pub async fn deny(State(portal): State<Arc<Portal>>, step: Step<Denial>) -> Result<StatusCode, Refusal> {
    let reason = words("/reason", &step.body().reason, MAX_WORDS);
    requests::deny::<AppRequest, _>(&portal, step, "app-request.deny", reason).await
}

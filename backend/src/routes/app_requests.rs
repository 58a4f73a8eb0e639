//! `/me/app-requests` and `/app-requests`: asking for new apps, and who decides (features 2.1).

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::{HeaderMap, HeaderName, StatusCode, header},
};
use portal_contract::{
    app_requests::{AppRequest, Denial, MAX_WORDS, NewAppRequest, RequestFilter},
    page::Page,
    problem::{Code, FieldCode},
};
use rusqlite::{Connection, Transaction};
use serde::Deserialize;

use super::{DONE, app_catalogue::offered, apps::allowed};
use crate::{
    idempotency::Once,
    input::{Ids, Nothing, Paging, Wanted, page, wanted},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{
        app_catalogue,
        app_requests::{self, Asked, End},
        audit,
    },
    version,
};

/// The query of the approvers' list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Queue {
    /// The most rows of one page; 100 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// Which requests; those that wait when absent.
    #[param(inline)]
    #[serde(default)]
    state: RequestFilter,
}

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
    Wanted { limit, after, .. }: Wanted<app_requests::After>,
) -> Result<Json<Page<AppRequest>>, Refusal> {
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        Ok::<_, Refusal>(app_requests::own(connection, account, after.as_ref(), limit)?)
    };
    Ok(page(portal.store.read(query).await?))
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
    let (app, justification) = (once.body.app.0.clone(), words("/justification", &once.body.justification));
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        let offer = offered(transaction, account, &app)?;
        if !offer.needs_approval {
            return Err(Code::ApprovalNotNeeded.into());
        }
        if offer.is_pending {
            return Err(Code::RequestPending.into());
        }
        let id = app_requests::ask(transaction, now, (account, &app), &justification?)?;
        Ok(audit::record(transaction, now, caller.did("app-request.create", Some(&id)))?)
    })
    .await?;
    Ok(DONE)
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
pub async fn withdraw(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    headers: HeaderMap,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    let wanted = version::wanted(&headers)?;
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        allowed(transaction, account)?;
        let asked = app_requests::find(transaction, account, &id)?.filter(|it| it.account == *account);
        unchanged(asked.as_ref().ok_or(Code::NotFound)?, &wanted)?;
        ended(app_requests::end(transaction, now, &id, End::Withdrawn)?)?;
        Ok(audit::record(transaction, now, caller.did("app-request.withdraw", Some(&id)))?)
    })
    .await?;
    Ok(DONE)
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
    let Query(Queue { limit, cursor, state }) = query.map_err(|_| Code::MalformedRequest)?;
    let Wanted { limit, after, .. } = wanted::<app_requests::After>(limit, cursor, None)?;
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        require_approver(connection, account)?;
        Ok::<_, Refusal>(app_requests::queue(connection, account, state, after.as_ref(), limit)?)
    };
    Ok(page(portal.store.read(query).await?))
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
) -> Result<([(HeaderName, String); 1], Json<AppRequest>), Refusal> {
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        require_approver(connection, account)?;
        app_requests::to_decide(connection, account, &id)?.ok_or_else(|| Refusal::from(Code::NotFound))
    };
    let request = portal.store.read(query).await?;
    Ok(([(header::ETAG, request.etag.clone())], Json(request)))
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
pub async fn approve(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    headers: HeaderMap,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    let wanted = version::wanted(&headers)?;
    once.run(&portal, move |transaction, caller, now| {
        let asked = to_decide(transaction, caller, &id, &wanted)?;
        if !asked.is_offered {
            return Err(Code::NotOffered.into());
        }
        if asked.disabled {
            return Err(Code::DisabledAtHome.into());
        }
        ended(app_requests::end(transaction, now, &id, End::Approved(&caller.session.account))?)?;
        app_catalogue::give(transaction, &asked.account, &asked.app)?;
        Ok(audit::record(transaction, now, caller.did("app-request.approve", Some(&id)))?)
    })
    .await?;
    Ok(DONE)
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
pub async fn deny(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    headers: HeaderMap,
    once: Once<Denial>,
) -> Result<StatusCode, Refusal> {
    let wanted = version::wanted(&headers)?;
    let reason = words("/reason", &once.body.reason);
    once.run(&portal, move |transaction, caller, now| {
        to_decide(transaction, caller, &id, &wanted)?;
        ended(app_requests::end(transaction, now, &id, End::Denied(&caller.session.account, &reason?))?)?;
        Ok(audit::record(transaction, now, caller.did("app-request.deny", Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

fn require_approver(connection: &Connection, account: &str) -> Result<(), Refusal> {
    if app_requests::approves(connection, account)? { Ok(()) } else { Err(Code::AccessDenied.into()) }
}

/// The request, which waits and is the caller's to decide.
fn to_decide(
    transaction: &Transaction<'_>,
    caller: &Caller,
    id: &str,
    wanted: &version::Wanted,
) -> Result<Asked, Refusal> {
    let account = &caller.session.account;
    require_approver(transaction, account)?;
    let asked = app_requests::find(transaction, account, id)?.ok_or(Code::NotFound)?;
    if asked.account == *account {
        return Err(Code::OwnRequest.into());
    }
    unchanged(&asked, wanted)?;
    Ok(asked)
}

/// 412 where it is not what the caller saw; 409 where that was no request that waits.
fn unchanged(asked: &Asked, wanted: &version::Wanted) -> Result<(), Code> {
    if !wanted.is(asked.version) {
        return Err(Code::Stale);
    }
    ended(asked.is_pending)
}

fn ended(waited: bool) -> Result<(), Code> {
    if waited { Ok(()) } else { Err(Code::RequestDecided) }
}

/// What somebody wrote, without surrounding spaces.
fn words(pointer: &str, typed: &str) -> Result<String, Refusal> {
    let typed = typed.trim();
    match typed.chars().count() {
        0 => Err(Refusal::field(pointer, FieldCode::Required, None)),
        1..=MAX_WORDS => Ok(typed.to_owned()),
        _ => Err(Refusal::field(pointer, FieldCode::TooLong, u32::try_from(MAX_WORDS).ok())),
    }
}

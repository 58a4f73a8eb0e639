//! `/me/joinable-groups`, `/me/join-requests` and `/join-requests`: joining groups, and their owners who decide
//! (features 2.5).

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::{HeaderMap, HeaderName, StatusCode, header},
};
use portal_contract::{
    app_requests::RequestFilter,
    join_requests::{JoinDenial, JoinRequest, JoinableGroup, MAX_WORDS, NewJoinRequest},
    page::Page,
    problem::{Code, FieldCode},
};
use rusqlite::{Connection, Transaction};
use serde::Deserialize;

use super::{DONE, apps::allowed, group_members::target};
use crate::{
    idempotency::Once,
    input::{Ids, Nothing, Paging, Searched, Searching, Wanted, page, wanted},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{
        app_requests::End,
        audit, group_members,
        join_requests::{self, After, AfterRequest, Asked, Offer},
    },
    version,
};

/// The query of the owners' list.
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

/// Groups of the home organization that the person can join, by name; `q` searches the names.
#[utoipa::path(
    get, path = "/api/v1/me/joinable-groups", tag = "join-requests", params(Searching), security(("session" = [])),
    responses(
        (status = 200, description = "One page of groups.", body = Page<JoinableGroup>),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn joinable(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Searched(Wanted { limit, after, search }): Searched<After>,
) -> Result<Json<Page<JoinableGroup>>, Refusal> {
    let now = portal.clock.now();
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        let found = join_requests::joinable(connection, (account, now), search.as_deref(), after.as_ref(), limit)?;
        Ok::<_, Refusal>(found)
    };
    Ok(page(portal.store.read(query).await?))
}

/// Joins a group that is open to its organization's people, or that the person owns.
#[utoipa::path(
    post, path = "/api/v1/me/joinable-groups/{id}/join", tag = "join-requests", security(("session" = [])),
    params(("id" = String, Path, description = "The group.")), request_body = Nothing,
    responses(
        (status = 204, description = "The person is in the group."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 404, description = "`not-found`: no such group, or it takes nobody: closed, ended, managed elsewhere, of another organization."),
        (status = 409, description = "`approval-needed`, `already-there`, `disabled-at-home`, `request-in-flight`."),
    )
)]
pub async fn join(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        if offered(transaction, now, account, &id)?.needs_approval {
            return Err(Code::ApprovalNeeded.into());
        }
        let_in(transaction, &id, account)?;
        join_requests::settle(transaction, now, (account, &id), None)?;
        Ok(audit::record(transaction, now, caller.did("group.join", Some(&target(&id, account))))?)
    })
    .await?;
    Ok(DONE)
}

/// The person's requests, newest first.
#[utoipa::path(
    get, path = "/api/v1/me/join-requests", tag = "join-requests", params(Paging), security(("session" = [])),
    responses(
        (status = 200, description = "One page of requests.", body = Page<JoinRequest>),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn own(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Wanted { limit, after, .. }: Wanted<AfterRequest>,
) -> Result<Json<Page<JoinRequest>>, Refusal> {
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        Ok::<_, Refusal>(join_requests::own(connection, account, after.as_ref(), limit)?)
    };
    Ok(page(portal.store.read(query).await?))
}

/// Asks to join a group whose owners have to approve.
#[utoipa::path(
    post, path = "/api/v1/me/join-requests", tag = "join-requests", security(("session" = [])),
    request_body = NewJoinRequest,
    responses(
        (status = 204, description = "It waits for a decision."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 404, description = "`not-found`: no such group, or it takes nobody: closed, ended, managed elsewhere, of another organization."),
        (status = 409, description = "`request-pending`, `approval-not-needed`, `already-there`, `disabled-at-home`, `request-in-flight`."),
    )
)]
pub async fn ask(State(portal): State<Arc<Portal>>, once: Once<NewJoinRequest>) -> Result<StatusCode, Refusal> {
    let (group, justification) = (once.body.group.0.clone(), words("/justification", &once.body.justification));
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        let offer = offered(transaction, now, account, &group)?;
        if !offer.needs_approval {
            return Err(Code::ApprovalNotNeeded.into());
        }
        if offer.is_pending {
            return Err(Code::RequestPending.into());
        }
        let id = join_requests::ask(transaction, now, (account, &group), &justification?)?;
        Ok(audit::record(transaction, now, caller.did("join-request.create", Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

/// Takes a request back that nobody has decided.
#[utoipa::path(
    post, path = "/api/v1/me/join-requests/{id}/withdraw", tag = "join-requests", security(("session" = [])),
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
        let asked = join_requests::find(transaction, account, &id)?.filter(|it| it.account == *account);
        unchanged(asked.as_ref().ok_or(Code::NotFound)?, &wanted)?;
        ended(join_requests::end(transaction, now, &id, End::Withdrawn)?)?;
        Ok(audit::record(transaction, now, caller.did("join-request.withdraw", Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

/// Requests for the groups that the caller owns: those that wait, oldest first, or decisions, newest first.
#[utoipa::path(
    get, path = "/api/v1/join-requests", tag = "join-requests", params(Queue), security(("session" = [])),
    responses(
        (status = 200, description = "One page of requests; none for who owns no group.", body = Page<JoinRequest>),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn queue(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    query: Result<Query<Queue>, QueryRejection>,
) -> Result<Json<Page<JoinRequest>>, Refusal> {
    let Query(Queue { limit, cursor, state }) = query.map_err(|_| Code::MalformedRequest)?;
    let Wanted { limit, after, .. } = wanted::<AfterRequest>(limit, cursor, None)?;
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        Ok::<_, Refusal>(join_requests::queue(connection, account, state, after.as_ref(), limit)?)
    };
    Ok(page(portal.store.read(query).await?))
}

/// One of them, also when it was withdrawn: what became of it, and who decided.
#[utoipa::path(
    get, path = "/api/v1/join-requests/{id}", tag = "join-requests", security(("session" = [])),
    params(("id" = String, Path, description = "The request.")),
    responses(
        (status = 200, description = "The request.", body = JoinRequest, headers(("ETag" = String, description = "For `If-Match`."))),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn get(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Result<([(HeaderName, String); 1], Json<JoinRequest>), Refusal> {
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        join_requests::to_decide(connection, account, &id)?.ok_or_else(|| Refusal::from(Code::NotFound))
    };
    let request = portal.store.read(query).await?;
    Ok(([(header::ETAG, request.etag.clone())], Json(request)))
}

/// Lets the requester into the group. Any one owner is enough; nobody decides their own request.
#[utoipa::path(
    post, path = "/api/v1/join-requests/{id}/approve", tag = "join-requests", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The request."),
        ("If-Match" = String, Header, description = "Its `etag`."),
    ),
    request_body = Nothing,
    responses(
        (status = 204, description = "The requester is in the group."),
        (status = 403, description = "`access-denied`, `own-request`, `cross-site-request`."),
        (status = 409, description = "`request-decided`, `not-offered` (the group has ended), `managed-elsewhere`, `disabled-at-home` (the requester or the owner), `request-in-flight`."),
        (status = 412, description = "`stale`: another owner decided meanwhile, or the requester withdrew."),
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
        if !asked.is_managed {
            return Err(Code::ManagedElsewhere.into());
        }
        if asked.ends_at.is_some_and(|end| end <= now) {
            return Err(Code::NotOffered.into());
        }
        if asked.disabled {
            return Err(Code::DisabledAtHome.into());
        }
        ended(join_requests::end(transaction, now, &id, End::Approved(&caller.session.account))?)?;
        let_in(transaction, &asked.group, &asked.account)?;
        Ok(audit::record(transaction, now, caller.did("join-request.approve", Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

/// Refuses the requester, and says why. That is possible also where the group takes nobody any more.
#[utoipa::path(
    post, path = "/api/v1/join-requests/{id}/deny", tag = "join-requests", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The request."),
        ("If-Match" = String, Header, description = "Its `etag`."),
    ),
    request_body = JoinDenial,
    responses(
        (status = 204, description = "Denied; the requester reads the reason."),
        (status = 403, description = "`access-denied`, `own-request`, `cross-site-request`."),
        (status = 409, description = "`request-decided`, `disabled-at-home`, `request-in-flight`."),
        (status = 412, description = "`stale`: another owner decided meanwhile, or the requester withdrew."),
        (status = 428, description = "`precondition-required`: no `If-Match`."),
    )
)]
pub async fn deny(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    headers: HeaderMap,
    once: Once<JoinDenial>,
) -> Result<StatusCode, Refusal> {
    let wanted = version::wanted(&headers)?;
    let reason = words("/reason", &once.body.reason);
    once.run(&portal, move |transaction, caller, now| {
        to_decide(transaction, caller, &id, &wanted)?;
        ended(join_requests::end(transaction, now, &id, End::Denied(&caller.session.account, &reason?))?)?;
        Ok(audit::record(transaction, now, caller.did("join-request.deny", Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

/// A group that takes people of the caller's organization, where the caller is not in it yet and not disabled.
fn offered(connection: &Connection, now: i64, account: &str, group: &str) -> Result<Offer, Refusal> {
    allowed(connection, account)?;
    let offer = join_requests::offer(connection, now, account, group)?.ok_or(Code::NotFound)?;
    if offer.disabled {
        return Err(Code::DisabledAtHome.into());
    }
    if offer.is_member {
        return Err(Code::AlreadyThere.into());
    }
    Ok(offer)
}

/// Puts an account of the organization into its group; who is in it already stays.
fn let_in(transaction: &Transaction<'_>, group: &str, account: &str) -> Result<(), Refusal> {
    let person = group_members::person(transaction, group, account)?.ok_or(Code::NotFound)?;
    group_members::add(transaction, group, &person)?;
    Ok(())
}

/// The request, which waits and is the caller's to decide.
fn to_decide(
    transaction: &Transaction<'_>,
    caller: &Caller,
    id: &str,
    wanted: &version::Wanted,
) -> Result<Asked, Refusal> {
    let account = &caller.session.account;
    allowed(transaction, account)?;
    let asked = join_requests::find(transaction, account, id)?.ok_or(Code::NotFound)?;
    if asked.account == *account {
        return Err(Code::OwnRequest.into());
    }
    if group_members::is_disabled(transaction, account)? {
        return Err(Code::DisabledAtHome.into());
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

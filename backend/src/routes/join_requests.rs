//! `/me/joinable-groups`, `/me/join-requests` and `/join-requests`: joining groups, and their owners who decide
//! (features 2.5).

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
};
use portal_contract::{
    join_requests::{JoinDenial, JoinRequest, JoinableGroup, MAX_WORDS, NewJoinRequest},
    page::Page,
    problem::Code,
};
use rusqlite::{Connection, Transaction};

use super::{
    DONE,
    apps::allowed,
    group_members::target,
    requests::{self, Queue, Step, offered},
};
use crate::{
    fields::words,
    idempotency::Once,
    input::{Ids, Nothing, Paging, Searched, Searching, Wanted, page},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{accounts, audit, group_members, group_standing, join_requests, requests::After},
    version::Versioned,
};

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
    Searched(Wanted { limit, after, search }): Searched<join_requests::After>,
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
        if offered::<JoinRequest>(transaction, now, account, &id)?.needs_approval {
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
    wanted: Wanted<After>,
) -> Result<Json<Page<JoinRequest>>, Refusal> {
    requests::own(&portal, caller, wanted).await
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
    let NewJoinRequest { group, justification } = once.body.clone();
    let justification = words("/justification", &justification, MAX_WORDS);
    requests::ask::<JoinRequest, _>(&portal, once, group.0, justification, "join-request.create").await
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
pub async fn withdraw(State(portal): State<Arc<Portal>>, step: Step<Nothing>) -> Result<StatusCode, Refusal> {
    requests::withdraw::<JoinRequest>(&portal, step, "join-request.withdraw").await
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
    requests::queue(&portal, caller, query).await
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
) -> Result<Versioned<Json<JoinRequest>>, Refusal> {
    requests::get(&portal, caller, id).await
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
pub async fn approve(State(portal): State<Arc<Portal>>, step: Step<Nothing>) -> Result<StatusCode, Refusal> {
    requests::approve::<JoinRequest>(&portal, step, "join-request.approve", |transaction, asked, now| {
        let group = group_standing::find(transaction, &asked.account, &asked.subject)?.ok_or(Code::NotFound)?;
        if group.managed_elsewhere.is_some() {
            return Err(Code::ManagedElsewhere.into());
        }
        if group.is_expired(now) {
            return Err(Code::NotOffered.into());
        }
        if accounts::is_disabled(transaction, &asked.account)? {
            return Err(Code::DisabledAtHome.into());
        }
        let_in(transaction, &asked.subject, &asked.account)
    })
    .await
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
pub async fn deny(State(portal): State<Arc<Portal>>, step: Step<JoinDenial>) -> Result<StatusCode, Refusal> {
    let reason = words("/reason", &step.body().reason, MAX_WORDS);
    requests::deny::<JoinRequest, _>(&portal, step, "join-request.deny", reason).await
}

/// Puts an account of the organization into its group; who is in it already stays.
fn let_in(transaction: &Transaction<'_>, group: &str, account: &str) -> Result<(), Refusal> {
    let person = group_members::person(transaction, group, account)?.ok_or(Code::NotFound)?;
    group_members::add(transaction, group, &person)?;
    Ok(())
}

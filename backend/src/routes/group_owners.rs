//! `/groups/{id}/owners`: who manages a group (features 2.5). It always has somebody who does.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
};
use portal_contract::{
    groups::{GroupPerson, MAX_OWNED, MAX_OWNERS, NewOwner},
    page::Page,
    problem::{Code, FieldCode},
};
use rusqlite::{Connection, Transaction};
use serde::Deserialize;

use super::{DONE, group_access::managed};
use crate::{
    idempotency::Once,
    input::{Ids, Wanted, wanted},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{audit, group_owners},
};

/// The query of the proposals.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Proposing {
    /// What the name or the user ID contains, without regard to case and accents; absent: members alone.
    #[param(max_length = 256)]
    q: Option<String>,
}

/// Who can become an owner: people of the organization, the group's members first. At most 20.
#[utoipa::path(
    get, path = "/api/v1/groups/{id}/owner-candidates", tag = "groups", security(("session" = [])),
    params(("id" = String, Path, description = "The group."), Proposing),
    responses(
        (status = 200, description = "Some people.", body = Page<GroupPerson>),
        (status = 400, description = "`malformed-request`: an unknown parameter."),
        (status = 403, description = "`access-denied`: not an owner."),
        (status = 409, description = "`managed-elsewhere`, `group-expired`."),
        (status = 422, description = "`invalid-fields`: `/q`."),
    )
)]
pub async fn candidates(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
    query: Result<Query<Proposing>, QueryRejection>,
) -> Result<Json<Page<GroupPerson>>, Refusal> {
    let Query(Proposing { q }) = query.map_err(|_| Code::MalformedRequest)?;
    let Wanted { search, .. } = wanted::<()>(None, None, q)?;
    let now = portal.clock.now();
    let query = move |connection: &Connection| {
        let standing = managed(connection, &caller.session.account, &id, now)?;
        let items = group_owners::candidates(connection, &id, &standing.organization, search.as_deref())?;
        Ok::<_, Refusal>(Json(Page { items, next_cursor: None }))
    };
    portal.store.read(query).await
}

/// Makes somebody of the organization an owner. The same again changes nothing.
#[utoipa::path(
    post, path = "/api/v1/groups/{id}/owners", tag = "groups", security(("session" = [])),
    params(("id" = String, Path, description = "The group.")), request_body = NewOwner,
    responses(
        (status = 204, description = "They own it."),
        (status = 403, description = "`access-denied`: not an owner; `cross-site-request`."),
        (status = 409, description = "`managed-elsewhere`, `group-expired`; `limit-reached`: the group has 100 owners, or they own 250 groups; `request-in-flight`."),
    )
)]
pub async fn add(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<NewOwner>,
) -> Result<StatusCode, Refusal> {
    let NewOwner { account } = once.body.clone();
    once.run(&portal, move |transaction, caller, now| {
        let standing = managed(transaction, &caller.session.account, &id, now)?;
        if group_owners::is_owner(transaction, &account.0, &id)? {
            return Ok(());
        }
        if !group_owners::can_own(transaction, &account.0, &standing.organization)? {
            return Err(Refusal::field("/account", FieldCode::Malformed, None));
        }
        let full = group_owners::count(transaction, &id)? >= MAX_OWNERS
            || group_owners::owned_count(transaction, &account.0)? >= MAX_OWNED;
        if full {
            return Err(Code::LimitReached.into());
        }
        group_owners::add(transaction, &account.0, &id)?;
        Ok(audit::record(transaction, now, caller.did("group.add-owner", Some(&format!("{id} {account}"))))?)
    })
    .await?;
    Ok(DONE)
}

/// Takes the ownership from somebody, or gives up one's own. Whether they are in the group stays as it is.
#[utoipa::path(
    delete, path = "/api/v1/groups/{id}/owners/{accountId}", tag = "groups", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The group."),
        ("accountId" = String, Path, description = "The account."),
    ),
    responses(
        (status = 204, description = "They own it no more."),
        (status = 403, description = "`access-denied`: not an owner; `cross-site-request`."),
        (status = 409, description = "`last-owner`: nobody would be left who can manage it; `managed-elsewhere`, `group-expired`."),
    )
)]
pub async fn remove(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids((id, account)): Ids<(String, String)>,
) -> Result<StatusCode, Refusal> {
    let now = portal.clock.now();
    let change = move |transaction: &Transaction<'_>| {
        managed(transaction, &caller.session.account, &id, now)?;
        if !group_owners::is_owner(transaction, &account, &id)? {
            return Err(Refusal::from(Code::NotFound));
        }
        if !group_owners::has_another(transaction, &account, &id)? {
            return Err(Code::LastOwner.into());
        }
        group_owners::remove(transaction, &account, &id)?;
        Ok(audit::record(transaction, now, caller.did("group.remove-owner", Some(&format!("{id} {account}"))))?)
    };
    portal.store.write(change).await?;
    Ok(DONE)
}

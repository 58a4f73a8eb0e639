//! `/groups/{id}/members` and `/directory`: who is in a group, and its owners adding and removing people (features 2.5).

use std::{collections::HashSet, sync::Arc};

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
};
use portal_contract::{
    group_members::{Found, MAX_ADDED, MAX_MESSAGE, Member, Membership, NewMembers},
    page::Page,
    problem::{Code, FieldCode},
};
use rusqlite::{Connection, Transaction};
use serde::Deserialize;

use super::{DONE, apps::allowed};
use crate::{
    idempotency::Once,
    input::{Ids, Searched, Searching, Wanted, page, wanted},
    invitations::send_later,
    message::Carrier,
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{accounts, audit, group_members, group_members::After, invitations, join_requests},
};

/// The query of the directory.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Looking {
    /// With what a user ID or a word of a name begins, without regard to case and accents; several words have to fit all.
    #[param(max_length = 256)]
    q: Option<String>,
    /// The group that somebody is added to: its organization's directory is looked at.
    group: String,
}

/// The group, how many are in it, and what the caller may do with them.
#[utoipa::path(
    get, path = "/api/v1/groups/{id}/membership", tag = "group-members", security(("session" = [])),
    params(("id" = String, Path, description = "The group.")),
    responses(
        (status = 200, description = "The group.", body = Membership),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
        (status = 404, description = "`not-found`: no such group, or the person neither owns it nor is in it."),
    )
)]
pub async fn membership(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Result<Json<Membership>, Refusal> {
    let sends_messages = portal.sender.carries(Carrier::Mail);
    let query = move |connection: &Connection| seen(connection, &caller, &id);
    let seen = portal.store.read(query).await?;
    Ok(Json(Membership { sends_messages, ..seen }))
}

/// The members by name; `q` searches names and user IDs.
#[utoipa::path(
    get, path = "/api/v1/groups/{id}/members", tag = "group-members", security(("session" = [])),
    params(("id" = String, Path, description = "The group."), Searching),
    responses(
        (status = 200, description = "One page of members.", body = Page<Member>),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
        (status = 404, description = "`not-found`: no such group, or the person neither owns it nor is in it."),
    )
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
    Searched(Wanted { limit, after, search }): Searched<After>,
) -> Result<Json<Page<Member>>, Refusal> {
    let query = move |connection: &Connection| {
        seen(connection, &caller, &id)?;
        Ok::<_, Refusal>(group_members::list(connection, &id, search.as_deref(), after.as_ref(), limit)?)
    };
    Ok(page(portal.store.read(query).await?))
}

/// People whom an owner can add to a group: at most ten of its organization's accounts and guests, by name.
#[utoipa::path(
    get, path = "/api/v1/directory", tag = "group-members", params(Looking), security(("session" = [])),
    responses(
        (status = 200, description = "Who was found.", body = Found),
        (status = 400, description = "`malformed-request`: an unknown parameter, or no `group`."),
        (status = 422, description = "`invalid-fields`: `/q`."),
        (status = 403, description = "`access-denied`: the person does not own the group."),
        (status = 404, description = "`not-found`: no such group, or the person neither owns it nor is in it."),
        (status = 409, description = "`managed-elsewhere`, `disabled-at-home`."),
    )
)]
pub async fn directory(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    query: Result<Query<Looking>, QueryRejection>,
) -> Result<Json<Found>, Refusal> {
    let Query(Looking { q, group }) = query.map_err(|_| Code::MalformedRequest)?;
    let Wanted { search, .. } = wanted::<()>(None, None, q)?;
    let query = move |connection: &Connection| {
        managed(connection, &caller, &group)?;
        Ok::<_, Refusal>(group_members::directory(connection, &group, &search.unwrap_or_default())?)
    };
    Ok(Json(portal.store.read(query).await?))
}

/// Adds people to a group, and writes to them if there is a message. Those who are in it already are passed over.
#[utoipa::path(
    post, path = "/api/v1/groups/{id}/members", tag = "group-members", security(("session" = [])),
    params(("id" = String, Path, description = "The group.")), request_body = NewMembers,
    responses(
        (status = 204, description = "All of them are in the group."),
        (status = 403, description = "`access-denied`: the person does not own the group, `cross-site-request`."),
        (status = 404, description = "`not-found`: no such group, or the person neither owns it nor is in it."),
        (status = 409, description = "`managed-elsewhere`, `disabled-at-home`, `request-in-flight`."),
        (status = 422, description = "`invalid-fields`: `/people` `required`, `too-long`; `/people/{index}` `repeated`, `malformed` for who is disabled, gone or not in the directory; `/message` `too-long`, or `malformed` where none can be sent."),
    )
)]
pub async fn add(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<NewMembers>,
) -> Result<StatusCode, Refusal> {
    let NewMembers { people, message } = &once.body;
    let message = message.as_deref().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned);
    let checked = named_once(people.iter().map(|it| it.0.as_str())).and(sendable(message.as_deref(), &portal));
    let writes = message.is_some();
    let people: Vec<String> = people.iter().map(|it| it.0.clone()).collect();
    once.run(&portal, move |transaction, caller, now| {
        managed(transaction, caller, &id)?;
        checked?;
        for (place, account) in people.iter().enumerate() {
            let refused = || Refusal::field(&format!("/people/{place}"), FieldCode::Malformed, None);
            let person = group_members::person(transaction, &id, account)?.ok_or_else(refused)?;
            if !group_members::add(transaction, &id, &person)? {
                continue;
            }
            let owner = caller.session.account.as_str();
            join_requests::settle(transaction, now, (account, &id), Some(owner))?;
            if let Some(message) = &message {
                invitations::put(transaction, now, (owner, account), &id, message)?;
            }
            audit::record(transaction, now, caller.did("group-member.add", Some(&target(&id, account))))?;
        }
        Ok(())
    })
    .await?;
    if writes {
        send_later(&portal);
    }
    Ok(DONE)
}

/// Takes somebody out of a group, at once. Whether they own it is another thing.
#[utoipa::path(
    delete, path = "/api/v1/groups/{id}/members/{accountId}", tag = "group-members", security(("session" = [])),
    params(("id" = String, Path, description = "The group."), ("accountId" = String, Path, description = "The member.")),
    responses(
        (status = 204, description = "Not in the group any more."),
        (status = 403, description = "`access-denied`: the person does not own the group, `cross-site-request`."),
        (status = 404, description = "`not-found`: no such group, the person neither owns it nor is in it, or nobody of that id is in it."),
        (status = 409, description = "`managed-elsewhere`, `disabled-at-home`."),
    )
)]
pub async fn remove(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids((id, account)): Ids<(String, String)>,
) -> Result<StatusCode, Refusal> {
    let now = portal.clock.now();
    let change = move |transaction: &Transaction<'_>| {
        managed(transaction, &caller, &id)?;
        if !group_members::remove(transaction, &id, &account)? {
            return Err(Refusal::from(Code::NotFound));
        }
        Ok(audit::record(transaction, now, caller.did("group-member.remove", Some(&target(&id, &account))))?)
    };
    portal.store.write(change).await?;
    Ok(DONE)
}

/// How the audit names somebody in a group.
pub fn target(group: &str, account: &str) -> String {
    format!("{group}/{account}")
}

/// To who neither owns it nor is in it, a group does not exist.
fn seen(connection: &Connection, caller: &Caller, group: &str) -> Result<Membership, Refusal> {
    let account = &caller.session.account;
    allowed(connection, account)?;
    group_members::membership(connection, account, group)?.ok_or_else(|| Code::NotFound.into())
}

/// The caller owns the group and manages it here.
fn managed(connection: &Connection, caller: &Caller, group: &str) -> Result<(), Refusal> {
    let seen = seen(connection, caller, group)?;
    if !seen.owned {
        return Err(Code::AccessDenied.into());
    }
    if seen.managed_elsewhere.is_some() {
        return Err(Code::ManagedElsewhere.into());
    }
    if accounts::is_disabled(connection, &caller.session.account)? {
        return Err(Code::DisabledAtHome.into());
    }
    Ok(())
}

/// Somebody is named, nobody twice, and not too many.
fn named_once<'a>(people: impl ExactSizeIterator<Item = &'a str>) -> Result<(), Refusal> {
    match people.len() {
        0 => return Err(Refusal::field("/people", FieldCode::Required, None)),
        1..=MAX_ADDED => {}
        _ => return Err(Refusal::field("/people", FieldCode::TooLong, u32::try_from(MAX_ADDED).ok())),
    }
    let mut named = HashSet::new();
    for (place, id) in people.enumerate() {
        if !named.insert(id) {
            return Err(Refusal::field(&format!("/people/{place}"), FieldCode::Repeated, None));
        }
    }
    Ok(())
}

/// The message is short enough, and there is a way for it.
fn sendable(message: Option<&str>, portal: &Portal) -> Result<(), Refusal> {
    let Some(message) = message else { return Ok(()) };
    if message.chars().count() > MAX_MESSAGE {
        return Err(Refusal::field("/message", FieldCode::TooLong, u32::try_from(MAX_MESSAGE).ok()));
    }
    match portal.sender.carries(Carrier::Mail) {
        true => Ok(()),
        false => Err(Refusal::field("/message", FieldCode::Malformed, None)),
    }
}

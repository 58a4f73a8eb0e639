//! `/me/groups` and `/groups`: groups that people own and are in (features 2.5).

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use portal_contract::{
    groups::{Group, GroupChange, GroupKind, GroupView, JoinPolicy, ListedGroup, MAX_OWNED, NewGroup},
    page::Page,
    problem::{Code, FieldCode, FieldProblem},
};
use rusqlite::{Connection, Transaction};
use serde::Deserialize;

use super::{
    DONE,
    apps::allowed,
    group_access::{here, managed, managed_or_expired, owned, visible},
    group_rules::{description, may_create, of_name, wrong},
};
use crate::{
    csv::Csv,
    group_names,
    idempotency::Once,
    input::{self, Body, Ids, Nothing, page, wanted},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{audit, group_owners, group_rules, groups},
    version::{self, Versioned, versioned},
};

/// Seconds in a day.
const DAY: i64 = 24 * 60 * 60;

/// The query of the list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// The most rows of one page; 100 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// What the name contains, without regard to case and accents.
    #[param(max_length = 256)]
    q: Option<String>,
    /// Which groups; the owned ones when absent.
    #[param(inline)]
    #[serde(default)]
    view: GroupView,
}

/// The groups that the person owns, or is in, by name.
#[utoipa::path(
    get, path = "/api/v1/me/groups", tag = "groups", params(Listing), security(("session" = [])),
    responses(
        (status = 200, description = "One page of groups.", body = Page<ListedGroup>),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    query: Result<Query<Listing>, QueryRejection>,
) -> Result<Json<Page<ListedGroup>>, Refusal> {
    let Query(Listing { limit, cursor, q, view }) = query.map_err(|_| Code::MalformedRequest)?;
    let input::Wanted { limit, after, search } = wanted::<groups::After>(limit, cursor, q)?;
    let now = portal.clock.now();
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        let wanted = groups::Wanted { view, search, now };
        Ok::<_, Refusal>(groups::list(connection, account, &wanted, after.as_ref(), limit)?)
    };
    Ok(page(portal.store.read(query).await?))
}

/// One group that the person owns, is in, or can join.
#[utoipa::path(
    get, path = "/api/v1/groups/{id}", tag = "groups", security(("session" = [])),
    params(("id" = String, Path, description = "The group.")),
    responses(
        (status = 200, description = "The group.", body = Group, headers(("ETag" = String, description = "For `If-Match`."))),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn get(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Result<Versioned<Json<Group>>, Refusal> {
    let now = portal.clock.now();
    let query = move |connection: &Connection| {
        allowed(connection, &caller.session.account)?;
        one(connection, &caller.session.account, &id, now)
    };
    portal.store.read(query).await
}

/// Makes a group of the person's organization, which the person then owns and is in.
#[utoipa::path(
    post, path = "/api/v1/groups", tag = "groups", security(("session" = [])), request_body = NewGroup,
    responses(
        (status = 200, description = "The group.", body = Group, headers(("ETag" = String, description = "For `If-Match`."))),
        (status = 403, description = "`access-denied`; `decided-by-organization`: its people make no groups; `cross-site-request`."),
        (status = 404, description = "`not-found`: a repeat of a request whose group has gone meanwhile."),
        (status = 409, description = "`limit-reached`: the person owns 250; `disabled-at-home`; `request-in-flight`."),
    )
)]
pub async fn create(
    State(portal): State<Arc<Portal>>,
    once: Once<NewGroup>,
) -> Result<Versioned<Json<Group>>, Refusal> {
    let new = once.body.clone();
    let (key, again_key) = (once.key().to_owned(), once.key().to_owned());
    let first = move |transaction: &Transaction<'_>, caller: &Caller, now: i64| {
        let account = &caller.session.account;
        allowed(transaction, account)?;
        let rule = may_create(transaction, account)?;
        let organization = &rule.organization.id.0;
        if !group_owners::can_own(transaction, account, organization)? {
            return Err(Code::DisabledAtHome.into());
        }
        let name = group_names::kept(&new.display_name);
        let mut errors: Vec<_> = wrong(transaction, &rule, &name, None)?.iter().map(of_name).collect();
        let description = description(new.description.as_deref().unwrap_or_default(), &mut errors);
        if !matches!(new.kind, GroupKind::Security | GroupKind::Collaboration) {
            errors.push(malformed("/kind"));
        }
        known(new.join_policy, &mut errors);
        Refusal::if_any(errors)?;
        if group_owners::owned_count(transaction, account)? >= MAX_OWNED {
            return Err(Code::LimitReached.into());
        }
        let new = groups::New {
            organization,
            name: &name,
            description: description.as_deref(),
            kind: new.kind,
            join_policy: new.join_policy,
            expires_at: rule.lifetime_days.map(|days| now + i64::from(days) * DAY),
            request_key: &key,
        };
        let id = groups::add(transaction, now, account, &new)?;
        audit::record(transaction, now, caller.did("group.create", Some(&id)))?;
        Ok(Ok(one(transaction, account, &id, now)?))
    };
    let again = move |transaction: &Transaction<'_>, caller: &Caller, now: i64| {
        let account = &caller.session.account;
        let id = groups::made_by(transaction, account, &again_key)?.ok_or(Code::NotFound)?;
        one(transaction, account, &id, now)
    };
    once.answer(&portal, first, again).await
}

/// Changes name, description or policy, if nobody changed the group since it was read.
#[utoipa::path(
    patch, path = "/api/v1/groups/{id}", tag = "groups", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The group."),
        ("If-Match" = String, Header, description = "The `ETag` that was read."),
    ),
    request_body = GroupChange,
    responses(
        (status = 204, description = "Changed.", headers(("ETag" = String, description = "For the next `If-Match`."))),
        (status = 403, description = "`access-denied`: not an owner; `cross-site-request`."),
        (status = 409, description = "`managed-elsewhere`, `group-expired`."),
        (status = 412, description = "`stale`: changed meanwhile."),
        (status = 428, description = "`precondition-required`: no `If-Match`."),
    )
)]
pub async fn update(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
    headers: HeaderMap,
    body: Body<GroupChange>,
) -> Result<Versioned<StatusCode>, Refusal> {
    let wanted = version::wanted(&headers)?;
    let change = body.value;
    let now = portal.clock.now();
    let change = move |transaction: &Transaction<'_>| {
        let account = &caller.session.account;
        let standing = managed(transaction, account, &id, now)?;
        wanted.check(standing.version)?;
        let (current, _) = groups::get(transaction, account, &id, now)?.ok_or(Code::NotFound)?;
        let rule = group_rules::of(transaction, &standing.organization)?.ok_or(Code::NotFound)?;
        let mut errors = Vec::new();
        let name = match change.display_name {
            None => current.display_name.clone(),
            Some(typed) => {
                let name = group_names::kept(&typed);
                let found = wrong(transaction, &rule, &name, Some((&id, &current.display_name)))?;
                errors.extend(found.iter().map(of_name));
                name
            }
        };
        let description = match change.description {
            None => current.description.clone(),
            Some(typed) => description(&typed, &mut errors),
        };
        let policy = change.join_policy.unwrap_or(current.join_policy);
        if change.join_policy.is_some() {
            known(policy, &mut errors);
        }
        Refusal::if_any(errors)?;
        if (&name, &description, policy) == (&current.display_name, &current.description, current.join_policy) {
            return Ok::<_, Refusal>(standing.version);
        }
        audit::record(transaction, now, caller.did("group.update", Some(&id)))?;
        Ok(groups::update(transaction, &id, &name, description.as_deref(), policy)?)
    };
    Ok(versioned(portal.store.write(change).await?, DONE))
}

/// Deletes a group for good, if nobody changed it since it was read.
#[utoipa::path(
    delete, path = "/api/v1/groups/{id}", tag = "groups", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The group."),
        ("If-Match" = String, Header, description = "The `ETag` that was read."),
    ),
    responses(
        (status = 204, description = "Deleted."),
        (status = 403, description = "`access-denied`: not an owner; `cross-site-request`."),
        (status = 409, description = "`managed-elsewhere`."),
        (status = 412, description = "`stale`: changed meanwhile."),
        (status = 428, description = "`precondition-required`: no `If-Match`."),
    )
)]
pub async fn remove(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
    headers: HeaderMap,
) -> Result<StatusCode, Refusal> {
    let wanted = version::wanted(&headers)?;
    let now = portal.clock.now();
    let change = move |transaction: &Transaction<'_>| {
        let standing = managed_or_expired(transaction, &caller.session.account, &id, now)?;
        wanted.check(standing.version)?;
        groups::remove(transaction, &id)?;
        Ok::<_, Refusal>(audit::record(transaction, now, caller.did("group.delete", Some(&id)))?)
    };
    portal.store.write(change).await?;
    Ok(DONE)
}

/// Lets a group end later: its organization's lifetime from now. One that has ended comes back.
#[utoipa::path(
    post, path = "/api/v1/groups/{id}/renew", tag = "groups", security(("session" = [])),
    params(("id" = String, Path, description = "The group.")), request_body = Nothing,
    responses(
        (status = 204, description = "Renewed."),
        (status = 403, description = "`access-denied`: not an owner; `cross-site-request`."),
        (status = 409, description = "`managed-elsewhere`; `not-renewable`: it does not expire; `request-in-flight`."),
    )
)]
pub async fn renew(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    once.run(&portal, move |transaction, caller, now| {
        let standing = managed_or_expired(transaction, &caller.session.account, &id, now)?;
        let rule = group_rules::of(transaction, &standing.organization)?;
        let lifetime = rule.and_then(|it| it.lifetime_days).filter(|_| standing.expires_at.is_some());
        groups::renew(transaction, now, &id, lifetime.ok_or(Code::NotRenewable)?)?;
        Ok(audit::record(transaction, now, caller.did("group.renew", Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

/// Ends the person's own membership; who owns the group goes on owning it. The same again changes nothing.
#[utoipa::path(
    post, path = "/api/v1/groups/{id}/leave", tag = "groups", security(("session" = [])),
    params(("id" = String, Path, description = "The group.")), request_body = Nothing,
    responses(
        (status = 204, description = "Left."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`managed-elsewhere`, `group-expired`, `request-in-flight`."),
    )
)]
pub async fn leave(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        let standing = visible(transaction, account, &id, now)?;
        here(&standing, now)?;
        if groups::leave(transaction, account, &id)? {
            audit::record(transaction, now, caller.did("group.leave", Some(&id)))?;
        }
        Ok(())
    })
    .await?;
    Ok(DONE)
}

/// Everybody in the group as a table, for its owners. Every copy is audited.
#[utoipa::path(
    get, path = "/api/v1/groups/{id}/members.csv", tag = "groups", security(("session" = [])),
    params(("id" = String, Path, description = "The group.")),
    responses(
        (status = 200, description = "Name, user ID, mail address, and whether the member is an account or a guest.", content_type = "text/csv", body = String, headers(("Content-Disposition" = String))),
        (status = 403, description = "`access-denied`: not an owner."),
    )
)]
pub async fn members(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Result<Response, Refusal> {
    let now = portal.clock.now();
    let query = move |transaction: &Transaction<'_>| {
        let standing = owned(transaction, &caller.session.account, &id, now)?;
        audit::record(transaction, now, caller.did("group.export-members", Some(&id)))?;
        Ok::<_, Refusal>((standing.display_name, group_owners::members(transaction, &id)?))
    };
    let (name, members) = portal.store.write(query).await?;
    let mut table = Csv::new(["Name", "User ID", "Mail", "Kind"]);
    for it in &members {
        let kind = if it.is_guest { "guest" } else { "account" };
        table.row([&it.display_name, &it.user_id, it.mail.as_deref().unwrap_or_default(), kind]);
    }
    Ok(table.download(&name))
}

fn one(connection: &Connection, account: &str, id: &str, now: i64) -> Result<Versioned<Json<Group>>, Refusal> {
    let (group, standing) = groups::get(connection, account, id, now)?.ok_or(Code::NotFound)?;
    Ok(versioned(standing.version, Json(group)))
}

/// A policy that groups can have, or else it goes to `errors`.
fn known(policy: JoinPolicy, errors: &mut Vec<FieldProblem>) {
    errors.extend((policy == JoinPolicy::Unknown).then(|| malformed("/joinPolicy")));
}

fn malformed(pointer: &str) -> FieldProblem {
    FieldProblem { pointer: pointer.to_owned(), code: FieldCode::Malformed, limit: None }
}

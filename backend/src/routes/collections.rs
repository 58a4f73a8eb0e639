//! `/me/collections`: apps that belong together (features 2.2).

use std::{collections::HashSet, sync::Arc};

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use portal_contract::{
    collections::{
        Collection, CollectionChange, CollectionContent, CollectionKind, CollectionOrder, Collections, MAX_APPS,
        MAX_NAME, MAX_OWN, NewCollection,
    },
    ids::AppId,
    problem::{Code, FieldCode, FieldProblem},
};
use rusqlite::{Connection, Transaction};

use super::{DONE, apps::allowed};
use crate::{
    idempotency::Once,
    input::{Body, Ids, Nothing},
    portal::Portal,
    problem::Refusal,
    secret::fingerprint,
    session::Caller,
    store::{apps, audit, collections},
    version::{Versioned, versioned, wanted},
};

/// Every collection of the person, in the person's order. The `ETag` is that of the order.
#[utoipa::path(
    get, path = "/api/v1/me/collections", tag = "collections", security(("session" = [])),
    responses(
        (status = 200, description = "The collections.", body = Collections, headers(("ETag" = String, description = "For `If-Match` of another order."))),
        (status = 403, description = "`access-denied`, `registration-required`."),
    )
)]
pub async fn list(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<Versioned<Json<Collections>>, Refusal> {
    let query = move |connection: &Connection| {
        allowed(connection, &caller.session.account)?;
        all(connection, &caller.session.account)
    };
    portal.store.read(query).await
}

/// One of the person's own collections with its apps.
#[utoipa::path(
    get, path = "/api/v1/me/collections/{id}", tag = "collections", security(("session" = [])),
    params(("id" = String, Path, description = "The collection.")),
    responses(
        (status = 200, description = "The collection.", body = CollectionContent, headers(("ETag" = String, description = "For `If-Match`."))),
        (status = 403, description = "`access-denied`, `registration-required`."),
    )
)]
pub async fn get(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Result<Versioned<Json<CollectionContent>>, Refusal> {
    let query = move |connection: &Connection| {
        allowed(connection, &caller.session.account)?;
        let (content, version) =
            collections::content(connection, &caller.session.account, &id)?.ok_or(Code::NotFound)?;
        Ok::<_, Refusal>(versioned(version, Json(content)))
    };
    portal.store.read(query).await
}

/// Makes a collection, the last one in the person's order.
#[utoipa::path(
    post, path = "/api/v1/me/collections", tag = "collections", security(("session" = [])),
    request_body = NewCollection,
    responses(
        (status = 200, description = "The collection.", body = Collection),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 404, description = "`not-found`: a repeat of a request whose collection has gone meanwhile."),
        (status = 409, description = "`limit-reached`: 50 of one's own; `request-in-flight`."),
    )
)]
pub async fn create(State(portal): State<Arc<Portal>>, once: Once<NewCollection>) -> Result<Json<Collection>, Refusal> {
    let NewCollection { display_name, apps } = once.body.clone();
    let (key, again_key) = (once.key().to_owned(), once.key().to_owned());
    let first = move |transaction: &Transaction<'_>, caller: &Caller, now| {
        let account = &caller.session.account;
        allowed(transaction, account)?;
        let mut errors = Vec::new();
        let name = name(transaction, account, &display_name, None, &mut errors)?;
        apps_are_theirs(transaction, account, &apps, &mut errors)?;
        Refusal::if_any(errors)?;
        if collections::own_count(transaction, account)? >= MAX_OWN {
            return Err(Code::LimitReached.into());
        }
        let id = collections::add(transaction, now, account, &name, &key)?;
        collections::fill(transaction, account, &id, &apps)?;
        audit::record(transaction, now, caller.did("collection.create", Some(&id)))?;
        Ok(Ok(one(transaction, account, &id)?))
    };
    let again = move |transaction: &Transaction<'_>, caller: &Caller, _| {
        let account = &caller.session.account;
        let id = collections::made_by(transaction, account, &again_key)?.ok_or(Code::NotFound)?;
        one(transaction, account, &id)
    };
    Ok(Json(once.answer(&portal, first, again).await?))
}

/// Changes the name or the apps of one of the person's own, if nobody changed it since it was read.
#[utoipa::path(
    patch, path = "/api/v1/me/collections/{id}", tag = "collections", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The collection."),
        ("If-Match" = String, Header, description = "The `ETag` that was read."),
    ),
    request_body = CollectionChange,
    responses(
        (status = 204, description = "Changed.", headers(("ETag" = String, description = "For the next `If-Match`."))),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`set-by-organization`: not one of one's own."),
        (status = 412, description = "`stale`: changed meanwhile."),
        (status = 428, description = "`precondition-required`: no `If-Match`."),
    )
)]
pub async fn update(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
    headers: HeaderMap,
    body: Body<CollectionChange>,
) -> Result<Versioned<StatusCode>, Refusal> {
    let wanted = wanted(&headers)?;
    let CollectionChange { display_name, apps } = body.value;
    let now = portal.clock.now();
    let change = move |transaction: &Transaction<'_>| {
        let account = &caller.session.account;
        own(transaction, account, &id)?;
        let (current, version) = collections::content(transaction, account, &id)?.ok_or(Code::NotFound)?;
        wanted.check(version)?;
        let mut errors = Vec::new();
        let name = match display_name {
            Some(typed) => Some(name(transaction, account, &typed, Some(&id), &mut errors)?),
            None => None,
        };
        if let Some(apps) = &apps {
            apps_are_theirs(transaction, account, apps, &mut errors)?;
        }
        Refusal::if_any(errors)?;
        let name = name.filter(|it| *it != current.display_name);
        let apps = apps.filter(|it| !it.iter().eq(current.apps.iter().map(|app| &app.id)));
        if name.is_none() && apps.is_none() {
            return Ok::<_, Refusal>(version);
        }
        if let Some(name) = name {
            collections::rename(transaction, &id, &name)?;
        }
        if let Some(apps) = apps {
            collections::fill(transaction, account, &id, &apps)?;
        }
        audit::record(transaction, now, caller.did("collection.update", Some(&id)))?;
        Ok(collections::changed(transaction, &id)?)
    };
    Ok(versioned(portal.store.write(change).await?, DONE))
}

/// Deletes one of the person's own; its apps stay.
#[utoipa::path(
    delete, path = "/api/v1/me/collections/{id}", tag = "collections", security(("session" = [])),
    params(("id" = String, Path, description = "The collection.")),
    responses(
        (status = 204, description = "Deleted."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`set-by-organization`: not one of one's own; `last-visible`: all others are hidden."),
    )
)]
pub async fn remove(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Result<StatusCode, Refusal> {
    let now = portal.clock.now();
    let change = move |transaction: &Transaction<'_>| {
        let account = &caller.session.account;
        own(transaction, account, &id)?;
        others_stay_visible(transaction, account, &id)?;
        collections::remove(transaction, &id)?;
        Ok::<_, Refusal>(audit::record(transaction, now, caller.did("collection.delete", Some(&id)))?)
    };
    portal.store.write(change).await?;
    Ok(DONE)
}

/// Takes a collection out of sight; **Show** brings it back. The same again changes nothing.
#[utoipa::path(
    post, path = "/api/v1/me/collections/{id}/hide", tag = "collections", security(("session" = [])),
    params(("id" = String, Path, description = "The collection.")), request_body = Nothing,
    responses(
        (status = 204, description = "Hidden."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`last-visible`: all others are hidden; `request-in-flight`."),
    )
)]
pub async fn hide(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    set_hidden(&portal, id, once, true).await
}

/// Brings back a collection that the person has hidden. The same again changes nothing.
#[utoipa::path(
    post, path = "/api/v1/me/collections/{id}/show", tag = "collections", security(("session" = [])),
    params(("id" = String, Path, description = "The collection.")), request_body = Nothing,
    responses(
        (status = 204, description = "Shown."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`request-in-flight`."),
    )
)]
pub async fn show(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    set_hidden(&portal, id, once, false).await
}

async fn set_hidden(portal: &Portal, id: String, once: Once<Nothing>, hidden: bool) -> Result<StatusCode, Refusal> {
    once.run(portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        allowed(transaction, account)?;
        if one(transaction, account, &id)?.hidden == hidden {
            return Ok(());
        }
        if hidden {
            others_stay_visible(transaction, account, &id)?;
        }
        collections::hide(transaction, account, &id, hidden)?;
        let action = if hidden { "collection.hide" } else { "collection.show" };
        Ok(audit::record(transaction, now, caller.did(action, Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

/// Puts the collections into another order, if they are the ones that were read, in the order that was read. The first one
/// that is not hidden is what My Apps opens with.
#[utoipa::path(
    put, path = "/api/v1/me/collections/order", tag = "collections", security(("session" = [])),
    params(("If-Match" = String, Header, description = "The `ETag` of the list that was read.")),
    request_body = CollectionOrder,
    responses(
        (status = 200, description = "The collections in their new order.", body = Collections, headers(("ETag" = String, description = "For the next `If-Match`."))),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 412, description = "`stale`: others, or in another order, meanwhile."),
        (status = 428, description = "`precondition-required`: no `If-Match`."),
    )
)]
pub async fn order(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<CollectionOrder>,
) -> Result<Versioned<Json<Collections>>, Refusal> {
    let wanted = wanted(&headers)?;
    let ids = body.value.ids;
    let now = portal.clock.now();
    let change = move |transaction: &Transaction<'_>| {
        let account = &caller.session.account;
        allowed(transaction, account)?;
        let current = collections::list(transaction, account)?;
        wanted.check(version(&current))?;
        let given: HashSet<_> = ids.iter().collect();
        let known: HashSet<_> = current.iter().map(|it| &it.id).collect();
        if given != known || ids.len() != known.len() {
            return Err(Refusal::field("/ids", FieldCode::Malformed, None));
        }
        if !ids.iter().eq(current.iter().map(|it| &it.id)) {
            collections::order(transaction, account, &ids)?;
            audit::record(transaction, now, caller.did("collection.order", Some(account)))?;
        }
        all(transaction, account)
    };
    portal.store.write(change).await
}

fn all(connection: &Connection, account: &str) -> Result<Versioned<Json<Collections>>, Refusal> {
    let items = collections::list(connection, account)?;
    Ok(versioned(version(&items), Json(Collections { items })))
}

/// Of the order: which they are, one after the other.
fn version(items: &[Collection]) -> String {
    let ids: Vec<_> = items.iter().map(|it| it.id.0.as_str()).collect();
    URL_SAFE_NO_PAD.encode(&fingerprint(ids.join("\n"))[..12])
}

fn one(connection: &Connection, account: &str, id: &str) -> Result<Collection, Refusal> {
    let found = collections::list(connection, account)?.into_iter().find(|it| it.id.0 == id);
    Ok(found.ok_or(Code::NotFound)?)
}

/// To the person, a collection that is not theirs does not exist; one that others made is not theirs to change.
fn own(connection: &Connection, account: &str, id: &str) -> Result<(), Refusal> {
    allowed(connection, account)?;
    match collections::kind(connection, account, id)? {
        Some(CollectionKind::Own) => Ok(()),
        Some(_) => Err(Code::SetByOrganization.into()),
        None => Err(Code::NotFound.into()),
    }
}

/// My Apps always has one to open with.
fn others_stay_visible(connection: &Connection, account: &str, id: &str) -> Result<(), Refusal> {
    let others = collections::list(connection, account)?.iter().any(|it| it.id.0 != id && !it.hidden);
    if others { Ok(()) } else { Err(Code::LastVisible.into()) }
}

/// The name as it is kept; what is wrong with it goes to `errors`.
fn name(
    connection: &Connection,
    account: &str,
    typed: &str,
    except: Option<&str>,
    errors: &mut Vec<FieldProblem>,
) -> Result<String, Refusal> {
    let name = typed.trim();
    let problem = if name.is_empty() {
        Some((FieldCode::Required, None))
    } else if name.chars().count() > MAX_NAME as usize {
        Some((FieldCode::TooLong, Some(MAX_NAME)))
    } else if name.chars().any(char::is_control) {
        Some((FieldCode::Malformed, None))
    } else if collections::is_taken(connection, account, name, except)? {
        Some((FieldCode::Repeated, None))
    } else {
        None
    };
    errors.extend(problem.map(|(code, limit)| FieldProblem { pointer: "/displayName".to_owned(), code, limit }));
    Ok(name.to_owned())
}

/// Each app that is not the person's, or comes twice, goes to `errors`.
fn apps_are_theirs(
    connection: &Connection,
    account: &str,
    wanted: &[AppId],
    errors: &mut Vec<FieldProblem>,
) -> Result<(), Refusal> {
    if wanted.len() > MAX_APPS as usize {
        errors.push(FieldProblem { pointer: "/apps".to_owned(), code: FieldCode::TooLong, limit: Some(MAX_APPS) });
        return Ok(());
    }
    let mut seen = HashSet::new();
    for (index, app) in wanted.iter().enumerate() {
        let code = if !seen.insert(app) {
            FieldCode::Repeated
        } else if !apps::is_theirs(connection, account, &app.0)? {
            FieldCode::Malformed
        } else {
            continue;
        };
        errors.push(FieldProblem { pointer: format!("/apps/{index}"), code, limit: None });
    }
    Ok(())
}

//! `/me/apps/{id}/saved-accounts`: what the person keeps for an app with a sign-in of its own (features 2.1).

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use portal_contract::{
    problem::Code,
    saved_accounts::{MOST_SAVED_ACCOUNTS, NewSavedAccount, SavedAccountChange, SavedAccounts},
};
use rusqlite::{Connection, Transaction};

use super::{DONE, apps::theirs};
use crate::{
    idempotency::Once,
    input::{Body, Ids},
    portal::Portal,
    problem::Refusal,
    saved_account_fields as fields, secret,
    session::Caller,
    store::{
        audit,
        saved_accounts::{self, Content, context},
    },
    version,
};

/// The accounts that are saved for an app, without their passwords.
#[utoipa::path(
    get, path = "/api/v1/me/apps/{id}/saved-accounts", tag = "apps", security(("session" = [])),
    params(("id" = String, Path, description = "The app.")),
    responses(
        (status = 200, description = "The saved accounts, and whether more can be saved.", body = SavedAccounts),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Result<Json<SavedAccounts>, Refusal> {
    let query = move |connection: &Connection| {
        theirs(connection, &caller.session.account, &id)?;
        Ok::<_, Refusal>(saved_accounts::list(connection, &caller.session.account, &id)?)
    };
    Ok(Json(portal.store.read(query).await?))
}

/// Saves an account. Its password is kept sealed and never shown again.
#[utoipa::path(
    post, path = "/api/v1/me/apps/{id}/saved-accounts", tag = "apps", security(("session" = [])),
    params(("id" = String, Path, description = "The app.")), request_body = NewSavedAccount,
    responses(
        (status = 204, description = "Saved."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`saved-accounts-not-offered`, `limit-reached`, `request-in-flight`."),
    )
)]
pub async fn add(
    State(portal): State<Arc<Portal>>,
    Ids(app): Ids<String>,
    once: Once<NewSavedAccount>,
) -> Result<StatusCode, Refusal> {
    let new = fields::new(&once.body)?;
    let (id, key) = (secret::id(), portal.store.key());
    // Before anything is computed, so that who may not do this costs nothing more.
    let (account, whose) = (once.caller.session.account.clone(), app.clone());
    portal.store.read(move |connection| theirs(connection, &account, &whose)).await?;
    // The record of the request must not be a way to guess the password.
    let once = once.sealed(&portal).await?;
    once.run(&portal, move |transaction, caller, now| {
        let (account, app) = (caller.session.account.as_str(), app.as_str());
        offered(transaction, account, app)?;
        if saved_accounts::count(transaction, account, app)? >= MOST_SAVED_ACCOUNTS {
            return Err(Code::LimitReached.into());
        }
        unused(transaction, (account, app), &new.label, None)?;
        let password = key.seal(&context(account, &id), &new.password)?;
        let content = Content { label: &new.label, user_name: &new.user_name, password: &password };
        saved_accounts::add(transaction, now, &id, (account, app), &content)?;
        did(transaction, caller, now, "saved-account.add", app, &id)
    })
    .await?;
    Ok(DONE)
}

/// Changes what the body names, if nobody changed the account since it was read.
#[utoipa::path(
    patch, path = "/api/v1/me/apps/{id}/saved-accounts/{savedAccountId}", tag = "apps", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The app."),
        ("savedAccountId" = String, Path, description = "The saved account."),
        ("If-Match" = String, Header, description = "The `etag` that was read."),
    ),
    request_body = SavedAccountChange,
    responses(
        (status = 204, description = "Changed."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`saved-accounts-not-offered`."),
        (status = 412, description = "`stale`: changed meanwhile."),
        (status = 428, description = "`precondition-required`: no `If-Match`."),
    )
)]
pub async fn change(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids((app, id)): Ids<(String, String)>,
    headers: HeaderMap,
    body: Body<SavedAccountChange>,
) -> Result<StatusCode, Refusal> {
    let wanted = version::wanted(&headers)?;
    let wish = fields::change(&body.value)?;
    let (now, key) = (portal.clock.now(), portal.store.key());
    let change = move |transaction: &Transaction<'_>| {
        let (account, app) = (caller.session.account.as_str(), app.as_str());
        theirs(transaction, account, app)?;
        let current = saved_accounts::version(transaction, (account, app), &id)?.ok_or(Code::NotFound)?;
        offered(transaction, account, app)?;
        wanted.check(current)?;
        if wish == SavedAccountChange::default() {
            return Ok(());
        }
        if let Some(label) = &wish.label {
            unused(transaction, (account, app), label, Some(&id))?;
        }
        let password = wish.password.map(|it| key.seal(&context(account, &id), &it)).transpose()?;
        let (label, user_name) = (wish.label.as_deref(), wish.user_name.as_deref());
        saved_accounts::change(transaction, now, &id, label, user_name, password.as_deref())?;
        did(transaction, &caller, now, "saved-account.change", app, &id)
    };
    portal.store.write(change).await?;
    Ok(DONE)
}

/// Forgets a saved account with its password, also where the organization does not offer them any more.
#[utoipa::path(
    delete, path = "/api/v1/me/apps/{id}/saved-accounts/{savedAccountId}", tag = "apps", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The app."),
        ("savedAccountId" = String, Path, description = "The saved account."),
    ),
    responses(
        (status = 204, description = "Cleared."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
    )
)]
pub async fn clear(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids((app, id)): Ids<(String, String)>,
) -> Result<StatusCode, Refusal> {
    let now = portal.clock.now();
    let change = move |transaction: &Transaction<'_>| {
        let account = &caller.session.account;
        theirs(transaction, account, &app)?;
        if !saved_accounts::clear(transaction, (account, &app), &id)? {
            return Err(Code::NotFound.into());
        }
        did(transaction, &caller, now, "saved-account.clear", &app, &id)
    };
    portal.store.write(change).await?;
    Ok(DONE)
}

fn offered(connection: &Connection, account: &str, app: &str) -> Result<(), Refusal> {
    theirs(connection, account, app)?;
    if saved_accounts::offered(connection, app)? { Ok(()) } else { Err(Code::SavedAccountsNotOffered.into()) }
}

/// Two accounts of one app could not be told apart by the same label.
fn unused(connection: &Connection, whose: (&str, &str), label: &str, but: Option<&str>) -> Result<(), Refusal> {
    match saved_accounts::is_label_taken(connection, whose, label, but)? {
        true => Err(fields::repeated_label()),
        false => Ok(()),
    }
}

fn did(
    transaction: &Transaction<'_>,
    caller: &Caller,
    now: i64,
    action: &'static str,
    app: &str,
    id: &str,
) -> Result<(), Refusal> {
    let target = format!("{app} {id}");
    Ok(audit::record(transaction, now, caller.did(action, Some(&target)))?)
}

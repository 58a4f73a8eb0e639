//! `/me/authentication`: the methods by which somebody signs in or gets back in (features 1.4).

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};
use portal_contract::{
    methods::{Deletable, Method, MethodKind, Methods, NewDefaultMethod},
    problem::Code,
};
use rusqlite::{Connection, Transaction};

use super::DONE;
use crate::{
    idempotency::Once,
    input::Ids,
    methods::good_for_sign_in,
    portal::Portal,
    problem::Refusal,
    session::Caller,
    step_up,
    store::{StoreError, audit, methods, sessions, trusted_devices},
};

/// What is registered, and what can be added.
#[utoipa::path(
    get, path = "/api/v1/me/authentication/methods", tag = "methods", security(("session" = [])),
    responses((status = 200, description = "The methods.", body = Methods))
)]
pub async fn list(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<Json<Methods>, Refusal> {
    if caller.session.provider.is_some() {
        return Ok(Json(Methods::default()));
    }
    let sender = Arc::clone(&portal.sender);
    let query = move |connection: &Connection| {
        Ok::<_, StoreError>(methods::situation(connection, &caller.session.account)?.list(&*sender))
    };
    Ok(Json(portal.store.read(query).await?))
}

/// Deletes a method. Needs a proof of identity of the last 300 s; the account's other sessions end (S4, S5).
#[utoipa::path(
    delete, path = "/api/v1/me/authentication/methods/{id}", tag = "methods", security(("session" = [])),
    params(("id" = String, Path, description = "The method.")),
    responses(
        (status = 204, description = "Deleted; where it was the default, the next one is."),
        (status = 409, description = "`last-method`, `set-by-organization`."),
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
        let situation = methods::situation(transaction, account)?;
        let method = situation.find(&id).ok_or(Code::NotFound)?;
        match situation.deletable(method) {
            Deletable::Possible => {}
            Deletable::LastMethod => return Err(Code::LastMethod.into()),
            Deletable::ByOrganizationOnly | Deletable::Unknown => return Err(Code::SetByOrganization.into()),
        }
        step_up::require(transaction, &caller, now)?;
        if situation.default_method().is_some_and(|default| default.id == id) {
            methods::set_default(transaction, account, situation.fallback(&id).map(|next| next.id.as_str()))?;
        }
        methods::remove(transaction, &id)?;
        did(transaction, now, &caller, "method.remove", &id)
    };
    portal.store.write(change).await?;
    Ok(DONE)
}

/// Chooses what sign-in asks for first. Needs a proof of identity of the last 300 s.
#[utoipa::path(
    post, path = "/api/v1/me/authentication/default-method", tag = "methods", security(("session" = [])),
    request_body = NewDefaultMethod,
    responses(
        (status = 204, description = "Chosen."),
        (status = 404, description = "`not-found`: no method of this account."),
        (status = 409, description = "`not-for-sign-in`, `request-in-flight`."),
    )
)]
pub async fn set_default(
    State(portal): State<Arc<Portal>>,
    once: Once<NewDefaultMethod>,
) -> Result<StatusCode, Refusal> {
    let id = once.body.id.0.clone();
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        let situation = methods::situation(transaction, account)?;
        let method = situation.find(&id).ok_or(Code::NotFound)?;
        if !good_for_sign_in(method.kind) {
            return Err(Code::NotForSignIn.into());
        }
        step_up::require(transaction, caller, now)?;
        methods::set_default(transaction, account, Some(&id))?;
        did(transaction, now, caller, "method.default", &id)
    })
    .await?;
    Ok(DONE)
}

/// Records a change of methods and ends the account's other sessions and the trust of every browser (S5, S9).
///
/// # Errors
/// When the database does not answer.
pub fn did(
    transaction: &Transaction<'_>,
    now: i64,
    caller: &Caller,
    action: &'static str,
    method: &str,
) -> Result<(), Refusal> {
    sessions::end_others(transaction, &caller.session.account, &caller.session.id)?;
    trusted_devices::restore(transaction, &caller.session.account)?;
    Ok(audit::record(transaction, now, caller.did(action, Some(method)))?)
}

/// The account's method of this kind (and name).
///
/// # Errors
/// 404 when there is none.
pub fn registered(
    transaction: &Transaction<'_>,
    account: &str,
    kind: MethodKind,
    name: Option<&str>,
) -> Result<Method, Refusal> {
    let situation = methods::situation(transaction, account)?;
    let mut found = situation.methods.iter();
    let found = found.find(|method| method.kind == kind && (name.is_none() || method.name.as_deref() == name));
    Ok(situation.describe(found.ok_or(Code::NotFound)?))
}

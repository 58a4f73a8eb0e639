//! `/me/authentication/app-passwords`: for apps that know only user ID and password (features 1.4).

use std::sync::Arc;

use axum::{Json, extract::State};
use portal_contract::{
    methods::{MethodKind, NewAppPassword, NewAppPasswordName},
    problem::FieldCode,
};
use rusqlite::Transaction;

use super::methods::{did, registered};
use crate::{
    codes, enrolment,
    idempotency::Once,
    portal::Portal,
    problem::Refusal,
    session::Caller,
    step_up,
    store::{
        audit,
        methods::{self, Content},
    },
};

const KIND: MethodKind = MethodKind::AppPassword;

/// Makes an app password, shown this once. Needs a proof of identity of the last 300 s; the account's other sessions end
/// (`security.md` S4, S5).
///
/// A repeat makes a new password in the place of the one whose answer was lost.
#[utoipa::path(
    post, path = "/api/v1/me/authentication/app-passwords", tag = "methods", security(("session" = [])),
    request_body = NewAppPasswordName,
    responses(
        (status = 200, description = "The password.", body = NewAppPassword),
        (status = 409, description = "`method-not-offered`, `limit-reached`, `request-in-flight`."),
    )
)]
pub async fn add(
    State(portal): State<Arc<Portal>>,
    once: Once<NewAppPasswordName>,
) -> Result<Json<NewAppPassword>, Refusal> {
    let name = enrolment::name(Some(&once.body.name))?;
    let name = name.ok_or_else(|| Refusal::field("/name", FieldCode::Required, None))?;
    let (caller, now) = (once.caller.clone(), portal.clock.now());
    // Before anything is computed, so that who may not do this costs nothing more.
    portal.store.read(move |connection| step_up::require(connection, &caller, now)).await?;
    let password = codes::app_password();
    let hash = portal.passwords.turn().await.hash(password.clone()).await?;
    let sender = Arc::clone(&portal.sender);
    let (again_name, again_hash) = (name.clone(), hash.clone());
    let first = move |transaction: &Transaction<'_>, caller: &Caller, now| {
        let account = &caller.session.account;
        let situation = methods::situation(transaction, account)?;
        situation.require_offer(KIND, &*sender)?;
        let same = |known: &String| known.to_lowercase() == name.to_lowercase();
        if situation.methods.iter().any(|known| known.kind == KIND && known.name.as_ref().is_some_and(same)) {
            return Err(Refusal::field("/name", FieldCode::Repeated, None));
        }
        step_up::require(transaction, caller, now)?;
        let content = Content { name: Some(name.clone()), password_hash: Some(hash), ..Content::default() };
        let id = methods::add(transaction, now, account, KIND, &content)?;
        did(transaction, now, caller, "method.add", &id)?;
        Ok(Ok(registered(transaction, account, KIND, Some(&name))?))
    };
    let again = move |transaction: &Transaction<'_>, caller: &Caller, now| {
        step_up::require(transaction, caller, now)?;
        let method = registered(transaction, &caller.session.account, KIND, Some(&again_name))?;
        methods::set_password_hash(transaction, &method.id.0, &again_hash)?;
        audit::record(transaction, now, caller.did("method.renew", Some(&method.id.0)))?;
        Ok(method)
    };
    let method = once.answer(&portal, first, again).await?;
    Ok(Json(NewAppPassword { method, password }))
}

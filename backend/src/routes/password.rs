//! `/me/password`: what is known of the password, and changing it (features 1.5, `security.md` S4, S5, S6, S8).

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};
use portal_contract::{
    password::{PasswordChange, PasswordState},
    problem::Code,
};

use super::DONE;
use crate::{
    attempt::Claim,
    clock::rfc3339,
    idempotency::Once,
    new_password::{self, MAXIMUM, Owner, minimum},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    step_up,
    store::{
        audit,
        password::{self, Password},
        sessions, trusted_devices,
    },
};

/// When it was last changed, what a new one needs, and whom to ask where it cannot be changed here.
#[utoipa::path(
    get, path = "/api/v1/me/password", tag = "password", security(("session" = [])),
    responses((status = 200, description = "What is known; never the password.", body = PasswordState))
)]
pub async fn get(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<Json<PasswordState>, Refusal> {
    let known = known(&portal, &caller).await?;
    let changeable = known.hash.is_some() && !known.disabled && caller.session.provider.is_none();
    Ok(Json(PasswordState {
        last_changed_at: known.changed_at.map(rfc3339),
        minimum_length: minimum(&known),
        maximum_length: MAXIMUM,
        changeable,
        administered_by: known.administrator.filter(|_| !changeable),
    }))
}

/// Changes the password and ends every other session of the account.
///
/// Needs the old password and a proof of identity of the last 300 s (`security.md` S4).
#[utoipa::path(
    post, path = "/api/v1/me/password", tag = "password", security(("session" = [])), request_body = PasswordChange,
    responses(
        (status = 204, description = "Changed; every other session has ended."),
        (status = 401, description = "`invalid-credentials`: the old password is wrong. `session-expired`, `step-up-required`."),
        (status = 409, description = "`password-not-changeable`, `request-in-flight`."),
        (status = 422, description = "`invalid-fields` with the reason against a field, `idempotency-key-reused`."),
        (status = 429, description = "`too-many-attempts`.", headers(("Retry-After" = i64, description = "Seconds."))),
    )
)]
pub async fn change(State(portal): State<Arc<Portal>>, once: Once<PasswordChange>) -> Result<StatusCode, Refusal> {
    let (caller, body) = (once.caller.clone(), once.body.clone());
    let known = known(&portal, &caller).await?;
    let minimum = minimum(&known);
    let Password { hash: Some(stored), disabled: false, display_name: name, organization, .. } = known else {
        return Err(Code::PasswordNotChangeable.into());
    };
    let user_id = caller.session.user_id.clone();
    new_password::check(&body, &Owner { name, user_id: user_id.clone(), organization, minimum })?;
    let (now, asking) = (portal.clock.now(), caller.clone());
    portal.store.read(move |connection| step_up::require(connection, &asking, now)).await?;
    let claim = Claim {
        action: "password.change",
        user_id,
        account: Some(caller.session.account),
        session: Some(caller.session.id),
        request: caller.request,
    };
    // Before anything is computed, so that who has guessed too often costs nothing more.
    claim.clone().admitted(&portal).await?;
    let once = once.sealed(&portal).await?.enter(&portal)?;
    // A repeat: by now the old password is no longer right.
    if once.happened(&portal).await? {
        return Ok(DONE);
    }
    claim.password(&portal, body.old_password, Some(stored.clone())).await?;
    let hash = portal.passwords.turn().await.hash(body.new_password).await?;
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        step_up::require(transaction, caller, now)?;
        if !password::change(transaction, now, account, &stored, &hash)? {
            // Changed meanwhile by another request: the old password is no longer right.
            return Err(Code::InvalidCredentials.into());
        }
        sessions::end_others(transaction, account, &caller.session.id)?;
        trusted_devices::restore(transaction, account)?;
        Ok(audit::record(transaction, now, caller.did("password.change", Some(account)))?)
    })
    .await?;
    Ok(DONE)
}

async fn known(portal: &Portal, caller: &Caller) -> Result<Password, Refusal> {
    let account = caller.session.account.clone();
    let known = portal.store.read(move |connection| password::get(connection, &account)).await?;
    known.ok_or(Code::SessionExpired.into())
}

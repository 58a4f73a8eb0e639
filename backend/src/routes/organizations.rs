//! `/me/organizations`: the organizations connected to the account (features 1.2).

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode, response::Response};
use portal_contract::{
    organizations::{ConnectedOrganization, Leaving},
    page::Page,
    problem::Code,
    session::Session,
};

use super::{DONE, session};
use crate::{
    fields::SIGN_IN_PURPOSE,
    idempotency::Once,
    input::{Ids, Nothing, Paging, Wanted, page},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    step_up,
    store::{audit, organizations},
};

/// The organizations connected to the account, home first, then by name.
#[utoipa::path(
    get, path = "/api/v1/me/organizations", tag = "organizations", params(Paging), security(("session" = [])),
    responses((status = 200, description = "One page of organizations.", body = Page<ConnectedOrganization>))
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    Caller { session, .. }: Caller,
    Wanted { limit, after, .. }: Wanted<organizations::After>,
) -> Result<Json<Page<ConnectedOrganization>>, Refusal> {
    let query = move |connection: &rusqlite::Connection| {
        organizations::list(connection, &session.account, &session.id, after.as_ref(), limit)
    };
    Ok(page(portal.store.read(query).await?))
}

/// Works in that organization from now on.
///
/// Organizations that want a sign-in of their own need, the first time, a proof of identity for that very purpose
/// (single use); all others a proof of the last 300 s (`security.md` S4).
#[utoipa::path(
    post, path = "/api/v1/me/organizations/{id}/sign-in", tag = "organizations", security(("session" = [])),
    params(("id" = String, Path, description = "The organization.")), request_body = Nothing,
    responses(
        (status = 200, description = "The session, now in that organization.", body = Session),
        (status = 409, description = "`disabled-there`, `request-in-flight`."),
    )
)]
pub async fn sign_in(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<Response, Refusal> {
    let session = once.caller.session.clone();
    once.run(&portal, move |transaction, caller, now| {
        let found = organizations::find(transaction, &caller.session.account, &caller.session.id, &id)?;
        let found = found.ok_or(Code::NotFound)?;
        if found.disabled_there {
            return Err(Code::DisabledThere.into());
        }
        if found.requires_own_sign_in && !found.shown.signed_in {
            step_up::require_for(transaction, caller, now, format!("{SIGN_IN_PURPOSE}{id}"))?;
        } else {
            step_up::require(transaction, caller, now)?;
        }
        organizations::enter(transaction, &caller.session.id, &id, found.guest.is_some())?;
        Ok(audit::record(transaction, now, caller.did("organization.sign-in", Some(&id)))?)
    })
    .await?;
    let left = session.ends_at() - portal.clock.now();
    session::signed_in(&portal, session.id, left).await
}

/// Leaves an organization: the guest there becomes a deleted user, its apps go from My Apps.
///
/// Needs a proof of identity of the last 300 s (`security.md` S4).
#[utoipa::path(
    post, path = "/api/v1/me/organizations/{id}/leave", tag = "organizations", security(("session" = [])),
    params(("id" = String, Path, description = "The organization.")), request_body = Nothing,
    responses(
        (status = 204, description = "Left."),
        (status = 409, description = "`home-organization`, `disabled-at-home`, `disabled-there`, `leaving-forbidden`, `sign-in-there-first`, `request-in-flight`."),
    )
)]
pub async fn leave(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<Nothing>,
) -> Result<StatusCode, Refusal> {
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        let found = organizations::find(transaction, account, &caller.session.id, &id)?.ok_or(Code::NotFound)?;
        refuse_unless_possible(found.shown.leaving)?;
        // Only home has no guest, and home was refused above.
        let guest = found.guest.ok_or(Code::HomeOrganization)?;
        step_up::require(transaction, caller, now)?;
        organizations::leave(transaction, now, account, &id, &guest)?;
        Ok(audit::record(transaction, now, caller.did("organization.leave", Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

fn refuse_unless_possible(leaving: Leaving) -> Result<(), Code> {
    match leaving {
        Leaving::Possible => Ok(()),
        Leaving::Home => Err(Code::HomeOrganization),
        Leaving::DisabledAtHome => Err(Code::DisabledAtHome),
        Leaving::DisabledThere => Err(Code::DisabledThere),
        Leaving::SignInFirst => Err(Code::SignInThereFirst),
        Leaving::Forbidden | Leaving::Unknown => Err(Code::LeavingForbidden),
    }
}

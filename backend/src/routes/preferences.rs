//! `/me/preferences`: how the portal speaks to the person.

use std::sync::Arc;

use axum::{Json, extract::State, http::HeaderMap};
use portal_contract::{
    preferences::{Preference, Preferences, PreferencesChange},
    problem::Code,
};
use rusqlite::{Connection, Transaction};

use crate::{
    fields,
    input::Body,
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{audit, preferences},
    version::{self, Versioned, versioned},
};

/// What is stored for the account, with its `ETag`.
#[utoipa::path(
    get, path = "/api/v1/me/preferences", tag = "me", security(("session" = [])),
    responses((status = 200, description = "The preferences.", body = Preferences, headers(("ETag" = String, description = "For `If-Match`."))))
)]
pub async fn get(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<Versioned<Json<Preferences>>, Refusal> {
    let account = caller.session.account;
    let query = move |connection: &Connection| preferences::get(connection, &account);
    let (preferences, version) = portal.store.read(query).await?;
    Ok(versioned(version, Json(preferences)))
}

/// Changes what the body names, if nobody changed anything since it was read.
#[utoipa::path(
    patch, path = "/api/v1/me/preferences", tag = "me", security(("session" = [])), request_body = PreferencesChange,
    params(("If-Match" = String, Header, description = "The `ETag` that was read.")),
    responses(
        (status = 200, description = "The new preferences.", body = Preferences, headers(("ETag" = String, description = "For the next `If-Match`."))),
        (status = 403, description = "`decided-by-organization`, `cross-site-request`."),
        (status = 412, description = "`stale`: changed meanwhile."),
        (status = 428, description = "`precondition-required`: no `If-Match`."),
    )
)]
pub async fn update(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<PreferencesChange>,
) -> Result<Versioned<Json<Preferences>>, Refusal> {
    let wanted = version::wanted(&headers)?;
    let wish = body.value;
    fields::preferences(&wish)?;
    let now = portal.clock.now();
    let change = move |transaction: &Transaction<'_>| {
        let account = &caller.session.account;
        let (current, version) = preferences::get(transaction, account)?;
        wanted.check(version)?;
        if wish == PreferencesChange::default() {
            return Ok::<_, Refusal>((current, version));
        }
        if current.locks.iter().any(|lock| names(&wish, lock.preference)) {
            return Err(Code::DecidedByOrganization.into());
        }
        preferences::change(transaction, account, &wish)?;
        audit::record(transaction, now, caller.did("preferences.update", Some(account)))?;
        Ok(preferences::get(transaction, account)?)
    };
    let (preferences, version) = portal.store.write(change).await?;
    Ok(versioned(version, Json(preferences)))
}

/// Whether the change is about that preference.
fn names(change: &PreferencesChange, preference: Preference) -> bool {
    match preference {
        Preference::DisplayLanguage => change.display_language.is_some(),
        Preference::RegionalFormat => change.regional_format.is_some(),
        Preference::TimeZone => change.time_zone.is_some(),
        Preference::Unknown => false,
    }
}

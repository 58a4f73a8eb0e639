//! `/me/photo`: the person's photo (features 2.3).

use std::sync::Arc;

use axum::{
    extract::{DefaultBodyLimit, State},
    http::{StatusCode, header},
    response::IntoResponse,
    routing::{MethodRouter, get},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use portal_contract::{
    photo::{MAX_BYTES, NewPhoto},
    problem::{Code, FieldCode},
};

use super::DONE;
use crate::{
    idempotency::Once,
    photo::{self, PhotoError},
    portal::Portal,
    problem::Refusal,
    secret::fingerprint,
    session::Caller,
    store::{audit, photos},
};

/// The largest body: base64 makes four bytes of three, and the rest of the JSON needs a few.
const MAX_BODY: usize = MAX_BYTES.div_ceil(3) * 4 + 1024;

/// The address, with a body limit of its own.
pub fn routes() -> MethodRouter<Arc<Portal>> {
    get(read).post(change).delete(remove).layer(DefaultBodyLimit::max(MAX_BODY))
}

/// The photo.
#[utoipa::path(
    get, path = "/api/v1/me/photo", tag = "me", security(("session" = [])),
    responses(
        (status = 200, description = "256 × 256 pixels.", content_type = "image/jpeg", body = [u8]),
        (status = 404, description = "`not-found`: there is none."),
    )
)]
pub async fn read(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<impl IntoResponse, Refusal> {
    let image = portal.store.read(move |connection| photos::get(connection, &caller.session.account)).await?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg")], image.ok_or(Code::NotFound)?))
}

/// Takes another photo. It is drawn anew: nothing that the file says of place, time and camera is kept.
#[utoipa::path(
    post, path = "/api/v1/me/photo", tag = "me", security(("session" = [])), request_body = NewPhoto,
    responses(
        (status = 204, description = "It is shown from now on."),
        (status = 403, description = "`decided-by-organization`, `cross-site-request`."),
        (status = 409, description = "`request-in-flight`."),
    )
)]
pub async fn change(State(portal): State<Arc<Portal>>, mut once: Once<NewPhoto>) -> Result<StatusCode, Refusal> {
    let account = once.caller.session.account.clone();
    // Asked before the work, and again with the change.
    if !portal.store.read(move |connection| photos::changeable(connection, &account)).await? {
        return Err(Code::DecidedByOrganization.into());
    }
    let file = std::mem::take(&mut once.body.image);
    let once = once.enter(&portal)?;
    if once.happened(&portal).await? {
        return Ok(DONE);
    }
    let refused = |code, limit| Refusal::field("/image", code, limit);
    let file = STANDARD.decode(file).map_err(|_| refused(FieldCode::Malformed, None))?;
    if file.len() > MAX_BYTES {
        return Err(refused(FieldCode::TooLong, u32::try_from(MAX_BYTES).ok()));
    }
    let image = photo::prepare(file).await.map_err(|error| match error {
        PhotoError::Failed => Code::Internal.into(),
        _ => refused(FieldCode::Malformed, None),
    })?;
    let version = URL_SAFE_NO_PAD.encode(&fingerprint(&image)[..9]);
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        if !photos::changeable(transaction, account)? {
            return Err(Code::DecidedByOrganization.into());
        }
        photos::set(transaction, now, account, &image, &version)?;
        Ok(audit::record(transaction, now, caller.did("photo.change", Some(account)))?)
    })
    .await?;
    Ok(DONE)
}

/// Forgets the photo: the initials are shown again. Without one, nothing happens.
#[utoipa::path(
    delete, path = "/api/v1/me/photo", tag = "me", security(("session" = [])),
    responses(
        (status = 204, description = "There is none any more."),
        (status = 403, description = "`decided-by-organization`, `cross-site-request`."),
    )
)]
pub async fn remove(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<StatusCode, Refusal> {
    let now = portal.clock.now();
    let change = move |transaction: &rusqlite::Transaction<'_>| {
        let account = &caller.session.account;
        if !photos::changeable(transaction, account)? {
            return Err(Refusal::from(Code::DecidedByOrganization));
        }
        if photos::remove(transaction, account)? {
            audit::record(transaction, now, caller.did("photo.remove", Some(account)))?;
        }
        Ok(())
    };
    portal.store.write(change).await?;
    Ok(DONE)
}

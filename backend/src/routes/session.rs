//! `/session`: signing in, proving who one is, staying and leaving (`security.md` S1, S4, S5, S7, S8).

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use portal_contract::{
    devices::DeviceStatus,
    problem::Code,
    session::{Proof, Redirect, SecondFactor, Session, SessionState, SignIn, Signed},
    sign_ins::FailureReason,
};
use rusqlite::{Connection, Transaction};

use super::DONE;
use crate::{
    attempt::{Claim, SIGN_IN},
    fields,
    idempotency::IdempotencyKey,
    input::Body,
    portal::Portal,
    problem::Refusal,
    request::RequestInfo,
    secret::{fingerprint, session_token},
    session::{self, Caller, Visitor},
    sign_in_elsewhere,
    store::{
        StoreError, accounts,
        audit::{self, Entry, Outcome},
        devices, identity, proofs, second_factors,
        sessions::{self, SECOND_FACTOR_SECONDS, SessionRow, State as Progress},
        sign_ins,
        trusted_devices::{self, TRUST_DAYS},
    },
    trusted_device::{self, Trust},
};

/// Whose session this is; looking does not prolong it.
#[utoipa::path(
    get, path = "/api/v1/session", tag = "session",
    responses((status = 200, description = "The session; `signed-out` without one.", body = Session))
)]
pub async fn get(State(portal): State<Arc<Portal>>, Visitor(session): Visitor) -> Result<Response, Refusal> {
    let left = |session: &SessionRow| session.ends_at() - portal.clock.now();
    match session {
        None => Ok(Json(nobody(&portal, SessionState::SignedOut)).into_response()),
        Some(session) if session.state == Progress::SecondFactor => {
            let left = left(&session);
            halfway(&portal, session.account, left).await
        }
        Some(session) => {
            let left = left(&session);
            signed_in(&portal, session.id, left).await
        }
    }
}

/// Signs in with user ID and password; a session that the browser had ends. In a browser that the account trusts that is
/// all, but no proof of identity.
#[utoipa::path(
    post, path = "/api/v1/session", tag = "session", request_body = SignIn,
    responses(
        (status = 200, description = "Signed in, or the second factor is next; or on to the identity provider.", body = Signed, headers(("Set-Cookie" = String))),
        (status = 401, description = "`invalid-credentials`; unknown accounts get the same answer."),
        (status = 403, description = "`device-disabled`, `cross-site-request`."),
        (status = 429, description = "`too-many-attempts`.", headers(("Retry-After" = i64, description = "Seconds."))),
    )
)]
pub async fn sign_in(
    State(portal): State<Arc<Portal>>,
    request: RequestInfo,
    Visitor(previous): Visitor,
    Trust(trusted): Trust,
    _: IdempotencyKey,
    Body { value: body, .. }: Body<SignIn>,
) -> Result<Response, Refusal> {
    // The domain alone decides, so that the answer tells nothing of accounts; what was typed as password stays unread.
    if portal.providers.of_user_id(body.user_id.trim()).is_some() {
        let user_id = fields::user_id(&body.user_id)?;
        return Ok(Json(sign_in_elsewhere::redirect(Some(&user_id), None)).into_response());
    }
    let user_id = fields::sign_in(&body)?;
    let typed = user_id.clone();
    let known = portal.store.read(move |connection| accounts::credentials(connection, &typed)).await?;
    let account = known.as_ref().map(|known| known.account.clone());
    let stored = known.as_ref().and_then(|known| known.password_hash.clone());
    let claim = Claim { action: SIGN_IN, user_id, account, session: None, request };
    claim.clone().password(&portal, body.password, stored).await?;
    // A password that is right belongs to somebody.
    let credentials = known.ok_or(Code::InvalidCredentials)?;
    let account = credentials.account.clone();
    let (now, token) = (portal.clock.now(), session_token());
    let hash = fingerprint(&token);
    let begin = move |transaction: &Transaction<'_>| {
        let device = match &claim.request.device {
            Some(id) => devices::status(transaction, &credentials.account, id)?.map(|status| (id, status)),
            None => None,
        };
        if let Some((device, DeviceStatus::Disabled)) = device {
            let refused = Entry { target: Some(device), result: Outcome::Refused, ..claim.did() };
            audit::record(transaction, now, refused)?;
            claim.in_history(transaction, now, Some(FailureReason::BlockedByPolicy), None)?;
            return Ok(None);
        }
        if let Some(previous) = previous {
            sessions::end(transaction, &previous.id)?;
        }
        let session = sessions::begin(transaction, now, &hash, &credentials.account, &claim.request)?;
        if let Some((device, _)) = &device {
            devices::enter(transaction, now, &session, device)?;
        }
        let trusted = match trusted.filter(|_| credentials.has_second_factor) {
            Some(token_hash) => trusted_devices::find(transaction, now, &credentials.account, &token_hash)?,
            None => None,
        };
        let second_factor = credentials.has_second_factor && trusted.is_none();
        if !second_factor {
            sessions::sign_in(transaction, now, &session, &hash, trusted.is_none())?;
        }
        if let Some(trusted) = trusted {
            trusted_devices::enter(transaction, &session, &trusted)?;
            let used =
                Entry { action: "trusted-device.use", target: Some(&trusted), session: Some(&session), ..claim.did() };
            audit::record(transaction, now, used)?;
        }
        // Until the second factor follows, all that is known is that somebody has the password.
        let reason = second_factor.then_some(FailureReason::VerificationMissing);
        claim.in_history(transaction, now, reason, Some(&session))?;
        let action = if second_factor { "session.first-factor" } else { claim.action };
        audit::record(transaction, now, Entry { action, session: Some(&session), ..claim.did() })?;
        Ok::<_, Refusal>(Some((session, second_factor)))
    };
    // Refused only once its audit row is committed.
    let (session, second_factor) = portal.store.write(begin).await?.ok_or(Code::DeviceDisabled)?;
    let response = if second_factor {
        halfway(&portal, account, SECOND_FACTOR_SECONDS).await?
    } else {
        signed_in(&portal, session, sessions::IDLE_SECONDS).await?
    };
    Ok(with_cookie(response, &token))
}

/// Finishes signing in with one of the methods that are good for it. With `trust` the browser is trusted from now on,
/// where the organization allows that.
#[utoipa::path(
    post, path = "/api/v1/session/second-factor", tag = "session", request_body = SecondFactor,
    responses(
        (status = 200, description = "Signed in.", body = Session, headers(("Set-Cookie" = String))),
        (status = 401, description = "`invalid-credentials`, or `session-expired` when the first step is too long ago."),
        (status = 409, description = "`challenge-expired`: ask for a new one."),
        (status = 429, description = "`too-many-attempts`.", headers(("Retry-After" = i64, description = "Seconds."))),
    )
)]
pub async fn second_factor(
    State(portal): State<Arc<Portal>>,
    request: RequestInfo,
    Visitor(session): Visitor,
    Trust(before): Trust,
    _: IdempotencyKey,
    Body { value: body, .. }: Body<SecondFactor>,
) -> Result<Response, Refusal> {
    let session = session.filter(|session| session.state == Progress::SecondFactor).ok_or(Code::SessionExpired)?;
    let trust = body.trust;
    let answer = fields::second_factor(body)?;
    let claim = claim(SIGN_IN, &session, request);
    claim.clone().second_factor(&portal, answer).await?;
    let (now, token, trust_token) = (portal.clock.now(), session_token(), session_token());
    let (hash, trust_hash, id) = (fingerprint(&token), fingerprint(&trust_token), session.id.clone());
    let complete = move |transaction: &Transaction<'_>| {
        sessions::sign_in(transaction, now, &id, &hash, true)?;
        sign_ins::forget_first_factor(transaction, &id)?;
        claim.in_history(transaction, now, None, Some(&id))?;
        audit::record(transaction, now, claim.did())?;
        let account = claim.account.as_deref().unwrap_or_default();
        if !trust || !trusted_devices::allowed(transaction, account)? {
            return Ok(false);
        }
        // The new cookie takes the place of the one that the browser had.
        if let Some(before) = before {
            trusted_devices::remove(transaction, &before)?;
        }
        let trusted = trusted_devices::add(transaction, now, account, &trust_hash, &claim.request)?;
        trusted_devices::enter(transaction, &id, &trusted)?;
        let added = Entry { action: "trusted-device.add", target: Some(&trusted), ..claim.did() };
        audit::record(transaction, now, added)?;
        Ok::<_, Refusal>(true)
    };
    let trusted = portal.store.write(complete).await?;
    let mut response = with_cookie(signed_in(&portal, session.id, sessions::IDLE_SECONDS).await?, &token);
    if trusted {
        trusted_device::set_cookie(response.headers_mut(), &trust_token);
    }
    Ok(response)
}

/// Proves again who one is; with `purpose` also for that one operation, once.
#[utoipa::path(
    post, path = "/api/v1/session/proof", tag = "session", request_body = Proof, security(("session" = [])),
    responses(
        (status = 200, description = "Proved; or on to the identity provider.", body = Signed, headers(("Set-Cookie" = String))),
        (status = 401, description = "`invalid-credentials`, `session-expired`."),
        (status = 409, description = "`challenge-expired`: ask for a new one."),
        (status = 429, description = "`too-many-attempts`.", headers(("Retry-After" = i64, description = "Seconds."))),
    )
)]
pub async fn prove(
    State(portal): State<Arc<Portal>>,
    Caller { session, request }: Caller,
    _: IdempotencyKey,
    Body { value: body, .. }: Body<Proof>,
) -> Result<Response, Refusal> {
    if session.provider.is_some() {
        fields::purpose(body.purpose.as_deref())?;
        return Ok(Json(sign_in_elsewhere::redirect(None, body.purpose.as_deref())).into_response());
    }
    let user_id = session.user_id.clone();
    let known = portal.store.read(move |connection| accounts::credentials(connection, &user_id)).await?;
    let credentials = known.ok_or(Code::SessionExpired)?;
    let answer = fields::proof(&body, credentials.has_second_factor)?;
    let claim = claim("session.proof", &session, request);
    claim.clone().password(&portal, body.password, credentials.password_hash).await?;
    if let Some(answer) = answer {
        claim.clone().second_factor(&portal, answer).await?;
    }
    let (now, token) = (portal.clock.now(), session_token());
    let (hash, id) = (fingerprint(&token), session.id.clone());
    let record = move |transaction: &Transaction<'_>| {
        proofs::record(transaction, now, &id, body.purpose.as_deref())?;
        sessions::rotate(transaction, now, &id, &hash)?;
        Ok::<_, Refusal>(audit::record(transaction, now, claim.did())?)
    };
    portal.store.write(record).await?;
    let rotated = SessionRow { last_seen_at: now, ..session };
    let left = rotated.ends_at() - now;
    Ok(with_cookie(signed_in(&portal, rotated.id, left).await?, &token))
}

/// Signs out. Without a session there is nothing to end, and the browser forgets all the same: also that it was trusted.
#[utoipa::path(
    delete, path = "/api/v1/session", tag = "session",
    responses(
        (status = 204, description = "Signed out.", headers(("Set-Cookie" = String), ("Clear-Site-Data" = String))),
        (status = 200, description = "Signed out here; the identity provider's own session ends there.", body = Redirect, headers(("Set-Cookie" = String), ("Clear-Site-Data" = String))),
    )
)]
pub async fn sign_out(
    State(portal): State<Arc<Portal>>,
    request: RequestInfo,
    Visitor(session): Visitor,
    Trust(trusted): Trust,
) -> Result<Response, Refusal> {
    if let Some(trusted) = trusted {
        portal.store.write(move |transaction| trusted_devices::remove(transaction, &trusted)).await?;
    }
    let mut on = None;
    if let Some(session) = session {
        let (now, ending) = (portal.clock.now(), session.clone());
        let end = move |transaction: &Transaction<'_>| {
            trusted_devices::leave(transaction, &ending.id)?;
            let tie = identity::tie_of(transaction, &ending.id)?;
            sessions::end(transaction, &ending.id)?;
            audit::record(transaction, now, claim("session.sign-out", &ending, request).did())?;
            Ok::<_, Refusal>(tie)
        };
        let tie = portal.store.write(end).await?;
        on = sign_in_elsewhere::after_sign_out(&portal, &session, tie).await;
    }
    let mut response = match on {
        Some(redirect) => Json::<Redirect>(redirect).into_response(),
        None => DONE.into_response(),
    };
    session::clear(response.headers_mut());
    Ok(response)
}

/// The answer for somebody signed in: `id` is the session's, `left` the seconds until it ends.
///
/// # Errors
/// 401 when it has just ended.
pub async fn signed_in(portal: &Portal, id: String, left: i64) -> Result<Response, Refusal> {
    let now = portal.clock.now();
    let described = portal.store.read(move |connection| sessions::describe(connection, now, &id)).await?;
    let described = described.ok_or(Code::SessionExpired)?;
    let state = if described.must_register { SessionState::RegistrationRequired } else { SessionState::SignedIn };
    let session = Session {
        user: Some(described.user),
        expires_in: Some(left),
        proof_factors: match described.provider {
            Some(_) => Vec::new(),
            None => second_factors::proof_factors(&described.second_factors),
        },
        second_factors: described.second_factors,
        elsewhere: described.provider.is_some(),
        account_url: described.provider.and_then(|it| portal.providers.named(&it)?.account_url.clone()),
        ..nobody(portal, state)
    };
    let mut response = Json(session).into_response();
    session::set_expiry(response.headers_mut(), left);
    Ok(response)
}

/// The person of a session that exists.
pub fn claim(action: &'static str, session: &SessionRow, request: RequestInfo) -> Claim {
    let SessionRow { id, account, user_id, .. } = session.clone();
    Claim { action, user_id, account: Some(account), session: Some(id), request }
}

/// The answer for somebody whose second factor is missing.
async fn halfway(portal: &Portal, account: String, left: i64) -> Result<Response, Refusal> {
    let query = move |connection: &Connection| {
        let trust_days = trusted_devices::allowed(connection, &account)?.then_some(TRUST_DAYS);
        Ok::<_, StoreError>((second_factors::choices(connection, &account)?, trust_days))
    };
    let (second_factors, trust_days) = portal.store.read(query).await?;
    let session = nobody(portal, SessionState::SecondFactor);
    Ok(Json(Session { expires_in: Some(left), second_factors, trust_days, ..session }).into_response())
}

fn nobody(portal: &Portal, state: SessionState) -> Session {
    Session {
        state,
        user: None,
        expires_in: None,
        proof_factors: Vec::new(),
        second_factors: Vec::new(),
        trust_days: None,
        demo: portal.demo,
        elsewhere: !portal.providers.is_empty(),
        account_url: None,
    }
}

fn with_cookie(mut response: Response, token: &str) -> Response {
    session::set_cookie(response.headers_mut(), token);
    response
}

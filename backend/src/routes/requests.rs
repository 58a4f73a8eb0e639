//! Requests that somebody decides: what those for apps (features 2.1) and those to join groups (features 2.5) have in
//! common.

use axum::{
    Json,
    extract::{FromRequest, FromRequestParts, Query, Request as HttpRequest, rejection::QueryRejection},
    http::StatusCode,
};
use portal_contract::{app_requests::RequestFilter, page::Page, problem::Code};
use rusqlite::{Connection, Transaction};
use serde::{Deserialize, de::DeserializeOwned};

use super::{DONE, apps::allowed};
use crate::{
    idempotency::Once,
    input::{Ids, Nothing, Wanted, page, wanted},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{
        accounts, audit,
        requests::{self, After, Asked, End, Offer, Request},
    },
    version::{self, Versioned, versioned},
};

/// The query of the list of those who decide.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Queue {
    /// The most rows of one page; 100 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// Which requests; those that wait when absent.
    #[param(inline)]
    #[serde(default)]
    state: RequestFilter,
}

/// What ends a request: which one, the version that was seen, and what is said about it, once.
pub struct Step<B> {
    id: String,
    wanted: version::Wanted,
    once: Once<B>,
}

impl<B> Step<B> {
    /// What it says.
    pub fn body(&self) -> &B {
        &self.once.body
    }
}

/// Refuses as [`Ids`], [`Once`] and [`version::wanted`] do, in this order.
impl<S: Send + Sync, B: DeserializeOwned> FromRequest<S> for Step<B> {
    type Rejection = Refusal;

    async fn from_request(request: HttpRequest, state: &S) -> Result<Self, Refusal> {
        let (mut parts, body) = request.into_parts();
        let Ids(id) = Ids::from_request_parts(&mut parts, state).await?;
        let wanted = version::wanted(&parts.headers);
        let once = Once::from_request(HttpRequest::from_parts(parts, body), state).await?;
        Ok(Self { id, wanted: wanted?, once })
    }
}

/// The person's requests, newest first.
///
/// # Errors
/// 403 for who has no My Apps.
pub async fn own<R: Request>(
    portal: &Portal,
    caller: Caller,
    Wanted { limit, after, .. }: Wanted<After>,
) -> Result<Json<Page<R>>, Refusal> {
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        Ok::<_, Refusal>(requests::own(connection, account, after.as_ref(), limit)?)
    };
    Ok(page(portal.store.read(query).await?))
}

/// Asks for something that somebody has to approve.
///
/// # Errors
/// As [`offered`]; 409 `approval-not-needed`, `request-pending`; what is wrong with the justification.
pub async fn ask<R: Request, B>(
    portal: &Portal,
    once: Once<B>,
    subject: String,
    justification: Result<String, Refusal>,
    action: &'static str,
) -> Result<StatusCode, Refusal> {
    once.run(portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        let offer = offered::<R>(transaction, now, account, &subject)?;
        if !offer.needs_approval {
            return Err(Code::ApprovalNotNeeded.into());
        }
        if offer.is_pending {
            return Err(Code::RequestPending.into());
        }
        let id = requests::ask::<R>(transaction, now, (account, &subject), &justification?)?;
        Ok(audit::record(transaction, now, caller.did(action, Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

/// What the home organization offers the person, who does not have it and whose account is not disabled.
///
/// # Errors
/// 403 for who has no My Apps; 404 where it is not offered; 409 `disabled-at-home`, `already-there`.
pub fn offered<R: Request>(connection: &Connection, now: i64, account: &str, subject: &str) -> Result<Offer, Refusal> {
    allowed(connection, account)?;
    let offer = R::offer(connection, now, account, subject)?.ok_or(Code::NotFound)?;
    if offer.disabled {
        return Err(Code::DisabledAtHome.into());
    }
    if offer.is_theirs {
        return Err(Code::AlreadyThere.into());
    }
    Ok(offer)
}

/// Takes a request back that nobody has decided.
///
/// # Errors
/// 403 for who has no My Apps; 404 where the person made no such request; as [`unchanged`].
pub async fn withdraw<R: Request>(
    portal: &Portal,
    Step { id, wanted, once }: Step<Nothing>,
    action: &'static str,
) -> Result<StatusCode, Refusal> {
    once.run(portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        allowed(transaction, account)?;
        let asked = requests::find::<R>(transaction, account, &id)?.filter(|it| it.account == *account);
        unchanged(asked.as_ref().ok_or(Code::NotFound)?, &wanted)?;
        ended(requests::end::<R>(transaction, now, &id, End::Withdrawn)?)?;
        Ok(audit::record(transaction, now, caller.did(action, Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

/// The requests that the caller decides: those that wait, oldest first, or decisions, newest first.
///
/// # Errors
/// 403 for who decides none; 400 and 422 for a query that is none.
pub async fn queue<R: Request>(
    portal: &Portal,
    caller: Caller,
    query: Result<Query<Queue>, QueryRejection>,
) -> Result<Json<Page<R>>, Refusal> {
    let Query(Queue { limit, cursor, state }) = query.map_err(|_| Code::MalformedRequest)?;
    let Wanted { limit, after, .. } = wanted::<After>(limit, cursor, None)?;
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        may_decide::<R>(connection, account)?;
        Ok::<_, Refusal>(requests::queue(connection, account, state, after.as_ref(), limit)?)
    };
    Ok(page(portal.store.read(query).await?))
}

/// One of them, also when it was withdrawn.
///
/// # Errors
/// 403 for who decides none; 404 where it is not the caller's to decide.
pub async fn get<R: Request>(portal: &Portal, caller: Caller, id: String) -> Result<Versioned<Json<R>>, Refusal> {
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        may_decide::<R>(connection, account)?;
        requests::to_decide::<R>(connection, account, &id)?.ok_or_else(|| Refusal::from(Code::NotFound))
    };
    let (request, version) = portal.store.read(query).await?;
    Ok(versioned(version, Json(request)))
}

/// Approves a request: `grant` gives the requester what was asked for, or refuses where that is not possible any more.
///
/// # Errors
/// As [`decide`].
pub async fn approve<R: Request>(
    portal: &Portal,
    step: Step<Nothing>,
    action: &'static str,
    grant: impl FnOnce(&Transaction<'_>, &Asked, i64) -> Result<(), Refusal> + Send + 'static,
) -> Result<StatusCode, Refusal> {
    decide::<R, _>(portal, step, action, |transaction, asked, now| grant(transaction, asked, now).map(|()| None)).await
}

/// Denies a request, and says why.
///
/// # Errors
/// As [`decide`]; what is wrong with the reason.
pub async fn deny<R: Request, B>(
    portal: &Portal,
    step: Step<B>,
    action: &'static str,
    reason: Result<String, Refusal>,
) -> Result<StatusCode, Refusal> {
    decide::<R, _>(portal, step, action, |_, _, _| reason.map(Some)).await
}

/// Decides a request that waits: `decision` is the reason of a denial, or none. Any one of those who decide is enough.
///
/// # Errors
/// 403 for who decides none, and `own-request`: nobody decides their own; 404 where it is not the caller's to decide;
/// 409 `disabled-at-home`; as [`unchanged`]; what `decision` refuses.
async fn decide<R: Request, B>(
    portal: &Portal,
    Step { id, wanted, once }: Step<B>,
    action: &'static str,
    decision: impl FnOnce(&Transaction<'_>, &Asked, i64) -> Result<Option<String>, Refusal> + Send + 'static,
) -> Result<StatusCode, Refusal> {
    once.run(portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        may_decide::<R>(transaction, account)?;
        let asked = requests::find::<R>(transaction, account, &id)?.ok_or(Code::NotFound)?;
        if asked.account == *account {
            return Err(Code::OwnRequest.into());
        }
        if accounts::is_disabled(transaction, account)? {
            return Err(Code::DisabledAtHome.into());
        }
        unchanged(&asked, &wanted)?;
        let end = match &decision(transaction, &asked, now)? {
            None => requests::end::<R>(transaction, now, &id, End::Approved(account)),
            Some(reason) => requests::end::<R>(transaction, now, &id, End::Denied(account, reason)),
        };
        ended(end?)?;
        Ok(audit::record(transaction, now, caller.did(action, Some(&id)))?)
    })
    .await?;
    Ok(DONE)
}

fn may_decide<R: Request>(connection: &Connection, account: &str) -> Result<(), Refusal> {
    if R::may_decide(connection, account)? { Ok(()) } else { Err(Code::AccessDenied.into()) }
}

/// 412 where it is not what the caller saw; 409 where that was no request that waits.
fn unchanged(asked: &Asked, wanted: &version::Wanted) -> Result<(), Code> {
    wanted.check(asked.version)?;
    ended(asked.is_pending)
}

fn ended(waited: bool) -> Result<(), Code> {
    if waited { Ok(()) } else { Err(Code::RequestDecided) }
}

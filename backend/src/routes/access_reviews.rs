//! `/me/access-reviews` and `/access-reviews`: who still needs a group or an app (features 2.6).

mod results;

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
};
use portal_contract::{
    access_reviews::{
        AcceptedRecommendations, AccessReview, DecisionsTaken, ItemFilter, MAX_REASON, NewDecision, NewDecisions,
        OwnDecision, ReviewItem, ReviewKind, ReviewState, Selection,
    },
    page::Page,
    problem::{Code, FieldCode},
};
use rusqlite::{Connection, Transaction};
use serde::Deserialize;

pub use self::results::{__path_results, results};
use super::{DONE, apps::allowed};
use crate::{
    fields::{MAX_CHARACTERS, words},
    idempotency::Once,
    input::{Ids, Wanted, page, wanted},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::{
        access_reviews::{self, Place, Time, decisions},
        audit,
    },
};

/// The query of the list of reviews.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// The most rows of one page; 100 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// Which reviews; those to answer when absent.
    #[param(inline)]
    #[serde(default)]
    state: ReviewState,
}

/// The query of the rows of a review.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Rows {
    /// The most rows of one page; 100 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// What the name or the user ID contains, without regard to case and accents.
    #[param(max_length = 256)]
    q: Option<String>,
    /// Which rows; all when absent.
    #[param(inline)]
    #[serde(default)]
    filter: ItemFilter,
}

/// The person's reviews: those to answer, the next due first, or those that ended, the newest first.
#[utoipa::path(
    get, path = "/api/v1/me/access-reviews", tag = "access-reviews", params(Listing), security(("session" = [])),
    responses(
        (status = 200, description = "One page of reviews.", body = Page<AccessReview>),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    query: Result<Query<Listing>, QueryRejection>,
) -> Result<Json<Page<AccessReview>>, Refusal> {
    let Query(Listing { limit, cursor, state }) = query.map_err(|_| Code::MalformedRequest)?;
    let Wanted { limit, after, .. } = wanted::<access_reviews::After>(limit, cursor, None)?;
    let now = portal.clock.now();
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        Ok::<_, Refusal>(access_reviews::list(connection, now, account, state, after.as_ref(), limit)?)
    };
    Ok(page(portal.store.read(query).await?))
}

/// One of them, while the person decides in it, and for 30 days after its end.
#[utoipa::path(
    get, path = "/api/v1/access-reviews/{id}", tag = "access-reviews", security(("session" = [])),
    params(("id" = String, Path, description = "The review.")),
    responses(
        (status = 200, description = "The review.", body = AccessReview),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn get(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Result<Json<AccessReview>, Refusal> {
    let now = portal.clock.now();
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        let place = place(connection, now, account, &id)?;
        if place.time == Time::Over {
            return Err(Code::NotFound.into());
        }
        Ok::<_, Refusal>(access_reviews::get(connection, account, &place)?)
    };
    Ok(Json(portal.store.read(query).await?))
}

/// About whom the person decides, by name; `filter` by what was decided in this stage, `q` searches.
#[utoipa::path(
    get, path = "/api/v1/access-reviews/{id}/items", tag = "access-reviews", security(("session" = [])),
    params(("id" = String, Path, description = "The review."), Rows),
    responses(
        (status = 200, description = "One page of rows.", body = Page<ReviewItem>),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn items(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
    query: Result<Query<Rows>, QueryRejection>,
) -> Result<Json<Page<ReviewItem>>, Refusal> {
    let Query(Rows { limit, cursor, q, filter }) = query.map_err(|_| Code::MalformedRequest)?;
    let Wanted { limit, after, search } = wanted::<u32>(limit, cursor, q)?;
    let now = portal.clock.now();
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        let place = place(connection, now, account, &id)?;
        if place.time != Time::Now || place.kind != ReviewKind::Others {
            return Err(Code::NotFound.into());
        }
        Ok::<_, Refusal>(access_reviews::items(connection, account, &place, (filter, search.as_deref()), after, limit)?)
    };
    Ok(page(portal.store.read(query).await?))
}

/// Decides about some people at once, or takes decisions back. Where another reviewer decided meanwhile, the last one
/// wins, and `overruled` says about how many.
#[utoipa::path(
    post, path = "/api/v1/access-reviews/{id}/decisions", tag = "access-reviews", security(("session" = [])),
    params(("id" = String, Path, description = "The review.")), request_body = NewDecisions,
    responses(
        (status = 200, description = "Decided.", body = DecisionsTaken),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`review-ended`, `request-in-flight`."),
    )
)]
pub async fn decide(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<NewDecisions>,
) -> Result<Json<DecisionsTaken>, Refusal> {
    let NewDecisions { selection, decision, reason, revision } = once.body.clone();
    let taken = take(&portal, id, once, move |transaction, by, place| {
        check(&selection)?;
        let needed = place.reason_required && decision != NewDecision::None;
        let reason = reason_of(reason.as_deref().filter(|_| decision != NewDecision::None), needed)?;
        let what = (decision, reason.as_deref());
        let rows = decisions::decide(transaction, by, place, &selection, what, revision)?;
        Ok((action(decision), rows))
    });
    Ok(Json(taken.await?))
}

/// Follows the recommendations about those of some people about whom nobody has decided in this stage.
#[utoipa::path(
    post, path = "/api/v1/access-reviews/{id}/accept-recommendations", tag = "access-reviews",
    security(("session" = [])), params(("id" = String, Path, description = "The review.")),
    request_body = AcceptedRecommendations,
    responses(
        (status = 200, description = "Decided; what was decided before stays.", body = DecisionsTaken),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`review-ended`, `request-in-flight`."),
    )
)]
pub async fn accept(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<AcceptedRecommendations>,
) -> Result<Json<DecisionsTaken>, Refusal> {
    let AcceptedRecommendations { selection } = once.body.clone();
    let taken = take(&portal, id, once, move |transaction, by, place| {
        check(&selection)?;
        let rows = decisions::accept(transaction, by, place, &selection)?;
        Ok(("access-review.accept-recommendation", rows))
    });
    Ok(Json(taken.await?))
}

/// Answers whether the person still needs the access; the last answer before the end counts.
#[utoipa::path(
    post, path = "/api/v1/access-reviews/{id}/own", tag = "access-reviews", security(("session" = [])),
    params(("id" = String, Path, description = "The review.")), request_body = OwnDecision,
    responses(
        (status = 204, description = "Noted; it can be changed until the end."),
        (status = 403, description = "`access-denied`, `cross-site-request`."),
        (status = 409, description = "`review-ended`, `request-in-flight`."),
    )
)]
pub async fn own(
    State(portal): State<Arc<Portal>>,
    Ids(id): Ids<String>,
    once: Once<OwnDecision>,
) -> Result<StatusCode, Refusal> {
    let OwnDecision { needed, reason } = once.body.clone();
    let key = once.key().to_owned();
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        let place = turn(transaction, now, account, &id, ReviewKind::Own)?;
        let reason = reason_of(reason.as_deref(), place.reason_required)?;
        let by = decisions::By { account, key: &key, at: now };
        let decision = if needed { NewDecision::Approve } else { NewDecision::Deny };
        let row = decisions::own(transaction, account, &place)?;
        let rows = decisions::decide(transaction, by, &place, &row, (decision, reason.as_deref()), 0)?;
        record(transaction, caller, now, &place, action(decision), &rows)
    })
    .await?;
    Ok(DONE)
}

/// Decides about rows in a review of others, each with its audit row.
async fn take<B>(
    portal: &Portal,
    id: String,
    once: Once<B>,
    change: impl FnOnce(&Transaction<'_>, decisions::By<'_>, &Place) -> Result<(&'static str, Vec<u32>), Refusal>
    + Send
    + 'static,
) -> Result<DecisionsTaken, Refusal> {
    let key = once.key().to_owned();
    let (again, key_again) = (id.clone(), key.clone());
    once.answer(
        portal,
        move |transaction, caller, now| {
            let account = &caller.session.account;
            let place = turn(transaction, now, account, &id, ReviewKind::Others)?;
            let by = decisions::By { account, key: &key, at: now };
            let (action, rows) = change(transaction, by, &place)?;
            record(transaction, caller, now, &place, action, &rows)?;
            Ok(Ok(decisions::taken(transaction, by, &place)?))
        },
        move |transaction, caller, now| {
            let account = &caller.session.account;
            let place = place(transaction, now, account, &again)?;
            let by = decisions::By { account, key: &key_again, at: now };
            Ok(decisions::taken(transaction, by, &place)?)
        },
    )
    .await
}

fn record(
    transaction: &Transaction<'_>,
    caller: &Caller,
    now: i64,
    place: &Place,
    action: &'static str,
    rows: &[u32],
) -> Result<(), Refusal> {
    for number in rows {
        let target = format!("{}/{number}", place.review);
        audit::record(transaction, now, caller.did(action, Some(&target)))?;
    }
    Ok(())
}

fn action(decision: NewDecision) -> &'static str {
    match decision {
        NewDecision::Approve => "access-review.approve",
        NewDecision::Deny => "access-review.deny",
        NewDecision::DontKnow => "access-review.dont-know",
        NewDecision::None => "access-review.undo",
    }
}

/// The person's place in a review: to others it does not exist.
fn place(connection: &Connection, now: i64, account: &str, id: &str) -> Result<Place, Refusal> {
    allowed(connection, account)?;
    access_reviews::place(connection, now, account, id)?.ok_or_else(|| Code::NotFound.into())
}

/// The same where it is the person's turn to decide about such access: 409 once the stage is over.
fn turn(connection: &Connection, now: i64, account: &str, id: &str, kind: ReviewKind) -> Result<Place, Refusal> {
    let place = place(connection, now, account, id)?;
    match place.time {
        _ if place.kind != kind => Err(Code::NotFound.into()),
        Time::Now => Ok(place),
        Time::Over | Time::Finished => Err(Code::ReviewEnded.into()),
    }
}

fn check(selection: &Selection) -> Result<(), Refusal> {
    let numbers = |code| Err(Refusal::field("/selection/numbers", code, None));
    match (selection.all, selection.numbers.is_empty()) {
        (true, false) => numbers(FieldCode::Malformed),
        (false, true) => numbers(FieldCode::Required),
        _ if selection.q.chars().count() > MAX_CHARACTERS => {
            Err(Refusal::field("/selection/q", FieldCode::TooLong, u32::try_from(MAX_CHARACTERS).ok()))
        }
        _ => Ok(()),
    }
}

/// A reason, without surrounding spaces.
fn reason_of(typed: Option<&str>, needed: bool) -> Result<Option<String>, Refusal> {
    let typed = typed.unwrap_or_default();
    if typed.trim().is_empty() && !needed { Ok(None) } else { words("/reason", typed, MAX_REASON).map(Some) }
}

//! Access reviews (features 2.6): which ones somebody sees, and the rows in them.

pub mod decisions;
pub mod end;
pub mod provision;

use portal_contract::{
    access_reviews::{
        AccessReview, Decision, FINISHED_DAYS, ItemFilter, NoAnswer, Recommendation, ResourceKind, ReviewDecision,
        ReviewItem, ReviewKind, ReviewState, ReviewedResource,
    },
    ids::{AccessReviewId, AppId},
};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{StoreError, apps, rows, sort_name};
use crate::clock::rfc3339;

/// Seconds in a day.
const DAY: i64 = 24 * 60 * 60;
/// Seconds for which a review that is over can be seen.
const FINISHED_SECONDS: i64 = FINISHED_DAYS * DAY;

/// Where the list of reviews goes on: after a time, then after an id.
pub type After = (i64, String);

/// The stages in which `:account` decides: of others, or of itself. Disabled accounts decide nothing, and neither do guests
/// who left or are disabled there.
const MINE: &str = "SELECT v.review AS review, v.stage AS stage FROM access_reviewers v
         JOIN accounts a ON a.id = v.account WHERE v.account = :account AND NOT a.disabled
     UNION ALL
     SELECT i.review, s.stage FROM access_review_items i
         JOIN accounts a ON a.id = i.account
         JOIN access_reviews r ON r.id = i.review AND r.kind = 'own'
         JOIN access_review_stages s ON s.review = r.id
         LEFT JOIN guests g ON g.id = i.guest
         WHERE i.account = :account AND NOT a.disabled
         AND (i.guest IS NULL OR (g.deleted_at IS NULL AND NOT g.disabled))";

/// What counts in the end: what the last stage decided that decided anything, about the row `i`.
const EFFECTIVE: &str = "(SELECT x.stage FROM access_review_decisions x
     WHERE x.review = i.review AND x.number = i.number AND x.decision IS NOT NULL ORDER BY x.stage DESC LIMIT 1)";

/// A person's place in a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The review.
    pub review: String,
    /// Whose access it is about.
    pub kind: ReviewKind,
    /// The stage in which the person decides; of those that are over, the last one.
    pub stage: u32,
    /// How far it got.
    pub time: Time,
    /// Whether every answer needs a reason.
    pub reason_required: bool,
    /// When the last stage ends.
    ends_at: i64,
    applied: bool,
}

/// How far a review got, for the one who decides in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// It is the person's turn.
    Now,
    /// The person's turn is over; others may go on.
    Over,
    /// All is over, and not long ago.
    Finished,
}

impl Place {
    /// Whether all is over and done.
    pub fn is_applied(&self) -> bool {
        self.applied
    }
}

/// How many reviews wait for the account; absent where it has none to answer, or no My Apps.
///
/// # Errors
/// [`StoreError`].
pub fn waiting(connection: &Connection, now: i64, account: &str) -> Result<Option<u32>, StoreError> {
    let sql = format!(
        "SELECT count(*), ifnull(sum(EXISTS (
             SELECT 1 FROM access_review_items i
             LEFT JOIN access_review_decisions d ON d.review = i.review AND d.number = i.number AND d.stage = m.stage
             WHERE i.review = m.review AND d.decision IS NULL AND (r.kind = 'others' OR i.account = :account))), 0)
         FROM ({MINE}) m
         JOIN access_reviews r ON r.id = m.review
         JOIN access_review_stages s ON s.review = m.review AND s.stage = m.stage
         WHERE s.starts_at <= :now AND s.ends_at > :now
         AND (SELECT has_my_apps FROM accounts WHERE id = :account)"
    );
    let (all, waiting): (u32, u32) = connection
        .prepare_cached(&sql)?
        .query_row(named_params! { ":account": account, ":now": now }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((all > 0).then_some(waiting))
}

/// The account's place in a review; absent where it has none there, or not yet.
///
/// # Errors
/// [`StoreError`].
pub fn place(connection: &Connection, now: i64, account: &str, review: &str) -> Result<Option<Place>, StoreError> {
    Ok(places(connection, now, account, Some(review))?.pop())
}

fn places(connection: &Connection, now: i64, account: &str, review: Option<&str>) -> Result<Vec<Place>, StoreError> {
    let sql = format!(
        "SELECT r.id, r.kind, max(m.stage), max(s.ends_at), r.reason_required, r.applied_at IS NOT NULL,
             (SELECT max(e.ends_at) FROM access_review_stages e WHERE e.review = r.id)
         FROM ({MINE}) m
         JOIN access_reviews r ON r.id = m.review
         JOIN access_review_stages s ON s.review = m.review AND s.stage = m.stage
         WHERE s.starts_at <= :now AND (:review IS NULL OR r.id = :review)
         GROUP BY r.id"
    );
    let place = |row: &Row<'_>| {
        let (own_end, ends_at): (i64, i64) = (row.get(3)?, row.get(6)?);
        let time = match () {
            () if own_end > now => Time::Now,
            () if ends_at <= now && ends_at > now - FINISHED_SECONDS => Time::Finished,
            () => Time::Over,
        };
        let kind = kind(&row.get::<_, String>(1)?);
        Ok(Place {
            review: row.get(0)?,
            kind,
            stage: row.get(2)?,
            time,
            reason_required: row.get(4)?,
            ends_at,
            applied: row.get(5)?,
        })
    };
    Ok(connection
        .prepare_cached(&sql)?
        .query_map(named_params! { ":account": account, ":now": now, ":review": review }, place)?
        .collect::<Result<_, _>>()?)
}

/// A page of the account's reviews: those it can answer, the next due first, or those that ended, the newest first.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    connection: &Connection,
    now: i64,
    account: &str,
    state: ReviewState,
    after: Option<&After>,
    limit: u32,
) -> Result<(Vec<AccessReview>, Option<After>), StoreError> {
    let (time, direction) = match state {
        ReviewState::Pending => (Time::Now, 1),
        ReviewState::Finished => (Time::Finished, -1),
    };
    // A person has some reviews, not thousands.
    let mut found = Vec::new();
    for place in places(connection, now, account, None)?.into_iter().filter(|it| it.time == time) {
        let (review, due) = read(connection, account, &place)?;
        found.push(((direction * due, place.review), review));
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found.retain(|(key, _)| after.is_none_or(|after| key > after));
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(key, _)| key.clone());
    Ok((found.into_iter().map(|(_, review)| review).collect(), next))
}

/// A review, as the account sees it from its place.
///
/// # Errors
/// [`StoreError`].
pub fn get(connection: &Connection, account: &str, place: &Place) -> Result<AccessReview, StoreError> {
    Ok(read(connection, account, place)?.0)
}

/// The review, and when it is due.
fn read(connection: &Connection, account: &str, place: &Place) -> Result<(AccessReview, i64), StoreError> {
    let finished = place.time == Time::Finished;
    // What one stage decided, or in the end all of them.
    let counted = if finished { EFFECTIVE } else { ":stage" };
    let sql = format!(
        "SELECT r.display_name, r.no_answer, r.revision, r.applied_at, s.ends_at,
             (SELECT count(*) FROM access_review_stages e WHERE e.review = r.id),
             g.id, ifnull(g.display_name, p.display_name), ifnull(g.description, p.description), p.id,
             o.id, o.display_name, o.language, c.total, c.approved, c.denied, c.dont_know, c.removed
         FROM access_reviews r
         JOIN access_review_stages s ON s.review = r.id AND s.stage = :stage
         JOIN organizations o ON o.id = r.organization
         LEFT JOIN groups g ON g.id = r.\"group\"
         LEFT JOIN apps p ON p.id = r.app
         JOIN (SELECT count(*) AS total, ifnull(sum(d.decision = 'approve'), 0) AS approved,
                 ifnull(sum(d.decision = 'deny'), 0) AS denied, ifnull(sum(d.decision = 'dont-know'), 0) AS dont_know,
                 ifnull(sum(i.outcome = 'removed'), 0) AS removed
             FROM access_review_items i
             LEFT JOIN access_review_decisions d ON d.review = i.review AND d.number = i.number AND d.stage = {counted}
             WHERE i.review = :review AND (:own IS NULL OR i.account = :own)) c
         WHERE r.id = :review"
    );
    let own = (place.kind == ReviewKind::Own).then_some(account);
    let (mut review, due, app) = connection.prepare_cached(&sql)?.query_row(
        named_params! { ":review": place.review, ":stage": place.stage, ":own": own },
        |row| {
            let stages = row.get(5)?;
            let due: i64 = if finished { place.ends_at } else { row.get(4)? };
            let is_group = row.get::<_, Option<String>>(6)?.is_some();
            let review = AccessReview {
                id: AccessReviewId(place.review.clone()),
                display_name: row.get(0)?,
                kind: place.kind,
                resource: ReviewedResource {
                    kind: if is_group { ResourceKind::Group } else { ResourceKind::App },
                    display_name: row.get(7)?,
                    description: row.get(8)?,
                    texts: Vec::new(),
                },
                organization: rows::organization(row, 10)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
                finished,
                due_at: rfc3339(due),
                ends_at: rfc3339(place.ends_at),
                stage: if finished { stages } else { place.stage },
                stages,
                reason_required: place.reason_required,
                no_answer: no_answer(&row.get::<_, String>(1)?),
                revision: row.get(2)?,
                total: row.get(13)?,
                approved: row.get(14)?,
                denied: row.get(15)?,
                dont_know: row.get(16)?,
                own: None,
                applied_at: row.get::<_, Option<i64>>(3)?.map(rfc3339),
                removed: row.get(17)?,
            };
            Ok((review, due, row.get::<_, Option<String>>(9)?))
        },
    )?;
    if let Some(app) = app {
        review.resource.texts = apps::texts(connection, &AppId(app))?;
    }
    if own.is_some() {
        review.own = own_decision(connection, account, place)?;
    }
    Ok((review, due))
}

fn own_decision(connection: &Connection, account: &str, place: &Place) -> Result<Option<ReviewDecision>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT d.decision, d.reason, a.display_name, d.reviewer IS :account, d.decided_at
             FROM access_review_items i
             JOIN access_review_decisions d ON d.review = i.review AND d.number = i.number AND d.stage = :stage
             LEFT JOIN accounts a ON a.id = d.reviewer
             WHERE i.review = :review AND i.account = :account",
        )?
        .query_row(named_params! { ":account": account, ":review": place.review, ":stage": place.stage }, |row| {
            decision(row, 0)
        })
        .optional()?
        .flatten())
}

/// A page of the rows of a review, by number; the cursor is the last one's.
///
/// # Errors
/// [`StoreError`].
pub fn items(
    connection: &Connection,
    account: &str,
    place: &Place,
    (filter, search): (ItemFilter, Option<&str>),
    after: Option<u32>,
    limit: u32,
) -> Result<(Vec<ReviewItem>, Option<u32>), StoreError> {
    let mut found = connection
        .prepare_cached(
            "SELECT i.number, a.display_name, a.user_id, i.guest IS NOT NULL, i.last_sign_in_at, i.recommendation,
                 d.decision, d.reason, b.display_name, d.reviewer IS :account, d.decided_at,
                 e.decision, e.reason, c.display_name, e.reviewer IS :account, e.decided_at
             FROM access_review_items i
             JOIN accounts a ON a.id = i.account
             LEFT JOIN access_review_decisions d ON d.review = i.review AND d.number = i.number AND d.stage = :stage
             LEFT JOIN accounts b ON b.id = d.reviewer
             LEFT JOIN access_review_decisions e ON e.review = i.review AND e.number = i.number
                 AND e.stage = (SELECT max(x.stage) FROM access_review_decisions x WHERE x.review = i.review
                     AND x.number = i.number AND x.stage < :stage AND x.decision IS NOT NULL)
             LEFT JOIN accounts c ON c.id = e.reviewer
             WHERE i.review = :review AND i.number > :after
             AND (:filter = 'all' OR ifnull(d.decision, 'undecided') = :filter)
             AND (:search IS NULL OR instr(i.search, :search) > 0)
             ORDER BY i.number LIMIT :limit",
        )?
        .query_map(
            named_params! {
                ":account": account,
                ":review": place.review,
                ":stage": place.stage,
                ":after": after.unwrap_or(0),
                ":filter": filter_name(filter),
                ":search": search.map(sort_name),
                ":limit": limit + 1,
            },
            |row| {
                Ok(ReviewItem {
                    number: row.get(0)?,
                    display_name: row.get(1)?,
                    user_id: row.get(2)?,
                    guest: row.get(3)?,
                    last_sign_in_at: row.get::<_, Option<i64>>(4)?.map(rfc3339),
                    recommendation: recommendation(&row.get::<_, String>(5)?),
                    decision: decision(row, 6)?,
                    earlier: decision(row, 11)?,
                })
            },
        )?
        .collect::<Result<Vec<_>, _>>()?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|it| it.number);
    Ok((found, next))
}

/// Reads a decision from the five columns that begin at `first`; absent where there is none, or it was taken back.
fn decision(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<ReviewDecision>> {
    let Some(decision) = row.get::<_, Option<String>>(first)? else { return Ok(None) };
    Ok(Some(ReviewDecision {
        decision: match decision.as_str() {
            "approve" => Decision::Approve,
            "deny" => Decision::Deny,
            "dont-know" => Decision::DontKnow,
            _ => Decision::Unknown,
        },
        reason: row.get(first + 1)?,
        decided_by: row.get(first + 2)?,
        by_me: row.get(first + 3)?,
        decided_at: rfc3339(row.get(first + 4)?),
    }))
}

fn filter_name(filter: ItemFilter) -> &'static str {
    match filter {
        ItemFilter::All => "all",
        ItemFilter::Undecided => "undecided",
        ItemFilter::Approved => "approve",
        ItemFilter::Denied => "deny",
        ItemFilter::DontKnow => "dont-know",
    }
}

fn kind(stored: &str) -> ReviewKind {
    match stored {
        "own" => ReviewKind::Own,
        "others" => ReviewKind::Others,
        _ => ReviewKind::Unknown,
    }
}

fn no_answer(stored: &str) -> NoAnswer {
    match stored {
        "keep" => NoAnswer::Keep,
        "remove" => NoAnswer::Remove,
        "recommendation" => NoAnswer::Recommendation,
        _ => NoAnswer::Unknown,
    }
}

fn recommendation(stored: &str) -> Recommendation {
    match stored {
        "approve" => Recommendation::Approve,
        "deny" => Recommendation::Deny,
        _ => Recommendation::Unknown,
    }
}

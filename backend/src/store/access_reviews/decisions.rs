//! Deciding about the rows of a review.

use portal_contract::access_reviews::{DecisionsTaken, NewDecision, Selection};
use rusqlite::{Connection, ToSql, Transaction, named_params};

use super::{Place, filter_name};
use crate::store::{StoreError, sort_name};

/// Who decides, in which request, when.
#[derive(Clone, Copy, Debug)]
pub struct By<'a> {
    /// The reviewer.
    pub account: &'a str,
    /// The `Idempotency-Key`.
    pub key: &'a str,
    /// Unix seconds.
    pub at: i64,
}

/// Whether the row `i`, with the decision `d` of the stage, is one of a selection.
const SELECTED: &str = "(:all AND (:filter = 'all' OR ifnull(d.decision, 'undecided') = :filter)
         AND (:search IS NULL OR instr(i.search, :search) > 0)
         AND i.number NOT IN (SELECT value FROM json_each(:except))
     OR NOT :all AND i.number IN (SELECT value FROM json_each(:numbers)))";

/// What takes the place of an earlier decision about the same row in the same stage; `:seen` is the revision that the
/// reviewer had read.
const INSTEAD: &str = "ON CONFLICT (review, number, stage) DO UPDATE SET
         overruled = decision IS NOT NULL AND reviewer IS NOT excluded.reviewer AND revision > :seen,
         decision = excluded.decision, reason = excluded.reason, reviewer = excluded.reviewer,
         decided_at = excluded.decided_at, revision = excluded.revision, request_key = excluded.request_key
     RETURNING number";

/// Decides about some rows, or takes their decisions back; gives back their numbers.
///
/// # Errors
/// [`StoreError`].
pub fn decide(
    transaction: &Transaction<'_>,
    by: By<'_>,
    place: &Place,
    selection: &Selection,
    (decision, reason): (NewDecision, Option<&str>),
    seen: u32,
) -> Result<Vec<u32>, StoreError> {
    // What was never decided has nothing to be taken back.
    let which = if decision == NewDecision::None { "d.decision IS NOT NULL" } else { "true" };
    write(transaction, by, place, selection, (":decision", which), (stored(decision), reason), seen)
}

/// Follows the recommendation for those of some rows about which nobody has decided in this stage.
///
/// # Errors
/// [`StoreError`].
pub fn accept(
    transaction: &Transaction<'_>,
    by: By<'_>,
    place: &Place,
    selection: &Selection,
) -> Result<Vec<u32>, StoreError> {
    let what = ("ifnull(:decision, i.recommendation)", "d.decision IS NULL");
    write(transaction, by, place, selection, what, (None, None), 0)
}

fn write(
    transaction: &Transaction<'_>,
    by: By<'_>,
    place: &Place,
    selection: &Selection,
    (what, which): (&'static str, &'static str),
    (decision, reason): (Option<&str>, Option<&str>),
    seen: u32,
) -> Result<Vec<u32>, StoreError> {
    let revision: u32 = transaction
        .prepare_cached("UPDATE access_reviews SET revision = revision + 1 WHERE id = ?1 RETURNING revision")?
        .query_row([&place.review], |row| row.get(0))?;
    let sql = format!(
        "INSERT INTO access_review_decisions
             (review, number, stage, decision, reason, reviewer, decided_at, revision, overruled, request_key)
         SELECT i.review, i.number, :stage, {what}, :reason, :account, :at, :revision, 0, :key
         FROM access_review_items i
         LEFT JOIN access_review_decisions d ON d.review = i.review AND d.number = i.number AND d.stage = :stage
         WHERE i.review = :review AND {which} AND {SELECTED} {INSTEAD}"
    );
    let search = Some(selection.q.trim()).filter(|it| !it.is_empty()).map(sort_name);
    let parameters: [(&str, &dyn ToSql); 14] = [
        (":review", &place.review),
        (":stage", &place.stage),
        (":decision", &decision),
        (":reason", &reason),
        (":account", &by.account),
        (":at", &by.at),
        (":revision", &revision),
        (":key", &by.key),
        (":seen", &seen),
        (":all", &selection.all),
        (":filter", &filter_name(selection.filter)),
        (":search", &search),
        (":except", &numbers(&selection.except)),
        (":numbers", &numbers(&selection.numbers)),
    ];
    let mut statement = transaction.prepare_cached(&sql)?;
    let mut decided = statement.query_map(&parameters, |row| row.get(0))?.collect::<Result<Vec<u32>, _>>()?;
    decided.sort_unstable();
    Ok(decided)
}

/// What a request did, as far as it still stands.
///
/// # Errors
/// [`StoreError`].
pub fn taken(connection: &Connection, by: By<'_>, place: &Place) -> Result<DecisionsTaken, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT count(*), ifnull(sum(overruled), 0) FROM access_review_decisions
             WHERE review = :review AND stage = :stage AND reviewer = :account AND request_key = :key",
        )?
        .query_row(
            named_params! {
                ":review": place.review, ":stage": place.stage, ":account": by.account, ":key": by.key
            },
            |row| Ok(DecisionsTaken { decided: row.get(0)?, overruled: row.get(1)? }),
        )?)
}

/// The person's own row in a review of oneself.
///
/// # Errors
/// [`StoreError`].
pub fn own(connection: &Connection, account: &str, place: &Place) -> Result<Selection, StoreError> {
    let number = connection
        .prepare_cached("SELECT number FROM access_review_items WHERE review = ?1 AND account = ?2")?
        .query_row([&place.review, account], |row| row.get(0))?;
    Ok(Selection { numbers: vec![number], ..Selection::default() })
}

fn stored(decision: NewDecision) -> Option<&'static str> {
    match decision {
        NewDecision::Approve => Some("approve"),
        NewDecision::Deny => Some("deny"),
        NewDecision::DontKnow => Some("dont-know"),
        NewDecision::None => None,
    }
}

/// As SQLite's `json_each` reads them.
fn numbers(all: &[u32]) -> String {
    format!("[{}]", all.iter().map(u32::to_string).collect::<Vec<_>>().join(","))
}

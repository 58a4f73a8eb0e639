//! The end of a review: what was decided happens, once; and what came of it.

use portal_contract::access_reviews::{Recommendation, ReviewDecision};
use rusqlite::{Connection, Transaction, named_params, params};

use super::{EFFECTIVE, decision, recommendation};
use crate::{
    clock::rfc3339,
    store::{
        StoreError,
        audit::{self, Entry, Outcome},
    },
};

/// What became of somebody's access.
#[derive(Clone, Debug)]
pub struct Reviewed {
    /// The person's name.
    pub display_name: String,
    /// What they sign in with.
    pub user_id: String,
    /// When they had last signed in as the review began.
    pub last_sign_in_at: Option<String>,
    /// What was recommended.
    pub recommendation: Recommendation,
    /// What counted.
    pub decision: Option<ReviewDecision>,
    /// `kept`, `removed` or `gone`.
    pub outcome: String,
}

/// Applies every review whose last stage is over: who was denied leaves the group or loses the app, and about whom nobody
/// decided, the review's rule does. Each change has an audit row. Gives back how many lost something.
///
/// # Errors
/// [`StoreError`].
pub fn apply(transaction: &Transaction<'_>, now: i64) -> Result<usize, StoreError> {
    let due = transaction
        .prepare_cached(
            "SELECT r.id, r.\"group\", r.app, r.no_answer FROM access_reviews r WHERE r.applied_at IS NULL
             AND (SELECT max(s.ends_at) FROM access_review_stages s WHERE s.review = r.id) <= ?1",
        )?
        .query_map([now], |row| {
            Ok(Due { id: row.get(0)?, group: row.get(1)?, app: row.get(2)?, no_answer: row.get(3)? })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let mut removed = 0;
    for review in due {
        removed += apply_one(transaction, now, &review)?;
    }
    Ok(removed)
}

struct Due {
    id: String,
    group: Option<String>,
    app: Option<String>,
    no_answer: String,
}

fn apply_one(transaction: &Transaction<'_>, now: i64, review: &Due) -> Result<usize, StoreError> {
    let sql = format!(
        "SELECT i.number, i.account, i.guest, i.recommendation = 'deny', d.decision FROM access_review_items i
         LEFT JOIN access_review_decisions d ON d.review = i.review AND d.number = i.number AND d.stage = {EFFECTIVE}
         WHERE i.review = ?1 ORDER BY i.number"
    );
    type Row = (u32, String, Option<String>, bool, Option<String>);
    let items = transaction
        .prepare_cached(&sql)?
        .query_map([&review.id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?
        .collect::<Result<Vec<Row>, _>>()?;
    let mut removed = 0;
    for (number, account, guest, denial_recommended, decision) in items {
        let ends = match decision.as_deref() {
            Some("approve") => false,
            Some("deny") => true,
            // Nobody decided, or nobody knew.
            _ => match review.no_answer.as_str() {
                "remove" => true,
                "recommendation" => denial_recommended,
                _ => false,
            },
        };
        let outcome = match ends {
            false => "kept",
            true if take(transaction, review, &account, guest.as_deref())? => {
                removed += 1;
                let target = format!("{}/{number}", review.id);
                audit::record(transaction, now, did("access-review.remove", &target))?;
                "removed"
            }
            true => "gone",
        };
        transaction
            .prepare_cached("UPDATE access_review_items SET outcome = ?3 WHERE review = ?1 AND number = ?2")?
            .execute(params![review.id, number, outcome])?;
    }
    transaction
        .prepare_cached("UPDATE access_reviews SET applied_at = ?2 WHERE id = ?1")?
        .execute(params![review.id, now])?;
    audit::record(transaction, now, did("access-review.apply", &review.id))?;
    Ok(removed)
}

/// Takes the access away; `false` where it had gone already.
fn take(transaction: &Transaction<'_>, review: &Due, account: &str, guest: Option<&str>) -> Result<bool, StoreError> {
    let (holder, sql) = match (guest, &review.group) {
        (None, Some(_)) => (account, r#"DELETE FROM account_groups WHERE account = ?1 AND "group" = ?2"#),
        (Some(guest), Some(_)) => (guest, r#"DELETE FROM guest_groups WHERE guest = ?1 AND "group" = ?2"#),
        (None, None) => (account, "DELETE FROM account_apps WHERE account = ?1 AND app = ?2"),
        (Some(guest), None) => (guest, "DELETE FROM guest_apps WHERE guest = ?1 AND app = ?2"),
    };
    let resource = review.group.as_ref().or(review.app.as_ref());
    Ok(transaction.prepare_cached(sql)?.execute(params![holder, resource])? == 1)
}

fn did<'a>(action: &'static str, target: &'a str) -> Entry<'a> {
    Entry {
        actor: Some("system"),
        session: None,
        address: None,
        action,
        target: Some(target),
        result: Outcome::Done,
        request_id: None,
    }
}

/// What became of everybody in a review that was applied, by name; with the name of the review.
///
/// # Errors
/// [`StoreError`].
pub fn results(connection: &Connection, account: &str, review: &str) -> Result<(String, Vec<Reviewed>), StoreError> {
    let name = connection
        .prepare_cached("SELECT display_name FROM access_reviews WHERE id = ?1")?
        .query_row([review], |row| row.get(0))?;
    let sql = format!(
        "SELECT a.display_name, a.user_id, i.last_sign_in_at, i.recommendation, ifnull(i.outcome, ''),
             d.decision, d.reason, b.display_name, d.reviewer IS :account, d.decided_at
         FROM access_review_items i
         JOIN accounts a ON a.id = i.account
         LEFT JOIN access_review_decisions d ON d.review = i.review AND d.number = i.number AND d.stage = {EFFECTIVE}
         LEFT JOIN accounts b ON b.id = d.reviewer
         WHERE i.review = :review ORDER BY i.number"
    );
    let found = connection
        .prepare_cached(&sql)?
        .query_map(named_params! { ":account": account, ":review": review }, |row| {
            Ok(Reviewed {
                display_name: row.get(0)?,
                user_id: row.get(1)?,
                last_sign_in_at: row.get::<_, Option<i64>>(2)?.map(rfc3339),
                recommendation: recommendation(&row.get::<_, String>(3)?),
                decision: decision(row, 5)?,
                outcome: row.get(4)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok((name, found))
}

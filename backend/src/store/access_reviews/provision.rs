//! Beginning reviews. Used by the demo; an organization's own rules for when to review what would come here.

use portal_contract::access_reviews::QUIET_DAYS;
use rusqlite::{Transaction, named_params, params};

use super::DAY;
use crate::store::{StoreError, sort_name};

/// What is reviewed.
#[derive(Clone, Copy, Debug)]
pub enum Resource<'a> {
    /// Who is in a group.
    Group(&'a str),
    /// Who has an app.
    App(&'a str),
}

/// A review to begin.
#[derive(Clone, Copy, Debug)]
pub struct Review<'a> {
    /// Its id.
    pub id: &'a str,
    /// Whose it is.
    pub organization: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// What is reviewed.
    pub resource: Resource<'a>,
    /// Whether everybody decides about themselves.
    pub own: bool,
    /// Whether every answer needs a reason.
    pub reason_required: bool,
    /// What happens without one: `keep`, `remove` or `recommendation`.
    pub no_answer: &'a str,
    /// When it begins, Unix seconds.
    pub starts_at: i64,
    /// When each stage ends, and who decides in it; in a review of oneself there is one, without reviewers.
    pub stages: &'a [(i64, &'a [&'a str])],
}

/// Begins a review of those accounts that have the access, or, where none are named, of everybody with it: accounts and
/// guests. Recommends to deny who had not signed in for [`QUIET_DAYS`] days.
///
/// # Errors
/// [`StoreError`].
pub fn begin(transaction: &Transaction<'_>, review: &Review<'_>, accounts: &[String]) -> Result<(), StoreError> {
    let (group, app) = match review.resource {
        Resource::Group(id) => (Some(id), None),
        Resource::App(id) => (None, Some(id)),
    };
    let kind = if review.own { "own" } else { "others" };
    transaction
        .prepare_cached(
            "INSERT INTO access_reviews (id, organization, display_name, \"group\", app, kind, reason_required, no_answer)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            review.id,
            review.organization,
            review.name,
            group,
            app,
            kind,
            review.reason_required,
            review.no_answer
        ])?;
    let mut starts_at = review.starts_at;
    for (number, (ends_at, reviewers)) in (1..).zip(review.stages) {
        transaction
            .prepare_cached(
                "INSERT INTO access_review_stages (review, stage, starts_at, ends_at) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![review.id, number, starts_at, ends_at])?;
        for reviewer in *reviewers {
            transaction
                .prepare_cached("INSERT INTO access_reviewers (account, review, stage) VALUES (?1, ?2, ?3)")?
                .execute(params![reviewer, review.id, number])?;
        }
        starts_at = *ends_at;
    }
    add_items(transaction, review, accounts)
}

/// Who has the access that is reviewed: account, guest, name, user ID, last sign-in.
type Found = (String, Option<String>, String, String, Option<i64>);

fn add_items(transaction: &Transaction<'_>, review: &Review<'_>, accounts: &[String]) -> Result<(), StoreError> {
    let (resource, sql) = match review.resource {
        Resource::Group(id) => (
            id,
            "SELECT account, NULL AS guest FROM account_groups WHERE \"group\" = :resource
             UNION ALL SELECT g.account, g.id FROM guest_groups x JOIN guests g ON g.id = x.guest
                 WHERE x.\"group\" = :resource AND g.deleted_at IS NULL",
        ),
        Resource::App(id) => (
            id,
            "SELECT account, NULL AS guest FROM account_apps WHERE app = :resource
             UNION ALL SELECT g.account, g.id FROM guest_apps x JOIN guests g ON g.id = x.guest
                 WHERE x.app = :resource AND g.deleted_at IS NULL",
        ),
    };
    let sql = format!(
        "SELECT a.id, x.guest, a.display_name, a.user_id,
             (SELECT max(s.at) FROM sign_ins s
                 JOIN sign_in_circumstances c ON c.account = s.account AND c.id = s.circumstances
                 WHERE s.account = a.id AND s.at <= :now AND c.reason IS NULL)
         FROM ({sql}) x JOIN accounts a ON a.id = x.account
         WHERE :all OR a.id IN (SELECT value FROM json_each(:accounts))"
    );
    let wanted = serde_json::Value::from(accounts).to_string();
    let mut found = transaction
        .prepare_cached(&sql)?
        .query_map(
            named_params! {
                ":resource": resource,
                ":now": review.starts_at,
                ":all": accounts.is_empty(),
                ":accounts": wanted,
            },
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
        )?
        .collect::<Result<Vec<Found>, _>>()?;
    found.sort_by_cached_key(|it| (sort_name(&it.2), it.0.clone()));
    for (number, (account, guest, name, user_id, last_sign_in_at)) in (1_u32..).zip(found) {
        let recently = last_sign_in_at.is_some_and(|at| at > review.starts_at - QUIET_DAYS * DAY);
        transaction
            .prepare_cached(
                "INSERT INTO access_review_items
                     (review, number, account, guest, search, last_sign_in_at, recommendation)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                review.id,
                number,
                account,
                guest,
                format!("{} {user_id}", sort_name(&name)),
                last_sign_in_at,
                if recently { "approve" } else { "deny" }
            ])?;
    }
    Ok(())
}

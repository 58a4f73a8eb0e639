//! Terms of use: which hold for an account, what it answered, which apps wait for that.

use portal_contract::{
    apps::AppName,
    ids::{AppId, TermsId},
    terms::{TermsOfUse, TermsState},
};
use rusqlite::{Connection, OptionalExtension, Transaction, named_params, params};

use super::{StoreError, apps, privacy::edition, rows};
use crate::clock::rfc3339;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Whether a document `t` holds for `:account`: its home organization's, and those of organizations it is a guest of.
const HOLDS: &str = "(t.organization = (SELECT home_organization FROM accounts WHERE id = :account)
     OR t.organization IN (SELECT organization FROM guests WHERE account = :account AND deleted_at IS NULL))";

/// The document that an app `p` waits for at `:now`, as a column: what `:account` has not accepted, or too long ago.
pub const WAITED_FOR: &str = "(SELECT min(t.id) FROM terms_apps x JOIN terms_of_use t ON t.id = x.terms
     WHERE x.app = p.id AND NOT EXISTS (
         SELECT 1 FROM terms_answers a
         WHERE a.account = :account AND a.terms = t.id AND a.version = t.version AND a.accepted
         AND (t.valid_days IS NULL OR a.answered_at + t.valid_days * 86400 > :now)))";

/// The documents that hold for the account: what is not accepted first, then by name of the organization.
///
/// # Errors
/// [`StoreError`].
pub fn list(connection: &Connection, account: &str, now: i64) -> Result<Vec<TermsOfUse>, StoreError> {
    let mut editions = connection
        .prepare_cached("SELECT language, title, text, url FROM terms_editions WHERE terms = ?1 ORDER BY language")?;
    let mut terms = connection
        .prepare_cached(&format!(
            "SELECT t.id, t.version, a.accepted, a.answered_at, t.valid_days, o.id, o.display_name, o.language
             FROM terms_of_use t
             JOIN organizations o ON o.id = t.organization
             LEFT JOIN terms_answers a ON a.terms = t.id AND a.version = t.version AND a.account = :account
             WHERE {HOLDS} ORDER BY o.sort_name, t.id"
        ))?
        .query_map(named_params! { ":account": account }, |row| {
            let (accepted, answered_at, days): (Option<bool>, Option<i64>, Option<i64>) =
                (row.get(2)?, row.get(3)?, row.get(4)?);
            let expires = answered_at.zip(days).map(|(at, days)| at + days * DAY);
            let state = match accepted {
                None => TermsState::Pending,
                Some(false) => TermsState::Declined,
                Some(true) if expires.is_some_and(|it| it <= now) => TermsState::Expired,
                Some(true) => TermsState::Accepted,
            };
            let holds = state == TermsState::Accepted;
            Ok(TermsOfUse {
                id: TermsId(row.get(0)?),
                organization: rows::organization(row, 5)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
                version: row.get(1)?,
                state,
                accepted_at: answered_at.filter(|_| holds).map(rfc3339),
                expires_at: expires.filter(|_| holds).map(rfc3339),
                editions: Vec::new(),
                apps: Vec::new(),
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    for document in &mut terms {
        document.editions = editions.query_map([&document.id.0], edition)?.collect::<Result<_, _>>()?;
        document.apps = closed(connection, account, &document.id)?;
    }
    terms.sort_by_key(|it| it.state == TermsState::Accepted);
    Ok(terms)
}

/// The account's apps that open only for who has accepted the document.
fn closed(connection: &Connection, account: &str, terms: &TermsId) -> Result<Vec<AppName>, StoreError> {
    let mut found = connection
        .prepare_cached(&format!(
            "SELECT p.id, p.display_name FROM terms_apps x JOIN apps p ON p.id = x.app
             WHERE x.terms = :terms AND p.id IN ({}) ORDER BY p.sort_name, p.id",
            apps::THEIRS
        ))?
        .query_map(named_params! { ":account": account, ":terms": terms.0 }, |row| {
            Ok(AppName { id: AppId(row.get(0)?), display_name: row.get(1)?, texts: Vec::new() })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    for app in &mut found {
        app.texts = apps::texts(connection, &app.id)?;
    }
    Ok(found)
}

/// A document as an answer needs it.
pub struct Held {
    /// The version that holds.
    pub version: String,
    /// The languages it is there in.
    pub languages: Vec<String>,
}

/// A document that holds for the account.
///
/// # Errors
/// [`StoreError`].
pub fn held(connection: &Connection, account: &str, terms: &str) -> Result<Option<Held>, StoreError> {
    let version = connection
        .prepare_cached(&format!("SELECT t.version FROM terms_of_use t WHERE t.id = :terms AND {HOLDS}"))?
        .query_row(named_params! { ":account": account, ":terms": terms }, |row| row.get(0))
        .optional()?;
    let Some(version) = version else { return Ok(None) };
    let languages = connection
        .prepare_cached("SELECT language FROM terms_editions WHERE terms = ?1")?
        .query_map([terms], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(Some(Held { version, languages }))
}

/// An answer to a document.
pub struct Answer<'a> {
    /// The document.
    pub terms: &'a str,
    /// Its version.
    pub version: &'a str,
    /// The language of the edition that was read.
    pub language: &'a str,
    /// Yes or no.
    pub accepted: bool,
}

/// Notes what an account answered, in place of what it answered to the same version before.
///
/// # Errors
/// [`StoreError`].
pub fn answer(transaction: &Transaction<'_>, at: i64, account: &str, answer: &Answer<'_>) -> Result<(), StoreError> {
    let Answer { terms, version, language, accepted } = answer;
    transaction
        .prepare_cached(
            "INSERT OR REPLACE INTO terms_answers (account, terms, version, accepted, language, answered_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![account, terms, version, accepted, language, at])?;
    Ok(())
}

/// Whether an app waits for a document, seen from the account.
///
/// # Errors
/// [`StoreError`].
pub fn waited_for(connection: &Connection, account: &str, app: &str, now: i64) -> Result<bool, StoreError> {
    let waits: Option<String> = connection
        .prepare_cached(&format!("SELECT {WAITED_FOR} FROM apps p WHERE p.id = :app"))?
        .query_row(named_params! { ":account": account, ":app": app, ":now": now }, |row| row.get(0))?;
    Ok(waits.is_some())
}

/// Filling the directory: documents. Used by the demo, as [`super::directory`] is.
pub mod provision {
    use portal_contract::privacy::Edition;
    use rusqlite::{Transaction, params};

    use crate::store::{StoreError, directory::DirectoryError, privacy::provision::checked};

    /// A document, without its editions.
    pub struct NewTerms<'a> {
        /// Its id.
        pub id: &'a str,
        /// Whose.
        pub organization: &'a str,
        /// Its version.
        pub version: &'a str,
        /// After how many days it is asked again.
        pub valid_days: Option<i64>,
    }

    /// Adds terms of use with all their languages.
    ///
    /// # Errors
    /// [`DirectoryError`] when an address is none (S10).
    pub fn add(
        transaction: &Transaction<'_>,
        NewTerms { id, organization, version, valid_days }: &NewTerms<'_>,
        editions: &[Edition],
    ) -> Result<(), DirectoryError> {
        transaction
            .prepare_cached("INSERT INTO terms_of_use (id, organization, version, valid_days) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![id, organization, version, valid_days])?;
        for edition in editions {
            transaction
                .prepare_cached(
                    "INSERT INTO terms_editions (terms, language, title, text, url) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute(params![id, edition.language, edition.title, edition.text, checked(edition)?])?;
        }
        Ok(())
    }

    /// Lets an app open only for who has accepted.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn close_app(transaction: &Transaction<'_>, terms: &str, app: &str) -> Result<(), StoreError> {
        transaction.prepare_cached("INSERT INTO terms_apps (terms, app) VALUES (?1, ?2)")?.execute([terms, app])?;
        Ok(())
    }
}

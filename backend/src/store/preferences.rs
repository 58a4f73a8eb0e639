//! How the portal speaks to the person, with a version that every change raises (the `ETag`).

use portal_contract::preferences::{Language, Preferences};
use rusqlite::{Connection, Transaction, params};

use super::StoreError;

/// The stored form of a language.
pub fn language(stored: Option<String>) -> Option<Language> {
    match stored?.as_str() {
        "en" => Some(Language::En),
        "nl" => Some(Language::Nl),
        _ => None,
    }
}

/// A language as it is stored.
pub fn stored(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::Nl => "nl",
    }
}

/// The preferences and their version.
///
/// # Errors
/// [`StoreError`].
pub fn get(connection: &Connection, account: &str) -> Result<(Preferences, i64), StoreError> {
    Ok(connection
        .prepare_cached("SELECT display_language, preferences_version FROM accounts WHERE id = ?1")?
        .query_row([account], |row| Ok((Preferences { display_language: language(row.get(0)?) }, row.get(1)?)))?)
}

/// Stores a display language and raises the version.
///
/// # Errors
/// [`StoreError`].
pub fn change(transaction: &Transaction<'_>, account: &str, language: Language) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "UPDATE accounts SET display_language = ?2, preferences_version = preferences_version + 1 WHERE id = ?1",
        )?
        .execute(params![account, stored(language)])?;
    Ok(())
}

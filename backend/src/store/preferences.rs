//! How the portal speaks to the person, with a version that every change raises (the `ETag`). What the home organization
//! decides goes before what the person chose.

use portal_contract::preferences::{Language, Preference, PreferenceLock, Preferences, PreferencesChange};
use rusqlite::{Connection, Transaction, params};

use super::{StoreError, rows};

/// The stored form of a language.
pub fn language(stored: Option<String>) -> Option<Language> {
    match stored?.as_str() {
        "en" => Some(Language::En),
        "nl" => Some(Language::Nl),
        _ => None,
    }
}

/// The stored name of a preference.
pub fn name(preference: Preference) -> &'static str {
    match preference {
        Preference::DisplayLanguage => "display-language",
        Preference::RegionalFormat => "regional-format",
        Preference::TimeZone => "time-zone",
        Preference::Unknown => "unknown",
    }
}

/// A language as it is stored.
pub fn stored(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::Nl => "nl",
    }
}

/// The preferences that hold, and their version.
///
/// # Errors
/// [`StoreError`].
pub fn get(connection: &Connection, account: &str) -> Result<(Preferences, i64), StoreError> {
    let (mut preferences, version) = connection
        .prepare_cached(
            "SELECT display_language, regional_format, time_zone, preferences_version FROM accounts WHERE id = ?1",
        )?
        .query_row([account], |row| {
            let preferences = Preferences {
                display_language: language(row.get(0)?),
                regional_format: row.get(1)?,
                time_zone: row.get(2)?,
                locks: Vec::new(),
            };
            Ok((preferences, row.get(3)?))
        })?;
    let mut decided = connection.prepare_cached(
        "SELECT l.preference, l.value, o.id, o.display_name, o.language FROM accounts a
         JOIN organizations o ON o.id = a.home_organization
         JOIN preference_locks l ON l.organization = o.id
         WHERE a.id = ?1 ORDER BY l.preference",
    )?;
    let mut decided = decided.query([account])?;
    while let Some(row) = decided.next()? {
        let (preference, value): (String, String) = (row.get(0)?, row.get(1)?);
        let preference = match preference.as_str() {
            "display-language" => {
                preferences.display_language = language(Some(value));
                Preference::DisplayLanguage
            }
            "regional-format" => {
                preferences.regional_format = Some(value);
                Preference::RegionalFormat
            }
            _ => {
                preferences.time_zone = Some(value);
                Preference::TimeZone
            }
        };
        let Some(organization) = rows::organization(row, 2)? else { continue };
        preferences.locks.push(PreferenceLock { preference, organization });
    }
    Ok((preferences, version))
}

/// Stores what the change names and raises the version; an empty format or zone is forgotten.
///
/// # Errors
/// [`StoreError`].
pub fn change(transaction: &Transaction<'_>, account: &str, change: &PreferencesChange) -> Result<(), StoreError> {
    let language = change.display_language.map(stored);
    transaction
        .prepare_cached(
            "UPDATE accounts SET
                 display_language = coalesce(?2, display_language),
                 regional_format = CASE WHEN ?3 IS NULL THEN regional_format ELSE nullif(?3, '') END,
                 time_zone = CASE WHEN ?4 IS NULL THEN time_zone ELSE nullif(?4, '') END,
                 preferences_version = preferences_version + 1
             WHERE id = ?1",
        )?
        .execute(params![account, language, change.regional_format, change.time_zone])?;
    Ok(())
}

//! `/me/preferences`.

use portal_contract::preferences::{Language, Preferences, PreferencesChange};

use super::{client, error::ApiError};

/// Stores the display language with the account.
pub async fn set_display_language(language: Language) -> Result<(), ApiError> {
    let (_, version) = client::get_versioned::<Preferences>("/me/preferences").await?;
    client::patch("/me/preferences", &PreferencesChange { display_language: language }, &version).await?;
    Ok(())
}

//! `/me/preferences`.

use portal_contract::preferences::{Language, Preferences, PreferencesChange};

use super::{client, error::ApiError};

const PATH: &str = "/me/preferences";

/// What holds for the account, and its version.
pub async fn get() -> Result<(Preferences, String), ApiError> {
    client::get_versioned(PATH).await
}

/// Changes what `change` names, if nobody changed anything since `version` was read.
pub async fn update(change: &PreferencesChange, version: &str) -> Result<(Preferences, String), ApiError> {
    client::patch(PATH, change, version).await?.read_versioned()
}

/// Stores the display language with the account.
pub async fn set_display_language(language: Language) -> Result<(), ApiError> {
    let (_, version) = get().await?;
    update(&PreferencesChange { display_language: Some(language), ..Default::default() }, &version).await?;
    Ok(())
}

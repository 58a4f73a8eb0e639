//! `/me/apps/{id}/saved-accounts`.

use portal_contract::{
    ids::{AppId, SavedAccountId},
    saved_accounts::{NewSavedAccount, SavedAccountChange, SavedAccounts},
};

use super::{app_permissions::address, client, error::ApiError, key::Key};

/// What is saved for an app.
pub async fn list(app: &AppId) -> Result<SavedAccounts, ApiError> {
    client::get(&all(app)).await
}

/// Saves an account.
pub async fn add(app: &AppId, account: &NewSavedAccount, key: &Key) -> Result<(), ApiError> {
    client::post(&all(app), account, key).await?.done()
}

/// Changes what `change` names, if nobody changed the account since `version` was read.
pub async fn change(
    app: &AppId,
    id: &SavedAccountId,
    change: &SavedAccountChange,
    version: &str,
) -> Result<(), ApiError> {
    client::patch(&one(app, id), change, version).await?.done()
}

/// Forgets an account.
pub async fn clear(app: &AppId, id: &SavedAccountId) -> Result<(), ApiError> {
    client::delete(&one(app, id)).await?.done()
}

fn all(app: &AppId) -> String {
    format!("{}/saved-accounts", address(app))
}

fn one(app: &AppId, id: &SavedAccountId) -> String {
    format!("{}/{id}", all(app))
}

//! `/me/apps`.

use portal_contract::{apps::App, page::Page};

use super::{client, error::ApiError};

/// One page of the person's apps by name; `q` searches the name.
pub async fn list(q: &str, cursor: Option<&str>) -> Result<Page<App>, ApiError> {
    client::get(&super::listed("/me/apps", q, cursor)).await
}

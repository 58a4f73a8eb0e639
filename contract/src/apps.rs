//! `/api/v1/me/apps`: the applications in the person's My Apps.
//!
//! `GET` → `Page<App>` by name; `q` searches the name. 403 `access-denied` for who has no My Apps.

use serde::{Deserialize, Serialize};

use crate::{ids::AppId, organizations::OrganizationSummary};

/// An application to open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct App {
    /// Which.
    pub id: AppId,
    /// Its name.
    pub display_name: String,
    /// Where it opens: `https` only, checked by both sides (S10).
    pub launch_url: String,
    /// The organization that gives it.
    pub organization: OrganizationSummary,
}

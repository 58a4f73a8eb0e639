//! `/api/v1/me/app-catalogue`, `/me/app-requests` and `/app-requests`: new apps, and who decides (features 2.1).
//!
//! `GET /me/app-catalogue` → `Page<CatalogueApp>`: what the home organization offers and the person does not have, by name;
//! `q` searches the names in every language. `POST …/{id}/add` → 204: at once; 409 `approval-needed`, `already-there`.
//! `GET /me/app-requests` → `Page<AppRequest>`, newest first; `POST` a `NewAppRequest` → 204; 409 `request-pending`,
//! `approval-not-needed`, `already-there`. `POST …/{id}/withdraw` with `If-Match` → 204.
//!
//! Approvers: `GET /app-requests` → `Page<AppRequest>`, `GET /app-requests/{id}` → `AppRequest`; `POST …/{id}/approve`
//! (empty object) and `POST …/{id}/deny` with a `Denial`, both with `If-Match` → 204. 412 `stale`: somebody else decided
//! meanwhile, or the requester withdrew. 403 `access-denied` for who approves nothing, `own-request` for one's own.
//! Everything is 403 `access-denied` for who has no My Apps.

use serde::{Deserialize, Serialize};

use crate::{
    apps::AppText,
    ids::{AppId, AppRequestId},
    organizations::OrganizationSummary,
};

/// The most characters of a justification, and of the reason of a denial; the least is 1.
pub const MAX_WORDS: usize = 1000;

/// An app that the person can get.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct CatalogueApp {
    /// What it is.
    pub app: OfferedApp,
    /// Whether somebody of its organization decides first; otherwise **Add** gives it at once.
    pub needs_approval: bool,
    /// What became of the person's newest request for it; absent: there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_request: Option<RequestState>,
}

/// What an app is that somebody can get, or asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct OfferedApp {
    /// Which.
    pub id: AppId,
    /// Its name, where it has none in the language of the person.
    pub display_name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What it is called in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<AppText>,
    /// Its icon: a `data:` URL of an image, at most 8,192 characters; absent: its initials stand for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// The organization that gives it, and decides.
    pub organization: OrganizationSummary,
}

/// Somebody's request for an app.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct AppRequest {
    /// Which.
    pub id: AppRequestId,
    /// Its version, for `If-Match`: every change makes another one.
    pub etag: String,
    /// Who asks.
    pub requester: Requester,
    /// For what.
    pub app: OfferedApp,
    /// Why.
    pub justification: String,
    /// What became of it.
    pub state: RequestState,
    /// When it was made.
    pub requested_at: String,
    /// When it was decided or withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<String>,
    /// The name of who decided; absent also when that account does not exist any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// Why it was denied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Who asks for an app.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Requester {
    /// The person's name.
    pub display_name: String,
    /// What they sign in with.
    pub user_id: String,
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RequestState {
    /// Nobody has decided yet.
    Pending,
    /// The person has the app.
    Approved,
    /// The person does not get it; `reason` says why.
    Denied,
    /// The person took it back.
    Withdrawn,
    /// A newer backend's state.
    #[serde(other)]
    Unknown,
}

/// `POST /me/app-requests`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewAppRequest {
    /// One of the catalogue that needs approval.
    pub app: AppId,
    /// What it is needed for: 1 to 1,000 characters, surrounding spaces ignored.
    pub justification: String,
}

/// `POST /app-requests/{id}/deny`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Denial {
    /// Why: 1 to 1,000 characters, surrounding spaces ignored. The requester reads it.
    pub reason: String,
}

/// Which requests an approver looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RequestFilter {
    /// Those that wait, the oldest first.
    #[default]
    Pending,
    /// Those that were approved or denied, the newest decision first.
    Decided,
}

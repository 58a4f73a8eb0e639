//! `/api/v1/me/joinable-groups`, `/me/join-requests` and `/join-requests`: joining groups, and their owners who decide
//! (features 2.5).
//!
//! `GET /me/joinable-groups` → `Page<JoinableGroup>` by name: groups of the home organization that can be joined and the
//! person is not in; `q` searches the names. `POST …/{id}/join` → 204: at once; 409 `approval-needed`,
//! `already-there`, `disabled-at-home`. Closed, ended and elsewhere managed groups are not offered: 404.
//! `GET /me/join-requests` → `Page<JoinRequest>`, newest first; `POST` a [`NewJoinRequest`] → 204; 409 `request-pending`,
//! `approval-not-needed`, `already-there`, `disabled-at-home`. `POST …/{id}/withdraw` with `If-Match` → 204.
//!
//! Owners: `GET /join-requests` → `Page<JoinRequest>`, `GET /join-requests/{id}` → [`JoinRequest`]; `POST …/{id}/approve`
//! (empty object) and `POST …/{id}/deny` with a [`JoinDenial`], both with `If-Match` → 204. 412 `stale`: another owner
//! decided meanwhile, or the requester withdrew. 403 `own-request`; 409 `managed-elsewhere` (it can still be denied).
//! Everything is 403 `access-denied` for who has no My Apps.

use serde::{Deserialize, Serialize};

use crate::{
    app_requests::{RequestState, Requester},
    ids::{GroupId, JoinRequestId},
    organizations::OrganizationSummary,
};

/// The most characters of a justification, and of the reason of a denial; the least is 1.
pub const MAX_WORDS: usize = 500;

/// A group that the person can join.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct JoinableGroup {
    /// What it is.
    pub group: OfferedGroup,
    /// Whether one of its owners decides first; otherwise **Join group** lets the person in at once.
    pub needs_approval: bool,
    /// What became of the person's newest request for it; absent: there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_request: Option<RequestState>,
}

/// What a group is that somebody can join, or asked to join.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct OfferedGroup {
    /// Which.
    pub id: GroupId,
    /// What it is called.
    pub display_name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whose it is.
    pub organization: OrganizationSummary,
}

/// Somebody's request to join a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct JoinRequest {
    /// Which.
    pub id: JoinRequestId,
    /// Its version, for `If-Match`: every change makes another one.
    pub etag: String,
    /// Who asks.
    pub requester: Requester,
    /// For which group.
    pub group: OfferedGroup,
    /// Why.
    pub justification: String,
    /// What became of it.
    pub state: RequestState,
    /// When it was made.
    pub requested_at: String,
    /// When it was decided or withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<String>,
    /// The name of who decided; absent also when that account does not exist any more, or nobody had to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// Why it was denied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// `POST /me/join-requests`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewJoinRequest {
    /// One that can be joined and needs approval.
    pub group: GroupId,
    /// Why: 1 to 500 characters, surrounding spaces ignored.
    pub justification: String,
}

/// `POST /join-requests/{id}/deny`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JoinDenial {
    /// Why: 1 to 500 characters, surrounding spaces ignored. The requester reads it.
    pub reason: String,
}

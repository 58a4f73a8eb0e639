//! `/api/v1/me/sessions`: where the account is signed in right now (features 1.8, `security.md` S5).
//!
//! `GET` → `Page<ActiveSession>`, the one that asks first, then the newest. `POST …/{id}/end` (empty object) → 204.
//! `POST …/revoke-all` (empty object) → 204: every session on every device, the one that asks too. Both need a fresh
//! proof of identity (S4); an answer to a session that has ended with it signs the browser out.

use serde::{Deserialize, Serialize};

use crate::{ids::SessionId, sign_ins::Place};

/// A session that has not ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ActiveSession {
    /// Which; not what its cookie holds.
    pub id: SessionId,
    /// When it signed in.
    pub started_at: String,
    /// When it last asked for something, to half a minute.
    pub last_seen_at: String,
    /// On what, as the browser said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operating_system: Option<String>,
    /// With what, as the browser said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub browser: Option<String>,
    /// The network address that it signed in from.
    pub address: String,
    /// Roughly where that is; absent where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Whether it is the one that asks.
    pub current: bool,
}

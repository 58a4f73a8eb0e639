//! `/api/v1/organizations/{id}/deleted-users`: guests who left, for that organization's administrators (features 1.3).
//!
//! `GET` → `Page<DeletedUser>`, the one with the fewest days left first; `q` searches name and user ID.
//! `POST …/{guestId}/restore` (empty object) → 204. `DELETE …/{guestId}` → 204, irreversible, fresh proof of identity.
//! Everybody but an administrator of that organization gets 403 `access-denied` where it exists for them, else 404.

use serde::{Deserialize, Serialize};

use crate::ids::GuestId;

/// Days for which a deleted user can be restored.
pub const RETENTION_DAYS: i64 = 30;

/// A guest's user object in *Deleted users*.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeletedUser {
    /// The guest's object.
    pub id: GuestId,
    /// Who it was.
    pub display_name: String,
    /// What they sign in with.
    pub user_id: String,
    /// When they left.
    pub deleted_at: String,
    /// When the object is purged by itself.
    pub purge_at: String,
    /// Whole days until then, rounded up: 30 on the first day, 1 on the last.
    pub days_left: i64,
    /// How many groups come back with a restore.
    pub group_count: u32,
    /// How many apps come back with a restore.
    pub app_count: u32,
}

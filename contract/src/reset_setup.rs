//! `/api/v1/me/reset-setup`: whether the person could reset a forgotten password (features 2.3).
//!
//! `GET` → [`ResetSetup`]. What is registered, and registering more, is in [`crate::methods`]; the reset itself in
//! [`crate::password_reset`]. 403 `access-denied` without My Apps.

use serde::{Deserialize, Serialize};

use crate::{contacts::HelpContact, methods::MethodKind};

/// `GET /me/reset-setup`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ResetSetup {
    /// A forgotten password of this account can be reset by its owner, once enough is registered.
    pub enabled: bool,
    /// How many methods of different kinds that takes; 0 where it is not enabled.
    pub required: u32,
    /// The kinds that are registered and count: all telephones are `phone`.
    pub kinds: Vec<MethodKind>,
    /// Enough is registered. Security questions alone are never enough.
    pub ready: bool,
    /// Who can enable it or reset the password, where it is not enabled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub administered_by: Option<HelpContact>,
}

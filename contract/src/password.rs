//! `/api/v1/me/password`: the password of the account (features 1.5, `security.md` S6).
//!
//! `GET /me/password` → `PasswordState`.
//! `POST /me/password` (`PasswordChange`) → 204, fresh proof of identity; every other session of the account ends. 401
//! `invalid-credentials` for a wrong old password, 409 `password-not-changeable`, 422 `invalid-fields` with the reason
//! against the new one (`required`, `too-short`, `too-long`, `too-common`, `contains-name`, `contains-organization`,
//! `contains-user-id`, `same-as-old`), 429 `too-many-attempts`.

use serde::{Deserialize, Serialize};

use crate::contacts::HelpContact;

/// What the page and the overview need to know of the password; never the password.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PasswordState {
    /// When it was last changed; absent where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_changed_at: Option<String>,
    /// The fewest characters (code points) of a new one: 15 as the only factor, 8 with a second one.
    pub minimum_length: u32,
    /// The most characters (code points) of a new one.
    pub maximum_length: u32,
    /// Whether it can be changed here.
    pub changeable: bool,
    /// Whom to ask where it cannot: the home organization's administrator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub administered_by: Option<HelpContact>,
}

/// `POST /me/password` → 204.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PasswordChange {
    /// The one that holds until now.
    pub old_password: String,
    /// The one that holds from now on, taken as it is: spaces count, and there are no rules about kinds of characters.
    pub new_password: String,
}

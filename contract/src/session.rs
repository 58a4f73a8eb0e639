//! `/api/v1/session`: signing in, proving who one is, staying and leaving.

use serde::{Deserialize, Serialize};

use crate::{contacts::HelpContact, ids::AccountId, organizations::OrganizationSummary, preferences::Language};

/// `GET /session`, and the answer to every step of signing in. Asked without a session it is `signed-out`, not an error.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// How far the person got.
    pub state: SessionState,
    /// Who it is; present when signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<SessionUser>,
    /// Seconds until the session ends if nothing more is asked (idle 30 min, absolute 12 h; S5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_in: Option<i64>,
    /// What a fresh proof of identity asks for.
    #[serde(default)]
    pub proof_factors: Vec<Factor>,
    /// The backend runs with the demo directory: the sign-in page says how to get in.
    #[serde(default)]
    pub demo: bool,
}

/// How far the person got in signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SessionState {
    /// Nobody.
    SignedOut,
    /// The password was right; a code from the authenticator app is still needed.
    SecondFactor,
    /// Somebody.
    SignedIn,
    /// A newer backend's state; treated as signed out.
    #[serde(other)]
    Unknown,
}

/// What proves an identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Factor {
    /// The account's password.
    Password,
    /// A code from an authenticator app (RFC 6238).
    AuthenticatorApp,
    /// A newer backend's factor.
    #[serde(other)]
    Unknown,
}

/// What the header and the navigation need to know of the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct SessionUser {
    /// The account.
    pub id: AccountId,
    /// What the person signs in with.
    pub user_id: String,
    /// The person's name.
    pub display_name: String,
    /// Who owns the account; absent for accounts without a home organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home_organization: Option<OrganizationSummary>,
    /// Where the person is working now: home, or an organization they switched to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current_organization: Option<OrganizationSummary>,
    /// The organizations in which the person is an administrator.
    #[serde(default)]
    pub administers: Vec<OrganizationSummary>,
    /// Whether the organization gives the person My Apps.
    pub has_my_apps: bool,
    /// The stored display language, if one was ever chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_language: Option<Language>,
    /// The regional format that holds, if not the display language's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regional_format: Option<String>,
    /// The IANA time zone that holds, if not the device's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// Whom to ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help_contact: Option<HelpContact>,
}

/// `POST /session`. 401 `invalid-credentials`, 422 `invalid-fields`, 429 `too-many-attempts`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignIn {
    /// What the person signs in with; at most 256 characters, surrounding spaces ignored, case ignored.
    pub user_id: String,
    /// At most 256 characters, taken as it is.
    pub password: String,
}

/// `POST /session/second-factor`, after a right password. 401 `invalid-credentials` or, when the first step is too long ago, `session-expired`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondFactor {
    /// Six digits; spaces are ignored.
    pub code: String,
}

/// `POST /session/proof`: a fresh proof of identity in a running session (S4). The session's cookie is rotated.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Proof {
    /// The account's password.
    pub password: String,
    /// Six digits, where `proofFactors` asks for the authenticator app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The operation that the proof is for, as the `step-up-required` problem named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}

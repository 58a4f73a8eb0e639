//! `/api/v1/session`: signing in, proving who one is, staying and leaving.
//!
//! People of an organization with an identity provider (OpenID Connect) sign in there: `POST /session` answers with a
//! [`Redirect`] to [`OIDC_START`], the provider comes back to [`OIDC_CALLBACK`], and that leads to the page where the
//! person was: signed in, or with `failure=<code>` ([`SIGN_IN_FAILURES`]) in its query.

use serde::{Deserialize, Serialize};

use crate::{
    contacts::HelpContact,
    ids::{AccountId, MethodId},
    methods::{Channel, MethodKind},
    organizations::OrganizationSummary,
    preferences::Language,
};

/// Begins signing in at the identity provider of `userId`, or with the session's own a proof of identity; navigated to,
/// never fetched. `returnTo` is a path of this origin. With `window` the last answer is a page to be closed.
pub const OIDC_START: &str = "/session/oidc/start";
/// Where the identity provider sends the browser back to.
pub const OIDC_CALLBACK: &str = "/session/oidc/callback";

/// Why signing in at an identity provider failed, as `failure` in the address of the sign-in page: the person refused or
/// may not, it took longer than ten minutes or was begun anew elsewhere, the provider does not answer, its answer is not
/// right, its clock is not the portal's, nobody here belongs to it, the device is disabled, too many tries.
pub const SIGN_IN_FAILURES: [&str; 8] = [
    "denied",
    "expired",
    "provider-unavailable",
    "invalid-response",
    "clock-skew",
    "no-account",
    "device-disabled",
    "too-many-attempts",
];

/// `GET /session`, and the answer to every step of signing in. Asked without a session it is `signed-out`, not an error.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// How far the person got.
    pub state: SessionState,
    /// Who it is; present when signed in, also when registration is required.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<SessionUser>,
    /// Seconds until the session ends if nothing more is asked (idle 30 min, absolute 12 h; S5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_in: Option<i64>,
    /// What a fresh proof of identity asks for: the password, and a code where an app shows codes.
    #[serde(default)]
    pub proof_factors: Vec<Factor>,
    /// What can follow the password, the default first: with `second-factor` to finish signing in, and when signed in
    /// for a fresh proof, which needs one of them besides the password. Empty without any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub second_factors: Vec<FactorChoice>,
    /// With `second-factor`: for how many days this browser can be trusted; absent where the organization does not allow it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trust_days: Option<u32>,
    /// The backend runs with the demo directory: the sign-in page says how to get in.
    #[serde(default)]
    pub demo: bool,
    /// Signed out: people of some organizations sign in at their identity provider, so that the password may stay empty.
    /// Signed in: this person did. Their password and sign-in methods are kept there, and a fresh proof of identity is
    /// given there: `GET` [`OIDC_START`] with `window`, and the `purpose` if there is one, in a window of its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub elsewhere: bool,
    /// With `elsewhere`, signed in: the page of the provider where the person manages password and sign-in methods;
    /// `https` only. Absent where there is none that the portal knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_url: Option<String>,
}

/// Where the browser has to go next, by a top-level navigation: the answer of `POST /session` and `POST /session/proof`
/// for people who sign in at their organization's identity provider, and of `DELETE /session` (200 instead of 204) where
/// the provider has a session to end as well.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Redirect {
    /// What tells it from a [`Session`].
    pub kind: RedirectKind,
    /// That address: of the portal's origin, beginning with `/`, or of the provider.
    pub url: String,
}

/// The one kind of [`Redirect`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RedirectKind {
    /// Always this.
    Redirect,
}

/// The answer of `POST /session` and `POST /session/proof`: told apart by `kind`, which only a [`Redirect`] has.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Signed {
    /// How far the person got.
    Session(Box<Session>),
    /// On to the identity provider.
    Redirect(Redirect),
}

/// How far the person got in signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SessionState {
    /// Nobody.
    SignedOut,
    /// The password was right; one of `secondFactors` is still needed.
    SecondFactor,
    /// *Keep your account secure*: signed in, but the organization wants a method that is good for sign-in first. Only
    /// the methods, their enrolment, proofs and signing out are open; everything else is 403 `registration-required`.
    RegistrationRequired,
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

/// A method that can follow the password.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct FactorChoice {
    /// The method.
    pub id: MethodId,
    /// Authenticator apps and hardware tokens show a code by themselves; phones and security keys need a challenge.
    pub kind: MethodKind,
    /// Its name, or the masked number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// What the person wants to be asked first.
    pub is_default: bool,
}

/// `POST /session/second-factor/challenges`: sends a code to a phone, or gets what a security key has to sign.
/// Open while the second factor is missing, and when signed in. 404; 409 `not-for-sign-in` for methods that need no
/// challenge; 422 `/channel`; 429 after three codes in ten minutes; 503 `message-not-sent`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewChallenge {
    /// One of `secondFactors`.
    pub method: MethodId,
    /// Phones: how the code comes; text when absent, a call for office phones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
}

/// A challenge; it is answered once, at most five times wrongly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Challenge {
    /// Names it in the answer.
    pub id: String,
    /// Phones: the masked number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_to: Option<String>,
    /// Security keys: JSON text; its `publicKey` goes to `PublicKeyCredential.parseRequestOptionsFromJSON`, then to
    /// `navigator.credentials.get`. Every key of the account may answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<String>,
    /// Until when it can be answered: codes 10 minutes, security keys 5.
    pub expires_at: String,
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
    /// Which photo `/me/photo` has; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
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
    /// Whether the person decides requests for apps.
    #[serde(default)]
    pub approves_apps: bool,
    /// How many access reviews wait for the person; 0 when all are answered and can still be changed, absent when there
    /// are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_reviews: Option<u32>,
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

/// `POST /session/second-factor`, after a right password: a code that an app or token shows, a code that was sent, or a
/// security key's answer. 401 `invalid-credentials` or, when the first step is too long ago, `session-expired`; 409
/// `challenge-expired`: ask for a new one.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondFactor {
    /// Six digits; spaces are ignored. Required without `credential`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Which app or token shows the code; any of them when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<MethodId>,
    /// Which challenge it answers; required for codes that were sent and for security keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge: Option<String>,
    /// Security keys: JSON text of `PublicKeyCredential.toJSON()`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credential: Option<String>,
    /// *Don't ask again for 14 days*: this browser is trusted from now on (`trusted_devices`). Without effect where there
    /// are no `trustDays`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub trust: bool,
}

/// `POST /session/proof`: a fresh proof of identity in a running session (S4). The session's cookie is rotated.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Proof {
    /// The account's password.
    pub password: String,
    /// Six digits, where there are `secondFactors`; as in [`SecondFactor`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// As in [`SecondFactor`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<MethodId>,
    /// As in [`SecondFactor`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge: Option<String>,
    /// As in [`SecondFactor`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credential: Option<String>,
    /// The operation that the proof is for, as the `step-up-required` problem named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}

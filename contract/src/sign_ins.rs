//! `/api/v1/me/sign-ins`: the account's history of sign-ins (features 1.8).
//!
//! `GET` → `Page<SignInEvent>`, newest first. `q` searches every field: each of its words has to occur somewhere (place,
//! system, browser, application, user ID, address, outcome, reason), or is a day or month in UTC (`2026-11-20`,
//! `2026-11`). `outcome` is a [`SignInFilter`].
//! `POST …/{id}/review` ([`SignInReview`]) → 204; `was-not-me` ends that sign-in's session and needs a fresh proof of
//! identity. Where that was the session that asks, the answer signs the browser out.

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, SessionId, SignInId};

/// One attempt to sign in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct SignInEvent {
    /// Which.
    pub id: SignInId,
    /// When.
    pub at: String,
    /// Whether it worked.
    pub outcome: SignInOutcome,
    /// Why it did not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<FailureReason>,
    /// Roughly where; absent where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// On what, as the browser says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operating_system: Option<String>,
    /// With what, as the browser says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub browser: Option<String>,
    /// To what.
    pub application: String,
    /// The account.
    pub account: AccountId,
    /// What was typed as user ID.
    pub user_id: String,
    /// The network address that it came from.
    pub address: String,
    /// Whether it is unlike the account's other sign-ins.
    pub unusual: bool,
    /// What the person said of it.
    pub review: Review,
    /// Its session, while that is active.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_id: Option<SessionId>,
}

/// A place, accurate to a town at best.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The town.
    pub city: String,
    /// The country, ISO 3166-1 alpha-2.
    pub country: String,
    /// Degrees north of the equator.
    pub latitude: f64,
    /// Degrees east of Greenwich.
    pub longitude: f64,
}

/// Whether a sign-in worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SignInOutcome {
    /// It did.
    Successful,
    /// It did not.
    Unsuccessful,
    /// A newer backend's outcome.
    #[serde(other)]
    Unknown,
}

/// Why a sign-in did not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FailureReason {
    /// The password was wrong.
    WrongPassword,
    /// The password was right, the code was not.
    WrongCode,
    /// The password was right, and no code followed.
    VerificationMissing,
    /// The organization's policy refused it.
    BlockedByPolicy,
    /// A newer backend's reason.
    #[serde(other)]
    Unknown,
}

/// What the person said of a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// Nothing yet.
    None,
    /// It was them.
    WasMe,
    /// It was somebody else.
    WasNotMe,
    /// A newer backend's answer.
    #[serde(other)]
    Unknown,
}

/// Which sign-ins are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SignInFilter {
    /// All of them.
    #[default]
    All,
    /// Those that worked.
    Successful,
    /// Those that did not.
    Unsuccessful,
    /// Those unlike the others.
    Unusual,
}

/// `POST /me/sign-ins/{id}/review`. The same answer again changes nothing.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignInReview {
    /// What the person says.
    pub answer: ReviewAnswer,
}

/// What a person can say of a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReviewAnswer {
    /// **This was me**.
    WasMe,
    /// **This wasn't me**.
    WasNotMe,
}

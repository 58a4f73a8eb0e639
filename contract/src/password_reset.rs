//! `/api/v1/password-reset`: *Forgot my password*, without a session (features 2.4, `security.md` S6, S8).
//!
//! `POST /password-reset` (`NewPasswordReset`) → [`PasswordReset`]. `POST …/challenges` (`NewResetChallenge`) →
//! [`crate::session::Challenge`]. `POST …/verify` (`ResetProof`) → [`ResetProgress`]. `POST …/finish` (`NewPassword`) →
//! 204: the password is changed, every session of the account has ended, and its counted failures are forgotten.
//!
//! No answer tells whether there is such an account, whether its organization allows this, or what it registered, before
//! one of its methods has really been proven: everybody chooses from the same kinds, and types the number or address
//! that was registered instead of being shown it. Whatever is not right is 401 `invalid-credentials`.

use serde::{Deserialize, Serialize};

use crate::methods::{Channel, MethodKind, Question, SecurityAnswer};

/// `POST /password-reset`. 422 `invalid-fields`, 429 `too-many-attempts`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPasswordReset {
    /// What the person signs in with; at most 256 characters, surrounding spaces ignored, case ignored.
    pub user_id: String,
}

/// A reset that has begun, the same for every user ID.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PasswordReset {
    /// Names the reset in what follows. Held by the page only, in no cookie, so that no other page can go on with it.
    pub token: String,
    /// Until when it has to be finished: 30 minutes.
    pub expires_at: String,
    /// What can be tried first: what this portal can ask of anybody. `phone` is any telephone of the account.
    pub kinds: Vec<MethodKind>,
}

/// `POST /password-reset/challenges`: sends a code, if this is a number or address of the account that is good for reset.
/// The answer is the same if not. 410 `gone`: begin anew; 422; 429 after three codes in ten minutes.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewResetChallenge {
    /// The reset.
    pub token: String,
    /// `phone` or `email`.
    pub kind: MethodKind,
    /// The whole registered number with its country (and extension), or the whole address.
    pub target: String,
    /// Telephones: how the code comes; when absent by text, to an office phone by a call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
}

/// `POST /password-reset/verify`: proves one method. 401 `invalid-credentials`; 409 `challenge-expired`: ask for a new
/// code; 410 `gone`: begin anew; 422 with `/kind` `repeated` for a kind that was proven already; 429.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResetProof {
    /// The reset.
    pub token: String,
    /// What is proven.
    pub kind: MethodKind,
    /// Six digits; spaces are ignored. For everything but security questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Which challenge it answers; for codes that were sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge: Option<String>,
    /// Security questions: the answer to each of `questions`, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<SecurityAnswer>,
}

/// How far the person got, once something has been proven.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ResetProgress {
    /// What comes next.
    pub state: ResetState,
    /// With `another-method`: the kinds that the account has and that were not proven yet.
    #[serde(default)]
    pub kinds: Vec<MethodKind>,
    /// With `another-method`: the questions that the account answered, if it did.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// With `new-password`: the fewest characters of the new one.
    pub minimum_length: u32,
}

/// What a reset needs next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ResetState {
    /// A second method of another kind.
    AnotherMethod,
    /// The new password.
    NewPassword,
    /// A newer backend's state; the person begins anew.
    #[serde(other)]
    Unknown,
}

/// `POST /password-reset/finish` → 204. 401 `invalid-credentials` before enough was proven; 410 `gone`: begin anew; 422
/// with the reason against the new password, as for [`crate::password::PasswordChange`].
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPassword {
    /// The reset.
    pub token: String,
    /// The password that holds from now on, taken as it is.
    pub new_password: String,
}

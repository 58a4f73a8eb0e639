//! `/api/v1/me/authentication/…`: the methods by which somebody signs in or gets back in (features 1.4).
//!
//! `GET …/methods` → [`Methods`]. `DELETE …/methods/{id}` → 204; 409 `last-method`, `set-by-organization`.
//! `POST …/default-method` → 204; 409 `not-for-sign-in`.
//! `POST …/enrolments` → [`Enrolment`]; 409 `method-not-offered`, `limit-reached`, `needs-another-method`; 429; 503
//! `message-not-sent`. `POST …/enrolments/{id}/confirm` → [`Method`]; 409 `challenge-expired` once it is over (run out,
//! used, or tried five times): begin anew. `POST …/security-questions` → [`Method`]. `POST …/app-passwords` →
//! [`NewAppPassword`]. Both can be 409 `method-not-offered`, `limit-reached`.
//!
//! Every change needs a proof of identity of the last 300 s (S4) and ends the account's other sessions (S5). A wrong
//! code is 422 with `/code` `wrong`. Secrets are in no idempotency record: the repeat of a request whose answer was lost
//! makes a new secret in the place of the one that nobody saw; it sends no second message.

use serde::{Deserialize, Serialize};

use crate::{ids::MethodId, preferences::Language};

/// The most authenticator apps and hardware tokens, together.
pub const MAX_CODE_GENERATORS: u32 = 5;
/// The most security keys.
pub const MAX_SECURITY_KEYS: u32 = 10;
/// The most app passwords.
pub const MAX_APP_PASSWORDS: u32 = 40;
/// The most characters of a method's name.
pub const MAX_NAME: u32 = 64;
/// The most characters of an answer to a security question.
pub const MAX_ANSWER: u32 = 100;

/// What kind of method it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MethodKind {
    /// Shows codes (RFC 6238); for sign-in and reset.
    AuthenticatorApp,
    /// The same as a device, given by the organization; for sign-in.
    HardwareToken,
    /// Gets codes by text message or call; for sign-in and reset.
    Phone,
    /// A second one.
    AlternatePhone,
    /// The one on the desk, with an extension perhaps; calls only.
    OfficePhone,
    /// Gets codes; for reset only. Never the work or school address.
    Email,
    /// For reset only; never for administrators.
    SecurityQuestions,
    /// A passkey (WebAuthn); for sign-in.
    SecurityKey,
    /// For apps that know only user ID and password.
    AppPassword,
    /// A newer backend's kind; shown generically.
    #[serde(other)]
    Unknown,
}

/// `GET …/methods`; empty for who signs in at an identity provider, where methods are kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Methods {
    /// What is registered: by kind in the order of [`MethodKind`], the oldest first.
    pub items: Vec<Method>,
    /// What sign-in asks for first; absent where nothing is good for sign-in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_method: Option<MethodId>,
    /// What can be added, in the order of [`MethodKind`]; kinds that the organization does not allow are not in it.
    pub offered: Vec<Offer>,
    /// The security questions to choose from; empty where they are not offered.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// How many of them have to be answered.
    #[serde(default)]
    pub question_count: u32,
}

/// A registered method.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Method {
    /// The method.
    pub id: MethodId,
    /// What it is.
    pub kind: MethodKind,
    /// The name that the person gave it, or the masked number or address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// When it was registered.
    pub added_at: String,
    /// When it last proved who the person is; absent when it never did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used_at: Option<String>,
    /// Sign-in accepts it.
    pub good_for_sign_in: bool,
    /// It helps with a forgotten password.
    pub good_for_reset: bool,
    /// Can be changed: an enrolment with `replaces`.
    pub changeable: bool,
    /// Whether it can be deleted and, if not, why.
    pub deletable: Deletable,
    /// The default method only: what becomes the default when this one is deleted; absent when there is nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub falls_back_to: Option<MethodId>,
}

/// Whether a method can be deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Deletable {
    /// Yes.
    Possible,
    /// No: nothing else is good for sign-in. Add another method first.
    LastMethod,
    /// No: the organization set it.
    ByOrganizationOnly,
    /// A newer backend's reason; treated as no.
    #[serde(other)]
    Unknown,
}

/// A kind that can be added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// What it is.
    pub kind: MethodKind,
    /// Whether it can be added now.
    pub possible: Addable,
    /// The most of them; for authenticator apps together with hardware tokens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Whether a kind can be added now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Addable {
    /// Yes.
    Possible,
    /// No: there are as many as there may be.
    LimitReached,
    /// No: first another method that is good for sign-in.
    NeedsAnotherMethod,
    /// A newer backend's reason; treated as no.
    #[serde(other)]
    Unknown,
}

/// A security question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// The question, stable.
    pub id: String,
    /// Its words, one entry for each language of the portal.
    pub texts: Vec<QuestionText>,
}

/// A question in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct QuestionText {
    /// The language.
    pub language: Language,
    /// The words.
    pub text: String,
}

/// How a code reaches a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// *Text me a code*; not for office phones.
    Text,
    /// *Call me*.
    Call,
}

/// `POST …/enrolments`: begins to register an authenticator app, a phone, an e-mail address or a security key.
/// 422: `/phoneNumber` `required`, `malformed`, `repeated`; `/mail` also `work-address`; `/channel` `malformed`;
/// `/name` `too-long`; `/replaces` `malformed` when it is no changeable method of that kind; `/kind` `malformed` for
/// kinds with an address of their own.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewEnrolment {
    /// What to register.
    pub kind: MethodKind,
    /// Phones: `+`, country and number, 8 to 15 digits; spaces, dashes, dots and brackets are ignored. Office phones may
    /// add `x` and an extension of up to 6 digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    /// Phones: how the code comes; text when absent, a call for office phones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// E-mail: the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
    /// Authenticator apps and security keys: what to call it; can be given in the confirmation instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The method that this one takes the place of: *Change*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<MethodId>,
}

/// What to show next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Enrolment {
    /// Names it in the confirmation.
    pub id: String,
    /// Which kind of step comes next.
    pub ceremony: Ceremony,
    /// Inline: the authenticator app's secret in Base32, shown this once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
    /// Inline: the `otpauth:` address for the QR code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Code sent: the masked number or address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_to: Option<String>,
    /// WebAuthn: JSON text; its `publicKey` goes to `PublicKeyCredential.parseCreationOptionsFromJSON`, then to
    /// `navigator.credentials.create`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<String>,
    /// Redirect: the identity platform's own page; `https` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirect_to: Option<String>,
    /// Until when it can be confirmed.
    pub expires_at: String,
}

/// The kinds of steps that register a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Ceremony {
    /// Put the secret into an app, then enter the code that it shows.
    Inline,
    /// Enter the code that was sent.
    CodeSent,
    /// Ask the browser for a credential.
    Webauthn,
    /// Go to the identity platform.
    Redirect,
    /// A newer backend's; not possible on this page.
    #[serde(other)]
    Unknown,
}

/// `POST …/enrolments/{id}/confirm`. 422: `/code` `required`, `malformed`, `wrong`; `/credential` `required`, `wrong`;
/// `/name` `required` for a security key that has none, `too-long`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Confirmation {
    /// Six digits; spaces are ignored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// WebAuthn: JSON text of `PublicKeyCredential.toJSON()`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credential: Option<String>,
    /// What to call it, unless the enrolment said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// `POST …/security-questions`: exactly `questionCount` of them; other ones in the place of those with `replaces`.
/// 422: `/answers` `wrong-count` with the count as `limit`; `/answers/{n}/questionId` `malformed`, `repeated`;
/// `/answers/{n}/answer` `required`, `too-long`, `repeated`; `/replaces` `malformed` when it is not those.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecurityAnswers {
    /// One for each question.
    pub answers: Vec<SecurityAnswer>,
    /// The answers in whose place these come: *Change*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<MethodId>,
}

/// The answer to one question; never shown again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecurityAnswer {
    /// The question.
    pub question_id: String,
    /// At most 100 characters; case and spaces around and between words do not matter.
    pub answer: String,
}

/// `POST …/app-passwords`. 422: `/name` `required`, `too-long`, `repeated`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewAppPasswordName {
    /// The app that it is for.
    pub name: String,
}

/// A new app password.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct NewAppPassword {
    /// The method.
    pub method: Method,
    /// The password, shown this once.
    pub password: String,
}

/// `POST …/default-method`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewDefaultMethod {
    /// One that is good for sign-in.
    pub id: MethodId,
}

//! Errors as RFC 9457 problem documents. The frontend translates `code`; it never shows server prose.

use serde::{Deserialize, Serialize};

/// The body of every refused or failed request (`application/problem+json`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// `urn:portal:problem:<code>`.
    #[serde(rename = "type")]
    pub kind: String,
    /// English, for logs and developers.
    pub title: String,
    /// The HTTP status, repeated.
    pub status: u16,
    /// What happened, stable.
    pub code: Code,
    /// What the help desk needs to find this request in the logs.
    pub request_id: String,
    /// The fields that were refused, if any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// With `step-up-required`: the operation that the proof must be for, to be sent back in the proof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}

/// One refused field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct FieldProblem {
    /// JSON pointer (RFC 6901) into the request body, e.g. `/userId`.
    pub pointer: String,
    /// What is wrong with it.
    pub code: FieldCode,
    /// A number that the sentence needs, such as the greatest length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Why a field was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FieldCode {
    /// Nothing was given.
    Required,
    /// Longer than `limit` characters, or a list of more than `limit`.
    TooLong,
    /// Not of the form that the field needs.
    Malformed,
    /// A code or credential that is not the right one.
    Wrong,
    /// The same as another one of the list, or as one that is registered.
    Repeated,
    /// The work or school address, which is lost together with the password.
    WorkAddress,
    /// Not `limit` of them.
    WrongCount,
    /// Shorter than `limit` characters.
    TooShort,
    /// A password that many people use, or such a one with little added.
    TooCommon,
    /// A password that is little more than the person's name.
    ContainsName,
    /// A password that is little more than the organization's name.
    ContainsOrganization,
    /// A password that is little more than the user ID.
    ContainsUserId,
    /// The new password is the old one.
    SameAsOld,
    /// Does not begin as the organization wants it to.
    MissingPrefix,
    /// Contains a word that the organization does not allow.
    BlockedWord,
    /// A newer backend's reason.
    #[serde(other)]
    Unknown,
}

/// Why a request was refused or failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// 400: the body is no JSON, or not of the request's shape.
    MalformedRequest,
    /// 400: a POST without `Idempotency-Key`.
    IdempotencyKeyMissing,
    /// 401: user ID and password (or code) do not belong together. Same answer for unknown accounts (S8).
    InvalidCredentials,
    /// 401: no session, or it has ended.
    SessionExpired,
    /// 401: the proof of identity is too old for this, or was for something else (RFC 9470, S4).
    StepUpRequired,
    /// 403: not from the portal's own pages (S3).
    CrossSiteRequest,
    /// 403: signed in, but not allowed here.
    AccessDenied,
    /// 403: the organization wants a sign-in method registered before anything else (*Keep your account secure*).
    RegistrationRequired,
    /// 403: the device is disabled; only an administrator brings it back.
    DeviceDisabled,
    /// 403: the organization decides this.
    DecidedByOrganization,
    /// 403: only an account of an unmanaged home organization can be closed by its owner.
    ClosingForbidden,
    /// 403: terms of use have to be accepted first.
    TermsNotAccepted,
    /// 404: no such thing, or not yours; the answer does not tell which.
    NotFound,
    /// 405: the address exists, the verb does not.
    MethodNotAllowed,
    /// 409: the session now belongs to another account than the request is meant for (R5).
    AnotherAccount,
    /// 409: the same request is still being worked on.
    RequestInFlight,
    /// 409: the home organization owns the account and cannot be left.
    HomeOrganization,
    /// 409: sign in to that organization first.
    SignInThereFirst,
    /// 409: the account is disabled at home.
    DisabledAtHome,
    /// 409: the guest account is disabled there.
    DisabledThere,
    /// 409: that organization does not let external users leave by themselves.
    LeavingForbidden,
    /// 409: the organization does not offer that kind of method.
    MethodNotOffered,
    /// 409: there are as many of that kind as there may be.
    LimitReached,
    /// 409: first another method that is good for sign-in.
    NeedsAnotherMethod,
    /// 409: the last method that is good for sign-in cannot go (S7).
    LastMethod,
    /// 409: the organization set this, and only it changes it.
    SetByOrganization,
    /// 409: something has to stay visible, and this is the last that is.
    LastVisible,
    /// 409: that method is not good for sign-in.
    NotForSignIn,
    /// 409: the code or challenge has run out, was used, or was tried too often: ask for a new one.
    ChallengeExpired,
    /// 409: the organization keeps the password somewhere else, or the account is disabled.
    PasswordNotChangeable,
    /// 409: the organization has not set the app up for saved accounts.
    SavedAccountsNotOffered,
    /// 409: a copy of the data is being prepared already.
    ExportInProgress,
    /// 409: the copy of the data is not ready yet, or could not be made.
    ExportNotReady,
    /// 409: somebody has to approve that first.
    ApprovalNeeded,
    /// 409: nobody has to approve that: it can be had at once.
    ApprovalNotNeeded,
    /// 409: the person has it already.
    AlreadyThere,
    /// 409: a request for that waits already.
    RequestPending,
    /// 409: the request was decided or withdrawn.
    RequestDecided,
    /// 409: the organization does not offer that any more.
    NotOffered,
    /// 409: the stage of the review in which one decided is over.
    ReviewEnded,
    /// 409: the review runs, or what it decided is not applied yet.
    ReviewNotFinished,
    /// 403: nobody decides their own request.
    OwnRequest,
    /// 409: the group is managed somewhere else: it has a mail address, or comes from a directory on premises.
    ManagedElsewhere,
    /// 409: a group cannot lose its last owner: name a successor first, or delete the group.
    LastOwner,
    /// 409: the group has expired; it can be renewed or deleted, nothing else.
    GroupExpired,
    /// 409: the group does not expire, or its organization sets no lifetime.
    NotRenewable,
    /// 410: it was there, and its time is over.
    Gone,
    /// 412: somebody changed it meanwhile.
    Stale,
    /// 413: more than 64 KiB.
    BodyTooLarge,
    /// 415: not `application/json`.
    UnsupportedMediaType,
    /// 422: see `errors`.
    InvalidFields,
    /// 422: the key was used for another request.
    IdempotencyKeyReused,
    /// 428: an edit without `If-Match`.
    PreconditionRequired,
    /// 429: too many attempts; `Retry-After` says how long.
    TooManyAttempts,
    /// 500: the backend's fault.
    Internal,
    /// 503: the backend cannot work right now.
    Unavailable,
    /// 503: the message with the code could not be sent.
    MessageNotSent,
    /// A newer backend's code.
    #[serde(other)]
    Unknown,
}

//! Refusals: every failed request is an RFC 9457 problem document with a stable code.
//!
//! A handler returns a [`Refusal`]; the outermost layer ([`crate::request::layer`]) turns it into the document, because
//! only it knows the request's id.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use portal_contract::{
    PROOF_SECONDS,
    problem::{Code, FieldCode, FieldProblem, Problem},
};

use crate::{
    password::PasswordError,
    sealing::SealError,
    security_keys::KeyError,
    store::{StoreError, writable},
};

/// Until somebody has made room on a disk, at the soonest.
const RETRY_WRITING_SECONDS: i64 = 30;

/// Why a request was refused or failed.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// The stable reason.
    pub code: Code,
    /// The refused fields, with `invalid-fields`.
    pub errors: Vec<FieldProblem>,
    /// The operation a proof must be for, with `step-up-required`.
    pub purpose: Option<String>,
    /// Seconds to wait, with `too-many-attempts` and `unavailable`.
    pub retry_after: Option<i64>,
}

impl From<Code> for Refusal {
    fn from(code: Code) -> Self {
        Self { code, errors: Vec::new(), purpose: None, retry_after: None }
    }
}

impl Refusal {
    /// 422 for one field; `limit` as the sentence needs it.
    pub fn field(pointer: &str, code: FieldCode, limit: Option<u32>) -> Self {
        Self::fields(vec![FieldProblem { pointer: pointer.to_owned(), code, limit }])
    }

    /// 422 for some fields.
    pub fn fields(errors: Vec<FieldProblem>) -> Self {
        Self { errors, ..Code::InvalidFields.into() }
    }

    /// The same if there are any.
    ///
    /// # Errors
    /// 422 with them.
    pub fn if_any(errors: Vec<FieldProblem>) -> Result<(), Self> {
        if errors.is_empty() { Ok(()) } else { Err(Self::fields(errors)) }
    }

    /// 401: a fresh proof of identity is needed, for `purpose` if there is one (S4).
    pub fn step_up(purpose: Option<String>) -> Self {
        Self { purpose, ..Code::StepUpRequired.into() }
    }

    /// 429 with the seconds to wait (S8).
    pub fn too_many_attempts(retry_after: i64) -> Self {
        Self { retry_after: Some(retry_after), ..Code::TooManyAttempts.into() }
    }

    /// The problem document.
    pub fn document(&self, request_id: &str) -> Problem {
        let (status, title) = describe(self.code);
        Problem {
            kind: format!("urn:portal:problem:{}", name(self.code)),
            title: title.to_owned(),
            status: status.as_u16(),
            code: self.code,
            request_id: request_id.to_owned(),
            errors: self.errors.clone(),
            purpose: self.purpose.clone(),
        }
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Busy | StoreError::Closed(_) => {
                tracing::warn!(%error, "unavailable");
                Self { retry_after: Some(1), ..Code::Unavailable.into() }
            }
            StoreError::Full | StoreError::ReadOnly | StoreError::Disk(_) => {
                writable::no_more(&error);
                Self { retry_after: Some(RETRY_WRITING_SECONDS), ..Code::Unavailable.into() }
            }
            StoreError::Sqlite(_) | StoreError::Interrupted(_) => {
                tracing::error!(%error, "failed");
                Code::Internal.into()
            }
        }
    }
}

impl From<PasswordError> for Refusal {
    fn from(error: PasswordError) -> Self {
        tracing::error!(%error, "failed");
        Code::Internal.into()
    }
}

impl From<KeyError> for Refusal {
    fn from(error: KeyError) -> Self {
        tracing::error!(%error, "failed");
        Code::Internal.into()
    }
}

impl From<SealError> for Refusal {
    fn from(error: SealError) -> Self {
        tracing::error!(%error, "failed");
        Code::Internal.into()
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = describe(self.code).0;
        let headers = response.headers_mut();
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        let challenge = match self.code {
            Code::StepUpRequired => {
                Some(format!(r#"Session error="insufficient_user_authentication", max_age="{PROOF_SECONDS}""#))
            }
            Code::SessionExpired | Code::InvalidCredentials => Some("Session".to_owned()),
            _ => None,
        };
        if let Some(challenge) = challenge.and_then(|text| HeaderValue::from_str(&text).ok()) {
            headers.insert(header::WWW_AUTHENTICATE, challenge);
        }
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// Writes the document of a refusal, if the answer carries one, into its body.
pub fn render(mut response: Response, request_id: &str) -> Response {
    let Some(refusal) = response.extensions_mut().remove::<Arc<Refusal>>() else { return response };
    let document = serde_json::to_vec(&refusal.document(request_id)).unwrap_or_default();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response.headers_mut().insert(header::CONTENT_LENGTH, document.len().into());
    *response.body_mut() = Body::from(document);
    response
}

/// The code as the contract writes it.
fn name(code: Code) -> String {
    match serde_json::to_value(code) {
        Ok(serde_json::Value::String(name)) => name,
        _ => "unknown".to_owned(),
    }
}

fn describe(code: Code) -> (StatusCode, &'static str) {
    use StatusCode as S;
    match code {
        Code::MalformedRequest => (S::BAD_REQUEST, "The request is not of the form that this address expects."),
        Code::IdempotencyKeyMissing => {
            (S::BAD_REQUEST, "A POST needs an Idempotency-Key of 1 to 128 visible characters.")
        }
        Code::InvalidCredentials => (S::UNAUTHORIZED, "User ID and password or code do not belong together."),
        Code::SessionExpired => (S::UNAUTHORIZED, "There is no session, or it has ended."),
        Code::StepUpRequired => (S::UNAUTHORIZED, "A fresh proof of identity is needed."),
        Code::CrossSiteRequest => (S::FORBIDDEN, "The request does not come from the portal's own pages."),
        Code::AccessDenied => (S::FORBIDDEN, "The account may not do this."),
        Code::TermsNotAccepted => (S::FORBIDDEN, "Terms of use have to be accepted first."),
        Code::DecidedByOrganization => (S::FORBIDDEN, "The organization decides this."),
        Code::ClosingForbidden => {
            (S::FORBIDDEN, "Only an account of an unmanaged home organization can be closed by its owner.")
        }
        Code::RegistrationRequired => {
            (S::FORBIDDEN, "The organization wants a sign-in method registered before anything else.")
        }
        Code::NotFound => (S::NOT_FOUND, "There is no such thing."),
        Code::MethodNotAllowed => (S::METHOD_NOT_ALLOWED, "This address does not have that verb."),
        Code::AnotherAccount => (S::CONFLICT, "The session belongs to another account than the request is meant for."),
        Code::RequestInFlight => (S::CONFLICT, "The same request is still being worked on."),
        Code::HomeOrganization => (S::CONFLICT, "The home organization owns the account and cannot be left."),
        Code::SignInThereFirst => (S::CONFLICT, "The session has to sign in to that organization first."),
        Code::DisabledAtHome => (S::CONFLICT, "The account is disabled in its home organization."),
        Code::DisabledThere => (S::CONFLICT, "The guest account is disabled in that organization."),
        Code::LeavingForbidden => (S::CONFLICT, "That organization does not let external users leave by themselves."),
        Code::MethodNotOffered => (S::CONFLICT, "The organization does not offer that kind of method."),
        Code::LimitReached => (S::CONFLICT, "There are as many of that kind as there may be."),
        Code::NeedsAnotherMethod => (S::CONFLICT, "Another method that is good for sign-in has to come first."),
        Code::LastMethod => (S::CONFLICT, "The last method that is good for sign-in cannot go."),
        Code::SavedAccountsNotOffered => (S::CONFLICT, "The organization has not set this app up for saved accounts."),
        Code::SetByOrganization => (S::CONFLICT, "Only the organization changes that."),
        Code::LastVisible => (S::CONFLICT, "This is the last one that is visible, and one has to be."),
        Code::NotForSignIn => (S::CONFLICT, "That method is not good for sign-in."),
        Code::ChallengeExpired => (S::CONFLICT, "The code or challenge is over: ask for a new one."),
        Code::DeviceDisabled => (S::FORBIDDEN, "The device is disabled."),
        Code::PasswordNotChangeable => (S::CONFLICT, "The password cannot be changed here."),
        Code::ExportInProgress => (S::CONFLICT, "A copy of the data is being prepared already."),
        Code::ExportNotReady => (S::CONFLICT, "The copy of the data is not ready."),
        Code::ApprovalNeeded => (S::CONFLICT, "Somebody has to approve that first."),
        Code::ApprovalNotNeeded => (S::CONFLICT, "Nobody has to approve that."),
        Code::AlreadyThere => (S::CONFLICT, "The person has it already."),
        Code::RequestPending => (S::CONFLICT, "A request for that waits already."),
        Code::RequestDecided => (S::CONFLICT, "The request was decided or withdrawn."),
        Code::NotOffered => (S::CONFLICT, "The organization does not offer that any more."),
        Code::ReviewEnded => (S::CONFLICT, "That stage of the review is over."),
        Code::ReviewNotFinished => (S::CONFLICT, "The review is not over, or not applied yet."),
        Code::OwnRequest => (S::FORBIDDEN, "Nobody decides their own request."),
        Code::ManagedElsewhere => (S::CONFLICT, "The group is managed somewhere else."),
        Code::LastOwner => (S::CONFLICT, "A group cannot lose its last owner."),
        Code::GroupExpired => (S::CONFLICT, "The group has expired."),
        Code::NotRenewable => (S::CONFLICT, "The group does not expire."),
        Code::Gone => (S::GONE, "Its time is over."),
        Code::Stale => (S::PRECONDITION_FAILED, "It was changed meanwhile."),
        Code::BodyTooLarge => (S::PAYLOAD_TOO_LARGE, "The body is larger than 64 KiB."),
        Code::UnsupportedMediaType => (S::UNSUPPORTED_MEDIA_TYPE, "The body has to be application/json."),
        Code::InvalidFields => (S::UNPROCESSABLE_ENTITY, "Some fields were refused."),
        Code::IdempotencyKeyReused => (S::UNPROCESSABLE_ENTITY, "The Idempotency-Key was used for another request."),
        Code::PreconditionRequired => (S::PRECONDITION_REQUIRED, "An edit needs If-Match."),
        Code::TooManyAttempts => (S::TOO_MANY_REQUESTS, "Too many attempts."),
        Code::Unavailable => (S::SERVICE_UNAVAILABLE, "The server cannot work right now."),
        Code::MessageNotSent => (S::SERVICE_UNAVAILABLE, "The message with the code could not be sent."),
        Code::Internal | Code::Unknown => (S::INTERNAL_SERVER_ERROR, "The server failed."),
    }
}

//! What a failure is called in the person's language: the only place where codes become sentences.

use portal_contract::problem::{Code, FieldCode, FieldProblem};

use super::{format, text};
use crate::api::error::{ApiError, Failure};

/// What happened and what to do, in one or two sentences; reactive.
pub fn sentence(error: &ApiError) -> String {
    let e = text().error();
    match error.failure {
        Failure::Network => e.network,
        Failure::Timeout => e.timeout,
        Failure::Malformed => e.malformed,
        Failure::Server => e.server,
        Failure::Unavailable => e.unavailable,
        Failure::Cancelled => e.cancelled,
        Failure::Refused(code) => match code {
            Code::InvalidCredentials => text().sign_in().wrong,
            Code::SessionExpired | Code::StepUpRequired => e.expired,
            Code::AccessDenied => e.denied,
            Code::TermsNotAccepted => e.terms_first,
            Code::NotFound | Code::Gone => e.not_found,
            Code::Stale => e.stale,
            Code::RequestInFlight => e.in_flight,
            Code::DecidedByOrganization => text().error().decided,
            Code::ClosingForbidden => text().error().closing_impossible,
            Code::ExportInProgress => text().error().export_in_progress,
            Code::InvalidFields => e.summary,
            Code::TooManyAttempts => {
                return match error.retry_after {
                    Some(seconds) => (e.too_many)(&format::in_seconds(seconds)),
                    None => e.too_many_soon.to_owned(),
                };
            }
            Code::ChallengeExpired => e.challenge_expired,
            Code::MessageNotSent => e.message_not_sent,
            Code::LimitReached => e.method_limit,
            Code::NeedsAnotherMethod => e.needs_another_method,
            Code::LastMethod => e.last_method,
            Code::SetByOrganization => e.set_by_organization,
            Code::MethodNotOffered => e.method_not_offered,
            Code::DeviceDisabled => text().error().device_disabled,
            Code::PasswordNotChangeable => text().error().password_elsewhere,
            Code::HomeOrganization
            | Code::SignInThereFirst
            | Code::DisabledAtHome
            | Code::DisabledThere
            | Code::LeavingForbidden => text().error().leaving_impossible,
            _ => e.refused,
        },
    }
    .to_owned()
}

/// What is wrong with one field, for the reasons that every field shares.
pub fn field_sentence(problem: &FieldProblem, required: &'static str, malformed: &'static str) -> String {
    match (problem.code, problem.limit) {
        (FieldCode::Required, _) => required.to_owned(),
        (FieldCode::TooLong, Some(limit)) => (text().error().too_long)(limit),
        (FieldCode::Malformed, _) => malformed.to_owned(),
        (FieldCode::TooShort, Some(limit)) => (text().error().too_short)(&format::number(limit.into())),
        (FieldCode::TooCommon, _) => text().error().too_common.to_owned(),
        (FieldCode::ContainsName, _) => text().error().contains_name.to_owned(),
        (FieldCode::ContainsOrganization, _) => text().error().contains_organization.to_owned(),
        (FieldCode::ContainsUserId, _) => text().error().contains_user_id.to_owned(),
        (FieldCode::SameAsOld, _) => text().error().same_as_old.to_owned(),
        (FieldCode::Wrong, _) => text().error().wrong_code.to_owned(),
        (FieldCode::Repeated, _) => text().error().repeated.to_owned(),
        (FieldCode::WorkAddress, _) => text().error().work_address.to_owned(),
        _ => text().error().field.to_owned(),
    }
}

//! What can go wrong between the portal and its backend, told by what a page can do about it.

use portal_contract::problem::{Code, FieldProblem, Problem};

/// A failed request.
#[derive(Clone, Debug, PartialEq)]
pub struct ApiError {
    /// What happened.
    pub failure: Failure,
    /// What the help desk needs to find the request.
    pub request_id: Option<String>,
    /// The refused fields, with `invalid-fields`.
    pub fields: Vec<FieldProblem>,
    /// What a proof of identity must be for, with `step-up-required`.
    pub purpose: Option<String>,
    /// Seconds after which to try again, if the backend said so.
    pub retry_after: Option<f64>,
}

/// The kinds of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No answer: offline, cut off, or blocked.
    Network,
    /// No answer in time.
    Timeout,
    /// An answer that is not of the contract.
    Malformed,
    /// The backend failed (500 and the like).
    Server,
    /// The backend cannot work now (408, 502, 503, 504).
    Unavailable,
    /// The backend said no, and why.
    Refused(Code),
    /// The person did not prove their identity when asked.
    Cancelled,
}

impl ApiError {
    /// A failure of which nothing more is known.
    pub fn new(failure: Failure) -> Self {
        Self { failure, request_id: None, fields: Vec::new(), purpose: None, retry_after: None }
    }

    /// Whether this is the given refusal.
    pub fn is(&self, code: Code) -> bool {
        self.failure == Failure::Refused(code)
    }

    /// Whether the change may or may not have happened (`security.md` R2): the same key must be used to try again.
    pub fn outcome_unknown(&self) -> bool {
        !matches!(self.failure, Failure::Refused(_) | Failure::Cancelled)
    }

    /// Reads a refusal. A body that is no problem document (a proxy's HTML page) is told by its status alone.
    pub(super) fn from_answer(
        status: u16,
        problem: Option<Problem>,
        request_id: Option<String>,
        retry_after: Option<f64>,
    ) -> Self {
        let failure = match (status, problem.as_ref().map(|it| it.code)) {
            (408 | 502..=504, _) => Failure::Unavailable,
            (500.., _) => Failure::Server,
            (_, Some(code)) if code != Code::Unknown => Failure::Refused(code),
            (401, _) => Failure::Refused(Code::SessionExpired),
            (403, _) => Failure::Refused(Code::AccessDenied),
            (404, _) => Failure::Refused(Code::NotFound),
            (409, _) => Failure::Refused(Code::RequestInFlight),
            (412, _) => Failure::Refused(Code::Stale),
            (422, _) => Failure::Refused(Code::InvalidFields),
            (429, _) => Failure::Refused(Code::TooManyAttempts),
            _ => Failure::Refused(Code::Unknown),
        };
        let (fields, purpose, named) = match problem {
            Some(it) => (it.errors, it.purpose, Some(it.request_id)),
            None => (Vec::new(), None, None),
        };
        Self { failure, request_id: request_id.or(named), fields, purpose, retry_after }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(code: Code) -> Problem {
        Problem {
            kind: String::new(),
            title: String::new(),
            status: 0,
            code,
            request_id: "of-the-body".into(),
            errors: Vec::new(),
            purpose: None,
        }
    }

    #[test]
    fn a_known_code_says_more_than_the_status() {
        let error = ApiError::from_answer(409, Some(problem(Code::LeavingForbidden)), None, None);
        assert!(error.is(Code::LeavingForbidden));
        assert_eq!(error.request_id.as_deref(), Some("of-the-body"));
    }

    #[test]
    fn a_proxys_page_is_told_by_its_status() {
        assert!(ApiError::from_answer(401, None, None, None).is(Code::SessionExpired));
        assert!(ApiError::from_answer(412, Some(problem(Code::Unknown)), None, None).is(Code::Stale));
        assert_eq!(ApiError::from_answer(503, None, None, None).failure, Failure::Unavailable);
    }

    #[test]
    fn r2_only_a_refusal_settles_what_happened() {
        assert!(!ApiError::from_answer(409, Some(problem(Code::DisabledThere)), None, None).outcome_unknown());
        assert!(ApiError::from_answer(500, Some(problem(Code::Internal)), None, None).outcome_unknown());
        assert!(ApiError::new(Failure::Network).outcome_unknown());
        assert!(!ApiError::new(Failure::Cancelled).outcome_unknown());
    }
}

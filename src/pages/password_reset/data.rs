//! How far the person got.

use leptos::prelude::*;
use portal_contract::{
    methods::{MethodKind, Question},
    password_reset::{PasswordReset, ResetProgress, ResetState},
    problem::Code,
};

use crate::{api::error::ApiError, i18n::text};

/// Where the person is.
#[derive(Clone)]
pub enum Step {
    /// Saying who they are.
    Who,
    /// Proving it.
    Prove(Proving),
    /// Choosing a new password.
    NewPassword {
        /// The reset.
        token: String,
        /// The fewest characters.
        minimum: u32,
    },
}

/// What can be proven now.
#[derive(Clone)]
pub struct Proving {
    /// The reset.
    pub token: String,
    /// By what.
    pub kinds: Vec<MethodKind>,
    /// The questions of the account, once something else was proven.
    pub questions: Vec<Question>,
    /// Something was proven.
    pub second: bool,
}

/// The reset of this page.
#[derive(Clone, Copy)]
pub struct Reset {
    /// Where the person is.
    pub step: RwSignal<Step>,
    /// What was typed as user ID.
    pub user_id: StoredValue<String>,
    /// Why it begins anew.
    pub over: StoredValue<Option<ApiError>>,
}

impl Reset {
    /// Nothing said yet.
    pub fn new() -> Self {
        Self { step: RwSignal::new(Step::Who), user_id: StoredValue::new(String::new()), over: StoredValue::new(None) }
    }

    /// The person said who they are.
    pub fn begun(self, PasswordReset { token, kinds, .. }: PasswordReset) {
        self.step.set(Step::Prove(Proving { token, kinds, questions: Vec::new(), second: false }));
    }

    /// The person proved something.
    pub fn proven(self, token: String, ResetProgress { state, kinds, questions, minimum_length }: ResetProgress) {
        self.step.set(match state {
            ResetState::AnotherMethod => Step::Prove(Proving { token, kinds, questions, second: true }),
            ResetState::NewPassword => Step::NewPassword { token, minimum: minimum_length },
            ResetState::Unknown => Step::Who,
        });
    }

    /// What became of a step. When the reset is over, it begins anew and says so.
    pub fn checked<T>(self, outcome: Result<T, ApiError>) -> Result<T, ApiError> {
        if let Err(error) = &outcome
            && error.is(Code::Gone)
        {
            self.over.set_value(Some(error.clone()));
            self.step.set(Step::Who);
        }
        outcome
    }
}

/// What failed, where a better sentence is known than the general one. It never says whether there is such an account.
pub fn explained(error: ApiError) -> Option<String> {
    let words = text().password_reset();
    let words = match () {
        () if error.is(Code::InvalidCredentials) => words.failed,
        // The domain of the user ID says so, whoever it is.
        () if error.is(Code::PasswordNotChangeable) => words.at_organization,
        () if error.is(Code::Gone) => words.over,
        () => return None,
    };
    Some(words.to_owned())
}

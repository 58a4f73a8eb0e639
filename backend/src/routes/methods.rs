//! `/me/authentication`: the methods by which somebody signs in or gets back in (features 1.4).

use std::{collections::HashSet, sync::Arc};

use axum::{Json, extract::State, http::StatusCode};
use portal_contract::{
    methods::{
        MAX_ANSWER, Method, MethodKind, Methods, NewAppPassword, NewAppPasswordName, NewDefaultMethod, SecurityAnswer,
        SecurityAnswers,
    },
    problem::{Code, FieldCode, FieldProblem},
};
use rusqlite::Transaction;

use super::DONE;
use crate::{
    codes, enrolment,
    idempotency::Once,
    input::Ids,
    methods::good_for_sign_in,
    portal::Portal,
    problem::Refusal,
    questions::{self, normalised},
    session::Caller,
    step_up,
    store::{StoreError, audit, methods, sessions},
};

/// What is registered, and what can be added.
#[utoipa::path(
    get, path = "/api/v1/me/authentication/methods", tag = "methods", security(("session" = [])),
    responses((status = 200, description = "The methods.", body = Methods))
)]
pub async fn list(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<Json<Methods>, Refusal> {
    let sender = Arc::clone(&portal.sender);
    let query = move |connection: &rusqlite::Connection| {
        Ok::<_, StoreError>(methods::situation(connection, &caller.session.account)?.list(&*sender))
    };
    Ok(Json(portal.store.read(query).await?))
}

/// Deletes a method. Needs a proof of identity of the last 300 s; the account's other sessions end (S4, S5).
#[utoipa::path(
    delete, path = "/api/v1/me/authentication/methods/{id}", tag = "methods", security(("session" = [])),
    params(("id" = String, Path, description = "The method.")),
    responses(
        (status = 204, description = "Deleted; where it was the default, the next one is."),
        (status = 409, description = "`last-method`, `set-by-organization`."),
    )
)]
pub async fn remove(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Result<StatusCode, Refusal> {
    use portal_contract::methods::Deletable;

    let now = portal.clock.now();
    let change = move |transaction: &Transaction<'_>| {
        let account = &caller.session.account;
        let situation = methods::situation(transaction, account)?;
        let method = situation.find(&id).ok_or(Code::NotFound)?;
        match situation.deletable(method) {
            Deletable::Possible => {}
            Deletable::LastMethod => return Err(Code::LastMethod.into()),
            Deletable::ByOrganizationOnly | Deletable::Unknown => return Err(Code::SetByOrganization.into()),
        }
        step_up::require(transaction, &caller, now)?;
        if situation.default_method().is_some_and(|default| default.id == id) {
            methods::set_default(transaction, account, situation.fallback(&id).map(|next| next.id.as_str()))?;
        }
        methods::remove(transaction, &id)?;
        did(transaction, now, &caller, "method.remove", &id)
    };
    portal.store.write(change).await?;
    Ok(DONE)
}

/// Chooses what sign-in asks for first. Needs a proof of identity of the last 300 s.
#[utoipa::path(
    post, path = "/api/v1/me/authentication/default-method", tag = "methods", security(("session" = [])),
    request_body = NewDefaultMethod,
    responses(
        (status = 204, description = "Chosen."),
        (status = 404, description = "`not-found`: no method of this account."),
        (status = 409, description = "`not-for-sign-in`, `request-in-flight`."),
    )
)]
pub async fn set_default(
    State(portal): State<Arc<Portal>>,
    once: Once<NewDefaultMethod>,
) -> Result<StatusCode, Refusal> {
    let id = once.body.id.0.clone();
    once.run(&portal, move |transaction, caller, now| {
        let account = &caller.session.account;
        let situation = methods::situation(transaction, account)?;
        let method = situation.find(&id).ok_or(Code::NotFound)?;
        if !good_for_sign_in(method.kind) {
            return Err(Code::NotForSignIn.into());
        }
        step_up::require(transaction, caller, now)?;
        methods::set_default(transaction, account, Some(&id))?;
        did(transaction, now, caller, "method.default", &id)
    })
    .await?;
    Ok(DONE)
}

/// Registers the answers to security questions. Needs a proof of identity of the last 300 s.
#[utoipa::path(
    post, path = "/api/v1/me/authentication/security-questions", tag = "methods", security(("session" = [])),
    request_body = SecurityAnswers,
    responses(
        (status = 200, description = "The method.", body = Method),
        (status = 409, description = "`method-not-offered`, `limit-reached`, `request-in-flight`."),
    )
)]
pub async fn answer_questions(
    State(portal): State<Arc<Portal>>,
    once: Once<SecurityAnswers>,
) -> Result<Json<Method>, Refusal> {
    const KIND: MethodKind = MethodKind::SecurityQuestions;

    let account = once.caller.session.account.clone();
    let known = portal.store.read(move |connection| methods::situation(connection, &account)).await?;
    if known.offer(KIND, &*portal.sender).is_none() {
        return Err(Code::MethodNotOffered.into());
    }
    let answers = answers(&once.body.answers, known.policy.question_count)?;
    let mut hashed = Vec::with_capacity(answers.len());
    {
        let mut turn = portal.passwords.turn().await;
        for (question, answer) in answers {
            hashed.push((question, turn.hash(answer).await?));
        }
    }
    let sender = Arc::clone(&portal.sender);
    let first = move |transaction: &Transaction<'_>, caller: &Caller, now| {
        let account = &caller.session.account;
        methods::situation(transaction, account)?.require_offer(KIND, &*sender)?;
        step_up::require(transaction, caller, now)?;
        let id = methods::add(transaction, now, account, KIND, &methods::Content::default())?;
        for (question, hash) in &hashed {
            methods::add_answer(transaction, &id, question, hash)?;
        }
        did(transaction, now, caller, "method.add", &id)?;
        Ok(Ok(registered(transaction, account, KIND, None)?))
    };
    let again = |transaction: &Transaction<'_>, caller: &Caller, _| {
        registered(transaction, &caller.session.account, KIND, None)
    };
    Ok(Json(once.answer(&portal, first, again).await?))
}

/// Makes an app password, shown this once. Needs a proof of identity of the last 300 s.
///
/// A repeat makes a new password in the place of the one whose answer was lost.
#[utoipa::path(
    post, path = "/api/v1/me/authentication/app-passwords", tag = "methods", security(("session" = [])),
    request_body = NewAppPasswordName,
    responses(
        (status = 200, description = "The password.", body = NewAppPassword),
        (status = 409, description = "`method-not-offered`, `limit-reached`, `request-in-flight`."),
    )
)]
pub async fn add_app_password(
    State(portal): State<Arc<Portal>>,
    once: Once<NewAppPasswordName>,
) -> Result<Json<NewAppPassword>, Refusal> {
    const KIND: MethodKind = MethodKind::AppPassword;

    let name = enrolment::name(Some(&once.body.name))?;
    let name = name.ok_or_else(|| Refusal::field("/name", FieldCode::Required, None))?;
    let password = codes::app_password();
    let hash = portal.passwords.turn().await.hash(password.clone()).await?;
    let sender = Arc::clone(&portal.sender);
    let (again_name, again_hash) = (name.clone(), hash.clone());
    let first = move |transaction: &Transaction<'_>, caller: &Caller, now| {
        let account = &caller.session.account;
        let situation = methods::situation(transaction, account)?;
        situation.require_offer(KIND, &*sender)?;
        let same = |known: &String| known.to_lowercase() == name.to_lowercase();
        if situation.methods.iter().any(|known| known.kind == KIND && known.name.as_ref().is_some_and(same)) {
            return Err(Refusal::field("/name", FieldCode::Repeated, None));
        }
        step_up::require(transaction, caller, now)?;
        let content =
            methods::Content { name: Some(name.clone()), password_hash: Some(hash), ..methods::Content::default() };
        let id = methods::add(transaction, now, account, KIND, &content)?;
        did(transaction, now, caller, "method.add", &id)?;
        Ok(Ok(registered(transaction, account, KIND, Some(&name))?))
    };
    let again = move |transaction: &Transaction<'_>, caller: &Caller, now| {
        step_up::require(transaction, caller, now)?;
        let method = registered(transaction, &caller.session.account, KIND, Some(&again_name))?;
        methods::set_password_hash(transaction, &method.id.0, &again_hash)?;
        audit::record(transaction, now, caller.did("method.renew", Some(&method.id.0)))?;
        Ok(method)
    };
    let method = once.answer(&portal, first, again).await?;
    Ok(Json(NewAppPassword { method, password }))
}

/// Records a change of methods and ends the account's other sessions (S5, S9).
pub fn did(
    transaction: &Transaction<'_>,
    now: i64,
    caller: &Caller,
    action: &'static str,
    method: &str,
) -> Result<(), Refusal> {
    sessions::end_others(transaction, &caller.session.account, &caller.session.id)?;
    Ok(audit::record(transaction, now, caller.did(action, Some(method)))?)
}

/// The account's method of this kind (and name).
fn registered(
    transaction: &Transaction<'_>,
    account: &str,
    kind: MethodKind,
    name: Option<&str>,
) -> Result<Method, Refusal> {
    let situation = methods::situation(transaction, account)?;
    let mut found = situation.methods.iter();
    let found = found.find(|method| method.kind == kind && (name.is_none() || method.name.as_deref() == name));
    Ok(situation.describe(found.ok_or(Code::NotFound)?))
}

/// The question and the normalised answer of each.
fn answers(given: &[SecurityAnswer], count: u32) -> Result<Vec<(String, String)>, Refusal> {
    if given.len() != count as usize {
        return Err(Refusal::field("/answers", FieldCode::WrongCount, Some(count)));
    }
    let (mut questions, mut answers) = (HashSet::new(), HashSet::new());
    let mut errors = Vec::new();
    let mut read = Vec::with_capacity(given.len());
    for (place, SecurityAnswer { question_id, answer }) in given.iter().enumerate() {
        let answer = normalised(answer);
        let mut refuse = |field: &str, code, limit| {
            errors.push(FieldProblem { pointer: format!("/answers/{place}/{field}"), code, limit });
        };
        if !questions::exists(question_id) {
            refuse("questionId", FieldCode::Malformed, None);
        } else if !questions.insert(question_id) {
            refuse("questionId", FieldCode::Repeated, None);
        }
        if answer.is_empty() {
            refuse("answer", FieldCode::Required, None);
        } else if answer.chars().count() > MAX_ANSWER as usize {
            refuse("answer", FieldCode::TooLong, Some(MAX_ANSWER));
        } else if !answers.insert(answer.clone()) {
            refuse("answer", FieldCode::Repeated, None);
        }
        read.push((question_id.clone(), answer));
    }
    if errors.is_empty() { Ok(read) } else { Err(Refusal::fields(errors)) }
}

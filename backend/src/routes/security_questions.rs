//! `/me/authentication/security-questions`: answers that help with a forgotten password (features 1.4). They are as good
//! as a password there, and kept like one.

use std::{collections::HashSet, sync::Arc};

use axum::{Json, extract::State};
use portal_contract::{
    ids::MethodId,
    methods::{MAX_ANSWER, Method, MethodKind, SecurityAnswer, SecurityAnswers},
    problem::{Code, FieldCode, FieldProblem},
};
use rusqlite::Transaction;

use super::methods::{did, registered};
use crate::{
    idempotency::Once,
    methods::Situation,
    portal::Portal,
    problem::Refusal,
    questions::{self, normalised},
    session::Caller,
    step_up,
    store::methods,
};

const KIND: MethodKind = MethodKind::SecurityQuestions;

/// Registers the answers to security questions, with `replaces` in the place of those that there are. Needs a proof of identity of the last 300 s; the account's other sessions
/// end (`security.md` S4, S5).
#[utoipa::path(
    post, path = "/api/v1/me/authentication/security-questions", tag = "methods", security(("session" = [])),
    request_body = SecurityAnswers,
    responses(
        (status = 200, description = "The method.", body = Method),
        (status = 409, description = "`method-not-offered`, `limit-reached`, `set-by-organization`, `request-in-flight`."),
    )
)]
pub async fn answer(State(portal): State<Arc<Portal>>, once: Once<SecurityAnswers>) -> Result<Json<Method>, Refusal> {
    let (caller, now) = (once.caller.clone(), portal.clock.now());
    let account = caller.session.account.clone();
    let known = portal.store.read(move |connection| methods::situation(connection, &account)).await?;
    if known.offer(KIND, &*portal.sender).is_none() {
        return Err(Code::MethodNotOffered.into());
    }
    let answers = read(&once.body.answers, known.policy.question_count)?;
    let replaces = once.body.replaces.clone();
    // Before anything is computed, so that who may not do this costs nothing more.
    portal.store.read(move |connection| step_up::require(connection, &caller, now)).await?;
    let once = once.sealed(&portal).await?.enter(&portal)?;
    let mut hashed = Vec::with_capacity(answers.len());
    if !once.happened(&portal).await? {
        let mut turn = portal.passwords.turn().await;
        for (question, answer) in answers {
            hashed.push((question, turn.hash(answer).await?));
        }
    }
    let sender = Arc::clone(&portal.sender);
    let first = move |transaction: &Transaction<'_>, caller: &Caller, now| {
        let account = &caller.session.account;
        let situation = methods::situation(transaction, account)?;
        let replaced = replaces.map(|it| replaced(&situation, &it)).transpose()?;
        if replaced.is_none() {
            situation.require_offer(KIND, &*sender)?;
        }
        step_up::require(transaction, caller, now)?;
        let (action, id) = match replaced {
            Some(id) => {
                methods::forget_answers(transaction, &id)?;
                ("method.change", id)
            }
            None => ("method.add", methods::add(transaction, now, account, KIND, &methods::Content::default())?),
        };
        for (question, hash) in &hashed {
            methods::add_answer(transaction, &id, question, hash)?;
        }
        did(transaction, now, caller, action, &id)?;
        Ok(Ok(registered(transaction, account, KIND, None)?))
    };
    let again = |transaction: &Transaction<'_>, caller: &Caller, _| {
        registered(transaction, &caller.session.account, KIND, None)
    };
    Ok(Json(once.answer(&portal, first, again).await?))
}

/// The method in whose place the answers come.
fn replaced(situation: &Situation, id: &MethodId) -> Result<String, Refusal> {
    let found = situation.find(&id.0).filter(|method| method.kind == KIND);
    let found = found.ok_or_else(|| Refusal::field("/replaces", FieldCode::Malformed, None))?;
    if found.by_organization { Err(Code::SetByOrganization.into()) } else { Ok(found.id.clone()) }
}

/// The question and the normalised answer of each.
fn read(given: &[SecurityAnswer], count: u32) -> Result<Vec<(String, String)>, Refusal> {
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

//! `/me/groups/rules` and `/me/groups/name-check`: what an organization wants of groups (features 2.5).

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
};
use portal_contract::{
    groups::{GroupRules, MAX_DESCRIPTION, NameCheck},
    problem::{Code, FieldCode, FieldProblem},
};
use rusqlite::Connection;
use serde::Deserialize;

use super::{apps::allowed, group_access};
use crate::{
    group_names::{self, Problem},
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::group_rules::{self, Rule},
};

/// The query of the check.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Named {
    /// What was typed.
    #[param(max_length = 1024)]
    name: String,
    /// The group that is to be called so; absent: a new one.
    group: Option<String>,
}

/// Whether the person may make groups, and what is wanted of their names.
#[utoipa::path(
    get, path = "/api/v1/me/groups/rules", tag = "groups", security(("session" = [])),
    responses(
        (status = 200, description = "What holds.", body = GroupRules),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
    )
)]
pub async fn get(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<Json<GroupRules>, Refusal> {
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        let nothing =
            || GroupRules { can_create: false, organization: None, prefix: String::new(), lifetime_days: None };
        let rule = group_rules::at_home(connection, account)?;
        Ok::<_, Refusal>(Json(rule.map_or_else(nothing, Rule::told)))
    };
    portal.store.read(query).await
}

/// Whether a group may be called so, asked while the name is typed. The change itself checks again.
#[utoipa::path(
    get, path = "/api/v1/me/groups/name-check", tag = "groups", params(Named), security(("session" = [])),
    responses(
        (status = 200, description = "What is wrong with the name, if anything.", body = NameCheck),
        (status = 400, description = "`malformed-request`: no `name`, or an unknown parameter."),
        (status = 403, description = "`access-denied`; `decided-by-organization`: its people make no groups."),
        (status = 404, description = "`not-found`: no such group, or not the person's."),
        (status = 422, description = "`invalid-fields`: `/name` of more than 1,024 characters."),
    )
)]
pub async fn check(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    query: Result<Query<Named>, QueryRejection>,
) -> Result<Json<NameCheck>, Refusal> {
    let Query(Named { name, group }) = query.map_err(|_| Code::MalformedRequest)?;
    if name.chars().count() > MAX_DESCRIPTION as usize {
        return Err(Refusal::field("/name", FieldCode::TooLong, Some(MAX_DESCRIPTION)));
    }
    let now = portal.clock.now();
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        allowed(connection, account)?;
        let (rule, current) = match &group {
            None => (may_create(connection, account)?, None),
            Some(id) => {
                let standing = group_access::owned(connection, account, id, now)?;
                let rule = group_rules::of(connection, &standing.organization)?.ok_or(Code::NotFound)?;
                (rule, Some((id.as_str(), standing.display_name)))
            }
        };
        let current = current.as_ref().map(|(id, name)| (*id, name.as_str()));
        let found = wrong(connection, &rule, &group_names::kept(&name), current)?;
        let (problem, word) = found.map_or((None, None), |it| (Some(it.code), it.word));
        Ok::<_, Refusal>(Json(NameCheck { problem, word }))
    };
    portal.store.read(query).await
}

/// The rule under which an account makes groups.
///
/// # Errors
/// 403 where the organization does not let it.
pub fn may_create(connection: &Connection, account: &str) -> Result<Rule, Refusal> {
    let rule = group_rules::at_home(connection, account)?;
    Ok(rule.filter(|it| it.own_groups).ok_or(Code::DecidedByOrganization)?)
}

/// What is wrong with a name as it is kept. A group may go on being called what it is called: `current` is its id and its
/// name.
///
/// # Errors
/// When the database fails.
pub fn wrong(
    connection: &Connection,
    rule: &Rule,
    name: &str,
    current: Option<(&str, &str)>,
) -> Result<Option<Problem>, Refusal> {
    if current.is_some_and(|it| it.1 == name) {
        return Ok(None);
    }
    if let Some(problem) = group_names::problem(&rule.names, name) {
        return Ok(Some(problem));
    }
    let taken = group_rules::is_taken(connection, &rule.organization.id.0, name, current.map(|it| it.0))?;
    Ok(taken.then(|| FieldCode::Repeated.into()))
}

/// The problem of a name as a form is told.
pub fn of_name(problem: &Problem) -> FieldProblem {
    FieldProblem { pointer: "/displayName".to_owned(), code: problem.code, limit: problem.limit() }
}

/// A description as it is kept; nothing for an empty one. What is wrong with it goes to `errors`.
pub fn description(typed: &str, errors: &mut Vec<FieldProblem>) -> Option<String> {
    let description = typed.trim().replace("\r\n", "\n");
    let problem = if description.chars().count() > MAX_DESCRIPTION as usize {
        Some((FieldCode::TooLong, Some(MAX_DESCRIPTION)))
    } else if description.chars().any(|it| it.is_control() && it != '\n') {
        Some((FieldCode::Malformed, None))
    } else {
        None
    };
    errors.extend(problem.map(|(code, limit)| FieldProblem { pointer: "/description".to_owned(), code, limit }));
    Some(description).filter(|it| !it.is_empty())
}

//! What a review that is over decided, as a table for spreadsheets.

use std::sync::Arc;

use axum::{
    extract::{Query, State, rejection::QueryRejection},
    response::Response,
};
use portal_contract::{
    access_reviews::{Decision, Recommendation, ReviewKind},
    preferences::Language,
    problem::Code,
};
use rusqlite::Connection;
use serde::Deserialize;

use super::place;
use crate::{
    csv::Csv,
    input::Ids,
    portal::Portal,
    problem::Refusal,
    session::Caller,
    store::access_reviews::{
        Time,
        end::{self, Reviewed},
    },
};

/// The query of the table.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Spoken {
    /// The language of its words; English when absent.
    #[param(inline)]
    #[serde(default)]
    language: Language,
}

/// The words of the table.
struct Words {
    columns: [&'static str; 9],
    approve: &'static str,
    deny: &'static str,
    dont_know: &'static str,
    kept: &'static str,
    removed: &'static str,
    gone: &'static str,
}

const EN: Words = Words {
    columns: [
        "Name",
        "User ID",
        "Last sign-in",
        "Recommendation",
        "Decision",
        "Reason",
        "Decided by",
        "Decided at",
        "Result",
    ],
    approve: "Approve",
    deny: "Deny",
    dont_know: "Don't know",
    kept: "Access kept",
    removed: "Access removed",
    gone: "Had no access any more",
};

const NL: Words = Words {
    columns: [
        "Naam",
        "Gebruikers-id",
        "Laatste aanmelding",
        "Aanbeveling",
        "Beslissing",
        "Reden",
        "Beslist door",
        "Beslist op",
        "Resultaat",
    ],
    approve: "Goedkeuren",
    deny: "Weigeren",
    dont_know: "Weet ik niet",
    kept: "Toegang behouden",
    removed: "Toegang ingetrokken",
    gone: "Had geen toegang meer",
};

/// What a review of others decided, and what came of it, for those who decided in it: for 30 days after its end.
#[utoipa::path(
    get, path = "/api/v1/access-reviews/{id}/results.csv", tag = "access-reviews", security(("session" = [])),
    params(("id" = String, Path, description = "The review."), Spoken),
    responses(
        (status = 200, description = "RFC 4180, UTF-8.", content_type = "text/csv", body = String, headers(("Content-Disposition" = String))),
        (status = 400, description = "`malformed-request`: an unknown parameter or language."),
        (status = 403, description = "`access-denied`: the organization gives the person no My Apps."),
        (status = 409, description = "`review-not-finished`: it runs, or will be applied in a moment."),
    )
)]
pub async fn results(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
    query: Result<Query<Spoken>, QueryRejection>,
) -> Result<Response, Refusal> {
    let Query(Spoken { language }) = query.map_err(|_| Code::MalformedRequest)?;
    let now = portal.clock.now();
    let query = move |connection: &Connection| {
        let account = &caller.session.account;
        let place = place(connection, now, account, &id)?;
        match place.time {
            // What others answered about themselves is theirs.
            _ if place.kind != ReviewKind::Others => Err(Code::NotFound.into()),
            Time::Finished if place.is_applied() => Ok::<_, Refusal>(end::results(connection, account, &id)?),
            // One that ended long ago is as if it had never been.
            Time::Over if place.is_applied() => Err(Code::NotFound.into()),
            Time::Now | Time::Over | Time::Finished => Err(Code::ReviewNotFinished.into()),
        }
    };
    let (name, people) = portal.store.read(query).await?;
    let words = match language {
        Language::En => &EN,
        Language::Nl => &NL,
    };
    let mut table = Csv::new(words.columns);
    for person in &people {
        table.row(cells(person, words));
    }
    Ok(table.download(&name))
}

fn cells<'a>(person: &'a Reviewed, words: &Words) -> [&'a str; 9] {
    let decision = person.decision.as_ref();
    [
        &person.display_name,
        &person.user_id,
        person.last_sign_in_at.as_deref().unwrap_or_default(),
        match person.recommendation {
            Recommendation::Approve => words.approve,
            Recommendation::Deny => words.deny,
            Recommendation::Unknown => "",
        },
        match decision.map(|it| it.decision) {
            Some(Decision::Approve) => words.approve,
            Some(Decision::Deny) => words.deny,
            Some(Decision::DontKnow) => words.dont_know,
            Some(Decision::Unknown) | None => "",
        },
        decision.and_then(|it| it.reason.as_deref()).unwrap_or_default(),
        decision.and_then(|it| it.decided_by.as_deref()).unwrap_or_default(),
        decision.map(|it| it.decided_at.as_str()).unwrap_or_default(),
        match person.outcome.as_str() {
            "kept" => words.kept,
            "removed" => words.removed,
            "gone" => words.gone,
            _ => "",
        },
    ]
}

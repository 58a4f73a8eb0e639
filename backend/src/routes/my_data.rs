//! `/me/data-exports` and `/me/close-account`: taking a copy of one's data, and closing the account (features 1.9).

use std::sync::Arc;

use axum::{
    Json,
    body::Body as Stream,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use portal_contract::{
    my_data::{CLOSE_PURPOSE, CloseAccount, Closing, ClosingState, DataExport, EXPORTS_PER_DAY, ExportState},
    page::Page,
    problem::Code,
};
use rusqlite::Transaction;
use tower::ServiceExt;
use tower_http::services::ServeFile;

use super::DONE;
use crate::{
    exports, fields,
    idempotency::{IdempotencyKey, Once},
    input::{Body, Ids, Nothing, Paging, Wanted, page},
    portal::Portal,
    problem::Refusal,
    session::{self, Caller},
    step_up,
    store::{
        audit::{self, Entry, Outcome},
        my_data,
    },
};

/// The person's exports, newest first.
#[utoipa::path(
    get, path = "/api/v1/me/data-exports", tag = "my-data", params(Paging), security(("session" = [])),
    responses((status = 200, description = "One page of exports.", body = Page<DataExport>))
)]
pub async fn list(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Wanted { limit, after, .. }: Wanted<my_data::After>,
) -> Result<Json<Page<DataExport>>, Refusal> {
    let now = portal.clock.now();
    let query = move |connection: &rusqlite::Connection| {
        my_data::list(connection, now, &caller.session.account, after.as_ref(), limit)
    };
    Ok(page(portal.store.read(query).await?))
}

/// Asks for a copy of everything; it is prepared in the background. Needs a proof of identity of the last 300 s
/// (`security.md` S4).
#[utoipa::path(
    post, path = "/api/v1/me/data-exports", tag = "my-data", security(("session" = [])), request_body = Nothing,
    responses(
        (status = 202, description = "It will be in the list."),
        (status = 409, description = "`export-in-progress`, `request-in-flight`."),
        (status = 429, description = "`too-many-attempts`: five within 24 hours.", headers(("Retry-After" = i64, description = "Seconds."))),
    )
)]
pub async fn ask(State(portal): State<Arc<Portal>>, once: Once<Nothing>) -> Result<StatusCode, Refusal> {
    once.run(&portal, |transaction, caller, now| {
        let account = &caller.session.account;
        step_up::require(transaction, caller, now)?;
        if my_data::in_progress(transaction, account)? {
            return Err(Code::ExportInProgress.into());
        }
        if let Some(seconds) = my_data::retry_after(transaction, now, account, EXPORTS_PER_DAY)? {
            return Err(Refusal::too_many_attempts(seconds));
        }
        let id = my_data::ask(transaction, now, account)?;
        Ok(audit::record(transaction, now, caller.did("data-export.request", Some(&id)))?)
    })
    .await?;
    exports::start(portal);
    Ok(StatusCode::ACCEPTED)
}

/// The ZIP of a ready export, for its owner only.
#[utoipa::path(
    get, path = "/api/v1/me/data-exports/{id}/content", tag = "my-data", security(("session" = [])),
    params(("id" = String, Path, description = "The export.")),
    responses(
        (status = 200, description = "The archive.", content_type = "application/zip", body = Vec<u8>, headers(("Content-Disposition" = String))),
        (status = 409, description = "`export-not-ready`."),
        (status = 410, description = "`gone`: it has expired."),
    )
)]
pub async fn content(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    Ids(id): Ids<String>,
) -> Result<Response, Refusal> {
    let now = portal.clock.now();
    let find = move |transaction: &Transaction<'_>| {
        let found = my_data::find(transaction, now, &caller.session.account, &id)?.ok_or(Code::NotFound)?;
        match found.state {
            ExportState::Ready => {}
            ExportState::Expired => return Err(Code::Gone.into()),
            _ => return Err(Refusal::from(Code::ExportNotReady)),
        }
        audit::record(transaction, now, caller.did("data-export.download", Some(&id)))?;
        Ok(found)
    };
    let export = portal.store.write(find).await?;
    // The whole file: a part of it, or "not modified", would be no copy of anything.
    let served = ServeFile::new(exports::file(&portal, &export.id.0)).oneshot(Request::new(Stream::empty())).await;
    let Ok(file) = served.map(IntoResponse::into_response);
    if file.status() != StatusCode::OK {
        tracing::error!(id = export.id.0, status = %file.status(), "the file of an export is missing");
        return Err(Code::Internal.into());
    }
    let day = export.created_at.split('T').next().unwrap_or_default();
    let mut response = Response::new(file.into_body());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    if let Ok(name) = HeaderValue::from_str(&format!(r#"attachment; filename="my-data-{day}.zip""#)) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    headers.insert(header::CONTENT_LENGTH, export.size.unwrap_or_default().into());
    Ok(response)
}

/// Whether the person can close the account, and whom to ask if not.
#[utoipa::path(
    get, path = "/api/v1/me/close-account", tag = "my-data", security(("session" = [])),
    responses((status = 200, description = "Whether, and if not, why.", body = Closing))
)]
pub async fn closing(State(portal): State<Arc<Portal>>, caller: Caller) -> Result<Json<Closing>, Refusal> {
    let found = portal.store.read(move |connection| my_data::closing(connection, &caller.session.account)).await?;
    Ok(Json(found.ok_or(Code::SessionExpired)?))
}

/// Closes the account: everything about the person is deleted, in one transaction, and every session ends.
///
/// Needs a proof of identity for `close-account`, used once (`security.md` S4). The key is not remembered, because its
/// record would be about the person: a repeat finds no account any more, and so no session.
#[utoipa::path(
    post, path = "/api/v1/me/close-account", tag = "my-data", security(("session" = [])), request_body = CloseAccount,
    responses(
        (status = 204, description = "Closed; signed out.", headers(("Set-Cookie" = String), ("Clear-Site-Data" = String))),
        (status = 403, description = "`closing-forbidden`: the home organization is managed, there is none, or a group would have no owner left; `cross-site-request`."),
    )
)]
pub async fn close(
    State(portal): State<Arc<Portal>>,
    caller: Caller,
    _: IdempotencyKey,
    Body { value: body, .. }: Body<CloseAccount>,
) -> Result<Response, Refusal> {
    let now = portal.clock.now();
    let change = move |transaction: &Transaction<'_>| {
        let account = &caller.session.account;
        let found = my_data::closing(transaction, account)?.ok_or(Code::SessionExpired)?;
        if found.state != ClosingState::Possible {
            return Err(Code::ClosingForbidden.into());
        }
        fields::close_account(&body, &caller.session.user_id)?;
        step_up::require_for(transaction, &caller, now, CLOSE_PURPOSE.to_owned())?;
        let exports = my_data::close(transaction, now, account)?.ok_or(Code::SessionExpired)?;
        // That an account was closed is kept; whose is not.
        let entry = Entry {
            actor: None,
            session: None,
            address: None,
            action: "account.close",
            target: found.organization.as_ref().map(|it| it.id.0.as_str()),
            result: Outcome::Done,
            request_id: Some(&caller.request.id),
        };
        audit::record(transaction, now, entry)?;
        Ok::<_, Refusal>(exports)
    };
    let exports = portal.store.write(change).await?;
    exports::remove(&portal, exports).await;
    let mut response: Response = DONE.into_response();
    session::clear(response.headers_mut());
    Ok(response)
}

//! `/me/app-catalogue`, `/me/app-requests` and, for those who decide, `/app-requests`.

use portal_contract::{
    app_requests::{AppRequest, CatalogueApp, Denial, NewAppRequest},
    ids::{AppId, AppRequestId},
    page::Page,
    preferences::Language,
};

use super::{
    client::{self, Nothing},
    error::ApiError,
    key::Key,
};

/// One page of the apps that the person can get, ordered by their names in a language; `q` searches the names in every
/// language.
pub async fn catalogue(q: &str, language: Language, cursor: Option<&str>) -> Result<Page<CatalogueApp>, ApiError> {
    let path = match language {
        Language::En => "/me/app-catalogue?limit=24&language=en",
        Language::Nl => "/me/app-catalogue?limit=24&language=nl",
    };
    client::get(&super::listed(path, q, cursor)).await
}

/// Gives the person an app that nobody has to approve.
pub async fn add(id: &AppId, key: &Key) -> Result<(), ApiError> {
    client::post(&format!("/me/app-catalogue/{id}/add"), &Nothing {}, key).await?.done()
}

/// One page of the person's requests, newest first.
pub async fn own(cursor: Option<&str>) -> Result<Page<AppRequest>, ApiError> {
    client::get(&super::listed("/me/app-requests?limit=12", "", cursor)).await
}

/// Asks for an app.
pub async fn ask(request: &NewAppRequest, key: &Key) -> Result<(), ApiError> {
    client::post("/me/app-requests", request, key).await?.done()
}

/// Takes a request back, if nobody decided it since it was read.
pub async fn withdraw(request: &AppRequest, key: &Key) -> Result<(), ApiError> {
    let path = format!("/me/app-requests/{}/withdraw", request.id);
    client::post_versioned(&path, &Nothing {}, key, &request.etag).await?.done()
}

/// One page of the requests that the person decides: those that wait, or those that were decided.
pub async fn queue(decided: bool, cursor: Option<&str>) -> Result<Page<AppRequest>, ApiError> {
    let path = if decided { "/app-requests?limit=24&state=decided" } else { "/app-requests?limit=24&state=pending" };
    client::get(&super::listed(path, "", cursor)).await
}

/// One of them, and what became of it.
pub async fn one(id: &AppRequestId) -> Result<AppRequest, ApiError> {
    client::get(&format!("/app-requests/{id}")).await
}

/// Gives the requester the app, if nobody decided since it was read.
pub async fn approve(request: &AppRequest, key: &Key) -> Result<(), ApiError> {
    let path = format!("/app-requests/{}/approve", request.id);
    client::post_versioned(&path, &Nothing {}, key, &request.etag).await?.done()
}

/// Refuses it, if nobody decided since it was read.
pub async fn deny(request: &AppRequest, denial: &Denial, key: &Key) -> Result<(), ApiError> {
    let path = format!("/app-requests/{}/deny", request.id);
    client::post_versioned(&path, denial, key, &request.etag).await?.done()
}

//! `/me/app-catalogue`, `/me/app-requests` and, for those who decide, `/app-requests`.

use portal_contract::{
    app_requests::{AppRequest, CatalogueApp, Denial, NewAppRequest},
    ids::AppId,
    page::Page,
    preferences::Language,
};
use serde::Serialize;

use super::{
    client::{self, Nothing},
    error::ApiError,
    key::Key,
    request_queue::QueuedRequest,
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

impl QueuedRequest for AppRequest {
    const QUEUE: &'static str = "/app-requests";

    fn id(&self) -> &str {
        &self.id.0
    }

    fn etag(&self) -> &str {
        &self.etag
    }

    fn denial(reason: &str) -> impl Serialize {
        Denial { reason: reason.to_owned() }
    }
}

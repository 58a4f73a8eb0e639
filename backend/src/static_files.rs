//! The frontend's files: compressed ones where the browser takes them, `index.html` for the addresses of pages, 404 for
//! files that are not there.

use std::{convert::Infallible, path::Path};

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use tower::{Service, ServiceExt, service_fn};
use tower_http::services::ServeDir;

use crate::headers::{NO_CACHE, cache_control};

/// Serves the files in `folder`, read anew each time, so that a rebuilt frontend is there at once.
pub fn service(
    folder: &Path,
) -> impl Service<Request, Response = Response, Error = Infallible, Future: Send> + Clone + Send + Sync + 'static {
    let files = ServeDir::new(folder).append_index_html_on_directories(false).precompressed_br().precompressed_gzip();
    service_fn(move |request| serve(files.clone(), request))
}

async fn serve(files: ServeDir, mut request: Request) -> Result<Response, Infallible> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let allow = [(header::ALLOW, "GET, HEAD")];
        return Ok((StatusCode::METHOD_NOT_ALLOWED, allow, "This address can only be read.\n").into_response());
    }
    let path = request.uri().path();
    // Names that begin with a dot are nobody's business, and `..` is one of them; nobody escapes dots in good faith.
    if path.split('/').any(|segment| segment.starts_with('.')) || path.to_ascii_lowercase().contains("%2e") {
        return Ok(missing());
    }
    // A name with a dot is a file; everything else is a page of the app, which finds its way by itself.
    if !path.rsplit('/').next().is_some_and(|name| name.contains('.')) {
        *request.uri_mut() = Uri::from_static("/index.html");
    }
    let kept = cache_control(request.uri().path());
    let mut response = match files.oneshot(request).await {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    };
    if response.status() == StatusCode::NOT_FOUND {
        return Ok(missing());
    }
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        response.headers_mut().insert(header::CACHE_CONTROL, kept);
    }
    if response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/html") {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    }
    Ok(response)
}

fn missing() -> Response {
    (StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, NO_CACHE)], "There is no such file.\n").into_response()
}

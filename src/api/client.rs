//! Verbs, headers, time limits, retries of reads, and problem documents. R1, R2 and R6 of `security.md` live here.

use std::cell::{Cell, RefCell};

use gloo_net::http::{Method, RequestBuilder, Response};
use leptos::{
    leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle},
    prelude::window,
};
use portal_contract::{ACCOUNT_HEADER, BASE, IDEMPOTENCY_HEADER, PORTAL_HEADER, SESSION_HEADER};
use serde::{Serialize, de::DeserializeOwned};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

use super::{
    error::{ApiError, Failure},
    json,
    key::Key,
};
use crate::{deployment, pause};

const TIME_LIMIT: Duration = Duration::from_secs(10);
/// Bytes of a body that get another second: a photo on a slow connection.
const BYTES_PER_SECOND: usize = 20_000;
const RETRIES: u32 = 3;
/// Where a page learns who is signed in: the one address that is asked for nobody in particular.
pub(super) const SESSION: &str = "/session";
/// The longest pause that a read waits for because the backend asked it to, seconds.
const LONGEST_PAUSE: f64 = 30.0;

thread_local! {
    static ACCOUNT: RefCell<Option<String>> = const { RefCell::new(None) };
    static SESSION_ENDS: Cell<Option<f64>> = const { Cell::new(None) };
}

/// When the session ends if nothing more is asked, in milliseconds of the browser's clock.
pub fn session_ends_at() -> Option<f64> {
    SESSION_ENDS.get()
}

/// Says that the session ends in so many seconds.
pub(super) fn note_session_end(seconds: Option<f64>) {
    SESSION_ENDS.set(seconds.map(|it| js_sys::Date::now() + it * 1000.0));
}

/// Says whose page this is: from now on no request is done as anybody else (R5).
pub(super) fn note_account(id: Option<String>) {
    ACCOUNT.set(id);
}

/// A successful answer, read to its end: the request's time limit covers its body too.
pub(super) struct Answer {
    status: u16,
    body: String,
    version: String,
    request_id: Option<String>,
}

impl Answer {
    /// That it is done, or will be. Another status than the contract's 204 or 202 is not the backend speaking: a proxy's
    /// page does not make a change happen.
    pub(super) fn done(&self) -> Result<(), ApiError> {
        match self.status {
            202 | 204 => Ok(()),
            _ => Err(self.malformed()),
        }
    }

    /// The body as the contract says it is.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, ApiError> {
        json::read(&self.body).map_err(|_| self.malformed())
    }

    /// Where to go next, where it is the contract's `Redirect`.
    pub(super) fn redirect(&self) -> Option<String> {
        json::text(&self.body, "url")
    }

    fn malformed(&self) -> ApiError {
        ApiError { request_id: self.request_id.clone(), ..ApiError::new(Failure::Malformed) }
    }

    /// The same, with the version (`ETag`) that the next edit has to name.
    pub(super) fn read_versioned<T: DeserializeOwned>(self) -> Result<(T, String), ApiError> {
        Ok((self.read()?, self.version))
    }
}

/// The body of a change that says everything with its address.
#[derive(Serialize)]
pub(super) struct Nothing {}

/// Reads; tries again up to three times, with growing random pauses, where trying again can help (R1).
pub(super) async fn get<T: DeserializeOwned>(path: &str) -> Result<T, ApiError> {
    get_answer(path).await?.read()
}

/// Reads, and keeps the version (`ETag`) that an edit has to name.
pub(super) async fn get_versioned<T: DeserializeOwned>(path: &str) -> Result<(T, String), ApiError> {
    get_answer(path).await?.read_versioned()
}

/// Changes something. `key` names the change: the same key again has no second effect (R2).
pub(super) async fn post<B: Serialize>(path: &str, body: &B, key: &Key) -> Result<Answer, ApiError> {
    send(Method::POST, path, Some(written(body)?), &[(IDEMPOTENCY_HEADER, &key.0)]).await
}

/// Changes something as it was in the version that `version` names.
pub(super) async fn post_versioned<B: Serialize>(
    path: &str,
    body: &B,
    key: &Key,
    version: &str,
) -> Result<Answer, ApiError> {
    send(Method::POST, path, Some(written(body)?), &[(IDEMPOTENCY_HEADER, &key.0), ("If-Match", version)]).await
}

/// Edits the version that `version` names.
pub(super) async fn patch<B: Serialize>(path: &str, body: &B, version: &str) -> Result<Answer, ApiError> {
    send(Method::PATCH, path, Some(written(body)?), &[("If-Match", version)]).await
}

/// Puts something in the place of the version that `version` names.
pub(super) async fn put<B: Serialize>(path: &str, body: &B, version: &str) -> Result<Answer, ApiError> {
    send(Method::PUT, path, Some(written(body)?), &[("If-Match", version)]).await
}

/// Removes.
pub(super) async fn delete(path: &str) -> Result<Answer, ApiError> {
    send(Method::DELETE, path, None, &[]).await
}

/// Removes the version that `version` names.
pub(super) async fn delete_versioned(path: &str, version: &str) -> Result<Answer, ApiError> {
    send(Method::DELETE, path, None, &[("If-Match", version)]).await
}

async fn get_answer(path: &str) -> Result<Answer, ApiError> {
    let mut tried = 0;
    loop {
        let answer = match started_early(path) {
            Some(early) if tried == 0 => match JsFuture::from(early).await {
                Ok(answer) => checked(Response::from(answer.unchecked_into::<web_sys::Response>())).await,
                Err(_) => Err(ApiError::new(Failure::Network)),
            },
            _ => {
                // Starting a page's requests would hold up its first frame.
                pause::drawn().await;
                send(Method::GET, path, None, &[]).await
            }
        };
        let error = match answer {
            Ok(answer) => return Ok(answer),
            Err(error) => error,
        };
        let worth_it = matches!(error.failure, Failure::Network | Failure::Unavailable)
            || error.is(portal_contract::problem::Code::TooManyAttempts);
        let wait = match error.retry_after {
            Some(seconds) => seconds,
            None => js_sys::Math::random() * 0.3 * f64::from(1 << tried),
        };
        if !worth_it || tried == RETRIES || wait > LONGEST_PAUSE {
            return Err(error);
        }
        tried += 1;
        pause::lasting(Duration::from_millis((wait * 1000.0) as u64)).await;
    }
}

/// The answer that `boot.js` asked for while the wasm was still on its way; each is used once.
fn started_early(path: &str) -> Option<js_sys::Promise> {
    let reads: js_sys::Map = js_sys::Reflect::get(&window(), &"portalReads".into()).ok()?.dyn_into().ok()?;
    let path = JsValue::from_str(path);
    let promise = reads.get(&path).dyn_into().ok();
    reads.delete(&path);
    promise
}

fn written<B: Serialize>(body: &B) -> Result<String, ApiError> {
    serde_json::to_string(body).map_err(|_| ApiError::new(Failure::Malformed))
}

async fn send(method: Method, path: &str, body: Option<String>, headers: &[(&str, &str)]) -> Result<Answer, ApiError> {
    let limit = Limit::start(body.as_ref().map_or(0, String::len));
    let mut request = RequestBuilder::new(&deployment::address(&format!("{BASE}{path}"))).method(method.clone());
    if let Some(limit) = &limit {
        request = request.abort_signal(Some(&limit.controller.signal()));
    }
    if method != Method::GET {
        request = request.header(PORTAL_HEADER, "1");
    }
    if let Some(account) = ACCOUNT.with_borrow(Option::clone).filter(|_| path != SESSION || method == Method::DELETE) {
        request = request.header(ACCOUNT_HEADER, &account);
    }
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let request = match body {
        Some(body) => request.header("Content-Type", "application/json").body(body),
        None => request.build(),
    };
    let request = request.map_err(|_| ApiError::new(Failure::Network))?;
    let answer = match request.send().await {
        Ok(answer) => checked(answer).await,
        Err(_) => Err(ApiError::new(Failure::Network)),
    };
    match (answer, limit) {
        (Err(error), Some(limit)) if error.failure == Failure::Network && limit.controller.signal().aborted() => {
            Err(ApiError::new(Failure::Timeout))
        }
        (answer, _) => answer,
    }
}

async fn checked(answer: Response) -> Result<Answer, ApiError> {
    let headers = answer.headers();
    let number = |name| headers.get(name).and_then(|it| it.parse::<u32>().ok()).map(f64::from);
    let request_id = headers.get("X-Request-Id");
    if let Some(seconds) = number(SESSION_HEADER) {
        note_session_end(Some(seconds));
    }
    let body = answer.text().await;
    if answer.ok() {
        let body = body.map_err(|_| ApiError::new(Failure::Network))?;
        return Ok(Answer {
            status: answer.status(),
            body,
            version: headers.get("ETag").unwrap_or_default(),
            request_id,
        });
    }
    let problem = body.ok().and_then(|body| json::read(&body).ok());
    Err(ApiError::from_answer(answer.status(), problem, request_id, number("Retry-After")))
}

/// Aborts the request when its time is up, and when the page that wanted it goes away (R6).
struct Limit {
    controller: AbortController,
    timer: Option<TimeoutHandle>,
}

impl Limit {
    fn start(bytes: usize) -> Option<Self> {
        let controller = AbortController::new().ok()?;
        let abort = controller.clone();
        let time = TIME_LIMIT + Duration::from_secs((bytes / BYTES_PER_SECOND) as u64);
        let timer = set_timeout_with_handle(move || abort.abort(), time).ok();
        Some(Self { controller, timer })
    }
}

impl Drop for Limit {
    fn drop(&mut self) {
        if let Some(timer) = &self.timer {
            timer.clear();
        }
        self.controller.abort();
    }
}

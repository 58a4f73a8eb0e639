//! What the server counts of itself, in the text form that Prometheus reads. Labels have few values: an address counts as
//! the route's template, never as it was sent, and what is no route as one of two.

use std::{fmt, net::SocketAddr, sync::Arc, time::Instant};

use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
    routing::get,
};
use prometheus_client::{
    encoding::{EncodeLabelSet, text},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::{Registry, Unit},
};
use rusqlite::Connection;
use tokio::net::TcpListener;

use crate::{portal::Portal, request::is_api, store::sessions};

/// Upper bounds of the answer times, in seconds.
const SECONDS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// The form in which Prometheus gets it.
const OPEN_METRICS: HeaderValue =
    HeaderValue::from_static("application/openmetrics-text; version=1.0.0; charset=utf-8");

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    method: &'static str,
    route: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: String,
    status: u16,
}

/// The counters.
pub struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    durations: Family<Route, Histogram, fn() -> Histogram>,
    sessions: Gauge,
    memory: Gauge,
}

impl fmt::Debug for Metrics {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Metrics").finish_non_exhaustive()
    }
}

impl Default for Metrics {
    fn default() -> Self {
        let durations: fn() -> Histogram = || Histogram::new(SECONDS);
        let mut metrics = Self {
            registry: Registry::with_prefix("my_account"),
            requests: Family::default(),
            durations: Family::new_with_constructor(durations),
            sessions: Gauge::default(),
            memory: Gauge::default(),
        };
        let Self { registry, requests, durations, sessions, memory } = &mut metrics;
        registry.register("requests", "Requests that were answered", requests.clone());
        let help = "Time from the request's head to the answer's";
        registry.register_with_unit("request_duration", help, Unit::Seconds, durations.clone());
        registry.register("sessions", "Sessions that are signed in", sessions.clone());
        registry.register_with_unit("resident_memory", "Memory of the process", Unit::Bytes, memory.clone());
        metrics
    }
}

impl Metrics {
    fn answered(&self, method: &'static str, route: String, status: StatusCode, begun: Instant) {
        let duration = self.durations.get_or_create_owned(&Route { method, route: route.clone() });
        duration.observe(begun.elapsed().as_secs_f64());
        self.requests.get_or_create_owned(&Answered { method, route, status: status.as_u16() }).inc();
    }
}

/// Counts every request.
pub async fn layer(State(metrics): State<Arc<Metrics>>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = method(request.method());
    let route = match request.extensions().get::<MatchedPath>() {
        Some(route) => route.as_str().to_owned(),
        None if is_api(request.uri()) => "api".to_owned(),
        None => "pages".to_owned(),
    };
    let response = next.run(request).await;
    metrics.answered(method, route, response.status(), begun);
    response
}

/// The verb; anybody can send one of their own.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// Answers `GET /metrics` on an address of its own, which is not the public's.
pub async fn serve(listener: TcpListener, portal: Arc<Portal>) {
    if let Ok(address) = listener.local_addr() {
        tracing::info!(%address, "metrics are at /metrics");
    }
    let router = router(portal).into_make_service_with_connect_info::<SocketAddr>();
    if let Err(error) = axum::serve(listener, router).await {
        tracing::error!(%error, "metrics are not answered any more");
    }
}

/// The metrics' own addresses.
pub fn router(portal: Arc<Portal>) -> Router {
    Router::new().route("/metrics", get(page)).with_state(portal)
}

async fn page(State(portal): State<Arc<Portal>>) -> Result<Response, StatusCode> {
    let now = portal.clock.now();
    let count = portal.store.read(move |connection: &Connection| sessions::count(connection, now)).await;
    let Metrics { registry, sessions, memory, .. } = &*portal.metrics;
    match count {
        Ok(count) => _ = sessions.set(count),
        // The rest is worth reading most when something is wrong.
        Err(error) => tracing::warn!(%error, "sessions could not be counted"),
    }
    memory.set(resident_memory());
    let mut page = String::new();
    text::encode(&mut page, registry).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    Ok(([(header::CONTENT_TYPE, OPEN_METRICS)], page).into_response())
}

/// Bytes; 0 where the system does not tell.
fn resident_memory() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<i64>().ok());
    kibibytes.unwrap_or(0) * 1024
}

//! What is true of every request: an id, where it came from, a line in the log, the security headers on its answer.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::Arc,
    time::Instant,
};

use axum::{
    extract::{ConnectInfo, FromRequestParts, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, Uri, header, request::Parts},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;

use crate::{
    agent::Agent,
    headers::{self, SecurityHeaders},
    problem,
    proxies::TrustedProxies,
    routes::health,
    secret,
};

/// The header that names the request in the log and in problem documents.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The header in which a proxy that checks device certificates names the registered device; it takes away what clients
/// send. It opens nothing: a device that is named is noted with the session, and refused when it is disabled.
pub const DEVICE: HeaderName = HeaderName::from_static("x-device-id");

/// Which request this is.
#[derive(Clone, Debug)]
pub struct RequestInfo {
    /// The id, random.
    pub id: String,
    /// The client's address.
    pub address: String,
    /// What counts as one client for the limits (S8): an IPv4 address, or the /64 network of an IPv6 one, because a
    /// single client has all of it.
    pub network: String,
    /// Verb and path as they were sent.
    pub route: String,
    /// The registered device it came from, as a proxy that checks device certificates says ([`DEVICE`]).
    pub device: Option<String>,
    /// The system and the browser that it says it comes from.
    pub agent: Agent,
}

impl RequestInfo {
    fn of(request: &Request, proxies: &TrustedProxies) -> Self {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip());
        let address = peer.map(|peer| proxies.client(peer, request.headers()));
        Self::new(address, request.method(), request.uri(), request.headers())
    }

    /// Without an address the request was made without a connection, which only tests do.
    fn new(address: Option<IpAddr>, method: &Method, uri: &Uri, headers: &HeaderMap) -> Self {
        let address = address.unwrap_or(Ipv6Addr::LOCALHOST.into()).to_canonical();
        let network = match address {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).to_string()
            }
        };
        let said = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
        Self {
            id: secret::id(),
            address: address.to_string(),
            network,
            route: format!("{method} {}", uri.path()),
            device: said(DEVICE).map(str::to_owned),
            agent: said(header::USER_AGENT).map(Agent::of).unwrap_or_default(),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for RequestInfo {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let known = parts.extensions.get::<Self>().cloned();
        Ok(known.unwrap_or_else(|| Self::new(None, &parts.method, &parts.uri, &parts.headers)))
    }
}

/// What the outermost layer goes by.
pub struct Edge {
    /// On every answer.
    pub security: SecurityHeaders,
    /// Believed about where requests come from.
    pub proxies: TrustedProxies,
}

/// The outermost layer.
pub async fn layer(State(edge): State<Arc<Edge>>, mut request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let info = RequestInfo::of(&request, &edge.proxies);
    let span = tracing::info_span!("request", id = info.id, route = info.route);
    let api = is_api(request.uri());
    let probe = [health::ALIVE, health::READY].contains(&request.uri().path());
    request.extensions_mut().insert(info.clone());
    let answer = async {
        let mut response = problem::render(next.run(request).await, &info.id);
        let fields = response.headers_mut();
        edge.security.apply(fields);
        if api {
            headers::default_cache_control(fields, headers::NO_STORE);
        }
        if let Ok(id) = HeaderValue::from_str(&info.id) {
            fields.insert(REQUEST_ID, id);
        }
        // JSON has no numbers of 128 bits.
        let micros = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
        let status = response.status().as_u16();
        // Probes come every few seconds and would hide everything else.
        match probe {
            true => tracing::debug!(status, micros, "answered"),
            false => tracing::info!(status, micros, "answered"),
        }
        response
    };
    answer.instrument(span).await
}

/// Whether an address belongs to the API.
pub fn is_api(uri: &Uri) -> bool {
    uri.path() == "/api" || uri.path().starts_with("/api/")
}

//! The only way out of the server to identity providers: to the hosts that were configured and no others, over TLS, within
//! five seconds, one megabyte at most, without following redirects, without a proxy.

use std::{io, pin::Pin, sync::Arc, time::Duration};

use http_body_util::{BodyExt, Full, Limited};
use hyper::{body::Bytes, header};
use hyper_util::rt::TokioIo;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{self, ClientConfig, RootCertStore, pki_types::ServerName},
};
use url::{Host, Url};

use super::config::is_safe;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// The most bytes of an answer.
const MAX_BODY: usize = 1 << 20;

/// Why a provider could not be asked. Its text goes to the log: what is wrong and what to do.
#[derive(Debug, thiserror::Error)]
pub enum OutboundError {
    /// Somewhere else than configured.
    #[error("{0} is not one of the hosts that may be asked: list it in `hosts` if it belongs to the provider")]
    NotListed(String),
    /// In the open.
    #[error("{0} is not an https address")]
    Unsafe(String),
    /// Nobody there.
    #[error("{0} cannot be reached ({1}): check that it runs and that this machine may connect to it")]
    Unreachable(String, io::Error),
    /// No answer.
    #[error("{0} did not answer within five seconds")]
    TimedOut(String),
    /// An answer that cannot be read.
    #[error("{0} broke off or does not speak HTTP ({1})")]
    Broken(String, String),
    /// The settings of TLS.
    #[error("TLS cannot be set up ({0})")]
    Tls(String),
}

/// A host and port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    host: String,
    port: u16,
}

impl Target {
    /// That of an address.
    pub fn of(url: &Url) -> Option<Self> {
        let host = match url.host()? {
            Host::Domain(name) => name.to_lowercase(),
            Host::Ipv4(address) => address.to_string(),
            Host::Ipv6(address) => address.to_string(),
        };
        Some(Self { host, port: url.port_or_known_default()? })
    }
}

/// Asks the hosts of one provider.
pub struct Outbound {
    targets: Vec<Target>,
    tls: TlsConnector,
}

impl Outbound {
    /// For these hosts; certificates have to be the system's.
    ///
    /// # Errors
    /// [`OutboundError::Tls`].
    pub fn new(targets: Vec<Target>) -> Result<Self, OutboundError> {
        let mut roots = RootCertStore::empty();
        // Those that cannot be read are left out; where none is left, no certificate is good, which is safe.
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        let tls = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| OutboundError::Tls(error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { targets, tls: TlsConnector::from(Arc::new(tls)) })
    }

    /// Whether an address may be asked.
    ///
    /// # Errors
    /// [`OutboundError::NotListed`], [`OutboundError::Unsafe`].
    pub fn admits(&self, url: &Url) -> Result<Target, OutboundError> {
        if !is_safe(url) {
            return Err(OutboundError::Unsafe(url.to_string()));
        }
        let target = Target::of(url).ok_or_else(|| OutboundError::Unsafe(url.to_string()))?;
        match self.targets.contains(&target) {
            true => Ok(target),
            false => Err(OutboundError::NotListed(format!("{}:{}", target.host, target.port))),
        }
    }

    /// Asks; a redirect is an answer like any other.
    ///
    /// # Errors
    /// [`OutboundError`].
    pub async fn send(&self, request: HttpRequest) -> Result<HttpResponse, OutboundError> {
        let uri = request.uri().to_string();
        let url = Url::parse(&uri).map_err(|_| OutboundError::Unsafe(uri))?;
        let target = self.admits(&url)?;
        let name = format!("{}:{}", target.host, target.port);
        match tokio::time::timeout(PATIENCE, self.ask(&name, &url, target, request)).await {
            Ok(answer) => answer,
            Err(_) => Err(OutboundError::TimedOut(name)),
        }
    }

    async fn ask(
        &self,
        name: &str,
        url: &Url,
        target: Target,
        request: HttpRequest,
    ) -> Result<HttpResponse, OutboundError> {
        let unreachable = |error| OutboundError::Unreachable(name.to_owned(), error);
        let stream = TcpStream::connect((target.host.as_str(), target.port)).await.map_err(unreachable)?;
        if url.scheme() == "http" {
            return exchange(name, url, stream, request).await;
        }
        let host = ServerName::try_from(target.host).map_err(|error| OutboundError::Tls(error.to_string()))?;
        let stream = self.tls.connect(host, stream).await.map_err(unreachable)?;
        exchange(name, url, stream, request).await
    }
}

impl<'c> AsyncHttpClient<'c> for Outbound {
    type Error = OutboundError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, OutboundError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

async fn exchange<S>(name: &str, url: &Url, stream: S, request: HttpRequest) -> Result<HttpResponse, OutboundError>
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let broken = |error: &dyn std::error::Error| OutboundError::Broken(name.to_owned(), error.to_string());
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(|error| broken(&error))?;
    let connection = tokio::spawn(connection);
    let (mut parts, body) = request.into_parts();
    let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
    parts.uri = path.parse().map_err(|error| broken(&error))?;
    let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
    parts.headers.insert(header::HOST, host.parse().map_err(|error| broken(&error))?);
    let request = hyper::Request::from_parts(parts, Full::new(Bytes::from(body)));
    let answer = async {
        let (parts, body) = sender.send_request(request).await.map_err(|error| broken(&error))?.into_parts();
        let body = Limited::new(body, MAX_BODY).collect().await.map_err(|error| broken(&*error))?;
        Ok(HttpResponse::from_parts(parts, body.to_bytes().to_vec()))
    }
    .await;
    // One request per connection: the next is minutes away.
    connection.abort();
    answer
}

//! What a provider says of itself: its addresses and its keys, kept for an hour, and its keys read again when one is new.

use std::sync::Arc;

use openidconnect::{
    AdditionalProviderMetadata, DiscoveryError, ProviderMetadata,
    core::{
        CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
        CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
        CoreSubjectIdentifierType,
    },
};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use url::Url;

use super::{Provider, client::OutboundError, config::is_safe};

/// Seconds for which it holds.
const FRESH_SECONDS: i64 = 60 * 60;
/// Seconds for which it serves where the provider does not answer.
const STALE_SECONDS: i64 = 24 * 60 * 60;
/// Seconds between two looks for a key that is not known: anybody can name one.
const NEW_KEY_SECONDS: i64 = 60;

/// Seconds after a failure in which it is not asked again.
const FAILED_SECONDS: i64 = 3;

/// What the metadata say beyond OpenID Connect Discovery.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct More {
    /// RP-initiated logout.
    pub end_session_endpoint: Option<Url>,
    /// RFC 9207.
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
    /// RFC 8414.
    pub code_challenge_methods_supported: Option<Vec<String>>,
}

impl AdditionalProviderMetadata for More {}

/// The metadata with their keys.
pub type Metadata = ProviderMetadata<
    More,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// Why a provider could not be used. Its text goes to the log: what is wrong and what to do.
#[derive(Debug, thiserror::Error)]
pub enum DiscoveryFailure {
    /// It could not be asked.
    #[error("{0}")]
    Outbound(#[from] OutboundError),
    /// It failed a moment ago, so.
    #[error("{0}")]
    Again(String),
    /// It answers with something else.
    #[error("its metadata cannot be used ({0}): check the issuer against its /.well-known/openid-configuration")]
    Metadata(String),
}

/// What a provider last said.
#[derive(Default)]
pub struct Cache(Mutex<Looks>);

#[derive(Default)]
struct Looks {
    known: Option<(i64, Arc<Metadata>)>,
    /// When a key was last looked for that was not known.
    for_a_key: Option<i64>,
    /// When it last failed, and how.
    failed: Option<(i64, String)>,
}

impl Provider {
    /// Its metadata and keys; at most an hour old while it answers, a day while it does not.
    ///
    /// # Errors
    /// [`DiscoveryFailure`].
    pub async fn metadata(&self, now: i64) -> Result<Arc<Metadata>, DiscoveryFailure> {
        let mut looks = self.cache.0.lock().await;
        if let Some((_, metadata)) = looks.known.as_ref().filter(|it| now - it.0 < FRESH_SECONDS) {
            return Ok(Arc::clone(metadata));
        }
        let error = match self.look(&mut looks, now).await {
            Ok(metadata) => return Ok(metadata),
            Err(error) => error,
        };
        match looks.known.as_ref().filter(|it| now - it.0 < STALE_SECONDS) {
            Some((_, metadata)) => {
                tracing::warn!(provider = self.name(), %error, "what the provider said before serves on");
                Ok(Arc::clone(metadata))
            }
            None => Err(error),
        }
    }

    /// Looks again, because a key is not among those that are known; nothing where that was done a moment ago.
    ///
    /// # Errors
    /// [`DiscoveryFailure`].
    pub async fn with_new_keys(&self, now: i64) -> Result<Option<Arc<Metadata>>, DiscoveryFailure> {
        let mut looks = self.cache.0.lock().await;
        if looks.for_a_key.is_some_and(|at| now - at < NEW_KEY_SECONDS) {
            return Ok(None);
        }
        looks.for_a_key = Some(now);
        self.look(&mut looks, now).await.map(Some)
    }

    /// Asks it. Those who waited for their turn meanwhile hear of a failure at once.
    async fn look(&self, looks: &mut Looks, now: i64) -> Result<Arc<Metadata>, DiscoveryFailure> {
        if let Some((_, said)) = looks.failed.as_ref().filter(|it| now - it.0 < FAILED_SECONDS) {
            return Err(DiscoveryFailure::Again(said.clone()));
        }
        match self.discover().await {
            Ok(metadata) => {
                let metadata = Arc::new(metadata);
                *looks = Looks { known: Some((now, Arc::clone(&metadata))), failed: None, ..std::mem::take(looks) };
                Ok(metadata)
            }
            Err(error) => {
                looks.failed = Some((now, error.to_string()));
                Err(error)
            }
        }
    }

    async fn discover(&self) -> Result<Metadata, DiscoveryFailure> {
        let metadata =
            Metadata::discover_async(self.issuer.clone(), &self.client).await.map_err(|error| match error {
                DiscoveryError::Request(error) => DiscoveryFailure::Outbound(error),
                DiscoveryError::Parse(error) => DiscoveryFailure::Metadata(error.to_string()),
                error => DiscoveryFailure::Metadata(error.to_string()),
            })?;
        self.check(&metadata)?;
        Ok(metadata)
    }

    fn check(&self, metadata: &Metadata) -> Result<(), DiscoveryFailure> {
        let wrong = |said: &str| Err(DiscoveryFailure::Metadata(said.to_owned()));
        let more = metadata.additional_metadata();
        let Some(token_endpoint) = metadata.token_endpoint() else { return wrong("there is no token_endpoint") };
        self.client.admits(token_endpoint.url())?;
        // Browsers are sent to these, so their hosts need not be listed.
        let shown = std::iter::once(metadata.authorization_endpoint().url()).chain(&more.end_session_endpoint);
        for url in shown {
            if !is_safe(url) {
                return wrong("authorization_endpoint and end_session_endpoint have to be https addresses");
            }
        }
        if more.code_challenge_methods_supported.as_ref().is_some_and(|all| all.iter().all(|it| it != "S256")) {
            return wrong("it does not support PKCE with S256");
        }
        if !metadata.response_types_supported().iter().any(|it| **it == [CoreResponseType::Code]) {
            return wrong("it does not support the authorization code flow");
        }
        Ok(())
    }
}

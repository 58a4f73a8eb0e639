//! The ends of a session: here, which is told to the provider; and there, which it tells the portal (OpenID Connect
//! Back-Channel Logout 1.0).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use openidconnect::{
    ClientId, EndSessionUrl, JsonWebKey, LogoutRequest, PostLogoutRedirectUrl,
    core::{CoreJsonWebKey, CoreJwsSigningAlgorithm},
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use url::Url;

use super::{CLOCK_SKEW, Provider, discovery::Metadata, failure::Failure, jws::ALGORITHMS};

/// The event that makes a token a logout token.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// Seconds for which a logout token may be on its way.
pub const LOGOUT_TOKEN_SECONDS: i64 = 5 * 60;

/// What a logout token ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logout {
    /// Its own name; used once.
    pub jti: String,
    /// Whose sessions.
    pub subject: Option<String>,
    /// Which session.
    pub sid: Option<String>,
}

#[derive(Deserialize)]
struct Header {
    alg: CoreJwsSigningAlgorithm,
    kid: Option<String>,
    typ: Option<String>,
    crit: Option<Value>,
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    aud: Value,
    iat: i64,
    exp: Option<i64>,
    jti: String,
    sub: Option<String>,
    sid: Option<String>,
    events: Map<String, Value>,
    nonce: Option<Value>,
}

/// Whose a logout token says to be and for whom: to find the provider whose keys tell whether that is true.
pub fn addressed(token: &str) -> Option<(String, Vec<String>)> {
    let claims: Claims = part(token.split('.').nth(1)?)?;
    Some((claims.iss, audiences(&claims.aud)))
}

impl Provider {
    /// Where the browser ends the provider's session as well; nothing where the provider does not offer that.
    pub fn end_session_url(
        &self,
        metadata: &Metadata,
        origin: &str,
        token: Option<String>,
        state: String,
    ) -> Option<Url> {
        let endpoint = metadata.additional_metadata().end_session_endpoint.clone()?;
        let back = PostLogoutRedirectUrl::new(after_logout(origin)).ok()?;
        let request = LogoutRequest::from(EndSessionUrl::from_url(endpoint))
            .set_client_id(ClientId::new(self.client_id.to_string()))
            .set_post_logout_redirect_uri(back)
            .set_state(openidconnect::CsrfToken::new(state));
        let mut url = request.http_get_url();
        if let Some(token) = token {
            url.query_pairs_mut().append_pair("id_token_hint", &token);
        }
        Some(url)
    }

    /// Checks a logout token; where its key is new, once more with the provider's keys of now.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn logout(&self, now: i64, token: &str) -> Result<Logout, Failure> {
        let metadata = self.metadata(now).await?;
        if let Some(logout) = self.checked_logout(&metadata, now, token)? {
            return Ok(logout);
        }
        let unknown = || Failure::Invalid("its key is not one of the provider's".to_owned());
        let metadata = self.with_new_keys(now).await?.ok_or_else(unknown)?;
        self.checked_logout(&metadata, now, token)?.ok_or_else(unknown)
    }

    /// Nothing where its key is not known.
    fn checked_logout(&self, metadata: &Metadata, now: i64, token: &str) -> Result<Option<Logout>, Failure> {
        let wrong = |said: &str| Failure::Invalid(format!("logout token: {said}"));
        let mut parts = token.rsplitn(2, '.');
        let (Some(signature), Some(signed)) = (parts.next(), parts.next()) else { return Err(wrong("no JWT")) };
        let (header, claims) = signed.split_once('.').ok_or_else(|| wrong("no JWT"))?;
        let header: Header = part(header).ok_or_else(|| wrong("its header cannot be read"))?;
        let claims: Claims = part(claims).ok_or_else(|| wrong("a claim is missing or malformed"))?;
        let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| wrong("its signature cannot be read"))?;
        let typ = header.typ.as_deref().unwrap_or("logout+jwt").to_lowercase();
        if header.crit.is_some() || !["logout+jwt", "application/logout+jwt", "jwt"].contains(&typ.as_str()) {
            return Err(wrong("its header is not a logout token's"));
        }
        if !ALGORITHMS.contains(&header.alg) {
            return Err(wrong("its signature is of a kind that does not count"));
        }
        let keys = metadata.jwks().keys().iter().filter(|it| may_sign(it, header.kid.as_deref()));
        let keys: Vec<_> = keys.collect();
        if keys.is_empty() {
            return Ok(None);
        }
        if !keys.iter().any(|key| key.verify_signature(&header.alg, signed.as_bytes(), &signature).is_ok()) {
            return Err(wrong("its signature is not the provider's"));
        }
        if claims.iss != self.issuer.as_str() || audiences(&claims.aud) != [self.client_id.as_str()] {
            return Err(wrong("it is of another issuer or for another client"));
        }
        if claims.iat > now + CLOCK_SKEW || claims.iat < now - LOGOUT_TOKEN_SECONDS {
            return Err(Failure::Clock(format!("logout token issued at {}", claims.iat)));
        }
        if claims.exp.is_some_and(|it| it <= now - CLOCK_SKEW) {
            return Err(Failure::Clock("logout token expired".to_owned()));
        }
        if !claims.events.get(EVENT).is_some_and(Value::is_object) || claims.nonce.is_some() || claims.jti.is_empty() {
            return Err(wrong("it is no logout token"));
        }
        if claims.sub.is_none() && claims.sid.is_none() {
            return Err(wrong("it says neither whose session nor which one"));
        }
        Ok(Some(Logout { jti: claims.jti, subject: claims.sub, sid: claims.sid }))
    }
}

/// Where the provider leads after its own session has ended.
pub fn after_logout(origin: &str) -> String {
    format!("{origin}/?signed-out")
}

fn may_sign(key: &CoreJsonWebKey, kid: Option<&str>) -> bool {
    kid.is_none_or(|kid| key.key_id().is_some_and(|it| it.as_str() == kid))
}

fn audiences(aud: &Value) -> Vec<String> {
    match aud {
        Value::String(one) => vec![one.clone()],
        Value::Array(all) => all.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    }
}

fn part<T: DeserializeOwned>(encoded: &str) -> Option<T> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(encoded).ok()?).ok()
}

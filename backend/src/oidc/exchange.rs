//! To the provider and back: the address where it asks the person, and the code for which it gives an ID token.

use openidconnect::{
    AuthType, AuthorizationCode, Client, EmptyExtraTokenFields, IdTokenFields, LoginHint, PkceCodeChallenge,
    RedirectUrl, RequestTokenError, Scope, StandardErrorResponse, StandardTokenResponse, TokenResponse,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClientAuthMethod, CoreErrorResponseType,
        CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
        CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
    },
};
use portal_contract::{BASE, session::OIDC_CALLBACK};
use url::Url;

use super::{
    Provider,
    discovery::Metadata,
    failure::Failure,
    id_token::{IdToken, MoreClaims},
    transaction::Secrets,
};
use crate::store::sessions::ABSOLUTE_SECONDS;

type Fields = IdTokenFields<
    MoreClaims,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;

/// A client whose ID tokens have [`MoreClaims`].
type PortalClient<HasAuthUrl, HasTokenUrl> = Client<
    MoreClaims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<Fields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    HasAuthUrl,
    openidconnect::EndpointNotSet,
    openidconnect::EndpointNotSet,
    openidconnect::EndpointNotSet,
    HasTokenUrl,
    openidconnect::EndpointMaybeSet,
>;

/// Where the provider sends people back to.
pub fn callback(origin: &str) -> String {
    format!("{origin}{BASE}{OIDC_CALLBACK}")
}

impl Provider {
    fn portal_client(
        &self,
        metadata: &Metadata,
        origin: &str,
    ) -> Result<PortalClient<openidconnect::EndpointSet, openidconnect::EndpointMaybeSet>, Failure> {
        let callback = RedirectUrl::new(callback(origin)).map_err(|error| Failure::Unavailable(error.to_string()))?;
        let secret = Some(self.client_secret.clone());
        let client = Client::from_provider_metadata(metadata.clone(), self.client_id.clone(), secret);
        let methods = metadata.token_endpoint_auth_methods_supported();
        let body = methods.is_some_and(|all| {
            all.contains(&CoreClientAuthMethod::ClientSecretPost)
                && !all.contains(&CoreClientAuthMethod::ClientSecretBasic)
        });
        let kind = if body { AuthType::RequestBody } else { AuthType::BasicAuth };
        Ok(client.set_redirect_uri(callback).set_auth_type(kind))
    }

    /// Where the person is asked: as who they typed to be, and anew for a fresh `proof`.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn authorization_url(
        &self,
        metadata: &Metadata,
        origin: &str,
        secrets: &Secrets,
        (user_id, proof): (&str, bool),
    ) -> Result<Url, Failure> {
        let client = self.portal_client(metadata, origin)?;
        // A sign-in at the provider may be as old as a session here may get; saying so makes it tell how old it is.
        let age = if proof { 0 } else { ABSOLUTE_SECONDS.unsigned_abs() };
        let (state, nonce) = (secrets.state(), secrets.nonce());
        let request = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || state, move || nonce)
            .add_scope(Scope::new("email".to_owned()))
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&secrets.verifier()))
            .set_login_hint(LoginHint::new(user_id.to_owned()))
            .set_max_age(std::time::Duration::from_secs(age));
        let request = if proof { request.add_prompt(CoreAuthPrompt::Login) } else { request };
        Ok(request.url().0)
    }

    /// Gives the code away for an ID token, which is not checked yet. The access token that comes with it is forgotten.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn exchange(
        &self,
        metadata: &Metadata,
        origin: &str,
        secrets: &Secrets,
        code: String,
    ) -> Result<IdToken, Failure> {
        let client = self.portal_client(metadata, origin)?;
        let answer = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|error| Failure::Unavailable(error.to_string()))?
            .set_pkce_verifier(secrets.verifier())
            .request_async(&self.client)
            .await
            .map_err(|error| match error {
                RequestTokenError::Request(error) => Failure::from(error),
                // Its body is not told: it may hold tokens.
                RequestTokenError::Parse(error, _) => Failure::Invalid(format!("no token response: {error}")),
                RequestTokenError::ServerResponse(said) => Failure::Invalid(format!("the code was refused: {said}")),
                RequestTokenError::Other(said) => Failure::Invalid(said),
            })?;
        answer.id_token().cloned().ok_or_else(|| Failure::Invalid("there is no ID token".to_owned()))
    }
}

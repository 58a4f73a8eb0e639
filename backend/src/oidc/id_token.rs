//! Whether an ID token is what it says: signature, issuer, audience, authorized party, times, nonce, and how long ago the
//! person was asked.

use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::{
    AdditionalClaims, ClaimsVerificationError, Nonce, SignatureVerificationError, SubjectIdentifier,
    core::{CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm},
};
use serde::{Deserialize, Serialize};

use super::{CLOCK_SKEW, Provider, config::UserIdClaim, discovery::Metadata, failure::Failure, jws::ALGORITHMS};
use crate::store::sessions::ABSOLUTE_SECONDS;

/// Claims beyond OpenID Connect Core.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MoreClaims {
    /// The provider's name of its session (back-channel logout).
    sid: Option<String>,
}

impl AdditionalClaims for MoreClaims {}

/// An ID token.
pub type IdToken =
    openidconnect::IdToken<MoreClaims, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

/// What an ID token that holds says.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Whom the provider means, for ever.
    pub subject: SubjectIdentifier,
    /// The user ID that it vouches for.
    pub user_id: Option<String>,
    /// When the person was asked, Unix seconds; absent where the provider does not tell.
    pub asked_at: Option<i64>,
    /// The provider's name of its session.
    pub sid: Option<String>,
    /// The token, for the end of the session.
    pub token: String,
}

/// When it was asked for what.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The time now, Unix seconds.
    pub now: i64,
    /// When the person set out, Unix seconds.
    pub at: i64,
    /// For a fresh proof of identity.
    pub proof: bool,
}

impl Provider {
    /// Checks it; where its key is new, once more with the provider's keys of now.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn identity(
        &self,
        metadata: &Metadata,
        token: &IdToken,
        nonce: &Nonce,
        asked: Asked,
    ) -> Result<Identity, Failure> {
        match self.checked(metadata, token, nonce, asked) {
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {}
            outcome => return self.told(outcome, asked),
        }
        let unknown = || Failure::Invalid("its key is not one of the provider's".to_owned());
        let metadata = self.with_new_keys(asked.now).await?.ok_or_else(unknown)?;
        self.told(self.checked(&metadata, token, nonce, asked), asked)
    }

    fn checked(
        &self,
        metadata: &Metadata,
        token: &IdToken,
        nonce: &Nonce,
        asked: Asked,
    ) -> Result<Identity, ClaimsVerificationError> {
        let skew = TimeDelta::seconds(CLOCK_SKEW);
        let now = at(asked.now);
        let verifier = openidconnect::IdTokenVerifier::new_public_client(
            self.client_id.clone(),
            self.issuer.clone(),
            metadata.jwks().clone(),
        )
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || now - skew)
        // Issued for this very request, neither before nor in the future.
        .set_issue_time_verifier_fn(move |issued| match issued {
            issued if issued > now + skew => Err(format!("issued at {issued}, which is to come")),
            issued if issued < at(asked.at) - skew => Err(format!("issued at {issued}, before it was asked for")),
            _ => Ok(()),
        });
        let claims = token.claims(&verifier, nonce)?;
        if claims.authorized_party().is_some_and(|it| *it != self.client_id) {
            return Err(ClaimsVerificationError::InvalidAudience("authorized party is another client".to_owned()));
        }
        // Asked for with max_age; a provider that does not tell is good for signing in, never for a proof.
        let asked_at = claims.auth_time();
        if let Some(asked_at) = asked_at.filter(|it| *it > now + skew) {
            return Err(ClaimsVerificationError::Expired(format!("auth_time {asked_at} is to come")));
        }
        let since = at(if asked.proof { asked.at } else { asked.now - ABSOLUTE_SECONDS }) - skew;
        if asked.proof && asked_at.is_none() || asked_at.is_some_and(|it| it < since) {
            let said = asked_at.map_or_else(|| "missing".to_owned(), |it| it.to_string());
            return Err(ClaimsVerificationError::InvalidAuthTime(said));
        }
        let user_id = match self.user_id_claim {
            UserIdClaim::Email => {
                claims.email().filter(|_| claims.email_verified() == Some(true)).map(|it| it.as_str())
            }
            UserIdClaim::PreferredUsername => claims.preferred_username().map(|it| it.as_str()),
        };
        Ok(Identity {
            subject: claims.subject().clone(),
            user_id: user_id.map(|it| it.trim().to_lowercase()),
            asked_at: asked_at.map(|it| it.timestamp().min(asked.now)),
            sid: claims.additional_claims().sid.clone(),
            token: token.to_string(),
        })
    }

    fn told(&self, outcome: Result<Identity, ClaimsVerificationError>, asked: Asked) -> Result<Identity, Failure> {
        outcome.map_err(|error| match error {
            ClaimsVerificationError::Expired(said) => Failure::Clock(said),
            ClaimsVerificationError::InvalidAuthTime(said) if asked.proof => Failure::NotFresh(said),
            ClaimsVerificationError::SignatureVerification(error) => Failure::Invalid(error.to_string()),
            error => Failure::Invalid(error.to_string()),
        })
    }
}

/// Out of range is nothing that a clock shows; the beginning of time stands for it, which refuses.
fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

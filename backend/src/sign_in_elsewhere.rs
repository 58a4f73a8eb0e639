//! Signing in, and proving who one is, at an identity provider: what is begun, what its answer has to be, what comes of it.

use std::sync::Arc;

use axum::http::HeaderMap;
use portal_contract::{
    BASE,
    devices::DeviceStatus,
    session::{OIDC_START, Redirect, RedirectKind},
    sign_ins::FailureReason,
};
use rusqlite::Transaction;
use serde::Deserialize;
use url::{Url, form_urlencoded};

use crate::{
    attempt::{Claim, SIGN_IN},
    oidc::{
        Provider,
        failure::Failure,
        id_token::{Asked, Identity},
        matching,
        transaction::Secrets,
    },
    portal::Portal,
    request::RequestInfo,
    sealing::SealingKey,
    secret::{fingerprint, random, session_token},
    store::{
        StoreError,
        audit::{self, Entry, Outcome},
        devices,
        identity::{self, Tie, Waiting},
        proofs,
        sessions::{self, SessionRow},
    },
};

/// The query with which the provider answers (RFC 6749, RFC 9207).
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Answer {
    /// What the portal sent.
    state: Option<String>,
    /// What an ID token is given for.
    code: Option<String>,
    /// Why there is none.
    error: Option<String>,
    /// Who answers.
    iss: Option<String>,
}

/// It worked.
pub struct Completed {
    /// The session's new token.
    pub token: String,
}

/// Where somebody goes who signs in elsewhere.
pub fn redirect(user_id: Option<&str>, purpose: Option<&str>) -> Redirect {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in [("userId", user_id), ("purpose", purpose)] {
        query.extend_pairs(value.map(|it| (name, it)));
    }
    Redirect { kind: RedirectKind::Redirect, url: format!("{BASE}{OIDC_START}?{}", query.finish()) }
}

/// At the start of the server: whatever is wrong with a provider is in the log before anybody signs in there.
pub async fn look_around(portal: Arc<Portal>) {
    for provider in portal.providers.iter() {
        let id = provider.organization.clone();
        let known = portal.store.read(move |connection| identity::is_organization(connection, &id)).await;
        if !known.unwrap_or(true) {
            let (provider, organization) = (provider.name(), &provider.organization);
            tracing::error!(provider, organization, "there is no such organization, so nobody can sign in there");
        }
        match provider.metadata(portal.clock.now()).await {
            Ok(_) => tracing::info!(provider = provider.name(), "the identity provider answers"),
            Err(error) => tracing::error!(provider = provider.name(), "the identity provider cannot be used: {error}"),
        }
    }
}

/// Begins: where the provider asks the person, and what the browser has to keep meanwhile.
///
/// # Errors
/// [`Failure`].
pub async fn begin(
    portal: &Portal,
    request: RequestInfo,
    user_id: String,
    waiting: Waiting,
) -> Result<(Url, Secrets), Failure> {
    let provider = named(portal, &waiting.provider)?;
    let metadata = provider.metadata(waiting.created_at).await?;
    let secrets = Secrets::fresh();
    let origin = &portal.providers.origin;
    let url = provider.authorization_url(&metadata, origin, &secrets, (&user_id, waiting.proof))?;
    let hash = secrets.hash();
    let keep = move |transaction: &Transaction<'_>| identity::begin(transaction, &hash, &waiting, &request.network);
    match portal.store.write::<_, StoreError>(keep).await? {
        true => Ok((url, secrets)),
        false => Err(Failure::TooMany),
    }
}

/// What the answer belongs to. It is taken away, so that no answer has an effect twice; but not by an answer that only says
/// to be one.
///
/// # Errors
/// [`Failure::Expired`], [`Failure::Invalid`].
pub async fn taken(portal: &Portal, headers: &HeaderMap, answer: &Answer) -> Result<(Secrets, Waiting), Failure> {
    let secrets = Secrets::of(headers).ok_or(Failure::Expired)?;
    let state = answer.state.as_deref().unwrap_or_default();
    if fingerprint(state) != fingerprint(secrets.state().secret()) {
        return Err(Failure::Invalid("state is not the one that was sent".to_owned()));
    }
    let (now, hash) = (portal.clock.now(), secrets.hash());
    let waiting = portal.store.write(move |transaction| identity::take(transaction, now, &hash)).await?;
    Ok((secrets, waiting.ok_or(Failure::Expired)?))
}

/// Checks the answer and has its effect: a session, or a proof of identity in one.
///
/// # Errors
/// [`Failure`].
pub async fn complete(
    portal: &Arc<Portal>,
    request: RequestInfo,
    secrets: &Secrets,
    waiting: Waiting,
    answer: Answer,
) -> Result<Completed, Failure> {
    let provider = named(portal, &waiting.provider)?;
    let metadata = provider.metadata(portal.clock.now()).await?;
    let required = metadata.additional_metadata().authorization_response_iss_parameter_supported;
    match &answer.iss {
        Some(iss) if iss != provider.issuer.as_str() => {
            return Err(Failure::Invalid(format!("iss is {iss} instead of {}", provider.issuer.as_str())));
        }
        None if required => return Err(Failure::Invalid("iss is missing though the provider promises it".to_owned())),
        _ => {}
    }
    if let Some(error) = answer.error {
        return Err(match error.as_str() {
            "temporarily_unavailable" | "server_error" => Failure::Unavailable(format!("the provider says {error}")),
            "access_denied"
            | "login_required"
            | "interaction_required"
            | "consent_required"
            | "account_selection_required" => Failure::Denied(error),
            _ => Failure::Invalid(format!("the provider says {error}: check how the portal is registered there")),
        });
    }
    let code = answer.code.ok_or_else(|| Failure::Invalid("there is no code".to_owned()))?;
    let token = provider.exchange(&metadata, &portal.providers.origin, secrets, code).await?;
    let asked = Asked { now: portal.clock.now(), at: waiting.created_at, proof: waiting.proof };
    let identity = provider.identity(&metadata, &token, &secrets.nonce(), asked).await?;
    let (key, now, fresh) = (portal.store.key(), asked.now, session_token());
    let hash = fingerprint(&fresh);
    let effect = move |transaction: &Transaction<'_>| {
        let new = Effect { now, hash, provider: &provider, identity: &identity, waiting: &waiting, key: &key };
        if waiting.proof { new.prove(transaction, request).map(Ok) } else { new.sign_in(transaction, request) }
    };
    // A refusal is committed with its audit row.
    portal.store.write(effect).await??;
    Ok(Completed { token: fresh })
}

fn named(portal: &Portal, name: &str) -> Result<Arc<Provider>, Failure> {
    let gone = || Failure::Unavailable(format!("there is no provider for {name} any more"));
    portal.providers.named(name).ok_or_else(gone)
}

/// What an answer that holds comes to.
struct Effect<'a> {
    now: i64,
    /// Of the session's new token.
    hash: [u8; 32],
    provider: &'a Provider,
    identity: &'a Identity,
    waiting: &'a Waiting,
    key: &'a SealingKey,
}

impl Effect<'_> {
    fn sign_in(&self, transaction: &Transaction<'_>, request: RequestInfo) -> Result<Result<(), Failure>, Failure> {
        let now = self.now;
        let found = matching::account(transaction, now, self.provider, self.identity)?;
        let claim = Claim {
            action: SIGN_IN,
            user_id: found.user_id,
            account: Some(found.account.clone()),
            session: None,
            request,
        };
        let device = match &claim.request.device {
            Some(id) => devices::status(transaction, &found.account, id)?.map(|status| (id, status)),
            None => None,
        };
        if let Some((device, DeviceStatus::Disabled)) = device {
            let refused = Entry { target: Some(device), result: Outcome::Refused, ..claim.did() };
            audit::record(transaction, now, refused)?;
            claim.in_history(transaction, now, Some(FailureReason::BlockedByPolicy), None)?;
            return Ok(Err(Failure::DeviceDisabled));
        }
        if let Some(previous) = &self.waiting.session {
            sessions::end(transaction, previous)?;
        }
        let session = sessions::begin(transaction, now, &self.hash, &found.account, &claim.request)?;
        if let Some((device, _)) = &device {
            devices::enter(transaction, now, &session, device)?;
        }
        sessions::sign_in(transaction, now, &session, &self.hash, false)?;
        // Signed in there only now, and not with a session that was there already: as good as a proof.
        if let Some(asked_at) = self.identity.asked_at.filter(|it| *it >= self.waiting.created_at) {
            proofs::record(transaction, asked_at, &session, None)?;
        }
        let tie = Tie {
            provider: self.provider.name().to_owned(),
            issuer: self.provider.issuer.to_string(),
            subject: self.identity.subject.to_string(),
            sid: self.identity.sid.clone(),
            id_token: self.sealed(&session)?,
        };
        identity::tie(transaction, &session, &tie)?;
        claim.in_history(transaction, now, None, Some(&session))?;
        audit::record(transaction, now, Entry { session: Some(&session), ..claim.did() })?;
        Ok(Ok(()))
    }

    fn prove(&self, transaction: &Transaction<'_>, request: RequestInfo) -> Result<(), Failure> {
        let now = self.now;
        let session = self.waiting.session.clone().ok_or(Failure::Expired)?;
        let tie = identity::tie_of(transaction, &session)?.ok_or(Failure::Expired)?;
        let (account, user_id) = sessions::owner(transaction, now, &session)?.ok_or(Failure::Expired)?;
        if (tie.issuer.as_str(), tie.subject.as_str())
            != (self.provider.issuer.as_str(), self.identity.subject.as_str())
        {
            return Err(Failure::AnotherPerson);
        }
        let asked_at = self.identity.asked_at.ok_or_else(|| Failure::NotFresh("missing".to_owned()))?;
        proofs::record(transaction, asked_at, &session, self.waiting.purpose.as_deref())?;
        sessions::rotate(transaction, now, &session, &self.hash)?;
        identity::retie(transaction, &session, self.identity.sid.as_deref(), &self.sealed(&session)?)?;
        let action = "session.proof";
        let claim = Claim { action, user_id, account: Some(account), session: Some(session), request };
        Ok(audit::record(transaction, now, claim.did())?)
    }

    fn sealed(&self, session: &str) -> Result<Vec<u8>, Failure> {
        Ok(self.key.seal(&sealed_for(session), &self.identity.token)?)
    }
}

fn sealed_for(session: &str) -> String {
    format!("identity-token {session}")
}

/// Where the browser ends the provider's session of a portal's session that ends; nothing where there is none, or where the
/// provider cannot say.
pub async fn after_sign_out(portal: &Portal, session: &SessionRow, tie: Option<Tie>) -> Option<Redirect> {
    let tie = tie?;
    let provider = portal.providers.named(&tie.provider)?;
    let metadata = match provider.metadata(portal.clock.now()).await {
        Ok(metadata) => metadata,
        Err(error) => {
            tracing::warn!(provider = provider.name(), %error, "the provider's session was not ended");
            return None;
        }
    };
    let token = portal.store.key().open(&sealed_for(&session.id), &tie.id_token);
    let url = provider.end_session_url(&metadata, &portal.providers.origin, token, random::<16>())?;
    Some(Redirect { kind: RedirectKind::Redirect, url: url.into() })
}

//! Checking what follows the password (S7, S8): a code that an app or a token shows, a code that was sent, a security
//! key's answer.

use std::sync::Arc;

use portal_contract::{methods::MethodKind, problem::Code};
use rusqlite::Transaction;

use crate::{
    attempt::Claim,
    codes,
    methods::factor,
    portal::Portal,
    problem::Refusal,
    security_keys::SecurityKeys,
    store::{
        StoreError, attempts,
        challenges::{self, Challenge, Purpose},
        methods, second_factors,
    },
    totp,
};

/// What is offered as the second factor.
#[derive(Clone, Debug)]
pub enum Answer {
    /// A code that an app or a token shows: this one's, or any of the account's.
    Shown {
        /// Six digits.
        code: String,
        /// The app or token.
        method: Option<String>,
    },
    /// A code that was sent.
    Sent {
        /// Six digits.
        code: String,
        /// The challenge that sent it.
        challenge: String,
    },
    /// A security key's answer.
    Key {
        /// JSON text.
        credential: String,
        /// The challenge that it signs.
        challenge: String,
    },
}

impl Claim {
    /// Checks a second factor and uses it up. The claim is of a session, halfway or signed in.
    ///
    /// # Errors
    /// 401 when it is wrong or was used before, 409 when its challenge is over, 429 when there were too many failures.
    pub async fn second_factor(self, portal: &Portal, answer: Answer) -> Result<(), Refusal> {
        let now = portal.clock.now();
        let keys = Arc::clone(&portal.security_keys);
        let check = move |transaction: &Transaction<'_>| {
            let (Some(account), Some(session)) = (&self.account, &self.session) else {
                return Ok(Err(Code::SessionExpired.into()));
            };
            let challenge = match &answer {
                Answer::Shown { .. } => None,
                Answer::Sent { challenge, .. } | Answer::Key { challenge, .. } => {
                    let found = challenges::find(transaction, (session, Purpose::SignIn), challenge)?;
                    let Some(found) = found.filter(|found| found.is_open(now)) else {
                        return Ok(Err(Code::ChallengeExpired.into()));
                    };
                    Some(found)
                }
            };
            let kind = challenge.as_ref().map_or(MethodKind::AuthenticatorApp, |challenge| challenge.kind);
            let attempt = self.attempt(factor(kind));
            if let Some(seconds) = attempts::retry_after(transaction, now, &attempt)? {
                return Ok(Err(Refusal::too_many_attempts(seconds)));
            }
            let right = match (&answer, &challenge) {
                (Answer::Shown { code, method }, _) => shown(transaction, now, account, code, method.as_deref())?,
                (Answer::Sent { code, .. }, Some(challenge)) => sent(transaction, now, account, code, challenge)?,
                (Answer::Key { credential, .. }, Some(challenge)) => {
                    key(transaction, now, account, (&keys, credential), challenge)?
                }
                _ => false,
            };
            if right {
                return Ok(Ok(()));
            }
            if let Some(challenge) = &challenge {
                challenges::failed(transaction, &challenge.id)?;
            }
            self.failed(transaction, now, &attempt)?;
            Ok(Err(Code::InvalidCredentials.into()))
        };
        // The outer result is the transaction's: a refusal has to be committed with its failure.
        portal.store.write::<_, StoreError>(check).await?
    }
}

/// Whether a code is what an app or a token of the account shows, used up by that: this one's, or any.
///
/// # Errors
/// [`StoreError`].
pub fn shown(
    transaction: &Transaction<'_>,
    now: i64,
    account: &str,
    code: &str,
    method: Option<&str>,
) -> Result<bool, StoreError> {
    for (method, secret) in second_factors::code_generators(transaction, account, method)? {
        if let Some(step) = totp::matching_step(&secret, code, now)
            && second_factors::use_step(transaction, now, &method, step)?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a code is the one that this challenge sent to a method which the account still has, used up by that.
///
/// # Errors
/// [`StoreError`].
pub fn sent(
    transaction: &Transaction<'_>,
    now: i64,
    account: &str,
    code: &str,
    challenge: &Challenge,
) -> Result<bool, StoreError> {
    if challenge.code_hash != Some(codes::hash(&challenge.id, code)) {
        return Ok(false);
    }
    // The number may have been changed since.
    let situation = methods::situation(transaction, account)?;
    let method = challenge.method.as_deref().and_then(|id| situation.find(id));
    let Some(method) = method.filter(|method| method.target == challenge.target) else { return Ok(false) };
    challenges::answered(transaction, &challenge.id, Some(&method.id))?;
    second_factors::used(transaction, now, &method.id)?;
    Ok(true)
}

/// A security key's challenge is used up by any answer (S7).
fn key(
    transaction: &Transaction<'_>,
    now: i64,
    account: &str,
    (keys, credential): (&SecurityKeys, &str),
    challenge: &Challenge,
) -> Result<bool, StoreError> {
    challenges::answered(transaction, &challenge.id, None)?;
    let known = second_factors::credentials(transaction, account)?;
    match keys.check(challenge.state.as_deref().unwrap_or_default(), credential, &known) {
        Ok((method, credential)) => {
            second_factors::set_credential(transaction, &method, &credential)?;
            second_factors::used(transaction, now, &method)?;
            Ok(true)
        }
        Err(error) => {
            tracing::info!(%error, "a security key's answer was refused");
            Ok(false)
        }
    }
}

//! Offering a secret: admitted by the limits (`security.md` S8), counted and recorded when it is wrong.

use std::sync::Arc;

use portal_contract::{problem::Code, sign_ins::FailureReason};
use rusqlite::Transaction;
use tracing::Instrument;

use crate::{
    portal::Portal,
    problem::Refusal,
    request::RequestInfo,
    secret::fingerprint,
    store::{
        StoreError,
        attempts::{self, Attempt, PASSWORD},
        audit::{self, Entry, Outcome},
        sign_ins::{self, Circumstances},
    },
};

/// The audit's name of signing in.
pub const SIGN_IN: &str = "session.sign-in";

/// What one signs in to here, as the history names it.
const PORTAL: &str = "My Account";

/// Somebody who says to be somebody.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The audit's name of the operation.
    pub action: &'static str,
    /// What was typed as user ID, normalised.
    pub user_id: String,
    /// The account, if there is one.
    pub account: Option<String>,
    /// The session's id, once there is one.
    pub session: Option<String>,
    /// The request.
    pub request: RequestInfo,
}

impl Claim {
    /// Checks a password; `stored` is the account's hash, if there is one.
    ///
    /// Runs to its end even when the one who asked hangs up: a guess counts whether or not its answer is heard.
    ///
    /// # Errors
    /// 401 when it is wrong, 429 when there were too many failures.
    pub async fn password(self, portal: &Arc<Portal>, password: String, stored: Option<String>) -> Result<(), Refusal> {
        let portal = Arc::clone(portal);
        let check = async move {
            let mut turn = portal.passwords.turn().await;
            let now = portal.clock.now();
            self.clone().admitted(&portal).await?;
            let attempt = self.attempt(PASSWORD);
            if turn.verify(password, stored).await? {
                return Ok(());
            }
            portal.store.write(move |transaction| self.failed(transaction, now, &attempt)).await?;
            Err(Code::InvalidCredentials.into())
        };
        tokio::spawn(check.in_current_span()).await.map_err(StoreError::from)?
    }

    /// Lets a password be offered, without checking one.
    ///
    /// # Errors
    /// 429 when there were too many failures.
    pub async fn admitted(self, portal: &Portal) -> Result<(), Refusal> {
        let (now, attempt) = (portal.clock.now(), self.attempt(PASSWORD));
        let wait = portal.store.read(move |connection| attempts::retry_after(connection, now, &attempt)).await?;
        wait.map_or(Ok(()), |seconds| Err(Refusal::too_many_attempts(seconds)))
    }

    /// The audit row of what this person did.
    pub fn did(&self) -> Entry<'_> {
        Entry {
            actor: self.account.as_deref(),
            session: self.session.as_deref(),
            address: Some(&self.request.address),
            action: self.action,
            target: self.account.as_deref(),
            result: Outcome::Done,
            request_id: Some(&self.request.id),
        }
    }

    /// What is limited: this person's guesses at one factor.
    pub fn attempt(&self, factor: &'static str) -> Attempt {
        Attempt { account_key: fingerprint(&self.user_id), factor, network: self.request.network.clone() }
    }

    /// Adds this sign-in to the account's history: as it worked, or as it did not for `reason`. `session` is the one that
    /// it began.
    ///
    /// What is typed for nobody's account is in nobody's history; the two small rows more that a known account's failure
    /// writes take no time beside Argon2's (S8). Attempts beyond the limits are not in it either: they were never checked.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn in_history(
        &self,
        transaction: &Transaction<'_>,
        now: i64,
        reason: Option<FailureReason>,
        session: Option<&str>,
    ) -> Result<(), StoreError> {
        let Some(account) = &self.account else { return Ok(()) };
        let circumstances = Circumstances {
            reason,
            // Where an address is, the reference backend does not know; an identity platform does.
            place: None,
            operating_system: self.request.agent.operating_system,
            browser: self.request.agent.browser.as_deref(),
            application: PORTAL,
            user_id: &self.user_id,
            address: &self.request.address,
        };
        sign_ins::record(transaction, now, account, &circumstances, session, false)
    }

    /// Counts and records a wrong guess.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn failed(&self, transaction: &Transaction<'_>, now: i64, attempt: &Attempt) -> Result<(), StoreError> {
        attempts::failed(transaction, now, attempt)?;
        // A wrong proof of identity inside a session is no sign-in.
        if self.action == SIGN_IN {
            let reason =
                if attempt.factor == PASSWORD { FailureReason::WrongPassword } else { FailureReason::WrongCode };
            self.in_history(transaction, now, Some(reason), None)?;
        }
        audit::record(transaction, now, Entry { result: Outcome::Refused, ..self.did() })
    }
}

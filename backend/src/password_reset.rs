//! The rules of a forgotten password (features 2.4, `security.md` S7, S8, S9).
//!
//! The answers tell nothing before a method has really been proven. Making up methods for accounts that do not exist
//! would have to imitate every habit of the real ones, and real ones would show to anybody that an account exists, what
//! its owner registered, and half of a telephone number. So nothing about the account is shown: everybody chooses from
//! the same kinds and types what was registered. An account that is unknown, disabled, not enabled by its organization,
//! without a password here, or registered for too little goes through the same steps: attempts, limits and audit rows are
//! written alike, a code is simply not sent, and no code is right. Each answer also takes at least [`PACE`], which is far
//! more than the few rows that differ.

use std::time::Duration;

use portal_contract::{
    methods::{MethodKind, Question},
    password_reset::{ResetProgress, ResetState},
    problem::{Code, FieldCode},
};
use rusqlite::{Connection, Transaction};

use crate::{
    attempt::Claim,
    methods::{Situation, factor},
    new_password,
    problem::Refusal,
    questions,
    request::RequestInfo,
    second_factor,
    secret::fingerprint,
    store::{
        StoreError,
        attempts::{self, Attempt},
        audit,
        challenges::{self, Challenge, Purpose},
        methods::{self as stored, MethodRow},
        password::{self, Password},
        password_resets::{self, Reset},
    },
};

/// What every answer takes at least.
const PACE: Duration = Duration::from_millis(100);

/// Lets an answer take at least [`PACE`].
pub async fn paced<T>(answer: impl Future<Output = T>) -> T {
    tokio::join!(answer, tokio::time::sleep(PACE)).0
}

/// The method that security questions are, and each question with the hash of its answer.
pub type Asked = (Option<String>, Vec<(Question, String)>);

/// An account that may reset its password.
pub struct Eligible {
    /// The account.
    pub account: String,
    /// What is known of its password.
    pub password: Password,
    /// Its PHC string.
    pub hash: String,
    /// What it has registered.
    pub situation: Situation,
    /// How many different kinds it has to prove.
    required: usize,
}

impl Eligible {
    /// The account of an attempt, if it may reset its password now: enabled, with a password kept here, where the
    /// organization allows it, with enough kinds registered.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn of(connection: &Connection, reset: &Reset) -> Result<Option<Self>, StoreError> {
        let Some(account) = reset.account.clone() else { return Ok(None) };
        let Some(password) = password::get(connection, &account)? else { return Ok(None) };
        let situation = stored::situation(connection, &account)?;
        let required = situation.policy.reset_methods as usize;
        // A password that was changed meanwhile is not forgotten any more.
        let changed = password.changed_at.is_some_and(|at| at > reset.created_at);
        let enough = password.is_reset_here() && situation.enough_for_reset();
        let Some(hash) = password.hash.clone().filter(|_| enough && !changed) else { return Ok(None) };
        Ok(Some(Self { account, password, hash, situation, required }))
    }

    /// The methods of a kind that are good for reset and that the organization allows.
    pub fn methods(&self, kind: MethodKind) -> impl Iterator<Item = &MethodRow> {
        self.situation.for_reset(kind)
    }

    /// The method that codes for this number or address go to.
    pub fn at(&self, kind: MethodKind, target: &str) -> Option<&MethodRow> {
        self.methods(kind).find(|method| method.target.as_deref().is_some_and(|it| it.eq_ignore_ascii_case(target)))
    }

    /// Whether enough was proven.
    pub fn is_proven(&self, proven: &[(MethodKind, String)]) -> bool {
        proven.len() >= self.required
    }

    /// What comes next, for somebody who has proven something.
    fn progress(&self, connection: &Connection, proven: &[(MethodKind, String)]) -> Result<ResetProgress, StoreError> {
        let minimum_length = new_password::minimum(&self.password);
        if self.is_proven(proven) {
            let state = ResetState::NewPassword;
            return Ok(ResetProgress { state, kinds: Vec::new(), questions: Vec::new(), minimum_length });
        }
        let mut kinds = self.situation.reset_kinds();
        kinds.retain(|kind| proven.iter().all(|it| it.0 != *kind));
        let questions = self.questions(connection)?.1.into_iter().map(|it| it.0).collect();
        Ok(ResetProgress { state: ResetState::AnotherMethod, kinds, questions, minimum_length })
    }

    /// The security questions of the account.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn questions(&self, connection: &Connection) -> Result<Asked, StoreError> {
        let Some(method) = self.methods(MethodKind::SecurityQuestions).next() else { return Ok((None, Vec::new())) };
        let hashes = stored::answers(connection, &method.id)?;
        let all = questions::all();
        let asked = hashes
            .into_iter()
            .filter_map(|(id, hash)| all.iter().find(|question| question.id == id).cloned().zip(Some(hash)))
            .collect();
        Ok((Some(method.id.clone()), asked))
    }
}

/// The attempt of a token.
///
/// # Errors
/// 410 when there is none, or when its time is over.
pub fn open(connection: &Connection, now: i64, token: &str) -> Result<Reset, Refusal> {
    let found = password_resets::find(connection, &fingerprint(token))?;
    Ok(found.filter(|reset| reset.is_open(now)).ok_or(Code::Gone)?)
}

/// Somebody who tries a method of an attempt.
#[derive(Clone, Debug)]
pub struct Try {
    /// What they try.
    pub kind: MethodKind,
    /// The `Idempotency-Key`.
    pub key: String,
    /// The request.
    pub request: RequestInfo,
}

impl Try {
    /// Who says to be whom. What was typed as user ID is not kept; its hash is in the attempt.
    pub fn claim(reset: &Reset, action: &'static str, request: RequestInfo) -> Claim {
        Claim { action, user_id: String::new(), account: reset.account.clone(), session: None, request }
    }

    /// What is limited: together with what is tried at sign-in.
    fn attempt(&self, reset: &Reset) -> Attempt {
        let network = self.request.network.clone();
        Attempt { account_key: reset.account_key, factor: factor(self.kind), network }
    }

    /// Lets the method be tried. A repeat of the request that proved it is answered as it was.
    ///
    /// # Errors
    /// 422 when the kind was proven already, 429 after too many failures.
    pub fn admitted(
        &self,
        connection: &Connection,
        now: i64,
        reset: &Reset,
        proven: &[(MethodKind, String)],
    ) -> Result<Option<ResetProgress>, Refusal> {
        if let Some((kind, _)) = proven.iter().find(|it| it.1 == self.key) {
            let eligible = Eligible::of(connection, reset)?.filter(|_| *kind == self.kind);
            let eligible = eligible.ok_or(Code::IdempotencyKeyReused)?;
            return Ok(Some(eligible.progress(connection, proven)?));
        }
        if proven.iter().any(|it| it.0 == self.kind) {
            return Err(Refusal::field("/kind", FieldCode::Repeated, None));
        }
        match attempts::retry_after(connection, now, &self.attempt(reset))? {
            Some(seconds) => Err(Refusal::too_many_attempts(seconds)),
            None => Ok(None),
        }
    }

    /// Checks a code: that of an app, or the one of a challenge.
    ///
    /// # Errors
    /// 409 when the challenge is over; as [`Try::admitted`].
    pub fn code(
        &self,
        transaction: &Transaction<'_>,
        now: i64,
        reset: &Reset,
        (code, challenge): (&str, Option<&str>),
    ) -> Result<Result<ResetProgress, Refusal>, Refusal> {
        let proven = password_resets::proven(transaction, &reset.id)?;
        if let Some(progress) = self.admitted(transaction, now, reset, &proven)? {
            return Ok(Ok(progress));
        }
        let challenge = match challenge {
            None => None,
            Some(id) => {
                let found = challenges::find(transaction, (&reset.id, Purpose::Reset), id)?;
                let fits = |it: &Challenge| it.is_open(now) && it.kind == self.kind;
                Some(found.filter(fits).ok_or(Code::ChallengeExpired)?)
            }
        };
        let eligible = Eligible::of(transaction, reset)?;
        let right = match (&eligible, &challenge) {
            (Some(eligible), Some(challenge)) => {
                second_factor::sent(transaction, now, &eligible.account, code, challenge)?
            }
            (Some(eligible), None) => {
                let mut right = false;
                for app in eligible.methods(self.kind) {
                    right = right || second_factor::shown(transaction, now, &eligible.account, code, Some(&app.id))?;
                }
                right
            }
            (None, _) => false,
        };
        if let Some(challenge) = challenge.filter(|_| !right) {
            challenges::failed(transaction, &challenge.id)?;
        }
        self.tried(transaction, now, reset, eligible.filter(|_| right))
    }

    /// Records how it ended: proven by `eligible`, or failed. A refusal in it is to be committed.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn tried(
        &self,
        transaction: &Transaction<'_>,
        now: i64,
        reset: &Reset,
        eligible: Option<Eligible>,
    ) -> Result<Result<ResetProgress, Refusal>, Refusal> {
        let claim = Self::claim(reset, "password-reset.verify", self.request.clone());
        let Some(eligible) = eligible else {
            claim.failed(transaction, now, &self.attempt(reset))?;
            return Ok(Err(Code::InvalidCredentials.into()));
        };
        password_resets::prove(transaction, now, &reset.id, self.kind, &self.key)?;
        audit::record(transaction, now, claim.did())?;
        let proven = password_resets::proven(transaction, &reset.id)?;
        Ok(Ok(eligible.progress(transaction, &proven)?))
    }
}

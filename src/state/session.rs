//! Who is signed in, and the questions that a session asks: prove that it is you, or sign in again, in place (R5).

use std::future::Future;

use futures_channel::oneshot;
use leptos::prelude::*;
use portal_contract::{
    problem::Code,
    session::{Session as Answer, SessionState, SessionUser},
};

use super::preferences;
use crate::{
    api::error::{ApiError, Failure},
    deployment,
    view::Reading,
};

/// What the person is asked before a request can go on.
#[derive(Clone, PartialEq)]
pub enum Question {
    /// A fresh proof of identity, for the named operation if one is named (S4).
    Proof(Option<String>),
    /// Signing in again: the session has ended.
    SignIn,
}

/// The session of this tab.
#[derive(Clone, Copy)]
pub struct Session {
    answer: RwSignal<Option<Answer>>,
    state: RwSignal<Option<SessionState>>,
    question: RwSignal<Option<Question>>,
    waiting: StoredValue<Vec<oneshot::Sender<bool>>, LocalStorage>,
}

impl Session {
    /// Nothing known yet; provided to everything below.
    pub fn provide() -> Self {
        let session = Self {
            answer: RwSignal::new(None),
            state: RwSignal::new(None),
            question: RwSignal::new(None),
            waiting: StoredValue::new_local(vec![]),
        };
        provide_context(session);
        session
    }

    /// The session of the surrounding context.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Reads from what the backend last said; `None` until it first did. Reactive.
    pub fn with<T>(self, read: impl Fn(&Answer) -> T) -> Option<T> {
        self.answer.with(|it| it.as_ref().map(read))
    }

    /// Who is signed in; reactive.
    pub fn user(self) -> Option<SessionUser> {
        self.answer.with(|it| it.as_ref()?.user.clone())
    }

    /// How far signing in got; `None` until the backend first said. Changes only when it really does, because the whole
    /// page hangs on it. Reactive.
    pub fn state(self) -> Reading<Option<SessionState>> {
        self.state.into()
    }

    /// Whether somebody is signed in, asked once.
    pub fn signed_in_now(self) -> bool {
        self.answer.with_untracked(|it| it.as_ref().is_some_and(|it| it.state == SessionState::SignedIn))
    }

    /// Takes over what the backend said. Another person signing in throws away everything the tab holds (R5).
    pub fn accept(self, answer: Answer) {
        let id = |it: Option<&Answer>| it.and_then(|it| it.user.as_ref().map(|user| user.id.clone()));
        let before = self.answer.with_untracked(|it| id(it.as_ref()));
        let now = id(Some(&answer));
        if before.is_some() && now.is_some() && before != now {
            return start_anew();
        }
        preferences::adopt(answer.user.as_ref());
        let state = Some(answer.state);
        self.answer.set(Some(answer));
        if self.state.get_untracked() != state {
            self.state.set(state);
        }
    }

    /// What the person is being asked; reactive.
    pub fn question(self) -> Option<Question> {
        self.question.get()
    }

    /// The person answered (or refused to): everything that waited goes on.
    pub fn answered(self, proven: bool) {
        self.question.set(None);
        let waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        for one in waiting {
            // A page that has gone meanwhile no longer listens.
            let _ = one.send(proven);
        }
    }

    /// Sends a request; where the backend first wants a proof of identity or a new session, asks the person in place
    /// and sends the same request again (design 4).
    pub async fn guarded<T, F>(self, request: impl Fn() -> F) -> Result<T, ApiError>
    where
        F: Future<Output = Result<T, ApiError>>,
    {
        loop {
            let error = match request().await {
                Ok(value) => return Ok(value),
                Err(error) => error,
            };
            let question = if error.is(Code::StepUpRequired) {
                Question::Proof(error.purpose.clone())
            } else if error.is(Code::SessionExpired) {
                Question::SignIn
            } else {
                if error.is(Code::AnotherAccount) {
                    start_anew();
                }
                return Err(error);
            };
            if !self.ask(question).await {
                return Err(ApiError::new(Failure::Cancelled));
            }
        }
    }

    async fn ask(self, question: Question) -> bool {
        let (answer, wait) = oneshot::channel();
        self.waiting.update_value(|all| all.push(answer));
        // A lost session outranks a proof: signing in again proves identity as well.
        if self.question.get_untracked() != Some(Question::SignIn) {
            self.question.set(Some(question));
        }
        wait.await.unwrap_or(false)
    }
}

/// Another person is signed in: nothing of the first one may stay in memory (R5).
fn start_anew() {
    leave("/");
}

/// Goes on at another address with a fresh page, which forgets everything of the person, wherever in memory it was.
pub fn leave(address: &str) {
    deployment::go(address);
}

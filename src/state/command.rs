//! Changing: one intended change at a time, sent once, with a key that lives until its outcome is known (R2, R4).

use std::{cell::RefCell, future::Future, pin::Pin, rc::Rc};

use leptos::{prelude::*, task::spawn_local};

use super::session::Session;
use crate::{
    api::{
        error::{ApiError, Failure},
        key::Key,
    },
    view::Reading,
};

type Attempt = Pin<Box<dyn Future<Output = Result<(), ApiError>>>>;

/// A change that a button starts.
pub struct Command<I: 'static> {
    start: StoredValue<Rc<dyn Fn(I)>, LocalStorage>,
    progress: Progress,
}

impl<I> Clone for Command<I> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<I> Copy for Command<I> {}

impl<I: Clone + PartialEq + 'static> Command<I> {
    /// `send` asks the backend, `then` draws the consequences: message, refetch, navigation.
    pub fn new<T: 'static, F>(
        send: impl Fn(I, Key) -> F + 'static,
        then: impl Fn(I, Result<T, ApiError>) + 'static,
    ) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        let progress = Progress::new();
        let before = RefCell::new(None);
        let (send, then) = (Rc::new(send), Rc::new(then));
        let start = Rc::new(move |input: I| {
            if before.borrow().as_ref() != Some(&input) {
                progress.forget_key();
            }
            before.replace(Some(input.clone()));
            let answer = Rc::new(RefCell::new(None));
            let attempt = {
                let (send, input, answer) = (Rc::clone(&send), input.clone(), Rc::clone(&answer));
                Box::new(move |key| -> Attempt {
                    let (sent, answer) = (send(input.clone(), key), Rc::clone(&answer));
                    Box::pin(async move {
                        answer.replace(Some(sent.await?));
                        Ok(())
                    })
                })
            };
            let then = Rc::clone(&then);
            progress.run(
                attempt,
                Box::new(move |failure| match (failure, answer.take()) {
                    (None, Some(answer)) => then(input, Ok(answer)),
                    (Some(error), _) => then(input, Err(error)),
                    (None, None) => {}
                }),
            );
        });
        Self { start: StoredValue::new_local(start), progress }
    }

    /// Whether the backend is being asked; reactive.
    pub fn pending(self) -> Reading<bool> {
        self.progress.pending.into()
    }

    /// Why the last try failed; reactive.
    pub fn error(self) -> Reading<Option<ApiError>> {
        self.progress.error.into()
    }

    /// Forgets the last failure: the dialog it stood in was closed.
    pub fn forget(self) {
        self.progress.error.set(None);
    }

    /// Sends, unless it is being sent already. After a failure whose outcome nobody knows, the same change goes out
    /// under the same key, so that it has one effect.
    pub fn run(self, input: I) {
        if !self.progress.pending.get_untracked()
            && let Some(start) = self.start.try_get_value()
        {
            start(input);
        }
    }
}

/// What all commands share, whatever they send.
#[derive(Clone, Copy)]
struct Progress {
    session: Session,
    pending: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
    key: StoredValue<Option<Key>>,
}

impl Progress {
    fn new() -> Self {
        Self {
            session: Session::here(),
            pending: RwSignal::new(false),
            error: RwSignal::new(None),
            key: StoredValue::new(None),
        }
    }

    fn forget_key(self) {
        self.key.try_set_value(None);
    }

    fn run(self, attempt: Box<dyn Fn(Key) -> Attempt>, settled: Box<dyn FnOnce(Option<ApiError>)>) {
        self.pending.set(true);
        self.error.set(None);
        let key = self.key.get_value().unwrap_or_else(Key::fresh);
        self.key.set_value(Some(key.clone()));
        spawn_local(async move {
            let failure = self.session.guarded(|| attempt(key.clone())).await.err();
            if !failure.as_ref().is_some_and(ApiError::outcome_unknown) {
                self.forget_key();
            }
            self.pending.try_set(false);
            self.error.try_set(failure.clone().filter(|it| it.failure != Failure::Cancelled));
            settled(failure);
        });
    }
}

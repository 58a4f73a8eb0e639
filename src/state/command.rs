//! Changing: one intended change at a time, sent once, with a key that lives until its outcome is known (R2, R4).

use std::{future::Future, pin::Pin, rc::Rc};

use leptos::{prelude::*, task::spawn_local};

use super::session::Session;
use crate::api::{
    error::{ApiError, Failure},
    key::Key,
};

type Send<I, T> = Rc<dyn Fn(I, Key) -> Pin<Box<dyn Future<Output = Result<T, ApiError>>>>>;
type Then<I, T> = Rc<dyn Fn(I, Result<T, ApiError>)>;

/// A change that a button starts.
pub struct Command<I: 'static, T: 'static> {
    send: StoredValue<Send<I, T>, LocalStorage>,
    then: StoredValue<Then<I, T>, LocalStorage>,
    session: Session,
    pending: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
    key: StoredValue<Option<(I, Key)>, LocalStorage>,
}

impl<I, T> Clone for Command<I, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<I, T> Copy for Command<I, T> {}

impl<I: Clone + PartialEq + 'static, T: 'static> Command<I, T> {
    /// `send` asks the backend, `then` draws the consequences: message, refetch, navigation.
    pub fn new<F>(send: impl Fn(I, Key) -> F + 'static, then: impl Fn(I, Result<T, ApiError>) + 'static) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        let send: Send<I, T> = Rc::new(move |input, key| Box::pin(send(input, key)));
        Self {
            send: StoredValue::new_local(send),
            then: StoredValue::new_local(Rc::new(then)),
            session: Session::here(),
            pending: RwSignal::new(false),
            error: RwSignal::new(None),
            key: StoredValue::new_local(None),
        }
    }

    /// Whether the backend is being asked; reactive.
    pub fn pending(self) -> Signal<bool> {
        self.pending.into()
    }

    /// Why the last try failed; reactive.
    pub fn error(self) -> Signal<Option<ApiError>> {
        self.error.into()
    }

    /// Forgets the last failure: the dialog it stood in was closed.
    pub fn forget(self) {
        self.error.set(None);
    }

    /// Sends, unless it is being sent already. After a failure whose outcome nobody knows, the same change goes out
    /// under the same key, so that it has one effect.
    pub fn run(self, input: I) {
        if self.pending.get_untracked() {
            return;
        }
        self.pending.set(true);
        self.error.set(None);
        let key = match self.key.get_value() {
            Some((before, key)) if before == input => key,
            _ => Key::fresh(),
        };
        self.key.set_value(Some((input.clone(), key.clone())));
        let (Some(send), Some(then)) = (self.send.try_get_value(), self.then.try_get_value()) else { return };
        let session = self.session;
        spawn_local(async move {
            let outcome = session.guarded(|| send(input.clone(), key.clone())).await;
            let error = outcome.as_ref().err().cloned();
            if !error.as_ref().is_some_and(ApiError::outcome_unknown) {
                self.key.try_set_value(None);
            }
            self.pending.try_set(false);
            self.error.try_set(error.filter(|it| it.failure != Failure::Cancelled));
            then(input, outcome);
        });
    }
}

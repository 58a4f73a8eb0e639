//! Reading: what a page shows of the backend, with every state it can be in.
//!
//! An own type instead of `LocalResource`, because a late answer must never overwrite a newer one and leaving a page
//! must abort its reads (`security.md` R6).

use std::{future::Future, pin::Pin, rc::Rc};

use futures_util::future::{AbortHandle, abortable};
use leptos::{prelude::*, task::spawn_local};

use super::session::Session;
use crate::api::error::ApiError;

/// How far a read got.
#[derive(Clone)]
pub enum Fetched<T> {
    /// Nothing to show yet.
    Pending,
    /// The newest answer.
    Ready(T),
    /// No answer.
    Failed(ApiError),
}

type Fetch<T> = Rc<dyn Fn() -> Pin<Box<dyn Future<Output = Result<T, ApiError>>>>>;

/// A read that can be repeated.
pub struct Query<T: 'static> {
    fetched: RwSignal<Fetched<T>, LocalStorage>,
    again: Trigger,
}

impl<T> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Query<T> {}

impl<T: 'static> Query<T> {
    /// Reads now, and anew whenever a signal changes that `fetch` reads before its first `await`.
    /// What is on screen stays until the newer answer is there.
    pub fn new<F>(fetch: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        let fetch: Fetch<T> = Rc::new(move || Box::pin(fetch()));
        Self::start(fetch, Session::here())
    }

    fn start(fetch: Fetch<T>, session: Session) -> Self {
        let query = Self { fetched: RwSignal::new_local(Fetched::Pending), again: Trigger::new() };
        let running = StoredValue::new_local(None::<AbortHandle>);
        let stop = move || {
            if let Some(Some(handle)) = running.try_update_value(Option::take) {
                handle.abort();
            }
        };
        Effect::new(move |_| {
            query.again.track();
            stop();
            let first = fetch();
            let fetch = fetch.clone();
            let first = std::cell::RefCell::new(Some(first));
            let (work, handle) = abortable(session.guarded(move || {
                let started = first.borrow_mut().take();
                started.unwrap_or_else(|| untrack(|| fetch()))
            }));
            running.set_value(Some(handle));
            spawn_local(async move {
                let fetched = match work.await {
                    Ok(Ok(value)) => Fetched::Ready(value),
                    Ok(Err(error)) => Fetched::Failed(error),
                    Err(_aborted) => return,
                };
                query.fetched.try_set(fetched);
            });
        });
        on_cleanup(stop);
        query
    }

    /// Reads anew; what is on screen stays meanwhile.
    pub fn refetch(self) {
        self.again.notify();
    }

    /// Reads anew and shows that it does.
    pub fn retry(self) {
        self.fetched.set(Fetched::Pending);
        self.again.notify();
    }

    /// How far it got; reactive.
    pub fn fetched(self) -> Fetched<T>
    where
        T: Clone,
    {
        self.fetched.get()
    }

    /// Changes the newest answer in place: what the backend has just said about one of its rows.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.fetched.try_update(|it| {
            if let Fetched::Ready(value) = it {
                change(value);
            }
        });
    }
}

//! Reading: what a page shows of the backend, with every state it can be in.
//!
//! An own type instead of `LocalResource`, because a late answer must never overwrite a newer one and leaving a page
//! must abort its reads (`security.md` R6).

use std::{cell::RefCell, future::Future, pin::Pin, rc::Rc};

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

/// Puts an answer where its query keeps it.
type Deliver = Box<dyn FnOnce()>;
type Fetch = Rc<dyn Fn() -> Pin<Box<dyn Future<Output = Result<Deliver, ApiError>>>>>;

/// How far it got, without what was read: all queries share the code behind it.
#[derive(Clone)]
enum Progress {
    Pending,
    Ready,
    Failed(ApiError),
}

/// A read that can be repeated.
pub struct Query<T: 'static> {
    value: StoredValue<Option<T>, LocalStorage>,
    progress: RwSignal<Progress>,
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
        let value = StoredValue::new_local(None);
        let fetch: Fetch = Rc::new(move || {
            let answer = fetch();
            Box::pin(async move {
                let answer = answer.await?;
                let deliver: Deliver = Box::new(move || _ = value.try_set_value(Some(answer)));
                Ok(deliver)
            })
        });
        let (progress, again) = (RwSignal::new(Progress::Pending), Trigger::new());
        read(fetch, progress, again, Session::here());
        Self { value, progress, again }
    }

    /// Reads anew; what is on screen stays meanwhile.
    pub fn refetch(self) {
        self.again.notify();
    }

    /// Reads anew and shows that it does.
    pub fn retry(self) {
        self.progress.set(Progress::Pending);
        self.again.notify();
    }

    /// How far it got; reactive.
    pub fn fetched(self) -> Fetched<T>
    where
        T: Clone,
    {
        match self.progress.get() {
            Progress::Pending => Fetched::Pending,
            Progress::Ready => self.value.get_value().map_or(Fetched::Pending, Fetched::Ready),
            Progress::Failed(error) => Fetched::Failed(error),
        }
    }

    /// Changes the newest answer in place: what the backend has just said about one of its rows.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if self.value.try_update_value(|it| it.as_mut().map(change)).flatten().is_some() {
            self.progress.try_set(Progress::Ready);
        }
    }
}

/// Reads whenever something asks for it; a newer read ends the older one, and so does the end of the page.
fn read(fetch: Fetch, progress: RwSignal<Progress>, again: Trigger, session: Session) {
    let running = StoredValue::new_local(None::<AbortHandle>);
    let stop = move || {
        if let Some(Some(handle)) = running.try_update_value(Option::take) {
            handle.abort();
        }
    };
    Effect::new(move |_| {
        again.track();
        stop();
        // Started here, so that the signals it reads are followed.
        let first = RefCell::new(Some(fetch()));
        let fetch = fetch.clone();
        let (work, handle) = abortable(session.guarded(move || {
            let started = first.borrow_mut().take();
            started.unwrap_or_else(|| untrack(|| fetch()))
        }));
        running.set_value(Some(handle));
        spawn_local(async move {
            let reached = match work.await {
                Ok(Ok(deliver)) => {
                    deliver();
                    Progress::Ready
                }
                Ok(Err(error)) => Progress::Failed(error),
                Err(_aborted) => return,
            };
            progress.try_set(reached);
        });
    });
    on_cleanup(stop);
}

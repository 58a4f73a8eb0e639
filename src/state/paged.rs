//! A searched list that comes page by page.

use std::{future::Future, pin::Pin, rc::Rc};

use leptos::{prelude::*, task::spawn_local};
use portal_contract::page::Page;

use super::{messages::Messages, query::Query, session::Session};
use crate::{api::error::ApiError, i18n::problem::sentence, view::Reading};

type Answer<T> = Pin<Box<dyn Future<Output = Result<Page<T>, ApiError>>>>;
type Fetch<T> = Rc<dyn Fn(String, Option<String>) -> Answer<T>>;

/// The list: its first page as a query, and all rows so far.
pub struct Paged<T: 'static> {
    /// The first page of what is searched for now; its content is in `rows`.
    pub first: Query<()>,
    /// The rows so far.
    pub rows: RwSignal<Vec<T>, LocalStorage>,
    next: RwSignal<Option<String>>,
    pending: RwSignal<bool>,
    q: RwSignal<String>,
    fetch: StoredValue<Fetch<T>, LocalStorage>,
    session: Session,
    messages: Messages,
}

impl<T> Clone for Paged<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Paged<T> {}

impl<T: Clone + 'static> Paged<T> {
    /// Reads the first page now and whenever `q` changes.
    pub fn new<F>(q: RwSignal<String>, fetch: impl Fn(String, Option<String>) -> F + 'static) -> Self
    where
        F: Future<Output = Result<Page<T>, ApiError>> + 'static,
    {
        let fetch: Fetch<T> = Rc::new(move |q, cursor| Box::pin(fetch(q, cursor)));
        let rows = RwSignal::new_local(Vec::new());
        let next = RwSignal::new(None);
        let first_fetch = fetch.clone();
        let first = Query::new(move || {
            let answer = first_fetch(q.get(), None);
            async move {
                let page = answer.await?;
                rows.try_set(page.items);
                next.try_set(page.next_cursor);
                Ok(())
            }
        });
        Self {
            first,
            rows,
            next,
            pending: RwSignal::new(false),
            q,
            fetch: StoredValue::new_local(fetch),
            session: Session::here(),
            messages: Messages::here(),
        }
    }

    /// Whether there are rows beyond these; reactive.
    pub fn has_more(self) -> bool {
        self.next.with(Option::is_some)
    }

    /// Whether the next page is being read; reactive.
    pub fn pending(self) -> Reading<bool> {
        self.pending.into()
    }

    /// Reads the next page.
    pub fn more(self) {
        let (q, cursor) = (self.q.get_untracked(), self.next.get_untracked());
        let Some(fetch) = self.fetch.try_get_value() else {
            return;
        };
        self.pending.set(true);
        spawn_local(async move {
            let outcome = self.session.guarded(|| fetch(q.clone(), cursor.clone())).await;
            self.pending.try_set(false);
            match outcome {
                // Another search began meanwhile: this answer belongs to nobody (R6).
                Ok(_) if self.next.try_get_untracked().flatten() != cursor => {}
                Ok(page) => {
                    self.rows.try_update(|rows| rows.extend(page.items));
                    self.next.try_set(page.next_cursor);
                }
                Err(error) => self.messages.failure(untrack(|| sentence(&error))),
            }
        });
    }
}

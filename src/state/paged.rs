//! A searched list that comes page by page.

use std::{cell::Cell, future::Future, pin::Pin, rc::Rc, time::Duration};

use leptos::{prelude::*, task::spawn_local};
use portal_contract::page::Page;

use super::{messages::Messages, query::Query, session::Session};
use crate::{api::error::ApiError, i18n::problem::sentence, pause, view::Reading};

/// Puts the rows of an answer where the list keeps them.
type Deliver = Box<dyn FnOnce()>;
/// Asks for the page that a cursor names; the first one without.
type Fetch = Rc<dyn Fn(Option<String>) -> Pin<Box<dyn Future<Output = Result<Deliver, ApiError>>>>>;

/// The list: its rows so far, and how they come.
pub struct Paged<T: 'static> {
    /// The rows so far.
    pub rows: RwSignal<Vec<T>, LocalStorage>,
    /// Its pages.
    pub pages: Pages,
}

impl<T> Clone for Paged<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Paged<T> {}

impl<T: 'static> Paged<T> {
    /// Reads the first page now and whenever `q` changes, or another signal that `fetch` reads before its first `await`.
    pub fn new<F>(q: RwSignal<String>, fetch: impl Fn(String, Option<String>) -> F + 'static) -> Self
    where
        F: Future<Output = Result<Page<T>, ApiError>> + 'static,
    {
        let (rows, next) = (RwSignal::new_local(Vec::new()), RwSignal::new(None));
        let searches = Rc::new(Cell::new(0_u32));
        let fetch: Fetch = Rc::new(move |cursor| {
            let first = cursor.is_none();
            if first {
                searches.set(searches.get() + 1);
            }
            let (searches, search) = (Rc::clone(&searches), searches.get());
            let answer = fetch(q.get(), cursor);
            Box::pin(async move {
                let Page { items, next_cursor } = answer.await?;
                // To draw many rows is enough for one task; to read them was another.
                pause::lasting(Duration::ZERO).await;
                let deliver: Deliver = Box::new(move || {
                    // Another search began meanwhile: this answer belongs to nobody (R6).
                    if searches.get() != search {
                        return;
                    }
                    if first {
                        rows.try_set(items);
                    } else {
                        rows.try_update(|rows| rows.extend(items));
                    }
                    next.try_set(next_cursor);
                });
                Ok(deliver)
            })
        });
        Self { rows, pages: Pages::new(fetch, next) }
    }
}

/// The pages of a list, whatever its rows are: all lists share the code behind them.
#[derive(Clone, Copy)]
pub struct Pages {
    /// The first page of what is searched for now; its content is in the list's rows.
    pub first: Query<()>,
    next: RwSignal<Option<String>>,
    pending: RwSignal<bool>,
    fetch: StoredValue<Fetch, LocalStorage>,
    session: Session,
    messages: Messages,
}

impl Pages {
    fn new(fetch: Fetch, next: RwSignal<Option<String>>) -> Self {
        let first_fetch = Rc::clone(&fetch);
        let first = Query::new(move || {
            let answer = first_fetch(None);
            async move {
                answer.await?();
                Ok(())
            }
        });
        Self {
            first,
            next,
            pending: RwSignal::new(false),
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
        let cursor = self.next.get_untracked();
        let Some(fetch) = self.fetch.try_get_value() else {
            return;
        };
        self.pending.set(true);
        spawn_local(async move {
            let outcome = self.session.guarded(|| untrack(|| fetch(cursor.clone()))).await;
            self.pending.try_set(false);
            match outcome {
                Ok(deliver) => deliver(),
                Err(error) => self.messages.failure(untrack(|| sentence(&error))),
            }
        });
    }
}

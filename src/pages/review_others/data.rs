//! What the page reads.

use leptos::prelude::*;
use portal_contract::{
    access_reviews::{AccessReview, ItemFilter, ReviewItem, ReviewKind},
    ids::AccessReviewId,
};

use super::{
    change::{self, Change},
    selection::Selected,
};
use crate::{
    api,
    state::{command::Command, messages::Messages, paged::Paged, query::Query, session::Session},
};

/// The values of the filter, in the order of their words.
pub const FILTERS: [(&str, ItemFilter); 5] = [
    ("all", ItemFilter::All),
    ("undecided", ItemFilter::Undecided),
    ("approved", ItemFilter::Approved),
    ("denied", ItemFilter::Denied),
    ("dont-know", ItemFilter::DontKnow),
];

/// The review.
#[derive(Clone, Copy)]
pub struct Data {
    /// What it is, and how far it got.
    pub review: Query<AccessReview>,
    /// Whether decisions can be taken in it.
    pub runs: RwSignal<bool>,
    /// Whether every decision needs a reason.
    pub reason_required: RwSignal<bool>,
    /// Its id.
    pub id: StoredValue<AccessReviewId>,
    /// How many changes there had been when the rows were read.
    pub seen: StoredValue<u32>,
    /// Whether the next answer about the review tells that anew.
    pub anew: StoredValue<bool>,
    pub session: Session,
    pub messages: Messages,
}

/// The review with its rows.
#[derive(Clone, Copy)]
pub struct Open {
    /// The review.
    pub data: Data,
    /// The people in it.
    pub list: Paged<ReviewItem>,
    /// Counts up when rows leave the list, which is then drawn anew.
    pub drawn: RwSignal<u32>,
    /// What is searched for.
    pub q: RwSignal<String>,
    /// Which rows are looked at.
    pub filter: RwSignal<ItemFilter>,
    /// Which rows are selected.
    pub selected: Selected,
    /// Whether the dialog is open.
    pub asking: RwSignal<bool>,
    /// What it asks about; kept while it closes.
    pub asked: RwSignal<Change>,
    /// Takes a decision back.
    pub undo: Command<Change>,
}

impl Data {
    /// Starts reading.
    pub fn new(id: AccessReviewId) -> Self {
        let (runs, reason_required) = (RwSignal::new(false), RwSignal::new(false));
        let (seen, anew) = (StoredValue::new(0), StoredValue::new(true));
        let stored = StoredValue::new(id.clone());
        let review = Query::new(move || {
            let id = id.clone();
            async move {
                let review = api::access_reviews::get(&id).await?;
                if anew.try_get_value() == Some(true) {
                    anew.try_set_value(false);
                    seen.try_set_value(review.revision);
                }
                reason_required.try_set(review.reason_required);
                let open = !review.finished && review.kind == ReviewKind::Others;
                if runs.try_get_untracked() != Some(open) {
                    runs.try_set(open);
                }
                Ok(review)
            }
        });
        let (session, messages) = (Session::here(), Messages::here());
        Self { review, runs, reason_required, id: stored, seen, anew, session, messages }
    }

    /// Starts reading its rows: the first page, and the others behind it.
    pub fn open(self) -> Open {
        let (q, filter, selected) = (RwSignal::new(String::new()), RwSignal::new(ItemFilter::All), Selected::new());
        let list = Paged::new(q, move |q, cursor| {
            let (id, filter) = (self.id.get_value(), filter.get());
            async move { api::access_reviews::items(&id, filter, &q, cursor.as_deref()).await }
        });
        // A selection is of what is looked at.
        Effect::new(move |_| {
            q.track();
            filter.track();
            selected.set_all(false);
        });
        let rows = list.rows;
        Effect::new(move |before: Option<usize>| {
            let count = rows.with(Vec::len);
            // One that failed is asked for by a button.
            if before != Some(count) && untrack(|| list.pages.has_more()) {
                list.pages.more();
            }
            count
        });
        let (drawn, asking, asked) = (RwSignal::new(0), RwSignal::new(false), RwSignal::new(Change::default()));
        let undo = change::undo(self, list, drawn, filter);
        Open { data: self, list, drawn, q, filter, selected, asking, asked, undo }
    }
}

impl Open {
    /// How many rows are selected; reactive.
    pub fn count(self) -> usize {
        self.selected.count(self.list.rows.with(Vec::len))
    }
}

//! A list without rows: what it means, and what brings rows.

use leptos::prelude::*;

use crate::{
    i18n::{Sentence, Words},
    view::{Built, said, view},
};

/// Nothing there, or nothing found.
#[component]
pub fn Empty(
    /// What is not there.
    title: Words,
    /// When it would be.
    note: Words,
    /// What was searched for.
    #[prop(optional, into)]
    q: String,
    /// Says that nothing matches what was searched for.
    #[prop(optional)]
    nothing_found: Option<Sentence>,
) -> Built {
    match nothing_found.filter(|_| !q.is_empty()) {
        Some(words) => view! { <p class="empty" role="status">{said(move || words()(&q))}</p> },
        None => view! {
            <p class="empty">
                <strong>{title}</strong>
                <br />
                {note}
            </p>
        },
    }
}

//! The four states of a read: waiting (after 300 ms a skeleton, after 5 s a word), failed, and the content; what is
//! empty, the content says itself.

use std::time::Duration;

use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{notice::Notice, page::keep_focus, scoped};
use crate::{
    api::error::ApiError,
    state::query::{Fetched, Query},
    t,
    view::{Built, live, view},
};

/// What a query has to show.
#[component]
pub fn Loaded<T: Clone + 'static>(
    /// What is read.
    query: Query<T>,
    /// How many rows the skeleton has, so that nothing jumps when the content comes.
    #[prop(default = 3)]
    rows: usize,
    /// Draws the answer.
    content: impl Fn(T) -> Built + Send + Sync + 'static,
) -> Built {
    let shown = StoredValue::new(false);
    live(move || match query.fetched() {
        Fetched::Pending => view! { <Skeleton rows /> },
        Fetched::Failed(error) => view! { <Failed error retry=move |()| query.retry() /> },
        Fetched::Ready(value) => {
            if shown.get_value() {
                // Newer content may have replaced the control that had the focus.
                request_animation_frame(keep_focus);
            }
            shown.set_value(true);
            untrack(|| content(value))
        }
    })
}

#[component]
fn Skeleton(rows: usize) -> Built {
    let scope = style_sheet!("src/components/loaded/loaded.css");
    let slow = RwSignal::new(false);
    let timer = set_timeout_with_handle(move || _ = slow.try_set(true), Duration::from_secs(5)).ok();
    on_cleanup(move || {
        if let Some(timer) = timer {
            timer.clear();
        }
    });
    view! {
        <div class=scoped("skeleton", scope) aria-busy="true">
            <p class="meta" role="status">
                {live(move || if slow.get() { t!(common.still_loading)() } else { "" })}
            </p>
            <span class="visually-hidden">{t!(common.loading)}</span>
            {(0..rows).map(|_| view! { <div class="bone"></div> }).collect::<Vec<_>>()}
        </div>
    }
}

#[component]
fn Failed(error: ApiError, #[prop(into)] retry: Callback<()>) -> Built {
    view! {
        <div class="card">
            <h2>{t!(error.title)}</h2>
            <Notice error=move || Some(error.clone()) explain=None />
            <button type="button" class="button" data-kind="primary" on:click=move |_| retry.run(())>
                {t!(common.try_again)}
            </button>
        </div>
    }
}

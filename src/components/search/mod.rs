//! A search box that answers while one types, a moment after the last keystroke.

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::{
    i18n::Words,
    view::{Built, view},
};

/// A search box.
#[component]
pub fn Search(
    /// Its label.
    label: Words,
    /// What is searched for.
    q: RwSignal<String>,
) -> Built {
    let waiting = StoredValue::new_local(None::<TimeoutHandle>);
    let typed = move |event| {
        if let Some(Some(timer)) = waiting.try_get_value() {
            timer.clear();
        }
        let text = event_target_value(&event).trim().to_owned();
        let later = set_timeout_with_handle(move || _ = q.try_set(text), std::time::Duration::from_millis(200));
        waiting.set_value(later.ok());
    };
    view! {
        <search class="search">
            <label for="q">{label}</label>
            <input id="q" type="search" maxlength="100" autocomplete="off" on:input=typed />
        </search>
    }
}

//! A labelled choice of one among some, on the platform's own `select`.

use leptos::prelude::*;

use super::scope;
use crate::{
    components::scoped,
    i18n::Words,
    view::{Built, Reading, live, view},
};

/// A choice with its label and a hint.
#[component]
pub fn Select(
    /// Its name in the form and the stem of its ids.
    name: &'static str,
    /// Its label.
    label: Words,
    /// What helps to choose; may be empty.
    #[prop(into)]
    hint: Reading<String>,
    /// The values.
    options: Vec<String>,
    /// What a value is called; follows the language.
    called: fn(&str) -> String,
    /// The value that is chosen.
    #[prop(into)]
    value: Reading<String>,
    /// Another value was chosen.
    #[prop(into)]
    chosen: Callback<String>,
) -> Built {
    let hint_id = format!("{name}-hint");
    // All anew in another language: some lists have hundreds.
    let options = move || {
        let value = untrack(|| value.get());
        let option = |it: &String| view! { <option value=it.clone() selected=*it == value>{called(it)}</option> };
        options.iter().map(option).collect::<Vec<_>>()
    };
    view! {
        <div class=scoped("field", scope())>
            <label for=name>{label}</label>
            <select
                id=name
                name=name
                autocomplete="off"
                aria-describedby=hint_id.clone()
                on:change=move |event| chosen.run(event_target_value(&event))
            >
                {live(options)}
            </select>
            <p class="meta" id=hint_id>{hint}</p>
        </div>
    }
}

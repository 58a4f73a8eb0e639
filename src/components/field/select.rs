//! A labelled choice of one among some, on the platform's own `select`.

use leptos::prelude::*;

use super::scope;
use crate::{
    components::scoped,
    i18n::Words,
    view::{Built, Reading, said, view},
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
    /// Values and what they are called.
    options: Vec<(String, Reading<String>)>,
    /// The value that is chosen at first.
    value: String,
    /// Another value was chosen.
    #[prop(into)]
    chosen: Callback<String>,
) -> Built {
    let hint_id = format!("{name}-hint");
    let options = options.into_iter().map(|(option, label)| {
        let selected = option == value;
        view! { <option value=option selected=selected>{said(move || label.get())}</option> }
    });
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
                {options.collect::<Vec<_>>()}
            </select>
            <p class="meta" id=hint_id>{hint}</p>
        </div>
    }
}

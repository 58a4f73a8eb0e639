//! A labelled field for some sentences.

use leptos::prelude::*;

use super::scope;
use crate::{
    components::scoped,
    i18n::Words,
    view::{Built, Reading, view},
};

/// A text with its label, hint and message. What is typed lives in the element.
#[component]
pub fn TextArea(
    /// Its name in the form and the stem of its ids.
    name: &'static str,
    /// Its label.
    label: Words,
    /// What helps to fill it in.
    #[prop(into)]
    hint: Reading<String>,
    /// What is wrong with what was entered.
    #[prop(into)]
    error: Reading<Option<String>>,
    /// What it starts with.
    #[prop(optional, into)]
    value: String,
    /// Whether it may not stay empty.
    #[prop(default = true)]
    required: bool,
    /// Takes the focus where its dialog opens.
    #[prop(default = true)]
    autofocus: bool,
) -> Built {
    let (hint_id, error_id) = (format!("{name}-hint"), format!("{name}-error"));
    let described = format!("{hint_id} {error_id}");
    view! {
        <div class=scoped("field", scope())>
            <label for=name>{label}</label>
            <p class="meta" id=hint_id>{hint}</p>
            <textarea
                id=name
                name=name
                rows="4"
                autocomplete="off"
                autofocus=autofocus
                aria-required=required.then_some("true")
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=described
            >
                {value}
            </textarea>
            <p class="error" id=error_id>{error}</p>
        </div>
    }
}

//! A labelled input. Uncontrolled: what is typed lives in the element and survives everything but leaving the page.

pub mod select;
pub mod text_area;

use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::scoped;

use crate::{
    i18n::Words,
    view::{Built, Reading, view},
};

/// The scope of the sheet that every kind of field wears.
pub fn scope() -> &'static str {
    let scope = style_sheet!("src/components/field/field.css");
    scope
}

/// An input with its label, hint and message.
#[component]
pub fn Field(
    /// Its name in the form and the stem of its ids.
    name: &'static str,
    /// Another stem, where a second form on screen has a field of that name.
    #[prop(default = name)]
    id: &'static str,
    /// Its label.
    label: Words,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Option<Reading<String>>,
    /// What is wrong with what was entered.
    #[prop(into)]
    error: Reading<Option<String>>,
    /// `text`, `password`…
    #[prop(default = "text")]
    input_type: &'static str,
    /// What a password manager should offer (WCAG 1.3.5, 3.3.8).
    autocomplete: &'static str,
    /// `numeric` for codes.
    #[prop(default = "text")]
    inputmode: &'static str,
    /// What it starts with.
    #[prop(optional, into)]
    value: String,
    /// Shown, not to be changed.
    #[prop(default = false)]
    readonly: bool,
    /// Takes the focus where its dialog opens.
    #[prop(default = false)]
    autofocus: bool,
) -> Built {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || match (error.get().is_some(), hint.is_some()) {
            (true, _) => Some(error_id.clone()),
            (false, true) => Some(hint_id.clone()),
            (false, false) => None,
        }
    };
    view! {
        <div class=scoped("field", scope())>
            <label for=id>{label}</label>
            {hint.map(|hint| view! { <p class="meta" id=hint_id>{hint}</p> })}
            <input
                id=id
                name=name
                type=input_type
                value=value
                autocomplete=autocomplete
                inputmode=inputmode
                autocapitalize="none"
                spellcheck="false"
                readonly=readonly
                autofocus=autofocus
                aria-required="true"
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=described
            />
            <p class="error" id=error_id>{error}</p>
        </div>
    }
}

//! A button whose words say the result; while its command runs it says so and cannot fire twice (R4).

use leptos::prelude::*;

use super::offered::instead;
use crate::{
    i18n::Words,
    view::{Built, Reading, said, view},
};

/// A button.
#[component]
pub fn Button(
    /// `primary`, `danger`, `quiet` or `plain`.
    #[prop(default = "plain")]
    kind: &'static str,
    /// `submit` inside forms.
    #[prop(default = "button")]
    button_type: &'static str,
    /// What it says.
    #[prop(into)]
    label: Reading<String>,
    /// What it says while pending.
    #[prop(optional)]
    busy: Option<Words>,
    /// Whether its command runs.
    #[prop(default = Reading::from(false), into)]
    pending: Reading<bool>,
    /// Whether it cannot be used for another reason, such as being offline.
    #[prop(default = Reading::from(false), into)]
    disabled: Reading<bool>,
    /// A longer name for screen readers, beginning with the label, where a page has several alike.
    #[prop(optional, into)]
    name: Option<Reading<String>>,
    /// The operation that it is for, if a backend may not have it: then the way to the platform's page, or nothing.
    #[prop(default = "")]
    operation: &'static str,
    /// What it does.
    #[prop(default = Callback::new(|()| ()), into)]
    press: Callback<()>,
) -> Built {
    if !operation.is_empty()
        && let Some(instead) = instead(operation, label)
    {
        return instead;
    }
    let off = move || pending.get() || disabled.get();
    let words = move || match busy {
        Some(busy) if pending.get() => busy().to_owned(),
        _ => label.get(),
    };
    view! {
        <button
            type=button_type
            class="button"
            data-kind=kind
            aria-disabled=move || off().then_some("true")
            aria-label=move || name.filter(|_| !pending.get()).map(|it| it.get())
            on:click=move |event| {
                if off() {
                    event.prevent_default();
                } else {
                    press.run(());
                }
            }
        >
            {said(words)}
        </button>
    }
}

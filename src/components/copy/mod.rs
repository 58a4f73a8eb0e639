//! Puts a text on the clipboard and says so in place, because a dialog hides the messages of the page.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen_futures::JsFuture;

use super::button::Button;
use crate::{
    i18n::text,
    view::{Built, Reading, said, view},
};

/// A **Copy** button.
#[component]
pub fn Copy(
    /// What is copied.
    value: String,
    /// A longer name for screen readers, beginning with the label.
    #[prop(into)]
    name: Reading<String>,
) -> Built {
    let copied = RwSignal::new(None::<bool>);
    let press = move |()| {
        let written = window().navigator().clipboard().write_text(&value);
        spawn_local(async move {
            // The browser may forbid it.
            let done = JsFuture::from(written).await.is_ok();
            copied.try_set(Some(done));
        });
    };
    let outcome = move || match copied.get() {
        None => "",
        Some(true) => text().common().copied,
        Some(false) => text().common().not_copied,
    };
    view! {
        <Button label=crate::t!(common.copy) name press />
        <span class="meta" role="status">{said(move || outcome().to_owned())}</span>
    }
}

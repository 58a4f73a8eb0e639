//! A modal dialog on the platform's own `<dialog>`: focus stays inside, Escape closes, focus returns to where it was.

use leptos::{ev, html, prelude::*};
use stylers_macro::style_sheet;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::scoped;

use crate::view::{Built, Reading, live, view};

/// A dialog. Its content is made anew each time it opens.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Reading<bool>,
    /// Its heading.
    #[prop(into)]
    title: Reading<String>,
    /// The person pressed Escape.
    #[prop(into)]
    close: Callback<()>,
    /// Its content below the heading. The element with `autofocus` gets the focus.
    #[prop(into)]
    content: Callback<(), Built>,
) -> Built {
    let scope = style_sheet!("src/components/dialog/dialog.css");
    let element = NodeRef::<html::Dialog>::new();
    let opener = StoredValue::new_local(None::<HtmlElement>);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        if open.get() {
            opener.set_value(document().active_element().and_then(|it| it.dyn_into().ok()));
            if !element.open() {
                // Fails only for a dialog that is open already.
                let _ = element.show_modal();
            }
        } else if element.open() {
            element.close();
            // After this change is drawn: the opener may go with its row.
            request_animation_frame(move || return_focus(opener.try_get_value().flatten()));
        }
    });
    view! {
        <dialog
            node_ref=element
            class=scoped("dialog", scope)
            aria-label=title
            on:cancel=move |event: ev::Event| {
                event.prevent_default();
                close.run(());
            }
        >
            {live(move || open.get().then(|| view! { <h2>{title}</h2> {content.run(())} }))}
        </dialog>
    }
}

/// Back to the control that opened the dialog; to the page's heading where that control has gone with its row.
fn return_focus(opener: Option<HtmlElement>) {
    let target = opener
        .filter(|it| it.is_connected() && it.tag_name() != "BODY")
        .or_else(|| document().query_selector("h1").ok()??.dyn_into().ok());
    if let Some(target) = target {
        // Focusing an element that cannot take it does nothing.
        let _ = target.focus();
    }
}

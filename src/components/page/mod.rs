//! What every page begins with: title, one sentence that says what it is for; and the focus after navigation.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

use crate::{
    deployment,
    i18n::{Words, text},
    routes,
    view::{Built, Reading, view},
};

/// Whether a page was shown before: the first one must not steal the focus from the browser.
static NAVIGATED: AtomicBool = AtomicBool::new(false);

/// A page's heading and introduction; also the document's title.
#[component]
pub fn PageHeader(
    /// The page's name.
    title: Words,
    /// What the page is for.
    #[prop(into)]
    intro: Reading<String>,
) -> Built {
    let heading = NodeRef::<html::H1>::new();
    // Asked for once: a page stands at one address.
    let my_apps = window().location().pathname().is_ok_and(|it| routes::in_my_apps(&deployment::path(&it)));
    Effect::new(move |_| {
        let words = text().shell();
        let portal = if my_apps { words.my_apps } else { words.my_account };
        let product = deployment::product().map(|it| format!(" · {it}")).unwrap_or_default();
        document().set_title(&format!("{} · {portal}{product}", title()));
    });
    heading.on_load(move |heading| {
        if NAVIGATED.swap(true, Ordering::Relaxed) {
            request_animation_frame(move || {
                // A heading with `tabindex` takes the focus; if it has gone, nobody needs it any more.
                let calm = web_sys::FocusOptions::new();
                calm.set_prevent_scroll(true);
                let _ = heading.focus_with_options(&calm);
            });
        }
    });
    view! {
        <header class="page-header">
            <h1 node_ref=heading tabindex="-1">{title}</h1>
            <p>{intro}</p>
        </header>
    }
}

/// Where the control that had the focus has gone: the focus goes to the page's heading, not to nowhere.
pub fn keep_focus() {
    let lost = document().active_element().is_none_or(|it| it.tag_name() == "BODY");
    let heading =
        document().query_selector("h1").ok().flatten().and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(heading) = heading.filter(|_| lost) {
        // A heading with `tabindex` always takes the focus.
        let _ = heading.focus();
    }
}

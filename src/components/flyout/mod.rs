//! A button that opens something below it.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

use super::icon::Icon;
use crate::view::{Built, Children, Reading, live, view};

/// The button; what it opens closes on Escape, on a click outside and on a choice.
#[component]
pub fn Flyout(
    /// What the button shows.
    icon: Option<&'static str>,
    /// What it is called.
    #[prop(into)]
    label: Reading<String>,
    /// What the button shows instead of an icon.
    #[prop(optional)]
    face: Option<Built>,
    /// What it opens.
    children: Children,
) -> Built {
    let element = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(element) = element.get_untracked() {
            element.set_open(false);
        }
    };
    // What it opens is made when it is opened: a list has one in each row.
    let (clicked, mut children) = (RwSignal::new(false), Some(children));
    // Once is enough: each click says that there was one.
    let opened = Memo::new(move |_| clicked.get());
    let content = move || {
        let children = opened.get().then(|| children.take()).flatten()?;
        let outside = window_event_listener(ev::click, move |event| {
            let target = event.target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
            if element.get_untracked().is_some_and(|it| !it.contains(target.as_ref())) {
                close();
            }
        });
        on_cleanup(move || outside.remove());
        Some(untrack(children))
    };
    let close_and_return = move || {
        close();
        let summary = element.get_untracked().and_then(|it| it.query_selector("summary").ok()?);
        if let Some(summary) = summary.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A summary always takes the focus.
            let _ = summary.focus();
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close_and_return();
        }
    };
    let chosen = move |event: ev::MouseEvent| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|it| it.closest(".choice").is_ok_and(|it| it.is_some())) {
            close_and_return();
        }
    };
    view! {
        <details class="flyout" node_ref=element on:keydown=key>
            <summary class="icon-button" aria-label=label title=label on:click=move |_| clicked.set(true)>
                {icon.map(|path| view! { <Icon path /> })}
                {face}
            </summary>
            <div class="panel" on:click=chosen>{live(content)}</div>
        </details>
    }
}

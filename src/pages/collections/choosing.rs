//! The apps to choose from, and the chosen ones in their order.

use leptos::{ev, prelude::*};
use portal_contract::collections::CollectedApp;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{
    editor::{Editor, box_of},
    names::in_language,
};
use crate::{
    components::{
        empty::Empty,
        icon::{CLOSE, Icon},
        loaded::Loaded,
        search::Search,
        show_more::ShowMore,
        windowed::{Cut, windowed},
    },
    i18n::{Sentence, text},
    t,
    view::{Built, Reading, live, said, view},
};

/// One below the other.
const CUT: Cut = Cut { class: "choices", rows: 20, height: 20 * 44 };

/// The person's apps, each with a box, searched on the server and paged.
#[component]
pub fn Choose(
    /// What is made or changed.
    editor: Editor,
) -> Built {
    let rows = editor.found.rows;
    let nothing_found: Sentence = || text().collections().nothing_found;
    let empty = move || {
        view! {
            <Empty title=t!(collections.no_apps) note=t!(collections.no_apps_note) q=editor.q.get() nothing_found />
        }
    };
    let content = move |()| {
        view! {
            {windowed(rows, CUT, move |app| option(app, editor))}
            {live(move || rows.with(Vec::is_empty).then(empty))}
            <ShowMore pages=editor.found.pages />
        }
    };
    // Enter in the search, or on a box, is not meant for the form.
    let key = |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && event.target().is_some_and(|it| it.has_type::<HtmlInputElement>()) {
            event.prevent_default();
        }
    };
    view! {
        <section class="card" aria-labelledby="choose" on:keydown=key>
            <h2 id="choose">{t!(collections.choose)}</h2>
            <Search label=t!(collections.search) q=editor.q />
            <Loaded query=editor.found.pages.first rows=4 content />
        </section>
    }
}

fn option(app: CollectedApp, editor: Editor) -> Built {
    let ticked = editor.chosen.now().contains(&app.id.0);
    let (name, texts) = (app.display_name.clone(), app.texts.clone());
    let id = box_of(&app.id.0);
    view! {
        <li>
            <label class="choice">
                <input
                    type="checkbox"
                    id=id
                    checked=ticked
                    on:change=move |event| editor.choose(&app, event_target_checked(&event))
                />
                <span>{said(move || in_language(&texts, &name))}</span>
            </label>
        </li>
    }
}

/// The chosen apps in their order.
#[component]
pub fn Chosen(
    /// What is made or changed.
    editor: Editor,
) -> Built {
    let row = move |key: String| {
        let named = key.clone();
        let name = Reading::new(move || editor.called(&named));
        let steps = editor.chosen.steps(&key);
        view! {
            {editor.chosen.grip()}
            <span class="who">{name}</span>
            <div class="steps">
                {steps}
                <button
                    type="button"
                    class="icon-button"
                    data-act="remove"
                    title=t!(collections.remove)
                    aria-label=move || (text().collections().remove_name)(&name.get())
                    on:click=move |_| editor.take_out(&key)
                >
                    <Icon path=CLOSE />
                </button>
            </div>
        }
    };
    let none = move || editor.chosen.with(Vec::is_empty);
    view! {
        <section class="card" aria-labelledby="chosen">
            <h2 id="chosen">{t!(collections.chosen)}</h2>
            {editor.chosen.list(row)}
            {live(move || none().then(|| {
                view! { <Empty title=t!(collections.none_chosen) note=t!(collections.none_chosen_note) /> }
            }))}
        </section>
    }
}

//! The rows, as a table of which the pieces near the screen are drawn; and its keys.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use super::{data::Open, rows::row};
use crate::{
    components::{
        empty::Empty,
        loaded::Loaded,
        show_more::ShowMore,
        windowed::{Cut, windowed_table},
    },
    i18n::{Sentence, text},
    t,
    view::{Built, live, view},
};

const CUT: Cut = Cut { class: "people", rows: 20, height: 20 * 92 };

/// The table.
#[component]
pub fn List(data: Open) -> Built {
    let rows = data.list.rows;
    let none = Memo::new(move |_| rows.with(Vec::is_empty));
    let nothing_found: Sentence = || text().review_others().nothing_found;
    let content = move |()| {
        let table = move || {
            data.drawn.track();
            untrack(|| windowed_table(rows, CUT, move |item| row(item, data)))
        };
        let count = move || (rows.with(Vec::len) + 1).to_string();
        view! {
            <div
                class="table"
                role="table"
                aria-label=t!(review_others.people)
                aria-rowcount=count
                hidden=move || none.get()
                on:click=move |event| clicked(data, &event)
                on:keydown=move |event| pressed(data, &event)
            >
                <div role="rowgroup" class="head">
                    <div role="row" aria-rowindex="1">
                        <span role="columnheader">
                            <span class="visually-hidden">{t!(review_others.selection)}</span>
                        </span>
                        <span role="columnheader">{t!(review_others.person)}</span>
                        <span role="columnheader">{t!(review_others.recommendation)}</span>
                        <span role="columnheader">{t!(review_others.decision)}</span>
                    </div>
                </div>
                {live(table)}
            </div>
            {live(move || {
                none.get()
                    .then(|| {
                        view! {
                            <Empty
                                title=t!(review_others.nobody)
                                note=t!(review_others.nobody_note)
                                q=data.q.get()
                                nothing_found
                            />
                        }
                    })
            })}
            <ShowMore pages=data.list.pages />
        }
    };
    view! { <Loaded query=data.list.pages.first rows=6 content /> }
}

/// The number of the row whose box an event is about, and the box.
fn target(event: &web_sys::Event) -> Option<(u32, HtmlInputElement)> {
    let element: HtmlInputElement = event.target()?.dyn_into().ok()?;
    Some((element.value().parse().ok()?, element))
}

/// A box was ticked, by mouse or space bar; with Shift all from the one before.
fn clicked(data: Open, event: &ev::MouseEvent) {
    let Some((number, element)) = target(event) else { return };
    data.selected.choose(number, element.checked(), event.shift_key(), &numbers(data));
}

/// The arrows go from box to box; with Shift they take the selection along.
fn pressed(data: Open, event: &ev::KeyboardEvent) {
    let Some((number, element)) = target(event) else { return };
    let numbers = numbers(data);
    let Ok(place) = numbers.binary_search(&number) else { return };
    let next = match event.key().as_str() {
        "ArrowDown" => numbers.get(place + 1),
        "ArrowUp" => place.checked_sub(1).and_then(|it| numbers.get(it)),
        _ => return,
    };
    event.prevent_default();
    let Some(next) = next else { return };
    if event.shift_key() {
        let selected = element.checked();
        data.selected.choose(number, selected, false, &numbers);
        data.selected.choose(*next, selected, true, &numbers);
    }
    let found = document().get_element_by_id(&format!("person-{next}"));
    if let Some(found) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // A box on screen takes the focus.
        let _ = found.focus();
    }
}

fn numbers(data: Open) -> Vec<u32> {
    data.list.rows.with_untracked(|rows| rows.iter().map(|it| it.number).collect())
}

//! The history: a search, a filter, and rows in pieces of which only those near the screen are drawn.
//!
//! Twenty thousand rows in the page, even skipped by `content-visibility`, would each keep their elements and their
//! followers of the language. So a piece far from the screen keeps only its height, and its rows are made anew when it
//! comes near. Heights are measured, not computed: a row is as high as its words need.

use std::{cell::Cell, rc::Rc, time::Duration};

use leptos::{html, prelude::*};
use portal_contract::sign_ins::SignInEvent;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::{
    data::{FILTERS, SignIns},
    rows::row,
};
use crate::{
    components::{empty::Empty, loaded::Loaded, search::Search, show_more::ShowMore},
    i18n::{Sentence, text},
    t,
    view::{Built, live, view},
};

/// The most rows of one piece: what a slow phone draws between two keystrokes without a pause that one notices.
const PIECE: usize = 8;
/// A row's height in pixels, until it is measured.
const ROW: usize = 82;
/// How far beyond the screen rows are drawn.
const MARGIN: &str = "600px 0px";

type Rows = RwSignal<Vec<SignInEvent>, LocalStorage>;

/// The section.
#[component]
pub fn History(data: SignIns) -> Built {
    let nothing_found: Sentence = || text().sign_ins().nothing_found;
    let options = FILTERS.iter().enumerate().map(|(index, (value, _))| {
        view! { <option value=*value>{live(move || text().sign_ins().filters[index])}</option> }
    });
    let content = move |()| {
        view! {
            {pieces(data.lists.history.rows, 0)}
            {live(move || data.lists.history.rows.with(Vec::is_empty).then(|| view! {
                <Empty title=t!(sign_ins.none) note=t!(sign_ins.none_note) q=data.q.get_untracked() nothing_found />
            }))}
            <ShowMore pages=data.lists.history.pages />
        }
    };
    view! {
        <section aria-labelledby="history">
            <h2 id="history">{t!(sign_ins.history)}</h2>
            <div class="finding">
                <Search label=t!(sign_ins.search) q=data.q />
                <div class="search">
                    <label for="outcome">{t!(sign_ins.filter)}</label>
                    <select id="outcome" on:change=move |event| data.filter.set(event_target_value(&event))>
                        {options.collect::<Vec<_>>()}
                    </select>
                </div>
            </div>
            <Loaded query=data.lists.history.pages.first rows=8 content />
        </section>
    }
}

/// The rows from `start` on, in pieces, and once there are more, those: what is on the page stays when more comes.
fn pieces(rows: Rows, start: usize) -> Built {
    let there = Memo::new(move |_| rows.with(|it| it.len() > start));
    live(move || {
        there.get().then(|| {
            let end = rows.with_untracked(Vec::len);
            let these = (start..end).step_by(PIECE).map(|start| piece(rows, start, end.min(start + PIECE)));
            untrack(|| view! { {these.collect::<Vec<_>>()} {pieces(rows, end)} })
        })
    })
}

fn piece(rows: Rows, start: usize, end: usize) -> Built {
    let element = NodeRef::<html::Div>::new();
    let near = RwSignal::new(start == 0);
    element.on_load(move |element| {
        // The first one always stays, for who reads without scrolling.
        if start > 0 {
            hold(&element, ROW * (end - start));
            watch(element.into(), near);
        }
    });
    let drawn = move || {
        near.get().then(|| {
            let events = rows.with_untracked(|it| it.get(start..end).map(<[_]>::to_vec)).unwrap_or_default();
            view! { <ul class="rows">{events.into_iter().map(row).collect::<Vec<_>>()}</ul> }
        })
    };
    view! { <div node_ref=element>{live(drawn)}</div> }
}

/// Notes whether a piece is near the screen, until the piece goes. One in which somebody is at work stays drawn.
fn watch(element: HtmlElement, near: RwSignal<bool>) {
    let target = element.clone();
    let wanted = Rc::new(Cell::new(false));
    let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let Ok(last) = entries.pop().dyn_into::<IntersectionObserverEntry>() else { return };
        let busy = || element.query_selector(":focus, [open]").is_ok_and(|it| it.is_some());
        wanted.set(last.is_intersecting());
        if wanted.get() {
            let (wanted, element) = (Rc::clone(&wanted), element.clone());
            // Each piece in its turn: several come near at once. Some have gone again by then.
            let draw = move || {
                if wanted.get() {
                    near.try_set(true);
                    hold(&element, 0);
                }
            };
            set_timeout(draw, Duration::ZERO);
        } else if near.try_get_untracked() == Some(true) && !busy() {
            hold(&element, last.bounding_client_rect().height() as usize);
            near.try_set(false);
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    // Refuses only a margin that is none.
    let Ok(observer) = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options) else { return };
    observer.observe(&target);
    let kept = StoredValue::new_local(Some((observer, seen)));
    on_cleanup(move || {
        if let Some(Some((observer, _))) = kept.try_update_value(Option::take) {
            observer.disconnect();
        }
    });
}

/// Keeps the height of a piece without rows.
fn hold(element: &HtmlElement, pixels: usize) {
    // Refuses only what is no property name.
    let _ = element.style().set_property("min-block-size", &format!("{pixels}px"));
}

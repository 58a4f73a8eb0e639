//! A long list in pieces, of which only those near the screen are drawn.
//!
//! Twenty thousand rows in the page, even skipped by `content-visibility`, would each keep their elements and their
//! followers of the language. So a piece far from the screen keeps only its height, and its rows are made anew when it
//! comes near. Heights are measured, not computed: a row is as high as its words need.

use std::{cell::Cell, ops::Range, rc::Rc, time::Duration};

use leptos::{html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use crate::view::{Built, Reading, live, view};

/// How far beyond the screen rows are drawn.
const MARGIN: &str = "600px 0px";

/// Draws the rows of a range.
type Draw = Rc<dyn Fn(Range<usize>) -> Built>;

/// How a list is cut.
#[derive(Clone, Copy)]
pub struct Cut {
    /// The most rows of one piece: what a slow phone draws between two keystrokes without a pause that one notices.
    pub rows: usize,
    /// The height of a piece in pixels, until it is measured.
    pub height: usize,
}

/// The list: so many rows, which may become more; what is on the page then stays.
pub fn windowed(count: Reading<usize>, cut: Cut, draw: impl Fn(Range<usize>) -> Built + 'static) -> Built {
    pieces(count, cut, Rc::new(draw), 0)
}

/// The rows from `start` on, in pieces, and once there are more, those.
fn pieces(count: Reading<usize>, cut: Cut, draw: Draw, start: usize) -> Built {
    let there = Memo::new(move |_| count.get() > start);
    live(move || {
        there.get().then(|| {
            untrack(|| {
                let end = count.get();
                let these = (start..end).step_by(cut.rows).map(|start| {
                    let range = start..end.min(start + cut.rows);
                    piece(cut.height * range.len() / cut.rows, range, Rc::clone(&draw))
                });
                view! { {these.collect::<Vec<_>>()} {pieces(count, cut, Rc::clone(&draw), end)} }
            })
        })
    })
}

fn piece(height: usize, range: Range<usize>, draw: Draw) -> Built {
    let element = NodeRef::<html::Div>::new();
    let first = range.start == 0;
    let near = RwSignal::new(first);
    element.on_load(move |element| {
        // The first one always stays, for who reads without scrolling.
        if !first {
            hold(&element, height);
            watch(element.into(), near);
        }
    });
    view! { <div node_ref=element>{live(move || near.get().then(|| untrack(|| draw(range.clone()))))}</div> }
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

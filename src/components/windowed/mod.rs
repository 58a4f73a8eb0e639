//! A long list in pieces, of which only those near the screen are drawn.
//!
//! Twenty thousand rows in the page, even skipped by `content-visibility`, would each keep their elements and their
//! followers of the language. So a piece far from the screen keeps only its height, and its rows are made anew when it
//! comes near. Heights are measured, not computed: a row is as high as its words need.

mod turns;

use std::{ops::Range, rc::Rc};

use leptos::{html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use self::turns::{For, Turn, leave, queue};
use crate::view::{Built, live, view};

/// How far beyond the screen rows are drawn.
const MARGIN: &str = "600px 0px";

/// Draws a row, if there is one.
type Draw = Rc<dyn Fn(usize) -> Option<Built>>;

/// How a list is cut.
#[derive(Clone, Copy)]
pub struct Cut {
    /// The class of the list that each piece is.
    pub class: &'static str,
    /// The most rows of one piece.
    pub rows: usize,
    /// The height of a piece in pixels, until it is measured.
    pub height: usize,
}

/// The list, which may become longer; what is on the page then stays.
pub fn windowed<T: Clone + 'static>(
    rows: RwSignal<Vec<T>, LocalStorage>,
    cut: Cut,
    row: impl Fn(T) -> Built + 'static,
) -> Built {
    cut_up(rows, Shape { cut, table: false }, row)
}

/// The same as the rows of a table: for inside a `role="table"`.
pub fn windowed_table<T: Clone + 'static>(
    rows: RwSignal<Vec<T>, LocalStorage>,
    cut: Cut,
    row: impl Fn(T) -> Built + 'static,
) -> Built {
    cut_up(rows, Shape { cut, table: true }, row)
}

/// How a list is cut, and what its pieces are.
#[derive(Clone, Copy)]
struct Shape {
    cut: Cut,
    table: bool,
}

fn cut_up<T: Clone + 'static>(
    rows: RwSignal<Vec<T>, LocalStorage>,
    shape: Shape,
    row: impl Fn(T) -> Built + 'static,
) -> Built {
    let count = Memo::new(move |_| rows.with(Vec::len));
    pieces(count, shape, Rc::new(move |index| rows.with(|it| it.get(index).cloned()).map(&row)), 0)
}

/// The rows from `start` on, in pieces, and once there are more, those.
fn pieces(count: Memo<usize>, shape: Shape, draw: Draw, start: usize) -> Built {
    let there = Memo::new(move |_| count.get() > start);
    live(move || {
        there.get().then(|| {
            untrack(|| {
                let end = count.get();
                let these = (start..end)
                    .step_by(shape.cut.rows)
                    .map(|start| piece(shape, start..end.min(start + shape.cut.rows), Rc::clone(&draw)));
                view! { {these.collect::<Vec<_>>()} {pieces(count, shape, Rc::clone(&draw), end)} }
            })
        })
    })
}

fn piece(Shape { cut, table }: Shape, range: Range<usize>, draw: Draw) -> Built {
    let element = NodeRef::<html::Div>::new();
    let first = range.start == 0;
    let near = RwSignal::new(first.then(Turn::now));
    let height = cut.height * range.len() / cut.rows;
    element.on_load(move |element| {
        // The first one always stays, for who reads without scrolling.
        if !first {
            hold(&element, height);
            watch(element.into(), near);
        }
    });
    let content = move || {
        let draw = Rc::clone(&draw);
        // It needs no height of its own any more.
        let done = move || _ = element.get().map(|it| hold(&it, 0));
        let part = |turn| match table {
            true => view! { <div class=cut.class role="rowgroup">{part(range.clone(), turn, draw, done)}</div> },
            false => view! { <ul class=cut.class>{part(range.clone(), turn, draw, done)}</ul> },
        };
        near.get().map(|turn| untrack(|| part(turn)))
    };
    view! { <div node_ref=element>{live(content)}</div> }
}

/// The rows that a turn has the time for, and later the rest.
fn part(range: Range<usize>, now: Turn, draw: Draw, done: impl Fn() + Copy + 'static) -> Built {
    let Range { mut start, end } = range;
    let mut these = Vec::new();
    while start < end && (these.is_empty() || !now.is_over()) {
        these.extend(draw(start));
        start += 1;
    }
    if start == end {
        done();
        return view! { {these} };
    }
    let due = RwSignal::new(None);
    queue(due, For::Drawing);
    let rest = move || due.get().map(|turn| untrack(|| part(start..end, turn, Rc::clone(&draw), done)));
    view! { {these} {live(rest)} }
}

/// Notes whether a piece is near the screen, until the piece goes. One in which somebody is at work stays drawn.
fn watch(element: HtmlElement, near: RwSignal<Option<Turn>>) {
    let target = element.clone();
    let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let Ok(last) = entries.pop().dyn_into::<IntersectionObserverEntry>() else { return };
        let busy = || element.query_selector(":focus, [open]").is_ok_and(|it| it.is_some());
        let drawn = near.try_get_untracked().flatten().is_some();
        // Several come near at once, and some go again before it is their turn.
        match (last.is_intersecting(), drawn) {
            (true, false) => queue(near, For::Drawing),
            (false, false) => _ = leave(near, For::Drawing),
            (false, true) if !busy() => {
                hold(&element, last.bounding_client_rect().height() as usize);
                queue(near, For::Clearing);
            }
            (true, true) if leave(near, For::Clearing) => hold(&element, 0),
            _ => {}
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

//! Rows in the page, and how one passes the others.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Tells rows apart.
pub const KEY: &str = "data-key";
/// On the row that follows the pointer.
pub const DRAGGED: &str = "data-dragged";

/// Which row it is.
pub fn key_of(row: &Element) -> Option<String> {
    row.get_attribute(KEY)
}

/// The row that something is in.
pub fn row_of(it: &Element) -> Option<Element> {
    // Refuses only what is no selector.
    it.closest(&format!("[{KEY}]")).ok()?
}

/// The control that an event is for, and its row.
pub fn parts(event: &Event) -> Option<(Element, Element)> {
    let control: Element = event.current_target()?.dyn_into().ok()?;
    let row = row_of(&control)?;
    Some((control, row))
}

/// Notes whether a row follows the pointer.
pub fn mark(row: &Element, dragged: bool) {
    // Refuses only what is no attribute name.
    let _ = match dragged {
        true => row.set_attribute(DRAGGED, ""),
        false => row.remove_attribute(DRAGGED),
    };
}

/// The row before, or after it.
fn beside(row: &Element, before: bool) -> Option<Element> {
    if before { row.previous_element_sibling() } else { row.next_element_sibling() }
}

/// Lets the row before, or after it, change places with a row that itself is not touched.
pub fn pass(row: &Element, before: bool) {
    let (Some(other), Some(list)) = (beside(row, before), row.parent_element()) else { return };
    // Fails only for what is not in the list.
    let _ = match before {
        true => list.insert_before(&other, row.next_sibling().as_ref()),
        false => list.insert_before(&other, Some(row)),
    };
}

/// Lets a row follow the pointer, whose height on the screen is `y`: it changes places as soon as it is under the pointer
/// then, so that rows of different heights do not jump back. Near the edges of the screen the page scrolls along.
pub fn follow(row: &Element, y: f64) {
    let height = row.get_bounding_client_rect().height();
    while beside(row, true).is_some_and(|it| y < it.get_bounding_client_rect().top() + height) {
        pass(row, true);
    }
    while beside(row, false).is_some_and(|it| y > it.get_bounding_client_rect().bottom() - height) {
        pass(row, false);
    }
    let edge = 72.0;
    let bottom = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(f64::MAX);
    if y < edge {
        window().scroll_by_with_x_and_y(0.0, -edge / 4.0);
    } else if y > bottom - edge {
        window().scroll_by_with_x_and_y(0.0, edge / 4.0);
    }
}

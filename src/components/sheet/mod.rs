//! The sheets of pages: they travel with the page's own file, so that nobody downloads those of pages they do not open.
//!
//! `build.rs` cuts them out of what stylers writes. A sheet made by a script is no inline style: the policy allows it (S11).

use std::cell::RefCell;

use js_sys::{Array, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CssStyleSheet;

use super::scoped;

thread_local! {
    static WORN: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// `page_class!("devices", scope)`: the class attribute of a page's root, whose sheet is in the document from now on.
macro_rules! page_class {
    ($name:literal, $scope:expr) => {
        $crate::components::sheet::class($name, $scope, include_str!(concat!(env!("OUT_DIR"), "/", $name, ".css")))
    };
}
pub(crate) use page_class;

/// What [`page_class!`] calls.
pub fn class(name: &'static str, scope: &str, css: &str) -> String {
    let new = WORN.with_borrow_mut(|worn| {
        let new = !worn.contains(&name);
        if new {
            worn.push(name);
        }
        new
    });
    if new {
        adopt(css);
    }
    scoped(name, scope)
}

fn adopt(css: &str) {
    let Ok(sheet) = CssStyleSheet::new() else { return };
    // Refuses only a sheet that is being loaded.
    let _ = sheet.replace_sync(css);
    let sheets = Reflect::get(&document(), &JsValue::from_str("adoptedStyleSheets"));
    if let Some(sheets) = sheets.ok().and_then(|it| it.dyn_into::<Array>().ok()) {
        sheets.push(&sheet);
    }
}

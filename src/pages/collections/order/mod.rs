//! Rows that the person puts in order: by buttons, or by dragging (WCAG 2.5.7).
//!
//! A row that is moved stays in the page and the others move around it, so that it keeps the focus and the pointer.

mod controls;
mod rows;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use self::rows::{key_of, row_of};

use crate::{
    components::page::keep_focus,
    i18n::{format, text_now},
    view::{Built, Reading, live, view},
};

/// Tells the controls of a row apart.
const ACT: &str = "data-act";

/// The order of some rows, told apart by their keys.
#[derive(Clone, Copy)]
pub struct Order {
    keys: RwSignal<Vec<String>>,
    drawn: Trigger,
    heading: &'static str,
    said: RwSignal<String>,
    called: Callback<String, String>,
    off: Reading<bool>,
    moved: Callback<()>,
}

impl Order {
    /// No rows yet. `heading` is the id of the list's heading; `called` names a row by its key; nothing can be moved while it is `off`; `moved` is run when the person
    /// has put a row somewhere else.
    pub fn new(
        heading: &'static str,
        called: impl Fn(String) -> String + Send + Sync + 'static,
        off: Reading<bool>,
        moved: impl Fn(()) + Send + Sync + 'static,
    ) -> Self {
        Self {
            keys: RwSignal::new(Vec::new()),
            drawn: Trigger::new(),
            heading,
            said: RwSignal::new(String::new()),
            called: Callback::new(called),
            off,
            moved: Callback::new(moved),
        }
    }

    /// Reads the keys in their order; reactive.
    pub fn with<T>(self, read: impl FnOnce(&Vec<String>) -> T) -> T {
        self.keys.with(read)
    }

    /// The keys in their order, asked once; none when the page has gone.
    pub fn now(self) -> Vec<String> {
        self.keys.try_get_untracked().unwrap_or_default()
    }

    /// What a row is called; reactive.
    pub fn called(self, key: &str) -> String {
        self.called.run(key.to_owned())
    }

    /// Other rows, or the same in another order. The focus stays on the same control of the same row; where that has gone,
    /// of the row in its place.
    pub fn put(self, keys: Vec<String>) {
        let focused = document().active_element().and_then(|it| Some((key_of(&row_of(&it)?)?, it.get_attribute(ACT)?)));
        let place = |key: &String| self.keys.with_untracked(|it| it.iter().position(|it| it == key));
        let focused = focused.and_then(|(key, act)| Some((place(&key)?, key, act)));
        self.keys.set(keys);
        self.drawn.notify();
        let Some((place, key, act)) = focused else { return };
        request_animation_frame(move || {
            let keys = self.now();
            let last = || place.min(keys.len().saturating_sub(1));
            let place = keys.iter().position(|it| *it == key).unwrap_or_else(last);
            let row =
                document().get_element_by_id(&list_of(self.heading)).and_then(|it| it.children().item(place as u32));
            let control = row.and_then(|it| it.query_selector(&format!("[{ACT}={act}]")).ok()?);
            if let Some(control) = control.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
                // A button always takes the focus.
                let _ = control.focus();
            }
            keep_focus();
        });
    }

    /// Says something to who does not see the list.
    pub fn say(self, words: String) {
        self.said.set(words);
    }

    /// Says where a row is now.
    pub fn say_place(self, key: &str) {
        let place = self.keys.with_untracked(|it| it.iter().position(|it| it == key).unwrap_or_default() + 1);
        let count = self.keys.with_untracked(Vec::len);
        let [place, count] = [place, count].map(|it| format::number(it as f64));
        self.say((text_now().collections().position)(&untrack(|| self.called(key)), &place, &count));
    }

    /// The list; `row` draws what is in a row.
    pub fn list(self, row: impl Fn(String) -> Built + 'static) -> Built {
        let rows = move || {
            self.drawn.track();
            let keys = self.keys.get_untracked().into_iter();
            keys.map(|key| view! { <li class="row" data-key=key.clone()>{row(key)}</li> }).collect::<Vec<_>>()
        };
        view! {
            <ol class="rows" id=list_of(self.heading) aria-labelledby=self.heading>{live(rows)}</ol>
            <p class="visually-hidden" role="status">{Reading::from(self.said)}</p>
        }
    }

    /// Takes the order over from the page.
    fn settle(self, row: &Element) {
        let mut keys = Vec::new();
        let mut next = row.parent_element().and_then(|it| it.first_element_child());
        while let Some(it) = next {
            keys.extend(key_of(&it));
            next = it.next_element_sibling();
        }
        let Some(key) = key_of(row).filter(|_| self.keys.with_untracked(|it| *it != keys)) else { return };
        self.keys.set(keys);
        self.say_place(&key);
        self.moved.run(());
    }
}

/// The id of the list below a heading.
fn list_of(heading: &str) -> String {
    format!("{heading}-rows")
}

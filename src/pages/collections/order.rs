//! Rows that the person puts in order: by buttons, or by dragging (WCAG 2.5.7).
//!
//! A row that is moved stays in the page and the others move around it, so that it keeps the focus and the pointer.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use crate::{
    components::{
        icon::{DOWN, GRIP, Icon, UP},
        page::keep_focus,
    },
    i18n::{format, text, text_now},
    t,
    view::{Built, Reading, live, view},
};

/// Tells rows apart.
const KEY: &str = "data-key";
/// Tells the controls of a row apart.
const ACT: &str = "data-act";
/// On the row that follows the pointer.
const DRAGGED: &str = "data-dragged";

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

    /// What a row is dragged by.
    pub fn grip(self) -> Built {
        let down = move |event: ev::PointerEvent| {
            let Some((grip, row)) = parts(&event).filter(|_| event.button() == 0 && !untrack(|| self.off.get())) else {
                return;
            };
            event.prevent_default();
            // Fails only for a pointer that has gone again.
            if grip.set_pointer_capture(event.pointer_id()).is_ok() {
                mark(&row, true);
            }
        };
        let over = |event: ev::PointerEvent| {
            if let Some((_, row)) = parts(&event).filter(|it| it.1.has_attribute(DRAGGED)) {
                follow(&row, f64::from(event.client_y()));
            }
        };
        let up = move |event: ev::PointerEvent| {
            if let Some((_, row)) = parts(&event) {
                mark(&row, false);
                self.settle(&row);
            }
        };
        view! {
            <span
                class="grip"
                aria-hidden="true"
                title=t!(collections.drag)
                on:pointerdown=down
                on:pointermove=over
                on:lostpointercapture=up
            >
                <Icon path=GRIP />
            </span>
        }
    }

    /// **Move up** and **Move down**, which stay there at the ends, so that who presses them keeps the focus.
    pub fn steps(self, key: &str) -> Built {
        let step = move |up: bool| {
            let (named, key) = (key.to_owned(), key.to_owned());
            let end = move || {
                let end = self.keys.with(|it| if up { it.first() == Some(&key) } else { it.last() == Some(&key) });
                end || self.off.get()
            };
            let at_end = Reading::new(end);
            let label = move || {
                let words = text().collections();
                (if up { words.move_up_name } else { words.move_down_name })(&self.called(&named))
            };
            let press = move |event: ev::MouseEvent| {
                let Some((_, row)) = parts(&event).filter(|_| !untrack(|| at_end.get())) else { return };
                pass(&row, up);
                self.settle(&row);
            };
            view! {
                <button
                    type="button"
                    class="icon-button"
                    data-act=if up { "up" } else { "down" }
                    aria-disabled=move || at_end.get().then_some("true")
                    aria-label=label
                    title=if up { t!(collections.move_up) } else { t!(collections.move_down) }
                    on:click=press
                >
                    <Icon path=if up { UP } else { DOWN } />
                </button>
            }
        };
        view! {
            {step(true)}
            {step(false)}
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

fn key_of(row: &Element) -> Option<String> {
    row.get_attribute(KEY)
}

/// The row that something is in.
fn row_of(it: &Element) -> Option<Element> {
    // Refuses only what is no selector.
    it.closest(&format!("[{KEY}]")).ok()?
}

/// The control that an event is for, and its row.
fn parts(event: &Event) -> Option<(Element, Element)> {
    let control: Element = event.current_target()?.dyn_into().ok()?;
    let row = row_of(&control)?;
    Some((control, row))
}

fn mark(row: &Element, dragged: bool) {
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
fn pass(row: &Element, before: bool) {
    let (Some(other), Some(list)) = (beside(row, before), row.parent_element()) else { return };
    // Fails only for what is not in the list.
    let _ = match before {
        true => list.insert_before(&other, row.next_sibling().as_ref()),
        false => list.insert_before(&other, Some(row)),
    };
}

/// Lets a row follow the pointer, whose height on the screen is `y`: it changes places as soon as it is under the pointer
/// then, so that rows of different heights do not jump back. Near the edges of the screen the page scrolls along.
fn follow(row: &Element, y: f64) {
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

//! What every form does: it is sent once, an empty field is said before anything is sent, a refused field is said where
//! it is, the first of them gets the focus, and what was typed stays.

use std::future::Future;

use leptos::{ev, html, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlElement, HtmlFormElement};

use crate::{
    api::{error::ApiError, key::Key},
    i18n::{Words, problem::field_sentence},
    view::Reading,
};

const REFUSED: &str = "[aria-invalid]";

/// A form on screen. Its inputs keep what is typed; this keeps what became of it.
#[derive(Clone, Copy)]
pub struct Form {
    /// The element; for `node_ref`.
    pub element: NodeRef<html::Form>,
    /// Whether an answer is awaited.
    pub pending: RwSignal<bool>,
    /// Why the last try failed.
    pub error: RwSignal<Option<ApiError>>,
    empty: RwSignal<Vec<&'static str>>,
    sent: StoredValue<Option<(String, Key)>>,
}

impl Form {
    /// Nothing sent yet.
    pub fn new() -> Self {
        Self {
            element: NodeRef::new(),
            pending: RwSignal::new(false),
            error: RwSignal::new(None),
            empty: RwSignal::new(Vec::new()),
            sent: StoredValue::new(None),
        }
    }

    /// Takes over from the browser. What was entered into the named fields, in their order; nothing where one of them is
    /// empty, which is then said, or where an answer is still awaited.
    pub fn submitted<const N: usize>(self, event: &ev::SubmitEvent, names: [&'static str; N]) -> Option<[String; N]> {
        self.checked(event, &names).map(|form| names.map(|name| entered(&form, name)))
    }

    /// Apart from [`Form::submitted`], so that it is there once and not for every number of fields.
    fn checked(self, event: &ev::SubmitEvent, names: &[&'static str]) -> Option<HtmlFormElement> {
        event.prevent_default();
        let form = self.element.get_untracked().filter(|_| !self.pending.get_untracked())?;
        self.error.set(None);
        let empty: Vec<_> = names.iter().copied().filter(|name| entered(&form, name).trim().is_empty()).collect();
        let complete = empty.is_empty();
        self.empty.set(empty);
        if !complete {
            focus_first(form.clone(), REFUSED, Already::Moves);
        }
        complete.then_some(form)
    }

    /// Sends it; `done` gets a success, a failure is kept and shown.
    pub fn send<T: 'static>(
        self,
        request: impl Future<Output = Result<T, ApiError>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        self.pending.set(true);
        spawn_local(async move {
            let outcome = request.await;
            self.pending.try_set(false);
            match outcome {
                Ok(answer) => done(answer),
                Err(refused) => self.refuse(refused),
            }
        });
    }

    /// The key for what was entered: the same words go out under the same key, so that they have one effect however
    /// often they are sent (R2).
    pub fn key(self, entered: &str) -> Key {
        let key = self.sent.get_value().filter(|it| it.0 == entered).map_or_else(Key::fresh, |it| it.1);
        self.sent.set_value(Some((entered.to_owned(), key.clone())));
        key
    }

    /// What is in the named fields right now, in their order.
    pub fn entered<const N: usize>(self, names: [&'static str; N]) -> [String; N] {
        let form = self.element.get_untracked();
        names.map(|name| form.as_ref().map(|form| entered(form, name)).unwrap_or_default())
    }

    /// What is in one field right now.
    pub fn value(self, name: &str) -> String {
        self.element.get_untracked().map(|form| entered(&form, name)).unwrap_or_default()
    }

    /// Puts the focus on the first field that was refused.
    pub fn focus_refused(self) {
        self.focus_soon(REFUSED, Already::Moves);
    }

    /// Puts the focus on the first of these (CSS selectors), for a form that takes the place of what had it. Who is in
    /// one of them by then is not interrupted.
    pub fn lead(self, selectors: &'static str) {
        self.focus_soon(selectors, Already::Stays);
    }

    fn focus_soon(self, selectors: &'static str, already: Already) {
        request_animation_frame(move || {
            if let Some(form) = self.element.try_get_untracked().flatten() {
                focus_first(form, selectors, already);
            }
        });
    }

    /// Says why what was entered cannot be taken, and leads there.
    pub fn refuse(self, refused: ApiError) {
        self.error.try_set(Some(refused));
        self.focus_refused();
    }

    /// What is wrong with a field; reactive.
    pub fn refused(self, name: &'static str, required: Words, malformed: Words) -> Reading<Option<String>> {
        Reading::new(move || {
            if self.empty.get().contains(&name) {
                return Some(required().to_owned());
            }
            let error = self.error.get()?;
            let problem = error.fields.iter().find(|it| it.pointer.strip_prefix('/') == Some(name))?;
            Some(field_sentence(problem, required(), malformed()))
        })
    }
}

/// The text of one input; empty where the form has none of that name.
fn entered(form: &HtmlFormElement, name: &str) -> String {
    FormData::new_with_form(form).ok().and_then(|it| it.get(name).as_string()).unwrap_or_default()
}

/// What becomes of a focus that is on one of them, though not on the first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Already {
    Stays,
    Moves,
}

/// Puts the focus on the first of these, once it is on screen.
fn focus_first(form: HtmlFormElement, selectors: &'static str, already: Already) {
    request_animation_frame(move || {
        let here = || document().active_element().filter(|it| form.contains(Some(it)));
        if already == Already::Stays && here().is_some_and(|it| it.matches(selectors).unwrap_or_default()) {
            return;
        }
        let first = form.query_selector(selectors).ok().flatten();
        if let Some(first) = first.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            // What is on screen takes the focus.
            let _ = first.focus();
        }
    });
}

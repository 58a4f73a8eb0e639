//! What the page that makes or changes a collection holds and sends.

use leptos::prelude::*;
use portal_contract::{
    collections::{CollectedApp, CollectionContent, MAX_APPS},
    ids::CollectionId,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{names::in_language, order::Order};
use crate::{
    api,
    components::form::Form,
    i18n::{format, language, text_now},
    state::{messages::Messages, paged::Paged, session::Session},
    view::Reading,
};

/// The name's field.
pub const NAME: &str = "displayName";

/// A collection that is being made or changed. What was entered stays until it is saved.
#[derive(Clone, Copy)]
pub struct Editor {
    /// The form.
    pub form: Form,
    /// The chosen apps in their order.
    pub chosen: Order,
    /// What is searched for.
    pub q: RwSignal<String>,
    /// The apps to choose from.
    pub found: Paged<CollectedApp>,
    /// What is stored instead of what the person read: its name, then its apps.
    pub newer: RwSignal<Vec<String>>,
    /// What is known of the apps that were chosen once.
    known: StoredValue<Vec<CollectedApp>>,
    /// Which collection; absent: a new one.
    pub(super) id: StoredValue<Option<CollectionId>>,
    pub(super) version: StoredValue<String>,
    pub(super) session: Session,
    pub(super) messages: Messages,
}

impl Editor {
    /// Begins with what is stored.
    pub fn new(stored: Option<(CollectionContent, String)>) -> Self {
        let known = StoredValue::new(Vec::<CollectedApp>::new());
        let called = move |key: String| {
            let called = |it: &CollectedApp| in_language(&it.texts, &it.display_name);
            known.with_value(|all| all.iter().find(|it| it.id.0 == key).map(called).unwrap_or_default())
        };
        let q = RwSignal::new(String::new());
        let editor = Self {
            form: Form::new(),
            chosen: Order::new("chosen", called, Reading::from(false), |()| ()),
            q,
            found: Paged::new(q, |q, cursor| {
                let language = language();
                async move { api::collections::choosable(&q, language, cursor.as_deref()).await }
            }),
            newer: RwSignal::new(Vec::new()),
            known,
            id: StoredValue::new(None),
            version: StoredValue::new(String::new()),
            session: Session::here(),
            messages: Messages::here(),
        };
        if let Some((content, version)) = stored {
            editor.id.set_value(Some(content.id));
            editor.version.set_value(version);
            editor.chosen.put(content.apps.iter().map(|it| it.id.0.clone()).collect());
            known.set_value(content.apps);
        }
        editor
    }

    /// The name of a chosen app; reactive.
    pub fn called(self, key: &str) -> String {
        self.chosen.called(key)
    }

    /// Puts an app at the end, or takes it out.
    pub fn choose(self, app: &CollectedApp, wanted: bool) {
        if !wanted {
            return self.take_out(&app.id.0);
        }
        let mut keys = self.chosen.now();
        if keys.len() >= MAX_APPS as usize {
            tick(&app.id.0, false);
            return self.chosen.say((text_now().collections().too_many)(&format::number(MAX_APPS.into())));
        }
        self.known.update_value(|all| {
            if !all.iter().any(|it| it.id == app.id) {
                all.push(app.clone());
            }
        });
        keys.push(app.id.0.clone());
        self.chosen.put(keys);
        self.chosen.say_place(&app.id.0);
    }

    /// Takes an app out.
    pub fn take_out(self, key: &str) {
        let mut keys = self.chosen.now();
        keys.retain(|it| it != key);
        self.chosen.put(keys);
        tick(key, false);
        self.chosen.say((text_now().collections().removed)(&untrack(|| self.called(key))));
    }
}

/// The id of an app's box.
pub fn box_of(key: &str) -> String {
    format!("app-{key}")
}

/// Ticks an app's box, if it is on screen.
fn tick(key: &str, ticked: bool) {
    let found = document().get_element_by_id(&box_of(key)).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    if let Some(found) = found {
        found.set_checked(ticked);
    }
}

//! What the page that makes or changes a collection holds and sends.

use std::rc::Rc;

use leptos::prelude::*;
use portal_contract::{
    collections::{CollectedApp, CollectionChange, CollectionContent, MAX_APPS, NewCollection},
    ids::{AppId, CollectionId},
    problem::Code,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{
    data::{Attempt, guarded, in_language},
    order::Order,
};
use crate::{
    api::{self, error::ApiError},
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
    id: StoredValue<Option<CollectionId>>,
    version: StoredValue<String>,
    session: Session,
    messages: Messages,
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

    /// Sends what was entered; `done` when it is stored.
    pub fn save(self, name: String, done: impl FnOnce() + 'static) {
        let words = text_now().collections();
        let keys = self.chosen.now();
        let key = self.form.key(&format!("{name}\n{}", keys.join("\n")));
        let apps: Vec<_> = keys.into_iter().map(AppId).collect();
        let said = (if self.id.get_value().is_some() { words.saved } else { words.created })(name.trim());
        let request: Attempt = Box::pin(async move {
            let outcome = match self.id.get_value() {
                None => {
                    let new = Rc::new(NewCollection { display_name: name, apps });
                    let attempt = move || -> Attempt {
                        let (new, key) = (Rc::clone(&new), key.clone());
                        Box::pin(async move { api::collections::create(&new, &key).await.map(drop) })
                    };
                    guarded(self.session, Box::new(attempt)).await
                }
                Some(id) => self.change(id, name.trim().to_owned(), apps).await,
            };
            if let Err(error) = &outcome {
                self.take_out_refused(error);
            }
            outcome
        });
        self.form.send(request, move |()| {
            self.messages.success(said);
            done();
        });
    }

    /// Changes the version that the person read. Where somebody else was faster, or nobody knows what became of it, the
    /// state is read again (R2): it may be what was wanted, or is told beside what was entered.
    async fn change(self, id: CollectionId, name: String, apps: Vec<AppId>) -> Result<(), ApiError> {
        let wanted = Rc::new((id, CollectionChange { display_name: Some(name), apps: Some(apps) }));
        let attempt = {
            let (wanted, version) = (Rc::clone(&wanted), self.version.get_value());
            move || -> Attempt {
                let (wanted, version) = (Rc::clone(&wanted), version.clone());
                Box::pin(async move { api::collections::update(&wanted.0, &wanted.1, &version).await })
            }
        };
        let Err(error) = guarded(self.session, Box::new(attempt)).await else { return Ok(()) };
        let stale = error.is(Code::Stale);
        if !stale && !error.outcome_unknown() {
            return Err(error);
        }
        // Whatever this read fails with, the first failure is what the person has to know.
        let Ok((now, version)) = api::collections::get(&wanted.0).await else { return Err(error) };
        let apps = wanted.1.apps.iter().flatten().eq(now.apps.iter().map(|it| &it.id));
        if apps && wanted.1.display_name.as_ref() == Some(&now.display_name) {
            return Ok(());
        }
        if stale {
            self.version.try_set_value(version);
            let apps = now.apps.into_iter().map(|it| it.id.0);
            self.newer.try_set(std::iter::once(now.display_name).chain(apps).collect());
        }
        Err(error)
    }

    /// Apps that are not the person's any more cannot stay.
    fn take_out_refused(self, error: &ApiError) {
        let refused = |place: usize| error.fields.iter().any(|it| it.pointer == format!("/apps/{place}"));
        let keys = self.chosen.now();
        // The page may have gone meanwhile.
        if !keys.is_empty() && error.fields.iter().any(|it| it.pointer.starts_with("/apps/")) {
            self.chosen.put(keys.into_iter().enumerate().filter(|it| !refused(it.0)).map(|it| it.1).collect());
        }
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

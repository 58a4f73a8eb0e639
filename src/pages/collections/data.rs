//! What the page reads and changes.

use std::{cell::RefCell, rc::Rc};

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    collections::{Collection, CollectionKind, Collections, NameText},
    ids::CollectionId,
    problem::Code,
};

use super::order::Order;
use crate::{
    api::{self, error::ApiError},
    i18n::{language, problem::sentence, text, text_now},
    state::{command::Command, messages::Messages, online::Online, query::Query, session::Session},
    view::Reading,
};

/// The collections as they were read, with the version of their order.
type Stored = (Collections, String);

/// The list, its order, and the collection that the person is asked about.
#[derive(Clone, Copy)]
pub struct List {
    /// The first read; what comes later goes straight to where it is shown.
    pub first: Query<Stored>,
    /// The order on screen.
    pub order: Order,
    /// Those that are hidden.
    hidden: RwSignal<Vec<CollectionId>>,
    /// Hides a collection (`true`) or shows it again.
    pub hide: Command<(Collection, bool)>,
    /// Deletes a collection.
    pub remove: Command<Collection>,
    /// Whether the confirmation is open.
    pub asking: RwSignal<bool>,
    /// Which collection it is about; kept while the dialog closes.
    pub asked: RwSignal<Option<Collection>>,
    /// Which collection is being hidden or shown.
    acting: RwSignal<Option<CollectionId>>,
    items: StoredValue<Vec<Collection>>,
    saved: StoredValue<Rc<RefCell<Saved>>, LocalStorage>,
    session: Session,
    messages: Messages,
}

/// The order that the backend has, and the one that the person wants. It outlives the page: an order that was made just
/// before the person left is saved as well.
#[derive(Default)]
struct Saved {
    order: Vec<String>,
    wanted: Vec<String>,
    version: String,
    saving: bool,
}

impl List {
    /// Starts reading.
    pub fn new() -> Self {
        let (session, messages, online) = (Session::here(), Messages::here(), Online::now());
        let items = StoredValue::new(Vec::<Collection>::new());
        let saved = StoredValue::new_local(Rc::new(RefCell::new(Saved::default())));
        let hidden = RwSignal::new(Vec::new());
        let (asking, acting) = (RwSignal::new(false), RwSignal::new(None));
        let first = Query::new(api::collections::list);
        let this = StoredValue::new(None::<Self>);
        let each = move |act: fn(Self)| {
            if let Some(Some(list)) = this.try_get_value() {
                act(list);
            }
        };
        let hide = Command::new(
            |(it, hidden): (Collection, bool), key| async move { api::collections::hide(&it.id, hidden, &key).await },
            move |(it, hide): (Collection, bool), outcome: Result<(), ApiError>| {
                let words = text_now().collections();
                let name = untrack(|| called(&it));
                match outcome {
                    Ok(()) => {
                        hidden.try_update(|all| {
                            all.retain(|id| *id != it.id);
                            all.extend(hide.then_some(it.id));
                        });
                        messages.success((if hide { words.hidden_done } else { words.shown_done })(&name));
                    }
                    Err(error) => {
                        messages.failure(why(&error));
                        // How things are, the list tells (R2).
                        each(Self::look_again);
                    }
                }
            },
        );
        let remove = Command::new(
            |it: Collection, _| async move { api::collections::remove(&it.id).await },
            move |it: Collection, outcome: Result<(), ApiError>| {
                if outcome.as_ref().err().is_none_or(|it| it.is(Code::NotFound)) {
                    asking.try_set(false);
                    messages.success((text_now().collections().deleted)(&untrack(|| called(&it))));
                }
                each(Self::look_again);
            },
        );
        let name = move |key: String| items.with_value(|all| all.iter().find(|it| it.id.0 == key).map(called));
        let order = Order::new(
            move |key| name(key).unwrap_or_default(),
            Reading::new(move || !online.get()),
            move |()| each(Self::save),
        );
        let asked = RwSignal::new(None);
        let list = Self {
            first,
            order,
            hidden,
            hide,
            remove,
            asking,
            asked,
            acting,
            items,
            saved,
            session,
            messages,
        };
        this.set_value(Some(list));
        list
    }

    /// Shows what was read.
    pub fn accept(self, (Collections { items }, version): Stored) {
        let keys: Vec<_> = items.iter().map(|it| it.id.0.clone()).collect();
        let hidden = items.iter().filter(|it| it.hidden).map(|it| it.id.clone()).collect();
        let Some(saved) = self.saved.try_get_value() else { return };
        if !saved.borrow().saving {
            saved.replace(Saved { order: keys.clone(), wanted: keys.clone(), version, saving: false });
        }
        self.items.set_value(items);
        self.hidden.set(hidden);
        self.order.put(keys);
    }

    /// The collection of a row.
    pub fn item(self, key: &str) -> Option<Collection> {
        self.items.with_value(|all| all.iter().find(|it| it.id.0 == key).cloned())
    }

    /// Whether there is one of the person's own.
    pub fn has_own(self) -> bool {
        self.order.with(|_| self.items.with_value(|all| all.iter().any(|it| it.kind == CollectionKind::Own)))
    }

    /// Whether it is hidden; reactive.
    pub fn is_hidden(self, id: &CollectionId) -> bool {
        self.hidden.with(|all| all.contains(id))
    }

    /// Whether it is what My Apps opens with; reactive.
    pub fn is_default(self, id: &CollectionId) -> bool {
        self.hidden.with(|hidden| {
            self.order.with(|all| all.iter().find(|key| !hidden.iter().any(|it| it.0 == **key)) == Some(&id.0))
        })
    }

    /// Whether it is being hidden or shown; reactive.
    pub fn is_acting(self, id: &CollectionId) -> bool {
        self.hide.pending().get() && self.acting.with(|it| it.as_ref() == Some(id))
    }

    /// Hides it, or shows it again.
    pub fn toggle(self, collection: Collection) {
        if !untrack(|| self.hide.pending().get()) {
            self.acting.set(Some(collection.id.clone()));
            let hide = !untrack(|| self.is_hidden(&collection.id));
            self.hide.run((collection, hide));
        }
    }

    /// Asks before a collection is deleted.
    pub fn ask(self, collection: Collection) {
        self.asked.set(Some(collection));
        self.asking.set(true);
    }

    /// The person confirmed.
    pub fn confirm(self) {
        if let Some(collection) = self.asked.get_untracked() {
            self.remove.run(collection);
        }
    }

    /// The person changed their mind.
    pub fn cancel(self) {
        self.asking.set(false);
        self.remove.forget();
    }

    /// Saves the order on screen in the background, one request at a time: while one is on its way, only the newest order
    /// waits. When the backend refuses, the list goes back to what is stored and says so (R3).
    fn save(self) {
        let saved = self.saved.get_value();
        saved.borrow_mut().wanted = self.order.with(Clone::clone);
        if std::mem::replace(&mut saved.borrow_mut().saving, true) {
            return;
        }
        spawn_local(async move {
            let outcome = send(self.session, &saved).await;
            saved.borrow_mut().saving = false;
            if let Err(error) = outcome {
                let back = saved.borrow().order.clone();
                self.messages.failure(format!("{} {}", why(&error), text_now().collections().order_back));
                if self.saved.try_get_value().is_some() {
                    self.order.put(back);
                    self.look_again();
                }
            }
        });
    }

    fn look_again(self) {
        spawn_local(async move {
            let answer = self.session.guarded(api::collections::list).await;
            match answer {
                _ if self.saved.try_get_value().is_none() => {}
                Ok(answer) => self.accept(answer),
                Err(_) => self.first.retry(),
            }
        });
    }
}

/// Sends orders until the one that the backend has is the one that is wanted.
async fn send(session: Session, saved: &RefCell<Saved>) -> Result<(), ApiError> {
    loop {
        let (wanted, version) = {
            let saved = saved.borrow();
            if saved.wanted == saved.order {
                return Ok(());
            }
            (saved.wanted.clone(), saved.version.clone())
        };
        let ids = || wanted.iter().cloned().map(CollectionId).collect();
        let (_, version) = session.guarded(|| api::collections::order(ids(), &version)).await?;
        let mut saved = saved.borrow_mut();
        (saved.order, saved.version) = (wanted, version);
    }
}

/// Why something failed.
fn why(error: &ApiError) -> String {
    match error.is(Code::LastVisible) {
        true => text_now().collections().last_visible.to_owned(),
        false => untrack(|| sentence(error)),
    }
}

/// What a collection is called; reactive.
pub fn called(collection: &Collection) -> String {
    match collection.kind {
        CollectionKind::All => text().collections().all.to_owned(),
        _ => in_language(&collection.texts, &collection.display_name),
    }
}

/// A name in the language on screen, if it has one there; reactive.
pub fn in_language(texts: &[NameText], name: &str) -> String {
    let language = language();
    let found = texts.iter().find(|it| it.language == language);
    found.map_or(name, |it| &it.display_name).to_owned()
}

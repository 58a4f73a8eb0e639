//! What the page reads and changes.

use std::{cell::RefCell, rc::Rc};

use futures_util::future::LocalBoxFuture;
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

/// The list, its order, and the collection that the person is asked about. Collections are told apart by their ids.
#[derive(Clone, Copy)]
pub struct List {
    /// The read; what it brings is in the list.
    pub read: Query<()>,
    /// The order on screen.
    pub order: Order,
    /// Those that are hidden.
    hidden: RwSignal<Vec<String>>,
    /// Hides a collection (`true`) or shows it again.
    pub hide: Command<(String, String, bool)>,
    /// Deletes a collection. Commands know the name: their page may have gone when the answer comes.
    pub remove: Command<(String, String)>,
    /// Whether the confirmation is open.
    pub asking: RwSignal<bool>,
    /// Which collection it is about; kept while the dialog closes.
    pub asked: RwSignal<String>,
    /// Which collection is being hidden or shown.
    acting: RwSignal<String>,
    items: Items,
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

/// The collections as they were read.
#[derive(Clone, Copy)]
struct Items(StoredValue<Vec<Collection>>);

impl Items {
    fn find(self, id: &str) -> Option<Collection> {
        self.0.try_with_value(|all| all.iter().find(|it| it.id.0 == id).cloned()).flatten()
    }

    /// What it is called; reactive.
    fn called(self, id: &str) -> String {
        self.find(id).map(|it| called(&it)).unwrap_or_default()
    }
}

impl List {
    /// Starts reading.
    pub fn new() -> Self {
        let (session, messages, online) = (Session::here(), Messages::here(), Online::now());
        let (items, hidden) = (Items(StoredValue::new(Vec::new())), RwSignal::new(Vec::new()));
        let asking = RwSignal::new(false);
        let this = StoredValue::new(None::<Self>);
        let here = move |act: &dyn Fn(Self)| {
            if let Some(Some(list)) = this.try_get_value() {
                act(list);
            }
        };
        let read = Query::new(move || async move {
            let (Collections { items }, version) = api::collections::list().await?;
            here(&|list| list.accept(items.clone(), version.clone()));
            Ok(())
        });
        let hide = Command::new(
            |(id, _, hidden): (String, String, bool), key| async move {
                api::collections::hide(&CollectionId(id), hidden, &key).await
            },
            move |(id, name, hide): (String, String, bool), outcome: Result<(), ApiError>| match outcome {
                Ok(()) => {
                    let words = text_now().collections();
                    messages.success((if hide { words.hidden_done } else { words.shown_done })(&name));
                    hidden.try_update(|all| {
                        all.retain(|it| *it != id);
                        all.extend(hide.then_some(id));
                    });
                }
                Err(error) => {
                    messages.failure(why(&error));
                    // How things are, the list tells (R2).
                    read.refetch();
                }
            },
        );
        let remove = Command::new(
            |(id, _): (String, String), _| async move { api::collections::remove(&CollectionId(id)).await },
            move |(_, name): (String, String), outcome: Result<(), ApiError>| {
                if outcome.as_ref().err().is_none_or(|it| it.is(Code::NotFound)) {
                    asking.try_set(false);
                    messages.success((text_now().collections().deleted)(&name));
                }
                read.refetch();
            },
        );
        let order = Order::new(
            "list",
            move |id| items.called(&id),
            Reading::new(move || !online.get()),
            move |()| here(&Self::save),
        );
        let list = Self {
            read,
            order,
            hidden,
            hide,
            remove,
            asking,
            asked: RwSignal::new(String::new()),
            acting: RwSignal::new(String::new()),
            items,
            saved: StoredValue::new_local(Rc::default()),
            session,
            messages,
        };
        this.set_value(Some(list));
        list
    }

    /// Shows what was read. An order that is being saved stays.
    fn accept(self, items: Vec<Collection>, version: String) {
        let keys: Vec<_> = items.iter().map(|it| it.id.0.clone()).collect();
        self.hidden.set(items.iter().filter(|it| it.hidden).map(|it| it.id.0.clone()).collect());
        self.items.0.set_value(items);
        let saved = self.saved.get_value();
        if !saved.borrow().saving {
            saved.replace(Saved { order: keys.clone(), wanted: keys.clone(), version, saving: false });
            self.order.put(keys);
        }
    }

    /// The collection of a row.
    pub fn item(self, id: &str) -> Option<Collection> {
        self.items.find(id)
    }

    /// What a collection is called; reactive.
    pub fn called(self, id: &str) -> String {
        self.items.called(id)
    }

    /// Whether there is one of the person's own.
    pub fn has_own(self) -> bool {
        self.items.0.with_value(|all| all.iter().any(|it| it.kind == CollectionKind::Own))
    }

    /// Whether it is hidden; reactive.
    pub fn is_hidden(self, id: &String) -> bool {
        self.hidden.with(|all| all.contains(id))
    }

    /// Whether it is what My Apps opens with; reactive.
    pub fn is_default(self, id: &String) -> bool {
        self.hidden.with(|hidden| self.order.with(|all| all.iter().find(|it| !hidden.contains(it)) == Some(id)))
    }

    /// Whether it is being hidden or shown; reactive.
    pub fn is_acting(self, id: &String) -> bool {
        self.hide.pending().get() && self.acting.with(|it| it == id)
    }

    /// Hides it, or shows it again.
    pub fn toggle(self, id: String) {
        if !untrack(|| self.hide.pending().get()) {
            self.acting.set(id.clone());
            let hide = !untrack(|| self.is_hidden(&id));
            let name = untrack(|| self.called(&id));
            self.hide.run((id, name, hide));
        }
    }

    /// Asks before a collection is deleted.
    pub fn ask(self, id: String) {
        self.asked.set(id);
        self.asking.set(true);
    }

    /// The person confirmed.
    pub fn confirm(self) {
        let id = self.asked.get_untracked();
        let name = untrack(|| self.called(&id));
        self.remove.run((id, name));
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
                    self.read.refetch();
                }
            }
        });
    }
}

/// Sends orders until the one that the backend has is the one that is wanted.
async fn send(session: Session, saved: &Rc<RefCell<Saved>>) -> Result<(), ApiError> {
    while saved.borrow().wanted != saved.borrow().order {
        let wanted = saved.borrow().wanted.clone();
        let saved = Rc::clone(saved);
        let attempt = move || -> Attempt {
            let (saved, wanted) = (Rc::clone(&saved), wanted.clone());
            Box::pin(async move {
                let version = saved.borrow().version.clone();
                let ids = wanted.iter().cloned().map(CollectionId).collect();
                let version = api::collections::order(ids, &version).await?;
                let mut saved = saved.borrow_mut();
                (saved.order, saved.version) = (wanted, version);
                Ok(())
            })
        };
        guarded(session, Box::new(attempt)).await?;
    }
    Ok(())
}

/// A request on its way.
pub type Attempt = LocalBoxFuture<'static, Result<(), ApiError>>;

/// Sends a request, again once the person has answered what the session asks. One type for all, because the code around a
/// request is compiled for each.
pub async fn guarded(session: Session, attempt: Box<dyn Fn() -> Attempt>) -> Result<(), ApiError> {
    session.guarded(attempt).await
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

//! What the page reads and changes.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use portal_contract::{
    collections::{Collection, CollectionKind, Collections},
    ids::CollectionId,
    problem::Code,
};

use super::{names::called, order::Order, saving::Saved};
use crate::{
    api::{self, error::ApiError},
    i18n::{problem::sentence, text_now},
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
    pub(super) saved: StoredValue<Rc<RefCell<Saved>>, LocalStorage>,
    pub(super) session: Session,
    pub(super) messages: Messages,
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
}

/// Why something failed.
pub fn why(error: &ApiError) -> String {
    match error.is(Code::LastVisible) {
        true => text_now().collections().last_visible.to_owned(),
        false => untrack(|| sentence(error)),
    }
}

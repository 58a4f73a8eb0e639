//! Which collection of apps is looked at (features 2.2).
//!
//! The apps do not wait for the collections: without a name in the address, the backend answers with those of the first
//! collection that is not hidden, and both are asked for at the same time. So the first apps are there as early as without
//! collections, and an account with one collection never notices them.

use leptos::prelude::*;
use leptos_router::{hooks::use_location, params::ParamsMap};
use portal_contract::collections::ALL_APPS;

use super::data::Apps;
use crate::{
    api::{
        self,
        apps::{Choice, Choices},
    },
    components::{app_face, button::Button},
    i18n::text,
    routes,
    state::capabilities,
    state::query::{Fetched, Query},
    t,
    view::{Built, live, said, view},
};

/// The choice, which is in the address: a reload keeps it, and it can be linked to.
#[derive(Clone, Copy)]
pub struct Collection {
    query: Memo<ParamsMap>,
    all: Query<Choices>,
}

impl Collection {
    /// Starts reading.
    pub fn new() -> Self {
        let all = Query::new(async || match capabilities::somewhere(capabilities::COLLECTIONS) {
            true => api::apps::collections().await,
            false => Ok(Choices { items: Vec::new() }),
        });
        Self { query: use_location().query, all }
    }

    /// What the address names; reactive.
    pub fn named(self) -> Option<String> {
        self.query.with(|it| it.get("collection"))
    }

    /// The one that is looked at, once it is known; reactive.
    fn current(self) -> Option<Choice> {
        let Fetched::Ready(Choices { items }) = self.all.fetched() else { return None };
        let named = self.named();
        items.into_iter().find(|it| named.as_ref().map_or(!it.hidden, |named| *named == it.id))
    }

    /// Whether all apps are looked at, as far as is known; reactive.
    pub fn is_all(self) -> bool {
        self.current().is_none_or(|it| it.id == ALL_APPS)
    }

    /// Whether the address names one that has not all apps; reactive.
    pub fn is_special(self) -> bool {
        self.named().is_some_and(|it| it != ALL_APPS)
    }

    /// What the list of apps is called; reactive.
    pub fn title(self) -> String {
        self.current().map_or_else(|| t!(pages.apps)().to_owned(), |it| called(&it))
    }
}

/// The visible collections, and the way to all of them. Its place is kept while they are read.
#[component]
pub fn Switch(data: Apps) -> Built {
    let collection = data.collection;
    let links = move || match collection.all.fetched() {
        Fetched::Pending => view! { <ul></ul> },
        Fetched::Ready(Choices { items }) => {
            let current = collection.current().map(|it| it.id);
            let shown = items.into_iter().filter(|it| !it.hidden || Some(&it.id) == current.as_ref());
            view! { <ul>{shown.map(|it| link(it, collection)).collect::<Vec<_>>()}</ul> }
        }
        Fetched::Failed(_) => view! {
            <p class="meta">{t!(apps.collections_failed)}</p>
            <Button kind="quiet" label=t!(common.try_again) press=move |()| collection.all.retry() />
        },
    };
    view! {
        <nav class="collections" aria-label=t!(apps.collections) hidden=move || data.hidden.get()>
            {live(links)}
            <a href=routes::COLLECTIONS class="button" data-kind="quiet">{t!(apps.manage)}</a>
        </nav>
    }
}

fn link(choice: Choice, collection: Collection) -> Built {
    let address = format!("{}?collection={}", routes::APPS, js_sys::encode_uri_component(&choice.id));
    let id = choice.id.clone();
    let current = move || collection.current().is_some_and(|it| it.id == id);
    view! {
        <li>
            <a href=address class="button" aria-current=move || current().then_some("true")>
                {said(move || called(&choice))}
            </a>
        </li>
    }
}

/// What a collection is called; reactive.
fn called(choice: &Choice) -> String {
    if choice.id == ALL_APPS {
        return text().apps().all.to_owned();
    }
    app_face::called(&choice.texts, &choice.display_name, None).0
}

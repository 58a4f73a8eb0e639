//! What the page reads and changes.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    apps::{App, AppView},
    ids::AppId,
    page::Page,
};

use super::collections::Collection;
use crate::{
    api,
    components::page::keep_focus,
    i18n::{self, problem::sentence, text_now},
    pause,
    state::capabilities,
    state::{
        command::Command,
        messages::Messages,
        paged::Paged,
        preferences::{self, Arrangement},
        query::Query,
    },
};

/// The apps, the ones used last, and how they are shown.
#[derive(Clone, Copy)]
pub struct Apps {
    /// The apps that are looked at.
    pub all: Paged<App>,
    /// Those used last.
    pub recent: Query<Page<App>>,
    /// What is searched for.
    pub q: RwSignal<String>,
    /// Whether the hidden ones are looked at.
    pub hidden: RwSignal<bool>,
    /// As tiles or as a list.
    pub arrangement: RwSignal<Arrangement>,
    /// Of which collection.
    pub collection: Collection,
    /// Hides an app (`true`) or shows it again.
    pub hide: Command<(AppId, String, bool)>,
    /// Those that have just left the list that is looked at.
    gone: RwSignal<Vec<AppId>>,
}

impl Apps {
    /// Starts reading.
    pub fn new() -> Self {
        let (q, hidden) = (RwSignal::new(String::new()), RwSignal::new(false));
        let gone = RwSignal::new(Vec::new());
        let collection = Collection::new();
        let all = Paged::new(q, move |q, cursor| {
            let view = if hidden.get() { AppView::Hidden } else { AppView::Shown };
            let language = i18n::language();
            if cursor.is_none() {
                gone.set(Vec::new());
            }
            // Hidden ones are found whichever collection they are in.
            let collection = collection.named().filter(|_| view == AppView::Shown);
            async move { api::apps::list(&q, view, language, collection.as_deref(), cursor.as_deref()).await }
        });
        let recent = Query::new(|| api::apps::list("", AppView::Recent, i18n::language(), None, None));
        let messages = Messages::here();
        let hide = Command::new(
            |(id, _, hidden): (AppId, String, bool), key| async move { api::apps::hide(&id, hidden, &key).await },
            move |(id, name, hidden), outcome| match outcome {
                Ok(()) => {
                    let words = text_now().apps();
                    messages.success((if hidden { words.hidden_done } else { words.shown_done })(&name));
                    gone.update(|it| it.push(id));
                    // The browser takes the focus away once it has drawn that its control has gone.
                    spawn_local(async {
                        pause::drawn().await;
                        keep_focus();
                    });
                    recent.refetch();
                }
                Err(error) => {
                    messages.failure(untrack(|| sentence(&error)));
                    // How things are, the list tells (R2).
                    all.pages.first.refetch();
                }
            },
        );
        let arrangement = RwSignal::new(preferences::arrangement());
        Self { all, recent, q, hidden, arrangement, collection, hide, gone }
    }

    /// Whether an app has just left the list that is looked at; reactive.
    pub fn is_gone(self, id: &AppId) -> bool {
        self.gone.with(|it| it.contains(id))
    }

    /// The person opens an app.
    pub fn opened(self, id: AppId) {
        if !capabilities::here(capabilities::ARRANGE_APPS) {
            return;
        }
        spawn_local(async move {
            // It opens in any case; only the list of those used last would not know.
            if api::apps::open(&id).await.is_ok() {
                self.recent.refetch();
            }
        });
    }

    /// Shows the apps as tiles or as a list, here from now on.
    pub fn arrange(self, arrangement: Arrangement) {
        preferences::set_arrangement(arrangement);
        self.arrangement.set(arrangement);
    }
}

//! The copies: what is read and asked for.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use portal_contract::{
    ids::ExportId,
    my_data::{DataExport, ExportState},
};

use crate::{
    api::{self, error::ApiError},
    i18n::text_now,
    state::{command::Command, messages::Messages, query::Query, session::Session},
};

/// Between two looks at an export that is being prepared.
const LOOK_AGAIN: Duration = Duration::from_millis(1500);

/// The copies of the person's data.
#[derive(Clone, Copy)]
pub struct Exports {
    /// The first read; its content is in `rows`.
    pub first: Query<()>,
    /// The exports, newest first.
    pub rows: RwSignal<Vec<DataExport>, LocalStorage>,
    /// Asks for a copy; there is nothing to say with it.
    pub ask: Command<String>,
    /// Notified when others are in the list.
    others: Trigger,
    session: Session,
}

impl Exports {
    /// Starts reading; goes on while something is being prepared.
    pub fn new() -> Self {
        let rows = RwSignal::new_local(Vec::<DataExport>::new());
        let others = Trigger::new();
        let first = Query::new(move || async move {
            put(rows, others, api::my_data::list().await?.items);
            Ok(())
        });
        let messages = Messages::here();
        let ask = Command::new(
            |_: String, key| async move { api::my_data::ask(&key).await },
            move |_, outcome: Result<(), ApiError>| {
                if outcome.is_ok() {
                    messages.success(text_now().my_data().asked.to_owned());
                }
                // Whatever happened: the list tells how things are now.
                first.refetch();
            },
        );
        let all = Self { first, rows, ask, others, session: Session::here() };
        all.follow();
        all
    }

    /// The exports, anew when others are in the list; how far one is, its row follows by itself.
    pub fn all(self) -> Vec<DataExport> {
        self.others.track();
        self.rows.get_untracked()
    }

    /// Reads how things are now; what is on screen stays.
    pub fn look(self) {
        spawn_local(async move {
            match self.session.guarded(api::my_data::list).await {
                Ok(page) => put(self.rows, self.others, page.items),
                Err(_) => self.first.retry(),
            }
        });
    }

    /// Looks again while something is being prepared.
    fn follow(self) {
        let waiting = StoredValue::new_local(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(Some(timer)) = waiting.try_update_value(Option::take) {
                timer.clear();
            }
        };
        Effect::new(move |_| {
            stop();
            if self.rows.with(|rows| rows.iter().any(|it| unfinished(it.state))) {
                waiting.set_value(set_timeout_with_handle(move || self.look(), LOOK_AGAIN).ok());
            }
        });
        on_cleanup(stop);
    }

    /// One export; reactive.
    pub fn get(self, id: &ExportId) -> Option<DataExport> {
        self.rows.with(|rows| rows.iter().find(|it| it.id == *id).cloned())
    }
}

/// Whether it is still being prepared.
pub fn unfinished(state: ExportState) -> bool {
    matches!(state, ExportState::Queued | ExportState::Preparing)
}

/// Puts newer exports in the place of those on screen.
fn put(rows: RwSignal<Vec<DataExport>, LocalStorage>, others: Trigger, newer: Vec<DataExport>) {
    let same = rows.try_with_untracked(|rows| rows.iter().map(|it| &it.id).eq(newer.iter().map(|it| &it.id)));
    if same.is_some() {
        rows.set(newer);
    }
    if same == Some(false) {
        others.notify();
    }
}

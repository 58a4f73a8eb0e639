//! What the page reads and changes.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use portal_contract::{
    my_data::{CloseAccount, Closing, DataExport, ExportState},
    problem::Code,
    session::SessionState,
};

use crate::{
    api::{self, error::ApiError},
    i18n::{self, text_now},
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
}

impl Exports {
    /// Starts reading; goes on while something is being prepared.
    pub fn new() -> Self {
        let rows = RwSignal::new_local(Vec::<DataExport>::new());
        let first = Query::new(move || async move {
            rows.try_set(api::my_data::list().await?.items);
            Ok(())
        });
        let messages = Messages::here();
        let ask = Command::new(
            |_: String, key| async move { api::my_data::ask(&key).await },
            move |_, outcome: Result<(), ApiError>| {
                if outcome.is_ok() {
                    messages.success(text_now().my_data.asked.to_owned());
                }
                // Whatever happened: the list tells how things are now.
                first.refetch();
            },
        );
        follow(rows, first, Session::here());
        Self { first, rows, ask }
    }

    /// One export; reactive.
    pub fn get(self, id: &str) -> Option<DataExport> {
        self.rows.with(|rows| rows.iter().find(|it| it.id.0 == id).cloned())
    }
}

/// Whether it is still being prepared.
pub fn unfinished(export: &DataExport) -> bool {
    matches!(export.state, ExportState::Queued | ExportState::Preparing)
}

/// Looks again while something is being prepared; the rows stay and only what changed is drawn anew.
fn follow(rows: RwSignal<Vec<DataExport>, LocalStorage>, first: Query<()>, session: Session) {
    let waiting = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = waiting.try_update_value(Option::take) {
            timer.clear();
        }
    };
    let look = move || {
        spawn_local(async move {
            match session.guarded(api::my_data::list).await {
                Ok(page) => _ = rows.try_set(page.items),
                Err(_) => first.retry(),
            }
        });
    };
    Effect::new(move |_| {
        stop();
        if rows.with(|rows| rows.iter().any(unfinished)) {
            waiting.set_value(set_timeout_with_handle(look, LOOK_AGAIN).ok());
        }
    });
    on_cleanup(stop);
}

/// Closing the account.
#[derive(Clone, Copy)]
pub struct Close {
    /// Whether it is possible.
    pub closing: Query<Closing>,
    /// Closes it; the value is what was typed as confirmation.
    pub close: Command<String>,
    /// Whether the confirmation is open.
    pub asking: RwSignal<bool>,
    /// What was typed.
    pub typed: RwSignal<String>,
}

impl Close {
    /// Starts reading.
    pub fn new() -> Self {
        let closing = Query::new(api::my_data::closing);
        let asking = RwSignal::new(false);
        let lost = StoredValue::new(false);
        let close = Command::new(
            move |user_id: String, key| async move {
                match api::my_data::close(&CloseAccount { user_id }, &key).await {
                    // An earlier answer got lost, and now there is nobody to answer to: it was done then.
                    Err(error) if error.is(Code::SessionExpired) && lost.get_value() => Ok(()),
                    outcome => outcome,
                }
            },
            move |_, outcome: Result<(), ApiError>| match outcome {
                Ok(()) => say_goodbye(),
                Err(error) if error.outcome_unknown() => {
                    lost.try_set_value(true);
                    look();
                }
                // The reason may be new to the page.
                Err(error) if error.is(Code::ClosingForbidden) => {
                    asking.try_set(false);
                    closing.refetch();
                }
                Err(_) => {}
            },
        );
        Self { closing, close, asking, typed: RwSignal::new(String::new()) }
    }

    /// The person confirmed.
    pub fn confirm(self) {
        self.close.run(self.typed.get_untracked());
    }

    /// The person changed their mind.
    pub fn cancel(self) {
        self.asking.set(false);
        self.close.forget();
    }
}

/// A fresh page forgets everything of the person, wherever in memory it was.
fn say_goodbye() {
    let language = i18n::tag(untrack(i18n::language));
    // The browser may refuse only while it closes the page.
    let _ = window().location().set_href(&format!("/?account-closed&lng={language}"));
}

/// Nobody knows whether it worked (R2): without a session it did.
fn look() {
    spawn_local(async move {
        if api::session::get().await.is_ok_and(|it| it.state == SessionState::SignedOut) {
            say_goodbye();
        }
    });
}

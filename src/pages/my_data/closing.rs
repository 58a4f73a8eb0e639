//! Closing the account: what is read, sent, and done afterwards.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    my_data::{CloseAccount, Closing},
    problem::Code,
    session::SessionState,
};

use crate::{
    api::{self, error::ApiError},
    deployment, i18n,
    pages::goodbye,
    routes,
    state::{command::Command, query::Query},
};

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
    goodbye::expect();
    let language = i18n::tag(untrack(i18n::language));
    // The browser may refuse only while it closes the page.
    deployment::go(&format!("{}?lng={language}", routes::OVERVIEW));
}

/// Nobody knows whether it worked (R2): without a session it did.
fn look() {
    spawn_local(async move {
        if api::session::get().await.is_ok_and(|it| it.state == SessionState::SignedOut) {
            say_goodbye();
        }
    });
}

//! What a person can change here, what that touches, and what follows from it.

use leptos::prelude::*;
use portal_contract::{
    ids::{SessionId, SignInId},
    page::Page,
    problem::Code,
    sessions::ActiveSession,
    sign_ins::{ReviewAnswer, SignInEvent},
};

use crate::{
    api::{self, error::ApiError},
    i18n::{problem::sentence, text_now},
    state::{command::Command, messages::Messages, paged::Paged, query::Query, session::leave},
};

/// One change.
#[derive(Clone, PartialEq)]
pub enum Change {
    /// Says whether they recognise a sign-in.
    Review(SignInId, ReviewAnswer),
    /// Signs out another session, and how that is called.
    End(SessionId, String),
    /// Signs out this one, which needs no proof of identity.
    SignOut,
}

/// What the page shows of the backend.
#[derive(Clone, Copy)]
pub struct Lists {
    /// Where the account is signed in.
    pub sessions: Query<Page<ActiveSession>>,
    /// The sign-ins unlike the others.
    pub unusual: Query<Page<SignInEvent>>,
    /// The history, searched and filtered.
    pub history: Paged<SignInEvent>,
}

/// What the person is asked about.
#[derive(Clone, Copy)]
pub struct Dialogs {
    /// Whether the confirmation of **This wasn't me** is open.
    pub doubting: RwSignal<bool>,
    /// What that one is about to do.
    pub doubt: RwSignal<String>,
    /// Whether it is done, and the way on is shown.
    pub done: RwSignal<bool>,
}

impl Dialogs {
    /// All of them closed.
    pub fn new() -> Self {
        let closed = || RwSignal::new(false);
        Self { doubting: closed(), doubt: RwSignal::new(String::new()), done: closed() }
    }
}

/// Sends a change; afterwards it says so, and the lists are read anew.
pub fn command(lists: Lists, dialogs: Dialogs) -> Command<Change> {
    let messages = Messages::here();
    let send = |change: Change, key| async move {
        match change {
            Change::Review(id, answer) => api::sign_ins::review(&id, answer, &key).await,
            Change::End(id, _) => api::sessions::end(&id, &key).await,
            Change::SignOut => api::session::sign_out().await.map(|next| leave(&next)),
        }
    };
    let then = move |change: Change, outcome: Result<(), ApiError>| {
        let words = text_now().sign_ins();
        let reviewed = matches!(change, Change::Review(..));
        match (change, outcome) {
            // On its way out.
            (Change::SignOut, Ok(())) => return,
            (Change::Review(_, ReviewAnswer::WasMe), Ok(())) => messages.success(words.was_me_done.to_owned()),
            (Change::Review(_, ReviewAnswer::WasNotMe), Ok(())) => {
                dialogs.doubting.try_set(false);
                dialogs.done.try_set(true);
            }
            // One that is no longer there is signed out as well.
            (Change::End(_, name), Err(error)) if error.is(Code::NotFound) => {
                messages.success((words.signed_out)(&name));
            }
            (Change::End(_, name), Ok(())) => messages.success((words.signed_out)(&name)),
            (_, Err(error)) => {
                if error.is(Code::NotFound) {
                    dialogs.doubting.try_set(false);
                }
                // An open dialog says it itself.
                if !dialogs.doubting.get_untracked() {
                    messages.failure(untrack(|| sentence(&error)));
                }
            }
        }
        // After a failure too: the lists tell how things are (R2).
        lists.sessions.refetch();
        lists.unusual.refetch();
        if reviewed {
            lists.history.pages.first.refetch();
        }
    };
    Command::new(send, then)
}

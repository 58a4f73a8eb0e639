//! What the page reads and changes.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    ids::{SessionId, SignInId},
    page::Page,
    problem::Code,
    session::SessionState,
    sessions::ActiveSession,
    sign_ins::{ReviewAnswer, SignInEvent, SignInFilter},
};

use super::rows::summary;
use crate::{
    api::{self, error::ApiError},
    i18n::{problem::sentence, text_now},
    state::{command::Command, messages::Messages, paged::Paged, query::Query},
};

/// The values of the filter, in the order of their words.
pub const FILTERS: [(&str, SignInFilter); 4] = [
    ("all", SignInFilter::All),
    ("successful", SignInFilter::Successful),
    ("unsuccessful", SignInFilter::Unsuccessful),
    ("unusual", SignInFilter::Unusual),
];

/// What a person can change here.
#[derive(Clone, PartialEq)]
pub enum Change {
    /// Says whether they recognise a sign-in.
    Review(SignInId, ReviewAnswer),
    /// Signs out another session, and how that is called.
    End(SessionId, String),
    /// Signs out this one, which needs no proof of identity.
    SignOut,
    /// Signs out everywhere.
    Everywhere,
}

/// The three lists, the command, and what the person is asked about.
#[derive(Clone, Copy)]
pub struct SignIns {
    /// Where the account is signed in.
    pub sessions: Query<Page<ActiveSession>>,
    /// The sign-ins unlike the others.
    pub unusual: Query<Page<SignInEvent>>,
    /// The history, searched and filtered.
    pub history: Paged<SignInEvent>,
    /// What is searched for.
    pub q: RwSignal<String>,
    /// Which sign-ins are shown, one of [`FILTERS`].
    pub filter: RwSignal<String>,
    /// Changes something.
    pub change: Command<Change>,
    /// The id of what it changes.
    doing: RwSignal<String>,
    /// Whether the confirmation of **Sign out everywhere** is open.
    pub asking: RwSignal<bool>,
    /// Whether the confirmation of **This wasn't me** is open.
    pub doubting: RwSignal<bool>,
    /// What that one is about to do.
    pub doubt: RwSignal<String>,
    /// Whether it is done, and the way on is shown.
    pub done: RwSignal<bool>,
}

impl SignIns {
    /// Starts reading.
    pub fn new() -> Self {
        let (q, filter, doing) =
            (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
        let sessions = Query::new(api::sessions::list);
        let unusual = Query::new(|| api::sign_ins::list(String::new(), SignInFilter::Unusual, None));
        let history = Paged::new(q, move |q, cursor| {
            let chosen = filter.with(|it| FILTERS.iter().find(|(value, _)| it == value).map(|it| it.1));
            api::sign_ins::list(q, chosen.unwrap_or_default(), cursor)
        });
        let messages = Messages::here();
        let (asking, doubting, done) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
        let send = |change: Change, key| async move {
            match change {
                Change::Review(id, answer) => api::sign_ins::review(&id, answer, &key).await,
                Change::End(id, _) => api::sessions::end(&id, &key).await,
                Change::SignOut => api::session::sign_out().await,
                Change::Everywhere => api::sessions::revoke_all(&key).await,
            }
        };
        let then = move |change: Change, outcome: Result<(), ApiError>| {
            let words = text_now().sign_ins();
            let reviewed = matches!(change, Change::Review(..));
            match (change, outcome) {
                (Change::SignOut | Change::Everywhere, Ok(())) => return signed_out(),
                // Nobody knows whether it worked (R2): the session tells.
                (Change::Everywhere, Err(error)) if error.outcome_unknown() => {
                    return spawn_local(async {
                        if api::session::get().await.is_ok_and(|it| it.state != SessionState::SignedIn) {
                            signed_out();
                        }
                    });
                }
                (Change::Review(_, ReviewAnswer::WasMe), Ok(())) => messages.success(words.was_me_done.to_owned()),
                (Change::Review(_, ReviewAnswer::WasNotMe), Ok(())) => {
                    doubting.try_set(false);
                    done.try_set(true);
                }
                // One that is no longer there is signed out as well.
                (Change::End(_, name), Err(error)) if error.is(Code::NotFound) => {
                    messages.success((words.signed_out)(&name));
                }
                (Change::End(_, name), Ok(())) => messages.success((words.signed_out)(&name)),
                (_, Err(error)) => {
                    if error.is(Code::NotFound) {
                        doubting.try_set(false);
                    }
                    // An open dialog says it itself.
                    if !doubting.get_untracked() && !asking.get_untracked() {
                        messages.failure(untrack(|| sentence(&error)));
                    }
                }
            }
            // After a failure too: the lists tell how things are (R2).
            sessions.refetch();
            unusual.refetch();
            if reviewed {
                history.pages.first.refetch();
            }
        };
        Self {
            sessions,
            unusual,
            history,
            q,
            filter,
            change: Command::new(send, then),
            doing,
            asking,
            doubting,
            doubt: RwSignal::new(String::new()),
            done,
        }
    }

    /// The person says whether they recognise a sign-in.
    pub fn review(self, id: SignInId, answer: ReviewAnswer) {
        self.doing.set(id.to_string());
        self.change.run(Change::Review(id, answer));
    }

    /// Opens the confirmation of **This wasn't me**.
    pub fn ask(self, event: &SignInEvent) {
        let words = text_now().sign_ins();
        let consequence = if event.session_id.is_some() { words.guide_ends } else { words.guide_over };
        self.doing.set(event.id.to_string());
        self.doubt.set(format!("{}. {consequence}", untrack(|| summary(event))));
        self.doubting.set(true);
    }

    /// The person confirmed that it was somebody else.
    pub fn confirm(self) {
        let id = self.doing.get_untracked();
        self.change.run(Change::Review(SignInId(id), ReviewAnswer::WasNotMe));
    }

    /// The person closed a dialog.
    pub fn close(self) {
        self.change.forget();
        for open in [self.asking, self.doubting, self.done] {
            open.set(false);
        }
    }

    /// Whether a change of this sign-in or session is on its way; reactive.
    pub fn busy(self, id: &str) -> bool {
        self.change.pending().get() && !self.doubting.get() && self.doing.with(|it| it == id)
    }

    /// Signs out a session.
    pub fn sign_out(self, session: &ActiveSession, name: String) {
        self.doing.set(session.id.to_string());
        let change = if session.current { Change::SignOut } else { Change::End(session.id.clone(), name) };
        self.change.run(change);
    }
}

/// A fresh page forgets everything of the person, wherever in memory it was.
fn signed_out() {
    // The browser may refuse only while it closes the page.
    let _ = window().location().set_href("/?signed-out");
}

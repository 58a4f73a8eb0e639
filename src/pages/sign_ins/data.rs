//! What the page reads and changes.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    page::Page,
    problem::Code,
    session::SessionState,
    sessions::ActiveSession,
    sign_ins::{ReviewAnswer, SignInEvent, SignInFilter},
};

use super::rows::device;
use crate::{
    api::{self, error::ApiError},
    i18n::{problem::sentence, text_now},
    state::{command::Command, messages::Messages, paged::Paged, query::Query},
};

/// The three lists, the three commands, and what the person is asked about.
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
    /// Which sign-ins are shown.
    pub filter: RwSignal<SignInFilter>,
    /// Says whether a sign-in is recognised.
    pub review: Command<(SignInEvent, ReviewAnswer)>,
    /// Ends one session.
    pub end: Command<ActiveSession>,
    /// Ends all of them.
    pub everywhere: Command<()>,
    /// Whether the confirmation of **Sign out everywhere** is open.
    pub asking: RwSignal<bool>,
    /// Whether the guide of **This wasn't me** is open.
    pub guiding: RwSignal<bool>,
    /// The sign-in that it is about; kept while the dialog closes.
    pub doubted: RwSignal<Option<SignInEvent>>,
    /// Whether that sign-in's session has been ended.
    pub ended: RwSignal<bool>,
    messages: Messages,
}

impl SignIns {
    /// Starts reading.
    pub fn new() -> Self {
        let (q, filter) = (RwSignal::new(String::new()), RwSignal::new(SignInFilter::All));
        let sessions = Query::new(api::sessions::list);
        let unusual = Query::new(|| api::sign_ins::list("", SignInFilter::Unusual, None));
        let history = Paged::new(q, move |q, cursor| {
            let filter = filter.get();
            async move { api::sign_ins::list(&q, filter, cursor.as_deref()).await }
        });
        let messages = Messages::here();
        let ended = RwSignal::new(false);
        let review = Command::new(
            |(it, answer): (SignInEvent, ReviewAnswer), key| async move {
                api::sign_ins::review(&it.id, answer, &key).await
            },
            move |(_, answer), outcome: Result<(), ApiError>| {
                match (&outcome, answer) {
                    (Ok(()), ReviewAnswer::WasMe) => messages.success(text_now().sign_ins.was_me_done.to_owned()),
                    (Ok(()), ReviewAnswer::WasNotMe) => _ = ended.try_set(true),
                    (Err(error), ReviewAnswer::WasMe) => messages.failure(untrack(|| sentence(error))),
                    // Its dialog is open and says it.
                    (Err(_), ReviewAnswer::WasNotMe) => {}
                }
                // After a lost answer too: the lists tell how things are (R2).
                if outcome.as_ref().err().is_none_or(ApiError::outcome_unknown) {
                    unusual.refetch();
                    sessions.refetch();
                    history.first.refetch();
                }
            },
        );
        let end = Command::new(
            |it: ActiveSession, key| async move { api::sessions::end(&it.id, &key).await },
            move |it: ActiveSession, outcome: Result<(), ApiError>| {
                match outcome {
                    // One that is no longer there is signed out as well.
                    Err(error) if !error.is(Code::NotFound) => messages.failure(untrack(|| sentence(&error))),
                    _ => {
                        let name = untrack(|| device(it.browser.as_deref(), it.operating_system.as_deref()));
                        messages.success((text_now().sign_ins.signed_out)(&name));
                    }
                }
                sessions.refetch();
            },
        );
        let everywhere = Command::new(
            |(), key| async move { api::sessions::revoke_all(&key).await },
            |(), outcome: Result<(), ApiError>| match outcome {
                Ok(()) => signed_out(),
                Err(error) if error.outcome_unknown() => spawn_local(async {
                    // Where nobody knows whether it worked, the session tells (R2).
                    if api::session::get().await.is_ok_and(|it| it.state != SessionState::SignedIn) {
                        signed_out();
                    }
                }),
                // Its dialog is open and says it.
                Err(_) => {}
            },
        );
        let (asking, guiding) = (RwSignal::new(false), RwSignal::new(false));
        let doubted = RwSignal::new(None);
        Self {
            sessions,
            unusual,
            history,
            q,
            filter,
            review,
            end,
            everywhere,
            asking,
            guiding,
            doubted,
            ended,
            messages,
        }
    }

    /// Opens the guide of **This wasn't me**.
    pub fn doubt(self, event: SignInEvent) {
        self.doubted.set(Some(event));
        self.ended.set(false);
        self.guiding.set(true);
    }

    /// The person confirmed that it was somebody else.
    pub fn confirm(self) {
        if let Some(event) = self.doubted.get_untracked() {
            self.review.run((event, ReviewAnswer::WasNotMe));
        }
    }

    /// The person closed the guide.
    pub fn leave_guide(self) {
        self.review.forget();
        self.guiding.set(false);
    }

    /// Signs out one session; this one as the header's **Sign out** does.
    pub fn sign_out(self, session: ActiveSession) {
        if !session.current {
            return self.end.run(session);
        }
        spawn_local(async move {
            match api::session::sign_out().await {
                Ok(()) => signed_out(),
                Err(error) => self.messages.failure(untrack(|| sentence(&error))),
            }
        });
    }
}

/// A fresh page forgets everything of the person, wherever in memory it was.
fn signed_out() {
    // The browser may refuse only while it closes the page.
    let _ = window().location().set_href("/?signed-out");
}

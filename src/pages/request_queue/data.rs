//! What the page reads and changes.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{app_requests::RequestState, problem::Code};

use super::Request;
use crate::{
    api::error::ApiError,
    components::page::keep_focus,
    i18n::{problem::sentence, text, text_now},
    pause,
    state::{command::Command, messages::Messages, paged::Paged, session::Session},
};

/// The requests that the person decides, and the one that is being denied.
pub struct Queue<R: 'static> {
    /// The requests that are looked at.
    pub list: Paged<R>,
    /// Whether those that were decided are looked at.
    pub decided: RwSignal<bool>,
    /// Gives the requester what they ask for.
    pub approve: Command<R>,
    /// Which request that is.
    pub approving: RwSignal<Option<String>>,
    /// Whether the form for a reason is open.
    pub denying: RwSignal<bool>,
    /// For which request, as it is known by now; kept while the dialog closes.
    pub denied: RwSignal<Option<R>>,
    /// For what the form sends.
    pub session: Session,
    messages: Messages,
}

impl<R> Clone for Queue<R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R> Copy for Queue<R> {}

impl<R: Request> Queue<R> {
    /// Starts reading.
    pub fn new() -> Self {
        let decided = RwSignal::new(false);
        let list = Paged::new(RwSignal::new(String::new()), move |_, cursor| {
            let decided = decided.get();
            async move { R::queue(decided, cursor.as_deref()).await }
        });
        let (session, messages) = (Session::here(), Messages::here());
        let approve = Command::new(
            |request: R, key| async move { request.approve(&key).await },
            move |request: R, outcome: Result<(), ApiError>| match outcome {
                Ok(()) => {
                    let wanted = untrack(|| request.wanted());
                    messages.success((R::words(text_now()).approved)(request.requester(), &wanted));
                    gone(list, &request);
                }
                Err(error) => spawn_local(async move {
                    let newer = caught_up(list, session, &error, &request).await;
                    let words = untrack(|| explained(&error, newer.as_ref().unwrap_or(&request)));
                    messages.failure(words.unwrap_or_else(|| untrack(|| sentence(&error))));
                }),
            },
        );
        Self {
            list,
            decided,
            approve,
            approving: RwSignal::new(None),
            denying: RwSignal::new(false),
            denied: RwSignal::new(None),
            session,
            messages,
        }
    }

    /// Approves a request.
    pub fn approve(self, request: R) {
        if !untrack(|| self.approve.pending().get()) {
            self.approving.set(Some(request.id().to_owned()));
            self.approve.run(request);
        }
    }

    /// Opens the form for the reason of a denial.
    pub fn ask(self, request: R) {
        self.denied.set(Some(request));
        self.denying.set(true);
    }

    /// The denial was taken.
    pub fn was_denied(self, request: &R) {
        let wanted = untrack(|| request.wanted());
        self.messages.success((R::words(text_now()).denied)(request.requester(), &wanted));
        self.denying.try_set(false);
        gone(self.list, request);
    }

    /// The denial was not taken: the dialog stays, and knows how the request is by now.
    pub async fn was_refused(self, error: &ApiError, request: &R) {
        if let Some(newer) = caught_up(self.list, self.session, error, request).await {
            self.denied.try_set(Some(newer));
        }
    }
}

/// A request leaves the list that is looked at.
fn gone<R: Request>(list: Paged<R>, request: &R) {
    list.rows.try_update(|rows| rows.retain(|it| it.id() != request.id()));
    settle_focus();
}

/// After a failure: where somebody else was faster, the row tells what became of the request; where nobody knows, the
/// whole list does (R2).
async fn caught_up<R: Request>(list: Paged<R>, session: Session, error: &ApiError, request: &R) -> Option<R> {
    if error.is(Code::NotFound) {
        gone(list, request);
        return None;
    }
    if !error.is(Code::Stale) && !error.is(Code::RequestDecided) {
        if error.outcome_unknown() {
            list.pages.first.refetch();
        }
        return None;
    }
    let newer = session.guarded(|| request.now()).await.ok()?;
    list.rows.try_update(|rows| {
        for it in rows.iter_mut().filter(|it| it.id() == newer.id()) {
            *it = newer.clone();
        }
    });
    settle_focus();
    Some(newer)
}

/// The browser takes the focus away once it has drawn that its control has gone.
fn settle_focus() {
    spawn_local(async {
        pause::drawn().await;
        keep_focus();
    });
}

/// Why a request could not be decided, where its page knows; `request` as it is by now. Reactive.
pub fn explained<R: Request>(error: &ApiError, request: &R) -> Option<String> {
    let words = R::words(text());
    let (person, wanted) = (request.requester(), request.wanted());
    let by = || request.decided_by().unwrap_or(words.decision.somebody);
    if error.is(Code::Stale) || error.is(Code::RequestDecided) {
        return match request.state() {
            RequestState::Approved => Some((words.decision.was_approved)(by())),
            RequestState::Denied => Some((words.decision.was_denied)(by())),
            RequestState::Withdrawn => Some((words.decision.was_withdrawn)(person)),
            RequestState::Pending | RequestState::Unknown => None,
        };
    }
    match () {
        () if error.is(Code::NotFound) => Some((words.gone)(person, &wanted)),
        () if error.is(Code::NotOffered) => Some((words.not_offered)(&wanted)),
        () if error.is(Code::DisabledAtHome) => Some((words.disabled)(person)),
        () if error.outcome_unknown() => Some(words.decision.unknown_outcome.to_owned()),
        () => request.explained(error),
    }
}

//! What the page reads and changes.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{app_requests::RequestState, ids::JoinRequestId, join_requests::JoinRequest, problem::Code};

use crate::{
    api::{self, error::ApiError},
    components::page::keep_focus,
    i18n::{problem::sentence, text, text_now},
    pause,
    state::{command::Command, messages::Messages, paged::Paged, session::Session},
};

/// The requests that the person decides, and the one that is being denied.
#[derive(Clone, Copy)]
pub struct Queue {
    /// The requests that are looked at.
    pub list: Paged<JoinRequest>,
    /// Whether those that were decided are looked at.
    pub decided: RwSignal<bool>,
    /// Lets the requester in.
    pub approve: Command<JoinRequest>,
    /// Which request that is.
    pub approving: RwSignal<Option<JoinRequestId>>,
    /// Whether the form for a reason is open.
    pub denying: RwSignal<bool>,
    /// For which request, as it is known by now; kept while the dialog closes.
    pub denied: RwSignal<Option<JoinRequest>>,
    /// For what the form sends.
    pub session: Session,
    messages: Messages,
}

impl Queue {
    /// Starts reading.
    pub fn new() -> Self {
        let decided = RwSignal::new(false);
        let list = Paged::new(RwSignal::new(String::new()), move |_, cursor| {
            let decided = decided.get();
            async move { api::join_requests::queue(decided, cursor.as_deref()).await }
        });
        let (session, messages) = (Session::here(), Messages::here());
        let approve = Command::new(
            |request: JoinRequest, key| async move { api::join_requests::approve(&request, &key).await },
            move |request: JoinRequest, outcome: Result<(), ApiError>| match outcome {
                Ok(()) => {
                    let (person, group) = names(&request);
                    messages.success((text_now().join_requests().approved)(person, group));
                    gone(list, &request.id);
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
    pub fn approve(self, request: JoinRequest) {
        if !untrack(|| self.approve.pending().get()) {
            self.approving.set(Some(request.id.clone()));
            self.approve.run(request);
        }
    }

    /// Opens the form for the reason of a denial.
    pub fn ask(self, request: JoinRequest) {
        self.denied.set(Some(request));
        self.denying.set(true);
    }

    /// The denial was taken.
    pub fn was_denied(self, request: &JoinRequest) {
        let (person, group) = names(request);
        self.messages.success((text_now().join_requests().denied)(person, group));
        self.denying.try_set(false);
        gone(self.list, &request.id);
    }

    /// The denial was not taken: the dialog stays, and knows how the request is by now.
    pub async fn was_refused(self, error: &ApiError, request: &JoinRequest) {
        if let Some(newer) = caught_up(self.list, self.session, error, request).await {
            self.denied.try_set(Some(newer));
        }
    }
}

/// A request leaves the list that is looked at.
fn gone(list: Paged<JoinRequest>, id: &JoinRequestId) {
    list.rows.try_update(|rows| rows.retain(|it| it.id != *id));
    settle_focus();
}

/// After a failure: where somebody else was faster, the row tells what became of the request; where nobody knows, the
/// whole list does (R2).
async fn caught_up(
    list: Paged<JoinRequest>,
    session: Session,
    error: &ApiError,
    request: &JoinRequest,
) -> Option<JoinRequest> {
    if error.is(Code::NotFound) {
        gone(list, &request.id);
        return None;
    }
    if !error.is(Code::Stale) && !error.is(Code::RequestDecided) {
        if error.outcome_unknown() {
            list.pages.first.refetch();
        }
        return None;
    }
    let newer = session.guarded(|| api::join_requests::one(&request.id)).await.ok()?;
    list.rows.try_update(|rows| {
        for it in rows.iter_mut().filter(|it| it.id == newer.id) {
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

/// Who asks, and for which group.
pub fn names(request: &JoinRequest) -> (&str, &str) {
    (&request.requester.display_name, &request.group.display_name)
}

/// Why a request could not be decided, where this page knows; `request` as it is by now. Reactive.
pub fn explained(error: &ApiError, request: &JoinRequest) -> Option<String> {
    let words = text().join_requests();
    let (person, group) = names(request);
    let by = || request.decided_by.clone().unwrap_or_else(|| words.somebody.to_owned());
    if error.is(Code::Stale) || error.is(Code::RequestDecided) {
        return match request.state {
            RequestState::Approved => Some((words.was_approved)(&by())),
            RequestState::Denied => Some((words.was_denied)(&by())),
            RequestState::Withdrawn => Some((words.was_withdrawn)(person)),
            RequestState::Pending | RequestState::Unknown => None,
        };
    }
    match () {
        () if error.is(Code::NotFound) => Some((words.gone)(person, group)),
        () if error.is(Code::ManagedElsewhere) => Some((words.elsewhere)(group)),
        () if error.is(Code::NotOffered) => Some((words.ended)(group)),
        () if error.is(Code::DisabledAtHome) => Some((words.disabled)(person)),
        () => error.outcome_unknown().then(|| words.unknown_outcome.to_owned()),
    }
}

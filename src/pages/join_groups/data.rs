//! What the page reads and changes.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    app_requests::RequestState,
    ids::{GroupId, JoinRequestId},
    join_requests::{JoinRequest, JoinableGroup, OfferedGroup},
    problem::Code,
};

use crate::{
    api::{self, error::ApiError},
    components::page::keep_focus,
    i18n::{self, problem::sentence, text_now},
    pause,
    state::{command::Command, messages::Messages, paged::Paged, session::Session},
};

/// The groups, the person's requests, and what the person is asked about.
#[derive(Clone, Copy)]
pub struct Joining {
    /// What can be joined, searched.
    pub offered: Paged<JoinableGroup>,
    /// What is searched for.
    pub q: RwSignal<String>,
    /// The person's requests, newest first.
    pub own: Paged<JoinRequest>,
    /// Joins a group at once.
    pub join: Command<OfferedGroup>,
    /// Which group that is.
    pub joining: RwSignal<Option<GroupId>>,
    /// Whether the form for a justification is open.
    pub asking: RwSignal<bool>,
    /// For which group; kept while the dialog closes.
    pub asked: RwSignal<Option<OfferedGroup>>,
    /// Takes a request back.
    pub withdraw: Command<JoinRequest>,
    /// Which request that is.
    pub withdrawing: RwSignal<Option<JoinRequestId>>,
    /// For what the form sends.
    pub session: Session,
    messages: Messages,
}

impl Joining {
    /// Starts reading.
    pub fn new() -> Self {
        let q = RwSignal::new(String::new());
        let offered =
            Paged::new(q, |q, cursor| async move { api::join_requests::joinable(&q, cursor.as_deref()).await });
        let own = Paged::new(RwSignal::new(String::new()), |_, cursor| async move {
            api::join_requests::own(cursor.as_deref()).await
        });
        let messages = Messages::here();
        let join = Command::new(
            |group: OfferedGroup, key| async move { api::join_requests::join(&group.id, &key).await },
            move |group, outcome: Result<(), ApiError>| {
                let name = &group.display_name;
                match outcome {
                    Ok(()) => messages.success((text_now().join_groups().joined)(name)),
                    Err(error) => {
                        messages.failure(untrack(|| explained(&error, name).unwrap_or_else(|| sentence(&error))));
                        if !error.is(Code::NotFound) && !error.is(Code::AlreadyThere) {
                            // How things are, the list tells (R2).
                            return offered.pages.first.refetch();
                        }
                    }
                }
                offered.rows.try_update(|rows| rows.retain(|it| it.group.id != group.id));
                // A request that waited has ended with it.
                own.pages.first.refetch();
                settle_focus();
            },
        );
        let withdraw = Command::new(
            |request: JoinRequest, key| async move { api::join_requests::withdraw(&request, &key).await },
            move |request, outcome: Result<(), ApiError>| {
                let (name, words) = (&request.group.display_name, text_now().join_groups());
                match outcome {
                    Ok(()) => messages.success((words.withdrawn)(name)),
                    Err(error) if error.is(Code::NotFound) => messages.failure((words.gone)(name)),
                    Err(error) if error.is(Code::Stale) || error.is(Code::RequestDecided) => {
                        messages.failure((words.decided_meanwhile)(name));
                    }
                    Err(error) => {
                        messages.failure(untrack(|| explained(&error, name).unwrap_or_else(|| sentence(&error))));
                    }
                }
                own.pages.first.refetch();
                offered.pages.first.refetch();
            },
        );
        Self {
            offered,
            q,
            own,
            join,
            joining: RwSignal::new(None),
            asking: RwSignal::new(false),
            asked: RwSignal::new(None),
            withdraw,
            withdrawing: RwSignal::new(None),
            session: Session::here(),
            messages,
        }
    }

    /// Joins a group.
    pub fn join(self, group: OfferedGroup) {
        if !untrack(|| self.join.pending().get()) {
            self.joining.set(Some(group.id.clone()));
            self.join.run(group);
        }
    }

    /// Takes a request back.
    pub fn withdraw(self, request: JoinRequest) {
        if !untrack(|| self.withdraw.pending().get()) {
            self.withdrawing.set(Some(request.id.clone()));
            self.withdraw.run(request);
        }
    }

    /// Opens the form for a justification.
    pub fn ask(self, group: OfferedGroup) {
        self.asked.set(Some(group));
        self.asking.set(true);
    }

    /// The request was sent.
    pub fn sent(self, group: &OfferedGroup) {
        self.messages.success((text_now().join_groups().asked)(&group.display_name));
        self.offered.rows.try_update(|rows| {
            for it in rows.iter_mut().filter(|it| it.group.id == group.id) {
                it.last_request = Some(RequestState::Pending);
            }
        });
        self.own.pages.first.refetch();
        self.asking.try_set(false);
    }

    /// The request was not sent: how things are, the lists tell.
    pub fn look(self) {
        self.offered.pages.first.refetch();
        self.own.pages.first.refetch();
    }
}

/// The browser takes the focus away once it has drawn that its control has gone.
fn settle_focus() {
    spawn_local(async {
        pause::drawn().await;
        keep_focus();
    });
}

/// Why a group can be neither joined nor asked for, where this page knows; reactive.
pub fn explained(error: &ApiError, name: &str) -> Option<String> {
    let words = i18n::text().join_groups();
    let sentence = match () {
        () if error.is(Code::NotFound) => words.not_offered,
        () if error.is(Code::AlreadyThere) => words.already,
        () if error.is(Code::ApprovalNeeded) => words.approval_needed,
        () if error.is(Code::ApprovalNotNeeded) => words.approval_not_needed,
        () if error.is(Code::RequestPending) => words.already_pending,
        () if error.is(Code::DisabledAtHome) => return Some(words.disabled.to_owned()),
        () => return error.outcome_unknown().then(|| words.unknown_outcome.to_owned()),
    };
    Some(sentence(name))
}

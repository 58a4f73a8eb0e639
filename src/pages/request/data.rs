//! What the page reads and changes.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    app_requests::{AppRequest, CatalogueApp, OfferedApp, RequestState},
    ids::AppId,
    problem::Code,
};

use super::offered::name;
use crate::{
    api::{self, error::ApiError},
    components::page::keep_focus,
    i18n::{self, problem::sentence, text_now},
    pause,
    state::{command::Command, messages::Messages, paged::Paged, session::Session},
};

/// The catalogue, the person's requests, and what the person is asked about.
#[derive(Clone, Copy)]
pub struct Requests {
    /// What can be added or asked for, searched.
    pub catalogue: Paged<CatalogueApp>,
    /// What is searched for.
    pub q: RwSignal<String>,
    /// The person's requests, newest first.
    pub own: Paged<AppRequest>,
    /// Gives the person an app at once.
    pub add: Command<OfferedApp>,
    /// Which app that is.
    pub adding: RwSignal<Option<AppId>>,
    /// Whether the form for a justification is open.
    pub asking: RwSignal<bool>,
    /// For which app; kept while the dialog closes.
    pub asked: RwSignal<Option<OfferedApp>>,
    /// Takes a request back.
    pub withdraw: Command<AppRequest>,
    /// Whether that confirmation is open.
    pub confirming: RwSignal<bool>,
    /// Which request it is about; kept while the dialog closes.
    pub confirmed: RwSignal<Option<AppRequest>>,
    /// For what the form sends.
    pub session: Session,
    messages: Messages,
}

impl Requests {
    /// Starts reading.
    pub fn new() -> Self {
        let q = RwSignal::new(String::new());
        let catalogue = Paged::new(q, |q, cursor| {
            let language = i18n::language();
            async move { api::app_requests::catalogue(&q, language, cursor.as_deref()).await }
        });
        let own = Paged::new(RwSignal::new(String::new()), |_, cursor| async move {
            api::app_requests::own(cursor.as_deref()).await
        });
        let messages = Messages::here();
        let add = Command::new(
            |app: OfferedApp, key| async move { api::app_requests::add(&app.id, &key).await },
            move |app, outcome: Result<(), ApiError>| {
                let name = untrack(|| name(&app));
                match outcome {
                    Ok(()) => messages.success((text_now().request().added)(&name)),
                    Err(error) => {
                        messages.failure(
                            untrack(|| explained(&error, &name)).unwrap_or_else(|| untrack(|| sentence(&error))),
                        );
                        if !error.is(Code::NotFound) && !error.is(Code::AlreadyThere) {
                            // How things are, the list tells (R2).
                            return catalogue.pages.first.refetch();
                        }
                    }
                }
                catalogue.rows.try_update(|rows| rows.retain(|it| it.app.id != app.id));
                spawn_local(async {
                    pause::drawn().await;
                    keep_focus();
                });
            },
        );
        let confirming = RwSignal::new(false);
        let withdraw = Command::new(
            |request: AppRequest, key| async move { api::app_requests::withdraw(&request, &key).await },
            move |request, outcome: Result<(), ApiError>| {
                let (name, words) = (untrack(|| name(&request.app)), text_now().request());
                own.pages.first.refetch();
                match outcome {
                    Ok(()) => messages.success((words.withdrawn)(&name)),
                    Err(error) if error.is(Code::NotFound) => messages.failure((words.gone)(&name)),
                    // The dialog says what failed.
                    Err(_) => return,
                }
                catalogue.pages.first.refetch();
                confirming.try_set(false);
            },
        );
        Self {
            catalogue,
            q,
            own,
            add,
            adding: RwSignal::new(None),
            asking: RwSignal::new(false),
            asked: RwSignal::new(None),
            withdraw,
            confirming,
            confirmed: RwSignal::new(None),
            session: Session::here(),
            messages,
        }
    }

    /// Adds an app.
    pub fn add(self, app: OfferedApp) {
        if !untrack(|| self.add.pending().get()) {
            self.adding.set(Some(app.id.clone()));
            self.add.run(app);
        }
    }

    /// Opens the form for a justification.
    pub fn ask(self, app: OfferedApp) {
        self.asked.set(Some(app));
        self.asking.set(true);
    }

    /// The request was sent.
    pub fn sent(self, app: &OfferedApp) {
        self.messages.success((text_now().request().asked)(&untrack(|| name(app))));
        self.catalogue.rows.try_update(|rows| {
            for it in rows.iter_mut().filter(|it| it.app.id == app.id) {
                it.last_request = Some(RequestState::Pending);
            }
        });
        self.own.pages.first.refetch();
        self.asking.try_set(false);
    }

    /// The request was not sent: how things are, the lists tell.
    pub fn look(self) {
        self.catalogue.pages.first.refetch();
        self.own.pages.first.refetch();
    }

    /// Opens the confirmation before a request is taken back.
    pub fn ask_back(self, request: AppRequest) {
        self.confirmed.set(Some(request));
        self.confirming.set(true);
    }

    /// The person confirmed. The list may know a newer version by now.
    pub fn confirm(self) {
        let Some(request) = self.confirmed.get_untracked() else { return };
        let newer = self.own.rows.with_untracked(|rows| rows.iter().find(|it| it.id == request.id).cloned());
        self.withdraw.run(newer.unwrap_or(request));
    }

    /// The person changed their mind.
    pub fn cancel(self) {
        self.confirming.set(false);
        self.withdraw.forget();
    }
}

/// Why an app can be neither added nor requested, where this page knows; reactive.
pub fn explained(error: &ApiError, name: &str) -> Option<String> {
    let words = i18n::text().request();
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

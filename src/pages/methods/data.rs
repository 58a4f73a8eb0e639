//! What the pages of methods read and change.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    ids::MethodId,
    methods::{Enrolment, Method, MethodKind, Methods},
    problem::Code,
};

use super::words::called;
use crate::{
    api::{self, error::ApiError},
    i18n::{problem::sentence, text_now},
    state::{command::Command, messages::Messages, query::Query, session::Session},
};

/// Where the dialog is.
#[derive(Clone, PartialEq)]
pub enum Step {
    /// Which kind to add.
    Choose,
    /// What it needs to begin: a number, an address, a name; `replaces` is what is being changed.
    Begin {
        /// What is registered.
        kind: MethodKind,
        /// The method in whose place it comes.
        replaces: Option<Method>,
    },
    /// The code that proves it.
    Prove {
        /// What is registered.
        kind: MethodKind,
        /// What the backend said.
        enrolment: Enrolment,
    },
    /// A new app password, shown once.
    Shown(String),
    /// Which method sign-in asks for first.
    Default,
}

/// The list, the open dialog, and the method that the person is asked about.
#[derive(Clone, Copy)]
pub struct OwnMethods {
    /// Which kinds the person is offered here.
    pub offers: fn(MethodKind) -> bool,
    /// Told whenever what is registered has changed.
    pub changed: Trigger,
    /// What is registered and what can be added.
    pub methods: Query<Methods>,
    /// The step on screen; kept while the dialog closes.
    pub step: RwSignal<Step>,
    /// Whether its dialog is open.
    pub open: RwSignal<bool>,
    /// Chooses the default.
    pub set_default: Command<MethodId>,
    /// Deletes a method.
    pub remove: Command<Method>,
    /// Whether the confirmation is open.
    pub asking: RwSignal<bool>,
    /// Which method it is about; kept while the dialog closes.
    pub asked: RwSignal<Option<Method>>,
    /// For the forms, which send under the same protection as everything else.
    pub session: Session,
    /// Something was registered.
    added: Callback<Method>,
}

impl OwnMethods {
    /// Starts reading.
    pub fn new(offers: fn(MethodKind) -> bool) -> Self {
        let changed = Trigger::new();
        let methods = Query::new(api::methods::list);
        let (session, messages) = (Session::here(), Messages::here());
        let (open, asking) = (RwSignal::new(false), RwSignal::new(false));
        let set_default = Command::new(
            |id: MethodId, key| async move { api::methods::set_default(&id, &key).await },
            move |_, outcome: Result<(), ApiError>| {
                if outcome.is_ok() {
                    open.try_set(false);
                    messages.success(text_now().security_info().default_changed.to_owned());
                    changed.notify();
                    look_again(session, messages);
                }
                methods.refetch();
            },
        );
        let remove = Command::new(
            |it: Method, _| async move { api::methods::remove(&it.id).await },
            move |it: Method, outcome: Result<(), ApiError>| {
                if outcome.as_ref().err().is_none_or(|it| it.is(Code::NotFound)) {
                    asking.try_set(false);
                    messages.success((text_now().security_info().deleted)(&untrack(|| called(&it))));
                    changed.notify();
                    look_again(session, messages);
                }
                methods.refetch();
            },
        );
        let added = Callback::new(move |method: Method| {
            open.try_set(false);
            messages.success((text_now().security_info().added)(&untrack(|| called(&method))));
            methods.refetch();
            changed.notify();
            look_again(session, messages);
        });
        Self {
            offers,
            changed,
            methods,
            step: RwSignal::new(Step::Choose),
            open,
            set_default,
            remove,
            asking,
            asked: RwSignal::new(None),
            session,
            added,
        }
    }

    /// Opens the dialog at a step.
    pub fn start(self, step: Step) {
        self.set_default.forget();
        self.step.set(step);
        self.open.set(true);
    }

    /// Something was registered: closes the dialog and says so.
    pub fn added(self, method: Method) {
        self.added.run(method);
    }

    /// Asks before a method is deleted.
    pub fn ask(self, method: Method) {
        self.asked.set(Some(method));
        self.asking.set(true);
    }

    /// The person confirmed.
    pub fn confirm(self) {
        if let Some(method) = self.asked.get_untracked() {
            self.remove.run(method);
        }
    }

    /// The person changed their mind.
    pub fn cancel(self) {
        self.asking.set(false);
        self.remove.forget();
    }
}

/// What the session asks for as a proof of identity follows the methods; where one had to be registered first, that is
/// the way in.
fn look_again(session: Session, messages: Messages) {
    spawn_local(async move {
        match session.guarded(api::session::get).await {
            Ok(answer) => session.accept(answer),
            Err(error) => messages.failure(untrack(|| sentence(&error))),
        }
    });
}

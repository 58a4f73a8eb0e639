//! What the page reads and changes.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    organizations::{ConnectedOrganization, OrganizationSummary},
    page::Page,
    problem::Code,
    session::Session as Answer,
};

use crate::{
    api::{self, error::ApiError},
    i18n::{problem::sentence, text_now},
    state::{command::Command, messages::Messages, query::Query, session::Session},
};

/// The list, the two commands, and the organization that the person is asked about.
#[derive(Clone, Copy)]
pub struct Organizations {
    /// The organizations connected to the account.
    pub list: Query<Page<ConnectedOrganization>>,
    /// Signs in to an organization, so that it can be left.
    pub sign_in: Command<OrganizationSummary>,
    /// Leaves one.
    pub leave: Command<OrganizationSummary>,
    /// Whether the confirmation is open.
    pub asking: RwSignal<bool>,
    /// Which organization it is about; kept while the dialog closes.
    pub asked: RwSignal<Option<OrganizationSummary>>,
}

impl Organizations {
    /// Starts reading.
    pub fn new() -> Self {
        let list = Query::new(api::organizations::list);
        let (messages, session) = (Messages::here(), Session::here());
        let asking = RwSignal::new(false);
        let leave = Command::new(
            |it: OrganizationSummary, key| async move { api::organizations::leave(&it.id, &key).await },
            move |it, outcome| match outcome {
                Ok(()) => gone(it, list, messages, asking, session, text_now().organizations().left),
                Err(error) if error.is(Code::NotFound) => {
                    gone(it, list, messages, asking, session, text_now().organizations().already_left);
                }
                Err(error) if error.outcome_unknown() => look_again(it, list, messages, asking, session),
                // The reason may be new to the page: show how things are now.
                Err(_) => list.refetch(),
            },
        );
        let sign_in = Command::new(
            |it: OrganizationSummary, key| async move { api::organizations::sign_in(&it.id, &key).await },
            move |it: OrganizationSummary, outcome: Result<Answer, ApiError>| match outcome {
                Ok(answer) => {
                    session.accept(answer);
                    list.refetch();
                    messages.success((text_now().organizations().signed_in_there)(&it.display_name));
                }
                Err(error) => messages.failure(untrack(|| sentence(&error))),
            },
        );
        Self { list, sign_in, leave, asking, asked: RwSignal::new(None) }
    }

    /// Opens the confirmation.
    pub fn ask(self, organization: OrganizationSummary) {
        self.asked.set(Some(organization));
        self.asking.set(true);
    }

    /// The person confirmed.
    pub fn confirm(self) {
        if let Some(organization) = self.asked.get_untracked() {
            self.leave.run(organization);
        }
    }

    /// The person changed their mind.
    pub fn cancel(self) {
        self.asking.set(false);
        self.leave.forget();
    }
}

/// It is no longer connected: the page shows so, closes the dialog and says it.
fn gone(
    organization: OrganizationSummary,
    list: Query<Page<ConnectedOrganization>>,
    messages: Messages,
    asking: RwSignal<bool>,
    session: Session,
    words: fn(&str) -> String,
) {
    list.update(|page| page.items.retain(|it| it.id != organization.id));
    asking.try_set(false);
    messages.success(words(&organization.display_name));
    spawn_local(async move {
        // Whoever worked in that organization works at home again; the header has to know. A failure here changes
        // nothing that was done: the next request tells the same.
        if let Ok(answer) = api::session::get().await {
            session.accept(answer);
        }
    });
}

/// Nobody knows whether it worked (R2): reads the state and, where it did, says so. Where it did not, the dialog keeps
/// its **Try again**.
fn look_again(
    organization: OrganizationSummary,
    list: Query<Page<ConnectedOrganization>>,
    messages: Messages,
    asking: RwSignal<bool>,
    session: Session,
) {
    spawn_local(async move {
        if let Ok(page) = session.guarded(api::organizations::list).await
            && !page.items.iter().any(|it| it.id == organization.id)
        {
            gone(organization, list, messages, asking, session, text_now().organizations().left);
        }
    });
}

//! **Switch organization**: work in another organization that the account is connected to; a guest proves identity there.

use leptos::prelude::*;
use portal_contract::{
    organizations::{ConnectedOrganization, Leaving, OrganizationSummary, Relation},
    session::Session as Answer,
};

use crate::{
    api::{self, error::ApiError},
    components::{
        avatar::Avatar,
        dialog::Dialog,
        icon::{DONE, Icon},
        loaded::Loaded,
        notice::Notice,
    },
    i18n::text_now,
    state::{command::Command, messages::Messages, query::Query, session::Session},
    t,
    view::{Built, live, view},
};

/// A dialog that offers every organization in which the person can work.
#[component]
pub fn SwitchOrganization(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> Built {
    let content = move |()| view! { <Choices open /> };
    view! {
        <Dialog
            open
            title=t!(shell.switch_organization)
            close=move |()| open.set(false)
            content
        />
    }
}

#[component]
fn Choices(open: RwSignal<bool>) -> Built {
    let (session, messages) = (Session::here(), Messages::here());
    let organizations = Query::new(api::organizations::list);
    let switch = Command::new(
        |it: OrganizationSummary, key| async move { api::organizations::sign_in(&it.id, &key).await },
        move |it: OrganizationSummary, outcome: Result<Answer, ApiError>| {
            if let Ok(answer) = outcome {
                session.accept(answer);
                open.set(false);
                messages.success((text_now().shell().switched)(&it.display_name));
            }
        },
    );
    let current =
        move || session.with(|it| Some(it.user.as_ref()?.current_organization.as_ref()?.id.clone())).flatten();
    let choice = move |it: ConnectedOrganization| {
        let OrganizationSummary { display_name, language, id } = it.summary();
        let here = move || current().as_ref() == Some(&id);
        let spoken = here.clone();
        view! {
            <li>
                <button
                    type="button"
                    class="choice"
                    aria-current=move || spoken().then_some("true")
                    on:click=move |_| switch.run(it.summary())
                >
                    <Avatar name=display_name.clone() kind="organization" size="small" />
                    <span lang=language>{display_name}</span>
                    {live(move || here().then(|| view! { <span class="meta"><Icon path=DONE /> {t!(shell.current)}</span> }))}
                </button>
            </li>
        }
    };
    let content = move |page: portal_contract::page::Page<ConnectedOrganization>| {
        let open_to_me =
            page.items.into_iter().filter(|it| it.relation == Relation::Home || it.leaving != Leaving::DisabledThere);
        view! { <ul class="choices">{open_to_me.map(choice).collect::<Vec<_>>()}</ul> }
    };
    view! {
        <p>{t!(shell.switch_intro)}</p>
        <Notice error=switch.error() explain=None />
        <Loaded query=organizations content />
        <div class="actions">
            <button type="button" class="button" data-kind="plain" on:click=move |_| open.set(false)>
                {t!(common.cancel)}
            </button>
        </div>
    }
}

//! The account menu: who works where, the way to the account, signing out.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    api,
    components::offered::instead,
    components::{avatar::Avatar, flyout::Flyout},
    i18n::{problem::sentence, text},
    pages::organizations::switch::SwitchOrganization,
    routes,
    state::capabilities,
    state::{
        messages::Messages,
        session::{Session, leave},
    },
    t,
    view::{Built, live, said, view},
};

/// The menu behind the person's picture.
#[component]
pub fn AccountMenu() -> Built {
    let (session, messages) = (Session::here(), Messages::here());
    let switching = RwSignal::new(false);
    let leaving = RwSignal::new(false);
    let name =
        move || session.with(|it| it.user.as_ref().map(|it| it.display_name.clone())).flatten().unwrap_or_default();
    let photo = move || session.with(|it| it.user.as_ref()?.photo.clone()).flatten();
    let place = move || session.with(|it| it.user.as_ref()?.current_organization.clone()).flatten();
    let sign_out = move |_| {
        if leaving.get_untracked() {
            return;
        }
        leaving.set(true);
        spawn_local(async move {
            let outcome = session.guarded(api::session::sign_out).await;
            leaving.try_set(false);
            match outcome {
                Ok(next) => leave(&next),
                Err(error) => messages.failure(untrack(|| sentence(&error))),
            }
        });
    };
    view! {
        <Flyout
            icon=None
            label=move || (text().shell().account_menu)(&name())
            face=live(move || view! { <Avatar name=name() size="small" photo=photo() /> })
        >
            <p class="who">
                <strong>{said(name)}</strong>
                <span class="meta">
                    {live(move || {
                        place()
                            .map(|it| view! { <span lang=it.language.clone()>{it.display_name}</span> })
                    })}
                </span>
            </p>
            <a href=routes::PROFILE class="choice">{t!(pages.profile)}</a>
            <a href=routes::OVERVIEW class="choice">{t!(shell.view_account)}</a>
            {instead(capabilities::SWITCH_ORGANIZATION, t!(shell.switch_organization).into())
                .unwrap_or_else(|| {
                    view! {
                        <button type="button" class="choice" on:click=move |_| switching.set(true)>
                            {t!(shell.switch_organization)}
                        </button>
                    }
                })}
            <button type="button" class="choice" on:click=sign_out>
                {live(move || if leaving.get() { text().shell().signing_out } else { text().shell().sign_out })}
            </button>
        </Flyout>
        <SwitchOrganization open=switching />
    }
}

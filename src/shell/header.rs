//! The header: portal switch, language, theme, help, account.

use leptos::prelude::*;

use super::{
    account_menu::AccountMenu,
    brand::{Legal, logo},
    navigation::in_my_apps,
    switches::{LanguageSwitch, ThemeSwitch},
};
use crate::{
    components::{
        contact::Contact,
        flyout::Flyout,
        icon::{HELP, Icon, MENU},
    },
    deployment, routes,
    state::session::Session,
    t,
    view::{Built, live, view},
};

/// The header.
#[component]
pub fn Header(
    /// Whether the navigation's drawer is open.
    drawer: RwSignal<bool>,
) -> Built {
    let in_my_apps = in_my_apps();
    view! {
        <header class="header">
            <button
                type="button"
                class="icon-button menu-button"
                aria-expanded=move || drawer.get().to_string()
                aria-controls="navigation"
                on:click=move |_| drawer.update(|it| *it = !*it)
            >
                <Icon path=MENU />
                <span>{t!(shell.menu)}</span>
            </button>
            {logo()}
            <nav class="portals" aria-label=t!(shell.portals)>
                <a href=routes::OVERVIEW aria-current=move || (!in_my_apps.get()).then_some("true")>
                    {t!(shell.my_account)}
                </a>
                <a href=routes::APPS aria-current=move || in_my_apps.get().then_some("true")>
                    {t!(shell.my_apps)}
                </a>
            </nav>
            <LanguageSwitch />
            <ThemeSwitch />
            <Help />
            <AccountMenu />
        </header>
    }
}

/// The help desk, at the same place on every page (WCAG 3.2.6).
#[component]
fn Help() -> Built {
    let session = Session::here();
    let named = move || session.with(|it| it.user.as_ref()?.help_contact.clone()).flatten();
    let contact = move || match named().or_else(deployment::help) {
        Some(contact) => view! { <p>{t!(shell.help_intro)}</p> <Contact contact /> },
        None => view! { <p>{t!(shell.help_unknown)}</p> },
    };
    view! {
        <Flyout icon=Some(HELP) label=t!(shell.help)>
            <div class="prose">
                {live(contact)}
                <Legal />
            </div>
        </Flyout>
    }
}

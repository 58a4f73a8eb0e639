//! The last page of somebody who closed their account; needs no session (features 1.9).

use leptos::prelude::*;

use crate::{
    components::page::PageHeader,
    routes,
    shell::LanguageSwitch,
    t,
    view::{Built, view},
};

/// Says what happened.
#[component]
pub fn GoodbyePage() -> Built {
    view! {
        <header class="header">
            <span class="brand">{t!(shell.my_account)}</span>
            <LanguageSwitch />
        </header>
        <main class="lonely card">
            <PageHeader title=t!(goodbye.title) intro=t!(goodbye.intro) />
            <p>{t!(goodbye.reserved)}</p>
            <p>{t!(goodbye.gone)}</p>
            <a class="button" href=routes::OVERVIEW>{t!(goodbye.to_sign_in)}</a>
        </main>
    }
}

//! The last page of somebody who closed their account; needs no session (features 1.9).

use leptos::prelude::*;
use web_sys::Storage;

use crate::{
    components::page::PageHeader,
    routes,
    shell::{LanguageSwitch, brand},
    t,
    view::{Built, view},
};

/// In this tab's storage and not in the address: nobody can be told by a link that their account is gone.
const KEY: &str = "account-closed";

/// From now on this tab shows the page to nobody signed in.
pub fn expect() {
    if let Some(storage) = storage() {
        // Without it the person sees the sign-in page instead.
        let _ = storage.set_item(KEY, "1");
    }
}

/// Whether an account was closed in this tab.
pub fn due() -> bool {
    storage().and_then(|it| it.get_item(KEY).ok()?).is_some()
}

fn forget() {
    if let Some(storage) = storage() {
        // Where it cannot be removed it could not be stored either.
        let _ = storage.remove_item(KEY);
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}

/// Says what happened.
#[component]
pub fn GoodbyePage() -> Built {
    view! {
        <header class="header">
            {brand()}
            <LanguageSwitch />
        </header>
        <main class="lonely card">
            <PageHeader title=t!(goodbye.title) intro=t!(goodbye.intro) />
            <p>{t!(goodbye.reserved)}</p>
            <p>{t!(goodbye.gone)}</p>
            <a class="button" href=routes::OVERVIEW on:click=move |_| forget()>{t!(goodbye.to_sign_in)}</a>
        </main>
    }
}

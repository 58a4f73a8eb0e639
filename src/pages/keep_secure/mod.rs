//! **Keep your account secure**: the organization wants a method registered before anything else is open (features 0).

use leptos::{prelude::*, task::spawn_local};

use crate::{
    api,
    components::{button::Button, page::PageHeader},
    i18n::problem::sentence,
    pages::security_info::MethodList,
    shell::{LanguageSwitch, brand},
    state::{
        messages::Messages,
        session::{Session, leave},
    },
    t,
    view::{Built, view},
};

/// The methods to choose from; once one is registered, the way in.
#[component]
pub fn KeepSecurePage() -> Built {
    let (session, messages) = (Session::here(), Messages::here());
    let sign_out = move |()| {
        spawn_local(async move {
            match session.guarded(api::session::sign_out).await {
                Ok(next) => leave(&next),
                Err(error) => messages.failure(untrack(|| sentence(&error))),
            }
        });
    };
    view! {
        <header class="header">
            {brand()}
            <LanguageSwitch />
        </header>
        <main class="lonely">
            <PageHeader
                title=t!(security_info.keep_secure)
                intro=t!(security_info.keep_secure_intro)
            />
            <MethodList />
            <Button kind="quiet" label=t!(shell.sign_out) press=sign_out />
        </main>
    }
}

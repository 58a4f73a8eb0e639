//! The block **My sign-ins**: the last one.

use leptos::prelude::*;
use portal_contract::{page::Page, sign_ins::SignInEvent};

use crate::{
    api,
    components::{
        icon::{HISTORY, Icon},
        loaded::Loaded,
    },
    i18n::{format, text},
    pages::sign_ins::rows::{device, place_name},
    routes,
    state::query::Query,
    t,
    view::{Built, live, view},
};

/// When and from where the account last signed in.
#[component]
pub fn SignInsBlock() -> Built {
    let newest = Query::new(api::sign_ins::newest);
    let content = |page: Page<SignInEvent>| view! { <p>{live(move || page.items.first().map(last))}</p> };
    view! {
        <section aria-labelledby="sign-ins" class="card block">
            <h2 id="sign-ins">
                <Icon path=HISTORY />
                {t!(pages.sign_ins)}
            </h2>
            <Loaded query=newest rows=1 content />
            <a href=routes::SIGN_INS class="button" data-kind="plain">
                {t!(overview.sign_ins_review)}
            </a>
        </section>
    }
}

/// With its place where that is known, else with the device.
fn last(event: &SignInEvent) -> String {
    let whence = match &event.place {
        Some(place) => place_name(Some(place)),
        None => device(event.browser.as_deref(), event.operating_system.as_deref()),
    };
    (text().overview().sign_ins_last)(&format::ago(&event.at), &whence)
}

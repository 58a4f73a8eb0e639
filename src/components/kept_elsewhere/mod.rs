//! In the place of what people manage at their organization's identity provider: that, and the way there.

use leptos::prelude::*;

use super::{
    contact::Contact,
    external_link::ExternalLink,
    icon::{Icon, LOCKED},
};
use crate::{
    state::session::Session,
    t,
    view::{Built, Reading, view},
};

/// Whether the person signed in at an identity provider.
pub fn is_kept_elsewhere() -> bool {
    untrack(|| Session::here().with(|it| it.elsewhere)) == Some(true)
}

/// What is said instead; the provider's page where the portal knows it, the help desk otherwise.
#[component]
pub fn KeptElsewhere() -> Built {
    let session = Session::here();
    let page = untrack(|| session.with(|it| it.account_url.clone())).flatten();
    let help = untrack(|| session.user()).and_then(|it| it.help_contact);
    let way = match (page, help) {
        (Some(address), _) => view! {
            <ExternalLink
                address
                label=t!(elsewhere.manage)
                name=Reading::from(t!(elsewhere.manage_name))
                refused=t!(shell.help_unknown)
            />
        },
        (None, Some(contact)) => view! { <Contact contact /> },
        (None, None) => view! { <p>{t!(shell.help_unknown)}</p> },
    };
    view! {
        <section class="card done">
            <Icon path=LOCKED />
            <div class="prose">
                <h2>{t!(elsewhere.kept)}</h2>
                <p>{t!(elsewhere.kept_intro)}</p>
                {way}
            </div>
        </section>
    }
}

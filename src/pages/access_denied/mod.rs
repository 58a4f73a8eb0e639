//! Signed in, but not allowed here: why, and whom to ask (features 0).

use leptos::prelude::*;

use crate::{
    components::{contact::Contact, page::PageHeader},
    i18n::{Words, text},
    routes,
    state::session::Session,
    t,
    view::{Built, live, view},
};

/// A page of My Apps, for who has them.
pub fn in_my_apps(page: fn() -> Built) -> Built {
    let session = Session::here();
    // Kept apart from the rest of the session, which changes under an open page: with a proof of identity, with a method.
    let allowed =
        Memo::new(move |_| session.with(|it| it.user.as_ref().is_some_and(|it| it.has_my_apps)) == Some(true));
    live(move || match allowed.get() {
        true => page(),
        false => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
    })
}

/// Why, whom to ask, and the way back.
#[component]
pub fn AccessDenied(
    /// Why there is no access.
    reason: Words,
) -> Built {
    let session = Session::here();
    let contact = move || session.with(|it| it.user.as_ref()?.help_contact.clone()).flatten();
    view! {
        <PageHeader
            title=t!(access_denied.title)
            intro=move || reason().to_owned()
        />
        <section class="card prose">
            <p>{t!(access_denied.whom)}</p>
            {live(move || match contact() {
                Some(contact) => view! { <Contact contact /> },
                None => view! { <p>{live(move || text().shell().help_unknown)}</p> },
            })}
            <a href=routes::OVERVIEW class="button" data-kind="primary">{t!(access_denied.to_account)}</a>
        </section>
    }
}

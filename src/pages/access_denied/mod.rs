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

/// A page of My Apps, and why not, for people whose organization gives them no My Apps.
pub fn only_with_my_apps(page: impl Fn() -> Built + 'static) -> Built {
    let session = Session::here();
    // Signing in again in place changes the session and must not take away what is being done on the page (R5).
    let allowed = Memo::new(move |_| session.user().is_some_and(|it| it.has_my_apps));
    live(move || match allowed.get() {
        true => untrack(&page),
        false => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
    })
}

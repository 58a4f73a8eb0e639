//! The side navigation of the portal that the address belongs to; a drawer on narrow screens.

use leptos::{ev, prelude::*};
use leptos_router::hooks::use_location;

use crate::{
    components::icon::{
        ACCESS_REVIEWS, APPS, COLLECTIONS, COMPUTER, DELETED, DONE, GROUPS, HISTORY, HOME, Icon, ORGANIZATIONS,
        PASSWORD, SECURITY_KEY, SETTINGS,
    },
    deployment,
    i18n::{Words, text},
    routes,
    state::session::Session,
    t,
    view::{Built, live, said, view},
};

/// Whether the address belongs to My Apps; reactive.
pub fn in_my_apps() -> Memo<bool> {
    let location = use_location();
    Memo::new(move |_| location.pathname.with(|it| routes::in_my_apps(&deployment::path(it))))
}

/// Links to the pages that exist.
#[component]
pub fn Navigation(
    /// Whether the drawer is open.
    drawer: RwSignal<bool>,
) -> Built {
    let session = Session::here();
    let in_my_apps = in_my_apps();
    let location = use_location();
    Effect::new(move |_| {
        location.pathname.track();
        drawer.set(false);
    });
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            drawer.set(false);
        }
    });
    on_cleanup(move || escape.remove());
    let administers =
        move || session.with(|it| it.user.as_ref().is_some_and(|it| !it.administers.is_empty())) == Some(true);
    let has_my_apps = move || session.with(|it| it.user.as_ref().is_some_and(|it| it.has_my_apps)) == Some(true);
    let decides = move || session.with(|it| it.user.as_ref().is_some_and(|it| it.approves_apps)) == Some(true);
    let reviews = move || session.with(|it| it.user.as_ref()?.access_reviews).flatten();
    view! {
        <nav class="navigation" id="navigation" aria-label=t!(shell.navigation) data-open=move || drawer.get().then_some("")>
            <ul>
                {live(move || {
                    if in_my_apps.get() {
                        view! {
                            <Link to=routes::APPS icon=APPS label=t!(pages.apps) />
                            <Link to=routes::COLLECTIONS icon=COLLECTIONS label=t!(pages.collections) />
                            {live(move || {
                                has_my_apps()
                                    .then(|| view! { <Link to=routes::GROUPS icon=GROUPS label=t!(pages.groups) /> })
                            })}
                            {live(move || {
                                reviews()
                                    .map(|count| {
                                        view! {
                                            <Link
                                                to=routes::ACCESS_REVIEWS
                                                icon=ACCESS_REVIEWS
                                                label=t!(pages.access_reviews)
                                                count
                                            />
                                        }
                                    })
                            })}
                            {live(move || {
                                decides()
                                    .then(|| {
                                        view! { <Link to=routes::APP_REQUESTS icon=DONE label=t!(pages.app_requests) /> }
                                    })
                            })}
                        }
                    } else {
                        view! {
                            <Link to=routes::OVERVIEW icon=HOME label=t!(pages.overview) />
                            <Link to=routes::SECURITY_INFO icon=SECURITY_KEY label=t!(pages.security_info) />
                            <Link to=routes::PASSWORD icon=PASSWORD label=t!(pages.password) />
                            <Link to=routes::DEVICES icon=COMPUTER label=t!(pages.devices) />
                            <Link to=routes::ORGANIZATIONS icon=ORGANIZATIONS label=t!(pages.organizations) />
                            <Link to=routes::SETTINGS icon=SETTINGS label=t!(pages.settings) />
                            <Link to=routes::SIGN_INS icon=HISTORY label=t!(pages.sign_ins) />
                            {live(move || {
                                administers()
                                    .then(|| {
                                        view! { <Link to=routes::DELETED_USERS icon=DELETED label=t!(pages.deleted_users) /> }
                                    })
                            })}
                        }

                    }
                })}
            </ul>
        </nav>
    }
}

#[component]
fn Link(
    to: &'static str,
    icon: &'static str,
    label: Words,
    /// How many things wait there.
    #[prop(default = 0)]
    count: u32,
) -> Built {
    let location = use_location();
    let current = Memo::new(move |_| {
        let path = location.pathname.with(|it| deployment::path(it));
        match path == to {
            true => Some("page"),
            false => routes::is_below(&path, to).then_some("true"),
        }
    });
    view! {
        <li hidden=!deployment::offers(to)>
            <a href=to aria-current=move || current.get()>
                <Icon path=icon />
                {label}
                {(count > 0).then(|| badge(count))}
            </a>
        </li>
    }
}

fn badge(count: u32) -> Built {
    view! {
        <span class="visually-hidden">{said(move || (text().shell().waiting)(count))}</span>
        <span class="count" aria-hidden="true">{count.to_string()}</span>
    }
}

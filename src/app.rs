//! Providers and the whole route table: every page at a glance.

use std::iter::once;

use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    components::Router,
    hooks::use_location,
    location::{BrowserUrl, LocationProvider},
};
use portal_contract::session::SessionState;

use crate::{
    api::{self, error::ApiError},
    components::{
        lazy::{Lazy, lazy, prefetch},
        notice::Notice,
    },
    deployment,
    pages::{
        access_reviews::AccessReviewsPage,
        app_requests::AppRequestsPage,
        apps::AppsPage,
        collections::{CollectionPage, CollectionsPage},
        deleted_users::DeletedUsersPage,
        devices::DevicesPage,
        elsewhere::elsewhere,
        goodbye::{self, GoodbyePage},
        group::{GroupEditPage, GroupNewPage, GroupPage},
        group_members::GroupMembersPage,
        groups::GroupsPage,
        join_groups::JoinGroupsPage,
        join_requests::JoinRequestsPage,
        keep_secure::KeepSecurePage,
        manage_app::ManageAppPage,
        my_data::MyDataPage,
        not_found::NotFoundPage,
        organizations::OrganizationsPage,
        overview::OverviewPage,
        password::PasswordPage,
        password_reset::{Forgotten, PasswordResetFrame, Way},
        profile::ProfilePage,
        request::RequestPage,
        reset_setup::ResetSetupPage,
        review_others::ReviewOthersPage,
        review_self::ReviewSelfPage,
        security_info::SecurityInfoPage,
        settings::SettingsPage,
        sign_in::SignInPage,
        sign_ins::SignInsPage,
        terms::TermsPage,
        verification::VerificationPage,
    },
    routes,
    shell::{IdentityPrompt, MessageList, Shell, identity_form},
    state::{capabilities, messages::Messages, online::Online, session::Session},
    t,
    view::{Built, foreign, live, view},
};

/// The portal: the sign-in page for nobody, everything else for somebody.
#[component]
pub fn App() -> Built {
    let session = Session::provide();
    Messages::provide();
    Online::provide();
    let forgotten = Forgotten::provide();
    let failure = RwSignal::new(None);
    let ask = move || {
        failure.set(None);
        spawn_local(async move {
            match api::session::get().await {
                Ok(answer) => session.accept(answer),
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    ask();
    Effect::new(move |_| {
        if session.with(|_| ()).is_some() || failure.with(Option::is_some) {
            remove_static_frame();
        }
    });
    let state = session.state();
    let content = move || match state.get() {
        None => live(move || {
            failure.with(Option::is_some).then(|| view! { <Unreachable error=failure retry=move |()| ask() /> })
        }),
        Some(SessionState::SignedIn) => {
            forgotten.over();
            foreign(leptos::view! { <Router base=deployment::base()>{portal()}</Router> })
        }
        Some(SessionState::RegistrationRequired) => KEEP_SECURE.view(),
        Some(_) if goodbye::due() => view! { <GoodbyePage /> },
        Some(_) if forgotten.way() == Way::Reset && capabilities::here(routes::PASSWORD_RESET) => {
            view! { <PasswordResetFrame /> }
        }
        Some(_) => SIGN_IN.view(),
    };
    view! {
        {live(content)}
        <IdentityPrompt />
        <MessageList />
    }
}

/// Everything for somebody.
fn portal() -> Built {
    // First what a session that ends needs to begin again, over whatever is open.
    prefetch(once(identity_form()).chain(PAGES.iter().map(|it| &it.1)));
    view! { <Shell>{live(page)}</Shell> }
}

/// An address and the page there.
type Route = (&'static str, Lazy);

/// Every page.
static PAGES: [Route; 29] = [
    (routes::OVERVIEW, lazy!(overview, OverviewPage)),
    (routes::SECURITY_INFO, lazy!(security_info, SecurityInfoPage)),
    (routes::PASSWORD, lazy!(password, PasswordPage)),
    (routes::DEVICES, lazy!(devices, DevicesPage)),
    (routes::ORGANIZATIONS, lazy!(organizations, OrganizationsPage)),
    (routes::SETTINGS, lazy!(settings, SettingsPage)),
    (routes::SIGN_INS, lazy!(sign_ins, SignInsPage)),
    (routes::MY_DATA, lazy!(my_data, MyDataPage)),
    (routes::DELETED_USERS, lazy!(deleted_users, DeletedUsersPage)),
    (routes::APPS, lazy!(apps, AppsPage)),
    (routes::PROFILE, lazy!(profile, ProfilePage)),
    (routes::TERMS, lazy!(terms, TermsPage)),
    (routes::MANAGE_APP, lazy!(manage, ManageAppPage)),
    (routes::REQUEST, lazy!(request, RequestPage)),
    // In one file: both are about requests.
    (routes::APP_REQUESTS, lazy!(request, AppRequestsPage)),
    (routes::GROUP_MEMBERS, lazy!(group_members, GroupMembersPage)),
    // In one file: both are about requests to join.
    (routes::JOIN_GROUPS, lazy!(join_groups, JoinGroupsPage)),
    (routes::JOIN_REQUESTS, lazy!(join_groups, JoinRequestsPage)),
    (routes::COLLECTIONS, lazy!(collections, CollectionsPage)),
    (routes::COLLECTION, lazy!(collection_form, CollectionPage)),
    (routes::GROUPS, lazy!(groups, GroupsPage)),
    (routes::GROUP, lazy!(group, GroupPage)),
    (routes::GROUP_NEW, lazy!(group_form, GroupNewPage)),
    (routes::GROUP_EDIT, lazy!(group_form, GroupEditPage)),
    // In one file: who opens the list opens one of them next.
    (routes::ACCESS_REVIEWS, lazy!(reviews, AccessReviewsPage)),
    (routes::REVIEW_SELF, lazy!(reviews, ReviewSelfPage)),
    (routes::REVIEW_OTHERS, lazy!(review_others, ReviewOthersPage)),
    // They share lists and rows with Security info: one file has all three.
    (routes::RESET_SETUP, lazy!(security_info, ResetSetupPage)),
    (routes::VERIFICATION, lazy!(security_info, VerificationPage)),
];

/// For nobody; nothing of it weighs on who is signed in.
static SIGN_IN: Lazy = lazy!(sign_in, SignInPage);

/// Before every page, where the organization wants a sign-in method first.
static KEEP_SECURE: Lazy = lazy!(security_info, KeepSecurePage);

/// The page at the address on screen.
///
/// A table instead of the router's `Routes`, which compiles a type for each set of pages; the router keeps the address,
/// the history and the links.
fn page() -> Built {
    let path = deployment::path(&use_location().pathname.get());
    let page = PAGES.iter().find(|it| it.0 == path).map(|it| &it.1);
    let page = untrack(|| match (page, deployment::support(&path)) {
        (Some(page), None) => page.view(),
        (Some(_), Some(address)) if !address.is_empty() => elsewhere(&path),
        (Some(_), Some(_)) => view! { <NotFoundPage intro=t!(not_found.not_offered) /> },
        (None, _) => view! { <NotFoundPage intro=t!(not_found.intro) /> },
    });
    if let Some(browser) = use_context::<BrowserUrl>() {
        browser.ready_to_complete();
    }
    page
}

/// Not even who is signed in could be learnt.
#[component]
fn Unreachable(error: RwSignal<Option<ApiError>>, #[prop(into)] retry: Callback<()>) -> Built {
    view! {
        <main class="lonely card">
            <h1>{t!(error.title)}</h1>
            <Notice error explain=None />
            <button class="button" data-kind="primary" on:click=move |_| retry.run(())>
                {t!(common.try_again)}
            </button>
        </main>
    }
}

/// The frame in `index.html` has done its work once the real one is there.
fn remove_static_frame() {
    if let Some(frame) = document().get_element_by_id("frame") {
        frame.remove();
    }
}

//! Providers and the whole route table: every page at a glance.

use crate::view::{Built, foreign, live, view};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    path,
};
use portal_contract::session::SessionState;

use crate::{
    api::{self, error::ApiError},
    components::notice::Notice,
    pages::{
        apps::AppsPage, deleted_users::DeletedUsersPage, not_found::NotFoundPage, organizations::OrganizationsPage,
        overview::OverviewPage, sign_in::SignInPage,
    },
    shell::{IdentityPrompt, MessageList, Shell},
    state::{messages::Messages, online::Online, session::Session},
    t,
};

/// The portal: the sign-in page for nobody, everything else for somebody.
#[component]
pub fn App() -> Built {
    let session = Session::provide();
    Messages::provide();
    Online::provide();
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
        None => {
            live(move || failure.with(Option::is_some).then(|| view! { <Unreachable error=failure retry=move |()| ask() /> }))
        }
        Some(SessionState::SignedIn) => foreign(leptos::view! { <Router>{portal()}</Router> }),
        Some(_) => view! { <SignInPage /> },
    };
    view! {
        {live(content)}
        <IdentityPrompt />
        <MessageList />
    }
}

/// Everything for somebody.
fn portal() -> Built {
    let routes = move || {
        foreign(leptos::view! {
            <FlatRoutes fallback=NotFoundPage>
                <Route path=path!("/") view=OverviewPage />
                <Route path=path!("/organizations") view=OrganizationsPage />
                <Route path=path!("/admin/deleted-users") view=DeletedUsersPage />
                <Route path=path!("/apps") view=AppsPage />
            </FlatRoutes>
        })
    };
    view! { <Shell>{routes()}</Shell> }
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

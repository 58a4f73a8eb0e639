//! Providers and the whole route table: every page at a glance.

use crate::components::live::{Built, live};
use crate::view;
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    path,
};
use portal_contract::session::SessionState;

use crate::{
    api,
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
    view! {
        {live(move || match state.get() {
            None => {
                view! {
                    <Show when=move || failure.with(Option::is_some)>
                        <main class="lonely card">
                            <h1>{t!(error.title)}</h1>
                            <Notice error=failure explain=None />
                            <button class="button" data-kind="primary" on:click=move |_| ask()>
                                {t!(common.try_again)}
                            </button>
                        </main>
                    </Show>
                }

            }
            Some(SessionState::SignedIn) => {
                view! {
                    <Router>
                        <Shell>
                            <FlatRoutes fallback=NotFoundPage>
                                <Route path=path!("/") view=OverviewPage />
                                <Route path=path!("/organizations") view=OrganizationsPage />
                                <Route path=path!("/admin/deleted-users") view=DeletedUsersPage />
                                <Route path=path!("/apps") view=AppsPage />
                            </FlatRoutes>
                        </Shell>
                    </Router>
                }

            }
            Some(_) => view! { <SignInPage /> },
        })}
        <IdentityPrompt />
        <MessageList />
    }
}

/// The frame in `index.html` has done its work once the real one is there.
fn remove_static_frame() {
    if let Some(frame) = document().get_element_by_id("frame") {
        frame.remove();
    }
}

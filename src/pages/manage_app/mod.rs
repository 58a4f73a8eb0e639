//! Manage your application: what an app may do, and the accounts that are saved for it (features 2.1).

mod account_form;
mod accounts;
mod permissions;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use portal_contract::{app_permissions::AppDetails, ids::AppId, problem::Code};
use stylers_macro::style_sheet;

use self::{accounts::Accounts, permissions::Permissions};
use super::{
    access_denied::AccessDenied,
    apps::{picture, words},
};
use crate::{
    api,
    components::{empty::Empty, loaded::Loaded, page::PageHeader, scoped},
    i18n::{language, text},
    routes,
    state::{
        query::{Fetched, Query},
        session::Session,
    },
    t,
    view::{Built, live, view},
};

/// The app that the page is about.
#[derive(Clone, Copy)]
pub struct Managed {
    id: StoredValue<AppId>,
    details: Query<AppDetails>,
}

impl Managed {
    /// Starts reading.
    fn new(id: AppId) -> Self {
        let asked = id.clone();
        let details = Query::new(move || {
            let id = asked.clone();
            async move { api::app_permissions::details(&id).await }
        });
        Self { id: StoredValue::new(id), details }
    }

    /// What it is called, in a sentence; reactive.
    pub fn name(self) -> String {
        match self.details.fetched() {
            Fetched::Ready(it) => words(&it.app, language()).0,
            _ => text().manage_app().this_app.to_owned(),
        }
    }

    /// The refusal that stands for the whole page, if there is one; reactive.
    fn refused(self) -> Option<Code> {
        let Fetched::Failed(error) = self.details.fetched() else { return None };
        [Code::AccessDenied, Code::NotFound].into_iter().find(|it| error.is(*it))
    }
}

/// The page of the app that the address names.
#[component]
pub fn ManageAppPage() -> Built {
    let scope = style_sheet!("src/pages/manage_app/manage_app.css");
    let session = Session::here();
    let id = use_location().query.with_untracked(|it| it.get("app")).unwrap_or_default();
    let allowed = move || session.with(|it| it.user.as_ref().is_some_and(|it| it.has_my_apps)) == Some(true);
    let page = move || match (allowed(), id.is_empty()) {
        (false, _) => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
        (true, true) => view! { <NotThere /> },
        (true, false) => view! { <Manage id=AppId(id.clone()) /> },
    };
    view! { <div class=scoped("manage-app", scope)>{live(page)}</div> }
}

#[component]
fn Manage(id: AppId) -> Built {
    let app = Managed::new(id);
    let permissions = Permissions::new(app);
    let accounts = Accounts::new(app);
    let refused = Memo::new(move |_| app.refused());
    live(move || match refused.get() {
        Some(Code::AccessDenied) => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
        Some(_) => view! { <NotThere /> },
        None => view! {
            <Top />
            <Loaded query=app.details rows=1 content=|it| face(&it) />
            {permissions.section()}
            {accounts.section()}
        },
    })
}

/// What the page is, and the way back.
#[component]
fn Top() -> Built {
    view! {
        <p class="back"><a href=routes::APPS>{t!(manage_app.back)}</a></p>
        <PageHeader title=t!(pages.manage_app) intro=t!(manage_app.intro) />
    }
}

/// Somebody else's app, one that was taken back, or none.
#[component]
fn NotThere() -> Built {
    view! {
        <Top />
        <Empty title=t!(manage_app.not_there) note=t!(manage_app.not_there_note) />
    }
}

/// Which app it is.
fn face(details: &AppDetails) -> Built {
    let app = details.app.clone();
    live(move || {
        let (name, description) = words(&app, language());
        view! {
            <div class="card app">
                {picture(&app, &name)}
                <p class="who">
                    <strong>{name}</strong>
                    {description.map(|it| view! { <span>{it}</span> })}
                    <span class="meta" lang=app.organization.language.clone()>{app.organization.display_name.clone()}</span>
                </p>
            </div>
        }
    })
}

//! Manage your application: what an app may do, and the accounts that are saved for it (features 2.1).

mod account_form;
mod accounts;
mod confirm;
mod data;
mod permissions;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use portal_contract::{app_permissions::AppDetails, ids::AppId};
use stylers_macro::style_sheet;

use self::{
    accounts::SavedAccountList,
    confirm::Confirm,
    data::{ManageApp, words},
    permissions::PermissionList,
};
use super::access_denied::{AccessDenied, only_with_my_apps};
use crate::{
    components::{
        app_face::picture, back::back, empty::Empty, icon::Icon, loaded::Loaded, page::PageHeader, sheet::page_class,
    },
    routes, t,
    view::{Built, Reading, live, view},
};

/// The page of the app that the address names.
#[component]
pub fn ManageAppPage() -> Built {
    let scope = style_sheet!("src/pages/manage_app/manage_app.css");
    let id = use_location().query.with_untracked(|it| it.get("app")).unwrap_or_default();
    let page = only_with_my_apps(move || match id.is_empty() {
        true => view! { <NotThere /> },
        false => view! { <Managed id=AppId(id.clone()) /> },
    });
    view! { <div class=page_class!("manage-app", scope)>{page}</div> }
}

#[component]
fn Managed(id: AppId) -> Built {
    let data = ManageApp::new(id);
    let (denied, gone) = data.refused();
    live(move || match (denied.get(), gone.get()) {
        (true, _) => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
        (_, true) => view! { <NotThere /> },
        _ => view! {
            <Top />
            <Loaded query=data.details rows=1 content=face />
            <PermissionList data />
            <SavedAccountList data />
            <Confirm data />
        },
    })
}

/// What the page is, and the way back.
#[component]
fn Top() -> Built {
    view! {
        {back(routes::APPS, t!(manage_app.back))}
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
fn face(app: AppDetails) -> Built {
    live(move || {
        let (name, description) = words(&app);
        let organization = &app.organization;
        view! {
            <div class="card app">
                {picture(app.icon.as_ref(), &name)}
                <p class="who">
                    <strong>{name}</strong>
                    {description.map(|it| view! { <span>{it}</span> })}
                    <span class="meta" lang=organization.language.clone()>{organization.display_name.clone()}</span>
                </p>
            </div>
        }
    })
}

/// A row of either list: its name, what it is, since when, and what can be done.
fn row(icon: &'static str, [name, about, since]: [Reading<String>; 3], actions: Built) -> Built {
    view! {
        <li class="card row">
            <Icon path=icon />
            <div class="who">
                <p><strong>{name}</strong></p>
                <p>{about}</p>
                <p class="meta">{since}</p>
            </div>
            <div class="row-actions">{actions}</div>
        </li>
    }
}

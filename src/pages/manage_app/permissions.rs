//! What the app may do: what the person agreed to can be revoked, what an administrator agreed to is told.

use leptos::prelude::*;
use portal_contract::{
    app_permissions::{AgreedBy, Permission, PermissionText},
    page::Page,
};

use super::{
    data::{Asked, ManageApp, wording},
    row,
};
use crate::{
    components::{
        button::Button,
        contact::Contact,
        empty::Empty,
        icon::{DONE, LOCKED},
        loaded::Loaded,
    },
    i18n::{format, text},
    state::capabilities,
    state::{online::Online, query::Fetched},
    t,
    view::{Built, Reading, built, live, view},
};

/// The section.
#[component]
pub fn PermissionList(data: ManageApp) -> Built {
    let content = move |page: Page<Permission>| {
        let (own, others): (Vec<_>, Vec<_>) = page.items.into_iter().partition(|it| it.agreed_by == AgreedBy::Person);
        match (own.is_empty(), others.is_empty()) {
            (true, true) => view! { <Empty title=t!(manage_app.none) note=t!(manage_app.none_note) /> },
            (_, true) => view! { <Own permissions=own data /> },
            _ => view! {
                <Own permissions=own data />
                <Others permissions=others data />
            },
        }
    };
    view! {
        <section aria-labelledby="permissions">
            <h2 id="permissions">{t!(manage_app.permissions)}</h2>
            <Loaded query=data.permissions rows=2 content />
        </section>
    }
}

/// What the person agreed to.
#[component]
fn Own(permissions: Vec<Permission>, data: ManageApp) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let revoke = move |all: Vec<Permission>| move |()| data.ask(Asked::Revoke(all.clone()));
    let operation = capabilities::REVOKE_PERMISSIONS;
    let all = (permissions.len() > 1).then(|| {
        let press = revoke(permissions.clone());
        view! { <Button operation kind="quiet" label=t!(manage_app.revoke_all) disabled=offline press /> }
    });
    let none = permissions.is_empty().then(|| view! { <p class="meta">{t!(manage_app.yours_none)}</p> });
    let rows = permissions.into_iter().map(|permission| {
        let press = revoke(vec![permission.clone()]);
        let parts = parts(permission);
        let name = Reading::new(move || (text().manage_app().revoke_label)(&parts[0].get()));
        let button =
            view! { <Button operation kind="quiet" label=t!(manage_app.revoke) name disabled=offline press /> };
        row(DONE, parts, button)
    });
    view! {
        <div class="heading">
            <h3>{t!(manage_app.yours)}</h3>
            {all}
        </div>
        {none}
        <ul class="rows">{rows.collect::<Vec<_>>()}</ul>
    }
}

/// What an administrator agreed to, and whom to ask.
#[component]
fn Others(permissions: Vec<Permission>, data: ManageApp) -> Built {
    let whom = move || {
        let Fetched::Ready(app) = data.details.fetched() else { return None };
        let note = (text().manage_app().organization_note)(&app.organization.display_name);
        Some(view! {
            <p>{note}</p>
            {app.administered_by.map(|contact| view! { <Contact contact /> })}
        })
    };
    let rows = permissions.into_iter().map(|it| row(LOCKED, parts(it), built(())));
    view! {
        <div class="heading"><h3>{t!(manage_app.organization)}</h3></div>
        <div class="note">{live(whom)}</div>
        <ul class="rows">{rows.collect::<Vec<_>>()}</ul>
    }
}

/// What it is called, what that means, and since when.
fn parts(permission: Permission) -> [Reading<String>; 3] {
    let shown = StoredValue::new_local(permission);
    let part = |read: fn(PermissionText) -> String| Reading::new(move || shown.with_value(|it| read(wording(it))));
    let since = move || (text().manage_app().agreed_on)(&shown.with_value(|it| format::date(&it.agreed_at)));
    [part(|it| it.display_name), part(|it| it.description), Reading::new(since)]
}

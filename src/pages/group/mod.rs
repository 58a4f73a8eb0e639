//! One group: what it is, who manages it, who is in it (features 2.5); making one and changing its details.

mod confirm;
mod data;
mod edit;
mod editor;
mod facts;
mod owners;

pub use self::edit::{GroupEditPage, GroupNewPage};

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use portal_contract::{groups::Group, ids::GroupId};
use stylers_macro::style_sheet;

use self::{
    confirm::Confirm,
    data::{Change, Details},
    facts::{Crowd, Facts, Notes, face},
    owners::{AddOwner, Owners},
};
use super::access_denied::{AccessDenied, only_with_my_apps};
use crate::{
    components::{button::Button, empty::Empty, loaded::Loaded, page::PageHeader, sheet::page_class},
    routes,
    state::capabilities,
    state::{online::Online, session::Session},
    t,
    view::{Built, Reading, live, view},
};

/// The page of the group that the address names.
#[component]
pub fn GroupPage() -> Built {
    let id = named();
    let page = only_with_my_apps(move || view! { <Shown id=GroupId(id.clone()) /> });
    view! { <div class=sheet()>{page}</div> }
}

fn sheet() -> String {
    let scope = style_sheet!("src/pages/group/group.css");
    page_class!("group", scope)
}

/// The group that the address names.
fn named() -> String {
    use_location().query.with_untracked(|it| it.get("group")).unwrap_or_default()
}

/// An address that names a group.
fn of(address: &str, id: &GroupId) -> String {
    format!("{address}?group={}", js_sys::encode_uri_component(&id.0))
}

#[component]
fn Shown(id: GroupId) -> Built {
    let me = untrack(|| Session::here().user().map(|it| it.id.0).unwrap_or_default());
    let data = Details::new(id, me);
    let (denied, gone) = data.refused();
    let content = move |()| match data.group() {
        Some(group) => details(&group, data),
        None => view! { <NotThere /> },
    };
    let page = move || match (denied.get(), gone.get()) {
        (true, _) => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
        (_, true) => view! { <NotThere /> },
        _ => view! {
            <PageHeader title=t!(group.details_title) intro=t!(group.details_intro) />
            <Loaded query=data.read rows=4 content />
        },
    };
    view! {
        <p class="back">
            <a node_ref=data.back href=routes::GROUPS><span aria-hidden="true">"←"</span> {t!(pages.groups)}</a>
        </p>
        {live(page)}
        <Confirm data />
        <AddOwner data />
    }
}

/// Somebody else's, or none any more.
#[component]
fn NotThere() -> Built {
    view! {
        <PageHeader title=t!(group.details_title) intro=t!(group.details_intro) />
        <Empty title=t!(groups.not_there) note=t!(group.not_there_note) />
    }
}

fn details(group: &Group, data: Details) -> Built {
    view! {
        {face(group, data)}
        <Notes group=group.clone() />
        <Facts group=group.clone() />
        <Crowd group=group.clone() />
        <Owners group=group.clone() data />
        {ways(group, data)}
    }
}

/// **Leave group** and **Delete group**, below everything else.
fn ways(group: &Group, data: Details) -> Option<Built> {
    let here = group.managed_elsewhere.is_none();
    let leave = here && group.is_member && group.deleted_at.is_none();
    let delete = here && group.is_owner;
    let offline = offline();
    let way = move |operation, label, change: Change| {
        view! { <Button operation kind="quiet" label disabled=offline press=move |()| data.ask(change.clone()) /> }
    };
    (leave || delete).then(|| {
        view! {
            <div class="ways">
                {leave.then(|| way(capabilities::JOIN_GROUPS, t!(group.leave), Change::Leave))}
                {delete.then(|| way(capabilities::MANAGE_GROUPS, t!(group.delete), Change::Delete))}
            </div>
        }
    })
}

fn offline() -> Reading<bool> {
    let online = Online::now();
    Reading::new(move || !online.get())
}

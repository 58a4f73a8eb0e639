//! Members of a group: who is in it, and its owners adding and removing people (features 2.5).

mod add;
mod data;
mod picker;
mod rows;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use portal_contract::{groups::ManagedElsewhere, ids::GroupId};
use stylers_macro::style_sheet;

use self::{add::AddDialog, data::Members, rows::row};
use super::access_denied::{AccessDenied, only_with_my_apps};
use crate::{
    components::{
        button::Button,
        confirm_dialog::ConfirmDialog,
        empty::Empty,
        loaded::Loaded,
        page::PageHeader,
        search::Search,
        sheet::page_class,
        show_more::ShowMore,
        windowed::{Cut, windowed},
    },
    i18n::{Sentence, format, text},
    routes,
    state::capabilities,
    state::online::Online,
    t,
    view::{Built, Reading, live, said, view},
};

/// One below the other.
const CUT: Cut = Cut { class: "rows", rows: 20, height: 20 * 88 };

/// The page of the group that the address names.
#[component]
pub fn GroupMembersPage() -> Built {
    let scope = style_sheet!("src/pages/group_members/group_members.css");
    let id = use_location().query.with_untracked(|it| it.get("group")).unwrap_or_default();
    let page = only_with_my_apps(move || match id.is_empty() {
        true => view! { <NotThere /> },
        false => view! { <OfGroup id=GroupId(id.clone()) /> },
    });
    view! { <div class=page_class!("group-members", scope)>{page}</div> }
}

#[component]
fn OfGroup(id: GroupId) -> Built {
    let data = Members::new(id);
    let (denied, gone) = data.refused();
    live(move || match (denied.get(), gone.get()) {
        (true, _) => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
        (_, true) => view! { <NotThere /> },
        _ => view! {
            <Back data />
            <PageHeader title=t!(pages.group_members) intro=move || data.intro() />
            <Tools data />
            <Search label=t!(group_members.search) q=data.q />
            <List data />
            <AddDialog data />
            <RemoveDialog data />
        },
    })
}

#[component]
fn Back(data: Members) -> Built {
    let group = data.id.with_value(|it| js_sys::encode_uri_component(&it.0));
    let words = move || match data.name() {
        Some(name) => (text().group_members().back)(&name),
        None => text().group_members().back_all.to_owned(),
    };
    view! {
        <p class="back">
            <a href=format!("{}?group={group}", routes::GROUP)><span aria-hidden="true">"←"</span> {said(words)}</a>
        </p>
    }
}

/// Somebody else's group, one that has gone, or none.
#[component]
fn NotThere() -> Built {
    view! {
        <p class="back">
            <a href=routes::GROUPS><span aria-hidden="true">"←"</span> {t!(group_members.back_all)}</a>
        </p>
        <PageHeader title=t!(pages.group_members) intro=t!(group_members.intro_general) />
        <Empty title=t!(group_members.not_there) note=t!(group_members.not_there_note) />
    }
}

/// What an owner can do, or why nobody can here.
#[component]
fn Tools(data: Members) -> Built {
    let online = Online::now();
    let (elsewhere, failed) = (data.elsewhere(), data.failed());
    let add = move || {
        view! {
            <p>
                <Button
                    operation=capabilities::MANAGE_GROUPS
                    kind="primary"
                    label=t!(group_members.add)
                    disabled=move || !online.get()
                    press=move |()| data.adding.set(true)
                />
            </p>
        }
    };
    let note = |why: ManagedElsewhere| {
        let index = match why {
            ManagedElsewhere::MailEnabled => 0,
            ManagedElsewhere::Distribution => 1,
            ManagedElsewhere::Synchronised => 2,
            ManagedElsewhere::Unknown => 3,
        };
        view! { <p class="card note">{said(move || text().group_members().elsewhere[index].to_owned())}</p> }
    };
    view! {
        {live(move || data.manages.get().then(add))}
        {live(move || elsewhere.get().map(note))}
        // Where the list could be read and only this could not; else the list says it.
        {live(move || failed.get().then(|| view! { <Loaded query=data.group content=|_| view! { "" } /> }))}
    }
}

#[component]
fn List(data: Members) -> Built {
    let rows = data.list.rows;
    let nothing_found: Sentence = || text().group_members().nothing_found;
    let empty = move || {
        view! { <Empty title=t!(group_members.none) note=t!(group_members.none_note) q=data.q.get() nothing_found /> }
    };
    let none = Memo::new(move |_| data.none_left());
    let content = move |()| {
        view! {
            {windowed(rows, CUT, move |member| row(data, member))}
            {live(move || none.get().then(empty))}
            <ShowMore pages=data.list.pages />
        }
    };
    let count = move || match data.count() {
        Some(count) => (text().group_members().count)(count.into(), &format::number(count.into())),
        None => text().pages().group_members.to_owned(),
    };
    view! {
        <section aria-labelledby="count">
            <h2 id="count">{said(count)}</h2>
            <Loaded query=data.list.pages.first rows=4 content />
        </section>
    }
}

/// Asks before somebody is removed.
#[component]
fn RemoveDialog(data: Members) -> Built {
    let person = move || data.confirmed.get().map(|it| it.display_name).unwrap_or_default();
    let lost = move || {
        let words = text().group_members();
        let owns = data.confirmed.with(|it| it.as_ref().is_some_and(|it| it.owner));
        if owns { (words.remove_lost_owner)(&person()) } else { (words.remove_lost)(&person()) }
    };
    let title = move || (text().group_members().remove_title)(&person(), &data.name().unwrap_or_default());
    view! {
        <ConfirmDialog
            open=data.confirming
            title
            lost=Reading::new(lost)
            finality=t!(group_members.remove_final)
            action=t!(group_members.remove_action)
            busy=t!(group_members.removing)
            pending=data.remove.pending()
            error=data.remove.error()
            explain=|error| data::explained(&error)
            confirm=move |()| data.confirm()
            cancel=move |()| data.cancel()
        />
    }
}

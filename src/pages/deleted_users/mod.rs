//! Guests who left an organization, for its administrators: restore, or delete for good (features 1.3).

mod data;

use leptos::prelude::*;
use portal_contract::{deleted_users::DeletedUser, organizations::OrganizationSummary, problem::Code};
use stylers_macro::style_sheet;

use self::data::DeletedUsers;
use super::access_denied::AccessDenied;
use crate::{
    components::{
        avatar::Avatar, button::Button, confirm_dialog::ConfirmDialog, empty::Empty, loaded::Loaded, page::PageHeader,
        scoped, search::Search, show_more::ShowMore,
    },
    i18n::{Sentence, format, text},
    state::{online::Online, query::Fetched, session::Session},
    t,
    view::{Built, Reading, live, said, view},
};

/// The deleted users of the organization that the person works in, or else the first one they administer.
#[component]
pub fn DeletedUsersPage() -> Built {
    let session = Session::here();
    let organization = Memo::new(move |_| {
        let user = session.user()?;
        let current = user.current_organization.filter(|it| user.administers.contains(it));
        current.or_else(|| user.administers.into_iter().next())
    });
    live(move || match organization.get() {
        Some(organization) => view! { <List organization /> },
        None => view! { <AccessDenied reason=t!(access_denied.administrators) /> },
    })
}

#[component]
fn List(organization: OrganizationSummary) -> Built {
    let scope = style_sheet!("src/pages/deleted_users/deleted_users.css");
    let name = organization.display_name.clone();
    let q = RwSignal::new(String::new());
    let data = DeletedUsers::new(organization.id, q);
    let denied = move || matches!(data.list.first.fetched(), Fetched::Failed(error) if error.is(Code::AccessDenied));
    let nothing_found: Sentence = || text().deleted_users.nothing_found;
    let content = move |()| {
        let empty = move || data.list.rows.with(Vec::is_empty);
        view! {
            <ul class="rows">
                {live(move || data.list.rows.get().into_iter().map(|user| view! { <Row user data /> }).collect::<Vec<_>>())}
            </ul>
            {live(move || empty().then(|| view! {
                    <Empty
                        title=t!(deleted_users.none)
                        note=t!(deleted_users.none_note)
                        q=q.get()
                        nothing_found
                    />
                }))}
            <ShowMore list=data.list />
        }
    };
    let page = move || {
        let name = name.clone();
        view! {
            <PageHeader
                title=t!(deleted_users.title)
                intro=Reading::new(move || (text().deleted_users.intro)(&name))
            />
            <Search label=t!(deleted_users.search) q />
            <Loaded query=data.list.first content />
            <DeleteDialog data />
        }
    };
    view! {
        <div class=scoped("deleted-users", scope)>
            {live(move || match denied() {
                true => view! { <AccessDenied reason=t!(access_denied.administrators) /> },
                false => page(),
            })}
        </div>
    }
}

#[component]
fn Row(user: DeletedUser, data: DeletedUsers) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let name = StoredValue::new(user.display_name.clone());
    let shown = StoredValue::new(user.clone());
    let label = |words: Sentence| Reading::new(move || words()(&name.get_value()));
    let days = move || (text().common.days_left)(&format::number(user.days_left as f64), user.days_left as f64);
    let left = move || (text().deleted_users.left_on)(&format::date(&user.deleted_at));
    let back = move || {
        let (groups, apps) = shown.with_value(counts);
        (text().deleted_users.comes_back)(&groups, &apps)
    };
    view! {
        <li class="card row">
            <Avatar name=user.display_name.clone() />
            <div class="who">
                <h2>{user.display_name}</h2>
                <p class="meta">{user.user_id}</p>
                <p class="meta"><strong class="days">{said(days)}</strong> " · " {said(left)} " · " {said(back)}</p>
            </div>
            <div class="row-actions">
                <Button
                    label=t!(deleted_users.restore)
                    name=label(|| text().deleted_users.restore_label)
                    busy=t!(deleted_users.restoring)
                    pending=data.restore.pending()
                    disabled=offline
                    press=move |()| data.restore.run(shown.get_value())
                />
                <Button
                    kind="quiet"
                    label=t!(deleted_users.delete)
                    name=label(|| text().deleted_users.delete_label)
                    disabled=offline
                    press=move |()| data.ask(shown.get_value())
                />
            </div>
        </li>
    }
}

#[component]
fn DeleteDialog(data: DeletedUsers) -> Built {
    let name = move || data.asked.with(|it| it.as_ref().map(|it| it.display_name.clone()).unwrap_or_default());
    let lost = move || {
        let (groups, apps) = data.asked.with(|it| it.as_ref().map(counts).unwrap_or_default());
        (text().deleted_users.confirm_lost)(&groups, &apps)
    };
    view! {
        <ConfirmDialog
            open=data.asking
            title=Reading::new(move || (text().deleted_users.confirm_title)(&name()))
            lost=Reading::new(lost)
            finality=t!(deleted_users.confirm_final)
            action=t!(deleted_users.delete)
            busy=t!(deleted_users.deleting)
            pending=data.remove.pending()
            error=data.remove.error()
            confirm=move |()| data.confirm()
            cancel=move |()| data.cancel()
        />
    }
}

/// "2 groups" and "3 apps" of somebody.
fn counts(user: &DeletedUser) -> (String, String) {
    let words = &text().organizations;
    let counted = |count: u32, words: fn(&str, f64) -> String| words(&format::number(count.into()), count.into());
    (counted(user.group_count, words.groups), counted(user.app_count, words.apps))
}

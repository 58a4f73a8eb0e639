//! Guests who left an organization, for its administrators: restore, or delete for good (features 1.3).

mod data;
mod rows;

use leptos::prelude::*;
use portal_contract::{organizations::OrganizationSummary, problem::Code};
use stylers_macro::style_sheet;

use self::{
    data::DeletedUsers,
    rows::{DeleteDialog, Row},
};
use super::access_denied::AccessDenied;
use crate::{
    components::{
        empty::Empty, loaded::Loaded, page::PageHeader, search::Search, sheet::page_class, show_more::ShowMore,
    },
    i18n::{Sentence, text},
    state::{query::Fetched, session::Session},
    t,
    view::{Built, live, view},
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
    let denied =
        move || matches!(data.list.pages.first.fetched(), Fetched::Failed(error) if error.is(Code::AccessDenied));
    let nothing_found: Sentence = || text().deleted_users().nothing_found;
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
            <ShowMore pages=data.list.pages />
        }
    };
    let page = move || {
        let name = name.clone();
        view! {
            <PageHeader
                title=t!(deleted_users.title)
                intro=move || (text().deleted_users().intro)(&name)
            />
            <Search label=t!(deleted_users.search) q />
            <Loaded query=data.list.pages.first content />
            <DeleteDialog data />
        }
    };
    view! {
        <div class=page_class!("deleted-users", scope)>
            {live(move || match denied() {
                true => view! { <AccessDenied reason=t!(access_denied.administrators) /> },
                false => page(),
            })}
        </div>
    }
}

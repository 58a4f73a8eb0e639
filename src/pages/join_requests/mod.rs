//! Who wants to join the groups that the person owns (features 2.5).

mod data;
mod deny;
mod rows;

use leptos::prelude::*;
use portal_contract::problem::Code;

use self::{data::Queue, deny::DenyDialog};
use super::{
    access_denied::{AccessDenied, only_with_my_apps},
    request::offered,
};
use crate::{
    components::{back::back, empty::Empty, loaded::Loaded, page::PageHeader, show_more::ShowMore},
    routes,
    state::query::Fetched,
    t,
    view::{Built, live, view},
};

/// The queue, and what was decided.
#[component]
pub fn JoinRequestsPage() -> Built {
    only_with_my_apps(|| view! { <Page /> })
}

#[component]
fn Page() -> Built {
    let data = Queue::new();
    let first = data.list.pages.first;
    let denied = Memo::new(move |_| matches!(first.fetched(), Fetched::Failed(error) if error.is(Code::AccessDenied)));
    let page = move || match denied.get() {
        true => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
        false => view! {
            {back(routes::GROUPS, t!(pages.groups))}
            <PageHeader title=t!(pages.join_requests) intro=t!(join_requests.intro) />
            <div class="search">
                <label for="which">{t!(join_requests.which)}</label>
                <select id="which" on:change=move |event| data.decided.set(event_target_value(&event) == "decided")>
                    <option value="pending">{t!(join_requests.waiting)}</option>
                    <option value="decided">{t!(join_requests.decided)}</option>
                </select>
            </div>
            <List data />
            <DenyDialog data />
        },
    };
    view! { <div class=offered::class()>{live(page)}</div> }
}

#[component]
fn List(data: Queue) -> Built {
    let rows = data.list.rows;
    let empty = move || match data.decided.get() {
        true => view! { <Empty title=t!(join_requests.none_decided) note=t!(join_requests.none_decided_note) /> },
        false => view! { <Empty title=t!(join_requests.none) note=t!(join_requests.none_note) /> },
    };
    let content = move |()| {
        view! {
            <ul class="rows">{live(move || rows.get().into_iter().map(|it| rows::row(it, data)).collect::<Vec<_>>())}</ul>
            {live(move || rows.with(Vec::is_empty).then(empty))}
            <ShowMore pages=data.list.pages />
        }
    };
    view! { <Loaded query=data.list.pages.first content /> }
}

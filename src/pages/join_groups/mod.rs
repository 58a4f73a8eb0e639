//! Groups to join: at once or by asking; and what became of the person's requests (features 2.5).

mod ask;
mod data;
pub(super) mod request;
mod rows;

use leptos::prelude::*;
use portal_contract::problem::Code;

use self::{ask::AskDialog, data::Joining};
use super::{
    access_denied::{AccessDenied, only_with_my_apps},
    request::offered,
};
use crate::{
    components::{back::back, empty::Empty, loaded::Loaded, page::PageHeader, search::Search, show_more::ShowMore},
    i18n::{Sentence, text},
    routes,
    state::query::Fetched,
    t,
    view::{Built, live, view},
};

/// The groups that can be joined, and the person's requests.
#[component]
pub fn JoinGroupsPage() -> Built {
    only_with_my_apps(|| view! { <Page /> })
}

#[component]
fn Page() -> Built {
    let data = Joining::new();
    let denied = Memo::new(move |_| {
        let first = data.offered.pages.first.fetched();
        matches!(first, Fetched::Failed(error) if error.is(Code::AccessDenied))
    });
    let page = move || match denied.get() {
        true => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
        false => view! {
            {back(routes::GROUPS, t!(pages.groups))}
            <PageHeader title=t!(pages.join_groups) intro=t!(join_groups.intro) />
            <Search label=t!(join_groups.search) q=data.q />
            <Offered data />
            <Own data />
            <AskDialog data />
        },
    };
    view! { <div class=offered::class()>{live(page)}</div> }
}

#[component]
fn Offered(data: Joining) -> Built {
    let rows = data.offered.rows;
    let nothing_found: Sentence = || text().join_groups().nothing_found;
    let empty = move || {
        view! { <Empty title=t!(join_groups.none) note=t!(join_groups.none_note) q=data.q.get() nothing_found /> }
    };
    let content = move |()| {
        view! {
            <ul class="rows">{live(move || rows.get().into_iter().map(|it| rows::offer(it, data)).collect::<Vec<_>>())}</ul>
            {live(move || rows.with(Vec::is_empty).then(empty))}
            <ShowMore pages=data.offered.pages />
        }
    };
    view! {
        <section aria-labelledby="available">
            <h2 id="available">{t!(join_groups.available)}</h2>
            <Loaded query=data.offered.pages.first rows=4 content />
        </section>
    }
}

#[component]
fn Own(data: Joining) -> Built {
    let rows = data.own.rows;
    let empty = move || view! { <Empty title=t!(join_groups.none_yours) note=t!(join_groups.none_yours_note) /> };
    let content = move |()| {
        view! {
            <ul class="rows">{live(move || rows.get().into_iter().map(|it| rows::own(it, data)).collect::<Vec<_>>())}</ul>
            {live(move || rows.with(Vec::is_empty).then(empty))}
            <ShowMore pages=data.own.pages />
        }
    };
    view! {
        <section aria-labelledby="yours">
            <h2 id="yours">{t!(join_groups.yours)}</h2>
            <Loaded query=data.own.pages.first rows=2 content />
        </section>
    }
}

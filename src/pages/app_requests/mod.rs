//! Requests for apps, for those who decide them (features 2.1).

mod data;
mod deny;
mod rows;

use leptos::prelude::*;
use portal_contract::problem::Code;

use self::{data::Queue, deny::DenyDialog};
use super::{access_denied::AccessDenied, request::offered};
use crate::{
    components::{empty::Empty, loaded::Loaded, page::PageHeader, show_more::ShowMore},
    state::{query::Fetched, session::Session},
    t,
    view::{Built, live, view},
};

/// The queue, and what was decided.
#[component]
pub fn AppRequestsPage() -> Built {
    let session = Session::here();
    let allowed = Memo::new(move |_| session.user().is_some_and(|it| it.approves_apps));
    live(move || match allowed.get() {
        true => view! { <Page /> },
        false => view! { <AccessDenied reason=t!(app_requests.denied) /> },
    })
}

#[component]
fn Page() -> Built {
    let data = Queue::new();
    let first = data.list.pages.first;
    let denied = Memo::new(move |_| matches!(first.fetched(), Fetched::Failed(error) if error.is(Code::AccessDenied)));
    let page = move || match denied.get() {
        true => view! { <AccessDenied reason=t!(app_requests.denied) /> },
        false => view! {
            <PageHeader title=t!(pages.app_requests) intro=t!(app_requests.intro) />
            <div class="search">
                <label for="which">{t!(app_requests.which)}</label>
                <select id="which" on:change=move |event| data.decided.set(event_target_value(&event) == "decided")>
                    <option value="pending">{t!(app_requests.waiting)}</option>
                    <option value="decided">{t!(app_requests.decided)}</option>
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
        true => view! { <Empty title=t!(app_requests.none_decided) note=t!(app_requests.none_decided_note) /> },
        false => view! { <Empty title=t!(app_requests.none) note=t!(app_requests.none_note) /> },
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

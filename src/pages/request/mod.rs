//! New apps: added at once, or asked for; and what became of the person's requests (features 2.1).

mod ask;
mod data;
pub(super) mod offered;
pub(super) mod rows;

use leptos::prelude::*;
use portal_contract::problem::Code;

use self::{ask::AskDialog, data::Requests, offered::name};
use super::access_denied::{AccessDenied, only_with_my_apps};
use crate::{
    api::error::ApiError,
    components::{
        back::back, confirm_dialog::ConfirmDialog, empty::Empty, loaded::Loaded, page::PageHeader, search::Search,
        show_more::ShowMore,
    },
    i18n::{Sentence, text},
    routes,
    state::query::Fetched,
    t,
    view::{Built, live, view},
};

/// The catalogue, and the person's requests.
#[component]
pub fn RequestPage() -> Built {
    only_with_my_apps(|| view! { <Page /> })
}

#[component]
fn Page() -> Built {
    let data = Requests::new();
    let denied = Memo::new(move |_| {
        let first = data.catalogue.pages.first.fetched();
        matches!(first, Fetched::Failed(error) if error.is(Code::AccessDenied))
    });
    let page = move || match denied.get() {
        true => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
        false => view! {
            {back(routes::APPS, t!(pages.apps))}
            <PageHeader title=t!(pages.request) intro=t!(request.intro) />
            <Search label=t!(request.search) q=data.q />
            <Catalogue data />
            <Own data />
            <AskDialog data />
            <WithdrawDialog data />
        },
    };
    view! { <div class=offered::class()>{live(page)}</div> }
}

#[component]
fn Catalogue(data: Requests) -> Built {
    let rows = data.catalogue.rows;
    let nothing_found: Sentence = || text().request().nothing_found;
    let empty = move || {
        view! { <Empty title=t!(request.none) note=t!(request.none_note) q=data.q.get() nothing_found /> }
    };
    let content = move |()| {
        view! {
            <ul class="rows">{live(move || rows.get().into_iter().map(|it| rows::offer(it, data)).collect::<Vec<_>>())}</ul>
            {live(move || rows.with(Vec::is_empty).then(empty))}
            <ShowMore pages=data.catalogue.pages />
        }
    };
    view! {
        <section aria-labelledby="available">
            <h2 id="available">{t!(request.available)}</h2>
            <Loaded query=data.catalogue.pages.first rows=4 content />
        </section>
    }
}

#[component]
fn Own(data: Requests) -> Built {
    let rows = data.own.rows;
    let content = move |()| {
        view! {
            <ul class="rows">{live(move || rows.get().into_iter().map(|it| rows::own(it, data)).collect::<Vec<_>>())}</ul>
            {live(move || rows.with(Vec::is_empty).then(|| view! {
                    <Empty title=t!(request.none_yours) note=t!(request.none_yours_note) />
                }))}
            <ShowMore pages=data.own.pages />
        }
    };
    view! {
        <section aria-labelledby="yours">
            <h2 id="yours">{t!(request.yours)}</h2>
            <Loaded query=data.own.pages.first rows=2 content />
        </section>
    }
}

/// Asks before a request is taken back.
#[component]
fn WithdrawDialog(data: Requests) -> Built {
    let title = move || {
        let name = data.confirmed.with(|it| it.as_ref().map(|it| name(&it.app))).unwrap_or_default();
        (text().request().confirm_title)(&name)
    };
    let explain = |error: ApiError| {
        let words = text().request();
        let decided = error.is(Code::Stale) || error.is(Code::RequestDecided);
        let known = if decided { Some(words.decided_meanwhile) } else { None };
        known.or(error.outcome_unknown().then_some(words.unknown_outcome)).map(str::to_owned)
    };
    view! {
        <ConfirmDialog
            open=data.confirming
            title
            lost=t!(request.confirm_lost)
            finality=t!(request.confirm_final)
            action=t!(request.withdraw)
            busy=t!(request.withdrawing)
            pending=data.withdraw.pending()
            error=data.withdraw.error()
            explain
            confirm=move |()| data.confirm()
            cancel=move |()| data.cancel()
        />
    }
}

//! My Apps: everything the person can open (features 2.1).

mod collections;
mod data;
mod tile;
mod tools;

use leptos::prelude::*;
use portal_contract::problem::Code;
use stylers_macro::style_sheet;

use self::{collections::Switch, data::Apps, tile::tile, tools::Tools};
use super::access_denied::{AccessDenied, only_with_my_apps};
use crate::{
    components::{
        empty::Empty,
        loaded::Loaded,
        page::PageHeader,
        sheet::page_class,
        show_more::ShowMore,
        windowed::{Cut, windowed},
    },
    i18n::{Sentence, text},
    state::query::Fetched,
    t,
    view::{Built, live, view},
};

/// A dozen fills rows of one, two, three and four tiles.
const CUT: Cut = Cut { class: "tiles", rows: 12, height: 480 };

/// The apps, searched on the server and paged, because there may be thousands.
#[component]
pub fn AppsPage() -> Built {
    only_with_my_apps(|| view! { <MyApps /> })
}

#[component]
fn MyApps() -> Built {
    let scope = style_sheet!("src/pages/apps/apps.css");
    let data = Apps::new();
    let denied = Memo::new(
        move |_| matches!(data.all.pages.first.fetched(), Fetched::Failed(error) if error.is(Code::AccessDenied)),
    );
    let page = move || match denied.get() {
        true => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
        false => view! {
            <PageHeader title=t!(pages.apps) intro=t!(apps.intro) />
            // Once for all tiles: words in each, only for who cannot see, are a layer in each.
            <span id="new-tab" hidden>{t!(common.opens_new_tab)}</span>
            <Switch data />
            <Tools data />
            <Recent data />
            <All data />
        },
    };
    view! {
        <div class=page_class!("apps", scope) data-arrangement=move || data.arrangement.get().name()>{live(page)}</div>
    }
}

/// Those used last: above the others, while nothing is searched for.
#[component]
fn Recent(data: Apps) -> Built {
    let apps = move || match data.recent.fetched() {
        Fetched::Ready(page)
            if !data.hidden.get() && !data.collection.is_special() && data.q.with(String::is_empty) =>
        {
            page.items
        }
        // Nobody misses what is only a shortcut; the list below says what is wrong.
        _ => Vec::new(),
    };
    live(move || {
        let apps = apps();
        (!apps.is_empty()).then(|| {
            view! {
                <section aria-labelledby="recent">
                    <h2 id="recent">{t!(apps.recent)}</h2>
                    <ul class="tiles">{apps.into_iter().map(|app| tile(data, app)).collect::<Vec<_>>()}</ul>
                </section>
            }
        })
    })
}

#[component]
fn All(data: Apps) -> Built {
    let rows = data.all.rows;
    let nothing_found: Sentence = || text().apps().nothing_found;
    let empty = move || match data.hidden.get() {
        true => {
            view! { <Empty title=t!(apps.none_hidden) note=t!(apps.none_hidden_note) q=data.q.get() nothing_found /> }
        }
        false if data.collection.is_all() => {
            view! { <Empty title=t!(apps.none) note=t!(apps.none_note) q=data.q.get() nothing_found /> }
        }
        false => view! { <Empty title=t!(apps.none_here) note=t!(apps.none_here_note) q=data.q.get() nothing_found /> },
    };
    let content = move |()| {
        view! {
            {windowed(rows, CUT, move |app| tile(data, app))}
            {live(move || rows.with(Vec::is_empty).then(empty))}
            <ShowMore pages=data.all.pages />
        }
    };
    let title = move || if data.hidden.get() { text().apps().hidden.to_owned() } else { data.collection.title() };
    view! {
        <section aria-labelledby="all">
            <h2 id="all">{live(title)}</h2>
            <Loaded query=data.all.pages.first rows=4 content />
        </section>
    }
}

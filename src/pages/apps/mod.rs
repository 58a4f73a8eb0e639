//! My Apps: everything the person can open (features 2.1).

mod data;
mod tile;

use leptos::prelude::*;
use portal_contract::{apps::App, problem::Code};
use stylers_macro::style_sheet;

use self::{data::Apps, tile::tile};
use super::access_denied::{AccessDenied, in_my_apps};
use crate::{
    components::{
        empty::Empty,
        icon::{GRID, Icon, LIST},
        loaded::Loaded,
        page::PageHeader,
        scoped,
        search::Search,
        show_more::ShowMore,
        windowed::{Cut, windowed},
    },
    i18n::{Sentence, text},
    state::{preferences::Arrangement, query::Fetched},
    t,
    view::{Built, Reading, live, view},
};

/// A dozen fills rows of one, two, three and four tiles.
const CUT: Cut = Cut { rows: 12, height: 480 };

/// The apps, searched on the server and paged, because there may be thousands.
#[component]
pub fn AppsPage() -> Built {
    in_my_apps(|| view! { <MyApps /> })
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
            <Tools data />
            <Recent data />
            <All data />
        },
    };
    view! {
        <div class=scoped("apps", scope) data-arrangement=move || data.arrangement.get().name()>{live(page)}</div>
    }
}

/// The search, which apps, and how they are shown.
#[component]
fn Tools(data: Apps) -> Built {
    let which = move |event| data.hidden.set(event_target_value(&event) == "hidden");
    let arrangement = move |it: Arrangement, icon, label| {
        view! {
            <button
                type="button"
                class="icon-button"
                aria-pressed=move || (data.arrangement.get() == it).to_string()
                aria-label=label
                title=label
                on:click=move |_| data.arrange(it)
            >
                <Icon path=icon />
            </button>
        }
    };
    view! {
        <div class="tools">
            <Search label=t!(apps.search) q=data.q />
            <div class="search">
                <label for="which">{t!(apps.which)}</label>
                <select id="which" on:change=which>
                    <option value="shown">{t!(apps.all)}</option>
                    <option value="hidden">{t!(apps.hidden)}</option>
                </select>
            </div>
            <div role="group" aria-label=t!(apps.arrangement)>
                {arrangement(Arrangement::Grid, GRID, t!(apps.grid))}
                {arrangement(Arrangement::List, LIST, t!(apps.list))}
            </div>
        </div>
    }
}

/// Those used last: above the others, while nothing is searched for.
#[component]
fn Recent(data: Apps) -> Built {
    let apps = move || match data.recent.fetched() {
        Fetched::Ready(page) if !data.hidden.get() && data.q.with(String::is_empty) => page.items,
        // Nobody misses what is only a shortcut; the list below says what is wrong.
        _ => Vec::new(),
    };
    live(move || {
        let apps = apps();
        (!apps.is_empty()).then(|| {
            view! {
                <section aria-labelledby="recent">
                    <h2 id="recent">{t!(apps.recent)}</h2>
                    {tiles(data, apps)}
                </section>
            }
        })
    })
}

#[component]
fn All(data: Apps) -> Built {
    let rows = data.all.rows;
    let nothing_found: Sentence = || text().apps().nothing_found;
    let draw = move |range| tiles(data, rows.with(|it| it.get(range).map(<[_]>::to_vec)).unwrap_or_default());
    let empty = move || match data.hidden.get() {
        true => {
            view! { <Empty title=t!(apps.none_hidden) note=t!(apps.none_hidden_note) q=data.q.get() nothing_found /> }
        }
        false => view! { <Empty title=t!(apps.none) note=t!(apps.none_note) q=data.q.get() nothing_found /> },
    };
    let content = move |()| {
        view! {
            {windowed(Reading::new(move || rows.with(Vec::len)), CUT, draw)}
            {live(move || rows.with(Vec::is_empty).then(empty))}
            <ShowMore pages=data.all.pages />
        }
    };
    let title = move || if data.hidden.get() { text().apps().hidden } else { text().apps().all };
    view! {
        <section aria-labelledby="all">
            <h2 id="all">{live(title)}</h2>
            <Loaded query=data.all.pages.first rows=4 content />
        </section>
    }
}

fn tiles(data: Apps, apps: Vec<App>) -> Built {
    view! { <ul class="tiles">{apps.into_iter().map(|app| tile(data, app)).collect::<Vec<_>>()}</ul> }
}

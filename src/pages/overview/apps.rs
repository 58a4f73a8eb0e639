//! **My Apps** on the overview: how many there are to open.

use leptos::prelude::*;
use portal_contract::{apps::App, page::Page};

use crate::{
    api,
    components::{
        icon::{APPS, Icon},
        loaded::Loaded,
    },
    i18n::{format, text},
    routes,
    state::query::Query,
    t,
    view::{Built, said, view},
};

/// The block, for those who have My Apps.
#[component]
pub fn AppsBlock() -> Built {
    let apps = Query::new(|| api::apps::list("", None));
    view! {
        <section aria-labelledby="apps" class="card block">
            <h2 id="apps">
                <Icon path=APPS />
                {t!(shell.my_apps)}
            </h2>
            <Loaded query=apps rows=1 content=|page| view! { <p>{said(move || summary(&page))}</p> } />
            <a href=routes::APPS class="button" data-kind="plain">{t!(overview.apps_open)}</a>
        </section>
    }
}

fn summary(page: &Page<App>) -> String {
    let (words, count) = (text().overview(), page.items.len() as f64);
    match page.next_cursor {
        _ if count == 0.0 => words.apps_none.to_owned(),
        Some(_) => (words.apps_more)(&format::number(count)),
        None => (words.apps_count)(&format::number(count), count),
    }
}

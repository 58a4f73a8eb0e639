//! My Apps: everything the person can open.

use leptos::prelude::*;
use portal_contract::{apps::App, problem::Code};
use stylers_macro::style_sheet;

use super::access_denied::AccessDenied;
use crate::{
    api,
    components::{
        avatar::Avatar,
        empty::Empty,
        external_link::safe,
        icon::{Icon, OPENS},
        loaded::Loaded,
        page::PageHeader,
        scoped,
        search::Search,
        show_more::ShowMore,
    },
    i18n::{Sentence, text},
    state::{paged::Paged, query::Fetched, session::Session},
    t,
    view::{Built, live, view},
};

/// The apps, searched on the server and paged, because there may be thousands.
#[component]
pub fn AppsPage() -> Built {
    let session = Session::here();
    let allowed = move || session.with(|it| it.user.as_ref().is_some_and(|it| it.has_my_apps)) == Some(true);
    live(move || match allowed() {
        true => view! { <Apps /> },
        false => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
    })
}

#[component]
fn Apps() -> Built {
    let scope = style_sheet!("src/pages/apps/apps.css");
    let q = RwSignal::new(String::new());
    let paged = Paged::new(q, |q, cursor| async move { api::apps::list(&q, cursor.as_deref()).await });
    let denied = move || matches!(paged.pages.first.fetched(), Fetched::Failed(error) if error.is(Code::AccessDenied));
    let nothing_found: Sentence = || text().apps().nothing_found;
    let content = move |_| {
        let empty = move || paged.rows.with(Vec::is_empty);
        view! {
            <ul class="tiles">
                {live(move || paged.rows.get().into_iter().map(|app| view! { <Tile app /> }).collect::<Vec<_>>())}
            </ul>
            {live(move || empty().then(|| view! {
                    <Empty
                        title=t!(apps.none)
                        note=t!(apps.none_note)
                        q=q.get()
                        nothing_found
                    />
                }))}
            <ShowMore pages=paged.pages />
        }
    };
    view! {
        <div class=scoped("apps", scope)>
            {live(move || match denied() {
                true => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
                false => {
                    view! {
                        <PageHeader
                            title=t!(pages.apps)
                            intro=t!(apps.intro)
                        />
                        <Search label=t!(apps.search) q />
                        <Loaded query=paged.pages.first rows=4 content />
                    }

                }
            })}
        </div>
    }
}

#[component]
fn Tile(app: App) -> Built {
    let App { display_name, launch_url, organization, .. } = app;
    let face = view! {
        <Avatar name=display_name.clone() kind="organization" />
        <span class="names">
            <strong>{display_name}</strong>
            <span class="meta" lang=organization.language>{organization.display_name}</span>
        </span>
    };
    if safe(&launch_url) {
        view! {
            <li>
                <a class="card" href=launch_url target="_blank" rel="noopener noreferrer">
                    {face}
                    <Icon path=OPENS />
                    <span class="visually-hidden">{t!(common.opens_new_tab)}</span>
                </a>
            </li>
        }
    } else {
        view! {
            <li>
                <div class="card" aria-disabled="true">
                    {face}
                    <p class="meta">{t!(apps.unsafe_address)}</p>
                </div>
            </li>
        }
    }
}

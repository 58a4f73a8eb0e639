//! My Apps: everything the person can open.

use leptos::prelude::*;
use portal_contract::{apps::App, problem::Code};
use stylers_macro::style_sheet;

use super::access_denied::AccessDenied;
use crate::{
    api,
    components::{
        avatar::Avatar,
        icon::{Icon, OPENS},
        loaded::Loaded,
        page::PageHeader,
        scoped,
        search::Search,
    },
    i18n::text,
    state::{paged::Paged, query::Fetched, session::Session},
    t,
};

/// The apps, searched on the server and paged, because there may be thousands.
#[component]
pub fn AppsPage() -> impl IntoView {
    let session = Session::here();
    let allowed = move || session.with(|it| it.user.as_ref().is_some_and(|it| it.has_my_apps)) == Some(true);
    move || match allowed() {
        true => view! { <Apps /> }.into_any(),
        false => view! { <AccessDenied reason=Signal::derive(t!(access_denied.my_apps)) /> }.into_any(),
    }
}

#[component]
fn Apps() -> impl IntoView {
    let scope = style_sheet!("src/pages/apps/apps.css");
    let q = RwSignal::new(String::new());
    let paged = Paged::new(q, |q, cursor| async move { api::apps::list(&q, cursor.as_deref()).await });
    let denied = move || matches!(paged.first.fetched(), Fetched::Failed(error) if error.is(Code::AccessDenied));
    let content = move |_| {
        let empty = move || paged.rows.with(Vec::is_empty);
        view! {
            <ul class="tiles">
                <For each=move || paged.rows.get() key=|it| it.id.clone() let(app)>
                    <Tile app />
                </For>
            </ul>
            {move || empty().then(|| view! { <Nothing q=q.get() /> })}
            {paged.more_button()}
        }
        .into_any()
    };
    view! {
        <div class=scoped("apps", scope)>
            {move || match denied() {
                true => view! { <AccessDenied reason=Signal::derive(t!(access_denied.my_apps)) /> }.into_any(),
                false => {
                    view! {
                        <PageHeader
                            title=Signal::derive(t!(apps.title))
                            intro=Signal::derive(|| text().apps.intro.to_owned())
                        />
                        <Search label=Signal::derive(t!(apps.search)) q />
                        <Loaded query=paged.first rows=4 content />
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

#[component]
fn Nothing(q: String) -> impl IntoView {
    if q.is_empty() {
        view! {
            <p class="empty">
                <strong>{t!(apps.none)}</strong>
                <br />
                {t!(apps.none_note)}
            </p>
        }
        .into_any()
    } else {
        view! { <p class="empty" role="status">{move || (text().apps.nothing_found)(&q)}</p> }.into_any()
    }
}

#[component]
fn Tile(app: App) -> impl IntoView {
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
        .into_any()
    } else {
        view! {
            <li>
                <div class="card" aria-disabled="true">
                    {face}
                    <p class="meta">{t!(apps.unsafe_address)}</p>
                </div>
            </li>
        }
        .into_any()
    }
}

/// Whether the browser itself reads the address as plain `https` without user info (`security.md` S10).
fn safe(address: &str) -> bool {
    address.len() <= 2048
        && web_sys::Url::new(address)
            .is_ok_and(|url| url.protocol() == "https:" && url.username().is_empty() && url.password().is_empty())
}

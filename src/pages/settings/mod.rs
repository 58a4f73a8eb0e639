//! How the portal speaks to the person, and who uses what of their data (features 1.7).

mod called;
mod data;
mod region;
mod rows;

use leptos::prelude::*;
use portal_contract::privacy::Privacy;
use stylers_macro::style_sheet;

use self::{
    region::LanguageAndRegion,
    rows::{Opened, notice, service, terms},
};
use crate::{
    api,
    components::{
        dialog::Dialog, document::paragraphs, empty::Empty, loaded::Loaded, page::PageHeader, sheet::page_class,
    },
    i18n::Words,
    routes,
    state::query::Query,
    t,
    view::{Built, Reading, view},
};

/// Language & region, privacy, and the way to the person's own data.
#[component]
pub fn SettingsPage() -> Built {
    let scope = style_sheet!("src/pages/settings/settings.css");
    let privacy = Query::new(api::privacy::get);
    let open = Opened::new();
    view! {
        <div class=page_class!("settings", scope)>
            <PageHeader title=t!(pages.settings) intro=t!(settings.intro) />
            <LanguageAndRegion />
            <section aria-labelledby="privacy">
                <h2 id="privacy">{t!(settings.privacy)}</h2>
                <Loaded query=privacy content=move |privacy| sections(privacy, open) />
            </section>
            <section aria-labelledby="my-data">
                <h2 id="my-data">{t!(pages.my_data)}</h2>
                <div class="card row">
                    <p>{t!(settings.my_data_note)}</p>
                    <a href=routes::MY_DATA class="button" data-kind="plain">{t!(pages.my_data)}</a>
                </div>
            </section>
            <Reader open />
        </div>
    }
}

fn sections(privacy: Privacy, open: Opened) -> Built {
    let services = privacy.services.into_iter().map(service).collect();
    let terms = privacy.terms_of_use.into_iter().map(|it| terms(it, open)).collect();
    view! {
        <h3>{t!(settings.notice)}</h3>
        {match privacy.notice {
            Some(it) => notice(it),
            None => view! { <Empty title=t!(settings.notice_none) note=t!(settings.notice_none_note) /> },
        }}
        <h3>{t!(settings.services)}</h3>
        {rows(services, t!(settings.services_none), t!(settings.services_none_note))}
        <h3>{t!(settings.terms)}</h3>
        {rows(terms, t!(settings.terms_none), t!(settings.terms_none_note))}
    }
}

fn rows(rows: Vec<Built>, title: Words, note: Words) -> Built {
    match rows.is_empty() {
        true => view! { <Empty title note /> },
        false => view! { <ul class="rows">{rows}</ul> },
    }
}

/// The text of the terms that the person wants to read.
#[component]
fn Reader(open: Opened) -> Built {
    let Opened { shown, document: [title, words, language] } = open;
    let close = move || shown.set(false);
    let content = move |()| {
        view! {
            {paragraphs(&words.get_untracked(), &language.get_untracked())}
            <div class="actions">
                <button type="button" class="button" data-kind="plain" autofocus on:click=move |_| close()>
                    {t!(settings.close)}
                </button>
            </div>
        }
    };
    view! { <Dialog open=shown title=Reading::new(move || title.get()) close=move |()| close() content /> }
}

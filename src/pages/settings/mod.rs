//! How the portal speaks to the person, and who uses what of their data (features 1.7).

mod data;
mod region;
mod rows;

use leptos::prelude::*;
use portal_contract::privacy::Privacy;
use stylers_macro::style_sheet;

use self::{
    data::Documents,
    region::LanguageAndRegion,
    rows::{Notice, Service, Terms, paragraphs},
};
use crate::{
    components::{dialog::Dialog, empty::Empty, loaded::Loaded, page::PageHeader, scoped},
    routes, t,
    view::{Built, Reading, built, view},
};

/// Language & region, privacy, and the way to the person's own data.
#[component]
pub fn SettingsPage() -> Built {
    let scope = style_sheet!("src/pages/settings/settings.css");
    let documents = Documents::new();
    view! {
        <div class=scoped("settings", scope)>
            <PageHeader title=t!(settings.title) intro=t!(settings.intro) />
            <LanguageAndRegion />
            <section aria-labelledby="privacy">
                <h2 id="privacy">{t!(settings.privacy)}</h2>
                <Loaded query=documents.privacy content=move |privacy| view! { <Sections privacy documents /> } />
            </section>
            <section aria-labelledby="my-data">
                <h2 id="my-data">{t!(my_data.title)}</h2>
                <div class="card row">
                    <p>{t!(settings.my_data_note)}</p>
                    <a href=routes::MY_DATA class="button" data-kind="plain">{t!(my_data.title)}</a>
                </div>
            </section>
            <Reader documents />
        </div>
    }
}

#[component]
fn Sections(privacy: Privacy, documents: Documents) -> Built {
    let notice = match privacy.notice {
        Some(notice) => view! { <Notice notice /> },
        None => view! { <Empty title=t!(settings.notice_none) note=t!(settings.notice_none_note) /> },
    };
    let services = privacy.services.into_iter().map(|service| view! { <Service service /> }).collect::<Vec<_>>();
    let services = match services.is_empty() {
        true => view! { <Empty title=t!(settings.services_none) note=t!(settings.services_none_note) /> },
        false => view! { <ul class="rows">{services}</ul> },
    };
    let terms = privacy.terms_of_use.into_iter().map(|terms| view! { <Terms terms documents /> }).collect::<Vec<_>>();
    let terms = match terms.is_empty() {
        true => view! { <Empty title=t!(settings.terms_none) note=t!(settings.terms_none_note) /> },
        false => view! { <ul class="rows">{terms}</ul> },
    };
    view! {
        <h3>{t!(settings.notice)}</h3>
        {notice}
        <h3>{t!(settings.services)}</h3>
        {services}
        <h3>{t!(settings.terms)}</h3>
        {terms}
    }
}

/// The text of the terms that the person wants to read.
#[component]
fn Reader(documents: Documents) -> Built {
    let edition = move || documents.read.with(|it| rows::edition(&it.as_ref()?.editions));
    let content = move |()| {
        view! {
            <div class="document">
                {crate::view::live(move || edition().map_or_else(|| built(()), |it| paragraphs(&it)))}
            </div>
            <div class="actions">
                <button type="button" class="button" data-kind="plain" autofocus on:click=move |_| documents.open.set(false)>
                    {t!(settings.close)}
                </button>
            </div>
        }
    };
    view! {
        <Dialog
            open=documents.open
            title=Reading::new(move || edition().map(|it| it.title).unwrap_or_default())
            close=move |()| documents.open.set(false)
            content
        />
    }
}

//! The document that is to be answered.

use portal_contract::{
    apps::AppName,
    terms::{TermsOfUse, TermsState},
};

use super::data::{Read, Terms};
use crate::{
    components::{
        app_face::called,
        button::Button,
        document::{edition, elsewhere, paragraphs},
    },
    i18n::{format, text},
    state::online::Online,
    t,
    view::{Built, live, view},
};

/// Its words, what it opens, **Accept** and **Decline**.
pub fn document(data: Terms, terms: TermsOfUse) -> Built {
    let online = Online::now();
    let content = move || {
        let words = text().terms();
        let it = edition(&terms.editions)?;
        let organization = terms.organization.clone();
        let read = Read { terms: terms.clone(), title: it.title.clone(), language: it.language.clone() };
        let again = read.clone();
        let before = match terms.state {
            TermsState::Expired => Some(words.asked_again),
            TermsState::Declined => Some(words.declined_before),
            _ => None,
        };
        let apps = names(&terms.apps).map(|it| view! { <p>{(words.opens)(&it)}</p> });
        let title = it.title.clone();
        let elsewhere = it.url.map(|address| view! { <p>{words.read_first}</p> {elsewhere(address, title)} });
        let decline = (terms.state != TermsState::Declined).then(|| {
            view! {
                <Button label=t!(terms.decline) disabled=move || !online.get() press=move |()| data.ask(again.clone()) />
            }
        });
        Some(view! {
            <h2 lang=it.language.clone()>{it.title}</h2>
            <p class="meta">{(words.from)(&organization.display_name, &terms.version)}</p>
            {before.map(|it| view! { <p class="note">{it}</p> })}
            <div class="words">{paragraphs(it.text.as_deref().unwrap_or_default(), &it.language)}</div>
            {elsewhere}
            {apps}
            <div class="actions">
                {decline}
                <Button
                    kind="primary"
                    label=t!(terms.accept)
                    busy=t!(terms.accepting)
                    pending=data.accept.pending()
                    disabled=move || !online.get()
                    press=move |()| data.accept.run(read.clone())
                />
            </div>
        })
    };
    view! { <article class="card prose">{live(content)}</article> }
}

/// The names of apps as a list in a sentence; nothing for none; reactive.
pub fn names(apps: &[AppName]) -> Option<String> {
    let name = |app: &AppName| called(&app.texts, &app.display_name, None).0;
    (!apps.is_empty()).then(|| format::list(apps.iter().map(name)))
}

//! The organization's notice, a service, a document of terms.

use leptos::prelude::*;
use portal_contract::{
    privacy::{ConnectedService, Edition, PrivacyNotice},
    terms::TermsOfUse,
};

use crate::{
    components::{
        avatar::Avatar,
        button::Button,
        contact::Contact,
        document::{edition, elsewhere, paragraphs},
        icon::{DONE, Icon, WARNING},
    },
    i18n::{format, text},
    t,
    view::{Built, Reading, live, view},
};

/// The document that is being read.
#[derive(Clone, Copy)]
pub struct Opened {
    /// Whether its dialog is open.
    pub shown: RwSignal<bool>,
    /// Its title, its text and their language; kept while the dialog closes.
    pub document: [RwSignal<String>; 3],
}

impl Opened {
    /// None.
    pub fn new() -> Self {
        Self { shown: RwSignal::new(false), document: [(); 3].map(|()| RwSignal::new(String::new())) }
    }

    fn open(self, edition: &Edition) {
        let parts = [edition.title.clone(), edition.text.clone().unwrap_or_default(), edition.language.clone()];
        for (kept, part) in std::iter::zip(self.document, parts) {
            kept.set(part);
        }
        self.shown.set(true);
    }
}

/// How the home organization uses personal data, and whom to ask.
pub fn notice(notice: PrivacyNotice) -> Built {
    let PrivacyNotice { editions, contact, .. } = notice;
    let document = move || {
        let it = edition(&editions)?;
        let text = paragraphs(it.text.as_deref().unwrap_or_default(), &it.language);
        let title = it.title.clone();
        Some(view! {
            <h4 lang=it.language>{it.title}</h4>
            {text}
            {it.url.map(|address| elsewhere(address, title))}
        })
    };
    view! {
        <article class="card prose">
            {live(document)}
            {contact.map(|contact| view! { <p class="meta">{t!(settings.notice_contact)}</p> <Contact contact /> })}
        </article>
    }
}

/// A service and what it may see.
pub fn service(service: ConnectedService) -> Built {
    let row = move || {
        let words = text().settings();
        let seen = format::list(service.access.iter().map(|it| words.access[*it as usize].to_owned()));
        let organization = service.organization.clone();
        view! {
            <Avatar name=service.display_name.clone() kind="organization" />
            <div class="who">
                <h4>{service.display_name.clone()}</h4>
                <p class="meta">
                    <span lang=organization.language>{organization.display_name}</span>
                    " · "
                    {(words.connected_since)(&format::date(&service.connected_at))}
                </p>
                <p>{(words.may_see)(&seen)}</p>
            </div>
        }
    };
    view! { <li class="card row">{live(row)}</li> }
}

/// Terms of use: whether they are accepted, and **View**.
pub fn terms(terms: TermsOfUse, opened: Opened) -> Built {
    let row = move || {
        let words = text().settings();
        let it = edition(&terms.editions)?;
        let (title, organization) = (it.title.clone(), terms.organization.clone());
        let (icon, state) = match &terms.accepted_at {
            Some(at) => (DONE, (words.accepted_on)(&format::date(at))),
            None => (WARNING, words.not_accepted.to_owned()),
        };
        let document = it.clone();
        let view = match it.url {
            Some(address) => elsewhere(address, title),
            None => view! {
                <Button
                    label=t!(document.view)
                    name=Reading::new(move || (text().document().view_label)(&title))
                    press=move |()| opened.open(&document)
                />
            },
        };
        Some(view! {
            <span class="state" data-pending=terms.accepted_at.is_none()><Icon path=icon /></span>
            <div class="who">
                <h4 lang=it.language>{it.title}</h4>
                <p class="meta">
                    <span lang=organization.language>{organization.display_name}</span>
                    " · "
                    {(words.version)(&terms.version)}
                </p>
                <p>{state}</p>
            </div>
            <div class="row-actions">{view}</div>
        })
    };
    view! { <li class="card row">{live(row)}</li> }
}

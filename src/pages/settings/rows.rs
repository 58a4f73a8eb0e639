//! The organization's notice, a service, a document of terms.

use leptos::prelude::*;
use portal_contract::privacy::{ConnectedService, Edition, PrivacyNotice, ServiceAccess, TermsOfUse};

use super::data::Documents;
use crate::{
    components::{
        avatar::Avatar,
        button::Button,
        contact::Contact,
        external_link::ExternalLink,
        icon::{DONE, Icon, WARNING},
    },
    i18n::{self, format, text},
    t,
    view::{Built, Reading, built, live, said, view},
};

/// The edition in the language on screen, else the first one; reactive.
pub fn edition(editions: &[Edition]) -> Option<Edition> {
    let language = i18n::tag(i18n::language());
    editions.iter().find(|it| it.language.get(..2) == Some(language)).or_else(|| editions.first()).cloned()
}

/// The text of an edition.
pub fn paragraphs(edition: &Edition) -> Built {
    let text = edition.text.as_deref().unwrap_or_default();
    let paragraphs = text.split("\n\n").map(|it| view! { <p lang=edition.language.clone()>{it.to_owned()}</p> });
    built(paragraphs.collect::<Vec<_>>())
}

/// How the home organization uses personal data, and whom to ask.
#[component]
pub fn Notice(notice: PrivacyNotice) -> Built {
    let PrivacyNotice { editions, contact, .. } = notice;
    let document = move || {
        edition(&editions).map(|it| {
            let title = it.title.clone();
            view! {
                <h4 lang=it.language.clone()>{it.title.clone()}</h4>
                {paragraphs(&it)}
                {it.url.map(|address| view! { <Elsewhere address title /> })}
            }
        })
    };
    view! {
        <article class="card prose">
            {live(document)}
            {contact.map(|contact| view! { <p class="meta">{t!(settings.notice_contact)}</p> <Contact contact /> })}
        </article>
    }
}

/// A document that stands on a page of its organization.
#[component]
fn Elsewhere(address: String, title: String) -> Built {
    view! {
        <ExternalLink
            address
            label=t!(settings.view)
            name=Reading::new(move || (text().settings.view_label)(&title))
            refused=t!(settings.unsafe_address)
        />
    }
}

/// A service and what it may see.
#[component]
pub fn Service(service: ConnectedService) -> Built {
    let ConnectedService { display_name, organization, connected_at, access, .. } = service;
    let since = move || (text().settings.connected_since)(&format::date(&connected_at));
    let seen = move || {
        let words = &text().settings;
        (words.may_see)(&format::list(access.iter().map(|it| words.access[position(*it)].to_owned())))
    };
    view! {
        <li class="card row">
            <Avatar name=display_name.clone() kind="organization" />
            <div class="who">
                <h4>{display_name}</h4>
                <p class="meta"><span lang=organization.language>{organization.display_name}</span> " · " {said(since)}</p>
                <p>{said(seen)}</p>
            </div>
        </li>
    }
}

fn position(access: ServiceAccess) -> usize {
    match access {
        ServiceAccess::Profile => 0,
        ServiceAccess::MailAddress => 1,
        ServiceAccess::Calendar => 2,
        ServiceAccess::Files => 3,
        ServiceAccess::Groups => 4,
        ServiceAccess::SignIns => 5,
        ServiceAccess::Devices => 6,
        ServiceAccess::Unknown => 7,
    }
}

/// Terms of use: whether they are accepted, and **View**.
#[component]
pub fn Terms(terms: TermsOfUse, documents: Documents) -> Built {
    let shown = StoredValue::new(terms.clone());
    let TermsOfUse { organization, version, accepted_at, editions, .. } = terms;
    let pending = accepted_at.is_none();
    let state = move || match &accepted_at {
        Some(at) => (text().settings.accepted_on)(&format::date(at)),
        None => text().settings.not_accepted.to_owned(),
    };
    let title = move || shown.with_value(|it| edition(&it.editions)).map(|it| it.title).unwrap_or_default();
    let language = move || shown.with_value(|it| edition(&it.editions)).map(|it| it.language);
    let view = move || {
        let address = edition(&editions).and_then(|it| it.url);
        match address {
            Some(address) => view! { <Elsewhere address title=title() /> },
            None => view! {
                <Button
                    label=t!(settings.view)
                    name=Reading::new(move || (text().settings.view_label)(&title()))
                    press=move |()| documents.view(shown.get_value())
                />
            },
        }
    };
    view! {
        <li class="card row">
            <span class="state" data-pending=pending.then_some("")><Icon path=if pending { WARNING } else { DONE } /></span>
            <div class="who">
                <h4 lang=language>{said(title)}</h4>
                <p class="meta">
                    <span lang=organization.language>{organization.display_name}</span>
                    " · "
                    {said(move || (text().settings.version)(&version))}
                </p>
                <p>{said(state)}</p>
            </div>
            <div class="row-actions">{live(view)}</div>
        </li>
    }
}

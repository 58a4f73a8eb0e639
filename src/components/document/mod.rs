//! A document of an organization: the edition in the person's language, its text, the way to it elsewhere.

use portal_contract::privacy::Edition;

use super::external_link::ExternalLink;
use crate::{
    i18n::{self, text},
    t,
    view::{Built, Reading, built, view},
};

/// The edition in the language on screen, else the first one; reactive.
pub fn edition(editions: &[Edition]) -> Option<Edition> {
    let language = i18n::tag(i18n::language());
    editions.iter().find(|it| it.language.get(..2) == Some(language)).or_else(|| editions.first()).cloned()
}

/// A text, paragraph by paragraph.
pub fn paragraphs(text: &str, language: &str) -> Built {
    let paragraphs = text
        .split('\n')
        .filter(|it| !it.is_empty())
        .map(|it| view! { <p lang=language.to_owned()>{it.to_owned()}</p> });
    built(paragraphs.collect::<Vec<_>>())
}

/// The way to a document that stands on a page of its organization.
pub fn elsewhere(address: String, title: String) -> Built {
    view! {
        <ExternalLink
            address
            label=t!(document.view)
            name=Reading::new(move || (text().document().view_label)(&title))
            refused=t!(document.unsafe_address)
        />
    }
}

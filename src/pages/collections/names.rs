//! What collections and apps are called on screen.

use portal_contract::collections::{Collection, CollectionKind, NameText};

use crate::i18n::{language, text};

/// What a collection is called; reactive.
pub fn called(collection: &Collection) -> String {
    match collection.kind {
        CollectionKind::All => text().collections().all.to_owned(),
        _ => in_language(&collection.texts, &collection.display_name),
    }
}

/// A name in the language on screen, if it has one there; reactive.
pub fn in_language(texts: &[NameText], name: &str) -> String {
    let language = language();
    let found = texts.iter().find(|it| it.language == language);
    found.map_or(name, |it| &it.display_name).to_owned()
}

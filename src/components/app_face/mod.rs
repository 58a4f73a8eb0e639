//! How an app is shown wherever it is: its icon, its name and what it is for in the language on screen.

use portal_contract::apps::AppText;

use super::avatar::Avatar;
use crate::{
    i18n::language,
    view::{Built, view},
};

/// The name and what it is for, in the language on screen if it has them there; reactive.
pub fn called(texts: &[AppText], name: &str, description: Option<&String>) -> (String, Option<String>) {
    let language = language();
    match texts.iter().find(|it| it.language == language) {
        Some(it) => (it.display_name.clone(), it.description.clone()),
        None => (name.to_owned(), description.cloned()),
    }
}

/// The icon, a `data:` URL of an image, or the initials of the name.
pub fn picture(icon: Option<&String>, name: &str) -> Built {
    match icon.filter(|it| it.starts_with("data:image/")) {
        Some(icon) => view! { <img class="picture" src=icon.clone() alt="" width="40" height="40" /> },
        None => view! { <Avatar name=name.to_owned() kind="organization" /> },
    }
}

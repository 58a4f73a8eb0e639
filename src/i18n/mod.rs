//! Two languages, one typed catalogue. `t!(organizations.leave)` is a closure that follows the chosen language:
//! switching re-renders text and nothing else, so a half-filled form keeps its input.

mod en;
pub mod format;
mod nl;
mod pages;
pub mod problem;
pub mod text;

use std::sync::LazyLock;

use leptos::prelude::*;
use portal_contract::preferences::Language;

use self::text::Text;

/// The language on screen. Global, because texts are also read in commands, after the page that started them has gone.
static LANGUAGE: LazyLock<ArcRwSignal<Language>> = LazyLock::new(|| ArcRwSignal::new(Language::En));

/// The language on screen; reactive.
pub fn language() -> Language {
    LANGUAGE.get()
}

/// Puts another language on screen.
pub fn set_language(language: Language) {
    LANGUAGE.set(language);
}

/// The catalogue of the language on screen; reactive.
pub fn text() -> &'static Text {
    of(language())
}

/// The same, for commands and event handlers, which speak once and follow nothing.
pub fn text_now() -> &'static Text {
    of(LANGUAGE.get_untracked())
}

fn of(language: Language) -> &'static Text {
    match language {
        Language::En => &en::EN,
        Language::Nl => &nl::NL,
    }
}

/// The BCP 47 tag of a language.
pub fn tag(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::Nl => "nl",
    }
}

/// The language that a BCP 47 tag asks for, if the portal speaks it: `nl-BE` is Dutch.
pub fn from_tag(tag: &str) -> Option<Language> {
    match tag.get(..2)? {
        primary if primary.eq_ignore_ascii_case("nl") => Some(Language::Nl),
        primary if primary.eq_ignore_ascii_case("en") => Some(Language::En),
        _ => None,
    }
}

/// A text that follows the language.
pub type Words = fn() -> &'static str;

/// A sentence with one value that follows the language.
pub type Sentence = fn() -> fn(&str) -> String;

/// A text of the catalogue as a function that follows the language: `t!(organizations.title)`. A function pointer, so
/// that all texts are one type to the renderer.
#[macro_export]
macro_rules! t {
    ($($path:ident).+) => { (|| $crate::i18n::text().$($path).+) as fn() -> &'static str };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_tag_asks_for_its_language() {
        assert_eq!(from_tag("nl-BE"), Some(Language::Nl));
        assert_eq!(from_tag("EN"), Some(Language::En));
        assert_eq!(from_tag("fr"), None);
        assert_eq!(from_tag("n"), None);
        assert_eq!(from_tag("é"), None);
    }
}

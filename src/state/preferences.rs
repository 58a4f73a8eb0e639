//! Language and theme: chosen by the person, remembered by the browser, the language by the account too.

use std::sync::LazyLock;

use leptos::prelude::*;
use portal_contract::{
    preferences::{Language, Preferences},
    session::SessionUser,
};

use crate::{
    deployment,
    i18n::{
        self,
        format::{self, Region},
    },
};

const LANGUAGE_KEY: &str = "language";
const THEME_KEY: &str = "theme";
const ARRANGEMENT_KEY: &str = "apps-arrangement";

/// Notified whenever this tab stored a preference outside the Settings page.
static STORED: LazyLock<ArcTrigger> = LazyLock::new(ArcTrigger::new);

/// Light or dark, or as the system says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// What is stored, and what `data-theme` says.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How apps are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    /// As tiles.
    Grid,
    /// One below the other.
    List,
}

impl Arrangement {
    /// What is stored, and what style sheets read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::List => "list",
        }
    }
}

/// How this browser shows apps.
pub fn arrangement() -> Arrangement {
    match stored(ARRANGEMENT_KEY) {
        Some(it) if it == Arrangement::List.name() => Arrangement::List,
        _ => Arrangement::Grid,
    }
}

/// Remembers how this browser shows apps.
pub fn set_arrangement(arrangement: Arrangement) {
    store(ARRANGEMENT_KEY, arrangement.name());
}

/// Goes on in the language in which the page began. The account's own choice comes with the session, see [`adopt`].
pub fn start() {
    i18n::set_language(deployment::language());
    if let Some(language) = location_language() {
        store(LANGUAGE_KEY, i18n::tag(language));
    }
}

/// The account's region; and its display language, where this browser knows of no choice of its own.
pub fn adopt(user: Option<&SessionUser>) {
    if let (Some(language), None, None) = (
        user.and_then(|it| it.display_language).filter(|it| deployment::speaks(*it)),
        location_language(),
        stored(LANGUAGE_KEY),
    ) {
        show_language(language);
    }
    let region = user.map(|it| Region { format: it.regional_format.clone(), zone: it.time_zone.clone() });
    format::set_region(region.unwrap_or_default());
}

/// What was just stored for the account holds here at once.
pub fn apply(preferences: &Preferences) {
    if let Some(language) = preferences.display_language {
        store(LANGUAGE_KEY, i18n::tag(language));
        show_language(language);
    }
    format::set_region(Region { format: preferences.regional_format.clone(), zone: preferences.time_zone.clone() });
}

/// Follows what this tab stores by the language switch of the header; reactive.
pub fn track_stored() {
    STORED.track();
}

/// Switches the language here; the account is told by who asks for it, and [`stored_for_account`] follows.
pub fn choose_language(language: Language) {
    store(LANGUAGE_KEY, i18n::tag(language));
    show_language(language);
}

/// The account knows the language that was chosen here: whoever shows its preferences reads them anew.
pub fn stored_for_account() {
    STORED.notify();
}

/// The stored theme.
pub fn theme() -> Theme {
    let name = stored(THEME_KEY);
    Theme::ALL.into_iter().find(|it| Some(it.name()) == name.as_deref()).unwrap_or(Theme::System)
}

/// Switches the theme.
pub fn choose_theme(theme: Theme) {
    store(THEME_KEY, theme.name());
    set_root_attribute("data-theme", theme.name());
}

fn show_language(language: Language) {
    i18n::set_language(language);
    set_root_attribute("lang", i18n::tag(language));
}

fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // Both names are valid attribute names, the only thing this can fail on.
        let _ = root.set_attribute(name, value);
    }
}

fn location_language() -> Option<Language> {
    let search = window().location().search().ok()?;
    let tag = web_sys::UrlSearchParams::new_with_str(&search).ok()?.get("lng")?;
    i18n::from_tag(&tag).filter(|it| deployment::speaks(*it))
}

/// A browser that forbids storage only forgets the choice.
fn stored(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

fn store(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // A full or forbidden storage loses the memory of the choice, not the choice.
        let _ = storage.set_item(key, value);
    }
}

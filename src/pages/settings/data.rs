//! What the page reads and changes.

use leptos::prelude::*;
use portal_contract::{
    preferences::{Preference, Preferences, PreferencesChange},
    problem::Code,
};

use crate::{
    api,
    i18n::{self, text_now},
    state::{
        command::Command,
        messages::Messages,
        preferences,
        query::{Fetched, Query},
    },
};

/// The preferences, in the order in which they are shown.
pub const SHOWN: [Preference; 3] = [Preference::DisplayLanguage, Preference::RegionalFormat, Preference::TimeZone];

/// What is stored, and what the person chose instead; what is not chosen follows what is stored.
#[derive(Clone, Copy)]
pub struct Region {
    /// What is stored, with its version.
    pub stored: Query<(Preferences, String)>,
    /// Stores what was chosen on top of the version that it is given.
    pub save: Command<String>,
    /// What the person chose and did not save yet, as `SHOWN`.
    pub chosen: [RwSignal<Option<String>>; 3],
    /// Whether what is stored may be another thing than what the person knew of.
    pub moved_on: RwSignal<bool>,
    messages: Messages,
}

impl Region {
    /// Starts reading.
    pub fn new() -> Self {
        let stored = Query::new(|| {
            preferences::track_stored();
            api::preferences::get()
        });
        let messages = Messages::here();
        let chosen = [(); 3].map(|()| RwSignal::new(None));
        let moved_on = RwSignal::new(false);
        let save = Command::new(
            move |version: String, _| {
                let change = change(stored, chosen);
                async move { api::preferences::update(&change, &version).await }
            },
            move |_, outcome| match outcome {
                Ok(newer) => {
                    let newer: (Preferences, String) = newer;
                    for one in chosen {
                        one.try_set(None);
                    }
                    moved_on.try_set(false);
                    preferences::apply(&newer.0);
                    stored.update(|it| *it = newer);
                    messages.success(text_now().settings().saved.to_owned());
                }
                Err(error) => {
                    // What the person chose stays; what is stored now is shown beside it.
                    moved_on.try_set(error.is(Code::Stale) || error.outcome_unknown());
                    stored.refetch();
                }
            },
        );
        Self { stored, save, chosen, moved_on, messages }
    }

    /// Stores what was chosen.
    pub fn submit(self) {
        let Fetched::Ready((_, version)) = untrack(|| self.stored.fetched()) else { return };
        if change(self.stored, self.chosen) == PreferencesChange::default() {
            self.save.forget();
            self.messages.success(text_now().settings().unchanged.to_owned());
        } else {
            self.save.run(version);
        }
    }
}

/// The stored value, empty where there is none.
pub fn stored_value(stored: &Preferences, preference: Preference) -> String {
    let value = match preference {
        Preference::DisplayLanguage => stored.display_language.map(|it| i18n::tag(it).to_owned()),
        Preference::RegionalFormat => stored.regional_format.clone(),
        _ => stored.time_zone.clone(),
    };
    value.unwrap_or_default()
}

/// Only what differs, so that nothing is undone that another tab stored, and nothing that an organization decides.
fn change(stored: Query<(Preferences, String)>, chosen: [RwSignal<Option<String>>; 3]) -> PreferencesChange {
    let Fetched::Ready((stored, _)) = untrack(|| stored.fetched()) else { return PreferencesChange::default() };
    let [language, format, zone] = [0, 1, 2].map(|index| {
        let locked = stored.locks.iter().any(|it| it.preference == SHOWN[index]);
        let value = stored_value(&stored, SHOWN[index]);
        chosen[index].get_untracked().filter(|it| *it != value && !locked)
    });
    PreferencesChange {
        display_language: language.and_then(|it| i18n::from_tag(&it)),
        regional_format: format,
        time_zone: zone,
    }
}

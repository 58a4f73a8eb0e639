//! What the page reads and changes.

use leptos::prelude::*;
use portal_contract::{
    preferences::{Preference, Preferences, PreferencesChange},
    privacy::{Privacy, TermsOfUse},
    problem::Code,
};

use crate::{
    api,
    i18n::{self, text_now},
    state::{command::Command, messages::Messages, preferences, query::Query},
};

/// What is stored, and what the person chose instead; what is not chosen follows what is stored.
#[derive(Clone, Copy)]
pub struct Region {
    /// What is stored, with its version.
    pub stored: Query<(Preferences, String)>,
    /// Stores a choice on top of that version.
    pub save: Command<(PreferencesChange, String)>,
    chosen: RwSignal<PreferencesChange>,
    stored_now: RwSignal<bool>,
}

impl Region {
    /// Starts reading.
    pub fn new() -> Self {
        let stored = Query::new(|| {
            preferences::track_stored();
            api::preferences::get()
        });
        let messages = Messages::here();
        let chosen = RwSignal::new(PreferencesChange::default());
        let stored_now = RwSignal::new(false);
        let save = Command::new(
            |(change, version): (PreferencesChange, String), _| async move {
                api::preferences::update(&change, &version).await
            },
            move |_, outcome: Result<(Preferences, String), _>| match outcome {
                Ok(newer) => {
                    chosen.try_set(PreferencesChange::default());
                    stored_now.try_set(false);
                    preferences::apply(&newer.0);
                    stored.update(|it| *it = newer);
                    messages.success(text_now().settings.saved.to_owned());
                }
                // What the person chose stays; what is stored now is shown beside it.
                Err(error) if error.is(Code::Stale) || error.outcome_unknown() => {
                    stored_now.try_set(true);
                    stored.refetch();
                }
                // A lock may be new to the page.
                Err(_) => stored.refetch(),
            },
        );
        Self { stored, save, chosen, stored_now }
    }

    /// The person chose a value.
    pub fn choose(self, preference: Preference, value: String) {
        self.chosen.update(|it| match preference {
            Preference::DisplayLanguage => it.display_language = i18n::from_tag(&value),
            Preference::RegionalFormat => it.regional_format = Some(value),
            _ => it.time_zone = Some(value),
        });
    }

    /// What the person chose and did not save yet.
    pub fn chosen(self, preference: Preference) -> Option<String> {
        untrack(|| {
            self.chosen.with(|it| match preference {
                Preference::DisplayLanguage => it.display_language.map(|it| i18n::tag(it).to_owned()),
                Preference::RegionalFormat => it.regional_format.clone(),
                _ => it.time_zone.clone(),
            })
        })
    }

    /// Whether what is stored became another thing than what the person sees chosen; reactive.
    pub fn tells_stored(self) -> bool {
        self.stored_now.get()
    }

    /// Stores what was chosen: only what differs, so that nothing is undone that another tab stored.
    pub fn submit(self, (stored, version): (Preferences, String)) {
        let mut change = self.chosen.get_untracked();
        let locked = |it: Preference| stored.locks.iter().any(|lock| lock.preference == it);
        change.display_language = change
            .display_language
            .filter(|it| Some(*it) != stored.display_language && !locked(Preference::DisplayLanguage));
        change.regional_format = change.regional_format.filter(|it| {
            it != stored.regional_format.as_deref().unwrap_or_default() && !locked(Preference::RegionalFormat)
        });
        change.time_zone = change
            .time_zone
            .filter(|it| it != stored.time_zone.as_deref().unwrap_or_default() && !locked(Preference::TimeZone));
        if change == PreferencesChange::default() {
            self.save.forget();
            Messages::here().success(text_now().settings.unchanged.to_owned());
        } else {
            self.save.run((change, version));
        }
    }
}

/// Notice, services and terms, and the document that is being read.
#[derive(Clone, Copy)]
pub struct Documents {
    /// All of it.
    pub privacy: Query<Privacy>,
    /// Whether a document is open.
    pub open: RwSignal<bool>,
    /// Which one; kept while its dialog closes.
    pub read: RwSignal<Option<TermsOfUse>>,
}

impl Documents {
    /// Starts reading.
    pub fn new() -> Self {
        Self { privacy: Query::new(api::privacy::get), open: RwSignal::new(false), read: RwSignal::new(None) }
    }

    /// Opens a document.
    pub fn view(self, terms: TermsOfUse) {
        self.read.set(Some(terms));
        self.open.set(true);
    }
}

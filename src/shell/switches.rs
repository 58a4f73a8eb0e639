//! Language and theme, chosen in the header.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::preferences::Language;

use crate::{
    api,
    components::{
        flyout::Flyout,
        icon::{LANGUAGE, THEME},
    },
    deployment,
    i18n::{self, text, text_now},
    state::capabilities,
    state::{
        messages::Messages,
        preferences::{self, Theme},
        session::Session,
    },
    t,
    view::{Built, built, live, view},
};

/// English or Dutch: no reload, what was typed stays.
#[component]
pub fn LanguageSwitch() -> Built {
    let (session, messages) = (Session::here(), Messages::here());
    let option = move |language: Language, name: &'static str| {
        view! {
            <button
                type="button"
                class="choice"
                lang=i18n::tag(language)
                aria-pressed=move || (i18n::language() == language).to_string()
                on:click=move |_| choose_language(language, session, messages)
            >
                {name}
            </button>
        }
    };
    if !deployment::speaks(Language::En) || !deployment::speaks(Language::Nl) {
        return built(());
    }
    view! {
        <Flyout icon=Some(LANGUAGE) label=t!(shell.language)>
            <div role="group" aria-label=t!(shell.language)>
                {option(Language::En, "English")}
                {option(Language::Nl, "Nederlands")}
            </div>
        </Flyout>
    }
}

/// Light, dark, or as the system says.
#[component]
pub fn ThemeSwitch() -> Built {
    let chosen = RwSignal::new(preferences::theme());
    let name = |theme| match theme {
        Theme::System => text().shell().theme_system,
        Theme::Light => text().shell().theme_light,
        Theme::Dark => text().shell().theme_dark,
    };
    let options = Theme::ALL.map(|theme| {
        view! {
            <button
                type="button"
                class="choice"
                aria-pressed=move || (chosen.get() == theme).to_string()
                on:click=move |_| {
                    preferences::choose_theme(theme);
                    chosen.set(theme);
                }
            >
                {live(move || name(theme))}
            </button>
        }
    });
    view! {
        <Flyout icon=Some(THEME) label=t!(shell.theme)>
            <div role="group" aria-label=t!(shell.theme)>{Vec::from(options)}</div>
        </Flyout>
    }
}

/// Switches the language here and, for somebody signed in, in the account.
fn choose_language(language: Language, session: Session, messages: Messages) {
    preferences::choose_language(language);
    messages.success(text_now().shell().language_changed.to_owned());
    if session.signed_in_now() && capabilities::here(capabilities::PREFERENCES) {
        spawn_local(async move {
            match session.guarded(move || api::preferences::set_display_language(language)).await {
                Ok(()) => preferences::stored_for_account(),
                Err(_) => messages.failure(text_now().shell().language_not_stored.to_owned()),
            }
        });
    }
}

//! The header: portal switch, language, theme, help, account.

use leptos::{ev, html, prelude::*, task::spawn_local};
use portal_contract::preferences::Language;
use wasm_bindgen::JsCast;

use super::navigation::in_my_apps;
use crate::{
    api,
    components::{
        avatar::Avatar,
        contact::Contact,
        icon::{HELP, Icon, LANGUAGE, MENU, THEME},
    },
    i18n::{self, problem::sentence, text},
    pages::organizations::switch::SwitchOrganization,
    routes,
    state::{
        messages::Messages,
        preferences::{self, Theme},
        session::Session,
    },
    t,
    view::{Built, Children, Reading, live, said, view},
};

/// The header.
#[component]
pub fn Header(
    /// Whether the navigation's drawer is open.
    drawer: RwSignal<bool>,
) -> Built {
    let in_my_apps = in_my_apps();
    view! {
        <header class="header">
            <button
                type="button"
                class="icon-button menu-button"
                aria-expanded=move || drawer.get().to_string()
                aria-controls="navigation"
                on:click=move |_| drawer.update(|it| *it = !*it)
            >
                <Icon path=MENU />
                <span>{t!(shell.menu)}</span>
            </button>
            <nav class="portals" aria-label=t!(shell.portals)>
                <a href=routes::OVERVIEW aria-current=move || (!in_my_apps.get()).then_some("true")>
                    {t!(shell.my_account)}
                </a>
                <a href=routes::APPS aria-current=move || in_my_apps.get().then_some("true")>
                    {t!(shell.my_apps)}
                </a>
            </nav>
            <LanguageSwitch />
            <ThemeSwitch />
            <Help />
            <AccountMenu />
        </header>
    }
}

/// A button of the header that opens something below it; closes on Escape, on a click outside and on a choice.
#[component]
fn Flyout(
    icon: Option<&'static str>,
    #[prop(into)] label: Reading<String>,
    /// What the button shows instead of an icon.
    #[prop(optional)]
    face: Option<Built>,
    children: Children,
) -> Built {
    let element = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(element) = element.get_untracked() {
            element.set_open(false);
        }
    };
    let outside = window_event_listener(ev::click, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        if element.get_untracked().is_some_and(|it| !it.contains(target.as_ref())) {
            close();
        }
    });
    on_cleanup(move || outside.remove());
    let close_and_return = move || {
        close();
        let summary = element.get_untracked().and_then(|it| it.query_selector("summary").ok()?);
        if let Some(summary) = summary.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A summary always takes the focus.
            let _ = summary.focus();
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close_and_return();
        }
    };
    let chosen = move |event: ev::MouseEvent| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|it| it.closest(".choice").is_ok_and(|it| it.is_some())) {
            close_and_return();
        }
    };
    view! {
        <details class="flyout" node_ref=element on:keydown=key>
            <summary class="icon-button" aria-label=label title=label>
                {icon.map(|path| view! { <Icon path /> })}
                {face}
            </summary>
            <div class="panel" on:click=chosen>{children()}</div>
        </details>
    }
}

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
                on:click=move |_| preferences::choose_language(language, session, messages)
            >
                {name}
            </button>
        }
    };
    view! {
        <Flyout icon=Some(LANGUAGE) label=t!(shell.language)>
            <div role="group" aria-label=t!(shell.language)>
                {option(Language::En, "English")}
                {option(Language::Nl, "Nederlands")}
            </div>
        </Flyout>
    }
}

#[component]
fn ThemeSwitch() -> Built {
    let chosen = RwSignal::new(preferences::theme());
    let name = |theme| match theme {
        Theme::System => text().shell.theme_system,
        Theme::Light => text().shell.theme_light,
        Theme::Dark => text().shell.theme_dark,
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

/// The help desk, at the same place on every page (WCAG 3.2.6).
#[component]
fn Help() -> Built {
    let session = Session::here();
    let contact = move || match session.with(|it| it.user.as_ref()?.help_contact.clone()).flatten() {
        Some(contact) => view! { <p>{t!(shell.help_intro)}</p> <Contact contact /> },
        None => view! { <p>{t!(shell.help_unknown)}</p> },
    };
    view! {
        <Flyout icon=Some(HELP) label=t!(shell.help)>
            <div class="prose">{live(contact)}</div>
        </Flyout>
    }
}

#[component]
fn AccountMenu() -> Built {
    let (session, messages) = (Session::here(), Messages::here());
    let switching = RwSignal::new(false);
    let leaving = RwSignal::new(false);
    let name =
        move || session.with(|it| it.user.as_ref().map(|it| it.display_name.clone())).flatten().unwrap_or_default();
    let place = move || session.with(|it| it.user.as_ref()?.current_organization.clone()).flatten();
    let sign_out = move |_| {
        if leaving.get_untracked() {
            return;
        }
        leaving.set(true);
        spawn_local(async move {
            let outcome = session.guarded(api::session::sign_out).await;
            leaving.try_set(false);
            match outcome {
                // A fresh page forgets everything of the person, wherever in memory it was.
                Ok(()) => _ = window().location().set_href("/?signed-out"),
                Err(error) => messages.failure(untrack(|| sentence(&error))),
            }
        });
    };
    view! {
        <Flyout
            icon=None
            label=Reading::new(move || (text().shell.account_menu)(&name()))
            face=live(move || view! { <Avatar name=name() size="small" /> })
        >
            <p class="who">
                <strong>{said(name)}</strong>
                <span class="meta">
                    {live(move || {
                        place()
                            .map(|it| view! { <span lang=it.language.clone()>{it.display_name}</span> })
                    })}
                </span>
            </p>
            <a href=routes::OVERVIEW class="choice">{t!(shell.view_account)}</a>
            <button type="button" class="choice" on:click=move |_| switching.set(true)>
                {t!(shell.switch_organization)}
            </button>
            <button type="button" class="choice" on:click=sign_out>
                {live(move || if leaving.get() { text().shell.signing_out } else { text().shell.sign_out })}
            </button>
        </Flyout>
        <SwitchOrganization open=switching />
    }
}

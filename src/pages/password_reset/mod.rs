//! A forgotten password: user ID, one or two registered methods, a new password (features 2.4). For people who are not
//! signed in. What is typed lives in the forms; the reset itself in this page's memory only, so that leaving it ends it.

mod answers;
mod code;
mod data;
mod new_password;
mod prove;
mod who;

use leptos::prelude::*;
use stylers_macro::style_sheet;

use self::{
    data::{Reset, Step},
    new_password::ChoosePassword,
    prove::Prove,
    who::Who,
};
use crate::{
    components::{
        icon::{Icon, LOCKED},
        lazy::{Lazy, lazy},
        page::PageHeader,
        sheet::page_class,
    },
    routes,
    shell::LanguageSwitch,
    t,
    view::{Built, live, view},
};

/// In one file with the page that changes a password: both ask for a new one.
static PAGE: Lazy = lazy!(password, PasswordResetPage);

/// Where somebody is who is not signed in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// At the sign-in page.
    SignIn,
    /// Here.
    Reset,
    /// At the sign-in page again, with a new password.
    Changed,
}

/// Where this tab is while nobody is signed in.
#[derive(Clone, Copy)]
pub struct Forgotten(RwSignal<Way>);

impl Forgotten {
    /// As the address says; provided to everything below.
    pub fn provide() -> Self {
        let way = if at_this_page() { Way::Reset } else { Way::SignIn };
        let forgotten = Self(RwSignal::new(way));
        provide_context(forgotten);
        forgotten
    }

    /// Of the surrounding context.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Reactive.
    pub fn way(self) -> Way {
        self.0.get()
    }

    /// The password has been changed: on to signing in.
    fn done(self) {
        replace_address(routes::OVERVIEW);
        self.0.set(Way::Changed);
    }

    /// Somebody is signed in: who knows the password changes it on the page for that.
    pub fn over(self) {
        if at_this_page() {
            replace_address(routes::PASSWORD);
        }
        self.0.set(Way::SignIn);
    }
}

fn at_this_page() -> bool {
    window().location().pathname().is_ok_and(|path| path.trim_end_matches('/') == routes::PASSWORD_RESET)
}

fn replace_address(path: &str) {
    if let Ok(history) = window().history() {
        // Refused only where the page may not change addresses at all; then the old one stays.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(path));
    }
}

/// The page and what surrounds it.
#[component]
pub fn PasswordResetFrame() -> Built {
    view! {
        <header class="header">
            <span class="brand">{t!(shell.my_account)}</span>
            <LanguageSwitch />
        </header>
        <main class="lonely">{PAGE.view()}</main>
    }
}

/// One step after the other.
#[component]
fn PasswordResetPage() -> Built {
    let scope = style_sheet!("src/pages/password_reset/password_reset.css");
    let reset = Reset::new();
    let step = move || match reset.step.get() {
        Step::Who => view! { <Who reset /> },
        Step::Prove(proving) => view! { <Prove proving reset /> },
        Step::NewPassword { token, minimum } => view! { <ChoosePassword token minimum reset /> },
    };
    view! {
        <section class=format!("card {}", page_class!("password-reset", scope))>
            <Icon path=LOCKED />
            <PageHeader title=t!(sign_in.forgot) intro=t!(password_reset.intro) />
            {live(step)}
            <p class="whom">{t!(password_reset.whom)}</p>
            <a href=routes::OVERVIEW>{t!(password_reset.back)}</a>
        </section>
    }
}

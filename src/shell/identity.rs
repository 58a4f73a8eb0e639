//! Asks who is there, over whatever page is open: a fresh proof of identity, or signing in again. The page underneath
//! keeps everything that was typed, and its request goes on afterwards (`security.md` S4, R5).

use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::{
    components::{
        dialog::Dialog,
        kept_elsewhere::is_kept_elsewhere,
        lazy::{Lazy, lazy},
    },
    i18n::text,
    pages::{provider, sign_in::IdentityForm},
    state::session::{Question, Session},
    t,
    view::{Built, said, view},
};

/// In one file with the sign-in page.
static FORM: Lazy = lazy!(sign_in, IdentityForm);

/// What asks whoever is signed in: here, or at the identity provider.
pub fn identity_form() -> &'static Lazy {
    match is_kept_elsewhere() {
        true => &provider::PROVIDER,
        false => &FORM,
    }
}

/// The question that the session has to ask, if any.
#[component]
pub fn IdentityPrompt() -> Built {
    let session = Session::here();
    let open = RwSignal::new(false);
    // Opened with the form in it, so that no letter is lost. Where it cannot be downloaded, the dialog says so.
    Effect::new(move |_| {
        if session.question().is_none() {
            return open.set(false);
        }
        spawn_local(async move {
            (identity_form().load)().await;
            open.try_set(untrack(|| session.question()).is_some());
            tick().await;
            focus_password();
        });
    });
    let title = move || match session.question() {
        Some(Question::SignIn) => text().proof().expired_title.to_owned(),
        _ => text().proof().title.to_owned(),
    };
    let cancel = Callback::new(move |()| session.answered(false));
    view! { <Dialog open title close=cancel content=|()| view! { {asked()} {identity_form().view()} } /> }
}

/// Who is asked, and why.
fn asked() -> Built {
    let session = Session::here();
    let user_id = StoredValue::new(untrack(|| session.user()).map(|it| it.user_id).unwrap_or_default());
    let question = untrack(|| session.question());
    let there = matches!(&question, Some(Question::Proof(Some(it))) if it.starts_with("organization-sign-in"));
    let words = move || {
        let proof = text().proof();
        user_id.with_value(|it| match question {
            Some(Question::SignIn) => (proof.expired_intro)(it),
            _ => (proof.intro)(it),
        })
    };
    view! {
        <p>{said(words)}</p>
        {there.then(|| view! { <p>{t!(proof.intro_there)}</p> })}
    }
}

/// Browsers give the focus to what is in a dialog as it opens; what comes in a moment later gets it here. Another dialog may
/// be open below, whose fields are not meant.
fn focus_password() {
    let field = document().query_selector("dialog[open] [name=password]").ok().flatten();
    if let Some(field) = field.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // An input on screen takes the focus.
        let _ = field.focus();
    }
}

//! What answers the question who is there, while somebody is signed in who has a password here.

use leptos::prelude::*;

use super::{form::SignInForm, proof::ProofForm};
use crate::{
    i18n::text,
    state::session::{Question, Session},
    t,
    view::{Built, built, live, view},
};

/// A fresh proof of identity, or signing in again, as the session asks.
#[component]
pub fn IdentityForm() -> Built {
    let session = Session::here();
    let user_id = untrack(|| session.user()).map(|it| it.user_id).unwrap_or_default();
    let name = StoredValue::new(user_id.clone());
    let done = move |answer| {
        session.accept(answer);
        session.answered(true);
    };
    match untrack(|| session.question()) {
        Some(Question::SignIn) => view! {
            <p>{live(move || (text().proof().expired_intro)(&name.get_value()))}</p>
            <SignInForm user_id done />
        },
        Some(Question::Proof(purpose)) => {
            let there = purpose.as_deref().is_some_and(|it| it.starts_with("organization-sign-in"));
            let cancel = Callback::new(move |()| session.answered(false));
            view! {
                <p>{live(move || (text().proof().intro)(&name.get_value()))}</p>
                {there.then(|| view! { <p>{t!(proof.intro_there)}</p> })}
                <ProofForm user_id purpose cancel done />
            }
        }
        None => built(()),
    }
}

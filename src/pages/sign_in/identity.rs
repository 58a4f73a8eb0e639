//! What answers the question who is there, while somebody is signed in who has a password here.

use leptos::prelude::*;

use super::{form::SignInForm, proof::ProofForm};
use crate::{
    state::session::{Question, Session},
    view::{Built, built, view},
};

/// A fresh proof of identity, or signing in again, as the session asks.
#[component]
pub fn IdentityForm() -> Built {
    let session = Session::here();
    let user_id = untrack(|| session.user()).map(|it| it.user_id).unwrap_or_default();
    let done = move |answer| {
        session.accept(answer);
        session.answered(true);
    };
    match untrack(|| session.question()) {
        Some(Question::SignIn) => view! { <SignInForm user_id done /> },
        Some(Question::Proof(purpose)) => {
            let cancel = Callback::new(move |()| session.answered(false));
            view! { <ProofForm user_id purpose cancel done /> }
        }
        None => built(()),
    }
}

//! Asks who is there, over whatever page is open: a fresh proof of identity, or signing in again. The page underneath
//! keeps everything that was typed, and its request goes on afterwards (`security.md` S4, R5).

use leptos::prelude::*;

use crate::{
    components::dialog::Dialog,
    i18n::text,
    pages::sign_in::{ProofForm, SignInForm},
    state::session::{Question, Session},
    t,
    view::{Built, built, live, view},
};

/// The question that the session has to ask, if any.
#[component]
pub fn IdentityPrompt() -> Built {
    let session = Session::here();
    let open = Memo::new(move |_| session.question().is_some());
    let title = move || match session.question() {
        Some(Question::SignIn) => text().proof().expired_title.to_owned(),
        _ => text().proof().title.to_owned(),
    };
    let cancel = Callback::new(move |()| session.answered(false));
    let user_id = move || untrack(|| session.user()).map(|it| it.user_id).unwrap_or_default();
    let content = move |()| match untrack(|| session.question()) {
        Some(Question::SignIn) => view! {
            <p>{live(move || (text().proof().expired_intro)(&user_id()))}</p>
            <SignInForm user_id=user_id() done=move |answer| {
                session.accept(answer);
                session.answered(true);
            } />
        },
        Some(Question::Proof(purpose)) => {
            let there = purpose.as_deref().is_some_and(|it| it.starts_with("organization-sign-in"));
            view! {
                <p>{live(move || (text().proof().intro)(&user_id()))}</p>
                {there.then(|| view! { <p>{t!(proof.intro_there)}</p> })}
                <ProofForm user_id=user_id() purpose cancel done=move |answer| {
                    session.accept(answer);
                    session.answered(true);
                } />
            }
        }
        None => built(()),
    };
    view! { <Dialog open title close=cancel content /> }
}

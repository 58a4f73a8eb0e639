//! What only people need who sign in at their organization's identity provider: the question who is there, asked in a window
//! of its own, and why signing in there failed. In a file of its own, because others need none of it.

mod failure;
mod form;

use leptos::prelude::*;

use self::{failure::ProviderFailure, form::ProviderForm};
use crate::{
    components::lazy::{Lazy, lazy},
    state::session::Session,
    view::{Built, view},
};

/// The question that the session asks, or why nobody is signed in.
pub static PROVIDER: Lazy = lazy!(provider, Provider);

#[component]
fn Provider() -> Built {
    match untrack(|| Session::here().question()) {
        Some(question) => view! { <ProviderForm question /> },
        None => view! { <ProviderFailure /> },
    }
}

/// Whether the address led here with a failure.
pub fn failed() -> bool {
    window().location().search().is_ok_and(|it| it.contains("failure="))
}

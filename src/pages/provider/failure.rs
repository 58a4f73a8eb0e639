//! What the identity provider's answer came to, where nobody is signed in by it.

use leptos::prelude::*;
use portal_contract::session::SIGN_IN_FAILURES;

use crate::{
    api::error::{ApiError, Failure},
    components::notice::Notice,
    i18n::text,
    view::{Built, view},
};

/// The sentence for the code in the address that led here.
#[component]
pub fn ProviderFailure() -> Built {
    let query = window().location().search().unwrap_or_default();
    let code = SIGN_IN_FAILURES.iter().position(|it| query.contains(&format!("failure={it}")));
    let error = RwSignal::new(code.map(|_| ApiError::new(Failure::Cancelled)));
    let explain = Callback::new(move |_| code.map(|it| text().provider().failures[it].to_owned()));
    view! { <Notice error explain=Some(explain) /> }
}

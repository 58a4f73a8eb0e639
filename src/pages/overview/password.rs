//! **Password** on the overview: when it was last changed.

use leptos::prelude::*;
use portal_contract::password::PasswordState;

use crate::{
    api,
    components::{
        icon::{Icon, PASSWORD},
        loaded::Loaded,
    },
    i18n::{format, text},
    routes,
    state::query::Query,
    t,
    view::{Built, said, view},
};

/// The block.
#[component]
pub fn PasswordBlock() -> Built {
    let password = Query::new(api::password::get);
    view! {
        <section aria-labelledby="password-block" class="card block">
            <h2 id="password-block">
                <Icon path=PASSWORD />
                {t!(pages.password)}
            </h2>
            <Loaded query=password rows=1 content=|state| view! { <p>{said(move || summary(&state))}</p> } />
            <a href=routes::PASSWORD class="button" data-kind="plain">{t!(pages.change_password)}</a>
        </section>
    }
}

fn summary(state: &PasswordState) -> String {
    match &state.last_changed_at {
        Some(at) => (text().overview().password_changed)(&format::ago(at)),
        None => text().overview().password_age_unknown.to_owned(),
    }
}

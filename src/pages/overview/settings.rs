//! The block of Settings & Privacy: whether terms of use are waiting.

use leptos::prelude::*;
use portal_contract::privacy::Privacy;

use crate::{
    api,
    components::{
        icon::{Icon, SETTINGS},
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
pub fn SettingsBlock() -> Built {
    let privacy = Query::new(api::privacy::get);
    view! {
        <section aria-labelledby="settings" class="card block">
            <h2 id="settings">
                <Icon path=SETTINGS />
                {t!(pages.settings)}
            </h2>
            <Loaded query=privacy rows=1 content=|privacy| view! { <p>{said(move || summary(&privacy))}</p> } />
            <a href=routes::SETTINGS class="button" data-kind="plain">
                {t!(overview.settings_link)}
            </a>
        </section>
    }
}

fn summary(privacy: &Privacy) -> String {
    let waiting = privacy.terms_of_use.iter().filter(|it| it.accepted_at.is_none()).count() as f64;
    match privacy.terms_of_use.len() {
        0 => text().overview().settings_none.to_owned(),
        _ if waiting == 0.0 => text().overview().settings_accepted.to_owned(),
        _ => (text().overview().settings_waiting)(&format::number(waiting), waiting),
    }
}

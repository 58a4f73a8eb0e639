//! **Security info** on the overview: how many methods protect the account.

use leptos::prelude::*;
use portal_contract::methods::Methods;

use crate::{
    api,
    components::{
        icon::{Icon, SECURITY_KEY},
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
pub fn SecurityInfoBlock() -> Built {
    let methods = Query::new(api::methods::list);
    view! {
        <section aria-labelledby="security-info" class="card block">
            <h2 id="security-info">
                <Icon path=SECURITY_KEY />
                {t!(pages.security_info)}
            </h2>
            <Loaded query=methods rows=1 content=|methods| view! { <p>{said(move || summary(&methods))}</p> } />
            <a href=routes::SECURITY_INFO class="button" data-kind="plain">{t!(overview.security_info_review)}</a>
        </section>
    }
}

fn summary(methods: &Methods) -> String {
    let count = methods.items.len() as f64;
    if count == 0.0 {
        text().overview().security_info_none.to_owned()
    } else {
        (text().overview().security_info_count)(&format::number(count), count)
    }
}

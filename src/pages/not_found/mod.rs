//! No page at this address.

use leptos::prelude::*;

use crate::{
    components::page::PageHeader,
    i18n::Words,
    routes, t,
    view::{Built, view},
};

/// Says so, and leads back.
#[component]
pub fn NotFoundPage(
    /// Why there is none.
    intro: Words,
) -> Built {
    view! {
        <PageHeader title=t!(not_found.title) intro />
        <a href=routes::OVERVIEW class="button" data-kind="primary">{t!(not_found.to_overview)}</a>
    }
}

//! No page at this address.

use leptos::prelude::*;

use crate::{
    components::page::PageHeader,
    routes, t,
    view::{Built, view},
};

/// Says so, and leads back.
#[component]
pub fn NotFoundPage() -> Built {
    view! {
        <PageHeader title=t!(not_found.title) intro=t!(not_found.intro) />
        <a href=routes::OVERVIEW class="button" data-kind="primary">{t!(not_found.to_overview)}</a>
    }
}

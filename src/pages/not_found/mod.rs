//! No page at this address.

use crate::components::live::Built;
use crate::view;
use leptos::prelude::*;

use crate::{components::page::PageHeader, i18n::text, routes, t};

/// Says so, and leads back.
#[component]
pub fn NotFoundPage() -> Built {
    view! {
        <PageHeader title=t!(not_found.title) intro=Signal::derive(|| text().not_found.intro.to_owned()) />
        <a href=routes::OVERVIEW class="button" data-kind="primary">{t!(not_found.to_overview)}</a>
    }
}

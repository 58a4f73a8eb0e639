//! The way from a page to the one above it, before its heading.

use crate::{
    i18n::Words,
    view::{Built, view},
};

/// A link with an arrow that only the eye sees.
pub fn back(to: &'static str, label: Words) -> Built {
    view! {
        <p class="back">
            <a href=to><span aria-hidden="true">"←"</span> {label}</a>
        </p>
    }
}

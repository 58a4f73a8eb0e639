//! A link out of the portal, only to plain `https` (`security.md` S10).

use leptos::prelude::*;

use super::icon::{Icon, OPENS};
use crate::{
    i18n::Words,
    t,
    view::{Built, Reading, view},
};

/// A link that looks like a button and opens in a new tab; a sentence instead where the address is not safe.
#[component]
pub fn ExternalLink(
    /// Where it leads.
    address: String,
    /// What it says.
    label: Words,
    /// A longer name for screen readers, beginning with the label.
    name: Reading<String>,
    /// What it says where it cannot lead there.
    refused: Words,
) -> Built {
    if !safe(&address) {
        return view! { <p class="meta">{refused}</p> };
    }
    view! {
        <a
            class="button"
            href=address
            target="_blank"
            rel="noopener noreferrer"
            aria-label=move || format!("{} {}", name.get(), t!(common.opens_new_tab)())
        >
            {label}
            <Icon path=OPENS />
        </a>
    }
}

/// Whether the browser itself reads the address as plain `https` without user info.
pub fn safe(address: &str) -> bool {
    address.len() <= 2048
        && web_sys::Url::new(address)
            .is_ok_and(|url| url.protocol() == "https:" && url.username().is_empty() && url.password().is_empty())
}

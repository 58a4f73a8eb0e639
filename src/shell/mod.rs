//! What surrounds every page.

mod expiry;
mod header;
mod identity;
mod messages;
mod navigation;

use leptos::prelude::*;

pub use self::{header::LanguageSwitch, identity::IdentityPrompt, messages::MessageList};
use self::{expiry::ExpiryWarning, header::Header, navigation::Navigation};
use crate::{state::online::Online, t};

/// Header, side navigation, the page.
#[component]
pub fn Shell(children: Children) -> impl IntoView {
    let online = Online::now();
    let drawer = RwSignal::new(false);
    view! {
        <a class="skip" href="#content">{t!(shell.skip_to_content)}</a>
        <Header drawer />
        <div class="offline" role="status">
            {move || (!online.get()).then(|| view! { <p>{t!(shell.offline)}</p> })}
        </div>
        <div class="layout">
            <Navigation drawer />
            <main id="content" tabindex="-1">{children()}</main>
        </div>
        <ExpiryWarning />
    }
}

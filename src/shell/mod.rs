//! What surrounds every page.

mod expiry;
mod header;
mod identity;
mod messages;
mod navigation;

use leptos::prelude::*;

use self::{expiry::ExpiryWarning, header::Header, navigation::Navigation};
pub use self::{header::LanguageSwitch, identity::IdentityPrompt, messages::MessageList};
use crate::{
    state::online::Online,
    t,
    view::{Built, Children, live, view},
};

/// Header, side navigation, the page.
#[component]
pub fn Shell(children: Children) -> Built {
    let online = Online::now();
    let drawer = RwSignal::new(false);
    view! {
        <a class="skip" href="#content">{t!(shell.skip_to_content)}</a>
        <Header drawer />
        <div class="offline" role="status">
            {live(move || (!online.get()).then(|| view! { <p>{t!(shell.offline)}</p> }))}
        </div>
        <div class="layout">
            <Navigation drawer />
            <main id="content" tabindex="-1">{children()}</main>
        </div>
        <ExpiryWarning />
    }
}

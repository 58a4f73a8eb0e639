//! What surrounds every page.

mod account_menu;
mod brand;
mod expiry;
mod header;
mod identity;
mod messages;
mod navigation;
mod switches;

use leptos::prelude::*;

pub use self::{
    brand::{Legal, brand},
    identity::{IdentityPrompt, identity_form},
    messages::MessageList,
    switches::LanguageSwitch,
};
use self::{expiry::ExpiryWarning, header::Header, navigation::Navigation};
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

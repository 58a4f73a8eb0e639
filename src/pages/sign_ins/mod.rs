//! When, where and with what the account signed in, whether that was the person, and its sessions (features 1.8).

mod change;
mod data;
mod history;
pub mod rows;
mod sessions;
mod unusual;

use leptos::prelude::*;
use stylers_macro::style_sheet;

use self::{data::SignIns, history::History, sessions::Sessions, unusual::Unusual};
use crate::{
    components::{page::PageHeader, sheet::page_class},
    t,
    view::{Built, view},
};

/// What is unusual comes first, while it is not answered; then the active sessions; then everything.
#[component]
pub fn SignInsPage() -> Built {
    let scope = style_sheet!("src/pages/sign_ins/sign_ins.css");
    let data = SignIns::new();
    view! {
        <div class=page_class!("sign-ins", scope)>
            <PageHeader title=t!(pages.sign_ins) intro=t!(sign_ins.intro) />
            <Unusual data />
            <Sessions data />
            <History data />
        </div>
    }
}

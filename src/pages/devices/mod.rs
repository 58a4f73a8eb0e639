//! The devices that are registered to the person: recognize each, disable what is lost (features 1.6).

mod data;
mod keys;
mod rows;

use leptos::prelude::*;
use portal_contract::{devices::Device, page::Page};
use stylers_macro::style_sheet;

use self::{data::Devices, keys::KeysDialog, rows::Row};
use crate::{
    api::error::ApiError,
    components::{confirm_dialog::ConfirmDialog, empty::Empty, loaded::Loaded, page::PageHeader, sheet::page_class},
    i18n::text,
    routes, t,
    view::{Built, Children, Reading, view},
};

/// Each device with how it stands and what can be done, and what to do about one that is strange.
#[component]
pub fn DevicesPage() -> Built {
    view! {
        <DeviceList section=false>
            <PageHeader
                title=t!(pages.devices)
                intro=t!(devices.intro)
            />
        </DeviceList>
    }
}

/// The devices as a section of another page.
#[component]
pub fn DevicesSection() -> Built {
    view! { <DeviceList section=true>""</DeviceList> }
}

#[component]
fn DeviceList(
    /// Whether the page has another heading above the devices, and more to say than they.
    section: bool,
    children: Children,
) -> Built {
    let scope = style_sheet!("src/pages/devices/devices.css");
    let data = Devices::new();
    let content = move |page: Page<Device>| {
        if page.items.is_empty() {
            return view! { <Empty title=t!(overview.devices_none) note=t!(devices.none_note) /> };
        }
        let rows = page.items.into_iter().map(|device| view! { <li><Row device section data /></li> });
        view! {
            <ul class="rows">{rows.collect::<Vec<_>>()}</ul>
            {(!section).then(strange)}
        }
    };
    view! {
        <div class=page_class!("devices", scope)>
            {children()}
            <Loaded query=data.list content />
            <DisableDialog data />
            <KeysDialog data />
        </div>
    }
}

fn strange() -> Built {
    view! {
        <section class="next prose">
            <h2>{t!(devices.strange_title)}</h2>
            <p>{t!(devices.strange)}</p>
            <p><a href=routes::PASSWORD>{t!(pages.change_password)}</a></p>
        </section>
    }
}

#[component]
fn DisableDialog(data: Devices) -> Built {
    let current = move || data.asked.with(|it| it.as_ref().is_some_and(|it| it.current));
    let lost = move || {
        let words = text().devices();
        if current() { words.confirm_lost_here.to_owned() } else { (words.confirm_lost)(&data.asked_name()) }
    };
    view! {
        <ConfirmDialog
            open=data.asking
            title=Reading::new(move || (text().devices().confirm_title)(&data.asked_name()))
            lost=Reading::new(lost)
            finality=t!(devices.confirm_final)
            action=t!(devices.confirm)
            busy=t!(devices.disabling)
            pending=data.disable.pending()
            error=data.disable.error()
            explain=move |error: ApiError| {
                error.outcome_unknown().then(|| (text().devices().unknown_outcome)(&data.asked_name()))
            }
            confirm=move |()| data.confirm()
            cancel=move |()| data.cancel()
        />
    }
}

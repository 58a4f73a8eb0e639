//! **Devices** on the overview: how many can sign in.

use leptos::prelude::*;
use portal_contract::devices::{Device, DeviceStatus};

use crate::{
    api,
    components::{
        icon::{COMPUTER, Icon},
        loaded::Loaded,
    },
    i18n::{format, text},
    routes,
    state::query::Query,
    t,
    view::{Built, said, view},
};

/// The block.
#[component]
pub fn DevicesBlock() -> Built {
    let devices = Query::new(api::devices::list);
    view! {
        <section aria-labelledby="devices" class="card block">
            <h2 id="devices">
                <Icon path=COMPUTER />
                {t!(pages.devices)}
            </h2>
            <Loaded query=devices rows=1 content=|page| view! { <p>{said(move || summary(&page.items))}</p> } />
            <a href=routes::DEVICES class="button" data-kind="plain">{t!(overview.devices_manage)}</a>
        </section>
    }
}

fn summary(devices: &[Device]) -> String {
    let count = devices.iter().filter(|it| it.status == DeviceStatus::Enabled).count() as f64;
    if count == 0.0 {
        text().overview().devices_none.to_owned()
    } else {
        (text().overview().devices_count)(&format::number(count), count)
    }
}

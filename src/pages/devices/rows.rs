//! One device: what it is, how it stands with the organization, and what can be done.

use leptos::prelude::*;
use portal_contract::devices::{Device, DeviceForm, DeviceStatus};

use super::data::Devices;
use crate::{
    components::{
        button::Button,
        icon::{COMPUTER, Icon, LOCKED, PHONE, TABLET},
    },
    i18n::{Sentence, format, text},
    state::capabilities,
    state::online::Online,
    t,
    view::{Built, Reading, said, view},
};

/// A device; a disabled one has no controls.
#[component]
pub fn Row(device: Device, section: bool, data: Devices) -> Built {
    let shape = match device.form {
        DeviceForm::Phone => PHONE,
        DeviceForm::Tablet => TABLET,
        DeviceForm::Computer | DeviceForm::Unknown => COMPUTER,
    };
    let disabled = device.status == DeviceStatus::Disabled;
    let controls = (device.status == DeviceStatus::Enabled).then(|| view! { <Controls device=device.clone() data /> });
    let shown = StoredValue::new(device.clone());
    view! {
        <article class="card row" data-disabled=disabled>
            <span class="shape"><Icon path=shape /></span>
            <div class="who">
                {match section {
                    true => view! { <h3>{device.display_name}</h3> },
                    false => view! { <h2>{device.display_name}</h2> },
                }}
                <p class="meta">{said(move || shown.with_value(use_of))}</p>
                <p class="meta">{said(move || shown.with_value(standing))}</p>
            </div>
            <div class="row-actions">{controls}</div>
            {disabled
                .then(|| {
                    view! {
                        <p class="note">
                            <Icon path=LOCKED />
                            <span>{t!(devices.disabled_note)}</span>
                        </p>
                    }
                })}
        </article>
    }
}

#[component]
fn Controls(device: Device, data: Devices) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let name = StoredValue::new(device.display_name.clone());
    let device = StoredValue::new(device);
    let label = |words: Sentence| Reading::new(move || words()(&name.get_value()));
    let keys = device.with_value(|it| it.has_bit_locker_keys).then(|| {
        view! {
            <Button
                operation=capabilities::BIT_LOCKER_KEYS
                label=t!(devices.view_keys)
                name=label(|| text().devices().view_keys_label)
                busy=t!(common.working)
                pending=Reading::new(move || device.with_value(|it| data.looking(it)))
                disabled=offline
                press=move |()| data.look(device.get_value())
            />
        }
    });
    view! {
        {keys}
        <Button
            operation=capabilities::DISABLE_DEVICE
            kind="quiet"
            label=t!(devices.disable)
            name=label(|| text().devices().disable_label)
            disabled=offline
            press=move |()| data.ask(device.get_value())
        />
    }
}

/// "This device · Windows 11 24H2 · Last activity 2 hours ago".
fn use_of(device: &Device) -> String {
    let words = text().devices();
    let system = match &device.operating_system_version {
        Some(version) => format!("{} {version}", device.operating_system),
        None => device.operating_system.clone(),
    };
    let activity = match &device.last_activity_at {
        Some(at) => (words.last_activity)(&format::ago(at)),
        None => words.never_used.to_owned(),
    };
    let here = device.current.then(|| words.current.to_owned());
    [here, Some(system), Some(activity)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "Enabled · Managed by your organization · Meets its requirements".
fn standing(device: &Device) -> String {
    let words = text().devices();
    let status = match device.status {
        DeviceStatus::Enabled => words.enabled,
        DeviceStatus::Disabled => words.disabled,
        DeviceStatus::Unknown => words.status_unknown,
    };
    let managed = if device.managed { words.managed } else { words.not_managed };
    let compliant = match device.compliant {
        Some(true) => words.compliant,
        Some(false) => words.not_compliant,
        None => words.compliance_unknown,
    };
    [status, managed, compliant].join(" · ")
}

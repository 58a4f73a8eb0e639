//! The BitLocker keys of a device, on screen until the dialog closes.

use leptos::prelude::*;
use portal_contract::devices::{BitLockerKey, Drive};

use super::data::Devices;
use crate::{
    components::{copy::Copy, dialog::Dialog},
    i18n::{format, text},
    t,
    view::{Built, Reading, said, view},
};

/// The keys, each to be copied.
#[component]
pub fn KeysDialog(data: Devices) -> Built {
    let close = move || data.keys.set(None);
    let content = move |()| {
        let keys = untrack(|| data.keys.get()).unwrap_or_default();
        let none = keys.is_empty();
        view! {
            <p>{if none { t!(devices.keys_none) } else { t!(devices.keys_intro) }}</p>
            <ul class="rows keys">
                {keys.into_iter().map(|key| view! { <Key key /> }).collect::<Vec<_>>()}
            </ul>
            <div class="actions">
                <button type="button" class="button" data-kind="primary" autofocus on:click=move |_| close()>
                    {t!(common.close)}
                </button>
            </div>
        }
    };
    view! {
        <Dialog
            open=Reading::new(move || data.keys.with(Option::is_some))
            title=Reading::new(move || (text().devices().keys_title)(&data.asked_name()))
            close=move |()| close()
            content
        />
    }
}

#[component]
fn Key(key: BitLockerKey) -> Built {
    let BitLockerKey { key_id, drive, recovery_key, backed_up_at } = key;
    let drive = move || {
        let words = text().devices();
        match drive {
            Drive::OperatingSystem => words.drive_system,
            Drive::FixedData => words.drive_fixed,
            Drive::RemovableData => words.drive_removable,
            Drive::Unknown => words.drive_unknown,
        }
    };
    let stored = move || (text().devices().backed_up)(&format::date(&backed_up_at));
    view! {
        <li>
            <h3>{said(move || drive().to_owned())}</h3>
            <p class="meta">{t!(devices.key_id)} ": " <code>{key_id.0}</code></p>
            <p><code class="key">{recovery_key.clone()}</code></p>
            <p class="meta">{said(stored)}</p>
            <Copy value=recovery_key name=move || (text().devices().copy_label)(drive()) />
        </li>
    }
}

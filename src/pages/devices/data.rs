//! What the page reads and changes.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    devices::{BitLockerKey, Device, DeviceStatus},
    page::Page,
    problem::Code,
};

use crate::{
    api::{self, error::ApiError},
    i18n::{problem::sentence, text_now},
    state::{
        command::Command,
        messages::Messages,
        query::Query,
        session::{Session, leave},
    },
};

/// The list, the two commands, and the device that the person is asked about.
#[derive(Clone, Copy)]
pub struct Devices {
    /// The person's devices.
    pub list: Query<Page<Device>>,
    /// Disables one.
    pub disable: Command<Device>,
    /// Shows the keys of one.
    pub show_keys: Command<Device>,
    /// Whether the confirmation is open.
    pub asking: RwSignal<bool>,
    /// Which device a dialog is about; kept while the dialog closes.
    pub asked: RwSignal<Option<Device>>,
    /// The keys on screen; forgotten when their dialog closes.
    pub keys: RwSignal<Option<Vec<BitLockerKey>>>,
}

impl Devices {
    /// Starts reading.
    pub fn new() -> Self {
        let list = Query::new(api::devices::list);
        let (messages, session) = (Messages::here(), Session::here());
        let (asking, keys) = (RwSignal::new(false), RwSignal::new(None));
        let disabled = move |device: Device| {
            // The session went with the device.
            if device.current {
                return leave(api::session::SIGNED_OUT);
            }
            list.update(|page| {
                page.items.iter_mut().filter(|it| it.id == device.id).for_each(|it| it.status = DeviceStatus::Disabled);
            });
            asking.try_set(false);
            messages.success((text_now().devices().disabled_now)(&device.display_name));
        };
        let disable = Command::new(
            |it: Device, key| async move { api::devices::disable(&it.id, &key).await },
            move |device, outcome: Result<(), ApiError>| match outcome {
                Ok(()) => disabled(device),
                // Nobody knows whether it worked (R2): the list tells. Where it did not, the dialog keeps **Try again**.
                Err(error) if error.outcome_unknown() => spawn_local(async move {
                    if let Ok(page) = session.guarded(api::devices::list).await
                        && page.items.iter().any(|it| it.id == device.id && it.status == DeviceStatus::Disabled)
                    {
                        disabled(device);
                    }
                }),
                Err(error) if error.is(Code::NotFound) => {
                    asking.try_set(false);
                    messages.failure((text_now().devices().gone)(&device.display_name));
                    list.refetch();
                }
                Err(_) => {}
            },
        );
        let show_keys = Command::new(
            |it: Device, key| async move { api::devices::bit_locker_keys(&it.id, &key).await },
            move |_, outcome: Result<Page<BitLockerKey>, ApiError>| match outcome {
                Ok(page) => _ = keys.try_set(Some(page.items)),
                Err(error) => messages.failure(untrack(|| sentence(&error))),
            },
        );
        Self { list, disable, show_keys, asking, asked: RwSignal::new(None), keys }
    }

    /// Opens the confirmation.
    pub fn ask(self, device: Device) {
        self.asked.set(Some(device));
        self.asking.set(true);
    }

    /// The person confirmed.
    pub fn confirm(self) {
        if let Some(device) = self.asked.get_untracked() {
            self.disable.run(device);
        }
    }

    /// The person changed their mind.
    pub fn cancel(self) {
        self.asking.set(false);
        self.disable.forget();
    }

    /// Asks for the keys of a device.
    pub fn look(self, device: Device) {
        self.asked.set(Some(device.clone()));
        self.show_keys.run(device);
    }

    /// Whether the keys of this device are being asked for; reactive.
    pub fn looking(self, device: &Device) -> bool {
        self.show_keys.pending().get() && self.asked.with(|it| it.as_ref().is_some_and(|it| it.id == device.id))
    }

    /// The name of the device that a dialog is about; reactive.
    pub fn asked_name(self) -> String {
        self.asked.with(|it| it.as_ref().map(|it| it.display_name.clone()).unwrap_or_default())
    }
}

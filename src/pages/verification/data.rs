//! What the page reads and changes.

use leptos::prelude::*;
use portal_contract::{
    ids::MethodId,
    methods::{Method, MethodKind},
    trusted_devices::TrustedDevices,
};

use crate::{
    api,
    i18n::{problem::sentence, text_now},
    pages::methods::OwnMethods,
    state::{capabilities, command::Command, messages::Messages, query::Query},
};

/// The methods, the choice that is not saved yet, and the devices that are not asked.
#[derive(Clone, Copy)]
pub struct Verification {
    /// The methods that are good for sign-in, and their dialogs.
    pub own: OwnMethods,
    /// On how many devices the password is enough.
    pub trusted: Query<TrustedDevices>,
    /// Lets sign-in ask on all of them again.
    pub restore: Command<()>,
    /// What is chosen on screen; survives every change of the list below it.
    chosen: StoredValue<Option<MethodId>>,
    /// The choice was sent: its answer draws the form anew, and the focus has to come back to it.
    sent: StoredValue<bool>,
    messages: Messages,
}

impl Verification {
    /// Starts reading.
    pub fn new() -> Self {
        let own = OwnMethods::new(for_sign_in);
        // A change of methods ends every trust.
        let trusted = Query::new(move || {
            own.changed.track();
            async {
                match capabilities::somewhere(capabilities::TRUSTED_DEVICES) {
                    true => api::trusted_devices::get().await,
                    false => Ok(TrustedDevices { allowed: false, count: 0, days: 0 }),
                }
            }
        });
        let messages = Messages::here();
        let restore = Command::new(
            |(), key| async move { api::trusted_devices::restore(&key).await },
            move |(), outcome| {
                match outcome {
                    Ok(()) => messages.success(text_now().verification().restored.to_owned()),
                    Err(error) => messages.failure(untrack(|| sentence(&error))),
                }
                trusted.refetch();
            },
        );
        Self { own, trusted, restore, chosen: StoredValue::new(None), sent: StoredValue::new(false), messages }
    }

    /// The person chose an option, without saving it.
    pub fn choose(self, id: String) {
        self.chosen.set_value(Some(MethodId(id)));
    }

    /// What is chosen, while it is still there.
    pub fn chosen_among(self, methods: &[Method]) -> Option<MethodId> {
        self.chosen.get_value().filter(|chosen| methods.iter().any(|it| it.id == *chosen))
    }

    /// Saves the choice. What is stored already is not sent: it would end the other sessions for nothing.
    pub fn save(self, id: MethodId, stored: Option<&MethodId>) {
        if stored == Some(&id) {
            self.own.set_default.forget();
            self.messages.success(text_now().verification().unchanged.to_owned());
        } else {
            self.sent.set_value(true);
            self.own.set_default.run(id);
        }
    }

    /// Whether the choice has just been sent.
    pub fn was_sent(self) -> bool {
        self.sent.try_update_value(std::mem::take) == Some(true)
    }
}

/// What can follow the password.
fn for_sign_in(kind: MethodKind) -> bool {
    !matches!(kind, MethodKind::Email | MethodKind::SecurityQuestions | MethodKind::AppPassword | MethodKind::Unknown)
}

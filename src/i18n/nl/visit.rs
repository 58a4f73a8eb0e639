//! Where and with what somebody signed in.

use crate::i18n::text::Visit;

pub static VISIT: Visit = Visit {
    on: |browser, system| format!("{browser} op {system}"),
    unknown_device: "Onbekende browser",
    somewhere: "Locatie onbekend",
};

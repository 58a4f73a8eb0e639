//! Where and with what somebody signed in.

use crate::i18n::text::Visit;

pub static VISIT: Visit = Visit {
    on: |browser, system| format!("{browser} on {system}"),
    unknown_device: "Unknown browser",
    somewhere: "Location unknown",
};

//! My Apps.

use crate::i18n::text::Apps;

pub static APPS: Apps = Apps {
    intro: "Everything you can open with your account. Each app opens in a new tab.",
    search: "Search apps by name",
    none: "No apps yet",
    none_note: "When your organization gives you an app, it appears here.",
    nothing_found: |q| format!("No app matches “{q}”."),
    unsafe_address: "This app cannot be opened: its address is not safe.",
};

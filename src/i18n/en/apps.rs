//! My Apps.

use crate::i18n::text::Apps;

pub static APPS: Apps = Apps {
    intro: "Everything you can open with your account. Each app opens in a new tab.",
    search: "Search apps by name",
    none: "No apps yet",
    none_note: "When your organization gives you an app, it appears here.",
    nothing_found: |q| format!("No app matches “{q}”."),
    unsafe_address: "This app cannot be opened: its address is not safe.",
    which: "Show",
    all: "All apps",
    hidden: "Hidden apps",
    recent: "Recently used",
    arrangement: "How the apps are shown",
    grid: "Grid view",
    list: "List view",
    more: |name| format!("More about {name}"),
    hide: "Hide",
    hiding: "Hiding…",
    showing: "Showing…",
    show: "Show",
    hidden_done: |name| format!("{name} is hidden. You find it under Hidden apps."),
    shown_done: |name| format!("{name} is among your apps again."),
    none_hidden: "No hidden apps",
    none_hidden_note: "Hide an app that you do not need, and it is here until you show it again.",
    visible: "Visible apps",
    collections: "Collections",
    manage: "Manage collections",
    collections_failed: "Your collections could not be loaded.",
    none_here: "No apps in this collection",
    none_here_note: "Its apps were hidden or are not yours any more. Choose others under Collections.",
};

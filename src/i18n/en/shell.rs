//! The frame around every page, and words that many pages use.

use crate::i18n::text::{Common, Pages, Shell};

pub static COMMON: Common = Common {
    cancel: "Cancel",
    close: "Close",
    next: "Next",
    done: "Done",
    save: "Save",
    copy: "Copy",
    copied: "Copied.",
    not_copied: "Your browser does not let us copy this. Select it and copy it yourself.",
    yes: "Yes",
    no: "No",
    show_more: "Show more",
    try_again: "Try again",
    working: "One moment…",
    loading: "Loading",
    still_loading: "Still loading. Your connection or our server is slow.",
    opens_new_tab: "(opens in a new tab)",
    dismiss: "Dismiss",
    days_left: |number, count| {
        if count == 1.0 { format!("{number} day left") } else { format!("{number} days left") }
    },
};

pub static SHELL: Shell = Shell {
    my_account: "My Account",
    my_apps: "My Apps",
    skip_to_content: "Skip to content",
    portals: "Portal",
    menu: "Menu",
    navigation: "Pages",
    language: "Language",
    theme: "Theme",
    theme_system: "System",
    theme_light: "Light",
    theme_dark: "Dark",
    help: "Help",
    help_intro: "Questions about your account, or something that looks wrong? Your help desk can help.",
    help_unknown: "Ask the person who invited you, or the administrator of the organization that you work with.",
    account_menu: |name| format!("Account menu of {name}"),
    view_account: "View account",
    switch_organization: "Switch organization",
    switch_intro: "Choose the organization that you want to work in.",
    current: "Current",
    switched: |organization| format!("You are now signed in to {organization}."),
    sign_out: "Sign out",
    signing_out: "Signing out…",
    offline: "You are offline. You can read what is on screen; changes can be made once you are connected again.",
    language_changed: "The portal is now in English.",
    language_not_stored: "The language was changed here, but could not be saved to your account.",
};

pub static PAGES: Pages = Pages {
    organizations: "Organizations",
    security_info: "Security info",
    devices: "Devices",
    password: "Password",
    settings: "Settings & Privacy",
    sign_ins: "My sign-ins",
    my_data: "My data requests",
    deleted_users: "Deleted users",
    apps: "Apps",
    overview: "Overview",
    change_password: "Change password",
    profile: "Profile",
    reset_setup: "Set up self-service password reset",
    verification: "Additional security verification",
};

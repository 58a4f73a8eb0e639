//! The overview.

use crate::i18n::text::Overview;

pub static OVERVIEW: Overview = Overview {
    title: "Overview",
    intro: "Who you are here, and what belongs to your account.",
    profile: "Profile",
    managed_by: |organization| format!("Managed by {organization}. Is something wrong? Ask the help desk."),
    nobody_manages: "No organization owns this account.",
    organizations: "Organizations",
    organizations_count: |home, count| match count {
        "1" => format!("{home} is your home organization. You work with 1 other organization."),
        _ => format!("{home} is your home organization. You work with {count} other organizations."),
    },
    organizations_home_only: "You work with your home organization only.",
    organizations_guest: |names| format!("You are a guest of {names}."),
    organizations_none: "No organization is connected to your account.",
    manage_organizations: "Manage organizations",
    security_info_review: "Update info",
    security_info_none: "Your password is all that protects your account. Add a second method, so that nobody gets in with your password alone.",
    security_info_count: |number, count| match count {
        1.0 => format!("{number} method is registered."),
        _ => format!("{number} methods are registered."),
    },
    devices_manage: "Manage devices",
    devices_none: "No devices",
    devices_count: |number, count| {
        if count == 1.0 {
            format!("{number} device can sign in with your account.")
        } else {
            format!("{number} devices can sign in with your account.")
        }
    },
    password_changed: |time| format!("Last changed {time}"),
    password_age_unknown: "We do not know when it was last changed.",
    settings_link: "View settings and privacy",
    settings_none: "No terms of use apply to your account.",
    settings_accepted: "You have accepted all terms of use.",
    settings_waiting: |number, count| {
        if count == 1.0 {
            format!("{number} document with terms of use is not accepted yet.")
        } else {
            format!("{number} documents with terms of use are not accepted yet.")
        }
    },
    sign_ins_last: |ago, place| format!("Last sign-in {ago}: {place}."),
    sign_ins_review: "Review recent activity",
    apps_open: "Go to My Apps",
    apps_none: "No apps yet",
    apps_more: |number| format!("More than {number} apps are ready to open."),
    apps_count: |number, count| match count {
        1.0 => format!("{number} app is ready to open."),
        _ => format!("{number} apps are ready to open."),
    },
};

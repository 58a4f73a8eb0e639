//! Manage your application.

use crate::i18n::text::ManageApp;

pub static MANAGE_APP: ManageApp = ManageApp {
    intro: "What this app may do on your behalf, and the accounts that you saved for it.",
    back: "Back to My Apps",
    this_app: "this app",
    not_there: "This app is not among your apps",
    not_there_note: "It may have been taken back, or it came with an organization that you left.",
    permissions: "Permissions",
    none: "No permissions",
    none_note: "Nobody has allowed this app to see or change anything of yours. It asks when it needs to.",
    yours: "You agreed",
    yours_none: "You have not agreed to anything for this app.",
    organization: "Your organization agreed",
    organization_note: |name| {
        format!(
            "An administrator of {name} agreed for everybody who has this app, and only an administrator can change it. Do you have a question about it? Ask:"
        )
    },
    agreed_on: |date| format!("Since {date}"),
    revoke: "Revoke",
    revoke_label: |name| format!("Revoke: {name}"),
    revoke_all: "Revoke all",
    revoke_title: |permission, app| format!("Revoke “{permission}” for {app}?"),
    revoke_all_title: |app| format!("Revoke everything that you agreed to for {app}?"),
    revoke_final: |app| format!("You can agree again as soon as {app} asks you."),
    revoked: |permission, app| format!("“{permission}” is revoked for {app}."),
    revoked_all: |app| format!("Everything that you agreed to for {app} is revoked."),
    not_agreed: |permission, app| format!("“{permission}” was already revoked for {app}."),
    unknown: "We could not confirm whether this worked. Behind this is how it is now. You can safely try again.",
    decided: "An administrator has agreed to this for everybody, so you cannot revoke it.",
    saved: "Saved accounts",
    saved_intro: "Your user names and passwords for this app's own sign-in. A password that is saved is never shown again.",
    saved_none: "No saved accounts",
    saved_none_note: "This app has a sign-in of its own. Add an account to keep your user name and password for it here.",
    not_offered: "This app needs no saved accounts",
    not_offered_note: "Your organization has not set it up for a user name and password of its own.",
    offered_no_more: "Your organization no longer keeps accounts for this app. You can clear those that are saved.",
    full: |limit| format!("You have saved {limit} accounts, as many as there may be. Clear one to add another."),
    limit_reached: "You have saved as many accounts as there may be. Clear one to add another.",
    saved_on: |date| format!("Saved on {date}"),
    add: "Add account",
    add_title: |app| format!("Add an account for {app}"),
    change: "Change",
    change_label: |label| format!("Change {label}"),
    change_title: |label| format!("Change {label}"),
    label: "Label",
    label_hint: "Your own name for this account, such as “Business trips”.",
    label_needed: "Enter a label.",
    user_name: "User name",
    user_name_needed: "Enter the user name.",
    password: "Password",
    password_hint: "The one for this app, not the one of your work or school account.",
    password_needed: "Enter the password.",
    new_password: "New password",
    new_password_hint: "Leave this empty to keep the saved one.",
    show_password: "Show password",
    added: |label| format!("{label} is saved."),
    changed: |label| format!("{label} is changed."),
    unchanged: "There was nothing to change.",
    stale: |label, user_name| {
        format!(
            "This account was changed elsewhere meanwhile. It is now called {label}, with the user name {user_name}. What you entered is still here: save it again to put it in its place."
        )
    },
    clear: "Clear",
    clear_label: |label| format!("Clear {label}"),
    clear_title: |label| format!("Clear {label}?"),
    clear_lost: |user_name, app| {
        format!(
            "The user name {user_name} and its password are no longer kept here. Your account at {app} itself stays as it is."
        )
    },
    clear_final: "This cannot be undone. To save it again, you need its password.",
    cleared: |label| format!("{label} is cleared."),
};

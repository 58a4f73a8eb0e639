//! English.

use super::text::*;

/// The English text.
pub static EN: Text = Text {
    common: Common {
        cancel: "Cancel",
        close: "Close",
        copy: "Copy",
        copied: "Copied.",
        not_copied: "Your browser does not let us copy this. Select it and copy it yourself.",
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
    },
    shell: Shell {
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
    },
    sign_in: SignIn {
        title: "Sign in",
        intro: "Use your work or school account.",
        user_id: "User ID",
        user_id_hint: "Usually your work or school e-mail address.",
        password: "Password",
        submit: "Sign in",
        submitting: "Signing in…",
        code_intro: "Open your authenticator app and enter the six-digit code that it shows for this account.",
        code: "Verification code",
        verify: "Confirm",
        back: "Use another account",
        user_id_required: "Enter your user ID.",
        password_required: "Enter your password.",
        code_required: "Enter the code from your authenticator app.",
        code_malformed: "The code has six digits. Check it and enter it again.",
        wrong: "This user ID and password do not belong together. Check both and try again.",
        wrong_code: "This code is not right, or it was used before. Wait for the next one and enter it.",
        wrong_password: "This password is not right. Check it and try again.",
        wrong_proof: "The password or the code is not right, or the code was used before. Check both; wait for a new code if need be.",
        demo_title: "This is a demonstration",
        demo_intro: "Sign in as employee@harbor.example with the password Harbor-Lights-2026. More accounts are in the README.",
        signed_out: "You are signed out.",
        expired: "Your session has ended. Sign in to go on.",
    },
    proof: Proof {
        title: "Confirm that it is you",
        intro: |user_id| format!("This is a sensitive change, so we ask once more. You are signed in as {user_id}."),
        intro_there: "That organization asks for your own sign-in before you can work there.",
        confirm: "Confirm",
        expired_title: "Sign in again",
        expired_intro: |user_id| format!("Your session has ended. Sign in as {user_id} and you go on where you were."),
    },
    session: SessionText {
        ending_title: "Are you still there?",
        ending: |time| format!("To keep your account safe, you will be signed out {time}."),
        stay: "Stay signed in",
        extended: "You stay signed in.",
        at_end: "This session has reached its longest time. Finish what you are doing; after that you sign in again.",
    },
    overview: Overview {
        nav: "Overview",
        title: "Overview",
        intro: "Who you are here, and what belongs to your account.",
        profile: "Profile",
        mail: "Email",
        office: "Office",
        user_id: "User ID",
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
    },
    organizations: Organizations {
        title: "Organizations",
        intro: "The organizations that are connected to your account. Check that you recognize each of them.",
        home: "Home organization",
        home_note: "Owns your account. You cannot leave your home organization.",
        others: "Other organizations you collaborate with",
        none: "No other organizations",
        none_note: "When another organization invites you and you sign in there, it appears here.",
        member_since: |date| format!("Since {date}"),
        groups: |number, count| {
            if count == 1.0 { format!("{number} group") } else { format!("{number} groups") }
        },
        apps: |number, count| {
            if count == 1.0 { format!("{number} app") } else { format!("{number} apps") }
        },
        signed_in: "Signed in",
        leave_organization: "Leave organization",
        sign_in_to_leave: "Sign in to leave organization",
        leave_label: |name| format!("Leave organization {name}"),
        sign_in_to_leave_label: |name| format!("Sign in to leave organization {name}"),
        disabled_at_home: |home| {
            format!("You cannot leave: your account is disabled at {home}. Its administrator can help.")
        },
        disabled_there: |name| {
            format!(
                "You cannot leave: your guest account is disabled at {name}. Its administrator can enable or remove it."
            )
        },
        forbidden: |name| {
            format!(
                "You cannot leave by yourself: {name} does not let external users do that. Its privacy contact can remove you."
            )
        },
        impossible: "You cannot leave this organization here. Ask its administrator.",
        confirm_title: |name| format!("Leave {name}?"),
        confirm_lost: |name| {
            format!(
                "You lose access to everything that {name} shares with you: its apps, its groups and your permissions there."
            )
        },
        confirm_final: |name| {
            format!("You cannot undo this. Only an administrator of {name} can bring you back, with a new invitation.")
        },
        leave: "Leave",
        leaving: "Leaving…",
        left: |name| format!("You left {name}."),
        signed_in_there: |name| format!("You are signed in to {name}. You can leave it now."),
        already_left: |name| format!("{name} is no longer connected to your account."),
        unknown_outcome: |name| {
            format!(
                "We could not confirm that you left {name}: the answer got lost. It is still in your list. Try again; it has effect only once."
            )
        },
        next_title: "What to look at next",
        next: "Now that you have checked your organizations, look at the rest of your account as well:",
        next_list: [
            "your security info: the ways in which you prove that it is you",
            "your devices: do you recognize each of them?",
            "your sign-ins: was that you every time?",
            "your privacy: how your organization uses your data",
        ],
    },
    devices: Devices {
        title: "Devices",
        intro: "The computers and phones that are registered to you. Check that you recognize each of them.",
        manage: "Manage devices",
        count: |number, count| {
            if count == 1.0 {
                format!("{number} device can sign in with your account.")
            } else {
                format!("{number} devices can sign in with your account.")
            }
        },
        none: "No devices",
        none_note: "When your organization registers a computer or a phone for you, it appears here.",
        current: "This device",
        last_activity: |time| format!("Last activity {time}"),
        never_used: "Never used",
        enabled: "Enabled",
        disabled: "Disabled",
        status_unknown: "Status unknown",
        managed: "Managed by your organization",
        not_managed: "Not managed by your organization",
        compliant: "Meets its requirements",
        not_compliant: "Does not meet its requirements",
        compliance_unknown: "Requirements not checked",
        disabled_note: "This device can no longer sign in. Only an administrator can bring it back.",
        disable: "Disable device",
        disable_label: |name| format!("Disable device {name}"),
        confirm_title: |name| format!("Disable {name}?"),
        confirm_lost: |name| {
            format!("{name} is signed out everywhere and can no longer sign in to your account and its apps.")
        },
        confirm_lost_here: "This is the device that you are using now. You are signed out, and it can no longer sign in to your account and its apps.",
        confirm_final: "You cannot undo this. Only an administrator can bring the device back.",
        confirm: "Yes, disable",
        disabling: "Disabling…",
        disabled_now: |name| format!("{name} is disabled and can no longer sign in."),
        gone: |name| format!("{name} is no longer registered to you."),
        unknown_outcome: |name| {
            format!(
                "We could not confirm that {name} was disabled: the answer got lost. Try again; it has effect only once."
            )
        },
        refused: "This device is disabled. Only an administrator can bring it back.",
        view_keys: "View BitLocker keys",
        view_keys_label: |name| format!("View BitLocker keys of {name}"),
        keys_title: |name| format!("BitLocker keys of {name}"),
        keys_intro: "Whoever has a key can read that drive. Use it only when Windows asks for it, and compare the key ID first. Each look at these keys is recorded.",
        keys_none: "No keys are kept for this device.",
        key_id: "Key ID",
        backed_up: |date| format!("Kept since {date}"),
        copy_label: |drive| format!("Copy the key of: {drive}"),
        drive_system: "Windows drive",
        drive_fixed: "Data drive",
        drive_removable: "Removable drive",
        drive_unknown: "Drive",
        strange_title: "Is there a device that you do not recognize?",
        strange: "Disable it first: that stops it at once. Then change your password, so that nobody can sign in with the old one.",
    },
    password: Password {
        nav: "Password",
        title: "Change password",
        intro: "You need your old password. When you are done, every other sign-in with your account ends.",
        user_id_hint: "Check that this is the account you want to change.",
        old: "Old password",
        new: "New password",
        rule: |minimum| {
            format!("At least {minimum} characters. A few words that only you would put together are easy to remember.")
        },
        confirm: "Confirm new password",
        counted: |count, minimum| format!("{count} of at least {minimum} characters"),
        enough: "The new password is long enough.",
        same: "Both are the same.",
        not_same: "Not the same as the new password yet.",
        submit: "Submit",
        submitting: "Changing…",
        old_required: "Enter your old password.",
        new_required: "Enter a new password.",
        mismatch: "This is not the same as the new password. Enter it again.",
        wrong_old: "This is not your old password. Check it and enter it again.",
        too_short: |minimum| format!("This is too short. Use at least {minimum} characters."),
        too_common: "Many people use this password, so it is tried first. Choose something that only you would think of.",
        contains_name: "This is little more than your name, which is easy to guess. Choose other words.",
        contains_organization: "This is little more than the name of your organization, which is easy to guess. Choose other words.",
        contains_user_id: "This is little more than your user ID, which others know. Choose other words.",
        same_as_old: "This is your old password. Choose a new one.",
        changed: "Your password is changed",
        ended: "Every other sign-in with your account has ended. You stay signed in here.",
        apps: "The apps that you used before ask you to sign in again: use your new password there.",
        not_here: "You cannot change your password here",
        not_here_note: "Your organization does not let this account change its password. Ask its administrator.",
        last_changed: |time| format!("Last changed {time}"),
        age_unknown: "We do not know when it was last changed.",
    },
    deleted_users: DeletedUsers {
        nav: "Deleted users",
        title: "Deleted users",
        intro: |organization| {
            format!(
                "Guests who left {organization}. You can restore them for 30 days; after that they are deleted for good."
            )
        },
        search: "Search by name or user ID",
        none: "No deleted users",
        none_note: "When a guest leaves your organization, you see them here for 30 days.",
        nothing_found: |q| format!("Nobody matches “{q}”."),
        left_on: |date| format!("Left {date}"),
        comes_back: |groups, apps| format!("A restore brings back {groups} and {apps}"),
        restore: "Restore",
        restore_label: |name| format!("Restore {name}"),
        restoring: "Restoring…",
        restored: |name| format!("{name} is a guest again, with the same groups and permissions."),
        delete: "Delete permanently",
        delete_label: |name| format!("Delete {name} permanently"),
        deleting: "Deleting…",
        deleted: |name| format!("{name} was deleted for good."),
        confirm_title: |name| format!("Delete {name} permanently?"),
        confirm_lost: |groups, apps| format!("The guest's user object goes, with {groups} and {apps}."),
        confirm_final: "Nobody can undo this, not even the help desk. To work together again you have to invite them anew.",
        gone: |name| format!("{name} is no longer in this list: restored or deleted meanwhile."),
        unknown_outcome: "We could not confirm that it worked: the answer got lost. The list shows how things are now.",
    },
    apps: Apps {
        title: "Apps",
        intro: "Everything you can open with your account. Each app opens in a new tab.",
        search: "Search apps by name",
        none: "No apps yet",
        none_note: "When your organization gives you an app, it appears here.",
        nothing_found: |q| format!("No app matches “{q}”."),
        unsafe_address: "This app cannot be opened: its address is not safe.",
    },
    access_denied: AccessDenied {
        title: "Access denied",
        my_apps: "Your organization has not given your account access to My Apps.",
        administrators: "Only administrators of this organization can see this page.",
        whom: "Do you need access? Ask the help desk of your organization.",
        to_account: "Go to My Account",
    },
    not_found: NotFound {
        title: "Page not found",
        intro: "There is no page at this address. It may have moved, or the address has a typing error.",
        to_overview: "Go to the overview",
    },
    error: Errors {
        title: "This did not work",
        network: "We could not reach the server. Check your connection and try again.",
        timeout: "The server took too long to answer. Try again.",
        server: "Something went wrong on our side. Try again; if it happens again, give the help desk the request number.",
        unavailable: "The service is not available right now. Try again in a moment.",
        malformed: "The server's answer could not be read. Try again; if it happens again, give the help desk the request number.",
        denied: "You are not allowed to do this.",
        not_found: "This no longer exists.",
        stale: "Somebody changed this meanwhile. This is how it is now.",
        in_flight: "This is already being worked on. Wait a moment and try again.",
        refused: "The server refused this request. Reload the page and try again.",
        too_many: |time| format!("Too many attempts. Try again {time}."),
        too_many_soon: "Too many attempts. Try again in a few minutes.",
        summary: "Check what you entered",
        too_long: |limit| format!("Use at most {limit} characters."),
        field: "Check this and enter it again.",
        request_id: "Request number",
        expired: "Your session has ended.",
        cancelled: "Nothing was changed, because your identity was not confirmed.",
    },
};

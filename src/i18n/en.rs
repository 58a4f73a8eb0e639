//! English.

use super::text::*;

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
};

pub static SIGN_IN: SignIn = SignIn {
    title: "Sign in",
    intro: "Use your work or school account.",
    user_id: "User ID",
    user_id_hint: "Usually your work or school e-mail address.",
    password: "Password",
    submit: "Sign in",
    submitting: "Signing in…",
    code_intro: "Open your authenticator app and enter the six-digit code that it shows for this account.",
    phone_intro: |phone| format!("We send a code to {phone}."),
    key_intro: "Have your security key at hand, then choose Verify. Your browser asks for the key.",
    another_way: "Sign in another way",
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
    no_credential: "Your browser got no key: you cancelled, the time was up, or the key is registered already. Try again.",
    call_me: "Call me",
    text_me: "Text me a code",
    sent_to: |to| format!("We sent a code to {to}. Enter it here; it is good for ten minutes."),
};

pub static PROOF: Proof = Proof {
    title: "Confirm that it is you",
    intro: |user_id| format!("This is a sensitive change, so we ask once more. You are signed in as {user_id}."),
    intro_there: "That organization asks for your own sign-in before you can work there.",
    confirm: "Confirm",
    expired_title: "Sign in again",
    expired_intro: |user_id| format!("Your session has ended. Sign in as {user_id} and you go on where you were."),
};

pub static SESSION: SessionText = SessionText {
    ending_title: "Are you still there?",
    ending: |time| format!("To keep your account safe, you will be signed out {time}."),
    stay: "Stay signed in",
    extended: "You stay signed in.",
    at_end: "This session has reached its longest time. Finish what you are doing; after that you sign in again.",
};

pub static OVERVIEW: Overview = Overview {
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
};

pub static ORGANIZATIONS: Organizations = Organizations {
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
};

pub static SECURITY_INFO: SecurityInfo = SecurityInfo {
    intro: "The methods by which you sign in, and by which you get back in when you forget your password.",
    keep_secure: "Keep your account secure",
    keep_secure_intro: "Your organization asks for a second method of signing in. Add one to go on.",
    add: "Add method",
    add_title: "Add a method",
    add_intro: "Which method do you want to add?",
    add_label: |name| format!("Add: {name}"),
    nothing_offered: "Your organization does not let you add methods here.",
    limit_reached: "You have as many of these as you may have. Delete one first.",
    needs_another: "First add another method with which you can sign in.",
    none: "No methods yet",
    default: "Default sign-in method",
    change_default: "Change default sign-in method",
    default_title: "Change default sign-in method",
    default_which: "What should sign-in ask for first?",
    default_changed: "Your default sign-in method was changed.",
    confirm: "Confirm",
    change: "Change",
    change_label: |name| format!("Change {name}"),
    delete: "Delete",
    delete_label: |name| format!("Delete {name}"),
    deleting: "Deleting…",
    confirm_title: |name| format!("Delete {name}?"),
    falls_back: |name| format!("You can no longer use it. From then on, sign-in asks for this first: {name}."),
    password_only: "You can no longer use it. From then on, only your password protects your account.",
    no_longer: "You can no longer use it.",
    confirm_final: "You can add it again at any time. You are signed out everywhere else.",
    deleted: |name| format!("Deleted: {name}. You were signed out everywhere else."),
    added: |name| format!("Ready to use: {name}. You were signed out everywhere else."),
    last_method: "This is your last method of signing in. Add another one before you delete it.",
    by_organization: "Your organization set this up; only an administrator can remove it.",
    added_on: |date| format!("Added {date}"),
    last_used: |date| format!("Last used {date}"),
    good_for_both: "For signing in and resetting your password",
    good_for_sign_in: "For signing in",
    good_for_reset: "For resetting your password",
    good_for_apps: "For apps that know only a password",
    authenticator_app: "Authenticator app",
    authenticator_note: "An app on your phone that shows a new code every 30 seconds.",
    hardware_token: "Hardware token",
    phone: "Phone",
    alternate_phone: "Alternate phone",
    phone_note: "A code by text message or call.",
    office_phone: "Office phone",
    office_note: "A call with a code.",
    email: "Email",
    email_note: "A code to a private address, for when you forget your password.",
    security_questions: "Security questions",
    questions_note: "Answers that only you know, for when you forget your password.",
    security_key: "Security key",
    key_note: "A passkey on this device or a key that you plug in or hold against it.",
    app_password: "App password",
    app_password_note: "For older apps that cannot ask for a second method.",
    other_method: "Another method",
    other_note: "This method cannot be set up on this page.",
    needed: "Fill this in.",
    get_app: "Start by getting the app: install an authenticator app on your phone, for example from your phone's app store. Then continue here.",
    scan: "Set up your account in the app: scan the QR code with it.",
    qr_code: "QR code for your authenticator app",
    cannot_scan: "Can't scan the QR code?",
    type_secret: "Enter this in the app instead:",
    secret: "Secret key",
    copy_secret: "Copy secret key",
    address: "Address (URL)",
    copy_address: "Copy address",
    app_name: "Name (optional)",
    app_name_hint: "Tells this app from others, for example: work phone.",
    verify: "Verify",
    number: "Phone number",
    number_hint: "With the country code, for example +31 6 12345678.",
    number_malformed: "Enter the number with + and the country code, without an extension, for example +31 6 12345678.",
    channel: "How should the code come?",
    mail: "Email address",
    mail_hint: "A private address: your work or school address is lost together with your password.",
    key_intro: "Have your key at hand. Your browser will ask for it.",
    key_name: "Name of the key",
    key_name_hint: "Tells this key from others, for example: blue key on my keyring.",
    answers_intro: |count| {
        format!(
            "Answer {count} questions. Choose answers that others cannot look up; nobody can show them again, not even you."
        )
    },
    question: |number| format!("Question {number}"),
    answer: |number| format!("Answer {number}"),
    answer_needed: "Choose a question and answer it.",
    answer_repeated: "Choose every question once, and give every answer once.",
    answer_too_long: "This answer is too long: use at most 100 characters.",
    app_password_intro: "The app password works like a second password for one app.",
    app_password_name: "Which app is it for?",
    app_password_hint: "For example: mail on the old tablet.",
    name_repeated: "Another app password has this name. Choose another one.",
    app_password_title: "Your app password",
    shown_once: "Put this password into the app now. It is shown only once.",
    copy_password: "Copy app password",
};

pub static DEVICES: Devices = Devices {
    intro: "The computers and phones that are registered to you. Check that you recognize each of them.",
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
};

pub static PASSWORD: Password = Password {
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
    changed: "Your password is changed",
    ended: "Every other sign-in with your account has ended. You stay signed in here.",
    apps: "The apps that you used before ask you to sign in again: use your new password there.",
    not_here: "You cannot change your password here",
};

pub static SETTINGS: Settings = Settings {
    intro: "The language, formats and time zone of these pages, and who uses what of your data.",
    region: "Language & region",
    display_language: "Display language",
    regional_format: "Regional format",
    time_zone: "Time zone",
    not_chosen: "Not chosen yet",
    format_of_language: "Same as the display language",
    zone_of_device: |zone| format!("Same as this device ({zone})"),
    decided_by: |organization| format!("{organization} decides this. You cannot change it."),
    example: |date, number| format!("Dates and numbers look like this: {date} · {number}"),
    save: "Save",
    saving: "Saving…",
    saved: "Your settings are saved.",
    unchanged: "There is nothing to save: these settings are stored already.",
    stale: "Your settings were changed elsewhere meanwhile. What you chose is still here, with what is stored now beside it. Save again to keep your choice.",
    stored_now: |value| format!("Stored now: {value}"),
    unknown_outcome: "We could not confirm that your settings were saved: the answer got lost. What is stored now is shown at each setting; save again if it is not what you chose.",
    privacy: "Privacy",
    notice: "Organization's notice",
    notice_none: "No notice",
    notice_none_note: "When an organization owns your account and publishes a privacy notice, you can read it here.",
    notice_contact: "Questions about your privacy? Ask:",
    services: "Services",
    services_none: "No services connected",
    services_none_note: "When an organization connects a service to your account, you see here what it may see.",
    connected_since: |date| format!("Connected since {date}"),
    may_see: |list| format!("May see {list}"),
    access: [
        "your name and job title",
        "your email address",
        "your calendar",
        "your files",
        "your groups",
        "your sign-ins",
        "your devices",
        "other data",
    ],
    terms: "Terms of use",
    terms_none: "No terms of use",
    terms_none_note: "When an organization asks you to accept terms of use, you can read them here.",
    version: |version| format!("Version {version}"),
    accepted_on: |date| format!("Accepted on {date}"),
    not_accepted: "Not accepted yet",
    view: "View",
    view_label: |title| format!("View {title}"),
    close: "Close",
    unsafe_address: "This document cannot be opened: its address is not safe.",
    my_data_note: "Take a copy of everything we know about you, or close your account.",
};

pub static MY_DATA: MyData = MyData {
    intro: "Take a copy of your data, or close your account.",
    export: "Export my data",
    export_note: "You get one ZIP file with everything that My Account knows about you: a page to read, and files for other programs. We prepare it in the background; you can download it for 7 days.",
    exporting: "One moment…",
    asked: "Your data is being prepared. You can leave this page meanwhile.",
    unknown_outcome: "We could not confirm that your request arrived: the answer got lost. The list shows how things are now.",
    too_many: |time| format!("You asked for five copies within a day. You can ask for the next one {time}."),
    copies: "Your copies",
    none: "No copies yet",
    none_note: "When you ask for a copy of your data, it appears here.",
    asked_on: |date| format!("Copy of {date}"),
    preparing: |percent| format!("Being prepared: {percent}"),
    ready: |size, date| format!("Ready · {size} · Available until {date}"),
    failed: "This copy could not be made. Ask for a new one.",
    expired: "Expired: its file has been deleted.",
    progress: "Progress",
    download: "Download",
    download_label: |date| format!("Download the copy of {date}"),
    close: "Close account",
    close_note: "When you close your account:",
    close_lost: [
        "all your personal data here is deleted, including your groups and your access to apps;",
        "you are signed out everywhere and can never sign in with this account again;",
        "nobody can bring the account or its data back.",
    ],
    close_export_first: "Export your data first if you want to keep any of it.",
    user_id: "Your user ID, as confirmation",
    user_id_required: "Type your user ID to confirm.",
    user_id_other: "This is not your user ID. Type the one that you sign in with.",
    confirm_title: "Close your account?",
    confirm_lost: |user_id| {
        format!("The account {user_id} and all personal data in it are deleted, and you are signed out everywhere.")
    },
    confirm_final: "You cannot undo this, and neither can anybody else.",
    yes: "Yes",
    closing: "Closing your account…",
    close_unknown: "We could not confirm that your account was closed: the answer got lost. Try again; it has effect only once.",
    managed: |organization| {
        format!(
            "You cannot close this account yourself: it belongs to {organization}, which is managed by an administrator. Ask the administrator to delete it."
        )
    },
    no_home: "You cannot close this account here: no organization owns it. Ask the person who invited you.",
};

pub static GOODBYE: Goodbye = Goodbye {
    title: "Your account is closed",
    intro: "Your account and all personal data in it have been deleted. You are signed out everywhere.",
    gone: "This cannot be undone. You can close this window.",
    reserved: "Nobody can use your user ID for the next 30 days.",
    to_sign_in: "Go to the sign-in page",
};

pub static DELETED_USERS: DeletedUsers = DeletedUsers {
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
};

pub static SIGN_INS: SignIns = SignIns {
    intro: "Where you are signed in, and when somebody signed in with your account. Check that it was you.",
    sessions: "Active sessions",
    this_session: "This session",
    started: |ago| format!("Signed in {ago}"),
    last_used: |ago| format!("last used {ago}"),
    signed_out: |session| format!("{session} is signed out."),
    everywhere: "Sign out everywhere",
    everywhere_title: "Sign out everywhere?",
    everywhere_lost: "This ends every session in every app and on every device, this one too. What is not saved there may be lost.",
    everywhere_final: "You can sign in again at once.",
    everywhere_unknown: "We could not confirm that you are signed out everywhere: the answer got lost. Try again; it has effect only once.",
    unusual: "Unusual activity",
    unusual_intro: "Unlike your other sign-ins. Was this you?",
    was_me: "This was me",
    was_me_done: "Thank you. We noted that this was you.",
    was_not_me: "This wasn't me",
    guide_title: "Somebody else signed in?",
    guide_ends: "We end the session of this sign-in at once. Whoever it is has no access any more and would have to sign in again.",
    guide_over: "The session of this sign-in is over already. We note that it was not you.",
    guide_then: "After that, change your password: somebody else may know it.",
    done_title: "You are safer now",
    done: "We noted that this wasn't you. The session of this sign-in has ended.",
    done_next: "Now change your password and check your security info. Do you need help? Ask the help desk.",
    review_security_info: "Review security info",
    history: "Recent activity",
    search: "Search by place, system, app, address, reason or day (2026-11-20)",
    filter: "Show",
    filters: ["All sign-ins", "Successful sign-ins", "Unsuccessful sign-ins", "Unusual activity"],
    none: "No sign-ins of this kind",
    none_note: "Choose another kind to see the rest.",
    nothing_found: |q| format!("No sign-in matches “{q}”."),
    successful: "Successful sign-in",
    unsuccessful: "Unsuccessful sign-in",
    unknown: "Outcome unknown",
    marked_unusual: "Unusual",
    said_was_me: "You said that this was you.",
    said_was_not_me: "You said that this wasn't you.",
    on: |browser, system| format!("{browser} on {system}"),
    unknown_device: "Unknown browser",
    somewhere: "Location unknown",
    location: "Approximate location",
    map: |place| format!("Map of the world with a mark at {place}"),
    operating_system: "Operating system",
    browser: "Browser",
    app: "App",
    account: "Account",
    address: "IP address",
    reason: "Reason",
    wrong_password: "Wrong password",
    wrong_code: "Additional verification failed, invalid code",
    verification_missing: "Additional verification was not completed",
    blocked_by_policy: "Blocked by your organization's policy",
    reason_unknown: "Reason unknown",
};

pub static APPS: Apps = Apps {
    intro: "Everything you can open with your account. Each app opens in a new tab.",
    search: "Search apps by name",
    none: "No apps yet",
    none_note: "When your organization gives you an app, it appears here.",
    nothing_found: |q| format!("No app matches “{q}”."),
    unsafe_address: "This app cannot be opened: its address is not safe.",
};

pub static ACCESS_DENIED: AccessDenied = AccessDenied {
    title: "Access denied",
    my_apps: "Your organization has not given your account access to My Apps.",
    administrators: "Only administrators of this organization can see this page.",
    whom: "Do you need access? Ask the help desk of your organization.",
    to_account: "Go to My Account",
};

pub static NOT_FOUND: NotFound = NotFound {
    title: "Page not found",
    intro: "There is no page at this address. It may have moved, or the address has a typing error.",
    to_overview: "Go to the overview",
};

pub static ERROR: Errors = Errors {
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
    leaving_impossible: "You cannot leave this organization here. Ask its administrator.",
    decided: "Your organization decides this setting. You cannot change it.",
    closing_impossible: "You cannot close this account yourself. Ask the administrator of your organization.",
    export_in_progress: "A copy of your data is being prepared already. You can ask for another one when it is ready.",
    device_disabled: "This device is disabled. Only an administrator can bring it back.",
    password_elsewhere: "Your organization does not let this account change its password. Ask its administrator.",
    contains_name: "This is little more than your name, which is easy to guess. Choose other words.",
    contains_organization: "This is little more than the name of your organization, which is easy to guess. Choose other words.",
    contains_user_id: "This is little more than your user ID, which others know. Choose other words.",
    same_as_old: "This is your old password. Choose a new one.",
    too_common: "Many people use this password, so it is tried first. Choose something that only you would think of.",
    too_short: |minimum| format!("This is too short. Use at least {minimum} characters."),
};

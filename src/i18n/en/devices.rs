//! Devices.

use crate::i18n::text::Devices;

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

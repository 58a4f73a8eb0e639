//! Making a group, and changing one.

use crate::i18n::text::GroupForm;

pub static GROUP_FORM: GroupForm = GroupForm {
    open_note: "Whoever works in the organization joins at once.",
    approval_note: "People ask to join, and an owner decides.",
    closed_note: "Nobody else can ask to join, and only the people in it see the group.",
    new_intro: "You own the group and are its first member. Other owners and members can be added afterwards.",
    edit_intro: "Everybody who can see the group sees these details.",
    name: "Group name",
    name_hint: "At most 64 characters.",
    name_hint_prefix: |name| {
        format!("At most 64 characters. Names of groups begin with “{name}” in your organization.")
    },
    name_needed: "Enter a name.",
    name_malformed: "Use letters and digits, and no characters that cannot be seen.",
    missing_prefix: |name| format!("The name has to begin with “{name}”."),
    missing_prefix_some: "The name does not begin as your organization wants it to.",
    blocked: |name| format!("Your organization does not allow “{name}” in the name of a group."),
    blocked_some: "The name contains a word that your organization does not allow.",
    taken: "Another group of the organization has this name. Choose another one.",
    available: "This name can be used.",
    description: "Group description (optional)",
    description_hint: "What the group is for. At most 1,024 characters.",
    description_malformed: "Use only characters that can be seen.",
    kind_fixed: "The type cannot be changed later.",
    security_note: "For access to apps, files and rooms.",
    collaboration_note: "For people who work together and share things.",
    lifetime: |name| format!("The group expires after {name} days unless an owner renews it."),
    cannot_create: "You cannot create groups",
    cannot_create_note: "Your organization does not let people create groups themselves. Ask the help desk if you need one.",
    disabled: "Your account is disabled in your organization, so it cannot own a group.",
    limit: "You own as many groups as one person may. Delete one first, or give up its ownership.",
    do_create: "Create",
    creating: "Creating…",
    saving: "Saving…",
    was_created: |name| format!("{name} was created."),
    was_saved: |name| format!("{name} was saved."),
    stale: "Somebody changed this group meanwhile. What you entered is still here; below it stands what is stored now. Save again to replace that.",
    stored_now: "Stored now",
    unconfirmed: "We could not confirm that this was saved. What you entered is still here; try again.",
};

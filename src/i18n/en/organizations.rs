//! Organizations.

use crate::i18n::text::Organizations;

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

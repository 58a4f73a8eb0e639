//! Requests to join groups: the owners’ page.

use crate::i18n::text::JoinRequests;

pub static JOIN_REQUESTS: JoinRequests = JoinRequests {
    intro: "These people want to join groups that you own. One owner is enough: what you decide holds at once.",
    which: "Show",
    waiting: "Waiting for a decision",
    decided: "Decided",
    none: "Nothing to decide",
    none_note: "When somebody asks to join a group that you own, the request appears here.",
    none_decided: "Nothing decided yet",
    none_decided_note: "What you and the other owners decide appears here.",
    wants: "Wants to join:",
    approve: "Approve",
    approve_label: |person, group| format!("Approve {person} for {group}"),
    approving: "Approving…",
    approved: |person, group| format!("Approved: {person} is a member of {group} now."),
    deny: "Deny",
    deny_label: |person, group| format!("Deny {person} for {group}"),
    denying: "Denying…",
    denied: |person, group| format!("Denied: {person} does not join {group}."),
    deny_title: |person, group| format!("Deny {person} for {group}?"),
    reason: "Reason",
    reason_hint: |person| format!("{person} reads it. At most 500 characters."),
    reason_required: "Say why, so that the answer can be understood.",
    was_approved: |name| format!("{name} has approved this request meanwhile."),
    was_denied: |name| format!("{name} has denied this request meanwhile."),
    was_withdrawn: |name| format!("{name} has withdrawn this request meanwhile."),
    somebody: "Somebody",
    elsewhere: |group| {
        format!(
            "The members of {group} are no longer managed here, so nobody can join here. You can still deny the request."
        )
    },
    ended: |group| format!("{group} has expired, so nobody can join. Renew the group first, or deny the request."),
    disabled: |person| format!("Your account or that of {person} is disabled, so this cannot be approved."),
    gone: |person, group| format!("{person}’s request for {group} no longer exists, or is no longer yours to decide."),
    unknown_outcome: "We could not confirm that it worked: the answer got lost. The list shows how things are now.",
};

//! App requests: the approvers' page.

use crate::i18n::text::AppRequests;

pub static APP_REQUESTS: AppRequests = AppRequests {
    denied: "Only people who decide about requests for apps can see this page.",
    intro: "Colleagues ask for these apps. One approver is enough: what you decide holds at once.",
    which: "Show",
    waiting: "Waiting for a decision",
    decided: "Decided",
    none: "Nothing to decide",
    none_note: "When somebody requests an app about which you decide, it appears here.",
    none_decided: "Nothing decided yet",
    none_decided_note: "What you and the other approvers decide appears here.",
    asks_for: "Requested app:",
    approve: "Approve",
    approve_label: |app, person| format!("Approve {app} for {person}"),
    approving: "Approving…",
    approved: |app, person| format!("Approved: {person} has {app} now."),
    deny: "Deny",
    deny_label: |app, person| format!("Deny {app} for {person}"),
    denying: "Denying…",
    denied_done: |app, person| format!("Denied: {person} does not get {app}."),
    deny_title: |app, person| format!("Deny {app} for {person}?"),
    reason: "Reason",
    reason_hint: |person| format!("{person} reads it. At most 1,000 characters."),
    reason_required: "Say why, so that the answer can be understood.",
    was_approved: |name| format!("{name} has approved this request meanwhile."),
    was_denied: |name| format!("{name} has denied this request meanwhile."),
    was_withdrawn: |name| format!("{name} has withdrawn this request meanwhile."),
    somebody: "Somebody",
    not_offered: |app| format!("{app} is no longer offered, so nobody can get it. You can still deny the request."),
    disabled: |person| {
        format!("The account of {person} is disabled and cannot get apps. You can still deny the request.")
    },
    gone: |app, person| format!("{person}’s request for {app} no longer exists, or is no longer yours to decide."),
    unknown_outcome: "We could not confirm that it worked: the answer got lost. The list shows how things are now.",
};

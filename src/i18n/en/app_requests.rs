//! App requests: the approvers' page.

use super::request_queue::DECISION;
use crate::i18n::text::{AppRequests, RequestQueue};

pub static APP_REQUESTS: AppRequests = AppRequests {
    denied: "Only people who decide about requests for apps can see this page.",
    queue: RequestQueue {
        intro: "Colleagues ask for these apps. One approver is enough: what you decide holds at once.",
        none_note: "When somebody requests an app about which you decide, it appears here.",
        none_decided_note: "What you and the other approvers decide appears here.",
        wants: "Requested app:",
        approve_label: |person, app| format!("Approve {app} for {person}"),
        approved: |person, app| format!("Approved: {person} has {app} now."),
        deny_label: |person, app| format!("Deny {app} for {person}"),
        denied: |person, app| format!("Denied: {person} does not get {app}."),
        deny_title: |person, app| format!("Deny {app} for {person}?"),
        reason_hint: |person| format!("{person} reads it. At most 1,000 characters."),
        not_offered: |app| format!("{app} is no longer offered, so nobody can get it. You can still deny the request."),
        disabled: |person| {
            format!("The account of {person} is disabled and cannot get apps. You can still deny the request.")
        },
        gone: |person, app| format!("{person}’s request for {app} no longer exists, or is no longer yours to decide."),
        decision: DECISION,
    },
};

//! Requests to join groups: the owners’ page.

use super::request_queue::DECISION;
use crate::i18n::text::{JoinRequests, RequestQueue};

pub static JOIN_REQUESTS: JoinRequests = JoinRequests {
    elsewhere: |group| {
        format!(
            "The members of {group} are no longer managed here, so nobody can join here. You can still deny the request."
        )
    },
    queue: RequestQueue {
        intro: "These people want to join groups that you own. One owner is enough: what you decide holds at once.",
        none_note: "When somebody asks to join a group that you own, the request appears here.",
        none_decided_note: "What you and the other owners decide appears here.",
        wants: "Wants to join:",
        approve_label: |person, group| format!("Approve {person} for {group}"),
        approved: |person, group| format!("Approved: {person} is a member of {group} now."),
        deny_label: |person, group| format!("Deny {person} for {group}"),
        denied: |person, group| format!("Denied: {person} does not join {group}."),
        deny_title: |person, group| format!("Deny {person} for {group}?"),
        reason_hint: |person| format!("{person} reads it. At most 500 characters."),
        not_offered: |group| {
            format!("{group} has expired, so nobody can join. Renew the group first, or deny the request.")
        },
        disabled: |person| format!("Your account or that of {person} is disabled, so this cannot be approved."),
        gone: |person, group| {
            format!("{person}’s request for {group} no longer exists, or is no longer yours to decide.")
        },
        decision: DECISION,
    },
};

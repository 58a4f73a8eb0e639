//! Queues of requests, for those who decide them.

/// What a queue says. Where there are two values: who asks, and for what.
pub struct RequestQueue {
    pub intro: &'static str,
    pub none_note: &'static str,
    pub none_decided_note: &'static str,
    pub wants: &'static str,
    pub approve_label: fn(&str, &str) -> String,
    pub approved: fn(&str, &str) -> String,
    pub deny_label: fn(&str, &str) -> String,
    pub denied: fn(&str, &str) -> String,
    pub deny_title: fn(&str, &str) -> String,
    pub reason_hint: fn(&str) -> String,
    pub not_offered: fn(&str) -> String,
    pub disabled: fn(&str) -> String,
    pub gone: fn(&str, &str) -> String,
    pub decision: Decision,
}

/// What all queues say alike. A constant in the words of each: a section of its own would be in the first download.
pub struct Decision {
    pub which: &'static str,
    pub waiting: &'static str,
    pub decided: &'static str,
    pub none: &'static str,
    pub none_decided: &'static str,
    pub approve: &'static str,
    pub approving: &'static str,
    pub deny: &'static str,
    pub denying: &'static str,
    pub reason: &'static str,
    pub reason_required: &'static str,
    pub was_approved: fn(&str) -> String,
    pub was_denied: fn(&str) -> String,
    pub was_withdrawn: fn(&str) -> String,
    pub somebody: &'static str,
    pub unknown_outcome: &'static str,
}

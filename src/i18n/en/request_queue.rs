//! Queues of requests, for those who decide them.

use crate::i18n::text::Decision;

pub const DECISION: Decision = Decision {
    which: "Show",
    waiting: "Waiting for a decision",
    decided: "Decided",
    none: "Nothing to decide",
    none_decided: "Nothing decided yet",
    approve: "Approve",
    approving: "Approving…",
    deny: "Deny",
    denying: "Denying…",
    reason: "Reason",
    reason_required: "Say why, so that the answer can be understood.",
    was_approved: |name| format!("{name} has approved this request meanwhile."),
    was_denied: |name| format!("{name} has denied this request meanwhile."),
    was_withdrawn: |name| format!("{name} has withdrawn this request meanwhile."),
    somebody: "Somebody",
    unknown_outcome: "We could not confirm that it worked: the answer got lost. The list shows how things are now.",
};

//! Queues of requests, for those who decide them.

use crate::i18n::text::Decision;

pub const DECISION: Decision = Decision {
    which: "Weergeven",
    waiting: "Wacht op een beslissing",
    decided: "Beslist",
    none: "Niets te beslissen",
    none_decided: "Nog niets beslist",
    approve: "Goedkeuren",
    approving: "Wordt goedgekeurd…",
    deny: "Weigeren",
    denying: "Wordt geweigerd…",
    reason: "Reden",
    reason_required: "Geef aan waarom, zodat het antwoord te begrijpen is.",
    was_approved: |name| format!("{name} heeft deze aanvraag intussen goedgekeurd."),
    was_denied: |name| format!("{name} heeft deze aanvraag intussen geweigerd."),
    was_withdrawn: |name| format!("{name} heeft deze aanvraag intussen ingetrokken."),
    somebody: "Iemand",
    unknown_outcome: "We konden niet bevestigen dat het is gelukt: het antwoord is verloren gegaan. De lijst laat zien hoe het er nu voor staat.",
};

//! App requests: the approvers' page.

use crate::i18n::text::AppRequests;

pub static APP_REQUESTS: AppRequests = AppRequests {
    denied: "Alleen wie over aanvragen voor apps beslist, kan deze pagina zien.",
    intro: "Collega’s vragen deze apps aan. Eén goedkeuring is genoeg: wat u beslist, geldt meteen.",
    which: "Weergeven",
    waiting: "Wacht op een beslissing",
    decided: "Beslist",
    none: "Niets te beslissen",
    none_note: "Als iemand een app aanvraagt waarover u beslist, ziet u de aanvraag hier.",
    none_decided: "Nog niets beslist",
    none_decided_note: "Wat u en anderen beslissen, ziet u hier.",
    asks_for: "Aangevraagde app:",
    approve: "Goedkeuren",
    approve_label: |app, person| format!("Goedkeuren: {app} voor {person}"),
    approving: "Wordt goedgekeurd…",
    approved: |app, person| format!("Goedgekeurd: {person} heeft {app} nu."),
    deny: "Weigeren",
    deny_label: |app, person| format!("Weigeren: {app} voor {person}"),
    denying: "Wordt geweigerd…",
    denied_done: |app, person| format!("Geweigerd: {person} krijgt {app} niet."),
    deny_title: |app, person| format!("{app} voor {person} weigeren?"),
    reason: "Reden",
    reason_hint: |person| format!("{person} leest deze reden. Maximaal 1.000 tekens."),
    reason_required: "Geef aan waarom, zodat het antwoord te begrijpen is.",
    was_approved: |name| format!("{name} heeft deze aanvraag intussen goedgekeurd."),
    was_denied: |name| format!("{name} heeft deze aanvraag intussen geweigerd."),
    was_withdrawn: |name| format!("{name} heeft deze aanvraag intussen ingetrokken."),
    somebody: "Iemand",
    not_offered: |app| {
        format!("{app} wordt niet meer aangeboden, dus niemand kan de app krijgen. U kunt de aanvraag nog weigeren.")
    },
    disabled: |person| {
        format!("Het account van {person} is uitgeschakeld en kan geen apps krijgen. U kunt de aanvraag nog weigeren.")
    },
    gone: |app, person| {
        format!("De aanvraag van {person} voor {app} bestaat niet meer, of u beslist er niet meer over.")
    },
    unknown_outcome: "We konden niet bevestigen dat het is gelukt: het antwoord is verloren gegaan. De lijst laat zien hoe het er nu voor staat.",
};

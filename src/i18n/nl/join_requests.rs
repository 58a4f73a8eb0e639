//! Requests to join groups: the owners’ page.

use crate::i18n::text::JoinRequests;

pub static JOIN_REQUESTS: JoinRequests = JoinRequests {
    intro: "Deze mensen willen lid worden van groepen waarvan u eigenaar bent. Eén eigenaar is genoeg: wat u beslist, geldt meteen.",
    which: "Weergeven",
    waiting: "Wacht op een beslissing",
    decided: "Beslist",
    none: "Niets te beslissen",
    none_note: "Als iemand lid wil worden van een groep waarvan u eigenaar bent, ziet u de aanvraag hier.",
    none_decided: "Nog niets beslist",
    none_decided_note: "Wat u en de andere eigenaren beslissen, ziet u hier.",
    wants: "Wil lid worden van:",
    approve: "Goedkeuren",
    approve_label: |person, group| format!("Goedkeuren: {person} voor {group}"),
    approving: "Wordt goedgekeurd…",
    approved: |person, group| format!("Goedgekeurd: {person} is nu lid van {group}."),
    deny: "Weigeren",
    deny_label: |person, group| format!("Weigeren: {person} voor {group}"),
    denying: "Wordt geweigerd…",
    denied: |person, group| format!("Geweigerd: {person} wordt geen lid van {group}."),
    deny_title: |person, group| format!("{person} weigeren voor {group}?"),
    reason: "Reden",
    reason_hint: |person| format!("{person} leest deze reden. Maximaal 500 tekens."),
    reason_required: "Geef aan waarom, zodat het antwoord te begrijpen is.",
    was_approved: |name| format!("{name} heeft deze aanvraag intussen goedgekeurd."),
    was_denied: |name| format!("{name} heeft deze aanvraag intussen geweigerd."),
    was_withdrawn: |name| format!("{name} heeft deze aanvraag intussen ingetrokken."),
    somebody: "Iemand",
    elsewhere: |group| {
        format!(
            "De leden van {group} worden niet meer hier beheerd, dus hier kan niemand meer lid worden. U kunt de aanvraag nog weigeren."
        )
    },
    ended: |group| {
        format!("{group} is verlopen, dus niemand kan lid worden. Verleng eerst de groep of weiger de aanvraag.")
    },
    disabled: |person| {
        format!("Uw account of dat van {person} is uitgeschakeld; daarom kan dit niet worden goedgekeurd.")
    },
    gone: |person, group| {
        format!("De aanvraag van {person} voor {group} bestaat niet meer, of u beslist er niet meer over.")
    },
    unknown_outcome: "We konden niet bevestigen dat het is gelukt: het antwoord is verloren gegaan. De lijst laat zien hoe het er nu voor staat.",
};

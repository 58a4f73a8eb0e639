//! Requests to join groups: the owners’ page.

use super::request_queue::DECISION;
use crate::i18n::text::{JoinRequests, RequestQueue};

pub static JOIN_REQUESTS: JoinRequests = JoinRequests {
    elsewhere: |group| {
        format!(
            "De leden van {group} worden niet meer hier beheerd, dus hier kan niemand meer lid worden. U kunt de aanvraag nog weigeren."
        )
    },
    queue: RequestQueue {
        intro: "Deze mensen willen lid worden van groepen waarvan u eigenaar bent. Eén eigenaar is genoeg: wat u beslist, geldt meteen.",
        none_note: "Als iemand lid wil worden van een groep waarvan u eigenaar bent, ziet u de aanvraag hier.",
        none_decided_note: "Wat u en de andere eigenaren beslissen, ziet u hier.",
        wants: "Wil lid worden van:",
        approve_label: |person, group| format!("Goedkeuren: {person} voor {group}"),
        approved: |person, group| format!("Goedgekeurd: {person} is nu lid van {group}."),
        deny_label: |person, group| format!("Weigeren: {person} voor {group}"),
        denied: |person, group| format!("Geweigerd: {person} wordt geen lid van {group}."),
        deny_title: |person, group| format!("{person} weigeren voor {group}?"),
        reason_hint: |person| format!("{person} leest deze reden. Maximaal 500 tekens."),
        not_offered: |group| {
            format!("{group} is verlopen, dus niemand kan lid worden. Verleng eerst de groep of weiger de aanvraag.")
        },
        disabled: |person| {
            format!("Uw account of dat van {person} is uitgeschakeld; daarom kan dit niet worden goedgekeurd.")
        },
        gone: |person, group| {
            format!("De aanvraag van {person} voor {group} bestaat niet meer, of u beslist er niet meer over.")
        },
        decision: DECISION,
    },
};

//! App requests: the approvers' page.

use super::request_queue::DECISION;
use crate::i18n::text::{AppRequests, RequestQueue};

pub static APP_REQUESTS: AppRequests = AppRequests {
    denied: "Alleen wie over aanvragen voor apps beslist, kan deze pagina zien.",
    queue: RequestQueue {
        intro: "Collega’s vragen deze apps aan. Eén goedkeuring is genoeg: wat u beslist, geldt meteen.",
        none_note: "Als iemand een app aanvraagt waarover u beslist, ziet u de aanvraag hier.",
        none_decided_note: "Wat u en anderen beslissen, ziet u hier.",
        wants: "Aangevraagde app:",
        approve_label: |person, app| format!("Goedkeuren: {app} voor {person}"),
        approved: |person, app| format!("Goedgekeurd: {person} heeft {app} nu."),
        deny_label: |person, app| format!("Weigeren: {app} voor {person}"),
        denied: |person, app| format!("Geweigerd: {person} krijgt {app} niet."),
        deny_title: |person, app| format!("{app} voor {person} weigeren?"),
        reason_hint: |person| format!("{person} leest deze reden. Maximaal 1.000 tekens."),
        not_offered: |app| {
            format!(
                "{app} wordt niet meer aangeboden, dus niemand kan de app krijgen. U kunt de aanvraag nog weigeren."
            )
        },
        disabled: |person| {
            format!(
                "Het account van {person} is uitgeschakeld en kan geen apps krijgen. U kunt de aanvraag nog weigeren."
            )
        },
        gone: |person, app| {
            format!("De aanvraag van {person} voor {app} bestaat niet meer, of u beslist er niet meer over.")
        },
        decision: DECISION,
    },
};

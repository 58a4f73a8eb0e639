//! A review of one's own access.

use crate::i18n::text::ReviewSelf;

pub static REVIEW_SELF: ReviewSelf = ReviewSelf {
    title: "Uw toegang beoordelen",
    intro: "Laat uw organisatie weten of u deze toegang nog nodig hebt.",
    group: |name| format!("Moet u lid blijven van de groep {name}?"),
    app: |name| format!("Hebt u de app {name} nog nodig?"),
    until: |date, span| format!("U kunt antwoorden tot {date} ({span})."),
    silence_keeps: "Zonder antwoord behoudt u de toegang.",
    silence_ends: "Zonder antwoord vervalt de toegang.",
    silence_recommended: "Zonder antwoord hangt het ervan af of u zich in de afgelopen 30 dagen hebt aangemeld.",
    yes_note: "U behoudt de toegang.",
    no_note: |date| format!("De toegang vervalt op {date}."),
    choose: "Kies Ja of Nee.",
    submit: "Verzenden",
    submitting: "Wordt verzonden…",
    saved: "Uw antwoord is opgeslagen.",
    answered_yes: "U hebt Ja geantwoord: u behoudt de toegang.",
    answered_no: |date| format!("U hebt Nee geantwoord: de toegang vervalt op {date}."),
    can_change: |date| format!("U kunt uw antwoord wijzigen tot {date}."),
};

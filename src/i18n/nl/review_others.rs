//! A review of others' access.

use crate::i18n::text::ReviewOthers;

pub static REVIEW_OTHERS: ReviewOthers = ReviewOthers {
    title: "Toegang van anderen beoordelen",
    intro: "Beslis wie de toegang behoudt. U kunt uw beslissingen tot de einddatum wijzigen.",
    stage: |stage, stages| format!("Fase {stage} van {stages}"),
    silence_keeps: "Wie geen beslissing krijgt, of ‘Weet ik niet’, behoudt de toegang.",
    silence_ends: "Wie geen beslissing krijgt, of ‘Weet ik niet’, verliest de toegang.",
    silence_recommended: "Voor wie geen beslissing krijgt, of ‘Weet ik niet’, geldt de aanbeveling.",
    search: "Zoeken op naam of gebruikers-id",
    show: "Weergeven",
    all: "Iedereen",
    undecided: "Nog niet beslist",
    approved: "Goedgekeurd",
    denied: "Geweigerd",
    unknown: "Weet ik niet",
    select_all: "Alles selecteren",
    selected: |number, _| format!("{number} geselecteerd"),
    range_hint: "Houd Shift ingedrukt om een reeks te selecteren; met de pijltoetsen gaat u van rij naar rij.",
    approve: "Goedkeuren",
    deny: "Weigeren",
    dont_know: "Weet ik niet",
    accept: "Aanbevelingen accepteren",
    undo: "Ongedaan maken",
    undo_label: |name| format!("Ongedaan maken: beslissing over {name}"),
    people: "Mensen met toegang",
    selection: "Selectie",
    person: "Persoon",
    recommendation: "Aanbeveling",
    decision: "Beslissing",
    guest: "Gast",
    signed_in: |ago| format!("Laatst aangemeld: {ago}"),
    quiet: |ago| format!("30 dagen of langer niet aangemeld; laatste keer: {ago}"),
    never: "Heeft zich nog nooit aangemeld",
    by_you: "door u",
    by: |name| format!("door {name}"),
    by_somebody: "door iemand anders",
    earlier: |decision| format!("Vorige fase: {decision}"),
    approve_title: |number, one| {
        if one {
            "De toegang van deze persoon goedkeuren?".to_owned()
        } else {
            format!("De toegang van {number} mensen goedkeuren?")
        }
    },
    deny_title: |number, one| {
        if one {
            "De toegang van deze persoon weigeren?".to_owned()
        } else {
            format!("De toegang van {number} mensen weigeren?")
        }
    },
    dont_know_title: |number, one| {
        if one {
            "‘Weet ik niet’ voor deze persoon?".to_owned()
        } else {
            format!("‘Weet ik niet’ voor {number} mensen?")
        }
    },
    accept_title: |number, one| {
        if one {
            "De aanbeveling voor deze persoon accepteren?".to_owned()
        } else {
            format!("De aanbevelingen voor {number} mensen accepteren?")
        }
    },
    accept_all_title: "De aanbevelingen accepteren voor iedereen over wie nog niet is beslist?",
    accept_note: "Beslissingen die al zijn genomen, blijven zoals ze zijn.",
    saving: "Wordt opgeslagen…",
    approved_done: |number, one| {
        if one { "Goedgekeurd voor 1 persoon.".to_owned() } else { format!("Goedgekeurd voor {number} mensen.") }
    },
    denied_done: |number, one| {
        if one { "Geweigerd voor 1 persoon.".to_owned() } else { format!("Geweigerd voor {number} mensen.") }
    },
    dont_know_done: |number, one| {
        if one {
            "‘Weet ik niet’ vastgelegd voor 1 persoon.".to_owned()
        } else {
            format!("‘Weet ik niet’ vastgelegd voor {number} mensen.")
        }
    },
    undone: |number, one| {
        if one {
            "De beslissing over 1 persoon is ongedaan gemaakt.".to_owned()
        } else {
            format!("De beslissingen over {number} mensen zijn ongedaan gemaakt.")
        }
    },
    accepted: |number, one| {
        if one {
            "Aanbeveling voor 1 persoon geaccepteerd.".to_owned()
        } else {
            format!("Aanbevelingen voor {number} mensen geaccepteerd.")
        }
    },
    nothing_done: "Er is niets gewijzigd: er was niemand voor wie dit geldt.",
    overruled: |number, one| {
        if one {
            "Over 1 van hen had iemand anders intussen beslist; nu telt uw beslissing.".to_owned()
        } else {
            format!("Over {number} van hen had iemand anders intussen beslist; nu telt uw beslissing.")
        }
    },
    nothing_found: |q| format!("Niemand gevonden voor ‘{q}’."),
    nobody: "Hier staat niemand",
    nobody_note: "Kies ‘Iedereen’ om alle mensen in deze beoordeling te zien.",
    over: "Deze beoordeling is geëindigd. Wat is beslist, is doorgevoerd of wordt zo doorgevoerd.",
};

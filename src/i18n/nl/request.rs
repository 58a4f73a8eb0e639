//! Request new apps.

use crate::i18n::text::Request;

pub static REQUEST: Request = Request {
    intro: "Apps die uw organisatie u aanbiedt. Sommige voegt u meteen toe; over andere beslist eerst iemand.",
    search: "Nieuwe apps zoeken op naam",
    available: "Beschikbare apps",
    none: "U hebt alles al",
    none_note: "Uw organisatie biedt op dit moment geen andere apps aan. Zodra dat verandert, ziet u ze hier.",
    nothing_found: |q| format!("Geen app gevonden voor ‘{q}’."),
    at_once: "Meteen beschikbaar",
    decides: |organization| format!("Goedkeuring nodig van {organization}"),
    add: "Toevoegen",
    add_label: |name| format!("Toevoegen: {name}"),
    adding: "Wordt toegevoegd…",
    added: |name| format!("{name} staat nu tussen uw apps."),
    already: |name| format!("{name} staat al tussen uw apps."),
    not_offered: |name| format!("{name} wordt niet meer aangeboden."),
    approval_needed: |name| format!("Voor {name} is nu goedkeuring nodig. Vraag de app aan."),
    approval_not_needed: |name| {
        format!("Voor {name} is geen goedkeuring meer nodig. Sluit dit venster en voeg de app meteen toe.")
    },
    already_pending: |name| format!("U hebt {name} al aangevraagd. Er is nog niet over beslist."),
    disabled: "Uw account is uitgeschakeld en kan daarom geen nieuwe apps krijgen. Neem contact op met uw beheerder.",
    ask: "Aanvragen",
    ask_label: |name| format!("Aanvragen: {name}"),
    sending: "Wordt verzonden…",
    ask_intro: |organization| {
        format!("Iemand bij {organization} leest wat u hier schrijft en beslist over uw aanvraag.")
    },
    justification: "Zakelijke motivering",
    justification_hint: "Waarvoor hebt u deze app nodig? Maximaal 1.000 tekens.",
    justification_required: "Geef aan waarvoor u deze app nodig hebt.",
    asked: |name| format!("U hebt {name} aangevraagd. Onder Uw aanvragen ziet u wat daarover wordt beslist."),
    yours: "Uw aanvragen",
    none_yours: "Nog geen aanvragen",
    none_yours_note: "Als u een app aanvraagt, ziet u hier wat daarover wordt beslist.",
    states: ["In behandeling", "Goedgekeurd", "Geweigerd", "Ingetrokken", "Status onbekend"],
    requested: |ago| format!("Aangevraagd: {ago}"),
    decided_by: |name, ago| format!("beslist door {name}, {ago}"),
    reason: |reason| format!("Reden: {reason}"),
    withdraw: "Intrekken",
    withdraw_label: |name| format!("Intrekken: aanvraag voor {name}"),
    withdrawing: "Wordt ingetrokken…",
    withdrawn: |name| format!("Uw aanvraag voor {name} is ingetrokken."),
    confirm_title: |name| format!("Uw aanvraag voor {name} intrekken?"),
    confirm_lost: "Niemand kan de aanvraag dan nog goedkeuren.",
    confirm_final: "U kunt dit niet ongedaan maken, maar u kunt de app wel opnieuw aanvragen.",
    decided_meanwhile: "Over deze aanvraag is intussen beslist. In de lijst ziet u hoe.",
    gone: |name| format!("Uw aanvraag voor {name} bestaat niet meer."),
    unknown_outcome: "We konden niet bevestigen dat het is gelukt: het antwoord is verloren gegaan. De lijst laat zien hoe het er nu voor staat.",
};

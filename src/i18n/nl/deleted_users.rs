//! Deleted users.

use crate::i18n::text::DeletedUsers;

pub static DELETED_USERS: DeletedUsers = DeletedUsers {
    title: "Verwijderde gebruikers",
    intro: |organization| {
        format!(
            "Gasten die {organization} hebben verlaten. U kunt ze 30 dagen lang terugzetten; daarna worden ze definitief verwijderd."
        )
    },
    search: "Zoeken op naam of gebruikers-id",
    none: "Geen verwijderde gebruikers",
    none_note: "Als een gast uw organisatie verlaat, ziet u die hier nog 30 dagen.",
    nothing_found: |q| format!("Niemand gevonden voor ‘{q}’."),
    left_on: |date| format!("Vertrokken op {date}"),
    comes_back: |groups, apps| format!("Met terugzetten komen {groups} en {apps} terug"),
    restore: "Terugzetten",
    restore_label: |name| format!("{name} terugzetten"),
    restoring: "Bezig met terugzetten…",
    restored: |name| format!("{name} is weer gast, met dezelfde groepen en machtigingen."),
    delete: "Definitief verwijderen",
    delete_label: |name| format!("{name} definitief verwijderen"),
    deleting: "Bezig met verwijderen…",
    deleted: |name| format!("{name} is definitief verwijderd."),
    confirm_title: |name| format!("{name} definitief verwijderen?"),
    confirm_lost: |groups, apps| format!("Het gebruikersobject van de gast verdwijnt, met {groups} en {apps}."),
    confirm_final: "Niemand kan dit ongedaan maken, ook de helpdesk niet. Om weer samen te werken moet u deze gast opnieuw uitnodigen.",
    gone: |name| format!("{name} staat niet meer in deze lijst: intussen teruggezet of verwijderd."),
    unknown_outcome: "We konden niet bevestigen dat het is gelukt: het antwoord is verloren gegaan. De lijst laat zien hoe het nu is.",
};

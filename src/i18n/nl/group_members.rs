//! Members of a group.

use crate::i18n::text::GroupMembers;

pub static GROUP_MEMBERS: GroupMembers = GroupMembers {
    back: |group| format!("Terug naar {group}"),
    back_all: "Alle groepen",
    intro: |group, organization| format!("Wie er lid is van {group} van {organization}."),
    intro_general: "Wie er lid is van de groep.",
    count: |count, written| if count == 1.0 { "1 lid".to_owned() } else { format!("{written} leden") },
    search: "Leden zoeken op naam of gebruikers-id",
    none: "Deze groep heeft geen leden",
    none_note: "Eigenaren kunnen leden toevoegen. Een eigenaar is niet vanzelf ook lid.",
    nothing_found: |q| format!("Geen lid gevonden voor ‘{q}’."),
    guest: "Gast",
    owner: "Eigenaar",
    not_there: "Deze groep is niet beschikbaar",
    not_there_note: "De groep bestaat niet meer, of u bent er geen eigenaar of lid van. Onder Groepen vindt u uw groepen.",
    elsewhere: [
        "Dit is een beveiligingsgroep met een e-mailadres. Uw beheerder beheert de leden; dat kan hier niet.",
        "Dit is een distributielijst. Uw beheerder beheert de leden; dat kan hier niet.",
        "Deze groep wordt gesynchroniseerd vanuit de eigen adreslijst van uw organisatie. De leden worden daar beheerd, niet hier.",
        "De leden van deze groep worden niet hier beheerd.",
    ],
    add: "Leden toevoegen",
    add_title: |group| format!("Leden toevoegen aan {group}"),
    people: "Naam of gebruikers-id",
    people_hint: "Typ het begin van een naam en kies uit de lijst; maximaal 20 personen tegelijk.",
    found: |count| match count {
        0 => "Niemand gevonden".to_owned(),
        1 => "1 persoon gevonden".to_owned(),
        count => format!("{count} personen gevonden"),
    },
    found_more: |count| format!("De eerste {count}; typ meer om anderen te vinden"),
    results: "Gevonden personen",
    chosen: "Gekozen personen",
    is_member: "Al lid",
    is_chosen: "Gekozen",
    full: "Er zijn 20 personen gekozen. Meer kunt u er niet tegelijk toevoegen.",
    was_chosen: |name| format!("{name} is gekozen."),
    was_unchosen: |name| format!("{name} is niet meer gekozen."),
    unchoose: |name| format!("{name} niet toevoegen"),
    nobody_chosen: "Kies ten minste één persoon.",
    message: "Bericht (optioneel)",
    message_hint: "Wie u toevoegt, leest dit bericht in een e-mail. Maximaal 500 tekens.",
    message_refused: "Dit bericht kan nu niet worden verzonden. Laat het weg of probeer het later opnieuw.",
    submit: "Toevoegen",
    submitting: "Wordt toegevoegd…",
    added_one: |name, group| format!("{name} is nu lid van {group}."),
    added_some: |count, group| format!("{count} personen zijn nu lid van {group}."),
    cannot_be_added: |names| {
        format!(
            "Kan niet meer worden toegevoegd en is niet meer gekozen: {names}. Voeg de anderen toe of kies opnieuw."
        )
    },
    remove: "Verwijderen",
    remove_label: |name| format!("Verwijderen: {name}"),
    removing: "Wordt verwijderd…",
    remove_title: |name, group| format!("{name} verwijderen uit {group}?"),
    remove_lost: |name| format!("{name} verliest meteen alles wat bij het lidmaatschap hoort."),
    remove_lost_owner: |name| {
        format!("{name} verliest meteen alles wat bij het lidmaatschap hoort, maar blijft eigenaar.")
    },
    remove_final: "U kunt deze persoon later opnieuw toevoegen.",
    remove_action: "Lid verwijderen",
    removed: |name, group| format!("{name} is geen lid meer van {group}."),
    not_owner: "U bent geen eigenaar meer van deze groep en kunt de leden dus niet wijzigen.",
    disabled: "Uw account is uitgeschakeld; daarom kunt u geen leden wijzigen. Neem contact op met uw beheerder.",
    unknown_outcome: "We konden niet bevestigen dat het is gelukt: het antwoord is verloren gegaan. De lijst laat zien hoe het er nu voor staat.",
};

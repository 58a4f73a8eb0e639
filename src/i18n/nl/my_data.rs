//! My data requests.

use crate::i18n::text::MyData;

pub static MY_DATA: MyData = MyData {
    intro: "Download een kopie van uw gegevens of sluit uw account.",
    export: "Mijn gegevens exporteren",
    export_note: "U krijgt één ZIP-bestand met alles wat Mijn account over u weet: een pagina om te lezen en bestanden voor andere programma’s. We bereiden het op de achtergrond voor; u kunt het 7 dagen lang downloaden.",
    exporting: "Een ogenblik…",
    asked: "Uw gegevens worden voorbereid. U kunt deze pagina intussen verlaten.",
    unknown_outcome: "We konden niet bevestigen dat uw aanvraag is aangekomen: het antwoord is verloren gegaan. De lijst laat zien hoe het nu is.",
    too_many: |time| format!("U hebt binnen een dag vijf kopieën aangevraagd. De volgende kunt u {time} aanvragen."),
    copies: "Uw kopieën",
    none: "Nog geen kopieën",
    none_note: "Als u een kopie van uw gegevens aanvraagt, ziet u die hier.",
    asked_on: |date| format!("Kopie van {date}"),
    preparing: |percent| format!("Wordt voorbereid: {percent}"),
    ready: |size, date| format!("Klaar · {size} · Beschikbaar tot {date}"),
    failed: "Deze kopie kon niet worden gemaakt. Vraag een nieuwe aan.",
    expired: "Verlopen: het bestand is verwijderd.",
    progress: "Voortgang",
    download: "Downloaden",
    download_label: |date| format!("Downloaden: kopie van {date}"),
    close: "Account sluiten",
    close_note: "Als u uw account sluit:",
    close_lost: [
        "worden al uw persoonlijke gegevens hier verwijderd, ook uw groepen en uw toegang tot apps;",
        "wordt u overal afgemeld en kunt u zich nooit meer met dit account aanmelden;",
        "kan niemand het account of de gegevens terughalen.",
    ],
    close_export_first: "Exporteer eerst uw gegevens als u er iets van wilt bewaren.",
    user_id: "Uw gebruikers-id, ter bevestiging",
    user_id_required: "Typ uw gebruikers-id om te bevestigen.",
    user_id_other: "Dit is niet uw gebruikers-id. Typ de gebruikers-id waarmee u zich aanmeldt.",
    confirm_title: "Uw account sluiten?",
    confirm_lost: |user_id| {
        format!(
            "Het account {user_id} en alle persoonlijke gegevens daarin worden verwijderd. U wordt overal afgemeld."
        )
    },
    confirm_final: "U kunt dit niet ongedaan maken, en niemand anders ook.",
    yes: "Ja",
    closing: "Uw account wordt gesloten…",
    close_unknown: "We konden niet bevestigen dat uw account is gesloten: het antwoord is verloren gegaan. Probeer het opnieuw; het gebeurt maar één keer.",
    managed: |organization| {
        format!(
            "U kunt dit account niet zelf sluiten: het is van {organization}, waar een beheerder verantwoordelijk is. Vraag de beheerder het te verwijderen."
        )
    },
    last_owner: "U kunt uw account nog niet sluiten: van een of meer groepen bent u de enige eigenaar. Wijs eerst een andere eigenaar aan of verwijder de groep.",
    own_groups: "Naar uw groepen",
    no_home: "U kunt dit account hier niet sluiten: het is van geen enkele organisatie. Vraag het aan degene die u heeft uitgenodigd.",
};

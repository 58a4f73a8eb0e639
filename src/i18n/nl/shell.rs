//! The frame around every page, and words that many pages use.

use crate::i18n::text::{Common, Pages, Shell};

pub static COMMON: Common = Common {
    cancel: "Annuleren",
    close: "Sluiten",
    next: "Volgende",
    done: "Gereed",
    save: "Opslaan",
    copy: "Kopiëren",
    copied: "Gekopieerd.",
    not_copied: "Uw browser staat kopiëren niet toe. Selecteer de tekst en kopieer die zelf.",
    yes: "Ja",
    no: "Nee",
    show_more: "Meer weergeven",
    try_again: "Opnieuw proberen",
    working: "Een ogenblik…",
    loading: "Laden",
    still_loading: "Het laden duurt langer dan normaal. Uw verbinding of onze server is traag.",
    opens_new_tab: "(wordt geopend op een nieuw tabblad)",
    dismiss: "Sluiten",
    days_left: |number, count| {
        if count == 1.0 { format!("Nog {number} dag") } else { format!("Nog {number} dagen") }
    },
};

pub static SHELL: Shell = Shell {
    my_account: "Mijn account",
    my_apps: "Mijn apps",
    skip_to_content: "Naar de inhoud",
    portals: "Portal",
    menu: "Menu",
    navigation: "Pagina’s",
    language: "Taal",
    theme: "Thema",
    theme_system: "Systeem",
    theme_light: "Licht",
    theme_dark: "Donker",
    help: "Hulp",
    help_intro: "Hebt u vragen over uw account of klopt er iets niet? Uw helpdesk helpt u verder.",
    help_unknown: "Vraag het aan degene die u heeft uitgenodigd of aan de beheerder van de organisatie waarmee u samenwerkt.",
    account_menu: |name| format!("Accountmenu van {name}"),
    view_account: "Account weergeven",
    switch_organization: "Van organisatie wisselen",
    switch_intro: "Kies de organisatie waarin u wilt werken.",
    current: "Huidige",
    switched: |organization| format!("U bent nu aangemeld bij {organization}."),
    sign_out: "Afmelden",
    signing_out: "U wordt afgemeld…",
    offline: "U bent offline. U kunt lezen wat op het scherm staat; wijzigen kan zodra u weer verbinding hebt.",
    language_changed: "De portal is nu in het Nederlands.",
    language_not_stored: "De taal is hier gewijzigd, maar kon niet bij uw account worden opgeslagen.",
};

pub static PAGES: Pages = Pages {
    organizations: "Organisaties",
    security_info: "Beveiligingsgegevens",
    devices: "Apparaten",
    password: "Wachtwoord",
    settings: "Instellingen en privacy",
    sign_ins: "Mijn aanmeldingen",
    my_data: "Mijn gegevensaanvragen",
    deleted_users: "Verwijderde gebruikers",
    apps: "Apps",
    overview: "Overzicht",
    change_password: "Wachtwoord wijzigen",
    profile: "Profiel",
    reset_setup: "Selfservice voor wachtwoordherstel instellen",
    verification: "Aanvullende beveiligingsverificatie",
};

//! The overview.

use crate::i18n::text::Overview;

pub static OVERVIEW: Overview = Overview {
    title: "Overzicht",
    intro: "Wie u hier bent en wat er bij uw account hoort.",
    profile: "Profiel",
    managed_by: |organization| format!("Beheerd door {organization}. Klopt er iets niet? Vraag het de helpdesk."),
    nobody_manages: "Dit account is van geen enkele organisatie.",
    organizations: "Organisaties",
    organizations_count: |home, count| match count {
        "1" => {
            format!("{home} is uw thuisorganisatie. U werkt samen met 1 andere organisatie.")
        }
        _ => format!("{home} is uw thuisorganisatie. U werkt samen met {count} andere organisaties."),
    },
    organizations_home_only: "U werkt alleen met uw thuisorganisatie.",
    organizations_guest: |names| format!("U bent gast bij {names}."),
    organizations_none: "Er is geen organisatie met uw account verbonden.",
    manage_organizations: "Organisaties beheren",
    security_info_review: "Gegevens bijwerken",
    security_info_none: "Alleen uw wachtwoord beveiligt uw account. Voeg een tweede methode toe, zodat niemand met alleen uw wachtwoord binnenkomt.",
    security_info_count: |number, count| match count {
        1.0 => format!("Er is {number} methode geregistreerd."),
        _ => format!("Er zijn {number} methoden geregistreerd."),
    },
    devices_manage: "Apparaten beheren",
    devices_none: "Geen apparaten",
    devices_count: |number, count| {
        if count == 1.0 {
            format!("{number} apparaat kan zich met uw account aanmelden.")
        } else {
            format!("{number} apparaten kunnen zich met uw account aanmelden.")
        }
    },
    password_changed: |time| format!("Laatst gewijzigd: {time}"),
    password_age_unknown: "Het is niet bekend wanneer het voor het laatst is gewijzigd.",
    settings_link: "Instellingen en privacy weergeven",
    settings_none: "Voor uw account gelden geen gebruiksvoorwaarden.",
    settings_accepted: "U hebt alle gebruiksvoorwaarden geaccepteerd.",
    settings_waiting: |number, count| {
        if count == 1.0 {
            format!("{number} document met gebruiksvoorwaarden hebt u nog niet geaccepteerd.")
        } else {
            format!("{number} documenten met gebruiksvoorwaarden hebt u nog niet geaccepteerd.")
        }
    },
    sign_ins_last: |ago, place| format!("Laatste aanmelding {ago}: {place}."),
    sign_ins_review: "Recente activiteit bekijken",
    apps_open: "Naar Mijn apps",
    apps_none: "Nog geen apps",
    apps_more: |number| format!("Er staan meer dan {number} apps voor u klaar."),
    apps_count: |number, count| match count {
        1.0 => format!("Er staat {number} app voor u klaar."),
        _ => format!("Er staan {number} apps voor u klaar."),
    },
};

//! Organizations.

use crate::i18n::text::Organizations;

pub static ORGANIZATIONS: Organizations = Organizations {
    intro: "De organisaties die met uw account zijn verbonden. Controleer of u ze allemaal herkent.",
    home: "Thuisorganisatie",
    home_note: "Is eigenaar van uw account. U kunt uw thuisorganisatie niet verlaten.",
    others: "Andere organisaties waarmee u samenwerkt",
    none: "Geen andere organisaties",
    none_note: "Als een andere organisatie u uitnodigt en u zich daar aanmeldt, ziet u die hier.",
    member_since: |date| format!("Sinds {date}"),
    groups: |number, count| {
        if count == 1.0 { format!("{number} groep") } else { format!("{number} groepen") }
    },
    apps: |number, count| {
        if count == 1.0 { format!("{number} app") } else { format!("{number} apps") }
    },
    signed_in: "Aangemeld",
    leave_organization: "Organisatie verlaten",
    sign_in_to_leave: "Aanmelden om organisatie te verlaten",
    leave_label: |name| format!("Organisatie verlaten: {name}"),
    sign_in_to_leave_label: |name| format!("Aanmelden om organisatie te verlaten: {name}"),
    disabled_at_home: |home| {
        format!(
            "U kunt deze organisatie niet verlaten: uw account is uitgeschakeld bij {home}. De beheerder daar kan u helpen."
        )
    },
    disabled_there: |name| {
        format!(
            "U kunt deze organisatie niet verlaten: uw gastaccount is uitgeschakeld bij {name}. De beheerder daar kan het inschakelen of verwijderen."
        )
    },
    forbidden: |name| {
        format!(
            "U kunt deze organisatie niet zelf verlaten: {name} staat dat externe gebruikers niet toe. De contactpersoon voor privacy kan u verwijderen."
        )
    },
    confirm_title: |name| format!("{name} verlaten?"),
    confirm_lost: |name| {
        format!("U verliest de toegang tot alles wat {name} met u deelt: de apps, de groepen en uw machtigingen daar.")
    },
    confirm_final: |name| {
        format!(
            "U kunt dit niet ongedaan maken. Alleen een beheerder van {name} kan u terughalen, met een nieuwe uitnodiging."
        )
    },
    leave: "Verlaten",
    leaving: "Bezig met verlaten…",
    left: |name| format!("U hebt {name} verlaten."),
    signed_in_there: |name| format!("U bent aangemeld bij {name}. U kunt deze organisatie nu verlaten."),
    already_left: |name| format!("{name} is niet meer met uw account verbonden."),
    unknown_outcome: |name| {
        format!(
            "We konden niet bevestigen dat u {name} hebt verlaten: het antwoord is verloren gegaan. De organisatie staat nog in uw lijst. Probeer het opnieuw; het gebeurt maar één keer."
        )
    },
    next_title: "Wat u nog meer kunt bekijken",
    next: "Nu u uw organisaties hebt gecontroleerd, kunt u ook de rest van uw account bekijken:",
    next_list: [
        "uw beveiligingsgegevens: de manieren waarop u bewijst dat u het bent",
        "uw apparaten: herkent u ze allemaal?",
        "uw aanmeldingen: was u dat elke keer zelf?",
        "uw privacy: hoe uw organisatie uw gegevens gebruikt",
    ],
};

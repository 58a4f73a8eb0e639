//! The profile.

use crate::i18n::text::Profile;

pub static PROFILE: Profile = Profile {
    intro: "Wat uw organisatie over u vermeldt, waarmee u werkt en hoe u uw account beheert.",
    photo: "Foto",
    choose: "Foto kiezen",
    choosing: "Wordt geüpload…",
    remove: "Foto verwijderen",
    removing: "Wordt verwijderd…",
    photo_hint: "JPEG, PNG of WebP, maximaal 4 MB. We bewaren alleen het beeld: plaats, tijd en camera laten we weg.",
    changed: "Uw foto is gewijzigd.",
    removed: "Uw foto is verwijderd.",
    no_photo: "Dit bestand is geen afbeelding die we kunnen gebruiken. Kies een JPEG, PNG of WebP met één afbeelding en verder niets.",
    too_large: "Dit bestand is groter dan 4 MB. Kies een kleiner bestand.",
    unknown_outcome: "We konden niet bevestigen dat uw foto is gewijzigd: het antwoord is verloren gegaan. Probeer het opnieuw; het gebeurt maar één keer.",
    by_organization: "Uw organisatie bepaalt uw foto.",
    wrong: |organization| {
        format!(
            "{organization} beheert deze gegevens; u kunt ze niet zelf wijzigen. Klopt er iets niet? Neem contact op met de helpdesk:"
        )
    },
    devices: "Apparaten en activiteit",
    activity: "Mijn aanmeldingen bekijken",
    manage_organizations: "Organisaties beheren",
    manage: "Account beheren",
    password_note: "Kies een nieuw wachtwoord. U hebt daarvoor het oude nodig.",
    reset_note: "Leg vast waarmee u weer binnenkomt als u uw wachtwoord bent vergeten.",
    set_up: "Wachtwoordherstel instellen",
    verification_note: "Kies hoe u na uw wachtwoord aantoont wie u bent.",
    verify: "Verificatie beheren",
    terms: "Gebruiksvoorwaarden bekijken",
    terms_note: "Lees waar uw organisaties u om akkoord vragen, en accepteer het.",
    everywhere_note: "Beëindig alle sessies in alle apps en op alle apparaten.",
};

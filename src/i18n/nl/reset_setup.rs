//! Set up self-service password reset.

use crate::i18n::text::ResetSetup;

pub static RESET_SETUP: ResetSetup = ResetSetup {
    intro: "Registreer nu hoe u aantoont dat u het bent. Als u ooit uw wachtwoord vergeet, kiest u zelf een nieuw wachtwoord.",
    not_enabled: "U kunt uw wachtwoord niet zelf opnieuw instellen",
    not_enabled_note: "Uw organisatie heeft dit voor uw account niet ingeschakeld. Bent u uw wachtwoord vergeten, neem dan contact op met uw beheerder:",
    ready: "U bent geregistreerd",
    ready_note: "Als u uw wachtwoord vergeet, kiest u Wachtwoord vergeten op de aanmeldingspagina.",
    not_ready: "U bent nog niet geregistreerd",
    needed: |number, count| {
        if count == 1.0 {
            "Uw organisatie vraagt om één methode. Zolang die niet is geregistreerd, kan alleen uw beheerder uw wachtwoord opnieuw instellen."
                .to_owned()
        } else {
            format!(
                "Uw organisatie vraagt om {number} verschillende methoden. Zolang die niet zijn geregistreerd, kan alleen uw beheerder uw wachtwoord opnieuw instellen."
            )
        }
    },
    questions_alone: "Alleen beveiligingsvragen is niet genoeg: anderen kunnen achter de antwoorden komen. Registreer ook een andere methode.",
    so_far: |registered, required| format!("{registered} van {required} geregistreerd"),
    phone: "Telefoon voor verificatie",
    alternate_phone: "Alternatieve telefoon voor verificatie",
    email: "E-mail voor verificatie",
    not_yet: "Nog niet geregistreerd",
    registered: "Geregistreerd",
    by_administrator: "Ingesteld door uw beheerder",
    not_accepted: "Uw organisatie accepteert dit niet meer",
    set_up: "Nu instellen",
    set_up_label: |name| format!("Nu instellen: {name}"),
    elsewhere: "Wilt u een methode verwijderen of alle methoden zien? Ga naar",
};

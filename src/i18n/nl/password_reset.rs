//! Forgot my password.

use crate::i18n::text::PasswordReset;

pub static PASSWORD_RESET: PasswordReset = PasswordReset {
    intro: "Toon aan dat u het bent met wat u als beveiligingsgegevens hebt geregistreerd. Daarna kiest u een nieuw wachtwoord.",
    back: "Terug naar aanmelden",
    whom: "Hebt u niets geregistreerd of lukt het niet? Dan kan de beheerder van uw organisatie u helpen.",
    choose: "Hoe wilt u aantonen dat u het bent?",
    registered: "Kies iets wat u voor dit account hebt geregistreerd.",
    second: "Dat is gelukt. Uw organisatie vraagt nog een tweede bewijs, op een andere manier.",
    number_hint: "Het volledige nummer dat u hebt geregistreerd, met landcode, bijvoorbeeld +31 6 12345678.",
    mail_hint: "Het volledige adres dat u hebt geregistreerd. Dat is niet het adres van uw werk of school.",
    mail_malformed: "Voer het volledige adres in, bijvoorbeeld naam@mail.example.",
    send: "Code sturen",
    on_its_way: |to| {
        format!(
            "Als {to} voor dit account is geregistreerd, is er een code onderweg. Voer de code hier in; hij is tien minuten geldig."
        )
    },
    another: "Een andere manier proberen",
    answers_intro: "Beantwoord alle vragen zoals u dat bij het registreren deed. Hoofdletters maken geen verschil.",
    failed: "Dit is niet gelukt. Controleer wat u hebt ingevoerd of probeer een andere manier. Lukt niets, vraag dan de beheerder van uw organisatie om hulp.",
    over: "Dit heeft te lang geduurd of is al ergens anders afgerond. Begin opnieuw.",
    at_organization: "Uw wachtwoord wordt beheerd op de eigen aanmeldingspagina van uw organisatie. Ga terug naar aanmelden en voer uw gebruikers-id in: zo komt u daar.",
    new_title: "Kies een nieuw wachtwoord",
    new_intro: "Als u klaar bent, wordt uw account overal afgemeld. Een geblokkeerd account kunt u daarna weer gebruiken.",
};

//! Signing in, proving who one is, and having gone.

use crate::i18n::text::{Goodbye, Proof, SessionText, SignIn};

pub static SIGN_IN: SignIn = SignIn {
    title: "Aanmelden",
    intro: "Gebruik uw werk- of schoolaccount.",
    user_id: "Gebruikers-id",
    user_id_hint: "Meestal het e-mailadres van uw werk of school.",
    password: "Wachtwoord",
    leave_empty: "Heeft uw organisatie een eigen aanmeldingspagina? Laat het wachtwoord leeg, dan gaat u daarheen.",
    submit: "Aanmelden",
    submitting: "U wordt aangemeld…",
    forgot: "Wachtwoord vergeten",
    password_changed: "Uw wachtwoord is gewijzigd. Meld u aan met het nieuwe wachtwoord.",
    code_intro: "Open uw authenticator-app en voer de code van zes cijfers in die daar bij dit account staat.",
    phone_intro: |phone| format!("We sturen een code naar {phone}."),
    key_intro: "Houd uw beveiligingssleutel bij de hand en kies Bevestigen. Uw browser vraagt om de sleutel.",
    another_way: "Op een andere manier aanmelden",
    code: "Verificatiecode",
    verify: "Bevestigen",
    trust: |days| format!("{days} dagen niet opnieuw vragen"),
    trust_note: "In deze browser, totdat u zich afmeldt.",
    back: "Een ander account gebruiken",
    user_id_required: "Voer uw gebruikers-id in.",
    password_required: "Voer uw wachtwoord in.",
    code_required: "Voer de verificatiecode in.",
    code_malformed: "De code bestaat uit zes cijfers. Controleer de code en voer deze opnieuw in.",
    wrong: "Deze gebruikers-id en dit wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw.",
    wrong_code: "Deze code is onjuist of al gebruikt. Controleer de code of gebruik een nieuwe.",
    wrong_password: "Dit wachtwoord is onjuist. Controleer het en probeer het opnieuw.",
    wrong_proof: "Het wachtwoord of de code is onjuist, of de code is al gebruikt. Controleer beide en gebruik zo nodig een nieuwe code.",
    demo_title: "Dit is een demonstratie",
    demo_intro: "Meld u aan als employee@harbor.example met het wachtwoord Harbor-Lights-2026. In de README staan meer accounts.",
    signed_out: "U bent afgemeld.",
    expired: "Uw sessie is beëindigd. Meld u aan om verder te gaan.",
    no_credential: "Uw browser kreeg geen sleutel: u hebt geannuleerd, de tijd was om of de sleutel is al geregistreerd. Probeer het opnieuw.",
    call_me: "Bel mij",
    text_me: "Stuur mij een code per sms",
    sent_to: |to| format!("We hebben een code gestuurd naar {to}. Voer de code hier in; hij is tien minuten geldig."),
};

pub static PROOF: Proof = Proof {
    title: "Bevestig dat u het bent",
    intro: |user_id| {
        format!("Dit is een gevoelige wijziging, dus vragen we het nog een keer. U bent aangemeld als {user_id}.")
    },
    intro_there: "Bij die organisatie moet u zich zelf aanmelden voordat u er kunt werken.",
    confirm: "Bevestigen",
    expired_title: "Meld u opnieuw aan",
    expired_intro: |user_id| format!("Uw sessie is beëindigd. Meld u aan als {user_id}, dan gaat u verder waar u was."),
};

pub static SESSION: SessionText = SessionText {
    ending_title: "Bent u er nog?",
    ending: |time| format!("Om uw account veilig te houden, wordt u {time} afgemeld."),
    stay: "Aangemeld blijven",
    extended: "U blijft aangemeld.",
    at_end: "Deze sessie heeft de maximale duur bereikt. Rond af waarmee u bezig bent; daarna meldt u zich opnieuw aan.",
};

pub static GOODBYE: Goodbye = Goodbye {
    title: "Uw account is gesloten",
    intro: "Uw account en alle persoonlijke gegevens daarin zijn verwijderd. U bent overal afgemeld.",
    gone: "Dit kan niet ongedaan worden gemaakt. U kunt dit venster sluiten.",
    reserved: "De komende 30 dagen kan niemand uw gebruikers-id gebruiken.",
    to_sign_in: "Naar de aanmeldingspagina",
};

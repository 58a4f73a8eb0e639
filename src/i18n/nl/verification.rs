//! Additional security verification.

use crate::i18n::text::Verification;

pub static VERIFICATION: Verification = Verification {
    intro: "Een tweede methode, naast uw wachtwoord, houdt anderen buiten uw account.",
    preferred: "Wat is uw voorkeursoptie?",
    preferred_note: "Bij het aanmelden wordt hier het eerst om gevraagd. U kunt daar ook een andere methode kiezen.",
    preferred_none: "Stel hieronder een methode in; daarna kunt u hier kiezen.",
    option: "Standaardverificatieoptie",
    unchanged: "Er valt niets op te slaan: dit is al uw voorkeursoptie.",
    respond: "Hoe wilt u reageren?",
    respond_note: "De methoden die op uw wachtwoord kunnen volgen. Wat u hier toevoegt, wijzigt of verwijdert, geldt meteen.",
    set_up_app: "Authenticator-app instellen",
    none: "Nog geen methoden",
    none_note: "Alleen uw wachtwoord beveiligt uw account. Stel een authenticator-app in of voeg een andere methode toe.",
    trusted: "Meervoudige verificatie herstellen op eerder vertrouwde apparaten",
    trusted_count: |number, count| {
        if count == 1.0 {
            format!("Op {number} apparaat meldt u zich aan met alleen uw wachtwoord.")
        } else {
            format!("Op {number} apparaten meldt u zich aan met alleen uw wachtwoord.")
        }
    },
    trusted_note: |days| {
        format!(
            "Dat duurt maximaal {days} dagen. Bent u een apparaat kwijt of gebruiken anderen het ook? Kies dan Herstellen: bij de volgende aanmelding wordt overal weer om uw tweede methode gevraagd."
        )
    },
    trusted_none: |days| {
        format!(
            "Er zijn geen vertrouwde apparaten. Wordt bij het aanmelden om uw tweede methode gevraagd op een apparaat dat alleen u gebruikt, dan kunt u daar kiezen voor ‘{days} dagen niet opnieuw vragen’."
        )
    },
    trusted_forbidden: "Bij uw organisatie kunt u geen apparaat vertrouwen: bij elke aanmelding wordt om uw tweede methode gevraagd.",
    restore: "Herstellen",
    restoring: "Bezig met herstellen…",
    restored: "Hersteld: bij uw volgende aanmelding wordt op elk apparaat weer om uw tweede methode gevraagd.",
};

//! Signing out everywhere.

use crate::i18n::text::Everywhere;

pub static EVERYWHERE: Everywhere = Everywhere {
    action: "Overal afmelden",
    title: "Overal afmelden?",
    lost: "Hiermee beëindigt u alle sessies in alle apps en op alle apparaten, ook deze. Wat daar niet is opgeslagen, kan verloren gaan.",
    finality: "U kunt zich daarna meteen weer aanmelden.",
    unknown_outcome: "We konden niet bevestigen dat u overal bent afgemeld: het antwoord is verloren gegaan. Probeer het opnieuw; het gebeurt maar één keer.",
};

//! People who sign in at their organization's identity provider.

use crate::i18n::text::Elsewhere;

pub static ELSEWHERE: Elsewhere = Elsewhere {
    kept: "Uw organisatie beheert deze gegevens",
    kept_intro: "U meldt zich aan op de eigen pagina van uw organisatie. Daar worden uw wachtwoord en uw aanmeldingsmethoden beheerd.",
    manage: "Beheren",
    manage_name: "Beheren bij uw organisatie",
};

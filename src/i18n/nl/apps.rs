//! My Apps.

use crate::i18n::text::Apps;

pub static APPS: Apps = Apps {
    intro: "Alles wat u met uw account kunt openen. Elke app wordt op een nieuw tabblad geopend.",
    search: "Apps zoeken op naam",
    none: "Nog geen apps",
    none_note: "Als uw organisatie u een app geeft, ziet u die hier.",
    nothing_found: |q| format!("Geen app gevonden voor ‘{q}’."),
    unsafe_address: "Deze app kan niet worden geopend: het adres is niet veilig.",
};

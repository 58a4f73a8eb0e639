//! My Apps.

use crate::i18n::text::Apps;

pub static APPS: Apps = Apps {
    intro: "Alles wat u met uw account kunt openen. Elke app wordt op een nieuw tabblad geopend.",
    search: "Apps zoeken op naam",
    none: "Nog geen apps",
    none_note: "Als uw organisatie u een app geeft, ziet u die hier.",
    nothing_found: |q| format!("Geen app gevonden voor ‘{q}’."),
    unsafe_address: "Deze app kan niet worden geopend: het adres is niet veilig.",
    which: "Weergeven",
    all: "Alle apps",
    hidden: "Verborgen apps",
    recent: "Recent gebruikt",
    arrangement: "Hoe de apps worden weergegeven",
    grid: "Rasterweergave",
    list: "Lijstweergave",
    more: |name| format!("Meer over {name}"),
    hide: "Verbergen",
    hiding: "Wordt verborgen…",
    showing: "Wordt weergegeven…",
    show: "Weergeven",
    hidden_done: |name| format!("{name} is verborgen. U vindt de app onder Verborgen apps."),
    shown_done: |name| format!("{name} staat weer tussen uw apps."),
    none_hidden: "Geen verborgen apps",
    none_hidden_note: "Verberg een app die u niet nodig hebt. Die staat dan hier, tot u de app weer weergeeft.",
    visible: "Zichtbare apps",
    collections: "Verzamelingen",
    manage: "Verzamelingen beheren",
    collections_failed: "Uw verzamelingen konden niet worden geladen.",
    none_here: "Geen apps in deze verzameling",
    none_here_note: "De apps zijn verborgen of niet meer van u. Kies andere apps onder Verzamelingen.",
};

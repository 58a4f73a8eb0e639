//! Documents of organizations.

use crate::i18n::text::Document;

pub static DOCUMENT: Document = Document {
    view: "Weergeven",
    view_label: |title| format!("Weergeven: {title}"),
    unsafe_address: "Dit document kan niet worden geopend: het adres is niet veilig.",
};

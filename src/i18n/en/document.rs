//! Documents of organizations.

use crate::i18n::text::Document;

pub static DOCUMENT: Document = Document {
    view: "View",
    view_label: |title| format!("View {title}"),
    unsafe_address: "This document cannot be opened: its address is not safe.",
};

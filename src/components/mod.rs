//! Widgets: each a folder with its code and its sheet. They know nothing of the API's addresses and nothing of pages.

pub mod app_face;
pub mod avatar;
pub mod back;
pub mod button;
pub mod confirm_dialog;
pub mod contact;
pub mod copy;
pub mod dialog;
pub mod document;
pub mod empty;
pub mod external_link;
pub mod field;
pub mod flyout;
pub mod form;
pub mod icon;
pub mod kept_elsewhere;
pub mod lazy;
pub mod loaded;
pub mod map;
pub mod notice;
pub mod offered;
pub mod page;
pub mod person;
pub mod qr_code;
pub mod search;
pub mod sheet;
pub mod show_more;
pub mod sign_out_everywhere;
pub mod windowed;

/// The class attribute of a widget's root: its own name and the scope that `style_sheet!` gave its sheet.
pub fn scoped(name: &str, scope: &str) -> String {
    format!("{name} {scope}")
}

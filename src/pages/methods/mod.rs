//! The person's own methods of signing in and getting back in: their list, and the dialogs in which one is added, changed,
//! proven and deleted. Shared by every page that shows some of them (features 1.4, 2.3).

mod data;
mod dialog;
mod rows;
mod steps;
mod words;

use stylers_macro::style_sheet;

pub use self::{
    data::{OwnMethods, Step},
    dialog::MethodDialog,
    rows::{DeleteDialog, Row},
    words::{adding, called, icon, name as kind_name},
};
use crate::components::{scoped, sheet::page_class};

/// The class of everything that shows methods.
pub fn class(page: &str) -> String {
    let scope = style_sheet!("src/pages/methods/methods.css");
    scoped(page, &page_class!("methods", scope))
}

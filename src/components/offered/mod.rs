//! What stands in the place of a control whose operation is not done here.

use super::{
    external_link::safe,
    icon::{Icon, OPENS},
};
use crate::{
    deployment::support,
    i18n::Words,
    t,
    view::{Built, Children, Reading, built, said, view},
};

/// The way to the platform's page, which says so, or nothing; `None` where the operation is done here.
pub fn instead(operation: &str, label: Reading<String>) -> Option<Built> {
    Some(way(support(operation)?, label).unwrap_or_else(|| built(())))
}

/// A form or whatever else an operation is done with; the way to the platform's page, or a sentence, where it is not
/// done here.
pub fn offered(operation: &str, label: Words, control: Children) -> Built {
    match support(operation) {
        None => control(),
        Some(address) => way(address, label.into()).unwrap_or_else(|| view! { <p>{t!(not_found.not_offered)}</p> }),
    }
}

/// Nothing where nobody does it, or where the address is none to lead to.
fn way(address: String, label: Reading<String>) -> Option<Built> {
    safe(&address).then(|| {
        view! {
            <a class="button" href=address target="_blank" rel="noopener noreferrer">
                {said(move || label.get())}
                " – "
                {t!(common.elsewhere)}
                <Icon path=OPENS />
                " "
                <span class="visually-hidden">{t!(common.opens_new_tab)}</span>
            </a>
        }
    })
}

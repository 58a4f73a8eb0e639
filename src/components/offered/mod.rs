//! What stands in the place of a control whose operation is not done here.

use super::{
    external_link::safe,
    icon::{Icon, OPENS},
};
use crate::{
    i18n::Words,
    state::capabilities::{Support, of},
    t,
    view::{Built, Children, Reading, built, said, view},
};

/// The way to the platform's page, which says so, or nothing; `None` where the operation is done here.
pub fn instead(operation: &str, label: Reading<String>) -> Option<Built> {
    match of(operation) {
        Support::Here => None,
        Support::There(address) if safe(&address) => Some(view! {
            <a class="button" href=address target="_blank" rel="noopener noreferrer">
                {said(move || label.get())}
                " – "
                {t!(common.elsewhere)}
                <Icon path=OPENS />
                " "
                <span class="visually-hidden">{t!(common.opens_new_tab)}</span>
            </a>
        }),
        _ => Some(built(())),
    }
}

/// A form or whatever else an operation is done with; the way to the platform's page, or a sentence, where it is not
/// done here.
pub fn offered(operation: &str, label: Words, control: Children) -> Built {
    match instead(operation, Reading::new(move || label().to_owned())) {
        None => control(),
        Some(_) if matches!(of(operation), Support::Nowhere) => view! { <p>{t!(not_found.not_offered)}</p> },
        Some(way) => way,
    }
}

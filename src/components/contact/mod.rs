//! Somebody to turn to: name, mail address, telephone number.

use leptos::prelude::*;
use portal_contract::contacts::HelpContact;

use crate::view::{Built, view};

/// A contact; each way is a link.
#[component]
pub fn Contact(
    /// Whom.
    contact: HelpContact,
) -> Built {
    let HelpContact { name, mail, phone } = contact;
    view! {
        <ul class="contact">
            <li>{name}</li>
            {mail.map(|it| view! { <li><a href=format!("mailto:{it}")>{it.clone()}</a></li> })}
            {phone
                .map(|it| {
                    let number: String = it.chars().filter(|c| !c.is_whitespace()).collect();
                    view! { <li><a href=format!("tel:{number}")>{it}</a></li> }
                })}
        </ul>
    }
}

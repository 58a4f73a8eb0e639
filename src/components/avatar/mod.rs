//! Initials on a hue of their own: the same name always has the same colour.

use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::scoped;

use crate::{
    api,
    view::{Built, view},
};

/// The initials of a person or an organization, behind the photo if there is one. Decorative: the name stands beside it.
#[component]
pub fn Avatar(
    /// Whose.
    name: String,
    /// `person` is round, `organization` is square.
    #[prop(default = "person")]
    kind: &'static str,
    /// `large` on the profile card.
    #[prop(default = "medium")]
    size: &'static str,
    /// Which photo the signed-in person has, where it is about them.
    #[prop(default = None)]
    photo: Option<String>,
) -> Built {
    let scope = style_sheet!("src/components/avatar/avatar.css");
    let hue = name.bytes().fold(7u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte.into())) % 360;
    view! {
        <span
            class=scoped("avatar", scope)
            data-kind=kind
            data-size=size
            style:--hue=hue.to_string()
            aria-hidden="true"
        >
            {initials(&name)}
            {photo.map(|it| view! { <img src=api::photo::address(&it) alt="" /> })}
        </span>
    }
}

/// First letters of the first and the last word.
fn initials(name: &str) -> String {
    let mut letters = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = letters.next();
    first.into_iter().chain(letters.next_back()).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        assert_eq!(initials("Eva de Graaf"), "EG");
        assert_eq!(initials("Calendar"), "C");
        assert_eq!(initials("  "), "");
        assert_eq!(initials("Élodie Ørsted"), "ÉØ");
    }
}

//! The new password, twice, and what is said while it is typed.

use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::{
    components::{field::Field, form::Form, sheet::page_class},
    i18n::{format, text},
    t,
    view::{Built, Reading, live, said, view},
};

/// The new password's name in forms.
pub const NEW: &str = "newPassword";
/// The repetition's.
pub const CONFIRMED: &str = "confirmPassword";

/// Both fields of a form.
#[component]
pub fn NewPassword(
    /// The form that they are in.
    form: Form,
    /// The fewest characters.
    minimum: u32,
    /// Set when they were sent although they are not the same.
    mismatch: RwSignal<bool>,
) -> Built {
    let scope = style_sheet!("src/pages/password/new.css");
    // Of the new password its length, and of the repetition whether it is there and the same.
    let typed = RwSignal::new((0, None));
    let watch = move |_| {
        let [new, again] = form.entered([NEW, CONFIRMED]);
        typed.set((new.chars().count(), (!again.is_empty()).then(|| again == new)));
    };
    let confirm_error = form.refused(CONFIRMED, t!(password.mismatch), t!(error.field));
    let number = move || format::number(minimum.into());
    let counted = move || match typed.get().0 {
        0 => String::new(),
        count => (text().password().counted)(&format::number(count as f64), &number()),
    };
    let enough = move || if typed.get().0 < minimum as usize { "" } else { text().password().enough };
    let same = move || match typed.get().1 {
        None => "",
        Some(true) => text().password().same,
        Some(false) => text().password().not_same,
    };
    view! {
        <div class=page_class!("new-password", scope) on:input=watch>
            <Field
                name=NEW
                label=t!(password.new)
                hint=Reading::new(move || (text().password().rule)(&number()))
                error=form.refused(NEW, t!(password.new_required), t!(error.field))
                input_type="password"
                autocomplete="new-password"
            />
            <p class="meta typed">{said(counted)}</p>
            // Said once, when it becomes true, and not at every key.
            <p class="visually-hidden" role="status">{live(enough)}</p>
            <Field
                name=CONFIRMED
                label=t!(password.confirm)
                error=Reading::new(move || match mismatch.get() {
                    true => Some(text().password().mismatch.to_owned()),
                    false => confirm_error.get(),
                })
                input_type="password"
                autocomplete="new-password"
            />
            <p class="meta typed" role="status">{live(same)}</p>
        </div>
    }
}

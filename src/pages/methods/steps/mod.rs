//! The steps of the dialog, one file per way of proving.

mod answers;
mod app_password;
mod begin;
mod choose_default;
mod prove;

pub use self::{
    answers::Answers,
    app_password::{AppPassword, AppPasswordShown},
    begin::Begin,
    choose_default::ChooseDefault,
    prove::Prove,
};

use leptos::prelude::*;

use super::data::OwnMethods;
use crate::{
    components::{button::Button, form::Form},
    i18n::Words,
    t,
    view::{Built, view},
};

/// The form of a step, which takes the focus: what had it went with the step before.
fn entered() -> Form {
    let form = Form::new();
    form.lead("input, select, [type=submit]");
    form
}

/// The buttons under every step: away, and on.
#[component]
fn Onward(data: OwnMethods, form: Form, label: Words) -> Built {
    view! {
        <div class="actions">
            <button type="button" class="button" data-kind="plain" on:click=move |_| data.open.set(false)>
                {t!(common.cancel)}
            </button>
            <Button kind="primary" button_type="submit" label busy=t!(common.working) pending=form.pending />
        </div>
    }
}

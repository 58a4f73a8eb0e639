//! The steps of the dialog, one file per way of proving.

mod answers;
mod app_password;
mod begin;
mod choose_default;
mod prove;

use leptos::prelude::*;
use portal_contract::methods::MethodKind;

use self::{
    answers::Answers,
    app_password::{AppPassword, AppPasswordShown},
    begin::Begin,
    choose_default::ChooseDefault,
    prove::Prove,
};
use super::data::{OwnMethods, Step};
use crate::{
    components::{button::Button, form::Form},
    i18n::Words,
    state::query::Fetched,
    t,
    view::{Built, built, view},
};

/// The step that the surrounding methods are at. What is being filled in must not be drawn anew, so it follows nothing.
#[component]
pub fn Steps() -> Built {
    let Some(data) = use_context::<OwnMethods>() else { return built(()) };
    let (step, fetched) = untrack(|| (data.step.get(), data.methods.fetched()));
    let Fetched::Ready(methods) = fetched else { return built(()) };
    match step {
        Step::Choose => built(()),
        Step::Default => view! { <ChooseDefault methods data /> },
        Step::Shown(password) => view! { <AppPasswordShown password data /> },
        Step::Begin { kind: MethodKind::SecurityQuestions, replaces } => view! { <Answers methods replaces data /> },
        Step::Begin { kind: MethodKind::AppPassword, .. } => view! { <AppPassword data /> },
        Step::Begin { kind, replaces } => view! { <Begin kind replaces data /> },
        Step::Prove { kind, enrolment } => view! { <Prove kind enrolment data /> },
    }
}

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

//! *Manage account*: the ways to what keeps the account safe.

use crate::{
    components::{
        icon::{DONE, Icon, LOCKED, PASSWORD, QUESTIONS, SECURITY_KEY},
        sign_out_everywhere::SignOutEverywhere,
    },
    i18n::Words,
    routes, t,
    view::{Built, view},
};

/// One row for each thing that can be done.
#[leptos::component]
pub fn Manage() -> Built {
    view! {
        <ul class="rows manage">
            {row(PASSWORD, t!(pages.change_password), t!(profile.password_note), link(routes::PASSWORD, t!(pages.change_password)))}
            {row(QUESTIONS, t!(pages.reset_setup), t!(profile.reset_note), link(routes::RESET_SETUP, t!(profile.set_up)))}
            {row(SECURITY_KEY, t!(pages.verification), t!(profile.verification_note), link(routes::VERIFICATION, t!(profile.verify)))}
            {row(DONE, t!(pages.terms), t!(profile.terms_note), link(routes::TERMS, t!(profile.terms)))}
            {row(LOCKED, t!(everywhere.action), t!(profile.everywhere_note), view! { <SignOutEverywhere /> })}
        </ul>
    }
}

fn link(to: &'static str, label: Words) -> Built {
    view! { <a href=to class="button" data-kind="plain">{label}</a> }
}

fn row(icon: &'static str, title: Words, note: Words, action: Built) -> Built {
    view! {
        <li class="card row">
            <span class="shape"><Icon path=icon /></span>
            <div class="who">
                <h3>{title}</h3>
                <p class="meta">{note}</p>
            </div>
            <div class="row-actions">{action}</div>
        </li>
    }
}

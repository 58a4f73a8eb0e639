//! The dialog in which methods are added and changed, one step after the other.

use leptos::prelude::*;
use portal_contract::methods::{Addable, MethodKind, Methods, Offer};

use super::{
    data::{OwnMethods, Step},
    steps::{Answers, AppPassword, AppPasswordShown, Begin, ChooseDefault, Prove},
    words::{icon, name, note},
};
use crate::{
    components::{dialog::Dialog, icon::Icon},
    i18n::text,
    state::query::Fetched,
    t,
    view::{Built, built, live, view},
};

/// Its heading says what is being done; closing it forgets the step, not what is registered.
#[component]
pub fn MethodDialog(data: OwnMethods) -> Built {
    let title = move || {
        let words = text().security_info();
        match data.step.get() {
            Step::Choose => words.add_title.to_owned(),
            Step::Default => words.default_title.to_owned(),
            Step::Shown(_) => words.app_password_title.to_owned(),
            Step::Begin { kind, replaces: Some(_) } => (words.change_label)(name(kind)()),
            Step::Begin { kind, .. } | Step::Prove { kind, .. } => (words.add_label)(name(kind)()),
        }
    };
    let step = move || {
        let step = data.step.get();
        // What can be added follows the list; what is being filled in must not be drawn anew.
        let fetched = if step == Step::Choose { data.methods.fetched() } else { untrack(|| data.methods.fetched()) };
        let Fetched::Ready(methods) = fetched else { return built(()) };
        match step {
            Step::Choose => view! { <Choose methods data /> },
            Step::Default => view! { <ChooseDefault methods data /> },
            Step::Shown(password) => view! { <AppPasswordShown password data /> },
            Step::Begin { kind: MethodKind::SecurityQuestions, replaces } => {
                view! { <Answers methods replaces data /> }
            }
            Step::Begin { kind: MethodKind::AppPassword, .. } => view! { <AppPassword data /> },
            Step::Begin { kind, replaces } => view! { <Begin kind replaces data /> },
            Step::Prove { kind, enrolment } => view! { <Prove kind enrolment data /> },
        }
    };
    view! { <Dialog open=data.open title close=move |()| data.open.set(false) content=move |()| live(step) /> }
}

#[component]
fn Choose(methods: Methods, data: OwnMethods) -> Built {
    let choice = |offer: Offer| {
        let kind = offer.kind;
        let possible = offer.possible == Addable::Possible;
        let why = match offer.possible {
            Addable::Possible => note(kind),
            Addable::LimitReached => t!(error.method_limit),
            Addable::NeedsAnotherMethod => t!(error.needs_another_method),
            Addable::Unknown => t!(error.method_not_offered),
        };
        view! {
            <li>
                <button
                    type="button"
                    class="choice"
                    aria-disabled=move || (!possible).then_some("true")
                    on:click=move |_| {
                        if possible {
                            data.step.set(Step::Begin { kind, replaces: None });
                        }
                    }
                >
                    <Icon path=icon(kind) />
                    <span class="option">
                        <strong>{name(kind)}</strong>
                        <span>{why}</span>
                    </span>
                </button>
            </li>
        }
    };
    let offered: Vec<_> = methods.offered.into_iter().filter(|it| (data.offers)(it.kind)).collect();
    let nothing = offered.is_empty().then(|| view! { <p>{t!(security_info.nothing_offered)}</p> });
    view! {
        <p>{t!(security_info.add_intro)}</p>
        {nothing}
        <ul class="choices">{offered.into_iter().map(choice).collect::<Vec<_>>()}</ul>
        <div class="actions">
            <button type="button" class="button" data-kind="plain" on:click=move |_| data.open.set(false)>
                {t!(common.cancel)}
            </button>
        </div>
    }
}

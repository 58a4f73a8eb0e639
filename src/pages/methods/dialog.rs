//! The dialog in which methods are added and changed, one step after the other. The steps come in a file of their own:
//! most visits only look.

use leptos::prelude::*;
use portal_contract::methods::{Addable, Methods, Offer};

use super::{
    data::{OwnMethods, Step},
    steps::Steps,
    words::{adding, icon, name, note},
};
use crate::{
    components::offered::instead,
    components::{
        dialog::Dialog,
        icon::Icon,
        lazy::{Lazy, lazy, prefetch},
    },
    i18n::text,
    state::query::Fetched,
    t,
    view::{Built, built, live, view},
};

/// Everything after choosing.
static STEPS: Lazy = lazy!(methods, Steps);

/// Its heading says what is being done; closing it forgets the step, not what is registered.
#[component]
pub fn MethodDialog(data: OwnMethods) -> Built {
    provide_context(data);
    prefetch(std::iter::once(&STEPS));
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
    let step = move || match data.step.get() {
        // What can be added follows the list.
        Step::Choose => match data.methods.fetched() {
            Fetched::Ready(methods) => view! { <Choose methods data /> },
            _ => built(()),
        },
        _ => STEPS.view(),
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
        if let Some(instead) = instead(adding(kind), name(kind).into()) {
            return view! { <li>{instead}</li> };
        }
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

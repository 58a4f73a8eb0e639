//! Choosing by what to prove who one is.

use leptos::{html, prelude::*};
use portal_contract::methods::MethodKind;

use super::{
    answers::Answers,
    code::ByCode,
    data::{Proving, Reset},
};
use crate::{
    pages::methods::kind_name,
    t,
    view::{Built, live, view},
};

/// The ways there are, then the chosen one.
#[component]
pub fn Prove(proving: Proving, reset: Reset) -> Built {
    let only = match proving.kinds.as_slice() {
        [kind] => Some(*kind),
        _ => None,
    };
    let chosen = RwSignal::new(only);
    let second = proving.second;
    let way = move || {
        let Proving { token, kinds, questions, .. } = proving.clone();
        match chosen.get() {
            None => view! { <Ways kinds second chosen /> },
            Some(kind) => {
                let form = match kind {
                    MethodKind::SecurityQuestions => view! { <Answers token questions reset /> },
                    kind => view! { <ByCode kind token reset /> },
                };
                let another = (kinds.len() > 1).then(|| {
                    view! {
                        <button type="button" class="button" data-kind="quiet" on:click=move |_| chosen.set(None)>
                            {t!(password_reset.another)}
                        </button>
                    }
                });
                view! {
                    {second.then(|| view! { <p role="status">{t!(password_reset.second)}</p> })}
                    <h2>{kind_name(kind)}</h2>
                    {form}
                    {another}
                }
            }
        }
    };
    live(way)
}

/// Each kind that can be tried.
#[component]
fn Ways(kinds: Vec<MethodKind>, second: bool, chosen: RwSignal<Option<MethodKind>>) -> Built {
    let heading = NodeRef::<html::H2>::new();
    heading.on_load(|heading| {
        // The form had the focus and has gone. A heading with `tabindex` takes it.
        request_animation_frame(move || _ = heading.focus());
    });
    let way = |kind: MethodKind| {
        view! {
            <li>
                <button type="button" class="choice" on:click=move |_| chosen.set(Some(kind))>{kind_name(kind)}</button>
            </li>
        }
    };
    let ways = kinds.into_iter().map(way).collect::<Vec<_>>();
    let said = if second { t!(password_reset.second) } else { t!(password_reset.registered) };
    view! {
        <h2 node_ref=heading tabindex="-1">{t!(password_reset.choose)}</h2>
        <p>{said}</p>
        <ul class="choices">{ways}</ul>
    }
}

//! The part of a form that asks for what follows the password.

use leptos::prelude::*;
use portal_contract::{
    methods::{Channel, MethodKind},
    session::FactorChoice,
};

use super::factor::{Factors, is_phone};
use crate::{
    components::{button::Button, field::Field, form::Form},
    i18n::text,
    pages::methods::kind_name,
    t,
    view::{Built, live, said, view},
};

/// The chosen factor's part of a form, and the way to another one.
#[component]
pub fn FactorFields(factors: Factors, form: Form, autofocus: bool) -> Built {
    let part = move || match factors.chosen.get() {
        Some(it) if it.kind == MethodKind::SecurityKey => view! { <p>{t!(sign_in.key_intro)}</p> },
        Some(it) if is_phone(it.kind) => match factors.challenge.get() {
            None => view! { <Send choice=it factors form /> },
            Some(challenge) => {
                let to = challenge.sent_to.or(it.display_name).unwrap_or_default();
                view! {
                    <p role="status">{said(move || (text().sign_in().sent_to)(&to))}</p>
                    <Code form autofocus=true />
                    <button type="button" class="button" data-kind="quiet" on:click=move |_| factors.challenge.set(None)>
                        {t!(security_info.resend)}
                    </button>
                }
            }
        },
        _ => view! {
            <p>{t!(sign_in.code_intro)}</p>
            <Code form autofocus />
        },
    };
    // What had the focus goes with the part before.
    Effect::new(move |before: Option<()>| {
        factors.chosen.track();
        factors.challenge.track();
        if before.is_some() || autofocus {
            form.lead("#code, .start button, [type=submit]");
        }
    });
    view! {
        {live(part)}
        {live(move || (factors.choices.with(Vec::len) > 1).then(|| view! { <Others factors form /> }))}
    }
}

#[component]
fn Code(form: Form, autofocus: bool) -> Built {
    view! {
        <Field
            name="code"
            label=t!(sign_in.code)
            error=form.refused("code", t!(sign_in.code_required), t!(sign_in.code_malformed))
            autocomplete="one-time-code"
            inputmode="numeric"
            autofocus=autofocus
        />
    }
}

/// Lets a code come.
#[component]
fn Send(choice: FactorChoice, factors: Factors, form: Form) -> Built {
    let name = choice.display_name.unwrap_or_default();
    let text_me = (choice.kind != MethodKind::OfficePhone).then(|| {
        view! {
            <Button
                label=t!(sign_in.text_me)
                busy=t!(common.working)
                pending=factors.asking
                press=move |()| factors.send_code(Channel::Text, form)
            />
        }
    });
    view! {
        <p>{said(move || (text().sign_in().phone_intro)(&name))}</p>
        <div class="actions start">
            {text_me}
            <Button
                label=t!(sign_in.call_me)
                busy=t!(common.working)
                pending=factors.asking
                press=move |()| factors.send_code(Channel::Call, form)
            />
        </div>
    }
}

/// **Sign in another way**: the other methods of the account.
#[component]
fn Others(factors: Factors, form: Form) -> Built {
    let option = move |choice: FactorChoice| {
        let (kind, name) = (kind_name(choice.kind), choice.display_name.clone());
        view! {
            <li>
                <button
                    type="button"
                    class="choice"
                    on:click=move |_| {
                        form.error.set(None);
                        factors.choose(Some(choice.clone()));
                    }
                >
                    <span>{kind}</span>
                    <span class="meta">{name}</span>
                </button>
            </li>
        }
    };
    let others = move || {
        let chosen = factors.chosen.get().map(|it| it.id);
        let all = factors.choices.get();
        all.into_iter().filter(|it| Some(&it.id) != chosen.as_ref()).map(option).collect::<Vec<_>>()
    };
    view! {
        <details class="others">
            <summary>{t!(sign_in.another_way)}</summary>
            <ul class="choices">{live(others)}</ul>
        </details>
    }
}

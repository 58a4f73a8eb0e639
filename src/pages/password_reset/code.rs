//! Proving by a code: that of an app, or one that is sent to a number or address which the person types in full.

use leptos::{ev, prelude::*};
use portal_contract::{
    methods::{Channel, MethodKind},
    password_reset::{NewResetChallenge, ResetProof},
    problem::Code,
    session::Challenge,
};

use super::data::{Reset, explained};
use crate::{
    api::{self, error::ApiError},
    components::{button::Button, field::Field, form::Form, notice::Notice},
    i18n::text,
    t,
    view::{Built, live, said, view},
};

/// Asks where the code goes, if it has to be sent, and then for the code.
#[component]
pub fn ByCode(kind: MethodKind, token: String, reset: Reset) -> Built {
    let form = Form::new();
    let challenge = RwSignal::new(None::<Challenge>);
    let target = StoredValue::new(String::new());
    // Sending once more is another request, although it says the same.
    let round = StoredValue::new(0);
    let must_send = move || kind != MethodKind::AuthenticatorApp && challenge.with(Option::is_none);
    let token = StoredValue::new(token);
    let submit = move |event: ev::SubmitEvent| {
        let token = token.get_value();
        if untrack(must_send) {
            let Some([typed]) = form.submitted(&event, ["target"]) else { return };
            target.set_value(typed.clone());
            let channel = (kind == MethodKind::Phone)
                .then(|| if form.value("channel") == "call" { Channel::Call } else { Channel::Text });
            let key = form.key(&format!("{} {channel:?} {typed}", round.get_value()));
            let new = NewResetChallenge { token, kind, target: typed, channel };
            let request = async move { reset.checked(api::password_reset::challenge(&new, &key).await) };
            form.send(request, move |sent| {
                round.try_update_value(|it| *it += 1);
                challenge.try_set(Some(sent));
            });
        } else {
            let Some([code]) = form.submitted(&event, ["code"]) else { return };
            let challenge_id = challenge.get_untracked().map(|it| it.id);
            let key = form.key(&format!("{challenge_id:?} {code}"));
            let proof = ResetProof {
                token: token.clone(),
                kind,
                code: Some(code),
                challenge: challenge_id,
                answers: Vec::new(),
            };
            let request = async move {
                let outcome = reset.checked(api::password_reset::verify(&proof, &key).await);
                // Another code has to come.
                if outcome.as_ref().is_err_and(|it: &ApiError| it.is(Code::ChallengeExpired)) {
                    challenge.try_set(None);
                }
                outcome
            };
            form.send(request, move |progress| reset.proven(token, progress));
        }
    };
    let fields = move || match challenge.get() {
        None if kind != MethodKind::AuthenticatorApp => view! { <Target kind form value=target.get_value() /> },
        None => view! {
            <p>{t!(sign_in.code_intro)}</p>
            <CodeField form />
        },
        Some(challenge_sent) => {
            let to = challenge_sent.sent_to.unwrap_or_default();
            view! {
                <p role="status">{said(move || (text().password_reset().on_its_way)(&to))}</p>
                <CodeField form />
            }
        }
    };
    // What had the focus goes with the part before.
    Effect::new(move |_| {
        challenge.track();
        form.lead("input");
    });
    let label = move || if must_send() { text().password_reset().send } else { text().sign_in().verify }.to_owned();
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=Some(Callback::new(explained)) />
            {live(fields)}
            <Button kind="primary" button_type="submit" label busy=t!(common.working) pending=form.pending />
            {live(move || {
                challenge
                    .with(Option::is_some)
                    .then(|| {
                        view! {
                            <button type="button" class="button" data-kind="quiet" on:click=move |_| challenge.set(None)>
                                {t!(security_info.resend)}
                            </button>
                        }
                    })
            })}
        </form>
    }
}

#[component]
fn CodeField(form: Form) -> Built {
    view! {
        <Field
            name="code"
            label=t!(sign_in.code)
            error=form.refused("code", t!(sign_in.code_required), t!(sign_in.code_malformed))
            autocomplete="one-time-code"
            inputmode="numeric"
        />
    }
}

/// Where the code goes.
#[component]
fn Target(kind: MethodKind, form: Form, value: String) -> Built {
    match kind {
        MethodKind::Phone => view! {
            <Field
                name="target"
                label=t!(security_info.number)
                hint=t!(password_reset.number_hint)
                error=form.refused("target", t!(security_info.needed), t!(security_info.number_malformed))
                input_type="tel"
                inputmode="tel"
                autocomplete="tel"
                value
            />
            <fieldset>
                <legend>{t!(security_info.channel)}</legend>
                <label><input type="radio" name="channel" value="text" checked /> <span>{t!(sign_in.text_me)}</span></label>
                <label><input type="radio" name="channel" value="call" /> <span>{t!(sign_in.call_me)}</span></label>
            </fieldset>
        },
        _ => view! {
            <Field
                name="target"
                label=t!(security_info.mail)
                hint=t!(password_reset.mail_hint)
                error=form.refused("target", t!(security_info.needed), t!(password_reset.mail_malformed))
                input_type="email"
                inputmode="email"
                autocomplete="email"
                value
            />
        },
    }
}

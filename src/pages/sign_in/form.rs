//! The two steps of signing in; also shown over a page whose session has ended.

use leptos::{ev, prelude::*};
use portal_contract::{
    problem::Code,
    session::{SecondFactor, Session as Answer, SessionState, SignIn},
};

use super::{
    factor::{Evidence, Factors, explained},
    factor_fields::FactorFields,
};
use crate::{
    api::{self, error::ApiError, session::Signed},
    components::{button::Button, field::Field, form::Form, notice::Notice},
    i18n::{format, text},
    pages::provider,
    state::session::{Session, leave},
    t,
    view::{Built, live, said, view},
};

/// Asks for user ID and password, then for a code where the account has an authenticator app.
#[component]
pub fn SignInForm(
    /// Who signs in again; empty on the sign-in page, where anybody may.
    user_id: String,
    /// Somebody is signed in.
    #[prop(into)]
    done: Callback<Answer>,
) -> Built {
    let code_step = RwSignal::new(false);
    let trust_days = StoredValue::new(None);
    let factors = Factors::new(Vec::new());
    let form = Form::new();
    let again = !user_id.is_empty();
    let elsewhere = untrack(|| Session::here().with(|it| it.elsewhere)) == Some(true);
    // Until the person tries here, or again.
    let failed = RwSignal::new(!again && provider::failed());
    let answered = move |answer: Answer| match answer.state {
        SessionState::SignedIn | SessionState::RegistrationRequired => done.run(answer),
        state => {
            factors.offer(answer.second_factors);
            trust_days.set_value(answer.trust_days);
            code_step.set(state == SessionState::SecondFactor);
        }
    };
    let submit = move |event: ev::SubmitEvent| {
        failed.set(false);
        if code_step.get_untracked() {
            if factors.sent_first(form) {
                return event.prevent_default();
            }
            let code = match factors.needs_code() {
                true => form.submitted(&event, ["code"]).map(|[code]| Some(code)),
                false => form.submitted(&event, []).map(|[]| None),
            };
            if let Some(code) = code {
                let trust = !form.value("trust").is_empty();
                form.send(
                    async move {
                        let Evidence { code, method, challenge, credential } = factors.evidence(code).await?;
                        let factor = SecondFactor { code, method, challenge, credential, trust };
                        let outcome = api::session::second_factor(&factor).await;
                        // The first step was too long ago: begin anew.
                        if outcome.as_ref().is_err_and(|it| it.is(Code::SessionExpired)) {
                            code_step.set(false);
                        }
                        outcome
                    },
                    answered,
                );
            }
            return;
        }
        // Who signs in elsewhere has no password here; the backend knows who does.
        let entered = match elsewhere {
            true => form.submitted(&event, ["userId"]).map(|[user_id]| (user_id, form.value("password"))),
            false => form.submitted(&event, ["userId", "password"]).map(|[user_id, password]| (user_id, password)),
        };
        if let Some((user_id, password)) = entered {
            let credentials = SignIn { user_id, password };
            form.send(async move { api::session::sign_in(&credentials).await }, move |outcome| match outcome {
                Signed::Here(answer) => answered(answer),
                Signed::Elsewhere(address) => {
                    leave(&format!("{address}&returnTo={}", js_sys::encode_uri_component(&here())))
                }
            });
        }
    };
    let explain = Callback::new(move |error: ApiError| match error {
        error if error.is(Code::InvalidCredentials) && code_step.get() => Some(text().sign_in().wrong_code.to_owned()),
        error if error.is(Code::SessionExpired) => Some(text().sign_in().expired.to_owned()),
        error => explained(&error),
    });
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            {live(move || failed.get().then(|| provider::PROVIDER.view()))}
            <Notice error=form.error explain=Some(explain) />
            {live(move || match code_step.get() {
                true => view! {
                    <FactorFields factors form autofocus=true />
                    {trust_days.get_value().map(trust)}
                },
                false => {
                    view! {
                        {elsewhere.then(|| view! { <p class="meta">{t!(sign_in.leave_empty)}</p> })}
                        <Field
                            name="userId"
                            label=t!(sign_in.user_id)
                            hint=t!(sign_in.user_id_hint)
                            error=form.refused("userId", t!(sign_in.user_id_required), t!(error.field))
                            autocomplete="username"
                            inputmode="email"
                            value=user_id.clone()
                            readonly=again
                        />
                        <Field
                            name="password"
                            label=t!(sign_in.password)
                            error=form.refused("password", t!(sign_in.password_required), t!(error.field))
                            input_type="password"
                            autocomplete="current-password"
                            autofocus=again
                        />
                    }

                }
            })}
            {live(move || {
                (!code_step.get() || !factors.must_send())
                    .then(|| {
                        view! {
                            <Button
                                kind="primary"
                                button_type="submit"
                                label=move || {
                                    let words = text().sign_in();
                                    if code_step.get() { words.verify } else { words.submit }.to_owned()
                                }
                                busy=t!(sign_in.submitting)
                                pending=form.pending
                            />
                        }
                    })
            })}
            {live(move || {
                (code_step.get() && !again)
                    .then(|| {
                        view! {
                            <button type="button" class="button" data-kind="quiet" on:click=move |_| code_step.set(false)>
                                {t!(sign_in.back)}
                            </button>
                        }
                    })
            })}
        </form>
    }
}

/// Path and query of the address on screen.
fn here() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// *Don't ask again for 14 days*: this browser is trusted from now on.
fn trust(days: u32) -> Built {
    let words = move || (text().sign_in().trust)(&format::number(days.into()));
    view! {
        <label class="check">
            <input type="checkbox" name="trust" aria-describedby="trust-note" />
            <span>{said(words)}</span>
        </label>
        <p class="meta" id="trust-note">{t!(sign_in.trust_note)}</p>
    }
}

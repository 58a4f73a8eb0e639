//! The two steps of signing in; also shown over a page whose session has ended.

use leptos::{ev, html, prelude::*, task::spawn_local};
use portal_contract::{
    problem::Code,
    session::{SecondFactor, Session as Answer, SessionState, SignIn},
};

use super::{entered, focus_refused};
use crate::{
    api::{self, error::ApiError},
    components::{button::Button, field::Field, notice::Notice},
    i18n::{problem::field_sentence, text},
    t,
    view::{Built, Reading, live, view},
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
    let pending = RwSignal::new(false);
    let error = RwSignal::new(None::<ApiError>);
    let empty = RwSignal::new([false; 2]);
    let form = NodeRef::<html::Form>::new();
    let again = !user_id.is_empty();
    let settle = move |outcome: Result<Answer, ApiError>| {
        pending.try_set(false);
        match outcome {
            Ok(answer) if answer.state == SessionState::SignedIn => done.run(answer),
            Ok(answer) => code_step.set(answer.state == SessionState::SecondFactor),
            Err(refused) => {
                // The first step was too long ago: begin anew.
                if refused.is(Code::SessionExpired) {
                    code_step.set(false);
                }
                error.set(Some(refused));
                if let Some(form) = form.get_untracked() {
                    focus_refused(form);
                }
            }
        }
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(element) = form.get_untracked() else {
            return;
        };
        if pending.get_untracked() {
            return;
        }
        error.set(None);
        if code_step.get_untracked() {
            let code = entered(&element, "code");
            empty.set([code.trim().is_empty(), false]);
            if code.trim().is_empty() {
                return focus_refused(element);
            }
            pending.set(true);
            spawn_local(async move { settle(api::session::second_factor(&SecondFactor { code }).await) });
        } else {
            let (user_id, password) = (entered(&element, "userId"), entered(&element, "password"));
            empty.set([user_id.trim().is_empty(), password.is_empty()]);
            if empty.get_untracked().contains(&true) {
                return focus_refused(element);
            }
            pending.set(true);
            spawn_local(async move { settle(api::session::sign_in(&SignIn { user_id, password }).await) });
        }
    };
    let refused =
        move |index: usize, pointer: &'static str, required: fn() -> &'static str, malformed: fn() -> &'static str| {
            Reading::new(move || {
                if empty.get()[index] {
                    return Some(required().to_owned());
                }
                let error = error.get()?;
                let problem = error.fields.iter().find(|it| it.pointer == pointer)?;
                Some(field_sentence(problem, required(), malformed()))
            })
        };
    let explain = Callback::new(move |error: ApiError| match error {
        error if error.is(Code::InvalidCredentials) && code_step.get() => Some(text().sign_in.wrong_code.to_owned()),
        error if error.is(Code::SessionExpired) => Some(text().sign_in.expired.to_owned()),
        _ => None,
    });
    view! {
        <form node_ref=form novalidate on:submit=submit>
            <Notice error explain=Some(explain) />
            {live(move || match code_step.get() {
                true => {
                    view! {
                        <p>{t!(sign_in.code_intro)}</p>
                        <Field
                            name="code"
                            label=t!(sign_in.code)
                            error=refused(0, "/code", || text().sign_in.code_required, || text().sign_in.code_malformed)
                            autocomplete="one-time-code"
                            inputmode="numeric"
                            autofocus=true
                        />
                    }

                }
                false => {
                    view! {
                        <Field
                            name="userId"
                            label=t!(sign_in.user_id)
                            hint=t!(sign_in.user_id_hint)
                            error=refused(0, "/userId", || text().sign_in.user_id_required, || text().error.field)
                            autocomplete="username"
                            inputmode="email"
                            value=user_id.clone()
                            readonly=again
                        />
                        <Field
                            name="password"
                            label=t!(sign_in.password)
                            error=refused(1, "/password", || text().sign_in.password_required, || text().error.field)
                            input_type="password"
                            autocomplete="current-password"
                            autofocus=again
                        />
                    }

                }
            })}
            <Button
                kind="primary"
                button_type="submit"
                label=Reading::new(move || {
                    let words = &text().sign_in;
                    if code_step.get() { words.verify } else { words.submit }.to_owned()
                })
                busy=t!(sign_in.submitting)
                pending=pending
            />
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

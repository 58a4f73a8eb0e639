//! A fresh proof of identity inside a running session (`security.md` S4).

use leptos::{ev, html, prelude::*, task::spawn_local};
use portal_contract::{
    problem::Code,
    session::{Factor, Proof, Session as Answer},
};

use super::{entered, focus_refused};
use crate::{
    api::{self, error::ApiError},
    components::{button::Button, field::Field, notice::Notice},
    i18n::{problem::field_sentence, text},
    state::session::Session,
    t,
    view::{Built, Reading, view},
};

/// Asks for every factor that the account has.
#[component]
pub fn ProofForm(
    /// Who is signed in; for password managers.
    user_id: String,
    /// The operation that the proof is for, if it must be for one.
    purpose: Option<String>,
    /// The person does not want to.
    cancel: Callback<()>,
    /// The proof was accepted.
    #[prop(into)]
    done: Callback<Answer>,
) -> Built {
    let session = Session::here();
    let with_code = untrack(|| session.with(|it| it.proof_factors.contains(&Factor::AuthenticatorApp))) == Some(true);
    let pending = RwSignal::new(false);
    let error = RwSignal::new(None::<ApiError>);
    let empty = RwSignal::new([false; 2]);
    let form = NodeRef::<html::Form>::new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(element) = form.get_untracked() else {
            return;
        };
        if pending.get_untracked() {
            return;
        }
        let password = entered(&element, "password");
        let code = with_code.then(|| entered(&element, "code"));
        error.set(None);
        empty.set([password.is_empty(), code.as_ref().is_some_and(|it| it.trim().is_empty())]);
        if empty.get_untracked().contains(&true) {
            return focus_refused(element);
        }
        pending.set(true);
        let proof = Proof { password, code, purpose: purpose.clone() };
        spawn_local(async move {
            let outcome = api::session::prove(&proof).await;
            pending.try_set(false);
            match outcome {
                Ok(answer) => done.run(answer),
                Err(refused) => {
                    error.set(Some(refused));
                    focus_refused(element);
                }
            }
        });
    };
    let refused = move |index: usize, pointer: &'static str, required: fn() -> &'static str| {
        Reading::new(move || {
            if empty.get()[index] {
                return Some(required().to_owned());
            }
            let error = error.get()?;
            let problem = error.fields.iter().find(|it| it.pointer == pointer)?;
            Some(field_sentence(problem, required(), text().sign_in.code_malformed))
        })
    };
    let explain = Callback::new(move |error: ApiError| {
        let wrong = error.is(Code::InvalidCredentials);
        wrong.then(|| if with_code { text().sign_in.wrong_proof } else { text().sign_in.wrong_password }.to_owned())
    });
    view! {
        <form node_ref=form novalidate on:submit=submit>
            <Notice error explain=Some(explain) />
            <input type="text" name="username" value=user_id autocomplete="username" hidden readonly />
            <Field
                name="password"
                label=t!(sign_in.password)
                error=refused(0, "/password", || text().sign_in.password_required)
                input_type="password"
                autocomplete="current-password"
                autofocus=true
            />
            {with_code
                .then(|| {
                    view! {
                        <Field
                            name="code"
                            label=t!(sign_in.code)
                            error=refused(1, "/code", || text().sign_in.code_required)
                            autocomplete="one-time-code"
                            inputmode="numeric"
                        />
                    }
                })}
            <div class="actions">
                <button type="button" class="button" data-kind="plain" on:click=move |_| cancel.run(())>
                    {t!(common.cancel)}
                </button>
                <Button
                    kind="primary"
                    button_type="submit"
                    label=t!(proof.confirm)
                    busy=t!(common.working)
                    pending=pending
                />
            </div>
        </form>
    }
}

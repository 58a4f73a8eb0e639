//! A fresh proof of identity inside a running session (`security.md` S4).

use leptos::{ev, prelude::*};
use portal_contract::{
    problem::Code,
    session::{Factor, Proof, Session as Answer},
};

use crate::{
    api::{self, error::ApiError},
    components::{button::Button, field::Field, form::Form, notice::Notice},
    i18n::text,
    state::session::Session,
    t,
    view::{Built, view},
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
    let form = Form::new();
    let submit = move |event: ev::SubmitEvent| {
        let entered = match with_code {
            true => form.submitted(&event, ["password", "code"]).map(|[password, code]| (password, Some(code))),
            false => form.submitted(&event, ["password"]).map(|[password]| (password, None)),
        };
        if let Some((password, code)) = entered {
            let proof = Proof { password, code, purpose: purpose.clone() };
            form.send(async move { api::session::prove(&proof).await }, move |answer| done.run(answer));
        }
    };
    let explain = Callback::new(move |error: ApiError| {
        let wrong = error.is(Code::InvalidCredentials);
        wrong.then(|| if with_code { text().sign_in.wrong_proof } else { text().sign_in.wrong_password }.to_owned())
    });
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=Some(explain) />
            <input type="text" name="username" value=user_id autocomplete="username" hidden readonly />
            <Field
                name="password"
                label=t!(sign_in.password)
                error=form.refused("password", t!(sign_in.password_required), t!(error.field))
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
                            error=form.refused("code", t!(sign_in.code_required), t!(sign_in.code_malformed))
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
                    pending=form.pending
                />
            </div>
        </form>
    }
}

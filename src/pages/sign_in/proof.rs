//! A fresh proof of identity inside a running session (`security.md` S4).

use leptos::{ev, prelude::*};
use portal_contract::{
    problem::Code,
    session::{Proof, Session as Answer},
};

use super::{
    factor::{Factors, explained},
    factor_fields::FactorFields,
};
use crate::{
    api::{self, error::ApiError},
    components::{button::Button, field::Field, form::Form, notice::Notice},
    i18n::text,
    state::session::Session,
    t,
    view::{Built, live, view},
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
    let choices = untrack(|| session.with(|it| it.second_factors.clone())).unwrap_or_default();
    let with_factor = !choices.is_empty();
    let factors = Factors::new(choices);
    let form = Form::new();
    let submit = move |event: ev::SubmitEvent| {
        if with_factor && factors.sent_first(form) {
            return event.prevent_default();
        }
        let entered = match with_factor && factors.needs_code() {
            true => form.submitted(&event, ["password", "code"]).map(|[password, code]| (password, Some(code))),
            false => form.submitted(&event, ["password"]).map(|[password]| (password, None)),
        };
        if let Some((password, code)) = entered {
            let purpose = purpose.clone();
            let request = async move {
                let mut proof = Proof { password, purpose, ..Default::default() };
                if with_factor {
                    let evidence = factors.evidence(code).await?;
                    (proof.code, proof.method) = (evidence.code, evidence.method);
                    (proof.challenge, proof.credential) = (evidence.challenge, evidence.credential);
                }
                api::session::prove(&proof).await
            };
            form.send(request, move |answer| done.run(answer));
        }
    };
    let explain = Callback::new(move |error: ApiError| {
        let wrong = error.is(Code::InvalidCredentials);
        let words =
            || if with_factor { text().sign_in().wrong_proof } else { text().sign_in().wrong_password }.to_owned();
        wrong.then(words).or_else(|| explained(&error))
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
            {with_factor.then(|| view! { <FactorFields factors form autofocus=false /> })}
            <div class="actions">
                <button type="button" class="button" data-kind="plain" on:click=move |_| cancel.run(())>
                    {t!(common.cancel)}
                </button>
                {live(move || {
                    (!factors.must_send())
                        .then(|| {
                            view! {
                                <Button
                                    kind="primary"
                                    button_type="submit"
                                    label=t!(proof.confirm)
                                    busy=t!(common.working)
                                    pending=form.pending
                                />
                            }
                        })
                })}
            </div>
        </form>
    }
}

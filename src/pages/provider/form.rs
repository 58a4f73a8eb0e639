//! The question who is there, where the identity provider asks it: in a window of its own, so that this page keeps all that
//! was typed. A plain link opens it, which works by keyboard and which no browser blocks; **Continue** goes on. Nothing
//! passes between the windows but the session.

use leptos::{ev, prelude::*};
use portal_contract::{
    BASE,
    session::{OIDC_START, Session as Answer, SessionState},
};

use crate::{
    api::{
        self,
        error::{ApiError, Failure},
    },
    components::{button::Button, form::Form, notice::Notice},
    t,
    view::{Built, view},
};

/// The way there, and on.
#[component]
pub fn Elsewhere(
    /// Who is to sign in, or what the proof is to be for: one of the start's parameters.
    parameter: Option<(&'static str, String)>,
    /// The person does not want to, where they need not.
    cancel: Option<Callback<()>>,
    /// Somebody is signed in.
    #[prop(into)]
    done: Callback<Answer>,
) -> Built {
    let form = Form::new();
    let submit = move |event: ev::SubmitEvent| {
        if form.submitted(&event, []).is_none() {
            return;
        }
        form.send(api::session::get(), move |answer: Answer| match answer.state {
            SessionState::SignedIn => done.run(answer),
            _ => form.refuse(ApiError::new(Failure::Cancelled)),
        });
    };
    let parameter = parameter.map(|it| format!("&{}={}", it.0, encoded(&it.1))).unwrap_or_default();
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=None />
            <p>{t!(elsewhere.intro)}</p>
            <div class="actions">
                {cancel
                    .map(|cancel| {
                        view! {
                            <button type="button" class="button" data-kind="plain" on:click=move |_| cancel.run(())>
                                {t!(common.cancel)}
                            </button>
                        }
                    })}
                <a
                    class="button"
                    target="_blank"
                    rel="noopener"
                    href=format!("{BASE}{OIDC_START}?window=true{parameter}")
                >
                    {t!(elsewhere.to_provider)}
                </a>
                <Button
                    kind="primary"
                    button_type="submit"
                    label=t!(elsewhere.proceed)
                    busy=t!(common.working)
                    pending=form.pending
                />
            </div>
        </form>
    }
}

/// As a part of an address.
pub fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

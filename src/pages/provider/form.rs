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
    state::session::{Question, Session},
    t,
    view::{Built, view},
};

/// The way there, and on.
#[component]
pub fn ProviderForm(question: Question) -> Built {
    let session = Session::here();
    let user_id = untrack(|| session.user()).map(|it| it.user_id).unwrap_or_default();
    let (proof, parameter) = match question {
        Question::Proof(purpose) => (true, purpose.map(|it| ("purpose", it))),
        Question::SignIn => (false, Some(("userId", user_id))),
    };
    let parameter = parameter.map(|(key, value)| format!("&{key}={}", js_sys::encode_uri_component(&value)));
    let form = Form::new();
    let submit = move |event: ev::SubmitEvent| {
        if form.submitted(&event, []).is_none() {
            return;
        }
        form.send(api::session::get(), move |answer: Answer| match answer.state {
            SessionState::SignedIn => {
                session.accept(answer);
                session.answered(true);
            }
            _ => form.refuse(ApiError::new(Failure::Cancelled)),
        });
    };
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=None />
            <p>{t!(provider.intro)}</p>
            <div class="actions">
                {proof
                    .then(|| {
                        view! {
                            <button type="button" class="button" data-kind="plain" on:click=move |_| session.answered(false)>
                                {t!(common.cancel)}
                            </button>
                        }
                    })}
                <a
                    class="button"
                    target="_blank"
                    rel="noopener"
                    href=format!("{BASE}{OIDC_START}?window=true{}", parameter.unwrap_or_default())
                >
                    {t!(provider.way)}
                </a>
                <Button
                    kind="primary"
                    button_type="submit"
                    label=t!(provider.proceed)
                    busy=t!(common.working)
                    pending=form.pending
                />
            </div>
        </form>
    }
}

//! The dialog before a decision: about how many, and why.

use leptos::{ev, prelude::*};

use super::{
    change::{Change, send, why},
    data::Open,
    tools::{action, title},
};
use crate::{
    api::error::ApiError,
    components::{button::Button, dialog::Dialog, field::text_area::TextArea, form::Form, notice::Notice},
    i18n::text,
    state::online::Online,
    t,
    view::{Built, Reading, view},
};

/// The dialog; what is typed stays until it is closed.
#[component]
pub fn AskDialog(data: Open) -> Built {
    let content = move |()| view! { <Ask data /> };
    view! {
        <Dialog open=data.asking title=Reading::new(move || title(data)) close=move |()| data.asking.set(false) content />
    }
}

#[component]
fn Ask(data: Open) -> Built {
    let online = Online::now();
    let form = Form::new();
    let asked = data.asked.get_untracked();
    let (accepts, required) = (asked.decision.is_none(), data.data.reason_required.get_untracked());
    let submit = move |event: ev::SubmitEvent| {
        let complete = match required && !accepts {
            true => form.submitted(&event, ["reason"]).is_some(),
            false => form.submitted(&event, []).is_some(),
        };
        if !complete {
            return;
        }
        let reason = Some(form.value("reason").trim().to_owned()).filter(|it| !it.is_empty());
        let change = Change { reason, ..asked.clone() };
        let key = form.key(change.reason.as_deref().unwrap_or_default());
        let done = change.clone();
        let request = async move {
            let outcome = data.data.session.guarded(|| send(data.data, change.clone(), key.clone())).await;
            if let Err(error) = &outcome {
                data.failed(error);
            }
            outcome
        };
        form.send(request, move |taken| data.was_taken(done, taken));
    };
    let hint = move || {
        let words = text().access_reviews();
        (if required { words.reason_hint } else { words.reason_optional }).to_owned()
    };
    let needed = t!(access_reviews.reason_required);
    let why = Callback::new(|error: ApiError| why(&error));
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=Some(why) />
            {match accepts {
                true => view! { <p>{t!(review_others.accept_note)}</p> },
                false => view! {
                    <TextArea
                        name="reason"
                        label=t!(access_reviews.reason)
                        hint
                        error=form.refused("reason", needed, needed)
                        required
                    />
                },
            }}
            <div class="actions">
                <button
                    type="button"
                    class="button"
                    data-kind="plain"
                    autofocus=accepts
                    on:click=move |_| data.asking.set(false)
                >
                    {t!(common.cancel)}
                </button>
                <Button
                    kind="primary"
                    button_type="submit"
                    label=Reading::new(move || action(data).to_owned())
                    busy=t!(review_others.saving)
                    pending=form.pending
                    disabled=Reading::new(move || !online.get())
                />
            </div>
        </form>
    }
}

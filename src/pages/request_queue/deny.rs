//! Denying a request: why.

use leptos::{ev, prelude::*};
use portal_contract::app_requests::RequestState;

use super::{
    Request,
    data::{Queue, explained},
};
use crate::{
    api::error::ApiError,
    components::{button::Button, dialog::Dialog, field::text_area::TextArea, form::Form, notice::Notice},
    i18n::text,
    state::online::Online,
    t,
    view::{Built, Reading, live, view},
};

/// The dialog; what is typed stays until it is closed, also where somebody else was faster.
#[component]
pub fn DenyDialog<R: Request>(data: Queue<R>) -> Built {
    let title = move || of(data, |it| (R::words(text()).deny_title)(it.requester(), &it.wanted()));
    let content = move |()| view! { <Deny data /> };
    view! { <Dialog open=data.denying title close=move |()| data.denying.set(false) content /> }
}

/// Something about the request that is being denied; reactive.
fn of<R: Request, T: Default>(data: Queue<R>, tell: impl Fn(&R) -> T) -> T {
    data.denied.with(|it| it.as_ref().map(tell)).unwrap_or_default()
}

#[component]
fn Deny<R: Request>(data: Queue<R>) -> Built {
    let online = Online::now();
    let form = Form::new();
    let submit = move |event: ev::SubmitEvent| {
        let Some(request) = data.denied.get_untracked() else { return event.prevent_default() };
        let Some([reason]) = form.submitted(&event, ["reason"]) else { return };
        let key = form.key(&format!("{}{reason}", request.etag()));
        let done = request.clone();
        let send = async move {
            let outcome = data.session.guarded(|| request.deny(&reason, &key)).await;
            if let Err(error) = &outcome {
                data.was_refused(error, &request).await;
            }
            outcome
        };
        form.send(send, move |()| data.was_denied(&done));
    };
    let explain = Callback::new(move |error: ApiError| of(data, |it| explained(&error, it)));
    let over = move || of(data, |it| it.state() != RequestState::Pending);
    let required = words!(R.decision.reason_required);
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=Some(explain) />
            <TextArea
                name="reason"
                label=words!(R.decision.reason)
                hint=move || of(data, |it| (R::words(text()).reason_hint)(it.requester()))
                error=form.refused("reason", required, required)
            />
            <div class="actions">
                <button type="button" class="button" data-kind="plain" on:click=move |_| data.denying.set(false)>
                    {live(move || if over() { t!(common.close)() } else { t!(common.cancel)() })}
                </button>
                <Button
                    kind="danger"
                    button_type="submit"
                    label=words!(R.decision.deny)
                    busy=words!(R.decision.denying)
                    pending=form.pending
                    disabled=Reading::new(move || !online.get() || over())
                />
            </div>
        </form>
    }
}

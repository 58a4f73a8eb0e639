//! **Approve** and **Deny** while a request waits.

use leptos::prelude::*;
use portal_contract::app_requests::RequestState;

use super::{Request, data::Queue};
use crate::{
    components::button::Button,
    i18n::text,
    state::online::Online,
    view::{Built, Reading, view},
};

/// The buttons of a row; none once it was decided.
pub fn actions<R: Request>(request: &R, data: Queue<R>) -> Option<Built> {
    if request.state() != RequestState::Pending {
        return None;
    }
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let request = StoredValue::new(request.clone());
    let label = |words: fn() -> fn(&str, &str) -> String| {
        Reading::new(move || request.with_value(|it| words()(it.requester(), &it.wanted())))
    };
    let this = move || data.approving.with(|id| request.with_value(|it| Some(it.id()) == id.as_deref()));
    Some(view! {
        <div class="row-actions">
            <Button
                kind="primary"
                label=words!(R.decision.approve)
                name=label(|| R::words(text()).approve_label)
                busy=words!(R.decision.approving)
                pending=Reading::new(move || data.approve.pending().get() && this())
                disabled=offline
                press=move |()| data.approve(request.get_value())
            />
            <Button
                label=words!(R.decision.deny)
                name=label(|| R::words(text()).deny_label)
                disabled=offline
                press=move |()| data.ask(request.get_value())
            />
        </div>
    })
}

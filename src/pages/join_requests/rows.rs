//! One request: who wants to join what and why; **Approve** and **Deny** while it waits.

use leptos::prelude::*;
use portal_contract::{app_requests::RequestState, join_requests::JoinRequest};

use super::data::{Queue, names};
use crate::{
    components::{avatar::Avatar, button::Button},
    i18n::text,
    pages::join_groups::request::{badge, history, reason},
    routes,
    state::online::Online,
    t,
    view::{Built, Reading, said, view},
};

/// The row.
pub fn row(request: JoinRequest, data: Queue) -> Built {
    let shown = request.clone();
    let waits = request.state == RequestState::Pending;
    let actions = waits.then(|| actions(&request, data));
    let group = format!("{}?group={}", routes::GROUP, js_sys::encode_uri_component(&request.group.id.0));
    view! {
        <li class="card row">
            <Avatar name=request.requester.display_name.clone() />
            <div class="who">
                <h2>{request.requester.display_name} " " {(!waits).then(|| badge(request.state))}</h2>
                <p class="meta">{request.requester.user_id} " · " {said(move || history(&shown))}</p>
                <p class="wants">
                    {t!(join_requests.wants)} " " <a href=group>{request.group.display_name}</a>
                </p>
                <blockquote>{request.justification}</blockquote>
                {reason(request.reason)}
            </div>
            {actions}
        </li>
    }
}

fn actions(request: &JoinRequest, data: Queue) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let request = StoredValue::new(request.clone());
    let label = |words: fn() -> fn(&str, &str) -> String| {
        Reading::new(move || {
            request.with_value(|it| {
                let (person, group) = names(it);
                words()(person, group)
            })
        })
    };
    let this = move || data.approving.with(|id| request.with_value(|it| Some(&it.id) == id.as_ref()));
    view! {
        <div class="row-actions">
            <Button
                kind="primary"
                label=t!(join_requests.approve)
                name=label(|| text().join_requests().approve_label)
                busy=t!(join_requests.approving)
                pending=Reading::new(move || data.approve.pending().get() && this())
                disabled=offline
                press=move |()| data.approve(request.get_value())
            />
            <Button
                label=t!(join_requests.deny)
                name=label(|| text().join_requests().deny_label)
                disabled=offline
                press=move |()| data.ask(request.get_value())
            />
        </div>
    }
}

//! One request: who asks for what and why; **Approve** and **Deny** while it waits.

use leptos::prelude::*;
use portal_contract::app_requests::{AppRequest, RequestState};

use super::data::Queue;
use crate::{
    components::{avatar::Avatar, button::Button},
    i18n::text,
    pages::request::{
        offered::{badge, description, name, picture},
        rows::{history, reason},
    },
    state::online::Online,
    t,
    view::{Built, Reading, said, view},
};

/// The row.
pub fn row(request: AppRequest, data: Queue) -> Built {
    let (title, shown) = (request.app.clone(), request.clone());
    let waits = request.state == RequestState::Pending;
    let actions = waits.then(|| actions(&request, data));
    view! {
        <li class="card row">
            <Avatar name=request.requester.display_name.clone() />
            <div class="who">
                <h2>{request.requester.display_name} " " {(!waits).then(|| badge(request.state))}</h2>
                <p class="meta">{request.requester.user_id} " · " {said(move || history(&shown))}</p>
                <div class="app">
                    {picture(&request.app)}
                    <div>
                        <span class="visually-hidden">{t!(app_requests.asks_for)} " "</span>
                        <strong>{said(move || name(&title))}</strong>
                        {description(request.app)}
                    </div>
                </div>
                <blockquote>{request.justification}</blockquote>
                {reason(request.reason)}
            </div>
            {actions}
        </li>
    }
}

fn actions(request: &AppRequest, data: Queue) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let request = StoredValue::new(request.clone());
    let label = |words: fn() -> fn(&str, &str) -> String| {
        Reading::new(move || request.with_value(|it| words()(&name(&it.app), &it.requester.display_name)))
    };
    let this = move || data.approving.with(|id| request.with_value(|it| Some(&it.id) == id.as_ref()));
    view! {
        <div class="row-actions">
            <Button
                kind="primary"
                label=t!(app_requests.approve)
                name=label(|| text().app_requests().approve_label)
                busy=t!(app_requests.approving)
                pending=Reading::new(move || data.approve.pending().get() && this())
                disabled=offline
                press=move |()| data.approve(request.get_value())
            />
            <Button
                label=t!(app_requests.deny)
                name=label(|| text().app_requests().deny_label)
                disabled=offline
                press=move |()| data.ask(request.get_value())
            />
        </div>
    }
}

//! One request: who wants to join what and why.

use portal_contract::{app_requests::RequestState, join_requests::JoinRequest};

use crate::{
    components::avatar::Avatar,
    pages::{
        join_groups::request::{badge, history, reason},
        request_queue::{Queue, actions},
    },
    routes, t,
    view::{Built, said, view},
};

/// The row.
pub fn row(request: JoinRequest, data: Queue<JoinRequest>) -> Built {
    let shown = request.clone();
    let waits = request.state == RequestState::Pending;
    let actions = actions(&request, data);
    let group = format!("{}?group={}", routes::GROUP, js_sys::encode_uri_component(&request.group.id.0));
    view! {
        <li class="card row">
            <Avatar name=request.requester.display_name.clone() />
            <div class="who">
                <h2>{request.requester.display_name} " " {(!waits).then(|| badge(request.state))}</h2>
                <p class="meta">{request.requester.user_id} " · " {said(move || history(&shown))}</p>
                <p class="wants">
                    {t!(join_requests.queue.wants)} " " <a href=group>{request.group.display_name}</a>
                </p>
                <blockquote>{request.justification}</blockquote>
                {reason(request.reason)}
            </div>
            {actions}
        </li>
    }
}

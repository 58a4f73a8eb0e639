//! One request: who asks for what and why.

use portal_contract::app_requests::{AppRequest, RequestState};

use crate::{
    components::avatar::Avatar,
    pages::{
        request::{
            offered::{badge, description, name, picture},
            rows::{history, reason},
        },
        request_queue::{Queue, actions},
    },
    t,
    view::{Built, said, view},
};

/// The row.
pub fn row(request: AppRequest, data: Queue<AppRequest>) -> Built {
    let (title, shown) = (request.app.clone(), request.clone());
    let waits = request.state == RequestState::Pending;
    let actions = actions(&request, data);
    view! {
        <li class="card row">
            <Avatar name=request.requester.display_name.clone() />
            <div class="who">
                <h2>{request.requester.display_name} " " {(!waits).then(|| badge(request.state))}</h2>
                <p class="meta">{request.requester.user_id} " · " {said(move || history(&shown))}</p>
                <div class="app">
                    {picture(&request.app)}
                    <div>
                        <span class="visually-hidden">{t!(app_requests.queue.wants)} " "</span>
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

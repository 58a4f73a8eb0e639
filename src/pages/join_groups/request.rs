//! What both pages about joining show of a request.

use portal_contract::{app_requests::RequestState, join_requests::JoinRequest};

use crate::{
    components::icon::{CLOSE, DONE, HISTORY, Icon},
    i18n::{format, text},
    view::{Built, said, view},
};

/// What became of a request.
pub fn badge(state: RequestState) -> Built {
    let (index, kind, icon) = match state {
        RequestState::Pending => (0, "pending", HISTORY),
        RequestState::Approved => (1, "approved", DONE),
        RequestState::Denied => (2, "denied", CLOSE),
        RequestState::Withdrawn => (3, "withdrawn", CLOSE),
        RequestState::Unknown => (4, "unknown", HISTORY),
    };
    view! {
        <span class="badge" data-state=kind>
            <Icon path=icon />
            {said(move || text().join_groups().states[index].to_owned())}
        </span>
    }
}

/// Why it was denied.
pub fn reason(reason: Option<String>) -> Option<Built> {
    reason.map(|it| view! { <p class="reason">{said(move || (text().join_groups().reason)(&it))}</p> })
}

/// When it was made, and by whom and when it was decided; reactive.
pub fn history(request: &JoinRequest) -> String {
    let words = text().join_groups();
    let asked = (words.requested)(&format::ago(&request.requested_at));
    match (&request.decided_by, &request.decided_at) {
        (Some(by), Some(at)) => format!("{asked} · {}", (words.decided_by)(by, &format::ago(at))),
        _ => asked,
    }
}

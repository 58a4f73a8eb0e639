//! An app that can be had, and a request that was made.

use leptos::prelude::*;
use portal_contract::app_requests::{AppRequest, CatalogueApp, RequestState};

use super::{
    data::Requests,
    offered::{badge, description, name, picture},
};
use crate::{
    components::button::Button,
    i18n::{Sentence, format, text},
    state::online::Online,
    t,
    view::{Built, Reading, said, view},
};

/// An app of the catalogue, with **Add** or **Request**; or that a request for it waits.
pub fn offer(it: CatalogueApp, data: Requests) -> Built {
    let CatalogueApp { app, needs_approval, last_request } = it;
    let waits = last_request == Some(RequestState::Pending);
    // What was decided otherwise, the person's requests tell.
    let state = last_request.filter(|it| matches!(it, RequestState::Pending | RequestState::Denied)).map(badge);
    let title = app.clone();
    let organization = app.organization.clone();
    let how = move || match needs_approval {
        true => (text().request().decides)(&organization.display_name),
        false => text().request().at_once.to_owned(),
    };
    let action = (!waits).then(|| action(&app, needs_approval, data));
    view! {
        <li class="card row">
            {picture(&app)}
            <div class="who">
                <h3>{said(move || name(&title))} " " {state}</h3>
                {description(app.clone())}
                <p class="meta">{said(how)}</p>
            </div>
            {action}
        </li>
    }
}

fn action(app: &portal_contract::app_requests::OfferedApp, needs_approval: bool, data: Requests) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let named = app.clone();
    let label = |words: Sentence| Reading::new(move || words()(&name(&named)));
    let (app, id) = (app.clone(), app.id.clone());
    let pending = Reading::new(move || data.add.pending().get() && data.adding.with(|it| it.as_ref() == Some(&id)));
    match needs_approval {
        true => view! {
            <Button
                label=t!(request.ask)
                name=label(|| text().request().ask_label)
                disabled=offline
                press=move |()| data.ask(app.clone())
            />
        },
        false => view! {
            <Button
                kind="primary"
                label=t!(request.add)
                name=label(|| text().request().add_label)
                busy=t!(request.adding)
                pending
                disabled=offline
                press=move |()| data.add(app.clone())
            />
        },
    }
}

/// A request: what became of it, why, and **Withdraw** while it waits.
pub fn own(request: AppRequest, data: Requests) -> Built {
    let online = Online::now();
    let title = request.app.clone();
    let named = request.app.clone();
    let shown = request.clone();
    let withdraw = (request.state == RequestState::Pending).then(|| {
        let request = request.clone();
        view! {
            <Button
                label=t!(request.withdraw)
                name=Reading::new(move || (text().request().withdraw_label)(&name(&named)))
                disabled=Reading::new(move || !online.get())
                press=move |()| data.ask_back(request.clone())
            />
        }
    });
    view! {
        <li class="card row">
            {picture(&request.app)}
            <div class="who">
                <h3>{said(move || name(&title))} " " {badge(request.state)}</h3>
                <p class="meta">{said(move || history(&shown))}</p>
                <blockquote>{request.justification}</blockquote>
                {reason(request.reason)}
            </div>
            {withdraw}
        </li>
    }
}

/// Why it was denied.
pub fn reason(reason: Option<String>) -> Option<Built> {
    reason.map(|it| view! { <p class="reason">{said(move || (text().request().reason)(&it))}</p> })
}

/// When it was made, and by whom and when it was decided; reactive.
pub fn history(request: &AppRequest) -> String {
    let words = text().request();
    let asked = (words.requested)(&format::ago(&request.requested_at));
    match (&request.decided_by, &request.decided_at) {
        (Some(by), Some(at)) => format!("{asked} · {}", (words.decided_by)(by, &format::ago(at))),
        _ => asked,
    }
}

//! What both pages about requests show of an app and of a request.

use portal_contract::app_requests::{OfferedApp, RequestState};
use stylers_macro::style_sheet;

use crate::{
    components::{
        avatar::Avatar,
        icon::{CLOSE, DONE, HISTORY, Icon},
        scoped,
    },
    i18n::{language, text},
    view::{Built, live, said, view},
};

/// The class of both pages.
pub fn class() -> String {
    let scope = style_sheet!("src/pages/request/request.css");
    scoped("request", scope)
}

/// What the app is called in the language on screen; reactive.
pub fn name(app: &OfferedApp) -> String {
    words(app).0
}

/// Its name and what it is for, in the language if it has them there; reactive.
pub fn words(app: &OfferedApp) -> (String, Option<String>) {
    match app.texts.iter().find(|it| it.language == language()) {
        Some(it) => (it.display_name.clone(), it.description.clone()),
        None => (app.display_name.clone(), app.description.clone()),
    }
}

/// What it is for.
pub fn description(app: OfferedApp) -> Built {
    live(move || words(&app).1.map(|it| view! { <p>{it}</p> }))
}

/// The app's icon, or the initials of its name.
pub fn picture(app: &OfferedApp) -> Built {
    match app.icon.as_ref().filter(|it| it.starts_with("data:image/")) {
        Some(icon) => view! { <img class="picture" src=icon.clone() alt="" width="40" height="40" /> },
        None => view! { <Avatar name=app.display_name.clone() kind="organization" /> },
    }
}

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
            {said(move || text().request().states[index].to_owned())}
        </span>
    }
}

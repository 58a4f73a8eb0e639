//! What both pages about requests show of an app and of a request.

use portal_contract::app_requests::{OfferedApp, RequestState};
use stylers_macro::style_sheet;

use crate::{
    components::{
        app_face::{self, called},
        icon::{CLOSE, DONE, HISTORY, Icon},
        sheet::page_class,
    },
    i18n::text,
    view::{Built, live, said, view},
};

/// The class of both pages.
pub fn class() -> String {
    let scope = style_sheet!("src/pages/request/request.css");
    page_class!("request", scope)
}

/// What the app is called in the language on screen; reactive.
pub fn name(app: &OfferedApp) -> String {
    words(app).0
}

/// Its name and what it is for, in the language if it has them there; reactive.
pub fn words(app: &OfferedApp) -> (String, Option<String>) {
    called(&app.texts, &app.display_name, app.description.as_ref())
}

/// What it is for.
pub fn description(app: OfferedApp) -> Built {
    live(move || words(&app).1.map(|it| view! { <p>{it}</p> }))
}

/// Its icon; reactive.
pub fn picture(app: &OfferedApp) -> Built {
    app_face::picture(app.icon.as_ref(), &name(app))
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

//! One app: what it is, the way into it, and what can be done with it.

use std::rc::Rc;

use leptos::prelude::*;
use portal_contract::apps::App;

use super::data::Apps;
use crate::{
    components::{
        app_face::{called, picture},
        button::Button,
        external_link::safe,
        flyout::Flyout,
        icon::MORE,
    },
    i18n::text,
    routes,
    state::capabilities,
    t,
    view::{Built, Reading, live, view},
};

/// The tile; it goes when it was hidden or shown again.
pub fn tile(data: Apps, app: App) -> Built {
    let app = Rc::new(app);
    let shown = Rc::clone(&app);
    let closed = app.terms.is_some();
    let face = move || {
        let (name, description) = words(&shown);
        let description = if closed { Some(text().apps().terms_first.to_owned()) } else { description };
        let organization = &shown.organization;
        view! {
            {picture(shown.icon.as_ref(), &name)}
            <span class="names">
                <strong>{name}</strong>
                {description.map(|it| view! { <span class="meta about">{it}</span> })}
                <span class="meta" lang=organization.language.clone()>{organization.display_name.clone()}</span>
            </span>
        }
    };
    let link = match (&app.launch_url, &app.terms) {
        (_, Some(terms)) => view! {
            <a class="card" href=format!("{}?document={terms}", routes::TERMS) data-closed>
                {live(face)}
            </a>
        },
        (Some(address), None) if safe(address) => {
            let id = app.id.clone();
            view! {
                <a
                    class="card"
                    href=address.clone()
                    target="_blank"
                    rel="noopener noreferrer"
                    aria-describedby="new-tab"
                    on:click=move |_| data.opened(id.clone())
                >
                    {live(face)}
                </a>
            }
        }
        _ => view! {
            <div class="card" aria-disabled="true">
                {live(face)}
                <p class="meta">{t!(apps.unsafe_address)}</p>
            </div>
        },
    };
    let id = app.id.clone();
    view! {
        <li hidden=move || data.is_gone(&id)>
            {link}
            {actions(data, App::clone(&app))}
        </li>
    }
}

fn actions(data: Apps, app: App) -> Built {
    let named = app.clone();
    let label = Reading::new(move || (text().apps().more)(&words(&named).0));
    let (action, busy) = match app.hidden {
        true => (t!(apps.show), t!(apps.showing)),
        false => (t!(apps.hide), t!(apps.hiding)),
    };
    let manage = format!("{}?app={}", routes::MANAGE_APP, js_sys::encode_uri_component(&app.id.0));
    let hide = move |()| {
        let name = untrack(|| words(&app).0);
        data.hide.run((app.id.clone(), name, !app.hidden));
    };
    view! {
        <Flyout icon=Some(MORE) label>
            <a class="button" data-kind="quiet" href=manage>{t!(pages.manage_app)}</a>
            <Button
                operation=capabilities::ARRANGE_APPS
                kind="quiet"
                label=action
                busy
                pending=data.hide.pending()
                press=hide
            />
        </Flyout>
    }
}

/// Its name and what it is for; reactive.
fn words(app: &App) -> (String, Option<String>) {
    called(&app.texts, &app.display_name, app.description.as_ref())
}

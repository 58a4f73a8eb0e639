//! Changing the password (features 1.5).

mod form;
mod new;

use leptos::prelude::*;
use portal_contract::password::PasswordState;
use stylers_macro::style_sheet;

use self::form::PasswordForm;
pub use self::new::{CONFIRMED, NEW, NewPassword};
use crate::{
    api,
    components::{
        contact::Contact,
        icon::{DONE, Icon, LOCKED},
        kept_elsewhere::{KeptElsewhere, is_kept_elsewhere},
        loaded::Loaded,
        page::PageHeader,
        sheet::page_class,
    },
    routes,
    state::query::Query,
    t,
    view::{Built, live, view},
};

/// The form; after the change what it means; where it cannot be changed here, whom to ask.
#[component]
pub fn PasswordPage() -> Built {
    let scope = style_sheet!("src/pages/password/password.css");
    // Read once: a newer answer would take away what was typed.
    let state = Query::new(api::password::get);
    let changed = RwSignal::new(false);
    let content = move |state: PasswordState| {
        live(move || match (changed.get(), state.changeable) {
            (true, _) => view! { <Changed /> },
            (false, true) => view! { <PasswordForm minimum=state.minimum_length changed /> },
            (false, false) => view! { <NotHere state=state.clone() /> },
        })
    };
    view! {
        <div class=page_class!("password", scope)>
            <PageHeader
                title=t!(pages.change_password)
                intro=t!(password.intro)
            />
            {match is_kept_elsewhere() {
                true => view! { <KeptElsewhere /> },
                false => view! { <Loaded query=state content /> },
            }}
        </div>
    }
}

/// It is done, and what that means elsewhere.
#[component]
fn Changed() -> Built {
    let heading = NodeRef::<leptos::html::H2>::new();
    heading.on_load(|heading| {
        // The form had the focus and has gone. A heading with `tabindex` takes it.
        request_animation_frame(move || _ = heading.focus());
    });
    view! {
        <section class="card done">
            <Icon path=DONE />
            <div class="prose">
                <h2 node_ref=heading tabindex="-1">{t!(password.changed)}</h2>
                <p>{t!(password.ended)}</p>
                <p>{t!(password.apps)}</p>
                <a href=routes::OVERVIEW class="button" data-kind="plain">{t!(not_found.to_overview)}</a>
            </div>
        </section>
    }
}

/// Somebody else keeps it.
#[component]
fn NotHere(state: PasswordState) -> Built {
    let whom = match state.administered_by {
        Some(contact) => view! { <Contact contact /> },
        None => view! { <p>{t!(shell.help_unknown)}</p> },
    };
    view! {
        <section class="card done">
            <Icon path=LOCKED />
            <div class="prose">
                <h2>{t!(password.not_here)}</h2>
                <p>{t!(error.password_elsewhere)}</p>
                {whom}
            </div>
        </section>
    }
}

//! *Set up self-service password reset* (features 2.3): what **Forgot my password** asks for, registered beforehand.

mod rows;

use leptos::prelude::*;
use portal_contract::{methods::Methods, reset_setup::ResetSetup};
use stylers_macro::style_sheet;

use self::rows::rows;
use super::{
    access_denied::only_with_my_apps,
    methods::{self, MethodDialog, OwnMethods},
};
use crate::{
    api,
    components::{
        back::back,
        contact::Contact,
        icon::{DONE, Icon, WARNING},
        kept_elsewhere::{KeptElsewhere, is_kept_elsewhere},
        loaded::Loaded,
        page::PageHeader,
        scoped,
        sheet::page_class,
    },
    i18n::{format, text},
    routes,
    state::query::Query,
    t,
    view::{Built, said, view},
};

/// The page.
#[component]
pub fn ResetSetupPage() -> Built {
    only_with_my_apps(|| view! { <SetUp /> })
}

#[component]
fn SetUp() -> Built {
    let scope = style_sheet!("src/pages/reset_setup/reset_setup.css");
    if is_kept_elsewhere() {
        return view! {
            <div class=methods::class(&scoped("reset-setup", scope))>
                {back(routes::PROFILE, t!(pages.profile))}
                <PageHeader title=t!(pages.reset_setup) intro=t!(reset_setup.intro) />
                <KeptElsewhere />
            </div>
        };
    }
    let data = OwnMethods::new(|_| true);
    let setup = Query::new(move || {
        data.changed.track();
        api::reset_setup::get()
    });
    let content = move |setup: ResetSetup| match setup.enabled {
        false => view! { <NotEnabled setup /> },
        true => {
            let kinds = setup.kinds.clone();
            let list = move |methods: Methods| rows(&methods, &kinds, data);
            view! {
                <Progress setup />
                <Loaded query=data.methods rows=3 content=list />
                <p class="meta">{t!(reset_setup.elsewhere)} " " <a href=routes::SECURITY_INFO>{t!(pages.security_info)}</a></p>
            }
        }
    };
    view! {
        <div class=methods::class(&page_class!("reset-setup", scope))>
            {back(routes::PROFILE, t!(pages.profile))}
            <PageHeader title=t!(pages.reset_setup) intro=t!(reset_setup.intro) />
            <Loaded query=setup rows=3 content />
            <MethodDialog data />
        </div>
    }
}

/// Whom to ask instead.
#[component]
fn NotEnabled(setup: ResetSetup) -> Built {
    let whom = match setup.administered_by {
        Some(contact) => view! { <Contact contact /> },
        None => view! { <p>{t!(shell.help_unknown)}</p> },
    };
    view! {
        <section class="card">
            <h2>{t!(reset_setup.not_enabled)}</h2>
            <p>{t!(reset_setup.not_enabled_note)}</p>
            {whom}
        </section>
    }
}

/// How many methods are needed, and how many there are.
#[component]
fn Progress(setup: ResetSetup) -> Built {
    let ResetSetup { required, kinds, ready, .. } = setup;
    let (registered, required) = (kinds.len().min(required as usize) as f64, f64::from(required));
    let alone = !ready && registered == required;
    let state = move || {
        let words = text().reset_setup();
        if ready { words.ready } else { words.not_ready }
    };
    let note = move || {
        let words = text().reset_setup();
        match (ready, alone) {
            (true, _) => words.ready_note.to_owned(),
            (_, true) => words.questions_alone.to_owned(),
            _ => (words.needed)(&format::number(required), required),
        }
    };
    let far = move || (text().reset_setup().so_far)(&format::number(registered), &format::number(required));
    view! {
        <section class="card far" data-ready=ready.then_some("") aria-labelledby="far">
            <Icon path=if ready { DONE } else { WARNING } />
            <div>
                <h2 id="far">{said(move || state().to_owned())}</h2>
                <p>{said(note)}</p>
                <p class="count">
                    <progress max=required.to_string() value=registered.to_string() aria-labelledby="count"></progress>
                    <span class="meta" id="count">{said(far)}</span>
                </p>
            </div>
        </section>
    }
}

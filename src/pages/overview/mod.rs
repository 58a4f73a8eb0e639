//! The start page: who you are, and one block per page; each loads by itself and fails by itself (features 1.1).

mod block;
mod facts;

use leptos::prelude::*;
use portal_contract::me::Me;
use stylers_macro::style_sheet;

use self::block::{Page, block};
use crate::{
    api,
    components::{
        icon::{APPS, COMPUTER, HISTORY, ORGANIZATIONS, PASSWORD, SECURITY_KEY, SETTINGS},
        loaded::Loaded,
        page::PageHeader,
        person::Person,
        sheet::page_class,
    },
    i18n::text,
    routes,
    state::{query::Query, session::Session},
    t,
    view::{Built, said, view},
};

/// The start page.
#[component]
pub fn OverviewPage() -> Built {
    let scope = style_sheet!("src/pages/overview/overview.css");
    let me = Query::new(api::me::get);
    let has_my_apps = Session::here().user().is_some_and(|it| it.has_my_apps);
    view! {
        <div class=page_class!("overview", scope)>
            <PageHeader
                title=t!(overview.title)
                intro=t!(overview.intro)
            />
            <section aria-labelledby="profile" class="card profile">
                <h2 id="profile" class="visually-hidden">{t!(overview.profile)}</h2>
                <Loaded query=me rows=1 content=profile />
            </section>
            {blocks()}
            {has_my_apps.then(my_apps)}
        </div>
    }
}

/// Who it is, and whom the account belongs to.
fn profile(me: Me) -> Built {
    let home = me.home_organization.as_ref().map(|it| it.display_name.clone());
    let managed = move || match &home {
        Some(home) => (text().overview().managed_by)(home),
        None => text().overview().nobody_manages.to_owned(),
    };
    view! {
        <Person me />
        <p class="meta managed">{said(managed)}</p>
    }
}

/// One for each page of My Account.
fn blocks() -> Vec<Built> {
    vec![
        block(
            Page {
                id: "security-info",
                icon: SECURITY_KEY,
                title: t!(pages.security_info),
                to: routes::SECURITY_INFO,
                link: t!(overview.security_info_review),
            },
            Query::new(api::overview::methods),
            facts::security_info,
        ),
        block(
            Page {
                id: "password-block",
                icon: PASSWORD,
                title: t!(pages.password),
                to: routes::PASSWORD,
                link: t!(pages.change_password),
            },
            Query::new(api::overview::password),
            facts::password,
        ),
        block(
            Page {
                id: "devices",
                icon: COMPUTER,
                title: t!(pages.devices),
                to: routes::DEVICES,
                link: t!(overview.devices_manage),
            },
            Query::new(api::overview::devices),
            facts::devices,
        ),
        block(
            Page {
                id: "organizations",
                icon: ORGANIZATIONS,
                title: t!(overview.organizations),
                to: routes::ORGANIZATIONS,
                link: t!(overview.manage_organizations),
            },
            Query::new(api::organizations::list),
            facts::organizations,
        ),
        block(
            Page {
                id: "settings",
                icon: SETTINGS,
                title: t!(pages.settings),
                to: routes::SETTINGS,
                link: t!(overview.settings_link),
            },
            Query::new(api::overview::privacy),
            facts::settings,
        ),
        block(
            Page {
                id: "sign-ins",
                icon: HISTORY,
                title: t!(pages.sign_ins),
                to: routes::SIGN_INS,
                link: t!(overview.sign_ins_review),
            },
            Query::new(api::overview::sign_ins),
            facts::sign_ins,
        ),
    ]
}

fn my_apps() -> Built {
    let page =
        Page { id: "apps", icon: APPS, title: t!(shell.my_apps), to: routes::APPS, link: t!(overview.apps_open) };
    block(page, Query::new(api::overview::apps), facts::apps)
}

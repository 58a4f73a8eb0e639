//! The start page: who you are, and one block per page; each loads by itself and fails by itself (features 1.1).

mod apps;
mod devices;
mod password;
mod security_info;
mod settings;
mod sign_ins;

use leptos::prelude::*;
use portal_contract::{
    me::Me,
    organizations::{ConnectedOrganization, Relation},
};
use stylers_macro::style_sheet;

use self::{
    apps::AppsBlock, devices::DevicesBlock, password::PasswordBlock, security_info::SecurityInfoBlock,
    settings::SettingsBlock, sign_ins::SignInsBlock,
};
use crate::{
    api,
    components::{
        avatar::Avatar,
        icon::{Icon, ORGANIZATIONS},
        loaded::Loaded,
        page::PageHeader,
        scoped,
    },
    i18n::{format, text},
    routes,
    state::{query::Query, session::Session},
    t,
    view::{Built, live, said, view},
};

/// The start page.
#[component]
pub fn OverviewPage() -> Built {
    let scope = style_sheet!("src/pages/overview/overview.css");
    let me = Query::new(api::me::get);
    let organizations = Query::new(api::organizations::list);
    let has_my_apps = Session::here().user().is_some_and(|it| it.has_my_apps);
    view! {
        <div class=scoped("overview", scope)>
            <PageHeader
                title=t!(overview.title)
                intro=t!(overview.intro)
            />
            <section aria-labelledby="profile" class="card profile">
                <h2 id="profile" class="visually-hidden">{t!(overview.profile)}</h2>
                <Loaded query=me rows=1 content=|me| view! { <Profile me /> } />
            </section>
            <SecurityInfoBlock />
            <PasswordBlock />
            <DevicesBlock />
            <section aria-labelledby="organizations" class="card block">
                <h2 id="organizations">
                    <Icon path=ORGANIZATIONS />
                    {t!(overview.organizations)}
                </h2>
                <Loaded
                    query=organizations
                    rows=1
                    content=|page| view! { <p>{live(move || summary(&page.items))}</p> }
                />
                <a href=routes::ORGANIZATIONS class="button" data-kind="plain">
                    {t!(overview.manage_organizations)}
                </a>
            </section>
            <SettingsBlock />
            <SignInsBlock />
            {has_my_apps.then(|| view! { <AppsBlock /> })}
        </div>
    }
}

#[component]
fn Profile(me: Me) -> Built {
    let rows = [
        (t!(overview.mail), me.mail),
        (t!(overview.office), me.office_location),
        (t!(overview.user_id), Some(me.user_id)),
    ];
    let home = me.home_organization.map(|it| it.display_name);
    let managed = move || match &home {
        Some(home) => (text().overview().managed_by)(home),
        None => text().overview().nobody_manages.to_owned(),
    };
    view! {
        <div class="person">
            <Avatar name=me.display_name.clone() size="large" />
            <div>
                <p class="name">{me.display_name}</p>
                <p>{me.job_title}</p>
            </div>
        </div>
        <dl>
            {rows
                .into_iter()
                .filter_map(|(label, value)| {
                    value.map(|value| view! { <div><dt>{label}</dt><dd>{value}</dd></div> })
                })
                .collect::<Vec<_>>()}
        </dl>
        <p class="meta">{said(managed)}</p>
    }
}

/// The one fact that matters: whom the account belongs to, and with how many others it works.
fn summary(organizations: &[ConnectedOrganization]) -> String {
    let words = text().overview();
    let home = organizations.iter().find(|it| it.relation == Relation::Home);
    let others = organizations.iter().filter(|it| it.relation != Relation::Home);
    match (home, others.clone().count()) {
        (Some(_), 0) => words.organizations_home_only.to_owned(),
        (Some(home), count) => (words.organizations_count)(&home.display_name, &format::number(count as f64)),
        (None, 0) => words.organizations_none.to_owned(),
        (None, _) => (words.organizations_guest)(&format::list(others.map(|it| it.display_name.clone()))),
    }
}

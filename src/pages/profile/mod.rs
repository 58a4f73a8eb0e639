//! The profile: who the person is, their devices and organizations, and managing the account (features 2.3).

mod manage;
mod photo;

use leptos::prelude::*;
use portal_contract::me::Me;
use stylers_macro::style_sheet;

use self::{manage::Manage, photo::Photo};
use super::{access_denied::only_with_my_apps, devices::DevicesSection, organizations::OrganizationsSection};
use crate::{
    api,
    components::offered::instead,
    components::{
        contact::Contact,
        icon::{Icon, SETTINGS},
        lazy::{Lazy, lazy},
        loaded::Loaded,
        page::PageHeader,
        person::Person,
        sheet::page_class,
    },
    i18n::text,
    routes,
    state::capabilities,
    state::query::Query,
    t,
    view::{Built, said, view},
};

// In the files of their own pages: who comes from there has them already.
static DEVICES: Lazy = lazy!(devices, DevicesSection);
static ORGANIZATIONS: Lazy = lazy!(organizations, OrganizationsSection);

/// The page; for people with My Apps, which it belongs to.
#[component]
pub fn ProfilePage() -> Built {
    only_with_my_apps(|| view! { <Profile /> })
}

#[component]
fn Profile() -> Built {
    let scope = style_sheet!("src/pages/profile/profile.css");
    let me = Query::new(api::me::get);
    view! {
        <div class=page_class!("profile-page", scope)>
            <PageHeader title=t!(pages.profile) intro=t!(profile.intro) />
            <section class="card" aria-labelledby="person">
                <h2 id="person" class="visually-hidden">{t!(overview.profile)}</h2>
                <Loaded query=me rows=1 content=move |it| person(it, me) />
            </section>
            <section aria-labelledby="manage">
                <h2 id="manage">{t!(profile.manage)}</h2>
                <Manage />
            </section>
            <section aria-labelledby="devices">
                <div class="heading">
                    <h2 id="devices">{t!(profile.devices)}</h2>
                    <a href=routes::SIGN_INS>{t!(profile.activity)}</a>
                </div>
                {DEVICES.view()}
            </section>
            <section aria-labelledby="organizations">
                <div class="heading">
                    <h2 id="organizations">{t!(pages.organizations)}</h2>
                    <a
                        href=routes::ORGANIZATIONS
                        class="icon-button"
                        aria-label=t!(profile.manage_organizations)
                        title=t!(profile.manage_organizations)
                    >
                        <Icon path=SETTINGS />
                    </a>
                </div>
                {ORGANIZATIONS.view()}
            </section>
        </div>
    }
}

/// Who it is, the photo, and whom to contact about the rest.
fn person(me: Me, query: Query<Me>) -> Built {
    let home = me.home_organization.as_ref().map(|it| it.display_name.clone());
    let contact = me.help_contact.clone();
    let (photo, changeable) = (me.photo.is_some(), me.photo_changeable);
    view! {
        <Person me />
        {instead(capabilities::PHOTO, t!(profile.choose).into())
            .unwrap_or_else(|| view! { <Photo present=photo changeable query /> })}
        {home
            .map(|home| {
                view! {
                    <p class="meta">{said(move || (text().profile().wrong)(&home))}</p>
                    {contact.map(|contact| view! { <Contact contact /> })}
                }
            })}
    }
}

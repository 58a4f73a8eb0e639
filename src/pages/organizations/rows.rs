//! One organization: who it is, what connects the account to it, and what can be done.

use leptos::prelude::*;
use portal_contract::organizations::{ConnectedOrganization, Leaving, OrganizationSummary};

use super::data::Organizations;
use crate::{
    components::{
        avatar::Avatar,
        button::Button,
        contact::Contact,
        icon::{Icon, LOCKED},
    },
    i18n::{format, text},
    state::capabilities,
    state::{online::Online, session::Session},
    t,
    view::{Built, Reading, built, live, said, view},
};

/// The organization that owns the account: no leave control.
#[component]
pub fn Home(organization: ConnectedOrganization) -> Built {
    view! {
        <article class="card row">
            <Who organization=&organization />
            <p class="meta note">{t!(organizations.home_note)}</p>
        </article>
    }
}

/// An organization that the account is a guest of.
#[component]
pub fn Other(organization: ConnectedOrganization, data: Organizations) -> Built {
    let action = match organization.leaving {
        Leaving::Possible | Leaving::SignInFirst => {
            let signed_in = organization.leaving == Leaving::Possible;
            view! { <Leave organization=organization.summary() signed_in data /> }
        }
        _ => built(()),
    };
    let name = organization.display_name.clone();
    let leaving = organization.leaving;
    let contact = organization.contact.clone();
    view! {
        <article class="card row">
            <Who organization=&organization />
            <div class="row-actions">{action}</div>
            <Impossible leaving name contact />
        </article>
    }
}

#[component]
fn Who<'a>(organization: &'a ConnectedOrganization) -> Built {
    let OrganizationSummary { display_name, language, .. } = organization.summary();
    let ConnectedOrganization { member_since, groups, app_count, domain, signed_in, .. } = organization.clone();
    let names = groups.iter().map(|it| it.display_name.clone()).collect::<Vec<_>>();
    let counted = move |count: usize, words: fn(&str, f64) -> String| {
        (count > 0).then(|| words(&format::number(count as f64), count as f64))
    };
    let meta = move || {
        let words = text().organizations();
        let since = member_since.as_deref().map(|it| (words.member_since)(&format::date(it)));
        let groups = counted(groups.len(), words.groups);
        let apps = counted(app_count as usize, words.apps);
        let here = signed_in.then(|| words.signed_in.to_owned());
        [Some(domain.clone()), here, since, groups, apps].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    view! {
        <Avatar name=display_name.clone() kind="organization" />
        <div class="who">
            <h3 lang=language>{display_name}</h3>
            <p class="meta">{said(meta)}</p>
            {(!names.is_empty()).then(|| view! { <p class="meta">{live(move || format::list(names.iter().cloned()))}</p> })}
        </div>
    }
}

#[component]
fn Leave(organization: OrganizationSummary, signed_in: bool, data: Organizations) -> Built {
    let online = Online::now();
    let name = organization.display_name.clone();
    let label = Reading::new(move || {
        let words = text().organizations();
        if signed_in { words.leave_organization } else { words.sign_in_to_leave }.to_owned()
    });
    let spoken = Reading::new(move || {
        let words = text().organizations();
        if signed_in { (words.leave_label)(&name) } else { (words.sign_in_to_leave_label)(&name) }
    });
    view! {
        <Button
            operation=if signed_in { capabilities::LEAVE_ORGANIZATION } else { capabilities::SWITCH_ORGANIZATION }
            kind="quiet"
            label
            name=spoken
            busy=t!(common.working)
            pending=move || !signed_in && data.sign_in.pending().get()
            disabled=move || !online.get()
            press=move |()| if signed_in { data.ask(organization.clone()) } else { data.sign_in.run(organization.clone()) }
        />
    }
}

/// Why it cannot be left, and whom to ask.
#[component]
fn Impossible(
    leaving: Leaving,
    name: String,
    contact: Option<portal_contract::contacts::HelpContact>,
) -> Option<Built> {
    let session = Session::here();
    let home =
        move || session.with(|it| Some(it.user.as_ref()?.home_organization.as_ref()?.display_name.clone())).flatten();
    let reason = move || {
        let words = text().organizations();
        match leaving {
            Leaving::DisabledAtHome => {
                home().map_or(text().error().leaving_impossible.to_owned(), |it| (words.disabled_at_home)(&it))
            }
            Leaving::DisabledThere => (words.disabled_there)(&name),
            Leaving::Forbidden => (words.forbidden)(&name),
            _ => text().error().leaving_impossible.to_owned(),
        }
    };
    let impossible = !matches!(leaving, Leaving::Possible | Leaving::SignInFirst | Leaving::Home);
    impossible.then(|| {
        view! {
            <div class="note">
                <Icon path=LOCKED />
                <div>
                    <p>{said(reason)}</p>
                    {contact.map(|contact| view! { <Contact contact /> })}
                </div>
            </div>
        }
    })
}

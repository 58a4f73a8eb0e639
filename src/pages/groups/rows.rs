//! One group of a list: what it is, and the way to it.

use leptos::prelude::*;
use portal_contract::groups::{GroupKind, ListedGroup};

use crate::{
    components::avatar::Avatar,
    i18n::{format, text},
    routes,
    state::session::Session,
    t,
    view::{Built, said, view},
};

/// The row.
pub fn row(group: ListedGroup, session: Session) -> Built {
    let ListedGroup { id, display_name, description, kind: of, organization, member_count, .. } = group;
    let (expires_at, expired) = (group.expires_at.filter(|_| !group.expired), group.expired);
    let address = format!("{}?group={}", routes::GROUP, js_sys::encode_uri_component(&id.0));
    let about = move || {
        let words = text().groups();
        let mut parts = vec![kind(of).to_owned(), members(member_count)];
        parts.extend(expires_at.as_ref().map(|it| (words.expires)(&format::date(it))));
        parts.join(" · ")
    };
    let badge = match () {
        () if expired => Some(view! { <span class="badge" data-expired>{t!(groups.expired)}</span> }),
        () if group.managed_elsewhere.is_some() => Some(view! { <span class="badge">{t!(groups.elsewhere)}</span> }),
        () => None,
    };
    let home = untrack(|| session.user().and_then(|it| it.home_organization));
    let elsewhere = (home.as_ref() != Some(&organization)).then(|| {
        view! { <p class="meta" lang=organization.language>{organization.display_name}</p> }
    });
    view! {
        <li class="card row">
            <Avatar name=display_name.clone() kind="organization" />
            <div class="who">
                <h3><a href=address>{display_name}</a></h3>
                {description.map(|it| view! { <p class="about">{it}</p> })}
                <p class="meta">{said(about)}</p>
                {elsewhere}
            </div>
            {badge}
        </li>
    }
}

/// What a type is called; reactive.
pub fn kind(kind: GroupKind) -> &'static str {
    let words = text().groups();
    match kind {
        GroupKind::Security => words.security,
        GroupKind::Collaboration => words.collaboration,
        GroupKind::MailEnabledSecurity => words.mail_enabled,
        GroupKind::Distribution => words.distribution,
        GroupKind::Unknown => words.other_kind,
    }
}

/// "2 members"; reactive.
pub fn members(count: u32) -> String {
    (text().groups().members_count)(&format::number(count.into()), count == 1)
}

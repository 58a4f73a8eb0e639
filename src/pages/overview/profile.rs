//! Who the account belongs to, and who manages it.

use leptos::prelude::*;
use portal_contract::me::Me;

use crate::{
    components::avatar::Avatar,
    i18n::text,
    t,
    view::{Built, said, view},
};

/// The card.
#[component]
pub fn Profile(me: Me) -> Built {
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

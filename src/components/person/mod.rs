//! Who the account belongs to.

use leptos::prelude::*;
use portal_contract::me::Me;
use stylers_macro::style_sheet;

use crate::{
    components::{avatar::Avatar, scoped},
    t,
    view::{Built, view},
};

/// Photo, name and title, and where to find the person.
#[component]
pub fn Person(me: Me) -> Built {
    let scope = style_sheet!("src/components/person/person.css");
    let rows =
        [(t!(person.mail), me.mail), (t!(person.office), me.office_location), (t!(person.user_id), Some(me.user_id))];
    view! {
        <div class=scoped("person", scope)>
            <div class="face">
                <Avatar name=me.display_name.clone() size="large" photo=me.photo />
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
        </div>
    }
}

//! Whose portal it is: the organization's logo and name, and its statements.

use crate::{
    deployment,
    i18n::Words,
    t,
    view::{Built, built, view},
};

/// What stands first where nobody is signed in: the logo, and the portal's name.
pub fn brand() -> Built {
    let name = deployment::product();
    view! {
        {logo()}
        <span class="brand">
            {match name {
                Some(name) => view! { {name} },
                None => view! { {t!(shell.my_account)} },
            }}
        </span>
    }
}

/// The logo, if the organization has one here: one for light, one for dark.
pub fn logo() -> Option<Built> {
    let (light, dark) = deployment::logo()?;
    let picture = |(theme, address): (&'static str, String)| {
        view! { <img class="logo" data-for=theme src=address alt=deployment::organization() /> }
    };
    Some(built(Vec::from([("light", light), ("dark", dark)].map(picture))))
}

/// The organization's privacy statement and terms of use, where it names them.
#[leptos::prelude::component]
pub fn Legal() -> Option<Built> {
    let link = |(address, label): (Option<String>, Words)| {
        let address = address?;
        Some(view! {
            <li>
                <a href=address target="_blank" rel="noopener noreferrer">
                    {label} " " <span class="visually-hidden">{t!(common.opens_new_tab)}</span>
                </a>
            </li>
        })
    };
    let all = [(deployment::privacy(), t!(shell.privacy)), (deployment::terms(), t!(shell.terms))];
    let links = all.into_iter().filter_map(link).collect::<Vec<_>>();
    (!links.is_empty()).then(|| view! { <ul class="contact">{links}</ul> })
}

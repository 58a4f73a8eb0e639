//! Above the apps: the search, which of them, how they are shown, and the way to new ones.

use leptos::prelude::*;

use super::data::Apps;
use crate::{
    components::{
        icon::{GRID, Icon, LIST},
        search::Search,
    },
    routes,
    state::preferences::Arrangement,
    t,
    view::{Built, view},
};

/// The search, which apps, and how they are shown.
#[component]
pub fn Tools(data: Apps) -> Built {
    let which = move |event| data.hidden.set(event_target_value(&event) == "hidden");
    let arrangement = move |it: Arrangement, icon, label| {
        view! {
            <button
                type="button"
                class="icon-button"
                aria-pressed=move || (data.arrangement.get() == it).to_string()
                aria-label=label
                title=label
                on:click=move |_| data.arrange(it)
            >
                <Icon path=icon />
            </button>
        }
    };
    view! {
        <div class="tools">
            <Search label=t!(apps.search) q=data.q />
            <div class="search">
                <label for="which">{t!(apps.which)}</label>
                <select id="which" on:change=which>
                    <option value="shown">{t!(apps.visible)}</option>
                    <option value="hidden">{t!(apps.hidden)}</option>
                </select>
            </div>
            <div role="group" aria-label=t!(apps.arrangement)>
                {arrangement(Arrangement::Grid, GRID, t!(apps.grid))}
                {arrangement(Arrangement::List, LIST, t!(apps.list))}
            </div>
            <a class="button" href=routes::REQUEST>{t!(pages.request)}</a>
        </div>
    }
}

//! The history: a search, a filter, and rows of which only those near the screen are drawn.

use leptos::prelude::*;

use super::{
    data::{FILTERS, SignIns},
    rows::row,
};
use crate::{
    components::{
        empty::Empty,
        loaded::Loaded,
        search::Search,
        show_more::ShowMore,
        windowed::{Cut, windowed},
    },
    i18n::{Sentence, text},
    t,
    view::{Built, live, view},
};

/// Eight rows of about 82 pixels.
const CUT: Cut = Cut { class: "rows", rows: 8, height: 656 };

/// The section.
#[component]
pub fn History(data: SignIns) -> Built {
    let nothing_found: Sentence = || text().sign_ins().nothing_found;
    let options = FILTERS.iter().enumerate().map(|(index, (value, _))| {
        view! { <option value=*value>{live(move || text().sign_ins().filters[index])}</option> }
    });
    let rows = data.lists.history.rows;
    let content = move |()| {
        view! {
            {windowed(rows, CUT, row)}
            {live(move || rows.with(Vec::is_empty).then(|| view! {
                <Empty title=t!(sign_ins.none) note=t!(sign_ins.none_note) q=data.q.get_untracked() nothing_found />
            }))}
            <ShowMore pages=data.lists.history.pages />
        }
    };
    view! {
        <section aria-labelledby="history">
            <h2 id="history">{t!(sign_ins.history)}</h2>
            <div class="finding">
                <Search label=t!(sign_ins.search) q=data.q />
                <div class="search">
                    <label for="outcome">{t!(sign_ins.filter)}</label>
                    <select id="outcome" on:change=move |event| data.filter.set(event_target_value(&event))>
                        {options.collect::<Vec<_>>()}
                    </select>
                </div>
            </div>
            <Loaded query=data.lists.history.pages.first rows=8 content />
        </section>
    }
}

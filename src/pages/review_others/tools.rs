//! Searching, filtering, and what can be done with the selected rows.

use leptos::{html, prelude::*, task::spawn_local};
use portal_contract::access_reviews::{ItemFilter, NewDecision, Selection};

use super::{
    change::Change,
    data::{FILTERS, Open},
};
use crate::{
    components::{button::Button, search::Search},
    i18n::{Words, format, text},
    pause,
    state::online::Online,
    t,
    view::{Built, Reading, said, view},
};

/// The tools above the rows.
#[component]
pub fn Tools(data: Open) -> Built {
    let choose = move |event| {
        let value = event_target_value(&event);
        let chosen = FILTERS.iter().find(|(name, _)| *name == value).map(|it| it.1);
        data.filter.set(chosen.unwrap_or_default());
    };
    let options = FILTERS.map(|(value, filter)| view! { <option value=value>{called(filter)}</option> });
    view! {
        <div class="find">
            <Search label=t!(review_others.search) q=data.q />
            <div class="search">
                <label for="filter">{t!(review_others.show)}</label>
                <select id="filter" on:change=choose>{Vec::from(options)}</select>
            </div>
        </div>
        <div class="bar">
            <SelectAll data />
            <div class="decide">
                {decide(data, "primary", t!(review_others.approve), NewDecision::Approve)}
                {decide(data, "plain", t!(review_others.deny), NewDecision::Deny)}
                {decide(data, "plain", t!(review_others.dont_know), NewDecision::DontKnow)}
                {undo(data)}
                {accept(data)}
            </div>
        </div>
        <p class="meta hint">{t!(review_others.range_hint)}</p>
    }
}

fn called(filter: ItemFilter) -> Words {
    match filter {
        ItemFilter::All => t!(review_others.all),
        ItemFilter::Undecided => t!(review_others.undecided),
        ItemFilter::Approved => t!(review_others.approved),
        ItemFilter::Denied => t!(review_others.denied),
        ItemFilter::DontKnow => t!(review_others.unknown),
    }
}

#[component]
fn SelectAll(data: Open) -> Built {
    let element = NodeRef::<html::Input>::new();
    let rows = data.list.rows;
    Effect::new(move |_| {
        let (count, all) = (data.count(), rows.with(Vec::len));
        if let Some(element) = element.get() {
            element.set_checked(count > 0 && count == all);
            element.set_indeterminate(count > 0 && count < all);
        }
    });
    let selected = move || {
        let count = data.count();
        (text().review_others().selected)(&format::number(count as f64), count == 1)
    };
    view! {
        <div class="all">
            <label class="check">
                <input
                    type="checkbox"
                    node_ref=element
                    on:change=move |event| data.selected.set_all(event_target_checked(&event))
                />
                {t!(review_others.select_all)}
            </label>
            <span class="meta" role="status">{said(selected)}</span>
        </div>
    }
}

/// Whether there is nothing to do it with; reactive.
fn idle(data: Open) -> Reading<bool> {
    let online = Online::now();
    Reading::new(move || !online.get() || data.count() == 0)
}

fn decide(data: Open, kind: &'static str, label: Words, decision: NewDecision) -> Built {
    let ask = move |()| {
        ask(data, told(data), Some(decision));
    };
    view! { <Button kind label disabled=idle(data) press=ask /> }
}

fn undo(data: Open) -> Built {
    let press = move |()| {
        let change = Change { selection: told(data), decision: Some(NewDecision::None), reason: None };
        data.undo.run(change);
        data.selected.set_all(false);
    };
    view! {
        <Button
            kind="quiet"
            label=t!(review_others.undo)
            busy=t!(review_others.saving)
            pending=data.undo.pending()
            disabled=idle(data)
            press
        />
    }
}

/// For the selected rows; where none are, for everybody about whom nobody has decided.
fn accept(data: Open) -> Built {
    let online = Online::now();
    let press = move |()| {
        let selection = match untrack(|| data.count()) {
            0 => undecided(),
            _ => told(data),
        };
        ask(data, selection, None);
    };
    view! {
        <Button
            kind="quiet"
            label=t!(review_others.accept)
            disabled=Reading::new(move || !online.get())
            press
        />
    }
}

fn undecided() -> Selection {
    Selection { all: true, filter: ItemFilter::Undecided, ..Selection::default() }
}

fn told(data: Open) -> Selection {
    data.selected.told(data.filter.get_untracked(), data.q.get_untracked())
}

fn ask(data: Open, selection: Selection, decision: Option<NewDecision>) {
    data.asked.set(Change { selection, decision, reason: None });
    spawn_local(async move {
        // A dialog makes everything behind it inert, which is enough for one frame; the pressed button is another.
        pause::drawn().await;
        data.asking.try_set(true);
    });
}

/// How many rows a dialog is about; reactive.
pub fn about(data: Open) -> usize {
    data.asked.with(|it| match it.selection.all {
        true => data.list.rows.with(Vec::len).saturating_sub(it.selection.except.len()),
        false => it.selection.numbers.len(),
    })
}

/// The heading of the dialog; reactive.
pub fn title(data: Open) -> String {
    let words = text().review_others();
    let count = about(data);
    let (decision, everybody) = data.asked.with(|it| (it.decision, it.selection == undecided()));
    let told = match decision {
        None if everybody => return words.accept_all_title.to_owned(),
        None => words.accept_title,
        Some(NewDecision::Approve) => words.approve_title,
        Some(NewDecision::Deny) => words.deny_title,
        Some(NewDecision::DontKnow | NewDecision::None) => words.dont_know_title,
    };
    told(&format::number(count as f64), count == 1)
}

/// What the button of the dialog says; reactive.
pub fn action(data: Open) -> &'static str {
    let words = text().review_others();
    match data.asked.with(|it| it.decision) {
        None => words.accept,
        Some(NewDecision::Approve) => words.approve,
        Some(NewDecision::Deny) => words.deny,
        Some(NewDecision::DontKnow | NewDecision::None) => words.dont_know,
    }
}

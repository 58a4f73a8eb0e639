//! One person: who they are, what is recommended and why, what was decided and by whom.

use leptos::{html, prelude::*};
use portal_contract::access_reviews::{Decision, NewDecision, Recommendation, ReviewDecision, ReviewItem, Selection};

use super::{change::Change, data::Open};
use crate::{
    components::{
        button::Button,
        icon::{CLOSE, DONE, HELP, Icon},
    },
    i18n::{format, text},
    state::online::Online,
    t,
    view::{Built, Reading, live, said, view},
};

/// The row. Only its own two memos follow the selection and the decisions.
pub fn row(item: ReviewItem, data: Open) -> Built {
    let number = item.number;
    let (all, selected) = (data.list.rows, data.selected);
    let element = NodeRef::<html::Input>::new();
    let chosen = Memo::new(move |_| selected.has(number));
    Effect::new(move |_| {
        let chosen = chosen.get();
        if let Some(element) = element.get() {
            element.set_checked(chosen);
        }
    });
    let index = all.with_untracked(|it| place(it, number)).unwrap_or_default();
    let decision = Memo::new(move |_| all.with(|it| it.get(place(it, number)?)?.decision.clone()));
    // A decision that follows another one keeps the button, and the focus on it.
    let undoable = Memo::new(move |_| decision.with(Option::is_some));
    let (id, name) = (format!("person-{number}"), item.display_name.clone());
    let earlier = item.earlier.clone();
    view! {
        <div role="row" aria-rowindex=(index + 2).to_string() data-selected=move || chosen.get().then_some("")>
            <span role="cell">
                <input type="checkbox" id=id.clone() value=number.to_string() node_ref=element />
            </span>
            <span role="cell" class="person">
                <label for=id>{name.clone()}</label>
                <span class="meta">
                    {item.user_id.clone()} {item.guest.then(|| view! { " · " {t!(review_others.guest)} })}
                </span>
            </span>
            <span role="cell">{recommended(&item)}</span>
            <span role="cell" class="decision">
                <span>
                    {live(move || decided(decision.get()))}
                    {earlier.map(|it| view! { <span class="meta">{said(move || before(&it))}</span> })}
                </span>
                {live(move || undoable.get().then(|| untrack(|| undo(data, number, name.clone()))))}
            </span>
        </div>
    }
}

fn place(rows: &[ReviewItem], number: u32) -> Option<usize> {
    rows.binary_search_by_key(&number, |it| it.number).ok()
}

fn recommended(item: &ReviewItem) -> Built {
    let (icon, state) = match item.recommendation {
        Recommendation::Approve => (DONE, "approved"),
        Recommendation::Deny => (CLOSE, "denied"),
        Recommendation::Unknown => return view! { "" },
    };
    let denies = item.recommendation == Recommendation::Deny;
    let last = item.last_sign_in_at.clone();
    let word = move || if denies { text().review_others().deny } else { text().review_others().approve };
    let ground = move || {
        let words = text().review_others();
        match &last {
            None => words.never.to_owned(),
            Some(at) if denies => (words.quiet)(&format::ago(at)),
            Some(at) => (words.signed_in)(&format::ago(at)),
        }
    };
    view! {
        <span class="verdict" data-state=state>
            <Icon path=icon />
            {live(word)}
        </span>
        <span class="meta">{said(ground)}</span>
    }
}

/// What was decided, by whom and why.
fn decided(decision: Option<ReviewDecision>) -> Built {
    let Some(it) = decision else {
        return view! { <span class="meta">{t!(review_others.undecided)}</span> };
    };
    let (icon, state) = match it.decision {
        Decision::Approve => (DONE, "approved"),
        Decision::Deny => (CLOSE, "denied"),
        Decision::DontKnow | Decision::Unknown => (HELP, "unknown"),
    };
    let (what, shown) = (it.decision, it.clone());
    view! {
        <span class="verdict" data-state=state>
            <Icon path=icon />
            {live(move || word(what))}
        </span>
        <span class="meta">{said(move || who(&shown))}</span>
        {it.reason.map(|reason| view! { <span class="reason">{reason}</span> })}
    }
}

/// What a decision is called; reactive.
fn word(decision: Decision) -> &'static str {
    let words = text().review_others();
    match decision {
        Decision::Approve => words.approved,
        Decision::Deny => words.denied,
        Decision::DontKnow | Decision::Unknown => words.unknown,
    }
}

/// By whom; reactive.
fn who(decision: &ReviewDecision) -> String {
    let words = text().review_others();
    match &decision.decided_by {
        _ if decision.by_me => words.by_you.to_owned(),
        Some(name) => (words.by)(name),
        None => words.by_somebody.to_owned(),
    }
}

/// What the stage before decided; reactive.
fn before(decision: &ReviewDecision) -> String {
    (text().review_others().earlier)(&format!("{} {}", word(decision.decision), who(decision)))
}

fn undo(data: Open, number: u32, name: String) -> Built {
    let online = Online::now();
    let press = move |()| {
        let selection = Selection { numbers: vec![number], ..Selection::default() };
        data.undo.run(Change { selection, decision: Some(NewDecision::None), reason: None });
    };
    view! {
        <Button
            kind="quiet"
            label=t!(review_others.undo)
            name=Reading::new(move || (text().review_others().undo_label)(&name))
            disabled=Reading::new(move || !online.get())
            press
        />
    }
}

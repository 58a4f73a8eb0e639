//! One collection: what it is and what can be done with it; and the question before it is deleted.

use leptos::prelude::*;
use portal_contract::collections::{Collection, CollectionKind};

use super::data::{List, called};
use crate::{
    components::{button::Button, confirm_dialog::ConfirmDialog},
    i18n::{Sentence, format, text, text_now},
    routes,
    state::online::Online,
    t,
    view::{Built, Reading, live, said, view},
};

/// What is in the row of a collection.
pub fn row(collection: Collection, list: List) -> Built {
    let shown = StoredValue::new(collection.clone());
    let id = StoredValue::new(collection.id.clone());
    let default = move || id.with_value(|id| list.is_default(id));
    let hidden = move || id.with_value(|id| list.is_hidden(id));
    let badge = move || match (hidden(), default()) {
        (true, _) => Some(view! { <span class="badge">{t!(collections.hidden)}</span> }),
        (false, true) => Some(view! { <span class="badge" data-default>{t!(collections.default)}</span> }),
        (false, false) => None,
    };
    let about = move || {
        shown.with_value(|it| {
            let words = text().collections();
            let apps = (words.apps)(&format::number(it.app_count.into()), it.app_count == 1);
            match it.kind {
                CollectionKind::Administrator => format!("{apps} · {}", words.by_organization),
                _ => apps,
            }
        })
    };
    let own = (collection.kind == CollectionKind::Own).then(|| own(shown, list));
    view! {
        {list.order.grip()}
        <div class="who">
            <h2>{said(move || shown.with_value(called))} {live(badge)}</h2>
            <p class="meta">{said(about)}</p>
        </div>
        <div class="steps">{list.order.steps(&collection.id.0)}</div>
        <div class="row-actions">
            {own}
            {toggle(shown, list)}
        </div>
    }
}

fn name(of: StoredValue<Collection>, words: Sentence) -> Reading<String> {
    Reading::new(move || words()(&of.with_value(called)))
}

fn offline() -> Reading<bool> {
    let online = Online::now();
    Reading::new(move || !online.get())
}

/// What can be done with one's own.
fn own(shown: StoredValue<Collection>, list: List) -> Built {
    let edit = shown.with_value(|it| format!("{}?collection={}", routes::COLLECTION, it.id));
    view! {
        <a href=edit class="button" data-kind="quiet" aria-label=name(shown, || text().collections().edit_name)>
            {t!(collections.edit)}
        </a>
        <Button
            kind="quiet"
            label=t!(collections.delete)
            name=name(shown, || text().collections().delete_name)
            disabled=offline()
            press=move |()| list.ask(shown.get_value())
        />
    }
}

/// **Hide**, or **Show** where it is hidden: one button, which keeps the focus.
fn toggle(shown: StoredValue<Collection>, list: List) -> Built {
    let hidden = Reading::new(move || shown.with_value(|it| list.is_hidden(&it.id)));
    let acting = Reading::new(move || shown.with_value(|it| list.is_acting(&it.id)));
    let words = move || {
        let words = text().collections();
        match (acting.get(), hidden.get()) {
            (true, true) => words.showing,
            (true, false) => words.hiding,
            (false, true) => words.show,
            (false, false) => words.hide,
        }
        .to_owned()
    };
    let longer = move || {
        let words = text().collections();
        (if hidden.get() { words.show_name } else { words.hide_name })(&shown.with_value(called))
    };
    view! {
        <Button
            kind="quiet"
            label=Reading::new(words)
            name=Reading::new(longer)
            pending=acting
            disabled=offline()
            press=move |()| list.toggle(shown.get_value())
        />
    }
}

/// Asks before a collection is deleted.
#[component]
pub fn DeleteDialog(list: List) -> Built {
    let name = move || list.asked.with(|it| it.as_ref().map(called).unwrap_or_default());
    let explain = Callback::new(|error: crate::api::error::ApiError| {
        let last = error.is(portal_contract::problem::Code::LastVisible);
        last.then(|| text_now().collections().last_visible.to_owned())
    });
    view! {
        <ConfirmDialog
            open=list.asking
            title=move || (text().collections().confirm_title)(&name())
            lost=t!(collections.lost)
            finality=t!(collections.finality)
            action=t!(collections.delete)
            busy=t!(collections.deleting)
            pending=list.remove.pending()
            error=list.remove.error()
            explain=explain
            confirm=move |()| list.confirm()
            cancel=move |()| list.cancel()
        />
    }
}

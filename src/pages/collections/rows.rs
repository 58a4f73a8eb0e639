//! One collection: what it is and what can be done with it; and the question before it is deleted.

use leptos::prelude::*;
use portal_contract::{
    collections::{Collection, CollectionKind},
    problem::Code,
};

use super::{data::List, names::called};
use crate::{
    api::error::ApiError,
    components::{button::Button, confirm_dialog::ConfirmDialog},
    i18n::{Sentence, format, text},
    routes,
    state::online::Online,
    t,
    view::{Built, Reading, live, said, view},
};

/// What is in the row of a collection.
pub fn row(collection: Collection, list: List) -> Built {
    let id = StoredValue::new(collection.id.0.clone());
    let (kind, count) = (collection.kind, collection.app_count);
    let badge = move || match id.with_value(|id| (list.is_hidden(id), list.is_default(id))) {
        (true, _) => Some(view! { <span class="badge">{t!(collections.hidden)}</span> }),
        (false, true) => Some(view! { <span class="badge" data-default>{t!(collections.default)}</span> }),
        (false, false) => None,
    };
    let about = move || {
        let words = text().collections();
        let apps = (words.apps)(&format::number(count.into()), count == 1);
        match kind {
            CollectionKind::Administrator => format!("{apps} · {}", words.by_organization),
            _ => apps,
        }
    };
    let own = kind == CollectionKind::Own;
    view! {
        {list.order.grip()}
        <div class="who">
            <h2>{said(move || called(&collection))} {live(badge)}</h2>
            <p class="meta">{said(about)}</p>
        </div>
        <div class="steps">{list.order.steps(&id.get_value())}</div>
        <div class="row-actions">
            {own.then(|| edit(id, list))}
            {toggle(id, list)}
            {own.then(|| delete(id, list))}
        </div>
    }
}

fn name(id: StoredValue<String>, list: List, words: Sentence) -> Reading<String> {
    Reading::new(move || words()(&id.with_value(|id| list.called(id))))
}

fn offline() -> Reading<bool> {
    let online = Online::now();
    Reading::new(move || !online.get())
}

fn edit(id: StoredValue<String>, list: List) -> Built {
    let address = id.with_value(|id| format!("{}?collection={id}", routes::COLLECTION));
    let name = name(id, list, || text().collections().edit_name);
    view! { <a href=address class="button" data-kind="quiet" aria-label=name>{t!(collections.edit)}</a> }
}

fn delete(id: StoredValue<String>, list: List) -> Built {
    view! {
        <Button
            kind="quiet"
            label=t!(collections.delete)
            name=name(id, list, || text().collections().delete_name)
            disabled=offline()
            press=move |()| list.ask(id.get_value())
        />
    }
}

/// **Hide**, or **Show** where it is hidden: one button, which keeps the focus.
fn toggle(id: StoredValue<String>, list: List) -> Built {
    let hidden = Reading::new(move || id.with_value(|id| list.is_hidden(id)));
    let acting = Reading::new(move || id.with_value(|id| list.is_acting(id)));
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
        (if hidden.get() { words.show_name } else { words.hide_name })(&id.with_value(|id| list.called(id)))
    };
    view! {
        <Button
            kind="quiet"
            label=Reading::new(words)
            name=Reading::new(longer)
            pending=acting
            disabled=offline()
            press=move |()| list.toggle(id.get_value())
        />
    }
}

/// Asks before a collection is deleted.
#[component]
pub fn DeleteDialog(list: List) -> Built {
    let name = move || list.asked.with(|id| list.called(id));
    let explain = Callback::new(|error: ApiError| {
        error.is(Code::LastVisible).then(|| text().collections().last_visible.to_owned())
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

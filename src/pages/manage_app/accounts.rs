//! The accounts that are saved for the app.

use leptos::prelude::*;
use portal_contract::saved_accounts::{SavedAccount, SavedAccounts};

use super::{
    account_form::AccountForm,
    data::{Asked, ManageApp},
    row,
};
use crate::{
    components::{button::Button, dialog::Dialog, empty::Empty, icon::PASSWORD, loaded::Loaded},
    i18n::{Sentence, format, text},
    state::capabilities,
    state::{online::Online, query::Fetched},
    t,
    view::{Built, Reading, live, said, view},
};

/// The section with its form.
#[component]
pub fn SavedAccountList(data: ManageApp) -> Built {
    let online = Online::now();
    // Outside of the list, so that it is still there when the focus returns to it.
    let room = Memo::new(move |_| match data.accounts.fetched() {
        Fetched::Ready(it) => it.offered && it.items.len() < it.limit as usize,
        _ => false,
    });
    let add = move || {
        let press = move |()| data.edit(None);
        let operation = capabilities::SAVED_ACCOUNTS;
        room.get().then(|| view! { <Button operation label=t!(manage_app.add) disabled=move || !online.get() press /> })
    };
    let title = move || {
        data.editing.track();
        let words = text().manage_app();
        match data.edited.get_value() {
            Some(it) => (words.change_title)(&it.label),
            None => (words.add_title)(&data.name()),
        }
    };
    view! {
        <section aria-labelledby="saved-accounts">
            <div class="heading">
                <h2 id="saved-accounts">{t!(manage_app.saved)}</h2>
                {live(add)}
            </div>
            <Loaded query=data.accounts rows=1 content=move |it| list(it, data) />
            <Dialog
                open=data.editing
                title
                close=move |()| data.editing.set(false)
                content=move |()| view! { <AccountForm data /> }
            />
        </section>
    }
}

fn list(saved: SavedAccounts, data: ManageApp) -> Built {
    let SavedAccounts { offered, limit, items } = saved;
    if items.is_empty() {
        return match offered {
            true => view! { <Empty title=t!(manage_app.saved_none) note=t!(manage_app.saved_none_note) /> },
            false => view! { <Empty title=t!(manage_app.not_offered) note=t!(manage_app.not_offered_note) /> },
        };
    }
    let full = items.len() >= limit as usize;
    let note = move || match (offered, full) {
        (false, _) => text().manage_app().offered_no_more.to_owned(),
        (true, true) => (text().manage_app().full)(&format::number(limit.into())),
        (true, false) => text().manage_app().saved_intro.to_owned(),
    };
    view! {
        <p class="note">{said(note)}</p>
        <ul class="rows">{items.into_iter().map(|it| account(it, offered, data)).collect::<Vec<_>>()}</ul>
    }
}

fn account(account: SavedAccount, offered: bool, data: ManageApp) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let shown = StoredValue::new_local(account);
    let label = Reading::new(move || shown.with_value(|it| it.label.clone()));
    let user_name = Reading::new(move || shown.with_value(|it| it.user_name.clone()));
    let saved =
        Reading::new(move || (text().manage_app().saved_on)(&shown.with_value(|it| format::date(&it.saved_at))));
    let name = |words: Sentence| Reading::new(move || words()(&label.get()));
    let change = offered.then(|| {
        let name = name(|| text().manage_app().change_label);
        let press = move |()| data.edit(Some(shown.get_value()));
        let operation = capabilities::SAVED_ACCOUNTS;
        view! { <Button operation label=t!(manage_app.change) name disabled=offline press /> }
    });
    let actions = view! {
        {change}
        <Button
            operation=capabilities::SAVED_ACCOUNTS
            kind="quiet"
            label=t!(manage_app.clear)
            name=name(|| text().manage_app().clear_label)
            disabled=offline
            press=move |()| data.ask(Asked::Clear(shown.get_value()))
        />
    };
    row(PASSWORD, [label, user_name, saved], actions)
}

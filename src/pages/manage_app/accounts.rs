//! The accounts that are saved for the app: the list, and clearing one.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    problem::Code,
    saved_accounts::{SavedAccount, SavedAccounts},
};

use super::{Managed, account_form::AccountForm};
use crate::{
    api::{self, error::ApiError},
    components::{
        button::Button,
        confirm_dialog::ConfirmDialog,
        dialog::Dialog,
        empty::Empty,
        icon::{Icon, PASSWORD},
        loaded::Loaded,
    },
    i18n::{Sentence, format, text, text_now},
    state::{
        command::Command,
        messages::Messages,
        online::Online,
        query::{Fetched, Query},
        session::Session,
    },
    t,
    view::{Built, Reading, live, said, view},
};

/// The saved accounts, and the one that a dialog is about.
#[derive(Clone, Copy)]
pub struct Accounts {
    /// Of which app.
    pub app: Managed,
    /// What is saved.
    pub list: Query<SavedAccounts>,
    /// Whether the form is open.
    pub editing: RwSignal<bool>,
    /// Which one is changed or cleared, nothing for a new one; kept while the dialog closes.
    pub asked: RwSignal<Option<SavedAccount>>,
    clear: Command<SavedAccount>,
    asking: RwSignal<bool>,
}

impl Accounts {
    /// Starts reading.
    pub fn new(app: Managed) -> Self {
        let read = move || {
            let id = app.id.get_value();
            async move { api::saved_accounts::list(&id).await }
        };
        let list = Query::new(read);
        let (messages, session) = (Messages::here(), Session::here());
        let asking = RwSignal::new(false);
        let over = move |account: &SavedAccount| {
            asking.try_set(false);
            messages.success((text_now().manage_app().cleared)(&account.label));
            list.refetch();
        };
        let send = move |account: SavedAccount, _| {
            let id = app.id.get_value();
            async move { api::saved_accounts::clear(&id, &account.id).await }
        };
        let clear = Command::new(send, move |account: SavedAccount, outcome: Result<(), ApiError>| match outcome {
            Ok(()) => over(&account),
            Err(error) if error.is(Code::NotFound) => {
                over(&account);
                app.details.refetch();
            }
            // Nobody knows whether it worked (R2): the list tells. Where it did not, the dialog keeps **Try again**.
            Err(error) if error.outcome_unknown() => spawn_local(async move {
                if let Ok(found) = session.guarded(read).await
                    && !found.items.iter().any(|it| it.id == account.id)
                {
                    over(&account);
                }
            }),
            Err(_) => list.refetch(),
        });
        Self { app, list, editing: RwSignal::new(false), asked: RwSignal::new(None), clear, asking }
    }

    /// Opens the form: for a new one, or to change one.
    fn edit(self, account: Option<SavedAccount>) {
        self.asked.set(account);
        self.editing.set(true);
    }

    /// The section with its dialogs.
    pub fn section(self) -> Built {
        let online = Online::now();
        let title = move || {
            let words = text().manage_app();
            self.asked.with(|it| match it {
                Some(it) => (words.change_title)(&it.label),
                None => (words.add_title)(&self.app.name()),
            })
        };
        // Outside of the list, so that it is still there when the focus returns to it.
        let room = Memo::new(move |_| match self.list.fetched() {
            Fetched::Ready(it) => it.offered && it.items.len() < it.limit as usize,
            _ => false,
        });
        let add = move || {
            let press = move |()| self.edit(None);
            room.get().then(|| view! { <Button label=t!(manage_app.add) disabled=move || !online.get() press /> })
        };
        view! {
            <section aria-labelledby="saved-accounts">
                <div class="heading">
                    <h2 id="saved-accounts">{t!(manage_app.saved)}</h2>
                    {live(add)}
                </div>
                <Loaded query=self.list rows=1 content=move |it| self.content(it) />
                <Dialog
                    open=self.editing
                    title
                    close=move |()| self.editing.set(false)
                    content=move |()| view! { <AccountForm accounts=self /> }
                />
                {self.dialog()}
            </section>
        }
    }

    fn content(self, saved: SavedAccounts) -> Built {
        let SavedAccounts { offered, limit, items } = saved;
        let full = offered && items.len() >= limit as usize;
        let note = move || (text().manage_app().full)(&format::number(limit.into()));
        match (offered, items.is_empty()) {
            (false, true) => view! { <Empty title=t!(manage_app.not_offered) note=t!(manage_app.not_offered_note) /> },
            (true, true) => view! { <Empty title=t!(manage_app.saved_none) note=t!(manage_app.saved_none_note) /> },
            _ => view! {
                <p class="note">{t!(manage_app.saved_intro)}</p>
                {(!offered).then(|| view! { <p class="note">{t!(manage_app.offered_no_more)}</p> })}
                {full.then(|| view! { <p class="note">{said(note)}</p> })}
                <ul class="rows">{items.into_iter().map(|it| self.row(it, offered)).collect::<Vec<_>>()}</ul>
            },
        }
    }

    fn row(self, account: SavedAccount, offered: bool) -> Built {
        let online = Online::now();
        let offline = Reading::new(move || !online.get());
        let shown = StoredValue::new(account.clone());
        let name = |words: Sentence| Reading::new(move || words()(&shown.with_value(|it| it.label.clone())));
        let saved = move || (text().manage_app().saved_on)(&shown.with_value(|it| format::date(&it.saved_at)));
        let change = offered.then(|| {
            let press = move |()| self.edit(Some(shown.get_value()));
            let name = name(|| text().manage_app().change_label);
            view! { <Button label=t!(manage_app.change) name disabled=offline press /> }
        });
        let clear = move |()| {
            self.asked.set(Some(shown.get_value()));
            self.asking.set(true);
        };
        view! {
            <li class="card row">
                <Icon path=PASSWORD />
                <div class="who">
                    <h3>{account.label}</h3>
                    <p>{account.user_name}</p>
                    <p class="meta">{said(saved)}</p>
                </div>
                <div class="row-actions">
                    {change}
                    <Button
                        kind="quiet"
                        label=t!(manage_app.clear)
                        name=name(|| text().manage_app().clear_label)
                        disabled=offline
                        press=clear
                    />
                </div>
            </li>
        }
    }

    fn dialog(self) -> Built {
        let part = move |read: fn(&SavedAccount) -> &String| {
            self.asked.with(|it| it.as_ref().map(|it| read(it).clone()).unwrap_or_default())
        };
        view! {
            <ConfirmDialog
                open=self.asking
                title=move || (text().manage_app().clear_title)(&part(|it| &it.label))
                lost=move || (text().manage_app().clear_lost)(&part(|it| &it.user_name), &self.app.name())
                finality=t!(manage_app.clear_final)
                action=t!(manage_app.clear)
                busy=t!(manage_app.clearing)
                pending=self.clear.pending()
                error=self.clear.error()
                confirm=move |()| {
                    if let Some(account) = self.asked.get_untracked() {
                        self.clear.run(account);
                    }
                }
                cancel=move |()| {
                    self.asking.set(false);
                    self.clear.forget();
                }
            />
        }
    }
}

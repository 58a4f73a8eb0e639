//! The form of a saved account: a new one, or what is to be changed of one. Its password can be typed, never read.

use leptos::{ev, prelude::*};
use portal_contract::{
    problem::Code,
    saved_accounts::{NewSavedAccount, SavedAccount, SavedAccountChange},
};

use super::accounts::Accounts;
use crate::{
    api::{self, error::ApiError},
    components::{
        button::Button,
        field::{self, Field},
        form::Form,
        notice::Notice,
        scoped,
    },
    i18n::{text, text_now},
    state::{messages::Messages, online::Online, query::Fetched, session::Session},
    t,
    view::{Built, Reading, view},
};

const LABEL: &str = "label";
const USER_NAME: &str = "userName";
const PASSWORD: &str = "password";

/// The form; what is typed survives every refusal.
#[component]
pub fn AccountForm(accounts: Accounts) -> Built {
    let (session, messages, online) = (Session::here(), Messages::here(), Online::now());
    let form = Form::new();
    let known = accounts.asked.get_untracked();
    let is_new = known.is_none();
    let (label, user_name) = known.clone().map(|it| (it.label, it.user_name)).unwrap_or_default();
    let over = move |words: fn(&str) -> String, label: String| {
        accounts.editing.try_set(false);
        messages.success(words(&label));
        accounts.list.refetch();
    };
    let app = accounts.app.id.get_value();
    let submit = move |event: ev::SubmitEvent| {
        let app = app.clone();
        match known.clone() {
            None => {
                let Some(entered) = form.submitted(&event, [LABEL, USER_NAME, PASSWORD]) else { return };
                let key = form.key(&entered.join("\n"));
                let [label, user_name, password] = entered;
                let new = NewSavedAccount { label, user_name, password };
                let label = new.label.clone();
                let request = async move {
                    let outcome = session.guarded(|| api::saved_accounts::add(&app, &new, &key)).await;
                    outcome.inspect_err(|it| look_again(accounts, it))
                };
                form.send(request, move |()| over(text_now().manage_app().added, label));
            }
            Some(known) => {
                let Some([label, user_name]) = form.submitted(&event, [LABEL, USER_NAME]) else { return };
                // Only what differs, so that nothing is undone that another tab saved.
                let change = SavedAccountChange {
                    label: Some(label.clone()).filter(|it| *it != known.label),
                    user_name: Some(user_name).filter(|it| *it != known.user_name),
                    password: Some(form.value(PASSWORD)).filter(|it| !it.is_empty()),
                };
                if change == SavedAccountChange::default() {
                    return over(|_| text_now().manage_app().unchanged.to_owned(), label);
                }
                let version = newest(accounts, &known).etag;
                let request = async move {
                    let send = || api::saved_accounts::change(&app, &known.id, &change, &version);
                    session.guarded(send).await.inspect_err(|it| look_again(accounts, it))
                };
                form.send(request, move |()| over(text_now().manage_app().changed, label));
            }
        }
    };
    let explain = move |error: ApiError| {
        let words = text().manage_app();
        let now = accounts.asked.get().map(|it| newest(accounts, &it));
        match now {
            Some(it) if error.is(Code::Stale) => Some((words.stale)(&it.label, &it.user_name)),
            _ if error.is(Code::LimitReached) => Some(words.limit_reached.to_owned()),
            _ if error.is(Code::SavedAccountsNotOffered) => Some(words.offered_no_more.to_owned()),
            _ => None,
        }
    };
    view! {
        <form node_ref=form.element novalidate autocomplete="off" on:submit=submit>
            <Notice error=form.error explain=Some(Callback::new(explain)) />
            <Field
                name=LABEL
                id="account-label"
                label=t!(manage_app.label)
                hint=t!(manage_app.label_hint)
                error=form.refused(LABEL, t!(manage_app.label_needed), t!(error.field))
                value=label
                autocomplete="off"
                autofocus=true
            />
            <Field
                name=USER_NAME
                id="account-user-name"
                label=t!(manage_app.user_name)
                error=form.refused(USER_NAME, t!(manage_app.user_name_needed), t!(error.field))
                value=user_name
                autocomplete="off"
            />
            <Password is_new error=form.refused(PASSWORD, t!(manage_app.password_needed), t!(error.field)) />
            <div class="actions">
                <button type="button" class="button" data-kind="plain" on:click=move |_| accounts.editing.set(false)>
                    {t!(common.cancel)}
                </button>
                <Button
                    kind="primary"
                    button_type="submit"
                    label=t!(common.save)
                    busy=t!(manage_app.saving)
                    pending=form.pending
                    disabled=move || !online.get()
                />
            </div>
        </form>
    }
}

/// The password at the app, to be looked at while it is typed. Not for the password manager that knows the portal's.
#[component]
fn Password(is_new: bool, error: Reading<Option<String>>) -> Built {
    let seen = RwSignal::new(false);
    let (label, hint) = match is_new {
        true => (t!(manage_app.password), t!(manage_app.password_hint)),
        false => (t!(manage_app.new_password), t!(manage_app.new_password_hint)),
    };
    let described = move || if error.get().is_some() { "account-password-error" } else { "account-password-hint" };
    view! {
        <div class=scoped("field", field::scope())>
            <label for="account-password">{label}</label>
            <p class="meta" id="account-password-hint">{hint}</p>
            <input
                id="account-password"
                name=PASSWORD
                type=move || if seen.get() { "text" } else { "password" }
                autocomplete="new-password"
                autocapitalize="none"
                spellcheck="false"
                aria-required=is_new.then_some("true")
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=described
            />
            <p class="error" id="account-password-error">{error}</p>
        </div>
        <label class="seen">
            <input type="checkbox" on:change=move |event| seen.set(event_target_checked(&event)) />
            {t!(manage_app.show_password)}
        </label>
    }
}

/// Where the outcome is unknown, or somebody else was faster, the list tells how things are.
fn look_again(accounts: Accounts, error: &ApiError) {
    if error.outcome_unknown() || [Code::Stale, Code::NotFound, Code::LimitReached].iter().any(|it| error.is(*it)) {
        accounts.list.refetch();
    }
}

/// The account as it is now, as far as the page knows; reactive.
fn newest(accounts: Accounts, known: &SavedAccount) -> SavedAccount {
    let now = match accounts.list.fetched() {
        Fetched::Ready(now) => now.items.into_iter().find(|it| it.id == known.id),
        _ => None,
    };
    now.unwrap_or_else(|| known.clone())
}

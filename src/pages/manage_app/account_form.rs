//! The form of a saved account: a new one, or what is to be changed of one. Its password can be typed, never read.

use leptos::{ev, prelude::*};
use portal_contract::{
    problem::Code,
    saved_accounts::{NewSavedAccount, SavedAccount, SavedAccountChange},
};

use super::data::ManageApp;
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
pub fn AccountForm(data: ManageApp) -> Built {
    let (session, messages, online) = (Session::here(), Messages::here(), Online::now());
    let form = Form::new();
    let known = data.edited.get_value();
    let is_new = known.is_none();
    let (label, user_name) = known.clone().map(|it| (it.label, it.user_name)).unwrap_or_default();
    let over = move |text: String| {
        data.editing.try_set(false);
        messages.success(text);
    };
    let submit = move |event: ev::SubmitEvent| {
        let password = form.value(PASSWORD);
        // Of a known one the password may be left out: then it stays.
        let needed = if known.is_some() { USER_NAME } else { PASSWORD };
        let Some([label, user_name, _]) = form.submitted(&event, [LABEL, USER_NAME, needed]) else { return };
        let words = text_now().manage_app();
        let change = SavedAccountChange {
            label: differing(&label, known.as_ref().map(|it| &it.label)),
            user_name: differing(&user_name, known.as_ref().map(|it| &it.user_name)),
            password: Some(password.clone()).filter(|it| !it.is_empty()),
        };
        if known.is_some() && change == SavedAccountChange::default() {
            return over(words.unchanged.to_owned());
        }
        let said = if known.is_some() { words.changed } else { words.added }(&label);
        let known = known.as_ref().map(|it| newest(data, it));
        let key = form.key(&format!("{label}\n{user_name}\n{password}"));
        let new = NewSavedAccount { label, user_name, password };
        let app = data.id.get_value();
        let request = async move {
            let send = || async {
                match &known {
                    Some(known) => api::saved_accounts::change(&app, &known.id, &change, &known.etag).await,
                    None => api::saved_accounts::add(&app, &new, &key).await,
                }
            };
            let outcome = session.guarded(send).await;
            // Also where nobody knows whether it worked, or somebody else was faster: the list tells how things are.
            data.accounts.refetch();
            outcome
        };
        form.send(request, move |()| over(said));
    };
    let explain = move |error: ApiError| {
        let words = text().manage_app();
        let now = data.edited.get_value().map(|it| newest(data, &it));
        match now {
            Some(it) if error.is(Code::Stale) => Some((words.stale)(&it.label, &it.user_name)),
            _ if error.is(Code::LimitReached) => Some(words.limit_reached.to_owned()),
            _ if error.is(Code::SavedAccountsNotOffered) => Some(words.offered_no_more.to_owned()),
            _ if error.outcome_unknown() => Some(words.unknown.to_owned()),
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
                <button type="button" class="button" data-kind="plain" on:click=move |_| data.editing.set(false)>
                    {t!(common.cancel)}
                </button>
                <Button
                    kind="primary"
                    button_type="submit"
                    label=t!(common.save)
                    busy=t!(common.working)
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
    let wrong = move || error.get().is_some();
    let described = move || if wrong() { "account-password-error" } else { "account-password-hint" };
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
                aria-invalid=move || wrong().then_some("true")
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

/// Only what differs is sent, so that nothing is undone that another tab saved.
fn differing(typed: &str, known: Option<&String>) -> Option<String> {
    Some(typed.to_owned()).filter(|it| known != Some(it))
}

/// The account as it is now, as far as the page knows; reactive.
fn newest(data: ManageApp, known: &SavedAccount) -> SavedAccount {
    let now = match data.accounts.fetched() {
        Fetched::Ready(now) => now.items.into_iter().find(|it| it.id == known.id),
        _ => None,
    };
    now.unwrap_or_else(|| known.clone())
}

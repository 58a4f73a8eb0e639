//! What the page reads and changes.

use leptos::prelude::*;
use portal_contract::{
    app_permissions::{AppDetails, Permission, PermissionText},
    ids::AppId,
    page::Page,
    problem::Code,
    saved_accounts::{SavedAccount, SavedAccounts},
};

use crate::{
    api::{self, error::ApiError},
    components::app_face::called,
    i18n::{language, text, text_now},
    state::capabilities,
    state::{
        command::Command,
        messages::Messages,
        query::{Fetched, Query},
    },
};

/// What the person is asked about before it is done.
#[derive(Clone, PartialEq)]
pub enum Asked {
    /// Revoking one permission, or all that the person agreed to.
    Revoke(Vec<Permission>),
    /// Clearing a saved account.
    Clear(SavedAccount),
}

/// The app, its two lists, and what the dialogs are about.
#[derive(Clone, Copy)]
pub struct ManageApp {
    /// Which app.
    pub id: StoredValue<AppId>,
    /// What it is.
    pub details: Query<AppDetails>,
    /// What it may do.
    pub permissions: Query<Page<Permission>>,
    /// What is saved for it.
    pub accounts: Query<SavedAccounts>,
    /// Revokes or clears, for the app of that name.
    pub remove: Command<(Asked, String)>,
    /// Whether the confirmation is open.
    pub asking: RwSignal<bool>,
    /// What it is about; kept while the dialog closes.
    pub asked: StoredValue<Option<(Asked, String)>, LocalStorage>,
    /// Whether the form is open.
    pub editing: RwSignal<bool>,
    /// Which account it changes, nothing for a new one; kept while the dialog closes.
    pub edited: StoredValue<Option<SavedAccount>, LocalStorage>,
}

impl ManageApp {
    /// Starts reading.
    pub fn new(app: AppId) -> Self {
        let id = StoredValue::new(app.clone());
        let removing = app;
        let app = move || id.get_value();
        let details = Query::new(move || async move { api::app_permissions::details(&app()).await });
        let permissions = Query::new(move || async move { api::app_permissions::list(&app()).await });
        let accounts = Query::new(move || async move {
            match capabilities::somewhere(capabilities::SAVED_ACCOUNTS) {
                true => api::saved_accounts::list(&app()).await,
                false => Ok(SavedAccounts { offered: false, limit: 0, items: Vec::new() }),
            }
        });
        let messages = Messages::here();
        let asking = RwSignal::new(false);
        let send = move |(asked, _), key| {
            let app = removing.clone();
            async move {
                let all = match &asked {
                    Asked::Clear(account) => return api::saved_accounts::clear(&app, &account.id).await,
                    Asked::Revoke(all) => all,
                };
                let one = if let [one] = &all[..] { Some(&one.id) } else { None };
                api::app_permissions::revoke(&app, one, &key).await
            }
        };
        // The page may have gone when this ends: nothing here reads from it.
        let remove = Command::new(send, move |(asked, name): (Asked, String), outcome: Result<(), ApiError>| {
            let gone = outcome.as_ref().is_err_and(|it| it.is(Code::NotFound));
            if outcome.is_ok() || gone {
                asking.try_set(false);
                messages.success(untrack(|| done(&asked, &name, gone)));
            }
            // Also where nobody knows whether it worked (R2), and where the reason is new to the page.
            match asked {
                Asked::Revoke(_) => permissions.refetch(),
                Asked::Clear(_) => accounts.refetch(),
            }
            if gone {
                details.refetch();
            }
        });
        Self {
            id,
            details,
            permissions,
            accounts,
            remove,
            asking,
            asked: StoredValue::new_local(None),
            editing: RwSignal::new(false),
            edited: StoredValue::new_local(None),
        }
    }

    /// Whether the app is denied, and whether it is not there: each stands for the whole page.
    pub fn refused(self) -> (Memo<bool>, Memo<bool>) {
        let is = move |code| Memo::new(move |_| matches!(self.details.fetched(), Fetched::Failed(it) if it.is(code)));
        (is(Code::AccessDenied), is(Code::NotFound))
    }

    /// What the app is called, in a sentence; reactive.
    pub fn name(self) -> String {
        match self.details.fetched() {
            Fetched::Ready(it) => words(&it).0,
            _ => text().manage_app().this_app.to_owned(),
        }
    }

    /// Opens the confirmation.
    pub fn ask(self, about: Asked) {
        self.asked.set_value(Some((about, untrack(|| self.name()))));
        self.asking.set(true);
    }

    /// Opens the form.
    pub fn edit(self, account: Option<SavedAccount>) {
        self.edited.set_value(account);
        self.editing.set(true);
    }
}

/// Says what was done, or that somebody else was faster.
fn done(asked: &Asked, app: &str, gone: bool) -> String {
    let words = text_now().manage_app();
    match asked {
        Asked::Clear(account) => (words.cleared)(&account.label),
        Asked::Revoke(all) => match (&all[..], gone) {
            ([one], false) => (words.revoked)(&wording(one).display_name, app),
            ([one], true) => (words.not_agreed)(&wording(one).display_name, app),
            _ => (words.revoked_all)(app),
        },
    }
}

/// What an app is called and what it is for; reactive.
pub fn words(app: &AppDetails) -> (String, Option<String>) {
    called(&app.texts, &app.display_name, app.description.as_ref())
}

/// The words of a permission in the language on screen, if it has them there; reactive.
pub fn wording(permission: &Permission) -> PermissionText {
    let language = language();
    if let Some(it) = permission.texts.iter().find(|it| it.language == language) {
        return it.clone();
    }
    let Permission { display_name, description, without_it, .. } = permission.clone();
    PermissionText { language, display_name, description, without_it }
}

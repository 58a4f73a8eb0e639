//! What the page reads and changes.

use leptos::prelude::*;
use portal_contract::{deleted_users::DeletedUser, ids::OrganizationId, problem::Code};

use crate::{
    api::{self, error::ApiError},
    i18n::{problem::sentence, text_now},
    state::{command::Command, messages::Messages, paged::Paged},
};

/// The list, the two commands, and the user that the administrator is asked about.
#[derive(Clone, Copy)]
pub struct DeletedUsers {
    /// The deleted users, searched.
    pub list: Paged<DeletedUser>,
    /// Makes somebody a guest again.
    pub restore: Command<DeletedUser>,
    /// Deletes somebody for good.
    pub remove: Command<DeletedUser>,
    /// Whether the confirmation is open.
    pub asking: RwSignal<bool>,
    /// Whom it is about; kept while the dialog closes.
    pub asked: RwSignal<Option<DeletedUser>>,
}

impl DeletedUsers {
    /// Starts reading.
    pub fn new(organization: OrganizationId, q: RwSignal<String>) -> Self {
        let id = StoredValue::new(organization);
        let list = Paged::new(q, move |q, cursor| async move {
            api::deleted_users::list(&id.get_value(), &q, cursor.as_deref()).await
        });
        let messages = Messages::here();
        let asking = RwSignal::new(false);
        // What failed and where it is to be said; nothing where the row is gone one way or the other.
        let settle = move |it: DeletedUser, outcome: Result<(), ApiError>, words: fn(&str) -> String| {
            let gone = text_now().deleted_users().gone;
            match outcome {
                Ok(()) => messages.success(words(&it.display_name)),
                Err(error) if error.is(Code::NotFound) => messages.failure(gone(&it.display_name)),
                // Where nobody knows whether it worked, the list tells (R2).
                Err(error) if error.outcome_unknown() => {
                    list.pages.first.refetch();
                    return Some(text_now().deleted_users().unknown_outcome.to_owned());
                }
                Err(error) => return Some(untrack(|| sentence(&error))),
            }
            list.rows.try_update(|rows| rows.retain(|row| row.id != it.id));
            asking.try_set(false);
            None
        };
        let restore = Command::new(
            move |it: DeletedUser, key| async move { api::deleted_users::restore(&id.get_value(), &it.id, &key).await },
            move |it, outcome| {
                if let Some(failed) = settle(it, outcome, text_now().deleted_users().restored) {
                    messages.failure(failed);
                }
            },
        );
        let remove = Command::new(
            move |it: DeletedUser, _| async move { api::deleted_users::remove(&id.get_value(), &it.id).await },
            // The dialog says what failed.
            move |it, outcome| _ = settle(it, outcome, text_now().deleted_users().deleted),
        );
        Self { list, restore, remove, asking, asked: RwSignal::new(None) }
    }

    /// Opens the confirmation.
    pub fn ask(self, user: DeletedUser) {
        self.asked.set(Some(user));
        self.asking.set(true);
    }

    /// The administrator confirmed.
    pub fn confirm(self) {
        if let Some(user) = self.asked.get_untracked() {
            self.remove.run(user);
        }
    }

    /// The administrator changed their mind.
    pub fn cancel(self) {
        self.asking.set(false);
        self.remove.forget();
    }
}

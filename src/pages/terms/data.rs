//! What the page reads and changes.

use leptos::prelude::*;
use portal_contract::{
    ids::TermsId,
    page::Page,
    problem::Code,
    terms::{TermsAnswer, TermsOfUse, TermsState},
};

use crate::{
    api::{self, error::ApiError},
    i18n::{problem::sentence, text_now},
    state::{command::Command, messages::Messages, query::Query},
};

/// A document as it was read: its title and the language of the edition.
#[derive(Clone, PartialEq)]
pub struct Read {
    /// Which.
    pub terms: TermsOfUse,
    /// In the language that it was read in.
    pub title: String,
    /// That language.
    pub language: String,
}

/// The documents and the two answers.
#[derive(Clone, Copy)]
pub struct Terms {
    /// All that hold for the person.
    pub list: Query<Page<TermsOfUse>>,
    /// The one that the person wants to see, in place of the first that waits.
    pub wanted: RwSignal<Option<TermsId>>,
    /// Yes.
    pub accept: Command<Read>,
    /// No.
    pub decline: Command<Read>,
    /// Whether the confirmation of a No is open.
    pub asking: RwSignal<bool>,
    /// What it is about; kept while the dialog closes.
    pub asked: RwSignal<Option<Read>>,
}

impl Terms {
    /// Starts reading; `wanted` comes from the address.
    pub fn new(wanted: Option<TermsId>) -> Self {
        let list = Query::new(api::terms::list);
        let (wanted, asking) = (RwSignal::new(wanted), RwSignal::new(false));
        let messages = Messages::here();
        let settle = move |words: String, outcome: Result<(), ApiError>| {
            match outcome {
                Ok(()) => {
                    wanted.try_set(None);
                    messages.success(words);
                }
                Err(error) if error.is(Code::Stale) => messages.failure(text_now().terms().stale.to_owned()),
                // How it is, the list tells (R2).
                Err(error) if error.outcome_unknown() => {
                    messages.failure(text_now().terms().unknown_outcome.to_owned());
                }
                Err(error) => return messages.failure(untrack(|| sentence(&error))),
            }
            list.refetch();
        };
        let accept = Command::new(
            |it: Read, key| async move { api::terms::answer(&it.terms.id, &it.answer(), true, &key).await },
            move |it, outcome| settle((text_now().terms().accepted)(&it.title), outcome),
        );
        let decline = Command::new(
            |it: Read, key| async move { api::terms::answer(&it.terms.id, &it.answer(), false, &key).await },
            move |it, outcome: Result<(), ApiError>| match &outcome {
                // The dialog says what failed and keeps its **Try again**.
                Err(error) if !error.is(Code::Stale) => {
                    if error.outcome_unknown() {
                        list.refetch();
                    }
                }
                _ => {
                    asking.try_set(false);
                    settle((text_now().terms().declined)(&it.title), outcome);
                }
            },
        );
        Self { list, wanted, accept, decline, asking, asked: RwSignal::new(None) }
    }

    /// Opens the confirmation of a No.
    pub fn ask(self, read: Read) {
        self.asked.set(Some(read));
        self.asking.set(true);
    }

    /// The person confirmed.
    pub fn confirm(self) {
        if let Some(read) = self.asked.get_untracked() {
            self.decline.run(read);
        }
    }

    /// The person changed their mind.
    pub fn cancel(self) {
        self.asking.set(false);
        self.decline.forget();
    }
}

impl Read {
    fn answer(&self) -> TermsAnswer {
        TermsAnswer { version: self.terms.version.clone(), language: self.language.clone() }
    }
}

/// Whether the person has not answered, or has to again.
pub fn waits(terms: &TermsOfUse) -> bool {
    !matches!(terms.state, TermsState::Accepted | TermsState::Declined)
}

//! What the page reads and changes.

use leptos::prelude::*;
use portal_contract::{
    ids::SignInId,
    sessions::ActiveSession,
    sign_ins::{ReviewAnswer, SignInEvent, SignInFilter},
};

use super::{
    change::{self, Change, Dialogs, Lists},
    rows::summary,
};
use crate::{
    api,
    i18n::text_now,
    state::{command::Command, paged::Paged, query::Query},
};

/// The values of the filter, in the order of their words.
pub const FILTERS: [(&str, SignInFilter); 4] = [
    ("all", SignInFilter::All),
    ("successful", SignInFilter::Successful),
    ("unsuccessful", SignInFilter::Unsuccessful),
    ("unusual", SignInFilter::Unusual),
];

/// The lists, how they are searched, the command, and the dialogs.
#[derive(Clone, Copy)]
pub struct SignIns {
    /// What the backend knows.
    pub lists: Lists,
    /// What is searched for.
    pub q: RwSignal<String>,
    /// Which sign-ins are shown, one of [`FILTERS`].
    pub filter: RwSignal<String>,
    /// What is asked.
    pub dialogs: Dialogs,
    /// Changes something.
    pub change: Command<Change>,
    /// The id of what it changes.
    doing: RwSignal<String>,
}

impl SignIns {
    /// Starts reading.
    pub fn new() -> Self {
        let (q, filter, doing) =
            (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
        let sessions = Query::new(api::sessions::list);
        let unusual = Query::new(|| api::sign_ins::list(String::new(), SignInFilter::Unusual, None));
        let history = Paged::new(q, move |q, cursor| {
            let chosen = filter.with(|it| FILTERS.iter().find(|(value, _)| it == value).map(|it| it.1));
            api::sign_ins::list(q, chosen.unwrap_or_default(), cursor)
        });
        let (lists, dialogs) = (Lists { sessions, unusual, history }, Dialogs::new());
        Self { lists, q, filter, dialogs, change: change::command(lists, dialogs), doing }
    }

    /// The person says whether they recognise a sign-in.
    pub fn review(self, id: SignInId, answer: ReviewAnswer) {
        self.doing.set(id.to_string());
        self.change.run(Change::Review(id, answer));
    }

    /// Opens the confirmation of **This wasn't me**.
    pub fn ask(self, event: &SignInEvent) {
        let words = text_now().sign_ins();
        let consequence = if event.session_id.is_some() { words.guide_ends } else { words.guide_over };
        self.doing.set(event.id.to_string());
        self.dialogs.doubt.set(format!("{}. {consequence}", untrack(|| summary(event))));
        self.dialogs.doubting.set(true);
    }

    /// The person confirmed that it was somebody else.
    pub fn confirm(self) {
        let id = self.doing.get_untracked();
        self.change.run(Change::Review(SignInId(id), ReviewAnswer::WasNotMe));
    }

    /// The person closed a dialog.
    pub fn close(self) {
        self.change.forget();
        for open in [self.dialogs.doubting, self.dialogs.done] {
            open.set(false);
        }
    }

    /// Whether a change of this sign-in or session is on its way; reactive.
    pub fn busy(self, id: &str) -> bool {
        self.change.pending().get() && !self.dialogs.doubting.get() && self.doing.with(|it| it == id)
    }

    /// Signs out a session.
    pub fn sign_out(self, session: &ActiveSession, name: String) {
        self.doing.set(session.id.to_string());
        let change = if session.current { Change::SignOut } else { Change::End(session.id.clone(), name) };
        self.change.run(change);
    }
}

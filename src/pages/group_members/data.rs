//! What the page reads and changes.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    group_members::{Member, Membership},
    groups::ManagedElsewhere,
    ids::{AccountId, GroupId},
    problem::Code,
};

use crate::{
    api::{self, error::ApiError},
    components::page::keep_focus,
    i18n::{text, text_now},
    pause,
    state::{
        command::Command,
        messages::Messages,
        paged::Paged,
        query::{Fetched, Query},
        session::Session,
    },
};

/// The group, its members, and who is being removed.
#[derive(Clone, Copy)]
pub struct Members {
    /// Which group.
    pub id: StoredValue<GroupId>,
    /// What it is, and what the person may do.
    pub group: Query<Membership>,
    /// Whether the person can add and remove members.
    pub manages: Memo<bool>,
    /// The members, searched.
    pub list: Paged<Member>,
    /// What is searched for.
    pub q: RwSignal<String>,
    /// Whether the dialog for new members is open.
    pub adding: RwSignal<bool>,
    /// Removes a member.
    pub remove: Command<(AccountId, String)>,
    /// Whether that confirmation is open.
    pub confirming: RwSignal<bool>,
    /// Whom it is about; kept while the dialog closes.
    pub confirmed: RwSignal<Option<Member>>,
    /// For what the form sends.
    pub session: Session,
    /// Those who have just left the list.
    gone: RwSignal<Vec<AccountId>>,
    messages: Messages,
}

impl Members {
    /// Starts reading.
    pub fn new(id: GroupId) -> Self {
        let (id, q) = (StoredValue::new(id), RwSignal::new(String::new()));
        let gone = RwSignal::new(Vec::new());
        let group = Query::new(move || {
            let id = id.get_value();
            async move { api::group_members::membership(&id).await }
        });
        let manages = Memo::new(
            move |_| matches!(group.fetched(), Fetched::Ready(it) if it.owned && it.managed_elsewhere.is_none()),
        );
        let list = Paged::new(q, move |q, cursor| {
            if cursor.is_none() {
                gone.set(Vec::new());
            }
            let id = id.get_value();
            async move { api::group_members::list(&id, &q, cursor.as_deref()).await }
        });
        let (messages, confirming) = (Messages::here(), RwSignal::new(false));
        let remove = Command::new(
            move |(member, _): (AccountId, String), _| {
                let id = id.get_value();
                async move { api::group_members::remove(&id, &member).await }
            },
            move |(member, name), outcome: Result<(), ApiError>| {
                group.refetch();
                match outcome {
                    Err(error) if !error.is(Code::NotFound) => {
                        // The dialog says what failed; how things are, the list tells (R2).
                        if error.outcome_unknown() {
                            list.pages.first.refetch();
                        }
                        return;
                    }
                    // Also where somebody else was faster.
                    _ => {
                        let group = untrack(|| called(group)).unwrap_or_default();
                        messages.success((text_now().group_members().removed)(&name, &group));
                    }
                }
                gone.try_update(|it| it.push(member));
                confirming.try_set(false);
                // The browser takes the focus away once it has drawn that its control has gone.
                spawn_local(async {
                    pause::drawn().await;
                    keep_focus();
                });
            },
        );
        Self {
            id,
            group,
            manages,
            list,
            q,
            adding: RwSignal::new(false),
            remove,
            confirming,
            confirmed: RwSignal::new(None),
            session: Session::here(),
            gone,
            messages,
        }
    }

    /// Whether My Apps are denied, and whether there is no such group for the person.
    pub fn refused(self) -> (Memo<bool>, Memo<bool>) {
        let is = move |code| Memo::new(move |_| matches!(self.group.fetched(), Fetched::Failed(it) if it.is(code)));
        (is(Code::AccessDenied), is(Code::NotFound))
    }

    /// Whether only the group itself could not be read.
    pub fn failed(self) -> Memo<bool> {
        Memo::new(move |_| {
            let list = matches!(self.list.pages.first.fetched(), Fetched::Failed(_));
            !list && matches!(self.group.fetched(), Fetched::Failed(_))
        })
    }

    /// Why nobody can here.
    pub fn elsewhere(self) -> Memo<Option<ManagedElsewhere>> {
        Memo::new(move |_| match self.group.fetched() {
            Fetched::Ready(it) => it.managed_elsewhere,
            _ => None,
        })
    }

    /// What the group is called; reactive.
    pub fn name(self) -> Option<String> {
        called(self.group)
    }

    /// How many are in it; reactive.
    pub fn count(self) -> Option<u32> {
        match self.group.fetched() {
            Fetched::Ready(it) => Some(it.members),
            _ => None,
        }
    }

    /// What the page is about; reactive.
    pub fn intro(self) -> String {
        let words = text().group_members();
        match self.group.fetched() {
            Fetched::Ready(it) => (words.intro)(&it.display_name, &it.organization.display_name),
            _ => words.intro_general.to_owned(),
        }
    }

    /// Whether somebody has just left the list; reactive.
    pub fn is_gone(self, id: &AccountId) -> bool {
        self.gone.with(|it| it.contains(id))
    }

    /// Whether the list has nobody (any more); reactive.
    pub fn none_left(self) -> bool {
        !self.list.pages.has_more()
            && self.list.rows.with(|rows| self.gone.with(|gone| rows.iter().all(|it| gone.contains(&it.id))))
    }

    /// Opens the confirmation.
    pub fn ask(self, member: Member) {
        self.confirmed.set(Some(member));
        self.confirming.set(true);
    }

    /// The person confirmed.
    pub fn confirm(self) {
        if let Some(member) = self.confirmed.get_untracked() {
            self.remove.run((member.id, member.display_name));
        }
    }

    /// The person changed their mind.
    pub fn cancel(self) {
        self.confirming.set(false);
        self.remove.forget();
    }

    /// These people were added.
    pub fn added(self, names: &[String]) {
        let (words, group) = (text_now().group_members(), untrack(|| self.name()).unwrap_or_default());
        self.messages.success(match names {
            [name] => (words.added_one)(name, &group),
            names => (words.added_some)(names.len(), &group),
        });
        self.adding.try_set(false);
        self.look();
    }

    /// How things are, the backend tells.
    pub fn look(self) {
        self.group.refetch();
        self.list.pages.first.refetch();
    }
}

fn called(group: Query<Membership>) -> Option<String> {
    match group.fetched() {
        Fetched::Ready(it) => Some(it.display_name),
        _ => None,
    }
}

/// Why members could not be changed, where this page knows; reactive.
pub fn explained(error: &ApiError) -> Option<String> {
    let words = text().group_members();
    let sentence = match () {
        () if error.is(Code::AccessDenied) => words.not_owner,
        () if error.is(Code::ManagedElsewhere) => words.elsewhere[3],
        () if error.is(Code::DisabledAtHome) => words.disabled,
        () if error.is(Code::NotFound) => words.not_there_note,
        () => return error.outcome_unknown().then(|| words.unknown_outcome.to_owned()),
    };
    Some(sentence.to_owned())
}

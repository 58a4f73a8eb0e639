//! What the page of a group reads and changes.

use leptos::{html, prelude::*};
use portal_contract::{
    groups::{Group, GroupPerson, JoinPolicy},
    ids::GroupId,
    problem::{Code, FieldCode},
};

use crate::{
    api::{self, error::ApiError, key::Key},
    i18n::{format, problem::sentence, text, text_now},
    state::{
        command::Command,
        messages::Messages,
        query::{Fetched, Query},
    },
};

/// What can happen to a group here.
#[derive(Clone, PartialEq)]
pub enum Change {
    /// It ends later.
    Renew,
    /// The person is in it no more.
    Leave,
    /// It goes.
    Delete,
    /// Somebody owns it too.
    AddOwner(GroupPerson),
    /// Somebody owns it no more.
    RemoveOwner(GroupPerson),
}

/// The group, and the changes.
#[derive(Clone, Copy)]
pub struct Details {
    /// Which.
    pub id: StoredValue<GroupId>,
    /// The read; what it brings is in `group`.
    pub read: Query<()>,
    /// What was read, and its version.
    stored: StoredValue<Option<(Group, String)>>,
    /// Changes it. It knows the group as it was when it began: its page may have gone when the answer comes.
    pub change: Command<(Change, Group)>,
    /// Whether the confirmation is open.
    pub asking: RwSignal<bool>,
    /// What it is about; kept while the dialog closes.
    pub asked: RwSignal<Change, LocalStorage>,
    /// Whether somebody is looked for who becomes an owner.
    pub adding: RwSignal<bool>,
    /// The way to the list, for who has nothing to see here any more.
    pub back: NodeRef<html::A>,
    /// Who is at work.
    pub me: StoredValue<String>,
}

impl Details {
    /// Starts reading.
    pub fn new(id: GroupId, me: String) -> Self {
        let id = StoredValue::new(id);
        let stored = StoredValue::new(None::<(Group, String)>);
        let read = Query::new(move || async move {
            stored.try_set_value(Some(api::groups::get(&id.get_value()).await?));
            Ok(())
        });
        let (asking, adding) = (RwSignal::new(false), RwSignal::new(false));
        let (back, me) = (NodeRef::<html::A>::new(), StoredValue::new(me));
        let messages = Messages::here();
        let change = Command::new(
            move |(change, _): (Change, Group), key| {
                let version = stored.with_value(|it| it.as_ref().map(|it| it.1.clone()).unwrap_or_default());
                let id = id.get_value();
                async move { send(&id, change, &version, &key).await }
            },
            move |(change, group): (Change, Group), outcome: Result<(), ApiError>| {
                let own = |it: &GroupPerson| me.try_with_value(|me| *me == it.id.0) == Some(true);
                let gone = change == Change::Delete && outcome.as_ref().is_err_and(|it| it.is(Code::NotFound));
                match outcome {
                    Err(error) if !gone => {
                        let gone = error.is(Code::NotFound);
                        if change == Change::Renew || gone {
                            messages.failure(untrack(|| explained(&error).unwrap_or_else(|| sentence(&error))));
                        }
                        if gone {
                            asking.try_set(false);
                            adding.try_set(false);
                        }
                        read.refetch();
                    }
                    _ => {
                        messages.success(done(&change, &group, own));
                        asking.try_set(false);
                        adding.try_set(false);
                        let stays = match &change {
                            Change::Delete => false,
                            Change::Leave => group.is_owner,
                            Change::RemoveOwner(it) => !own(it) || group.is_member,
                            _ => true,
                        };
                        match back.try_get_untracked().flatten().filter(|_| !stays) {
                            Some(link) => link.click(),
                            None => read.refetch(),
                        }
                    }
                }
            },
        );
        let asked = RwSignal::new_local(Change::Leave);
        Self { id, read, stored, change, asking, asked, adding, back, me }
    }

    /// Whether the page is denied, and whether the group is not there: each stands for the whole page.
    pub fn refused(self) -> (Memo<bool>, Memo<bool>) {
        let is = move |code| Memo::new(move |_| matches!(self.read.fetched(), Fetched::Failed(it) if it.is(code)));
        (is(Code::AccessDenied), is(Code::NotFound))
    }

    /// The group as it was read last.
    pub fn group(self) -> Option<Group> {
        self.stored.get_value().map(|it| it.0)
    }

    /// Something about the group as it was read last; follows the reads.
    pub fn of<T: Default>(self, tell: impl Fn(&Group) -> T) -> T {
        // What is told changes with every answer.
        _ = self.read.fetched();
        self.stored.with_value(|it| it.as_ref().map(|it| tell(&it.0))).unwrap_or_default()
    }

    /// Changes the group.
    pub fn run(self, change: Change) {
        if let Some(group) = self.group() {
            self.change.run((change, group));
        }
    }

    /// Asks before something is lost.
    pub fn ask(self, change: Change) {
        self.change.forget();
        self.asked.set(change);
        self.asking.set(true);
    }

    /// The person changed their mind.
    pub fn cancel(self) {
        self.asking.set(false);
        self.change.forget();
    }

    /// Whether somebody is the person.
    pub fn is_me(self, person: &GroupPerson) -> bool {
        self.me.with_value(|me| *me == person.id.0)
    }
}

async fn send(id: &GroupId, change: Change, version: &str, key: &Key) -> Result<(), ApiError> {
    match change {
        Change::Renew => api::groups::renew(id, key).await,
        Change::Leave => api::groups::leave(id, key).await,
        Change::Delete => api::groups::remove(id, version).await,
        Change::AddOwner(person) => api::groups::add_owner(id, person.id, key).await,
        Change::RemoveOwner(person) => api::groups::remove_owner(id, &person.id).await,
    }
}

/// What is said when it is done.
fn done(change: &Change, group: &Group, own: impl Fn(&GroupPerson) -> bool) -> String {
    let words = text_now().group();
    match change {
        Change::Renew => (words.was_renewed)(&group.display_name),
        Change::Leave => (words.left)(&group.display_name),
        Change::Delete => (words.deleted)(&group.display_name),
        Change::AddOwner(it) => (words.owner_added)(&it.display_name),
        Change::RemoveOwner(it) if own(it) => (words.gave_up_done)(&group.display_name),
        Change::RemoveOwner(it) => (words.owner_removed)(&it.display_name),
    }
}

/// What a failure means here; the general sentence does otherwise. Reactive.
pub fn explained(error: &ApiError) -> Option<String> {
    let words = text().group();
    let words = match () {
        () if error.is(Code::LastOwner) => words.last_owner,
        () if error.is(Code::ManagedElsewhere) => text().groups().managed_elsewhere,
        () if error.is(Code::GroupExpired) => text().groups().has_expired,
        () if error.is(Code::NotRenewable) => words.not_renewable,
        () if error.is(Code::Stale) => words.stale_delete,
        () if error.is(Code::LimitReached) => words.owner_limit,
        () if error.fields.iter().any(|it| it.code == FieldCode::Malformed) => words.cannot_own,
        () if error.is(Code::AccessDenied) => text().groups().denied,
        () if error.outcome_unknown() => words.unknown_outcome,
        () => return None,
    };
    Some(words.to_owned())
}

/// What a policy is called; reactive.
pub fn policy(policy: JoinPolicy) -> &'static str {
    let words = text().groups();
    match policy {
        JoinPolicy::Open => words.open,
        JoinPolicy::Approval => words.approval,
        JoinPolicy::Closed => words.closed,
        JoinPolicy::Unknown => words.other_policy,
    }
}

/// A number of something; reactive.
pub fn number(count: u32) -> String {
    format::number(count.into())
}

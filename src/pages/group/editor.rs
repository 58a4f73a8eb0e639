//! What the form of a group holds and sends.

use std::{rc::Rc, time::Duration};

use futures_util::future::LocalBoxFuture;
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use portal_contract::{
    groups::{Group, GroupChange, GroupKind, JoinPolicy, MAX_NAME, NameCheck, NewGroup},
    ids::GroupId,
    problem::{Code, FieldCode},
};

use crate::{
    api::{self, error::ApiError},
    components::form::Form,
    i18n::{text, text_now},
    state::{
        messages::Messages,
        query::{Fetched, Query},
        session::Session,
    },
    t,
    view::Reading,
};

/// The name's field.
pub const NAME: &str = "displayName";
/// The description's.
pub const DESCRIPTION: &str = "description";
/// The type's.
pub const KIND: &str = "kind";
/// The policy's.
pub const POLICY: &str = "joinPolicy";

/// How long after the last keystroke a name is checked.
const PAUSE: Duration = Duration::from_millis(300);

/// A request on its way.
type Attempt = LocalBoxFuture<'static, Result<(), ApiError>>;

/// A group that is being made or changed. What was entered stays until it is saved.
#[derive(Clone, Copy)]
pub struct Editor {
    /// The form.
    pub form: Form,
    /// What is stored instead of what the person read.
    pub newer: RwSignal<Option<Group>, LocalStorage>,
    /// Which group; absent: a new one.
    id: StoredValue<Option<GroupId>>,
    version: StoredValue<String>,
    /// The name that is to be checked; absent: none was typed.
    typed: RwSignal<Option<String>>,
    /// What the backend says of it.
    check: Query<Option<NameCheck>>,
    waiting: StoredValue<Option<TimeoutHandle>, LocalStorage>,
    session: Session,
    messages: Messages,
}

impl Editor {
    /// Begins with what is stored.
    pub fn new(stored: Option<(GroupId, String)>) -> Self {
        let (id, version) = stored.unzip();
        let id = StoredValue::new(id);
        let typed = RwSignal::new(None::<String>);
        let check = Query::new(move || {
            let name = typed.get();
            async move {
                let Some(name) = name else { return Ok(None) };
                api::groups::check(&name, id.get_value().as_ref()).await.map(Some)
            }
        });
        Self {
            form: Form::new(),
            newer: RwSignal::new_local(None),
            id,
            version: StoredValue::new(version.unwrap_or_default()),
            typed,
            check,
            waiting: StoredValue::new_local(None),
            session: Session::here(),
            messages: Messages::here(),
        }
    }

    /// The person types a name: it is checked a moment after the last keystroke.
    pub fn types(self, name: String) {
        if let Some(Some(timer)) = self.waiting.try_get_value() {
            timer.clear();
        }
        // What was said of another name is not true of this one.
        self.typed.set(None);
        let later = set_timeout_with_handle(move || _ = self.typed.try_set(Some(name)), PAUSE);
        self.waiting.set_value(later.ok());
    }

    /// What the backend says of the name that was typed. Where it could not be asked, saving asks again.
    fn checked(self) -> Option<NameCheck> {
        match self.check.fetched() {
            Fetched::Ready(check) if self.typed.with(Option::is_some) => check,
            _ => None,
        }
    }

    /// What is wrong with the name, as far as is known; reactive.
    pub fn name_problem(self) -> Reading<Option<String>> {
        let refused = self.form.refused(NAME, t!(group_form.name_needed), t!(group_form.name_malformed));
        Reading::new(move || {
            let code = self.form.error.get().and_then(|it| code_of(&it));
            // What is typed now matters more than what was sent.
            match self.checked() {
                Some(NameCheck { problem: Some(code), word }) => Some(said(code, word.as_deref())),
                Some(_) => None,
                None => match code {
                    Some(code) => Some(said(code, None)),
                    None => refused.get(),
                },
            }
        })
    }

    /// Whether the name is known to be a good one; reactive.
    pub fn is_available(self) -> bool {
        self.checked().is_some_and(|it| it.problem.is_none())
    }

    /// Makes a new one of what was entered; `done` gets its id.
    pub fn create(self, name: String, done: impl FnOnce(GroupId) + 'static) {
        let [description, kind, policy] = self.form.entered([DESCRIPTION, KIND, POLICY]);
        let key = self.form.key(&format!("{name}\n{description}\n{kind}\n{policy}"));
        let said = (text_now().group_form().was_created)(name.trim());
        let new = NewGroup {
            display_name: name,
            description: Some(description),
            kind: if kind == "collaboration" { GroupKind::Collaboration } else { GroupKind::Security },
            join_policy: chosen(&policy),
        };
        let made = StoredValue::new(None);
        let new = Rc::new(new);
        let attempt = move || -> Attempt {
            let (new, key) = (Rc::clone(&new), key.clone());
            Box::pin(async move {
                made.try_set_value(Some(api::groups::create(&new, &key).await?.id));
                Ok(())
            })
        };
        let request: Attempt = Box::pin(guarded(self.session, Box::new(attempt)));
        self.form.send(request, move |()| {
            self.messages.success(said);
            if let Some(Some(id)) = made.try_get_value() {
                done(id);
            }
        });
    }

    /// Stores what was entered; `done` when it is.
    pub fn save(self, name: String, done: impl FnOnce() + 'static) {
        let Some(id) = self.id.get_value() else { return };
        let [description, policy] = self.form.entered([DESCRIPTION, POLICY]);
        let said = (text_now().group_form().was_saved)(name.trim());
        let change = GroupChange {
            display_name: Some(name),
            description: Some(description),
            join_policy: Some(chosen(&policy)),
        };
        let request: Attempt = Box::pin(self.change(id, change));
        self.form.send(request, move |()| {
            self.messages.success(said);
            done();
        });
    }

    /// Changes the version that the person read. Where somebody else was faster, or nobody knows what became of it, the
    /// state is read again (R2): it may be what was wanted, or is told beside what was entered.
    async fn change(self, id: GroupId, change: GroupChange) -> Result<(), ApiError> {
        let wanted = Rc::new((id, change));
        let attempt = {
            let (wanted, version) = (Rc::clone(&wanted), self.version.get_value());
            move || -> Attempt {
                let (wanted, version) = (Rc::clone(&wanted), version.clone());
                Box::pin(async move { api::groups::update(&wanted.0, &wanted.1, &version).await })
            }
        };
        let Err(error) = guarded(self.session, Box::new(attempt)).await else { return Ok(()) };
        let stale = error.is(Code::Stale);
        if !stale && !error.outcome_unknown() {
            return Err(error);
        }
        // Whatever this read fails with, the first failure is what the person has to know.
        let Ok((now, version)) = api::groups::get(&wanted.0).await else { return Err(error) };
        if is(&now, &wanted.1) {
            return Ok(());
        }
        if stale {
            self.version.try_set_value(version);
            self.newer.try_set(Some(now));
        }
        Err(error)
    }
}

/// Sends a request, again once the person has answered what the session asks. One type for all, because the code around a
/// request is compiled for each.
async fn guarded(session: Session, attempt: Box<dyn Fn() -> Attempt>) -> Result<(), ApiError> {
    session.guarded(attempt).await
}

/// Whether a group is as a change wants it.
fn is(group: &Group, change: &GroupChange) -> bool {
    let text = |it: &Option<String>| it.as_deref().unwrap_or_default().trim().replace("\r\n", "\n");
    change.display_name.as_deref().map(str::trim) == Some(&group.display_name)
        && text(&change.description) == text(&group.description)
        && change.join_policy == Some(group.join_policy)
}

/// What is wrong with the name that was sent, where the general sentences do not tell.
fn code_of(error: &ApiError) -> Option<FieldCode> {
    let found = error.fields.iter().find(|it| it.pointer.strip_prefix('/') == Some(NAME))?;
    matches!(found.code, FieldCode::MissingPrefix | FieldCode::BlockedWord | FieldCode::Repeated).then_some(found.code)
}

/// What is wrong with a name; reactive.
fn said(code: FieldCode, word: Option<&str>) -> String {
    let words = text().group_form();
    match (code, word) {
        (FieldCode::Required, _) => words.name_needed.to_owned(),
        (FieldCode::TooLong, _) => (text().error().too_long)(MAX_NAME),
        (FieldCode::MissingPrefix, Some(word)) => (words.missing_prefix)(word),
        (FieldCode::MissingPrefix, None) => words.missing_prefix_some.to_owned(),
        (FieldCode::BlockedWord, Some(word)) => (words.blocked)(word),
        (FieldCode::BlockedWord, None) => words.blocked_some.to_owned(),
        (FieldCode::Repeated, _) => words.taken.to_owned(),
        _ => words.name_malformed.to_owned(),
    }
}

fn chosen(policy: &str) -> JoinPolicy {
    match policy {
        "open" => JoinPolicy::Open,
        "approval" => JoinPolicy::Approval,
        _ => JoinPolicy::Closed,
    }
}

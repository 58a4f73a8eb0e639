//! What the app may do: what the person agreed to can be revoked, what an administrator agreed to is told.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    app_permissions::{AgreedBy, Permission, PermissionText},
    page::Page,
    problem::Code,
};

use super::Managed;
use crate::{
    api::{self, error::ApiError},
    components::{
        button::Button,
        confirm_dialog::ConfirmDialog,
        contact::Contact,
        empty::Empty,
        icon::{DONE, Icon, LOCKED},
        loaded::Loaded,
    },
    i18n::{Sentence, format, language, text, text_now},
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

/// The permissions, and those that the person is asked about.
#[derive(Clone, Copy)]
pub struct Permissions {
    app: Managed,
    list: Query<Page<Permission>>,
    revoke: Command<Vec<Permission>>,
    asking: RwSignal<bool>,
    /// One, or all that the person agreed to; kept while the dialog closes.
    asked: RwSignal<Vec<Permission>>,
}

impl Permissions {
    /// Starts reading.
    pub fn new(app: Managed) -> Self {
        let read = move || {
            let id = app.id.get_value();
            async move { api::app_permissions::list(&id).await }
        };
        let list = Query::new(read);
        let (messages, session) = (Messages::here(), Session::here());
        let asking = RwSignal::new(false);
        let over = move |all: &[Permission], words: fn(&str, &str) -> String| {
            asking.try_set(false);
            let name = untrack(|| app.name());
            messages.success(match all {
                [one] => words(&untrack(|| wording(one).display_name), &name),
                _ => (text_now().manage_app().revoked_all)(&name),
            });
            list.refetch();
        };
        let send = move |all: Vec<Permission>, key| {
            let id = app.id.get_value();
            async move {
                let one = if let [one] = &all[..] { Some(&one.id) } else { None };
                api::app_permissions::revoke(&id, one, &key).await
            }
        };
        let revoke = Command::new(send, move |all: Vec<Permission>, outcome: Result<(), ApiError>| match outcome {
            Ok(()) => over(&all, text_now().manage_app().revoked),
            Err(error) if error.is(Code::NotFound) => {
                over(&all, text_now().manage_app().not_agreed);
                app.details.refetch();
            }
            // Nobody knows whether it worked (R2): the list tells. Where it did not, the dialog keeps **Try again**.
            Err(error) if error.outcome_unknown() => spawn_local(async move {
                if let Ok(page) = session.guarded(read).await
                    && !page
                        .items
                        .iter()
                        .any(|it| it.agreed_by == AgreedBy::Person && all.iter().any(|one| one.id == it.id))
                {
                    over(&all, text_now().manage_app().revoked);
                }
            }),
            // The reason may be new to the page: show how things are now.
            Err(_) => list.refetch(),
        });
        Self { app, list, revoke, asking, asked: RwSignal::new(Vec::new()) }
    }

    fn ask(self, about: Vec<Permission>) {
        self.asked.set(about);
        self.asking.set(true);
    }

    /// The section with its dialog.
    pub fn section(self) -> Built {
        view! {
            <section aria-labelledby="permissions">
                <h2 id="permissions">{t!(manage_app.permissions)}</h2>
                <Loaded query=self.list rows=2 content=move |page| self.content(page) />
                {self.dialog()}
            </section>
        }
    }

    fn content(self, page: Page<Permission>) -> Built {
        if page.items.is_empty() {
            return view! { <Empty title=t!(manage_app.none) note=t!(manage_app.none_note) /> };
        }
        let (own, others): (Vec<_>, Vec<_>) = page.items.into_iter().partition(|it| it.agreed_by == AgreedBy::Person);
        view! {
            {self.own(own)}
            {(!others.is_empty()).then(|| self.others(others))}
        }
    }

    /// What the person agreed to.
    fn own(self, permissions: Vec<Permission>) -> Built {
        let online = Online::now();
        let offline = Reading::new(move || !online.get());
        let all = permissions.clone();
        let revoke_all = (all.len() > 1).then(|| {
            let press = move |()| self.ask(all.clone());
            view! { <Button kind="quiet" label=t!(manage_app.revoke_all) disabled=offline press /> }
        });
        let none = permissions.is_empty().then(|| view! { <p class="meta">{t!(manage_app.yours_none)}</p> });
        let row = |permission: Permission| {
            let named = permission.clone();
            let name = Reading::new(move || (text().manage_app().revoke_label)(&wording(&named).display_name));
            let asked = permission.clone();
            let press = move |()| self.ask(vec![asked.clone()]);
            let button = view! { <Button kind="quiet" label=t!(manage_app.revoke) name disabled=offline press /> };
            row(permission, DONE, Some(button))
        };
        view! {
            <div class="heading">
                <h3>{t!(manage_app.yours)}</h3>
                {revoke_all}
            </div>
            {none}
            <ul class="rows">{permissions.into_iter().map(row).collect::<Vec<_>>()}</ul>
        }
    }

    /// What an administrator agreed to, and whom to ask.
    fn others(self, permissions: Vec<Permission>) -> Built {
        let whom = move || {
            let Fetched::Ready(details) = self.app.details.fetched() else { return None };
            let note = (text().manage_app().organization_note)(&details.app.organization.display_name);
            Some(view! {
                <p>{note}</p>
                {details.administered_by.map(|contact| view! { <Contact contact /> })}
            })
        };
        view! {
            <div class="heading"><h3>{t!(manage_app.organization)}</h3></div>
            <div class="note">{live(whom)}</div>
            <ul class="rows">{permissions.into_iter().map(|it| row(it, LOCKED, None)).collect::<Vec<_>>()}</ul>
        }
    }

    fn dialog(self) -> Built {
        let title = move || {
            let words = text().manage_app();
            self.asked.with(|all| match &all[..] {
                [one] => (words.revoke_title)(&wording(one).display_name, &self.app.name()),
                _ => (words.revoke_all_title)(&self.app.name()),
            })
        };
        let lost =
            move || self.asked.with(|all| all.iter().map(|it| wording(it).without_it).collect::<Vec<_>>().join(" "));
        view! {
            <ConfirmDialog
                open=self.asking
                title
                lost
                finality=move || (text().manage_app().revoke_final)(&self.app.name())
                action=t!(manage_app.revoke)
                busy=t!(manage_app.revoking)
                pending=self.revoke.pending()
                error=self.revoke.error()
                explain=move |error: ApiError| {
                    error.is(Code::DecidedByOrganization).then(|| text().manage_app().decided.to_owned())
                }
                confirm=move |()| self.revoke.run(self.asked.get_untracked())
                cancel=move |()| {
                    self.asking.set(false);
                    self.revoke.forget();
                }
            />
        }
    }
}

/// One permission: what it is called, what that means, and since when.
fn row(permission: Permission, icon: &'static str, action: Option<Built>) -> Built {
    let shown = StoredValue::new(permission);
    let part = |read: fn(PermissionText) -> String| said(move || shown.with_value(|it| read(wording(it))));
    let since: Sentence = || text().manage_app().agreed_on;
    view! {
        <li class="card row">
            <Icon path=icon />
            <div class="who">
                <h4>{part(|it| it.display_name)}</h4>
                <p>{part(|it| it.description)}</p>
                <p class="meta">{said(move || since()(&shown.with_value(|it| format::date(&it.agreed_at))))}</p>
            </div>
            {action.map(|it| view! { <div class="row-actions">{it}</div> })}
        </li>
    }
}

/// Its words in the language on screen, if it has them there; reactive.
fn wording(permission: &Permission) -> PermissionText {
    let language = language();
    let Permission { display_name, description, without_it, texts, .. } = permission.clone();
    let own = PermissionText { language, display_name, description, without_it };
    texts.into_iter().find(|it| it.language == language).unwrap_or(own)
}

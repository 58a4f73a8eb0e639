//! Making a group, and changing what it is like.

use leptos::{ev, html, prelude::*};
use portal_contract::{
    groups::{Group, GroupRules, JoinPolicy},
    ids::GroupId,
    problem::Code,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{
    data::{number, policy},
    editor::{DESCRIPTION, Editor, KIND, NAME, POLICY},
    named, of, offline, sheet,
};
use crate::{
    api::{self, error::ApiError},
    components::{
        back::back,
        button::Button,
        empty::Empty,
        field::{Field, text_area::TextArea},
        loaded::Loaded,
        notice::Notice,
        page::PageHeader,
    },
    i18n::{Words, text},
    pages::{access_denied::only_with_my_apps, groups::kind},
    routes,
    state::query::Query,
    t,
    view::{Built, live, said, view},
};

/// The page of a new group.
#[component]
pub fn GroupNewPage() -> Built {
    let page = only_with_my_apps(|| {
        let rules = Query::new(api::groups::rules);
        view! {
            {back(routes::GROUPS, t!(pages.groups))}
            <PageHeader title=t!(groups.create) intro=t!(group_form.new_intro) />
            <Loaded query=rules rows=4 content=new />
        }
    });
    view! { <div class=sheet()>{page}</div> }
}

/// The page that changes the group that the address names.
#[component]
pub fn GroupEditPage() -> Built {
    let id = GroupId(named());
    let page = only_with_my_apps(move || {
        let stored = StoredValue::new(None);
        let wanted = id.clone();
        let read = Query::new(move || {
            let id = wanted.clone();
            async move {
                stored.try_set_value(Some(api::groups::get(&id).await?));
                Ok(())
            }
        });
        let content = move |()| match stored.get_value() {
            Some((group, version)) => edit(group, version),
            None => view! { {()} },
        };
        view! {
            {back(routes::GROUPS, t!(pages.groups))}
            <PageHeader title=t!(groups.edit) intro=t!(group_form.edit_intro) />
            <Loaded query=read rows=4 content />
        }
    });
    view! { <div class=sheet()>{page}</div> }
}

fn new(rules: GroupRules) -> Built {
    if !rules.can_create {
        return view! { <Empty title=t!(group_form.cannot_create) note=t!(group_form.cannot_create_note) /> };
    }
    let editor = Editor::new(None);
    let prefix = rules.prefix.clone();
    let hint = move || match prefix.trim() {
        "" => text().group_form().name_hint.to_owned(),
        prefix => (text().group_form().name_hint_prefix)(prefix),
    };
    let lifetime = rules.lifetime_days.map(|days| {
        view! { <p class="meta">{said(move || (text().group_form().lifetime)(&number(days)))}</p> }
    });
    let kinds = [
        ("security", t!(groups.security), t!(group_form.security_note)),
        ("collaboration", t!(groups.collaboration), t!(group_form.collaboration_note)),
    ];
    let fields = view! {
        {name(editor, rules.prefix, hint)}
        {description(editor, String::new())}
        {choice(KIND, t!(groups.kind), kinds.to_vec(), "security")}
        <p class="meta">{t!(group_form.kind_fixed)}</p>
        {policies(JoinPolicy::Closed)}
        {lifetime}
    };
    let link = NodeRef::<html::A>::new();
    let submit = move |event: ev::SubmitEvent| {
        if let Some([name]) = editor.form.submitted(&event, [NAME]) {
            editor.create(name, move |id| follow(link, Some(&of(routes::GROUP, &id))));
        }
    };
    form(editor, fields, submit, link, routes::GROUPS.to_owned(), (t!(group_form.do_create), t!(group_form.creating)))
}

fn edit(group: Group, version: String) -> Built {
    if !group.is_owner || group.managed_elsewhere.is_some() || group.deleted_at.is_some() {
        let note = match () {
            () if !group.is_owner => t!(groups.denied),
            () if group.managed_elsewhere.is_some() => t!(groups.managed_elsewhere),
            () => t!(groups.has_expired),
        };
        return view! { <Empty title=t!(groups.not_there) note /> };
    }
    let editor = Editor::new(Some((group.id.clone(), version)));
    let of_kind = group.kind;
    let fields = view! {
        {name(editor, group.display_name, || text().group_form().name_hint.to_owned())}
        {description(editor, group.description.unwrap_or_default())}
        {policies(group.join_policy)}
        <dl>
            <div><dt>{t!(groups.kind)}</dt><dd>{live(move || kind(of_kind))}</dd></div>
        </dl>
        <p class="meta">{t!(group_form.kind_fixed)}</p>
    };
    let link = NodeRef::<html::A>::new();
    let submit = move |event: ev::SubmitEvent| {
        if let Some([name]) = editor.form.submitted(&event, [NAME]) {
            editor.save(name, move || follow(link, None));
        }
    };
    form(editor, fields, submit, link, of(routes::GROUP, &group.id), (t!(common.save), t!(group_form.saving)))
}

/// Goes the way that **Cancel** goes, or to another address; a page that was left already has none.
fn follow(link: NodeRef<html::A>, address: Option<&str>) {
    if let Some(Some(link)) = link.try_get_untracked() {
        if let Some(address) = address {
            link.set_href(address);
        }
        link.click();
    }
}

fn form(
    editor: Editor,
    fields: Built,
    submit: impl FnMut(ev::SubmitEvent) + 'static,
    link: NodeRef<html::A>,
    cancel: String,
    (label, busy): (Words, Words),
) -> Built {
    let typed = move |event: ev::Event| {
        let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input.filter(|it| it.name() == NAME) {
            editor.types(input.value());
        }
    };
    let explain = Callback::new(|error: ApiError| explained(&error));
    view! {
        <form node_ref=editor.form.element novalidate on:submit=submit on:input=typed>
            <Notice error=editor.form.error explain=Some(explain) />
            {live(move || editor.newer.get().map(newer))}
            <div class="card">{fields}</div>
            <div class="actions">
                <a node_ref=link href=cancel class="button" data-kind="plain">{t!(common.cancel)}</a>
                <Button
                    kind="primary"
                    button_type="submit"
                    label
                    busy
                    pending=editor.form.pending
                    disabled=offline()
                />
            </div>
        </form>
    }
}

fn name(editor: Editor, value: String, hint: impl Fn() -> String + 'static) -> Built {
    let fine = move || if editor.is_available() { text().group_form().available } else { "" };
    view! {
        <Field name=NAME label=t!(group_form.name) hint error=editor.name_problem() autocomplete="off" value />
        <p class="fine" role="status">{live(fine)}</p>
    }
}

fn description(editor: Editor, value: String) -> Built {
    let malformed = t!(group_form.description_malformed);
    view! {
        <TextArea
            name=DESCRIPTION
            label=t!(group_form.description)
            hint=t!(group_form.description_hint)
            error=editor.form.refused(DESCRIPTION, malformed, malformed)
            value
            required=false
            autofocus=false
        />
    }
}

fn policies(chosen: JoinPolicy) -> Built {
    let options = [
        ("open", t!(groups.open), t!(group_form.open_note)),
        ("approval", t!(groups.approval), t!(group_form.approval_note)),
        ("closed", t!(groups.closed), t!(group_form.closed_note)),
    ];
    let chosen = match chosen {
        JoinPolicy::Open => "open",
        JoinPolicy::Approval => "approval",
        JoinPolicy::Closed | JoinPolicy::Unknown => "closed",
    };
    choice(POLICY, t!(groups.policy), options.to_vec(), chosen)
}

/// One of some, each with what it means.
fn choice(name: &'static str, legend: Words, options: Vec<(&'static str, Words, Words)>, chosen: &str) -> Built {
    let option = |(value, label, note): (&'static str, Words, Words)| {
        view! {
            <label>
                <input type="radio" name=name value=value checked=value == chosen />
                <span>{label}<span class="meta">{note}</span></span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {options.into_iter().map(option).collect::<Vec<_>>()}
        </fieldset>
    }
}

/// What somebody else stored meanwhile.
fn newer(group: Group) -> Built {
    let fact = |label: Words, value: Built| view! { <div><dt>{label}</dt><dd>{value}</dd></div> };
    let description = match group.description {
        Some(it) => view! { {it} },
        None => live(t!(groups.no_description)),
    };
    view! {
        <div class="card newer">
            <h2>{t!(group_form.stored_now)}</h2>
            <dl>
                {fact(t!(group_form.name), view! { {group.display_name} })}
                {fact(t!(group_form.description), description)}
                {fact(t!(groups.policy), live(move || policy(group.join_policy)))}
            </dl>
        </div>
    }
}

/// What a failure means here; the general sentence does otherwise.
fn explained(error: &ApiError) -> Option<String> {
    let words = text().group_form();
    let words = match () {
        () if error.is(Code::Stale) => words.stale,
        () if error.is(Code::LimitReached) => words.limit,
        () if error.is(Code::DisabledAtHome) => words.disabled,
        () if error.is(Code::DecidedByOrganization) => words.cannot_create_note,
        () if error.is(Code::ManagedElsewhere) => text().groups().managed_elsewhere,
        () if error.is(Code::GroupExpired) => text().groups().has_expired,
        () if error.is(Code::AccessDenied) => text().groups().denied,
        () if error.outcome_unknown() => words.unconfirmed,
        () => return None,
    };
    Some(words.to_owned())
}

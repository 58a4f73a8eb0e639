//! Who owns a group: the list, and looking for somebody who joins them.

use leptos::prelude::*;
use portal_contract::groups::{Group, GroupPerson};

use super::{
    data::{Change, Details, explained},
    offline,
};
use crate::{
    api,
    components::{
        avatar::Avatar, button::Button, dialog::Dialog, empty::Empty, loaded::Loaded, notice::Notice, search::Search,
    },
    i18n::{Sentence, text},
    state::capabilities,
    state::paged::Paged,
    t,
    view::{Built, Reading, live, view},
};

/// The owners, and for one of them what can be done about them.
#[component]
pub fn Owners(group: Group, data: Details) -> Built {
    let manages = group.is_owner && group.managed_elsewhere.is_none() && group.deleted_at.is_none();
    let none = group.owners.is_empty();
    let rows = group.owners.into_iter().map(|it| owner(it, manages, data)).collect::<Vec<_>>();
    let add = move || {
        view! {
            <Button
                operation=capabilities::MANAGE_GROUPS
                label=t!(group.add_owner)
                disabled=offline()
                press=move |()| {
                    data.change.forget();
                    data.adding.set(true);
                }
            />
        }
    };
    view! {
        <section aria-labelledby="owners">
            <div class="heading">
                <h2 id="owners">{t!(group.owners)}</h2>
                {manages.then(add)}
            </div>
            {match none {
                true => view! { <p class="card">{t!(group.no_owners)}</p> },
                false => view! { <ul class="card rows people">{rows}</ul> },
            }}
        </section>
    }
}

fn owner(person: GroupPerson, manages: bool, data: Details) -> Built {
    let (me, name) = (data.is_me(&person), person.display_name.clone());
    let label = if me { t!(group.give_up) } else { t!(group.remove_owner) };
    let longer = Reading::new(move || match me {
        true => text().group().give_up.to_owned(),
        false => (text().group().remove_owner_label)(&name),
    });
    let asked = person.clone();
    view! {
        <li class="person">
            {face(&person, me)}
            {manages.then(|| view! {
                <Button
                    operation=capabilities::MANAGE_GROUPS
                    kind="quiet"
                    label
                    name=longer
                    disabled=offline()
                    press=move |()| data.ask(Change::RemoveOwner(asked.clone()))
                />
            })}
        </li>
    }
}

fn face(person: &GroupPerson, me: bool) -> Built {
    let about = person.user_id.clone();
    view! {
        <Avatar name=person.display_name.clone() />
        <div class="who">
            <p>
                {person.display_name.clone()}
                {me.then(|| view! { " " <span class="badge">{t!(group.you)}</span> })}
                {(person.is_member && !me).then(|| view! { " " <span class="badge">{t!(group.member)}</span> })}
            </p>
            {about.map(|it| view! { <p class="meta">{it}</p> })}
        </div>
    }
}

/// Looks for somebody who becomes an owner.
#[component]
pub fn AddOwner(data: Details) -> Built {
    let title = move || (text().group().add_title)(&data.of(|it| it.display_name.clone()));
    let close = move |()| {
        if !untrack(|| data.change.pending().get()) {
            data.adding.set(false);
            data.change.forget();
        }
    };
    let content = move |()| view! { <Candidates data close=Callback::new(close) /> };
    view! { <Dialog open=data.adding title close content /> }
}

#[component]
fn Candidates(data: Details, close: Callback<()>) -> Built {
    let q = RwSignal::new(String::new());
    let found = Paged::new(q, move |q, _| {
        let id = data.id.get_value();
        async move { api::groups::candidates(&id, &q).await }
    });
    let nothing_found: Sentence = || text().group().nobody_found;
    let rows = found.rows;
    let empty = move || {
        view! {
            <Empty title=t!(group.nobody_proposed) note=t!(group.nobody_proposed_note) q=q.get() nothing_found />
        }
    };
    let content = move |()| {
        let people = move || rows.get().into_iter().map(|it| candidate(it, data)).collect::<Vec<_>>();
        view! {
            <ul class="rows">{live(people)}</ul>
            {live(move || rows.with(Vec::is_empty).then(empty))}
        }
    };
    let explain = Callback::new(|error| explained(&error));
    view! {
        <p class="meta">{t!(group.add_hint)}</p>
        <Notice error=data.change.error() explain=Some(explain) />
        <Search label=t!(group.add_search) q />
        <Loaded query=found.pages.first rows=3 content />
        <div class="actions">
            <button type="button" class="button" data-kind="plain" on:click=move |_| close.run(())>
                {t!(common.close)}
            </button>
        </div>
    }
}

fn candidate(person: GroupPerson, data: Details) -> Built {
    let name = person.display_name.clone();
    let chosen = person.clone();
    view! {
        <li class="person">
            {face(&person, false)}
            <Button
                label=t!(group.add)
                name=Reading::new(move || (text().group().add_label)(&name))
                busy=t!(common.working)
                pending=data.change.pending()
                disabled=offline()
                press=move |()| data.run(Change::AddOwner(chosen.clone()))
            />
        </li>
    }
}

//! Making a collection, or changing one's own: its name, its apps, their order.

use leptos::{ev, html, prelude::*};
use leptos_router::hooks::use_location;
use portal_contract::{collections::CollectionContent, ids::CollectionId, problem::Code};

use super::{
    choosing::{Choose, Chosen},
    editor::{Editor, NAME},
    sheet,
};
use crate::{
    api::{self, error::ApiError},
    components::{back::back, button::Button, field::Field, loaded::Loaded, notice::Notice, page::PageHeader},
    i18n::{format, text},
    pages::access_denied::only_with_my_apps,
    routes,
    state::{online::Online, query::Query},
    t,
    view::{Built, Reading, live, said, view},
};

/// The page: a new one, or the one that `?collection` names.
#[component]
pub fn CollectionPage() -> Built {
    only_with_my_apps(|| {
        let query = use_location().query;
        let page = move || match query.with(|it| it.get("collection")) {
            None => view! {
                <PageHeader title=t!(collections.new_title) intro=t!(collections.edit_intro) />
                {untrack(|| edit(None))}
            },
            Some(id) => untrack(|| {
                let id = CollectionId(id);
                let stored = StoredValue::new(None);
                let read = Query::new(move || {
                    let id = id.clone();
                    async move {
                        stored.try_set_value(Some(api::collections::get(&id).await?));
                        Ok(())
                    }
                });
                view! {
                    <PageHeader title=t!(collections.edit_title) intro=t!(collections.edit_intro) />
                    <Loaded query=read rows=4 content=move |()| edit(stored.get_value()) />
                }
            }),
        };
        view! {
            <div class=sheet()>
                {back(routes::COLLECTIONS, t!(pages.collections))}
                {live(page)}
            </div>
        }
    })
}

fn edit(stored: Option<(CollectionContent, String)>) -> Built {
    let name = stored.as_ref().map(|it| it.0.display_name.clone()).unwrap_or_default();
    let editor = Editor::new(stored);
    let form = editor.form;
    let online = Online::now();
    let back = NodeRef::<html::A>::new();
    let leave = move || {
        // The way that **Cancel** goes; a page that was left already has none.
        if let Some(Some(link)) = back.try_get_untracked() {
            link.click();
        }
    };
    let submit = move |event: ev::SubmitEvent| {
        if let Some([name]) = form.submitted(&event, [NAME]) {
            editor.save(name, leave);
        }
    };
    let count = move || {
        let count = editor.chosen.with(Vec::len);
        (text().collections().apps)(&format::number(count as f64), count == 1)
    };
    let explain = Callback::new(move |error: ApiError| explained(editor, &error));
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=Some(explain) />
            <div class="card">
                <Field
                    name=NAME
                    label=t!(collections.name)
                    hint=t!(collections.name_hint)
                    error=form.refused(NAME, t!(collections.name_needed), t!(error.field))
                    autocomplete="off"
                    value=name
                />
            </div>
            <div class="halves">
                <Choose editor />
                <Chosen editor />
            </div>
            <div class="bar">
                <p class="meta">{said(count)}</p>
                <a node_ref=back href=routes::COLLECTIONS class="button" data-kind="plain">{t!(common.cancel)}</a>
                <Button
                    kind="primary"
                    button_type="submit"
                    label=t!(common.save)
                    busy=t!(collections.saving)
                    pending=form.pending
                    disabled=Reading::new(move || !online.get())
                />
            </div>
        </form>
    }
}

/// What a failure means here; the general sentence does otherwise.
fn explained(editor: Editor, error: &ApiError) -> Option<String> {
    let words = text().collections();
    if error.is(Code::Stale) {
        return editor.newer.with(|newer| {
            let (name, apps) = newer.split_first()?;
            Some((words.stale)(name, &(words.apps)(&format::number(apps.len() as f64), apps.len() == 1)))
        });
    }
    let apps = error.fields.iter().any(|it| it.pointer.starts_with("/apps"));
    (apps.then_some(words.not_yours)).or(error.outcome_unknown().then_some(words.unknown_outcome)).map(str::to_owned)
}

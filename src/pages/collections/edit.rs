//! Making a collection, or changing one's own: its name, its apps, their order.

use leptos::{ev, html, prelude::*};
use leptos_router::hooks::use_location;
use portal_contract::{
    collections::{CollectedApp, CollectionContent},
    ids::CollectionId,
    problem::Code,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{
    data::in_language,
    editor::{Editor, NAME, box_of},
    sheet,
};
use crate::{
    api::{self, error::ApiError},
    components::{
        back::back,
        button::Button,
        empty::Empty,
        field::Field,
        icon::{CLOSE, Icon},
        loaded::Loaded,
        notice::Notice,
        page::PageHeader,
        search::Search,
        show_more::ShowMore,
        windowed::{Cut, windowed},
    },
    i18n::{Sentence, format, text},
    pages::access_denied::only_with_my_apps,
    routes,
    state::{online::Online, query::Query},
    t,
    view::{Built, Reading, live, said, view},
};

/// One below the other.
const CUT: Cut = Cut { rows: 20, height: 20 * 44 };

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

/// The person's apps, each with a box, searched on the server and paged.
#[component]
fn Choose(editor: Editor) -> Built {
    let rows = editor.found.rows;
    let draw = move |range| {
        let apps: Vec<CollectedApp> = rows.with(|it| it.get(range).map(<[_]>::to_vec)).unwrap_or_default();
        view! { <ul class="choices">{apps.into_iter().map(|app| option(app, editor)).collect::<Vec<_>>()}</ul> }
    };
    let nothing_found: Sentence = || text().collections().nothing_found;
    let empty = move || {
        view! {
            <Empty title=t!(collections.no_apps) note=t!(collections.no_apps_note) q=editor.q.get() nothing_found />
        }
    };
    let content = move |()| {
        view! {
            {windowed(Reading::new(move || rows.with(Vec::len)), CUT, draw)}
            {live(move || rows.with(Vec::is_empty).then(empty))}
            <ShowMore pages=editor.found.pages />
        }
    };
    // Enter in the search, or on a box, is not meant for the form.
    let key = |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && event.target().is_some_and(|it| it.has_type::<HtmlInputElement>()) {
            event.prevent_default();
        }
    };
    view! {
        <section class="card" aria-labelledby="choose" on:keydown=key>
            <h2 id="choose">{t!(collections.choose)}</h2>
            <Search label=t!(collections.search) q=editor.q />
            <Loaded query=editor.found.pages.first rows=4 content />
        </section>
    }
}

fn option(app: CollectedApp, editor: Editor) -> Built {
    let ticked = editor.chosen.now().contains(&app.id.0);
    let (name, texts) = (app.display_name.clone(), app.texts.clone());
    let id = box_of(&app.id.0);
    view! {
        <li>
            <label class="choice">
                <input
                    type="checkbox"
                    id=id
                    checked=ticked
                    on:change=move |event| editor.choose(&app, event_target_checked(&event))
                />
                <span>{said(move || in_language(&texts, &name))}</span>
            </label>
        </li>
    }
}

/// The chosen apps in their order.
#[component]
fn Chosen(editor: Editor) -> Built {
    let row = move |key: String| {
        let named = key.clone();
        let name = Reading::new(move || editor.called(&named));
        let steps = editor.chosen.steps(&key);
        view! {
            {editor.chosen.grip()}
            <span class="who">{name}</span>
            <div class="steps">
                {steps}
                <button
                    type="button"
                    class="icon-button"
                    data-act="remove"
                    title=t!(collections.remove)
                    aria-label=move || (text().collections().remove_name)(&name.get())
                    on:click=move |_| editor.take_out(&key)
                >
                    <Icon path=CLOSE />
                </button>
            </div>
        }
    };
    let none = move || editor.chosen.with(Vec::is_empty);
    view! {
        <section class="card" aria-labelledby="chosen">
            <h2 id="chosen">{t!(collections.chosen)}</h2>
            {editor.chosen.list(row)}
            {live(move || none().then(|| {
                view! { <Empty title=t!(collections.none_chosen) note=t!(collections.none_chosen_note) /> }
            }))}
        </section>
    }
}

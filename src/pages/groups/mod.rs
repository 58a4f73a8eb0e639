//! Groups: those that the person owns, and those that the person is in (features 2.5).

mod rows;

use leptos::prelude::*;
use portal_contract::{
    groups::{GroupRules, GroupView, ListedGroup},
    problem::Code,
};
use stylers_macro::style_sheet;

pub use self::rows::{kind, members};

use self::rows::row;
use super::access_denied::{AccessDenied, only_with_my_apps};
use crate::{
    api,
    components::{
        empty::Empty,
        loaded::Loaded,
        page::PageHeader,
        search::Search,
        sheet::page_class,
        show_more::ShowMore,
        windowed::{Cut, windowed},
    },
    i18n::{Sentence, Words, text},
    routes,
    state::{
        paged::Paged,
        query::{Fetched, Query},
        session::Session,
    },
    t,
    view::{Built, live, view},
};

/// One below the other.
const CUT: Cut = Cut { class: "rows", rows: 10, height: 10 * 104 };

/// Both lists, searched on the server and paged, because there may be thousands.
#[component]
pub fn GroupsPage() -> Built {
    only_with_my_apps(|| view! { <Groups /> })
}

#[component]
fn Groups() -> Built {
    let scope = style_sheet!("src/pages/groups/groups.css");
    let q = RwSignal::new(String::new());
    let list =
        move |view| Paged::new(q, move |q, cursor| async move { api::groups::list(view, &q, cursor.as_deref()).await });
    let (owned, joined) = (list(GroupView::Owned), list(GroupView::Joined));
    let rules = Query::new(api::groups::rules);
    // Once known: a search that finds none of them takes nothing away.
    let owns = RwSignal::new(false);
    Effect::new(move |_| {
        if owned.rows.with(|it| !it.is_empty()) {
            owns.set(true);
        }
    });
    let denied = Memo::new(
        move |_| matches!(joined.pages.first.fetched(), Fetched::Failed(error) if error.is(Code::AccessDenied)),
    );
    let page = move || match denied.get() {
        true => view! { <AccessDenied reason=t!(access_denied.my_apps) /> },
        false => view! {
            <PageHeader title=t!(pages.groups) intro=t!(groups.intro) />
            <Tools q rules owns />
            <List id="owned" title=t!(groups.owned) list=owned q words=OWNED />
            <List id="joined" title=t!(groups.joined) list=joined q words=JOINED />
        },
    };
    view! { <div class=page_class!("groups", scope)>{live(page)}</div> }
}

/// The search, and the ways to groups that are not here. Who may make groups is not known at once: the place is kept.
#[component]
fn Tools(q: RwSignal<String>, rules: Query<GroupRules>, owns: RwSignal<bool>) -> Built {
    // Where it could not be learnt, the page behind the link tells.
    let can_create = move || match rules.fetched() {
        Fetched::Pending => false,
        Fetched::Ready(rules) => rules.can_create,
        Fetched::Failed(_) => true,
    };
    view! {
        <div class="tools">
            <Search label=t!(groups.search) q />
            <a class="button" href=routes::JOIN_REQUESTS hidden=move || !owns.get()>{t!(groups.requests)}</a>
            <a class="button" href=routes::JOIN_GROUPS>{t!(groups.join)}</a>
            <a class="button" data-kind="primary" href=routes::GROUP_NEW hidden=move || !can_create()>
                {t!(groups.create)}
            </a>
        </div>
    }
}

/// What a list says when it is empty.
#[derive(Clone, Copy)]
struct Nothing {
    title: Words,
    note: Words,
    found: Sentence,
}

const OWNED: Nothing = Nothing {
    title: || text().groups().none_owned,
    note: || text().groups().none_owned_note,
    found: || text().groups().nothing_owned,
};

const JOINED: Nothing = Nothing {
    title: || text().groups().none_joined,
    note: || text().groups().none_joined_note,
    found: || text().groups().nothing_joined,
};

#[component]
fn List(id: &'static str, title: Words, list: Paged<ListedGroup>, q: RwSignal<String>, words: Nothing) -> Built {
    let (rows, session) = (list.rows, Session::here());
    let empty = move || view! { <Empty title=words.title note=words.note q=q.get() nothing_found=words.found /> };
    let content = move |()| {
        view! {
            {windowed(rows, CUT, move |group| row(group, session))}
            {live(move || rows.with(Vec::is_empty).then(empty))}
            <ShowMore pages=list.pages />
        }
    };
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <Loaded query=list.pages.first rows=2 content />
        </section>
    }
}

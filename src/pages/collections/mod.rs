//! Collections of apps: which there are, in which order, and one's own (features 2.2).

mod choosing;
mod data;
mod edit;
mod editor;
mod names;
mod order;
mod rows;
mod saving;
mod storing;

pub use self::edit::CollectionPage;

use leptos::prelude::*;
use stylers_macro::style_sheet;

use self::{
    data::List,
    rows::{DeleteDialog, row},
};
use super::access_denied::only_with_my_apps;
use crate::{
    components::{empty::Empty, loaded::Loaded, page::PageHeader, sheet::page_class},
    routes, t,
    view::{Built, built, view},
};

/// The list: to order, hide and show, and the way to what one makes oneself.
#[component]
pub fn CollectionsPage() -> Built {
    only_with_my_apps(|| view! { <Overview /> })
}

fn sheet() -> String {
    let scope = style_sheet!("src/pages/collections/collections.css");
    page_class!("collections", scope)
}

#[component]
fn Overview() -> Built {
    let list = List::new();
    let content = move |()| {
        view! {
            {list.order.list(move |key| list.item(&key).map_or_else(|| built(()), |it| row(it, list)))}
            {(!list.has_own()).then(|| {
                view! { <Empty title=t!(collections.none_own) note=t!(collections.none_own_note) /> }
            })}
        }
    };
    view! {
        <div class=sheet()>
            <div class="top">
                <PageHeader title=t!(pages.collections) intro=t!(collections.intro) />
                <a href=routes::COLLECTION class="button" data-kind="primary">{t!(collections.create)}</a>
            </div>
            <p id="list" class="visually-hidden">{t!(collections.list)}</p>
            <Loaded query=list.read rows=4 content />
            <DeleteDialog list />
        </div>
    }
}

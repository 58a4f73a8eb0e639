//! Access reviews: what waits for the person, and what is over (features 2.6).

pub mod parts;
mod rows;

use leptos::prelude::*;
use portal_contract::access_reviews::AccessReview;

use self::parts::class;
use super::access_denied::only_with_my_apps;
use crate::{
    api,
    components::{empty::Empty, loaded::Loaded, page::PageHeader, show_more::ShowMore},
    state::paged::Paged,
    t,
    view::{Built, live, view},
};

/// The lists.
#[component]
pub fn AccessReviewsPage() -> Built {
    only_with_my_apps(|| view! { <Reviews /> })
}

#[component]
fn Reviews() -> Built {
    let nothing = RwSignal::new(String::new());
    let pending = Paged::new(nothing, |_, cursor| async move { api::access_reviews::pending(cursor.as_deref()).await });
    let over = Paged::new(nothing, |_, cursor| async move { api::access_reviews::finished(cursor.as_deref()).await });
    view! {
        <div class=class()>
            <PageHeader title=t!(pages.access_reviews) intro=t!(access_reviews.intro) />
            <Pending list=pending />
            <Finished list=over />
        </div>
    }
}

#[component]
fn Pending(list: Paged<AccessReview>) -> Built {
    let rows = list.rows;
    let content = move |()| {
        view! {
            <ul class="rows">{live(move || rows.get().into_iter().map(rows::pending).collect::<Vec<_>>())}</ul>
            {live(move || {
                rows.with(Vec::is_empty)
                    .then(|| view! { <Empty title=t!(access_reviews.none) note=t!(access_reviews.none_note) /> })
            })}
            <ShowMore pages=list.pages />
        }
    };
    view! {
        <section aria-labelledby="pending">
            <h2 id="pending">{t!(access_reviews.to_review)}</h2>
            <Loaded query=list.pages.first rows=2 content />
        </section>
    }
}

/// What is over; nothing where nothing is.
#[component]
fn Finished(list: Paged<AccessReview>) -> Built {
    let rows = list.rows;
    let any = Memo::new(move |_| rows.with(|it| !it.is_empty()));
    let content = move |()| {
        live(move || {
            any.get().then(|| {
                view! {
                    <section aria-labelledby="finished">
                        <h2 id="finished">{t!(access_reviews.finished)}</h2>
                        <p class="meta">{t!(access_reviews.finished_note)}</p>
                        <ul class="rows">{live(move || rows.get().into_iter().map(rows::finished).collect::<Vec<_>>())}</ul>
                        <ShowMore pages=list.pages />
                    </section>
                }
            })
        })
    };
    view! { <Loaded query=list.pages.first rows=1 content /> }
}

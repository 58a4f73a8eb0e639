//! A review of others' access: who they are, what is recommended, and what is decided for as many as are selected.

mod ask;
mod change;
mod data;
mod list;
mod rows;
mod selection;
mod tools;

use leptos::prelude::*;
use portal_contract::{
    access_reviews::{AccessReview, NoAnswer, ReviewKind},
    ids::AccessReviewId,
};
use stylers_macro::style_sheet;

use self::{ask::AskDialog, data::Data, list::List, tools::Tools};
use super::{
    access_denied::only_with_my_apps,
    access_reviews::parts::{class, is_gone, missing, named, progress, resource, top, until},
};
use crate::{
    components::{loaded::Loaded, sheet::page_class},
    i18n::{format, text},
    t,
    view::{Built, live, said, view},
};

/// The page of the review that the address names.
#[component]
pub fn ReviewOthersPage() -> Built {
    let id = named();
    only_with_my_apps(move || {
        let id = id.clone();
        view! { <Review id /> }
    })
}

#[component]
fn Review(id: AccessReviewId) -> Built {
    let scope = style_sheet!("src/pages/review_others/review_others.css");
    let data = Data::new(id);
    let gone = is_gone(data.review);
    // The rows are asked for once it is known what was decided by then.
    let runs = data.runs;
    view! {
        <div class=class()>
            <div class=page_class!("review-others", scope)>
                {top(t!(review_others.title), t!(review_others.intro))}
                {live(move || match gone.get() {
                    true => missing(),
                    false => view! { <Loaded query=data.review rows=1 content=summary /> },
                })}
                {live(move || {
                    (runs.get() && !gone.get())
                        .then(|| {
                            untrack(|| {
                                let data = data.open();
                                view! {
                                    <Tools data />
                                    <List data />
                                    <AskDialog data />
                                }
                            })
                        })
                })}
            </div>
        </div>
    }
}

/// What is reviewed, until when, and how far it got.
fn summary(review: AccessReview) -> Built {
    if review.kind != ReviewKind::Others {
        return missing();
    }
    let (name, due, rule) = (review.display_name.clone(), review.due_at.clone(), review.no_answer);
    let (stage, stages, finished) = (review.stage, review.stages, review.finished);
    let bar = progress(&review);
    let organization = review.organization.display_name.clone();
    let number = |it: u32| format::number(it.into());
    view! {
        <section class="card" aria-labelledby="review">
            <h2 id="review">{name}</h2>
            <p class="meta">{said(move || resource(&review))} " · " {organization}</p>
            <p>
                <strong>{said(move || (text().access_reviews().due)(&format::date(&due), &until(&due)))}</strong>
                {(stages > 1)
                    .then(|| {
                        view! { " · " {said(move || (text().review_others().stage)(&number(stage), &number(stages)))} }
                    })}
            </p>
            {bar}
            <p class="meta">
                {live(move || if finished { text().review_others().over } else { silence(rule) })}
            </p>
        </section>
    }
}

/// What happens without a decision; reactive.
fn silence(rule: NoAnswer) -> &'static str {
    let words = text().review_others();
    match rule {
        NoAnswer::Keep => words.silence_keeps,
        NoAnswer::Remove => words.silence_ends,
        NoAnswer::Recommendation => words.silence_recommended,
        NoAnswer::Unknown => "",
    }
}

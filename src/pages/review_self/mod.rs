//! A review of one's own access: **Begin review**, **Yes** or **No**, a reason, **Submit**; and what was answered.

mod answer;

use leptos::prelude::*;
use portal_contract::{
    access_reviews::{AccessReview, Decision, NoAnswer, ResourceKind, ReviewDecision, ReviewKind},
    ids::AccessReviewId,
};

use self::answer::Answer;
use super::{
    access_denied::only_with_my_apps,
    access_reviews::parts::{class, is_gone, missing, named, resource_name, top, until},
};
use crate::{
    api,
    components::loaded::Loaded,
    i18n::{format, text},
    state::query::Query,
    t,
    view::{Built, live, said, view},
};

/// The page of the review that the address names.
#[component]
pub fn ReviewSelfPage() -> Built {
    let id = named();
    only_with_my_apps(move || {
        let id = id.clone();
        view! { <Review id /> }
    })
}

#[component]
fn Review(id: AccessReviewId) -> Built {
    let query = Query::new(move || {
        let id = id.clone();
        async move { api::access_reviews::get(&id).await }
    });
    let gone = is_gone(query);
    // Whether the question is being answered: at first, and again after an answer.
    let asking = RwSignal::new(false);
    let content = move |review: AccessReview| match review.kind {
        ReviewKind::Own => card(review, query, asking),
        _ => missing(),
    };
    view! {
        <div class=class()>
            {top(t!(review_self.title), t!(review_self.intro))}
            {live(move || match gone.get() {
                true => missing(),
                false => view! { <Loaded query rows=1 content /> },
            })}
        </div>
    }
}

fn card(review: AccessReview, query: Query<AccessReview>, asking: RwSignal<bool>) -> Built {
    let (name, shown) = (review.display_name.clone(), review.clone());
    let (organization, description) =
        (review.organization.display_name.clone(), review.resource.description.clone().filter(|it| !it.is_empty()));
    let part = move || match (review.finished, asking.get(), &review.own) {
        (true, ..) => over(&review),
        (_, true, _) => {
            let review = review.clone();
            view! { <Answer review query asking /> }
        }
        (_, _, Some(own)) => answered(own, &review, asking),
        _ => waiting(&review, asking),
    };
    view! {
        <section class="card" aria-labelledby="review">
            <h2 id="review">{name}</h2>
            <p class="question">
                <strong>{said(move || question(&shown))}</strong>
            </p>
            <p class="meta">{organization} {description.map(|it| format!(" · {it}"))}</p>
            {live(part)}
        </section>
    }
}

/// What is asked; reactive.
pub fn question(review: &AccessReview) -> String {
    let words = text().review_self();
    let name = resource_name(review);
    match review.resource.kind {
        ResourceKind::App => (words.app)(&name),
        _ => (words.group)(&name),
    }
}

fn waiting(review: &AccessReview, asking: RwSignal<bool>) -> Built {
    let (due, rule) = (review.due_at.clone(), review.no_answer);
    view! {
        <p>
            {said(move || (text().review_self().until)(&format::date(&due), &until(&due)))} " "
            {live(move || silence(rule))}
        </p>
        <button type="button" class="button" data-kind="primary" on:click=move |_| asking.set(true)>
            {t!(access_reviews.begin)}
        </button>
    }
}

/// What happens without an answer; reactive.
fn silence(rule: NoAnswer) -> &'static str {
    let words = text().review_self();
    match rule {
        NoAnswer::Keep => words.silence_keeps,
        NoAnswer::Remove => words.silence_ends,
        NoAnswer::Recommendation => words.silence_recommended,
        NoAnswer::Unknown => "",
    }
}

fn answered(own: &ReviewDecision, review: &AccessReview, asking: RwSignal<bool>) -> Built {
    let (ends, due, needed) = (review.ends_at.clone(), review.due_at.clone(), own.decision == Decision::Approve);
    let answer = move || match needed {
        true => text().review_self().answered_yes.to_owned(),
        false => (text().review_self().answered_no)(&format::date(&ends)),
    };
    view! {
        <p>{said(answer)}</p>
        {own.reason.clone().map(|it| view! { <blockquote>{it}</blockquote> })}
        <p class="meta">{said(move || (text().review_self().can_change)(&format::date_time(&due)))}</p>
        <button type="button" class="button" data-kind="plain" on:click=move |_| asking.set(true)>
            {t!(access_reviews.change)}
        </button>
    }
}

fn over(review: &AccessReview) -> Built {
    let (ended, applied, removed) = (review.ends_at.clone(), review.applied_at.is_some(), review.removed > 0);
    let outcome = move || match (applied, removed) {
        (false, _) => text().access_reviews().applying,
        (true, true) => text().access_reviews().own_removed,
        (true, false) => text().access_reviews().own_kept,
    };
    view! {
        <p>{said(move || (text().access_reviews().ended)(&format::date(&ended)))}</p>
        <p>{live(outcome)}</p>
    }
}

//! What the pages about reviews share.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    access_reviews::{AccessReview, ResourceKind},
    ids::AccessReviewId,
    problem::Code,
};
use stylers_macro::style_sheet;

use crate::{
    api::{self, error::ApiError},
    components::{app_face::called, back::back, empty::Empty, page::PageHeader, sheet::page_class},
    i18n::{Words, format, text},
    routes,
    state::{query::Query, session::Session},
    t,
    view::{Built, said, view},
};

/// The class of these pages.
pub fn class() -> String {
    let scope = style_sheet!("src/pages/access_reviews/access_reviews.css");
    page_class!("access-reviews", scope)
}

/// The review that the address names.
pub fn named() -> AccessReviewId {
    let query = leptos_router::hooks::use_location().query;
    AccessReviewId(query.with_untracked(|it| it.get("review")).unwrap_or_default())
}

/// What the reviewed group or app is called; reactive.
pub fn resource_name(review: &AccessReview) -> String {
    called(&review.resource.texts, &review.resource.display_name, None).0
}

/// The same, saying which of both it is; reactive.
pub fn resource(review: &AccessReview) -> String {
    let words = text().access_reviews();
    let name = resource_name(review);
    match review.resource.kind {
        ResourceKind::Group => (words.group)(&name),
        ResourceKind::App => (words.app)(&name),
        ResourceKind::Unknown => name,
    }
}

/// How long until a time, from now: "in 12 days"; reactive.
pub fn until(rfc3339: &str) -> String {
    let seconds = (js_sys::Date::new(&rfc3339.into()).get_time() - js_sys::Date::now()) / 1000.0;
    if seconds.is_nan() { String::new() } else { format::in_seconds(seconds.max(0.0)) }
}

/// How many are decided.
pub fn decided(review: &AccessReview) -> u32 {
    review.approved + review.denied + review.dont_know
}

/// A bar, and the same in words.
pub fn progress(review: &AccessReview) -> Built {
    let (done, total) = (decided(review), review.total);
    let words = move || {
        let number = |it: u32| format::number(it.into());
        (text().access_reviews().progress)(&number(done), &number(total))
    };
    view! {
        <p class="progress">
            <progress max=total.max(1).to_string() value=done.to_string() aria-label=words></progress>
            <span class="meta" aria-hidden="true">{said(words)}</span>
        </p>
    }
}

/// The way back, and the heading.
pub fn top(title: Words, intro: Words) -> Built {
    view! {
        {back(routes::ACCESS_REVIEWS, t!(pages.access_reviews))}
        <PageHeader title intro />
    }
}

/// Whether the review is none of the person's, or not any more; reactive.
pub fn is_gone(query: Query<AccessReview>) -> Memo<bool> {
    use crate::state::query::Fetched;
    Memo::new(move |_| matches!(query.fetched(), Fetched::Failed(error) if error.is(Code::NotFound)))
}

/// In the place of a review that is none of the person's.
pub fn missing() -> Built {
    view! { <Empty title=t!(access_reviews.missing) note=t!(access_reviews.missing_note) /> }
}

/// What failed about deciding, where these pages know better; reactive.
pub fn explained(error: &ApiError) -> Option<String> {
    let words = text().access_reviews();
    match () {
        () if error.is(Code::ReviewEnded) => Some(words.review_ended.to_owned()),
        () if error.is(Code::NotFound) => Some(words.missing_note.to_owned()),
        () => None,
    }
}

/// Counts anew what waits, for the navigation. Where that fails, the next page that asks brings the number.
pub fn count_again(session: Session) {
    spawn_local(async move {
        if let Ok(answer) = api::session::get().await {
            session.accept(answer);
        }
    });
}

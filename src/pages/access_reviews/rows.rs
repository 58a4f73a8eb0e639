//! A review in the lists.

use portal_contract::access_reviews::{AccessReview, Decision, ReviewKind};

use super::parts::{decided, progress, resource, until};
use crate::{
    api,
    i18n::{format, language, tag, text},
    routes, t,
    view::{Built, live, said, view},
};

/// One that waits, or can still be changed.
pub fn pending(review: AccessReview) -> Built {
    let own = review.kind == ReviewKind::Own;
    let page = if own { routes::REVIEW_SELF } else { routes::REVIEW_OTHERS };
    let address = format!("{page}?review={}", js_sys::encode_uri_component(&review.id.0));
    let (begun, name, organization) =
        (decided(&review) > 0, review.display_name.clone(), review.organization.display_name.clone());
    let due = review.due_at.clone();
    let action = move || {
        let words = text().access_reviews();
        match (begun, own) {
            (false, _) => words.begin,
            (true, true) => words.change,
            (true, false) => words.go_on,
        }
    };
    let answer = review.own.as_ref().map(|it| it.decision);
    let state = match own {
        true => view! { <p>{live(move || answered(answer))}</p> },
        false => progress(&review),
    };
    let label = {
        let name = name.clone();
        move || (text().access_reviews().action_label)(action(), &name)
    };
    view! {
        <li class="card row">
            <div class="who">
                <h3>{name}</h3>
                <p class="meta">{said(move || resource(&review))} " · " {organization}</p>
                <p>{said(move || (text().access_reviews().due)(&format::date(&due), &until(&due)))}</p>
                {state}
            </div>
            <div class="row-actions">
                <a class="button" data-kind=if begun { "plain" } else { "primary" } href=address aria-label=label>
                    {live(action)}
                </a>
            </div>
        </li>
    }
}

fn answered(answer: Option<Decision>) -> &'static str {
    let words = text().access_reviews();
    match answer {
        Some(Decision::Approve) => words.answered_yes,
        Some(Decision::Deny) => words.answered_no,
        _ => words.not_answered,
    }
}

/// One that is over: what came of it.
pub fn finished(review: AccessReview) -> Built {
    let (name, ended, organization) =
        (review.display_name.clone(), review.ends_at.clone(), review.organization.display_name.clone());
    let (own, applied, removed) = (review.kind == ReviewKind::Own, review.applied_at.is_some(), review.removed);
    let kept = review.total.saturating_sub(removed);
    let outcome = move || {
        let words = text().access_reviews();
        match (applied, own, removed) {
            (false, ..) => words.applying.to_owned(),
            (true, true, 0) => words.own_kept.to_owned(),
            (true, true, _) => words.own_removed.to_owned(),
            _ => (words.outcome)(&format::number(kept.into()), &format::number(removed.into())),
        }
    };
    let download = (applied && !own).then(|| download(&review));
    view! {
        <li class="card row">
            <div class="who">
                <h3>{name}</h3>
                <p class="meta">{said(move || resource(&review))} " · " {organization}</p>
                <p>{said(move || (text().access_reviews().ended)(&format::date(&ended)))}</p>
                <p>{said(outcome)}</p>
            </div>
            {download}
        </li>
    }
}

fn download(review: &AccessReview) -> Built {
    let (id, name) = (review.id.clone(), review.display_name.clone());
    view! {
        <div class="row-actions">
            <a
                class="button"
                data-kind="plain"
                href=move || api::access_reviews::results(&id, tag(language()))
                download=""
                aria-label=move || (text().access_reviews().download_label)(&name)
            >
                {t!(access_reviews.download)}
            </a>
        </div>
    }
}

//! Terms of use: what waits for an answer, one document at a time (features 2.3).

mod data;
mod document;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use portal_contract::{
    ids::TermsId,
    terms::{TermsOfUse, TermsState},
};
use stylers_macro::style_sheet;

use self::{
    data::{Terms, waits},
    document::{document, names},
};
use crate::{
    api::error::ApiError,
    components::{
        back::back,
        button::Button,
        confirm_dialog::ConfirmDialog,
        document::edition,
        empty::Empty,
        icon::{DONE, Icon, WARNING},
        loaded::Loaded,
        page::PageHeader,
        sheet::page_class,
    },
    i18n::{format, text},
    routes, t,
    view::{Built, Reading, live, view},
};

/// The document to answer, or that there is none; and those that are answered.
#[component]
pub fn TermsPage() -> Built {
    let scope = style_sheet!("src/pages/terms/terms.css");
    let search = use_location().search.get_untracked();
    let wanted = search.split('&').find_map(|it| it.trim_start_matches('?').strip_prefix("document="));
    let data = Terms::new(wanted.map(|it| TermsId(it.to_owned())));
    let content = move |page: portal_contract::page::Page<TermsOfUse>| {
        let all = page.items;
        let answered = all.iter().filter(|it| !waits(it)).cloned().collect::<Vec<_>>();
        let rows = answered.into_iter().map(|it| row(data, it)).collect::<Vec<_>>();
        view! {
            {live(move || current(data, &all))}
            {(!rows.is_empty())
                .then(|| {
                    view! {
                        <section aria-labelledby="answered">
                            <h2 id="answered">{t!(terms.answered)}</h2>
                            <ul class="rows">{rows}</ul>
                        </section>
                    }
                })}
        }
    };
    view! {
        <div class=page_class!("terms", scope)>
            {back(routes::PROFILE, t!(pages.profile))}
            <PageHeader title=t!(pages.terms) intro=t!(terms.intro) />
            <Loaded query=data.list content />
            <DeclineDialog data />
        </div>
    }
}

/// The one that the person wants to see, else the first that waits, else the way back.
fn current(data: Terms, all: &[TermsOfUse]) -> Built {
    let waiting = all.iter().filter(|it| waits(it)).collect::<Vec<_>>();
    let wanted = data.wanted.get();
    let open = |it: &&TermsOfUse| Some(&it.id) == wanted.as_ref() && it.state != TermsState::Accepted;
    let Some(it) = all.iter().find(open).or_else(|| waiting.first().copied()) else {
        let (title, note) = match all.is_empty() {
            true => (t!(terms.none), t!(terms.none_note)),
            false => (t!(terms.all_answered), t!(terms.all_answered_note)),
        };
        return view! {
            <Empty title note />
            <p><a href=routes::PROFILE class="button" data-kind="primary">{t!(common.done)}</a></p>
        };
    };
    let (at, count) = (waiting.iter().position(|other| other.id == it.id), waiting.len());
    let progress = move || {
        let number = |it: usize| format::number(it as f64);
        Some((text().terms().progress)(&number(at? + 1), &number(count)))
    };
    view! {
        {(count > 1).then(|| view! { <p class="meta">{live(move || progress().unwrap_or_default())}</p> })}
        {document(data, it.clone())}
    }
}

/// A document that is answered: how, and the way to think it over.
fn row(data: Terms, terms: TermsOfUse) -> Built {
    let declined = terms.state == TermsState::Declined;
    let content = move || {
        let words = text().terms();
        let it = edition(&terms.editions)?;
        let accepted = terms.accepted_at.as_ref().map(|at| (words.accepted_on)(&format::date(at)));
        let until = terms.expires_at.as_ref().map(|at| (words.holds_until)(&format::date(at)));
        let state = accepted.into_iter().chain(until).collect::<Vec<_>>().join(" · ");
        let (id, title) = (terms.id.clone(), it.title.clone());
        let review = declined.then(|| {
            view! {
                <Button
                    label=t!(terms.review)
                    name=Reading::new(move || (text().terms().review_label)(&title))
                    press=move |()| data.wanted.set(Some(id.clone()))
                />
            }
        });
        Some(view! {
            <span class="state" data-pending=declined><Icon path=if declined { WARNING } else { DONE } /></span>
            <div class="who">
                <h3 lang=it.language>{it.title}</h3>
                <p class="meta">{(words.from)(&terms.organization.display_name, &terms.version)}</p>
                <p>{if declined { words.declined_state.to_owned() } else { state }}</p>
            </div>
            <div class="row-actions">{review}</div>
        })
    };
    view! { <li class="card row">{live(content)}</li> }
}

#[component]
fn DeclineDialog(data: Terms) -> Built {
    let title = move || data.asked.with(|it| it.as_ref().map(|it| it.title.clone()).unwrap_or_default());
    let lost = move || {
        let apps = data.asked.with(|it| it.as_ref().and_then(|it| names(&it.terms.apps)));
        apps.map_or(text().terms().decline_nothing.to_owned(), |it| (text().terms().decline_lost)(&it))
    };
    view! {
        <ConfirmDialog
            open=data.asking
            title=move || (text().terms().decline_title)(&title())
            lost=Reading::new(lost)
            finality=t!(terms.decline_final)
            action=t!(terms.decline)
            busy=t!(terms.declining)
            pending=data.decline.pending()
            error=data.decline.error()
            explain=move |error: ApiError| error.outcome_unknown().then(|| text().terms().unknown_outcome.to_owned())
            confirm=move |()| data.confirm()
            cancel=move |()| data.cancel()
        />
    }
}

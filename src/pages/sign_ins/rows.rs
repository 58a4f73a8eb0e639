//! One sign-in: when, where, with what, how it ended; and everything else once it is opened. What is said of it is made
//! anew when the language changes.

use std::rc::Rc;

use leptos::{ev, prelude::*};
use portal_contract::sign_ins::{FailureReason, Place, Review, SignInEvent, SignInOutcome};

use crate::{
    components::{
        icon::{CLOSE, DONE, Icon, WARNING},
        map::Map,
    },
    i18n::{
        format, text,
        visit::{self, device},
    },
    view::{Built, live, view},
};

/// "Rotterdam, Netherlands"; reactive.
pub fn place_name(place: Option<&Place>) -> String {
    match place {
        Some(it) => visit::place(&it.city, &it.country),
        None => text().visit().somewhere.to_owned(),
    }
}

/// "São Paulo, Brazil, 21 Nov 2026, 09:14, Firefox 144 on Linux"; reactive.
pub fn summary(event: &SignInEvent) -> String {
    let device = device(event.browser.as_deref(), event.operating_system.as_deref());
    [place_name(event.place.as_ref()), format::short_date_time(&event.at), device].join(", ")
}

/// When, and below it where and with what; reactive.
pub fn seen(event: &SignInEvent) -> Built {
    let device = device(event.browser.as_deref(), event.operating_system.as_deref());
    let meta = [place_name(event.place.as_ref()), device, event.application.clone()].join(" · ");
    view! {
        <span class="who">
            <time datetime=event.at.clone()>
                <strong>{format::ago(&event.at)}</strong>
                " "
                <span class="meta">{format::short_date_time(&event.at)}</span>
            </time>
            <span class="meta">{meta}</span>
        </span>
    }
}

/// A row of the history. The browser's own `details`, so that the whole row opens with a click, Enter or Space; what is
/// inside, the map too, is made when it is first opened.
pub fn row(event: SignInEvent) -> Built {
    let opened = RwSignal::new(false);
    let event = Rc::new(event);
    let shown = Rc::clone(&event);
    let head = move || view! { {seen(&shown)} {outcome(&shown)} };
    view! {
        <li class="card visit">
            <details on:toggle=move |_: ev::Event| opened.set(true)>
                <summary class="row">{live(head)}</summary>
                {live(move || opened.get().then(|| facts(&event)))}
            </details>
        </li>
    }
}

fn outcome(event: &SignInEvent) -> Built {
    let words = text().sign_ins();
    let (kind, icon, outcome) = match event.outcome {
        SignInOutcome::Successful => ("worked", DONE, words.successful),
        SignInOutcome::Unsuccessful => ("failed", CLOSE, words.unsuccessful),
        SignInOutcome::Unknown => ("unknown", WARNING, words.unknown),
    };
    let unusual =
        event.unusual.then(|| view! { <span class="badge"><Icon path=WARNING /> {words.marked_unusual}</span> });
    view! {
        <span class="outcome" data-kind=kind>
            <Icon path=icon />
            <span>
                {outcome}
                <span class="meta">{event.reason.map(because)}</span>
            </span>
            {unusual}
        </span>
    }
}

/// Everything that is known of a sign-in, with its place on the map.
fn facts(event: &SignInEvent) -> Built {
    let words = text().sign_ins();
    let place = place_name(event.place.as_ref());
    let facts = [
        (words.reason, event.reason.map(|it| because(it).to_owned())),
        (words.location, Some(place)),
        (words.operating_system, event.operating_system.clone()),
        (words.browser, event.browser.clone()),
        (words.app, Some(event.application.clone())),
        (words.account, Some(event.user_id.clone())),
        (words.address, Some(event.address.clone())),
    ];
    let facts = facts.into_iter().filter(|(_, value)| value.is_some());
    let facts: Vec<_> = facts.map(|(label, value)| view! { <div><dt>{label}</dt><dd>{value}</dd></div> }).collect();
    let said = match event.review {
        Review::WasMe => words.said_was_me,
        Review::WasNotMe => words.said_was_not_me,
        Review::None | Review::Unknown => "",
    };
    view! {
        <div class="facts">
            <dl>{facts}</dl>
            {on_map(event, &[])}
            <p class="meta">{said}</p>
        </div>
    }
}

/// Its place on the map, where that is known, among those of `others`; reactive.
pub fn on_map(event: &SignInEvent, others: &[SignInEvent]) -> Option<Built> {
    let spot = |it: &SignInEvent| it.place.as_ref().map(|it| (it.latitude, it.longitude));
    let mark = spot(event)?;
    let mut dots = Vec::new();
    for dot in others.iter().filter(|it| !it.unusual).filter_map(spot) {
        if !dots.contains(&dot) {
            dots.push(dot);
        }
    }
    let label = (text().sign_ins().map)(&place_name(event.place.as_ref()));
    Some(view! { <Map mark dots label /> })
}

fn because(reason: FailureReason) -> &'static str {
    let words = text().sign_ins();
    match reason {
        FailureReason::WrongPassword => words.wrong_password,
        FailureReason::WrongCode => words.wrong_code,
        FailureReason::VerificationMissing => words.verification_missing,
        FailureReason::BlockedByPolicy => words.blocked_by_policy,
        FailureReason::Unknown => words.reason_unknown,
    }
}

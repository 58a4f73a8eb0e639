//! One sign-in: when, where, with what, how it ended; and everything else once it is opened.

use leptos::{ev, prelude::*};
use portal_contract::sign_ins::{FailureReason, Place, Review, SignInEvent, SignInOutcome};

use crate::{
    components::{
        icon::{CLOSE, DONE, Icon, WARNING},
        map::Map,
    },
    i18n::{Words, format, text},
    t,
    view::{Built, Reading, live, said, view},
};

/// "Rotterdam, Netherlands"; reactive.
pub fn place_name(place: Option<&Place>) -> String {
    match place {
        Some(it) => format!("{}, {}", it.city, format::country(&it.country)),
        None => text().sign_ins.somewhere.to_owned(),
    }
}

/// "Edge 141 on Windows", as far as that is known; reactive.
pub fn device(browser: Option<&str>, system: Option<&str>) -> String {
    match (browser, system) {
        (Some(browser), Some(system)) => (text().sign_ins.on)(browser, system),
        (one, other) => one.or(other).unwrap_or(text().sign_ins.unknown_device).to_owned(),
    }
}

/// When, and below it where and with what.
#[component]
pub fn Visit<'a>(event: &'a SignInEvent) -> Built {
    let at = StoredValue::new(event.at.clone());
    let shown = StoredValue::new(event.clone());
    let meta = move || {
        shown.with_value(|it| {
            let device = device(it.browser.as_deref(), it.operating_system.as_deref());
            [place_name(it.place.as_ref()), device, it.application.clone()].join(" · ")
        })
    };
    let moment = move || at.with_value(|at| format::moment(at));
    view! {
        <span class="who">
            <time datetime=event.at.clone()>
                <strong>{said(move || at.with_value(|at| format::ago(at)))}</strong>
                " "
                <span class="meta">{said(moment)}</span>
            </time>
            <span class="meta">{said(meta)}</span>
        </span>
    }
}

/// A row of the history. The browser's own `details`, so that the whole row opens with a click, Enter or Space; what is
/// inside, the map too, is made when it is first opened.
#[component]
pub fn Row(event: SignInEvent) -> Built {
    let opened = RwSignal::new(false);
    let (icon, outcome): (_, Words) = match event.outcome {
        SignInOutcome::Successful => (DONE, t!(sign_ins.successful)),
        SignInOutcome::Unsuccessful => (CLOSE, t!(sign_ins.unsuccessful)),
        SignInOutcome::Unknown => (WARNING, t!(sign_ins.unknown)),
    };
    let kind = if event.outcome == SignInOutcome::Unsuccessful { "failed" } else { "worked" };
    let unusual = event.unusual;
    let reason = event.reason;
    let visit = view! { <Visit event=&event /> };
    view! {
        <li class="card visit">
            <details on:toggle=move |_: ev::Event| opened.set(true)>
                <summary class="row">
                    {visit}
                    <span class="outcome" data-kind=kind>
                        <Icon path=icon />
                        <span>
                            {outcome}
                            {reason.map(|it| view! { <span class="meta">{reason_words(it)}</span> })}
                        </span>
                        {unusual.then(|| view! { <span class="badge"><Icon path=WARNING /> {t!(sign_ins.marked_unusual)}</span> })}
                    </span>
                </summary>
                {live(move || opened.get().then(|| view! { <Facts event=event.clone() /> }))}
            </details>
        </li>
    }
}

/// Everything that is known of a sign-in, with its place on the map.
#[component]
pub fn Facts(event: SignInEvent) -> Built {
    let SignInEvent { place, operating_system, browser, application, user_id, address, reason, review, .. } = event;
    let here = StoredValue::new(place.clone());
    let name = move || here.with_value(|it| place_name(it.as_ref()));
    let fact =
        |label: Words, value: Option<Built>| value.map(|value| view! { <div><dt>{label}</dt><dd>{value}</dd></div> });
    let plain = |value: String| view! { {value} };
    let said_so: Option<Words> = match review {
        Review::WasMe => Some(t!(sign_ins.said_was_me)),
        Review::WasNotMe => Some(t!(sign_ins.said_was_not_me)),
        Review::None | Review::Unknown => None,
    };
    let facts = [
        fact(t!(sign_ins.reason), reason.map(|it| view! { {reason_words(it)} })),
        fact(t!(sign_ins.location), Some(said(name))),
        fact(t!(sign_ins.operating_system), operating_system.map(plain)),
        fact(t!(sign_ins.browser), browser.map(plain)),
        fact(t!(sign_ins.app), Some(plain(application))),
        fact(t!(sign_ins.account), Some(plain(user_id))),
        fact(t!(sign_ins.address), Some(plain(address))),
    ];
    view! {
        <div class="facts">
            <dl>{facts.into_iter().flatten().collect::<Vec<_>>()}</dl>
            {place.map(|it| {
                let label = Reading::new(move || (text().sign_ins.map)(&name()));
                view! { <Map latitude=it.latitude longitude=it.longitude label /> }
            })}
            {said_so.map(|words| view! { <p class="meta">{words}</p> })}
        </div>
    }
}

fn reason_words(reason: FailureReason) -> Words {
    match reason {
        FailureReason::WrongPassword => t!(sign_ins.wrong_password),
        FailureReason::WrongCode => t!(sign_ins.wrong_code),
        FailureReason::VerificationMissing => t!(sign_ins.verification_missing),
        FailureReason::BlockedByPolicy => t!(sign_ins.blocked_by_policy),
        FailureReason::Unknown => t!(sign_ins.reason_unknown),
    }
}

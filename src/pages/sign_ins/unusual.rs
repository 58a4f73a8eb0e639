//! Sign-ins unlike the others, until the person says whether it was them; and what to do if it was not.

use leptos::prelude::*;
use portal_contract::{
    page::Page,
    sign_ins::{Review, ReviewAnswer, SignInEvent},
};

use super::{
    data::SignIns,
    rows::{Facts, Visit, device, place_name},
};
use crate::{
    api::error::ApiError,
    app::has_page,
    components::{
        button::Button,
        dialog::Dialog,
        icon::{Icon, WARNING},
        loaded::Loaded,
        notice::Notice,
    },
    i18n::{Sentence, format, text},
    routes,
    state::{online::Online, query::Fetched},
    t,
    view::{Built, Reading, built, live, said, view},
};

/// The section, while there is something to answer.
#[component]
pub fn Unusual(data: SignIns) -> Built {
    let content = move |page: Page<SignInEvent>| {
        let open: Vec<_> = page.items.into_iter().filter(|it| it.review == Review::None).collect();
        if open.is_empty() {
            return built(());
        }
        let rows = open.into_iter().map(|event| view! { <Doubt event data /> }).collect::<Vec<_>>();
        view! {
            <section aria-labelledby="unusual">
                <h2 id="unusual">{t!(sign_ins.unusual)}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
    };
    // Nothing is shown while it loads: mostly nothing comes.
    let there = Memo::new(move |_| !matches!(data.unusual.fetched(), Fetched::Pending));
    view! {
        {live(move || there.get().then(|| view! { <Loaded query=data.unusual content /> }))}
        <Guide data />
    }
}

#[component]
fn Doubt(event: SignInEvent, data: SignIns) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let shown = StoredValue::new(event.clone());
    let opened = RwSignal::new(false);
    let pending = data.review.pending();
    let label = move |words: Sentence| Reading::new(move || words()(&shown.with_value(summary)));
    view! {
        <li class="card doubt">
            <p class="question"><Icon path=WARNING /> <strong>{t!(sign_ins.unusual_intro)}</strong></p>
            <Visit event=&event />
            <details on:toggle=move |_: leptos::ev::Event| opened.set(true)>
                <summary>{t!(sign_ins.details)}</summary>
                {live(move || opened.get().then(|| view! { <Facts event=shown.get_value() /> }))}
            </details>
            <div class="row-actions">
                <Button
                    label=t!(sign_ins.was_me)
                    name=label(|| text().sign_ins.was_me_label)
                    busy=t!(common.working)
                    pending=Reading::new(move || !data.guiding.get() && pending.get())
                    disabled=offline
                    press=move |()| data.review.run((shown.get_value(), ReviewAnswer::WasMe))
                />
                <Button
                    label=t!(sign_ins.was_not_me)
                    name=label(|| text().sign_ins.was_not_me_label)
                    disabled=offline
                    press=move |()| data.doubt(shown.get_value())
                />
            </div>
        </li>
    }
}

/// **This wasn't me**, step by step: what it does; then what was done and where to go on. What follows the command lives
/// here and not in a step: a step may go while it is told.
#[component]
fn Guide(data: SignIns) -> Built {
    let (error, pending) = (data.review.error(), data.review.pending());
    let failed = move || error.get().is_some_and(|it| it.outcome_unknown());
    let label = move || if failed() { text().common.try_again } else { text().sign_ins.was_not_me }.to_owned();
    let label = Reading::new(label);
    let title = move || {
        let words = &text().sign_ins;
        if data.ended.get() { words.done_title } else { words.guide_title }.to_owned()
    };
    let content = move |()| {
        live(move || {
            if data.ended.get() {
                view! { <Done data /> }
            } else {
                view! { <Ask data error pending label /> }
            }
        })
    };
    view! {
        <Dialog open=data.guiding title=Reading::new(title) close=move |()| data.leave_guide() content />
    }
}

#[component]
fn Ask(data: SignIns, error: Reading<Option<ApiError>>, pending: Reading<bool>, label: Reading<String>) -> Built {
    let online = Online::now();
    let about = move || data.doubted.with(|it| it.as_ref().map(summary).unwrap_or_default());
    let active = data.doubted.with_untracked(|it| it.as_ref().is_some_and(|it| it.session_id.is_some()));
    view! {
        <p><strong>{said(about)}</strong></p>
        <p>{if active { t!(sign_ins.guide_ends) } else { t!(sign_ins.guide_over) }}</p>
        <p>{t!(sign_ins.guide_then)}</p>
        <Notice error explain=None />
        <div class="actions">
            <button type="button" class="button" data-kind="plain" autofocus on:click=move |_| data.leave_guide()>
                {t!(common.cancel)}
            </button>
            <Button
                kind="danger"
                label
                busy=t!(common.working)
                pending
                disabled=Reading::new(move || !online.get())
                press=move |()| data.confirm()
            />
        </div>
    }
}

#[component]
fn Done(data: SignIns) -> Built {
    let link = |to: &'static str, words: crate::i18n::Words| {
        has_page(to).then(|| view! { <li><a href=to class="button" data-kind="primary">{words}</a></li> })
    };
    let links: Vec<_> = [
        link(routes::PASSWORD, t!(sign_ins.change_password)),
        link(routes::SECURITY_INFO, t!(sign_ins.review_security_info)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let close = NodeRef::<leptos::html::Button>::new();
    // The button that had the focus has gone with the first step.
    close.on_load(|close| request_animation_frame(move || _ = close.focus()));
    view! {
        <div role="status">
            <p>{t!(sign_ins.done)}</p>
            <p>{t!(sign_ins.done_next)}</p>
        </div>
        {(!links.is_empty()).then(|| view! { <ul class="choices">{links}</ul> })}
        <div class="actions">
            <button node_ref=close type="button" class="button" data-kind="plain" on:click=move |_| data.leave_guide()>
                {t!(common.close)}
            </button>
        </div>
    }
}

/// "São Paulo, Brazil, 21 Nov 2026, 09:14, Firefox 144 on Linux"; reactive.
fn summary(event: &SignInEvent) -> String {
    let place = place_name(event.place.as_ref());
    let device = device(event.browser.as_deref(), event.operating_system.as_deref());
    [place, format::moment(&event.at), device].join(", ")
}

//! Sign-ins unlike the others, until the person says whether it was them; and what to do if it was not.

use std::rc::Rc;

use leptos::prelude::*;
use portal_contract::{
    page::Page,
    sign_ins::{Review, ReviewAnswer, SignInEvent},
};

use super::{
    data::SignIns,
    rows::{on_map, seen, summary},
};
use crate::{
    components::{
        button::Button,
        confirm_dialog::ConfirmDialog,
        dialog::Dialog,
        icon::{Icon, WARNING},
        loaded::Loaded,
    },
    i18n::{Words, text},
    routes,
    state::capabilities,
    state::{online::Online, query::Fetched},
    t,
    view::{Built, Reading, built, live, view},
};

/// The section, while there is something to answer.
#[component]
pub fn Unusual(data: SignIns) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let content = move |page: Page<SignInEvent>| {
        let open = page.items.into_iter().filter(|it| it.review == Review::None);
        let rows: Vec<_> = open.map(|event| card(event, data, offline)).collect();
        if rows.is_empty() {
            return built(());
        }
        view! {
            <section aria-labelledby="unusual">
                <h2 id="unusual">{t!(sign_ins.unusual)}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
    };
    // Nothing is shown while it loads: mostly nothing comes.
    let there = Memo::new(move |_| !matches!(data.lists.unusual.fetched(), Fetched::Pending));
    view! {
        {live(move || there.get().then(|| view! { <Loaded query=data.lists.unusual content /> }))}
        <Guide data />
    }
}

fn card(event: SignInEvent, data: SignIns, offline: Reading<bool>) -> Built {
    let event = StoredValue::new_local(Rc::new(event));
    let what = move || {
        let it = event.get_value();
        view! { {seen(&it)} <p class="meta">{text().sign_ins().address} ": " {it.address.clone()}</p> }
    };
    // Among the places of the first sign-ins that come, whatever is searched for later.
    let map = move || {
        let rows = data.lists.history.rows;
        if rows.with_untracked(Vec::is_empty) {
            rows.track();
        }
        rows.with_untracked(|rows| on_map(&event.get_value(), rows))
    };
    let name = move |label: Words| Reading::new(move || format!("{}: {}", label(), summary(&event.get_value())));
    view! {
        <li class="card doubt">
            <div>
                <p class="question"><Icon path=WARNING /> <strong>{t!(sign_ins.unusual_intro)}</strong></p>
                {live(what)}
                <div class="row-actions">
                    <Button
                        operation=capabilities::REVIEW_SIGN_IN
                        label=t!(sign_ins.was_me)
                        name=name(t!(sign_ins.was_me))
                        busy=t!(common.working)
                        pending=Reading::new(move || data.busy(&event.get_value().id.0))
                        disabled=offline
                        press=move |()| data.review(event.get_value().id.clone(), ReviewAnswer::WasMe)
                    />
                    <Button
                        operation=capabilities::REVIEW_SIGN_IN
                        label=t!(sign_ins.was_not_me)
                        name=name(t!(sign_ins.was_not_me))
                        disabled=offline
                        press=move |()| data.ask(&event.get_value())
                    />
                </div>
            </div>
            {live(map)}
        </li>
    }
}

/// **This wasn't me**, step by step: what it does; then what was done, and where to go on.
#[component]
fn Guide(data: SignIns) -> Built {
    let link = |to: &'static str, words: Words| {
        view! { <a href=to class="button" data-kind="primary">{words}</a> }
    };
    let way_on = move |()| {
        view! {
            <p>{t!(sign_ins.done)}</p>
            <p>{t!(sign_ins.done_next)}</p>
            <div class="actions">
                <button type="button" class="button" data-kind="plain" autofocus on:click=move |_| data.close()>
                    {t!(common.close)}
                </button>
                {link(routes::SECURITY_INFO, t!(sign_ins.review_security_info))}
                {link(routes::PASSWORD, t!(pages.change_password))}
            </div>
        }
    };
    view! {
        <ConfirmDialog
            open=data.dialogs.doubting
            title=t!(sign_ins.guide_title)
            lost=data.dialogs.doubt
            finality=t!(sign_ins.guide_then)
            action=t!(sign_ins.was_not_me)
            busy=t!(common.working)
            pending=data.change.pending()
            error=data.change.error()
            confirm=move |()| data.confirm()
            cancel=move |()| data.close()
        />
        <Dialog open=data.dialogs.done title=t!(sign_ins.done_title) close=move |()| data.close() content=way_on />
    }
}

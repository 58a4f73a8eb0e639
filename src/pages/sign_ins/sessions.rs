//! Where the account is signed in: **Sign out** for each session, and for all of them.

use leptos::prelude::*;
use portal_contract::{page::Page, sessions::ActiveSession};

use super::{
    data::SignIns,
    rows::{device, place_name},
};
use crate::{
    api::error::ApiError,
    components::{
        button::Button,
        confirm_dialog::ConfirmDialog,
        icon::{COMPUTER, Icon},
        loaded::Loaded,
    },
    i18n::{format, text},
    state::online::Online,
    t,
    view::{Built, Reading, said, view},
};

/// The section.
#[component]
pub fn Sessions(data: SignIns) -> Built {
    let online = Online::now();
    let content = move |page: Page<ActiveSession>| {
        let rows = page.items.into_iter().map(|session| view! { <Row session data /> });
        view! { <ul class="rows">{rows.collect::<Vec<_>>()}</ul> }
    };
    view! {
        <section aria-labelledby="sessions">
            <div class="heading">
                <h2 id="sessions">{t!(sign_ins.sessions)}</h2>
                <Button
                    kind="quiet"
                    label=t!(sign_ins.everywhere)
                    disabled=Reading::new(move || !online.get())
                    press=move |()| data.asking.set(true)
                />
            </div>
            <Loaded query=data.sessions rows=1 content />
            <Everywhere data />
        </section>
    }
}

#[component]
fn Row(session: ActiveSession, data: SignIns) -> Built {
    let online = Online::now();
    let current = session.current;
    let shown = StoredValue::new(session);
    let name = move || shown.with_value(|it| device(it.browser.as_deref(), it.operating_system.as_deref()));
    let meta = move || {
        let words = &text().sign_ins;
        shown.with_value(|it| {
            let started = (words.started)(&format::ago(&it.started_at));
            let used = (!current).then(|| (words.last_used)(&format::ago(&it.last_seen_at)));
            let place = Some(place_name(it.place.as_ref()));
            [place, Some(it.address.clone()), Some(started), used].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    };
    view! {
        <li class="card row">
            <Icon path=COMPUTER />
            <div class="who">
                <h3>{said(name)} {current.then(|| view! { " " <span class="badge">{t!(sign_ins.this_session)}</span> })}</h3>
                <p class="meta">{said(meta)}</p>
            </div>
            <div class="row-actions">
                <Button
                    label=t!(shell.sign_out)
                    name=Reading::new(move || (text().sign_ins.sign_out_label)(&name()))
                    busy=t!(shell.signing_out)
                    pending=data.end.pending()
                    disabled=Reading::new(move || !online.get())
                    press=move |()| data.sign_out(shown.get_value())
                />
            </div>
        </li>
    }
}

/// **Yes** ends every session, this one too; **No** changes nothing.
#[component]
fn Everywhere(data: SignIns) -> Built {
    let explain = |error: ApiError| error.outcome_unknown().then(|| text().sign_ins.everywhere_unknown.to_owned());
    view! {
        <ConfirmDialog
            open=data.asking
            title=t!(sign_ins.everywhere_title)
            lost=t!(sign_ins.everywhere_lost)
            finality=t!(sign_ins.everywhere_final)
            action=t!(common.yes)
            safe=t!(common.no)
            busy=t!(shell.signing_out)
            pending=data.everywhere.pending()
            error=data.everywhere.error()
            explain
            confirm=move |()| data.everywhere.run(())
            cancel=move |()| {
                data.everywhere.forget();
                data.asking.set(false);
            }
        />
    }
}

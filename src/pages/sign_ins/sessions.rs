//! Where the account is signed in: **Sign out** for each session, and for all of them.

use std::rc::Rc;

use leptos::prelude::*;
use portal_contract::{page::Page, sessions::ActiveSession};

use super::{data::SignIns, rows::place_name};
use crate::{
    components::{
        button::Button,
        icon::{COMPUTER, Icon, PHONE, TABLET},
        loaded::Loaded,
        sign_out_everywhere::SignOutEverywhere,
    },
    i18n::{format, text, visit::device},
    state::capabilities,
    state::online::Online,
    t,
    view::{Built, Reading, live, view},
};

/// The section.
#[component]
pub fn Sessions(data: SignIns) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let content = move |page: Page<ActiveSession>| {
        let rows = page.items.into_iter().map(|session| row(session, data, offline));
        view! { <ul class="rows">{rows.collect::<Vec<_>>()}</ul> }
    };
    view! {
        <section aria-labelledby="sessions">
            <div class="heading">
                <h2 id="sessions">{t!(sign_ins.sessions)}</h2>
                <SignOutEverywhere />
            </div>
            <Loaded query=data.lists.sessions rows=1 content />
        </section>
    }
}

fn row(session: ActiveSession, data: SignIns, offline: Reading<bool>) -> Built {
    let shape = match session.operating_system.as_deref() {
        Some("iOS" | "Android") => PHONE,
        Some("iPadOS") => TABLET,
        _ => COMPUTER,
    };
    let session = StoredValue::new_local(Rc::new(session));
    let name = move || {
        let it = session.get_value();
        device(it.browser.as_deref(), it.operating_system.as_deref())
    };
    let who = move || {
        let (it, words) = (session.get_value(), &text().sign_ins());
        let meta = [
            place_name(it.place.as_ref()),
            it.address.clone(),
            (words.started)(&format::ago(&it.started_at)),
            (words.last_used)(&format::ago(&it.last_seen_at)),
        ];
        let this = it.current.then(|| view! { <span class="badge">{words.this_session}</span> });
        view! {
            <h3>{name()} " " {this}</h3>
            <p class="meta">{meta.join(" · ")}</p>
        }
    };
    view! {
        <li class="card row">
            <Icon path=shape />
            <div class="who">{live(who)}</div>
            <div class="row-actions">
                <Button
                    operation=capabilities::END_SESSION
                    label=t!(shell.sign_out)
                    name=Reading::new(move || format!("{}: {}", text().shell().sign_out, name()))
                    busy=t!(shell.signing_out)
                    pending=Reading::new(move || data.busy(&session.get_value().id.0))
                    disabled=offline
                    press=move |()| data.sign_out(&session.get_value(), untrack(name))
                />
            </div>
        </li>
    }
}

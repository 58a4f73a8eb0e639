//! One copy of the person's data.

use leptos::prelude::*;
use portal_contract::{
    ids::ExportId,
    my_data::{DataExport, ExportState},
};

use super::data::{Exports, unfinished};
use crate::{
    api,
    i18n::{format, text},
    t,
    view::{Built, live, said, view},
};

/// How far it is, which it follows; and **Download** once it is ready.
pub fn row(export: DataExport, data: Exports) -> Built {
    let DataExport { id, created_at, .. } = export;
    let asked = created_at.clone();
    let own = id.clone();
    let percent = move || data.get(&own).map(|it| it.percent.to_string()).unwrap_or_default();
    let own = id.clone();
    let told = move || data.get(&own).map(tell).unwrap_or_default();
    let own = id.clone();
    // Drawn anew only when they change, so that a link keeps the focus while something else goes on.
    let waiting = Memo::new(move |_| data.get(&own).is_some_and(|it| unfinished(it.state)));
    let own = id.clone();
    let ready = Memo::new(move |_| data.get(&own).is_some_and(|it| it.state == ExportState::Ready));
    let progress = move || {
        let percent = percent.clone();
        waiting.get().then(|| {
            view! {
                <progress max="100" value=percent aria-label=t!(my_data.progress)></progress>
            }
        })
    };
    view! {
        <li class="card row">
            <div class="who">
                <h4>{said(move || (text().my_data().asked_on)(&format::date_time(&asked)))}</h4>
                {live(progress)}
                <p class="meta">{said(told)}</p>
            </div>
            {live(move || ready.get().then(|| download(&id, created_at.clone(), data)))}
        </li>
    }
}

fn download(id: &ExportId, created_at: String, data: Exports) -> Built {
    let address = api::my_data::content_address(id);
    let name = move || (text().my_data().download_label)(&format::date_time(&created_at));
    // The browser says nothing of a copy that has expired, or a session that has ended: the page looks for itself.
    view! {
        <a class="button" href=address download="" aria-label=name on:click=move |_| data.look()>
            {t!(my_data.download)}
        </a>
    }
}

fn tell(export: DataExport) -> String {
    let words = text().my_data();
    match export.state {
        ExportState::Queued | ExportState::Preparing | ExportState::Unknown => {
            (words.preparing)(&format::percent(export.percent.into()))
        }
        ExportState::Ready => {
            let until = export.expires_at.as_deref().map(format::date_time).unwrap_or_default();
            (words.ready)(&format::kilobytes(export.size.unwrap_or_default() as f64), &until)
        }
        ExportState::Failed => words.failed.to_owned(),
        ExportState::Expired => words.expired.to_owned(),
    }
}

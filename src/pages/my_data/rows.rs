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
    let own = id.clone();
    // Drawn anew at another state only, so that a link keeps the focus while something else goes on.
    let state = Memo::new(move |_| data.get(&own).map(|it| it.state));
    let content = move || {
        let (state, own) = (state.get()?, id.clone());
        let asked = created_at.clone();
        let percent = move || data.get(&own).map(|it| it.percent).unwrap_or_default();
        let told = {
            let own = id.clone();
            move || data.get(&own).map(tell).unwrap_or_default()
        };
        Some(view! {
            <div class="who">
                <h4>{said(move || (text().my_data.asked_on)(&format::date_time(&asked)))}</h4>
                {unfinished(state).then(|| view! {
                    <progress max="100" value=move || percent().to_string() aria-label=t!(my_data.progress)></progress>
                })}
                <p class="meta">{said(told)}</p>
            </div>
            {(state == ExportState::Ready).then(|| download(&id, created_at.clone(), data))}
        })
    };
    view! { <li class="card row">{live(content)}</li> }
}

fn download(id: &ExportId, created_at: String, data: Exports) -> Built {
    let address = api::my_data::content_address(id);
    let name = move || (text().my_data.download_label)(&format::date_time(&created_at));
    // The browser says nothing of a copy that has expired, or a session that has ended: the page looks for itself.
    view! {
        <a class="button" href=address download="" aria-label=name on:click=move |_| data.look()>
            {t!(my_data.download)}
        </a>
    }
}

fn tell(export: DataExport) -> String {
    let words = &text().my_data;
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

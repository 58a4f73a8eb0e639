//! One copy of the person's data.

use leptos::prelude::*;
use portal_contract::my_data::{DataExport, ExportState};

use super::data::Exports;
use crate::{
    api,
    i18n::{format, text},
    t,
    view::{Built, Reading, live, said, view},
};

/// How far it is, and **Download** once it is ready.
#[component]
pub fn Row(export: DataExport, data: Exports) -> Built {
    let id = StoredValue::new(export.id.clone());
    let current = move || id.with_value(|it| data.get(&it.0));
    let state = move || current().map(|it| it.state);
    let asked = Reading::new(move || format::date_time(&export.created_at));
    let told = move || current().map(|it| tell(&it)).unwrap_or_default();
    let unfinished = Memo::new(move |_| matches!(state(), Some(ExportState::Queued | ExportState::Preparing)));
    let ready = Memo::new(move |_| state() == Some(ExportState::Ready));
    view! {
        <li class="card row">
            <div class="who">
                <h4>{said(move || (text().my_data.asked_on)(&asked.get()))}</h4>
                <p class="meta">{said(told)}</p>
                {live(move || unfinished.get().then(|| view! {
                    <progress
                        max="100"
                        value=move || current().map(|it| it.percent.to_string())
                        aria-label=t!(my_data.progress)
                    ></progress>
                }))}
            </div>
            {live(move || ready.get().then(|| view! {
                <a
                    class="button"
                    data-kind="plain"
                    href=id.with_value(api::my_data::content_address)
                    download=""
                    aria-label=move || (text().my_data.download_label)(&asked.get())
                >
                    {t!(my_data.download)}
                </a>
            }))}
        </li>
    }
}

fn tell(export: &DataExport) -> String {
    let words = &text().my_data;
    match export.state {
        ExportState::Queued => words.queued.to_owned(),
        ExportState::Ready => {
            let until = export.expires_at.as_deref().map(format::date_time).unwrap_or_default();
            (words.ready)(&format::kilobytes(export.size.unwrap_or_default() as f64), &until)
        }
        ExportState::Failed => words.failed.to_owned(),
        ExportState::Expired => words.expired.to_owned(),
        ExportState::Preparing | ExportState::Unknown => (words.preparing)(&format::percent(export.percent.into())),
    }
}

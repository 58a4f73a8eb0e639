//! One copy of the person's data.

use portal_contract::my_data::{DataExport, ExportState};

use super::data::{Exports, unfinished};
use crate::{
    api,
    i18n::{format, text},
    t,
    view::{Built, said, view},
};

/// How far it is, which it follows; and **Download** once it is ready.
pub fn row(export: DataExport, data: Exports) -> Built {
    let DataExport { id, created_at, state, .. } = export.clone();
    let download = (state == ExportState::Ready).then(|| {
        let address = api::my_data::content_address(&id);
        let created_at = created_at.clone();
        let name = move || (text().my_data.download_label)(&format::date_time(&created_at));
        view! {
            <a class="button" data-kind="plain" href=address download="" aria-label=name>{t!(my_data.download)}</a>
        }
    });
    let percent = move || data.get(&id.0).map(|it| it.percent).unwrap_or_default();
    let told = percent.clone();
    view! {
        <li class="card row">
            <div class="who">
                <h4>{said(move || (text().my_data.asked_on)(&format::date_time(&created_at)))}</h4>
                {unfinished(&export).then(|| view! {
                    <progress max="100" value=move || percent().to_string() aria-label=t!(my_data.progress)></progress>
                })}
                <p class="meta">{said(move || tell(&export, told()))}</p>
            </div>
            {download}
        </li>
    }
}

fn tell(export: &DataExport, percent: u32) -> String {
    let words = &text().my_data;
    match export.state {
        ExportState::Queued | ExportState::Preparing | ExportState::Unknown => {
            (words.preparing)(&format::percent(percent.into()))
        }
        ExportState::Ready => {
            let until = export.expires_at.as_deref().map(format::date_time).unwrap_or_default();
            (words.ready)(&format::kilobytes(export.size.unwrap_or_default() as f64), &until)
        }
        ExportState::Failed => words.failed.to_owned(),
        ExportState::Expired => words.expired.to_owned(),
    }
}

//! The person's own data: taking a copy of it, and closing the account (features 1.9).

mod close;
mod closing;
mod data;
mod rows;

use leptos::prelude::*;
use portal_contract::problem::Code;
use stylers_macro::style_sheet;

use self::{close::CloseAccount, data::Exports, rows::row};
use crate::{
    api::error::ApiError,
    components::{button::Button, empty::Empty, loaded::Loaded, notice::Notice, page::PageHeader, sheet::page_class},
    i18n::{format, text},
    state::capabilities,
    state::online::Online,
    t,
    view::{Built, Reading, live, view},
};

/// Export my data, and close account.
#[component]
pub fn MyDataPage() -> Built {
    let scope = style_sheet!("src/pages/my_data/my_data.css");
    view! {
        <div class=page_class!("my-data", scope)>
            <PageHeader title=t!(pages.my_data) intro=t!(my_data.intro) />
            {capabilities::somewhere(capabilities::DATA_EXPORTS).then(|| view! { <Export /> })}
            {capabilities::somewhere(capabilities::CLOSE_ACCOUNT).then(|| view! { <CloseAccount /> })}
        </div>
    }
}

#[component]
fn Export() -> Built {
    let online = Online::now();
    let data = Exports::new();
    let explain = Callback::new(move |error: ApiError| {
        let wait = error.retry_after.filter(|_| error.is(Code::TooManyAttempts));
        match wait {
            Some(seconds) => Some((text().my_data().too_many)(&format::in_seconds(seconds))),
            None => error.outcome_unknown().then(|| text().my_data().unknown_outcome.to_owned()),
        }
    });
    let rows = move || {
        let rows = data.all().into_iter().map(|export| row(export, data)).collect::<Vec<_>>();
        match rows.is_empty() {
            true => view! { <Empty title=t!(my_data.none) note=t!(my_data.none_note) /> },
            false => view! { <ul class="rows">{rows}</ul> },
        }
    };
    view! {
        <section aria-labelledby="export">
            <h2 id="export">{t!(my_data.export)}</h2>
            <div class="card">
                <p class="prose">{t!(my_data.export_note)}</p>
                <Notice error=data.ask.error() explain=Some(explain) />
                <Button
                    operation=capabilities::DATA_EXPORTS
                    kind="primary"
                    label=t!(my_data.export)
                    busy=t!(my_data.exporting)
                    pending=data.ask.pending()
                    disabled=Reading::new(move || !online.get())
                    press=move |()| data.ask.run(String::new())
                />
            </div>
            <h3>{t!(my_data.copies)}</h3>
            <Loaded query=data.first rows=1 content=move |()| live(rows) />
        </section>
    }
}

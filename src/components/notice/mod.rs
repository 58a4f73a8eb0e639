//! What failed, why, what to do, and the number that the help desk needs.

use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{
    icon::{Icon, WARNING},
    scoped,
};
use crate::{
    api::error::ApiError,
    i18n::problem::sentence,
    t,
    view::{Built, Reading, live, said, view},
};

/// A failure, while there is one.
#[component]
pub fn Notice(
    /// The failure.
    #[prop(into)]
    error: Reading<Option<ApiError>>,
    /// A better sentence than the general one, where the place knows one.
    #[prop(optional_no_strip)]
    explain: Option<Callback<ApiError, Option<String>>>,
) -> Built {
    let scope = style_sheet!("src/components/notice/notice.css");
    view! {
        <div role="alert">
            {live(move || {
                error
                    .get()
                    .map(|error| {
                        let request_id = error.request_id.clone();
                        let words = move || {
                            explain.and_then(|it| it.run(error.clone())).unwrap_or_else(|| sentence(&error))
                        };
                        view! {
                            <div class=scoped("notice", scope)>
                                <Icon path=WARNING />
                                <div>
                                    <p>{said(words)}</p>
                                    {request_id
                                        .map(|id| {
                                            view! {
                                                <p class="meta">{t!(error.request_id)} ": " <code>{id}</code></p>
                                            }
                                        })}
                                </div>
                            </div>
                        }
                    })
            })}
        </div>
    }
}

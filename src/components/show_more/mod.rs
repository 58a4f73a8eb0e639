//! **Show more**, while a list has more.

use leptos::prelude::*;

use super::button::Button;
use crate::{
    state::paged::Pages,
    t,
    view::{Built, live, view},
};

/// Reads the next page of a list.
#[component]
pub fn ShowMore(
    /// The list's pages.
    pages: Pages,
) -> Built {
    live(move || {
        pages.has_more().then(|| {
            view! {
                <Button
                    label=t!(common.show_more)
                    busy=t!(common.working)
                    pending=pages.pending()
                    press=move |()| pages.more()
                />
            }
        })
    })
}

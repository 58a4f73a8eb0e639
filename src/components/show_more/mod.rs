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
    // The button stays while there is more: who pressed it has the focus on it.
    let more = Memo::new(move |_| pages.has_more());
    live(move || {
        more.get().then(|| {
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

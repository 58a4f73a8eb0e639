//! **Show more**, while a list has more.

use leptos::prelude::*;

use super::button::Button;
use crate::{
    state::paged::Paged,
    t,
    view::{Built, live, view},
};

/// Reads the next page of a list.
#[component]
pub fn ShowMore<T: Clone + 'static>(
    /// The list.
    list: Paged<T>,
) -> Built {
    live(move || {
        list.has_more().then(|| {
            view! {
                <Button
                    label=t!(common.show_more)
                    busy=t!(common.working)
                    pending=list.pending()
                    press=move |()| list.more()
                />
            }
        })
    })
}

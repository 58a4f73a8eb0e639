//! **Show more**, while a list has more.

use crate::view::{Built, live, view};
use leptos::prelude::*;

use super::button::Button;
use crate::{
    state::paged::Paged,
    t,
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

//! What a row is moved by.

use leptos::{ev, prelude::*};

use super::{
    Order,
    rows::{DRAGGED, follow, mark, parts, pass},
};
use crate::{
    components::icon::{DOWN, GRIP, Icon, UP},
    i18n::text,
    t,
    view::{Built, Reading, view},
};

impl Order {
    /// What a row is dragged by.
    pub fn grip(self) -> Built {
        let down = move |event: ev::PointerEvent| {
            let Some((grip, row)) = parts(&event).filter(|_| event.button() == 0 && !untrack(|| self.off.get())) else {
                return;
            };
            event.prevent_default();
            // Fails only for a pointer that has gone again.
            if grip.set_pointer_capture(event.pointer_id()).is_ok() {
                mark(&row, true);
            }
        };
        let over = |event: ev::PointerEvent| {
            if let Some((_, row)) = parts(&event).filter(|it| it.1.has_attribute(DRAGGED)) {
                follow(&row, f64::from(event.client_y()));
            }
        };
        let up = move |event: ev::PointerEvent| {
            if let Some((_, row)) = parts(&event) {
                mark(&row, false);
                self.settle(&row);
            }
        };
        view! {
            <span
                class="grip"
                aria-hidden="true"
                title=t!(collections.drag)
                on:pointerdown=down
                on:pointermove=over
                on:lostpointercapture=up
            >
                <Icon path=GRIP />
            </span>
        }
    }

    /// **Move up** and **Move down**, which stay there at the ends, so that who presses them keeps the focus.
    pub fn steps(self, key: &str) -> Built {
        let step = move |up: bool| {
            let (named, key) = (key.to_owned(), key.to_owned());
            let end = move || {
                let end = self.keys.with(|it| if up { it.first() == Some(&key) } else { it.last() == Some(&key) });
                end || self.off.get()
            };
            let at_end = Reading::new(end);
            let label = move || {
                let words = text().collections();
                (if up { words.move_up_name } else { words.move_down_name })(&self.called(&named))
            };
            let press = move |event: ev::MouseEvent| {
                let Some((_, row)) = parts(&event).filter(|_| !untrack(|| at_end.get())) else { return };
                pass(&row, up);
                self.settle(&row);
            };
            view! {
                <button
                    type="button"
                    class="icon-button"
                    data-act=if up { "up" } else { "down" }
                    aria-disabled=move || at_end.get().then_some("true")
                    aria-label=label
                    title=if up { t!(collections.move_up) } else { t!(collections.move_down) }
                    on:click=press
                >
                    <Icon path=if up { UP } else { DOWN } />
                </button>
            }
        };
        view! {
            {step(true)}
            {step(false)}
        }
    }
}

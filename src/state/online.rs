//! Whether the browser has a connection (`security.md` R7).

use leptos::{ev, prelude::*};

use crate::view::Reading;

/// Follows the browser's own opinion.
#[derive(Clone, Copy)]
pub struct Online(RwSignal<bool>);

impl Online {
    /// Starts to listen; provided to everything below.
    pub fn provide() {
        let online = RwSignal::new(window().navigator().on_line());
        let up = window_event_listener(ev::online, move |_| online.set(true));
        let down = window_event_listener(ev::offline, move |_| online.set(false));
        on_cleanup(move || {
            up.remove();
            down.remove();
        });
        provide_context(Self(online));
    }

    /// Whether there is a connection; reactive. Changes are disabled while there is none: nothing is queued.
    pub fn now() -> Reading<bool> {
        use_context::<Self>().map_or_else(|| Reading::from(true), |it| it.0.into())
    }
}

//! Moments worth waiting for.

use std::{cell::Cell, time::Duration};

use futures_channel::oneshot::{Sender, channel};
use leptos::{
    leptos_dom::helpers::{request_idle_callback_with_handle, set_timeout_with_handle},
    prelude::{document, request_animation_frame},
};

/// Some time.
pub async fn lasting(time: Duration) {
    until(|done| set_timeout_with_handle(move || end(done), time).is_ok()).await;
}

/// Until what has just been built is on screen. A hidden page has no frames, and nobody who waits for one.
pub async fn drawn() {
    if document().hidden() {
        return;
    }
    until(|done| {
        request_animation_frame(move || _ = set_timeout_with_handle(move || end(done), Duration::ZERO));
        true
    })
    .await;
}

/// Until the browser has nothing else to do; not at all in a browser that does not tell.
pub async fn idle() {
    until(|done| {
        let done = Cell::new(Some(done));
        request_idle_callback_with_handle(move || _ = done.take().map(end)).is_ok()
    })
    .await;
}

async fn until(begin: impl FnOnce(Sender<()>) -> bool) {
    let (done, waiting) = channel();
    if begin(done) {
        // A sender that is dropped has nothing to wait for.
        let _ = waiting.await;
    }
}

fn end(done: Sender<()>) {
    // Nobody may wait any more.
    let _ = done.send(());
}

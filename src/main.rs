//! The portal in the browser: the screen for the worst case first, then the language, then everything else.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod api;
mod app;
mod components;
mod deployment;
mod i18n;
mod pages;
mod pause;
mod routes;
mod shell;
mod state;
mod view;
mod webauthn;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

fn main() {
    std::panic::set_hook(Box::new(|info| {
        leptos::logging::error!("{info}");
        show_crash();
    }));
    state::preferences::start();
    let Some(root) = document().get_element_by_id("app").and_then(|it| it.dyn_into().ok()) else {
        show_crash();
        return;
    };
    leptos::mount::mount_to(root, app::App).forget();
}

/// The page that `boot.js` shows when nothing works any more (`security.md` R9). It is plain script because after a
/// panic no Rust may run.
fn show_crash() {
    let crash = js_sys::Reflect::get(&window(), &"portalCrash".into());
    if let Some(crash) = crash.ok().and_then(|it| it.dyn_into::<js_sys::Function>().ok()) {
        // Nothing is left that could answer to a failure here.
        let _ = crash.call0(&wasm_bindgen::JsValue::UNDEFINED);
    }
}

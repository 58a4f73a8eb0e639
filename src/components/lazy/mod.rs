//! Pages in files of their own: downloaded when they are first opened, or before that when the browser has time.
//!
//! `tools/split.mjs` cuts the files out of the release build; a development build has everything in one.

use std::{future::pending, time::Duration};

use futures_util::future::LocalBoxFuture;
use leptos::{prelude::*, task::spawn_local};

use super::loaded::Loaded;
use crate::{
    api::error::{ApiError, Failure},
    pause,
    state::query::Query,
    view::{Built, view},
};

/// When the other pages are fetched: long after the first one is there.
const PREFETCH_AFTER: Duration = Duration::from_secs(3);
/// Where a session remembers that it has reloaded for a file that was missing (`security.md` R8).
const RELOADED: &str = "reloaded-for-missing-page";

/// A page that is not part of the first download. Made by [`lazy!`].
pub struct Lazy {
    /// Downloads it, and says whether that worked; done at once where it is there.
    pub load: fn() -> LocalBoxFuture<'static, bool>,
    /// Builds it, where it is there.
    pub show: fn() -> Option<Built>,
}

/// `lazy!(file, Component)`: the component, and everything that only it needs, in a file of that name. What many
/// files need is part of the first download.
macro_rules! lazy {
    ($file:ident, $page:path) => {{
        #[cfg(not(debug_assertions))]
        let page = {
            #[leptos::wasm_split::wasm_split($file, wasm_split_path = leptos::wasm_split, preload(load), fallible)]
            #[allow(improper_ctypes_definitions, reason = "both ends are compiled together")]
            fn $file() -> Result<$crate::view::Built, leptos::wasm_split::SplitLoaderError> {
                Ok($page())
            }
            $crate::components::lazy::Lazy {
                load: || Box::pin(async { load().await.is_ok() }),
                show: || futures_util::FutureExt::now_or_never($file()).and_then(Result::ok),
            }
        };
        #[cfg(debug_assertions)]
        let page = $crate::components::lazy::Lazy { load: || Box::pin(async { true }), show: || Some($page()) };
        page
    }};
}
pub(crate) use lazy;

impl Lazy {
    /// The page: at once where it is there, after its download where it is not.
    pub fn view(&'static self) -> Built {
        if let Some(page) = (self.show)() {
            return page;
        }
        let query = Query::new(move || self.arrived());
        view! { <Loaded query content=|()| view! { {(self.show)()} } /> }
    }

    /// Waits for the download. A file that is missing may have gone with a deployment: one reload brings the newer page.
    async fn arrived(&self) -> Result<(), ApiError> {
        let storage = window().session_storage().ok().flatten();
        if (self.load)().await {
            if let Some(storage) = storage {
                // Refused only by a full store, and this takes something out.
                let _ = storage.remove_item(RELOADED);
            }
            return Ok(());
        }
        let first = storage.filter(|it| matches!(it.get_item(RELOADED), Ok(None)));
        let typing = document().query_selector("dialog[open]").ok().flatten().is_some();
        if let Some(storage) = first.filter(|_| !typing && window().navigator().on_line())
            && storage.set_item(RELOADED, "1").is_ok()
            && window().location().reload().is_ok()
        {
            pending::<()>().await;
        }
        Err(ApiError::new(Failure::Network))
    }
}

/// Downloads pages that may be opened next, one after the other, once the first page has had its time and whenever the
/// browser has nothing else to do. Not where the person asked it to save data.
pub fn prefetch(pages: impl Iterator<Item = &'static Lazy> + 'static) {
    if saves_data() {
        return;
    }
    spawn_local(async move {
        pause::lasting(PREFETCH_AFTER).await;
        for page in pages {
            pause::idle().await;
            // A page that fails now is asked for again when it is opened.
            if !(page.load)().await {
                break;
            }
        }
    });
}

fn saves_data() -> bool {
    let connection = js_sys::Reflect::get(&window().navigator(), &"connection".into());
    let saves = connection.and_then(|it| js_sys::Reflect::get(&it, &"saveData".into()));
    // Not every browser says.
    saves.is_ok_and(|it| it.is_truthy())
}

//! Puts a text on the clipboard and says so in place, because a dialog hides the messages of the page.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::button::Button;
use crate::{
    i18n::text,
    view::{Built, Reading, said, view},
};

/// A **Copy** button.
#[component]
pub fn Copy(
    /// What is copied.
    value: String,
    /// A longer name for screen readers, beginning with the label.
    #[prop(into)]
    name: Reading<String>,
) -> Built {
    let copied = RwSignal::new(None::<bool>);
    let press = move |()| {
        let value = value.clone();
        spawn_local(async move {
            let done = write(&value).await.is_some();
            copied.try_set(Some(done));
        });
    };
    let outcome = move || match copied.get() {
        None => "",
        Some(true) => text().common.copied,
        Some(false) => text().common.not_copied,
    };
    view! {
        <Button label=crate::t!(common.copy) name press />
        <span class="meta" role="status">{said(move || outcome().to_owned())}</span>
    }
}

/// `None` where the browser has no clipboard or does not let it be written.
async fn write(value: &str) -> Option<()> {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    let write: js_sys::Function = js_sys::Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    let promise: js_sys::Promise = write.call1(&clipboard, &value.into()).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok().map(|_| ())
}

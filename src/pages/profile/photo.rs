//! The person's photo: choosing another one, removing it.

use js_sys::Promise;
use leptos::{html, prelude::*, task::spawn_local};
use portal_contract::{
    me::Me,
    photo::{MAX_BYTES, NewPhoto},
    problem::{Code, FieldCode},
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::{
    api::{self, error::ApiError},
    components::{button::Button, notice::Notice},
    i18n::{problem::sentence, text, text_now},
    state::{command::Command, messages::Messages, online::Online, query::Query, session::Session},
    t,
    view::{Built, Reading, live, view},
};

/// The two buttons, where the organization lets the person use them.
#[component]
pub fn Photo(
    /// Whether there is one.
    present: bool,
    /// Whether the person may choose it.
    changeable: bool,
    /// Read anew after a change.
    query: Query<Me>,
) -> Built {
    if !changeable {
        return view! { <p class="meta">{t!(profile.by_organization)}</p> };
    }
    let (messages, session, online) = (Messages::here(), Session::here(), Online::now());
    let input = NodeRef::<html::Input>::new();
    let refused = RwSignal::new(false);
    let settled = move |words: &'static str| {
        messages.success(words.to_owned());
        query.refetch();
        // The header shows the photo too; whoever cannot be asked now is asked with the next page.
        spawn_local(async move {
            if let Ok(answer) = api::session::get().await {
                session.accept(answer);
            }
        });
    };
    let change = Command::new(
        |it: NewPhoto, key| async move { api::photo::change(&it, &key).await },
        move |_, outcome: Result<(), ApiError>| {
            if outcome.is_ok() {
                settled(text_now().profile().changed);
            }
        },
    );
    let remove = Command::new(
        |_: (), _| async move { api::photo::remove().await },
        move |(), outcome: Result<(), ApiError>| match outcome {
            Ok(()) => settled(text_now().profile().removed),
            Err(error) => {
                messages.failure(untrack(|| sentence(&error)));
                query.refetch();
            }
        },
    );
    let chosen = move |_| {
        let Some(file) = input.get_untracked().and_then(|it| it.files()?.get(0)) else { return };
        change.forget();
        refused.set(file.size() > MAX_BYTES as f64);
        if refused.get_untracked() {
            return;
        }
        spawn_local(async move {
            match base64(&file).await {
                Some(image) => change.run(NewPhoto { image }),
                // It has gone from the disk, or may not be read.
                None => messages.failure(text_now().profile().no_photo.to_owned()),
            }
            // So that the same file can be chosen again.
            if let Some(input) = input.get_untracked() {
                input.set_value("");
            }
        });
    };
    let choose = move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let offline = Reading::new(move || !online.get());
    view! {
        <div class="photo" role="group" aria-label=t!(profile.photo)>
            <input type="file" hidden accept="image/jpeg,image/png,image/webp" node_ref=input on:change=chosen />
            <div class="actions">
                <Button
                    label=t!(profile.choose)
                    busy=t!(profile.choosing)
                    pending=change.pending()
                    disabled=offline
                    press=choose
                />
                {present
                    .then(|| {
                        view! {
                            <Button
                                kind="quiet"
                                label=t!(profile.remove)
                                busy=t!(profile.removing)
                                pending=remove.pending()
                                disabled=offline
                                press=move |()| remove.run(())
                            />
                        }
                    })}
            </div>
            <p class="meta">{t!(profile.photo_hint)}</p>
            <div role="alert">{live(move || refused.get().then(|| view! { <p class="field-error">{t!(profile.too_large)}</p> }))}</div>
            <Notice error=change.error() explain=Some(Callback::new(explain)) />
        </div>
    }
}

fn explain(error: ApiError) -> Option<String> {
    let words = text().profile();
    let refused = error.fields.iter().find(|it| it.pointer == "/image").map(|it| it.code);
    match refused {
        Some(FieldCode::TooLong) => Some(words.too_large),
        Some(_) => Some(words.no_photo),
        None if error.is(Code::BodyTooLarge) => Some(words.too_large),
        None if error.is(Code::DecidedByOrganization) => Some(words.by_organization),
        None if error.outcome_unknown() => Some(words.unknown_outcome),
        None => None,
    }
    .map(str::to_owned)
}

/// The file's bytes in base64; nothing where they cannot be read.
async fn base64(file: &web_sys::File) -> Option<String> {
    let reader = web_sys::FileReader::new().ok()?;
    let read = Promise::new(&mut |resolve, reject| {
        reader.set_onload(Some(&resolve));
        reader.set_onerror(Some(&reject));
        if reader.read_as_data_url(file).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(read).await.ok()?;
    let address = reader.result().ok()?.as_string()?;
    Some(address.split_once(',')?.1.to_owned())
}

//! Security keys: the browser's own dialogs (WebAuthn level 3). The options come from the backend as JSON, the
//! credential goes back as JSON; the browser reads and writes both.

use js_sys::{Function, JSON, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Why there is no credential: the person changed their mind, the time was up, the key is registered already, or the
/// browser knows no security keys. Browsers do not tell which, so that no page learns what keys somebody has.
pub struct NoCredential;

impl From<JsValue> for NoCredential {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Registers a key; the credential as JSON text.
pub async fn create(options: &str) -> Result<String, NoCredential> {
    ask("create", "parseCreationOptionsFromJSON", options).await
}

/// Asks a registered key to sign; the credential as JSON text.
pub async fn get(options: &str) -> Result<String, NoCredential> {
    ask("get", "parseRequestOptionsFromJSON", options).await
}

async fn ask(verb: &str, parse: &str, options: &str) -> Result<String, NoCredential> {
    let options = Reflect::get(&JSON::parse(options)?, &"publicKey".into())?;
    let kind = Reflect::get(&window(), &"PublicKeyCredential".into())?;
    let request = Object::new();
    Reflect::set(&request, &"publicKey".into(), &call(&kind, parse, &options)?)?;
    let credentials = Reflect::get(&window().navigator(), &"credentials".into())?;
    let answer: Promise = call(&credentials, verb, &request)?.dyn_into()?;
    let credential = JsFuture::from(answer).await?;
    // `JSON.stringify` asks the credential's own `toJSON`.
    Ok(JSON::stringify(&credential)?.into())
}

fn call(target: &JsValue, name: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    Reflect::get(target, &name.into())?.dyn_into::<Function>()?.call1(target, argument)
}

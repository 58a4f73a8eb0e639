//! What those who host the portal decided: where it lies, and what their `config.json` says (`docs/hosting.md`).
//!
//! `public/boot.js` reads and checks it before anything else runs; here it is only asked.

use js_sys::Reflect;
use leptos::prelude::window;
use portal_contract::{BASE, contacts::HelpContact, preferences::Language};
use wasm_bindgen::{JsCast, JsValue};

use crate::i18n::tag;

/// What `boot.js` keeps.
fn says(name: &str) -> Option<String> {
    let portal = Reflect::get(&window(), &JsValue::from_str("portal")).ok()?;
    Reflect::get(&portal, &JsValue::from_str(name)).ok()?.as_string().filter(|it| !it.is_empty())
}

/// Where the portal lies on its host: `/portal`, or nothing.
pub fn base() -> String {
    says("base").unwrap_or_default()
}

/// Where the API is.
pub fn api() -> String {
    says("api").unwrap_or_else(|| BASE.to_owned())
}

/// A page or a resource of the API, as the browser has to ask for it; anything else as it is.
pub fn address(of: &str) -> String {
    match of.strip_prefix(BASE) {
        Some(path) if path.starts_with('/') => format!("{}{path}", api()),
        _ if of.starts_with('/') && !of.starts_with("//") => format!("{}{of}", base()),
        _ => of.to_owned(),
    }
}

/// The page's own part of an address.
pub fn path(address: &str) -> String {
    let path = address.strip_prefix(base().as_str()).unwrap_or(address);
    match path.trim_end_matches('/') {
        "" => "/".to_owned(),
        path => path.to_owned(),
    }
}

/// Leaves for a page of the portal, which begins anew there.
pub fn go(to: &str) {
    // The browser refuses only while it closes the page.
    let _ = window().location().set_href(&address(to));
}

/// What `boot.js` knows of an operation, or of the page at an address: the platform's own page for it, empty where nobody
/// does it or it is switched off; `None` where it is done here.
pub fn support(of: &str) -> Option<String> {
    let portal = Reflect::get(&window(), &JsValue::from_str("portal")).ok()?;
    let support = Reflect::get(&portal, &JsValue::from_str("support")).ok()?.dyn_into::<js_sys::Function>().ok()?;
    support.call1(&portal, &JsValue::from_str(of)).ok()?.as_string()
}

/// Whether a page is offered: nothing of what its address names is switched off or done by nobody.
pub fn offers(page: &str) -> bool {
    support(page).is_none_or(|it| !it.is_empty())
}

/// Whether a language is offered.
pub fn speaks(language: Language) -> bool {
    says("languages").is_none_or(|all| all.split(' ').any(|it| it == tag(language)))
}

/// The language for who has not chosen one and whose browser asks for none that is offered.
pub fn language() -> Language {
    let chosen = says("language").and_then(|it| crate::i18n::from_tag(&it));
    chosen.or([Language::En, Language::Nl].into_iter().find(|it| speaks(*it))).unwrap_or(Language::En)
}

/// What the organization calls its portal.
pub fn product() -> Option<String> {
    says("product")
}

/// Its logo, for light and for dark.
pub fn logo() -> Option<(String, String)> {
    Some((says("logoLight")?, says("logoDark")?))
}

/// Whose portal it is: what the logo says to who does not see it.
pub fn organization() -> String {
    says("organization").unwrap_or_default()
}

/// Whom to ask where nobody is signed in, or the account names nobody.
pub fn help() -> Option<HelpContact> {
    Some(HelpContact { name: says("helpName")?, mail: says("helpMail"), phone: says("helpPhone") })
}

/// The organization's privacy statement.
pub fn privacy() -> Option<String> {
    says("privacy")
}

/// Its terms of use of the portal.
pub fn terms() -> Option<String> {
    says("terms")
}

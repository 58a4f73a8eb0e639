//! What those who host the portal decided: where it lies, and what their `config.json` says (`docs/hosting.md`).
//!
//! `public/config.js` reads and checks it before anything else runs, and answers what is asked here.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use portal_contract::{contacts::HelpContact, preferences::Language};
use wasm_bindgen::{JsCast, JsValue};

use crate::i18n::{from_tag, tag};

/// A member of `window.portal`, which that script makes; undefined without it, when the portal is as it comes.
fn member(name: &str) -> JsValue {
    of(&of(&window(), "portal"), name)
}

fn of(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// What it says.
fn says(name: &str) -> Option<String> {
    member(name).as_string()
}

/// What it answers.
fn answers(name: &str, to: &str) -> Option<String> {
    let function = member(name).dyn_into::<Function>().ok()?;
    function.call1(&JsValue::UNDEFINED, &JsValue::from_str(to)).ok()?.as_string()
}

/// Where the portal lies on its host: `/portal`, or nothing.
pub fn base() -> String {
    says("base").unwrap_or_default()
}

/// A page or a resource of the API, as the browser has to ask for it; anything else as it is.
pub fn address(of: &str) -> String {
    answers("address", of).unwrap_or_else(|| of.to_owned())
}

/// The page that an address is of, without a slash at its end.
pub fn path(address: &str) -> String {
    answers("path", address).unwrap_or_else(|| address.to_owned())
}

/// Leaves for another address with a fresh page.
pub fn go(to: &str) {
    // The browser refuses only while it closes the page.
    let _ = window().location().set_href(&address(to));
}

/// What `boot.js` knows of an operation, or of the page at an address: the platform's own page for it, empty where nobody
/// does it or it is switched off; `None` where it is done here.
pub fn support(of: &str) -> Option<String> {
    answers("support", of)
}

/// Whether a page is offered: nothing of what its address names is switched off or done by nobody.
pub fn offers(page: &str) -> bool {
    support(page).is_none_or(|it| !it.is_empty())
}

/// Whether a language is offered.
pub fn speaks(language: Language) -> bool {
    says("languages").is_none_or(|it| it.contains(tag(language)))
}

/// The language in which `boot.js` spoke: `?lng`, then the browser's stored choice, then the browser's languages, then what
/// the file says.
pub fn language() -> Language {
    says("language").and_then(|it| from_tag(&it)).unwrap_or(Language::En)
}

/// What the organization calls its portal.
pub fn product() -> Option<String> {
    says("productName")
}

/// Its logo, for light and for dark.
pub fn logo() -> Option<(String, String)> {
    let logo = member("logo");
    Some((of(&logo, "light").as_string()?, of(&logo, "dark").as_string()?))
}

/// Whose portal it is: what the logo says to who does not see it.
pub fn organization() -> String {
    says("organizationName").unwrap_or_default()
}

/// Whom to ask where nobody is signed in, or the account names nobody.
pub fn help() -> Option<HelpContact> {
    let help = member("help");
    let text = |name| of(&help, name).as_string();
    Some(HelpContact { name: text("name")?, mail: text("mail"), phone: text("phone") })
}

/// The organization's privacy statement.
pub fn privacy() -> Option<String> {
    says("privacyUrl")
}

/// Its terms of use of the portal.
pub fn terms() -> Option<String> {
    says("termsUrl")
}

//! Where and with what somebody signed in, in words; all of it follows the language.

use super::{format, text};

/// "Rotterdam, Netherlands"; `country` is its two letters of ISO 3166.
pub fn place(city: &str, country: &str) -> String {
    format!("{city}, {}", format::country(country))
}

/// "Edge 141 on Windows", as far as that is known.
pub fn device(browser: Option<&str>, system: Option<&str>) -> String {
    match (browser, system) {
        (Some(browser), Some(system)) => (text().visit().on)(browser, system),
        (one, other) => one.or(other).unwrap_or(text().visit().unknown_device).to_owned(),
    }
}

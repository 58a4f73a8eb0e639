//! What the values of the preferences are called; empty is what holds when nobody chose. Reactive.

use crate::i18n::{format, text};

/// A display language, by its own name.
pub fn language_called(tag: &str) -> String {
    match tag {
        "" => text().settings().not_chosen,
        "nl" => "Nederlands",
        _ => "English",
    }
    .to_owned()
}

/// A regional format.
pub fn format_called(tag: &str) -> String {
    if tag.is_empty() { text().settings().format_of_language.to_owned() } else { format::locale_name(tag) }
}

/// A time zone.
pub fn zone_called(zone: &str) -> String {
    if zone.is_empty() { (text().settings().zone_of_device)(&readable(&format::device_zone())) } else { readable(zone) }
}

/// `America/New_York` as people read it.
fn readable(zone: &str) -> String {
    zone.replace('_', " ")
}

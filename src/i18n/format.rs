//! Dates, numbers and relative times as the language and the account's region write them; all through the browser's own
//! `Intl`.

use std::sync::LazyLock;

use js_sys::{
    Array, Date, Function,
    Intl::{self, DateTimeFormat, DisplayNames, ListFormat, NumberFormat, RelativeTimeFormat, SupportedValuesKey},
    Map, Object, Reflect,
};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::{language, tag};

/// How the account wants dates and numbers.
#[derive(Clone, Default, PartialEq)]
pub struct Region {
    /// A BCP 47 tag; absent: as the display language writes.
    pub format: Option<String>,
    /// An IANA time zone; absent: the device's.
    pub zone: Option<String>,
}

/// The region in force. Global like the language: whatever shows a date follows it.
static REGION: LazyLock<ArcRwSignal<Region>> = LazyLock::new(|| ArcRwSignal::new(Region::default()));

/// Writes every date and number on screen in another way. What the browser does not know is left out: `Intl` throws at it.
pub fn set_region(region: Region) {
    let region = Region {
        format: region.format.filter(|it| known(it, None)),
        zone: region.zone.filter(|it| known("en", Some(it))),
    };
    if REGION.get_untracked() != region {
        REGION.set(region);
    }
}

fn known(locale: &str, zone: Option<&str>) -> bool {
    let zone = zone.map(|it| ("timeZone", it));
    let make = || {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
        let format: Function = Reflect::get(&intl, &"DateTimeFormat".into())?.dyn_into()?;
        Reflect::construct(&format, &Array::of2(&locale.into(), &options(zone.as_slice())))
    };
    make().is_ok()
}

fn of_language() -> String {
    let language = tag(language());
    // A format of the same language decides its words as well: the months of Dutch in Belgium.
    region_format().filter(|it| it.get(..2) == Some(language)).unwrap_or_else(|| language.to_owned())
}

fn region_format() -> Option<String> {
    REGION.with(|it| it.format.clone())
}

/// The tag that decides numbers and the order of dates.
fn of_region() -> String {
    region_format().unwrap_or_else(of_language)
}

fn locales(tag: &str) -> Array {
    Array::of1(&tag.into())
}

fn options(entries: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in entries {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

thread_local! {
    static KEPT: Map = Map::new();
}

/// A format of language and region, made once: to make one takes as long as to use it a hundred times, and lists use many.
fn kept<F: JsCast>(name: &str, make: impl FnOnce() -> F) -> F {
    let zone = REGION.with(|it| it.zone.clone()).unwrap_or_default();
    let key = format!("{} {} {zone} {name}", of_language(), of_region()).into();
    let known = KEPT.with(|kept| kept.get(&key));
    if !known.is_undefined() {
        return known.unchecked_into();
    }
    let format = make();
    KEPT.with(|kept| kept.set(&key, format.as_ref()));
    format
}

fn apply(format: &Function, value: &JsValue) -> String {
    format.call1(&JsValue::UNDEFINED, value).ok().and_then(|it| it.as_string()).unwrap_or_default()
}

/// A day, written out: "21 November 2026"; in numbers only where the format's language is not the page's, so that no
/// foreign month stands in a sentence. Empty for a time that is none, which only a broken backend sends.
pub fn date(rfc3339: &str) -> String {
    moment(rfc3339, "long", false)
}

/// A day and a time: "21 November 2026 at 15:05".
pub fn date_time(rfc3339: &str) -> String {
    moment(rfc3339, "long", true)
}

/// The same, shorter, for lists: "21 Nov 2026, 15:05".
pub fn short_date_time(rfc3339: &str) -> String {
    moment(rfc3339, "medium", true)
}

fn moment(rfc3339: &str, style: &'static str, with_time: bool) -> String {
    let date = Date::new(&rfc3339.into());
    if date.get_time().is_nan() {
        return String::new();
    }
    let format = kept(if with_time { style } else { "date" }, || {
        let region = of_region();
        let (mut entries, time) = if of_language() == region {
            (vec![("dateStyle", style)], vec![("timeStyle", "short")])
        } else {
            let date = vec![("year", "numeric"), ("month", "2-digit"), ("day", "2-digit")];
            (date, vec![("hour", "2-digit"), ("minute", "2-digit")])
        };
        if with_time {
            entries.extend(time);
        }
        let zone = REGION.with(|it| it.zone.clone());
        if let Some(zone) = &zone {
            entries.push(("timeZone", zone));
        }
        DateTimeFormat::new(&locales(&region), &options(&entries)).format()
    });
    apply(&format, &date)
}

/// A country by its ISO 3166-1 alpha-2 code: "Netherlands". What is no such code stays as it is.
pub fn country(code: &str) -> String {
    if code.len() != 2 || !code.bytes().all(|it| it.is_ascii_uppercase()) {
        return code.to_owned();
    }
    let names = kept("country", || DisplayNames::new(&locales(&of_language()), &options(&[("type", "region")])));
    names.of(code).map_or(code.to_owned(), Into::into)
}

/// A number with the region's separators.
pub fn number(value: f64) -> String {
    measured(value, &[])
}

/// A size: "12 kB".
pub fn kilobytes(bytes: f64) -> String {
    measured((bytes / 1000.0).ceil(), &[("style", "unit"), ("unit", "kilobyte")])
}

/// A share of 100: "40%".
pub fn percent(value: f64) -> String {
    measured(value / 100.0, &[("style", "percent")])
}

fn measured(value: f64, entries: &[(&str, &str)]) -> String {
    apply(&NumberFormat::new(&locales(&of_region()), &options(entries)).format(), &value.into())
}

/// A span from now in the unit that fits: "in 2 minutes".
pub fn in_seconds(seconds: f64) -> String {
    span(seconds, 1.0, f64::round)
}

/// How long ago a time was, in the unit that fits: "3 months ago". The same words for what the clocks of browser and
/// server make the future. Empty for a time that is none.
pub fn ago(rfc3339: &str) -> String {
    let seconds = (Date::now() - Date::new(&rfc3339.into()).get_time()) / 1000.0;
    if seconds.is_nan() { String::new() } else { span(if seconds < 60.0 { 0.0 } else { seconds }, -1.0, f64::floor) }
}

fn span(seconds: f64, direction: f64, whole: fn(f64) -> f64) -> String {
    let units =
        [("year", 365.0 * 86_400.0), ("month", 30.4 * 86_400.0), ("day", 86_400.0), ("hour", 3600.0), ("minute", 60.0)];
    let fitting = units.into_iter().find(|(_, size)| seconds >= *size);
    let (unit, size) = fitting.unwrap_or(("second", 1.0));
    let value = direction * whole(seconds / size);
    let relative =
        kept("relative", || RelativeTimeFormat::new(&locales(&of_language()), &options(&[("numeric", "auto")])));
    relative.format(value, unit).into()
}

/// Names, joined: "Polder University, Tulip Foods and Canal Bank".
pub fn list(names: impl Iterator<Item = String>) -> String {
    let names: Array = names.map(|name| JsValue::from_str(&name)).collect();
    ListFormat::new(&locales(&of_language()), &Object::new()).format(names.unchecked_ref()).into()
}

/// What a regional format is called: "Dutch (Belgium)".
pub fn locale_name(tag: &str) -> String {
    let names = options(&[("type", "language"), ("languageDisplay", "standard")]);
    DisplayNames::new(&locales(&of_language()), &names).of(tag).map_or_else(|| tag.to_owned(), String::from)
}

/// The time zones that the browser knows, by id.
pub fn zones() -> Vec<String> {
    Intl::supported_values_of(SupportedValuesKey::TimeZone).iter().filter_map(|it| it.as_string()).collect()
}

/// The device's own time zone.
pub fn device_zone() -> String {
    let own = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&own, &"timeZone".into()).ok().and_then(|it| it.as_string()).unwrap_or_default()
}

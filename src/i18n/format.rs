//! Dates, numbers and relative times as the language writes them; all through the browser's own `Intl`.

use js_sys::{
    Array, Date, Function,
    Intl::{DateTimeFormat, DisplayNames, ListFormat, NumberFormat, RelativeTimeFormat},
    Map, Object, Reflect,
};
use wasm_bindgen::{JsCast, JsValue};

use super::{language, tag};

fn locales() -> Array {
    Array::of1(&tag(language()).into())
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

/// A format of the language, made once: to make one takes as long as to use it a hundred times, and lists use many.
fn kept<F: JsCast>(name: &str, make: impl FnOnce() -> F) -> F {
    let key = format!("{} {name}", tag(language())).into();
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

/// A day, written out: "21 November 2026". Empty for a time that is none, which only a broken backend sends.
pub fn date(rfc3339: &str) -> String {
    let date = Date::new(&rfc3339.into());
    if date.get_time().is_nan() {
        return String::new();
    }
    let format = DateTimeFormat::new(&locales(), &options(&[("dateStyle", "long")]));
    apply(&format.format(), &date)
}

/// A moment in the browser's time zone: "21 Nov 2026, 09:14". Empty for a time that is none.
pub fn moment(rfc3339: &str) -> String {
    let date = Date::new(&rfc3339.into());
    if date.get_time().is_nan() {
        return String::new();
    }
    let format = kept("moment", || {
        let options = options(&[("dateStyle", "medium"), ("timeStyle", "short")]);
        DateTimeFormat::new(&locales(), &options).format()
    });
    apply(&format, &date)
}

/// A country by its ISO 3166-1 alpha-2 code: "Netherlands". What is no such code stays as it is.
pub fn country(code: &str) -> String {
    if code.len() != 2 || !code.bytes().all(|it| it.is_ascii_uppercase()) {
        return code.to_owned();
    }
    let names = kept("country", || DisplayNames::new(&locales(), &options(&[("type", "region")])));
    names.of(code).map_or(code.to_owned(), Into::into)
}

/// A number with the language's separators.
pub fn number(value: f64) -> String {
    apply(&NumberFormat::new(&locales(), &Object::new()).format(), &value.into())
}

fn relative() -> RelativeTimeFormat {
    kept("relative", || RelativeTimeFormat::new(&locales(), &options(&[("numeric", "auto")])))
}

/// A span from now in the unit that fits: "in 2 minutes".
pub fn in_seconds(seconds: f64) -> String {
    let (value, unit) = if seconds < 60.0 { (seconds, "second") } else { ((seconds / 60.0).round(), "minute") };
    relative().format(value, unit).into()
}

/// How long ago a time was, in the unit that fits: "3 months ago". The same words for what the clocks of browser and
/// server make the future. Empty for a time that is none.
pub fn ago(rfc3339: &str) -> String {
    let seconds = (Date::now() - Date::new(&rfc3339.into()).get_time()) / 1000.0;
    if seconds.is_nan() {
        return String::new();
    }
    let units =
        [("year", 365.0 * 86_400.0), ("month", 30.4 * 86_400.0), ("day", 86_400.0), ("hour", 3600.0), ("minute", 60.0)];
    let fitting = units.into_iter().find(|(_, size)| seconds >= *size);
    let (unit, value) = fitting.map_or(("second", 0.0), |(unit, size)| (unit, (seconds / size).floor()));
    relative().format(-value, unit).into()
}

/// Names, joined: "Polder University, Tulip Foods and Canal Bank".
pub fn list(names: impl Iterator<Item = String>) -> String {
    let names: Array = names.map(|name| JsValue::from_str(&name)).collect();
    ListFormat::new(&locales(), &Object::new()).format(names.unchecked_ref()).into()
}

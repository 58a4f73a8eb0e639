//! Sign-ins of the demo directory: sixty of `employee@harbor.example`, of which four failed and one is unusual and still
//! signed in; twenty thousand of `many@harbor.example`.

use portal_contract::sign_ins::{FailureReason, Place};
use rusqlite::Transaction;

use super::DAY;
use crate::{
    agent::Agent,
    request::RequestInfo,
    secret::{self, fingerprint},
    store::{
        StoreError, sessions,
        sign_ins::{self, Circumstances},
    },
};

/// How many sign-ins `many@harbor.example` has.
const MANY: usize = 20_000;
/// Seconds over which those are spread.
const MANY_SECONDS: i64 = 700 * DAY;

/// City, country, latitude, longitude.
type Town = (&'static str, &'static str, f64, f64);
/// System, browser.
type Device = (&'static str, &'static str);

const ROTTERDAM: Town = ("Rotterdam", "NL", 51.92, 4.48);
const UTRECHT: Town = ("Utrecht", "NL", 52.09, 5.12);
const SAO_PAULO: Town = ("São Paulo", "BR", -23.55, -46.63);
const TOWNS: [Town; 12] = [
    ROTTERDAM,
    UTRECHT,
    ("Amsterdam", "NL", 52.37, 4.9),
    ("Antwerp", "BE", 51.22, 4.4),
    ("Hamburg", "DE", 53.55, 9.99),
    ("London", "GB", 51.51, -0.13),
    ("Copenhagen", "DK", 55.68, 12.57),
    ("New York", "US", 40.71, -74.01),
    ("Cape Town", "ZA", -33.92, 18.42),
    ("Singapore", "SG", 1.35, 103.82),
    ("Tokyo", "JP", 35.68, 139.69),
    ("Sydney", "AU", -33.87, 151.21),
];
const DESK: Device = ("Windows", "Edge 141");
const PHONE: Device = ("iOS", "Safari 26");
const DEVICES: [Device; 6] = [
    DESK,
    PHONE,
    ("macOS", "Safari 26"),
    ("Android", "Chrome 141"),
    ("Linux", "Firefox 144"),
    ("ChromeOS", "Chrome 140"),
];
const APPLICATIONS: [&str; 6] = ["My Account", "My Apps", "Mail", "Berth planner", "Timesheets", "Crane bookings"];

/// Fills the histories, the oldest sign-in of each first.
///
/// # Errors
/// [`StoreError`].
pub fn fill(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    for number in 0..MANY {
        let back = MANY_SECONDS - MANY_SECONDS / MANY as i64 * number as i64;
        many(number).record(transaction, now - back, None)?;
    }
    for number in 0..59 {
        // Nearly every working day; the last one this morning.
        let back = (58 - number as i64) * 31 * 3600 + 3 * 3600;
        employee(number).record(transaction, now - back, None)?;
    }
    unusual(transaction, now)
}

/// Somebody else's, 20 minutes ago and at work until a minute ago. Nobody has the token of its session.
fn unusual(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    let begun = now - 20 * 60;
    let stranger = Visit { town: SAO_PAULO, device: DEVICES[4], address: "203.0.113.77".to_owned(), ..employee(0) };
    let request = RequestInfo {
        id: secret::id(),
        address: stranger.address.clone(),
        network: stranger.address.clone(),
        route: String::new(),
        device: None,
        agent: Agent { operating_system: Some(stranger.device.0), browser: Some(stranger.device.1.to_owned()) },
    };
    let hash = fingerprint(secret::session_token());
    let session = sessions::begin(transaction, begun, &hash, "employee", &request)?;
    sessions::sign_in(transaction, begun, &session, &hash, true)?;
    sessions::touch(transaction, now - 60, &session)?;
    Visit { unusual: true, ..stranger }.record(transaction, begun, Some(&session))
}

/// One sign-in to write.
struct Visit {
    account: &'static str,
    user_id: &'static str,
    town: Town,
    device: Device,
    application: &'static str,
    address: String,
    reason: Option<FailureReason>,
    unusual: bool,
}

impl Visit {
    fn record(&self, transaction: &Transaction<'_>, at: i64, session: Option<&str>) -> Result<(), StoreError> {
        let (city, country, latitude, longitude) = self.town;
        let place = Place { city: city.to_owned(), country: country.to_owned(), latitude, longitude };
        let circumstances = Circumstances {
            reason: self.reason,
            place: Some(place),
            operating_system: Some(self.device.0),
            browser: Some(self.device.1),
            application: self.application,
            user_id: self.user_id,
            address: &self.address,
        };
        sign_ins::record(transaction, at, self.account, &circumstances, session, self.unusual)
    }
}

fn employee(number: usize) -> Visit {
    let on_the_way = number % 7 == 5;
    let (town, device) = if on_the_way { (UTRECHT, PHONE) } else { (ROTTERDAM, DESK) };
    let reason = match number {
        11 | 44 => Some(FailureReason::WrongPassword),
        23 => Some(FailureReason::BlockedByPolicy),
        52 => Some(FailureReason::WrongPassword),
        _ => None,
    };
    Visit {
        account: "employee",
        user_id: "employee@harbor.example",
        town,
        device,
        application: APPLICATIONS[number % 4],
        address: if on_the_way { "198.51.100.23" } else { "192.0.2.14" }.to_owned(),
        reason,
        unusual: false,
    }
}

fn many(number: usize) -> Visit {
    // Spread without chance, so that every demo is the same.
    let place = number.wrapping_mul(7919) / 13 % TOWNS.len();
    let reason = match number {
        _ if number % 500 == 250 => Some(FailureReason::WrongCode),
        _ if number % 60 == 30 => Some(FailureReason::WrongPassword),
        _ => None,
    };
    Visit {
        account: "many",
        user_id: "many@harbor.example",
        town: TOWNS[place],
        device: DEVICES[number / 3 % DEVICES.len()],
        application: APPLICATIONS[number / 5 % APPLICATIONS.len()],
        address: format!("198.51.100.{}", 10 * (place + 1) + number % 4),
        reason,
        unusual: false,
    }
}

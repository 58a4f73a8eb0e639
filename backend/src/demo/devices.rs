//! The demo's devices: for the everyday account a laptop with BitLocker keys, a phone, and a computer that nobody
//! recognizes.

use rusqlite::Transaction;

use super::DAY;
use crate::store::{
    StoreError,
    devices::{self, Registration},
};

const HOUR: i64 = 60 * 60;

/// Devices, and how many seconds ago each was registered and used.
const DEVICES: [(Registration<'static>, i64, Option<i64>); 7] = [
    (
        device("employee", "employee-laptop", "HL-LT-4471", "computer", ("Windows", "11 24H2")),
        412 * DAY,
        Some(2 * HOUR),
    ),
    (device("employee", "employee-phone", "Eva's iPhone", "phone", ("iOS", "18.5")), 230 * DAY, Some(26 * HOUR)),
    (
        Registration {
            managed: false,
            compliant: None,
            ..device("employee", "employee-stranger", "DESKTOP-7Q2M9XK", "computer", ("Windows", "10 22H2"))
        },
        5 * DAY,
        Some(4 * DAY),
    ),
    (device("admin", "admin-laptop", "HL-LT-0012", "computer", ("Windows", "11 24H2")), 300 * DAY, Some(HOUR)),
    (device("secure", "secure-laptop", "HL-LT-3108", "computer", ("macOS", "15.5")), 150 * DAY, Some(3 * HOUR)),
    (
        Registration {
            disabled: true,
            compliant: Some(false),
            ..device("secure", "secure-tablet", "Sara's iPad", "tablet", ("iPadOS", "16.7"))
        },
        700 * DAY,
        Some(95 * DAY),
    ),
    (device("suspended", "suspended-phone", "Stijn's Galaxy", "phone", ("Android", "15")), 90 * DAY, None),
];

/// BitLocker keys: id, device, drive, the key, and how many days ago it was handed over.
const KEYS: [(&str, &str, &str, &str, i64); 3] = [
    (
        "7C1D4A52-90E3-4B6F-8A17-2F5E6D0B93C4",
        "employee-laptop",
        "operating-system",
        "130185-482658-037719-601876-295460-548812-172139-690041",
        412,
    ),
    (
        "E50B7F18-3C26-4D94-A1F8-60D27B9C4E35",
        "employee-laptop",
        "fixed-data",
        "418253-066594-537911-229482-684167-310805-095634-472549",
        120,
    ),
    (
        "0A93E6D1-52F7-4C08-B94E-D17C3F86A250",
        "admin-laptop",
        "operating-system",
        "255046-611732-083457-390863-526911-147609-671275-304172",
        300,
    ),
];

/// Adds them.
pub fn fill(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    for (device, registered, used) in &DEVICES {
        devices::add(transaction, device, now - registered, used.map(|used| now - used))?;
    }
    for (id, device, drive, key, days) in KEYS {
        devices::add_key(transaction, (id, device), drive, key, now - days * DAY)?;
    }
    Ok(())
}

const fn device(
    account: &'static str,
    id: &'static str,
    name: &'static str,
    form: &'static str,
    (system, version): (&'static str, &'static str),
) -> Registration<'static> {
    Registration { id, account, name, form, system, version, disabled: false, compliant: Some(true), managed: true }
}

//! The demo's collections: one of an administrator and two of its own for the everyday account, a long one for the account
//! that shows scale.

use portal_contract::ids::AppId;
use rusqlite::Transaction;

use super::{DAY, apps::of_many};
use crate::store::{
    collections,
    directory::{self, DirectoryError},
};

/// What Harbor Logistics' administrator put together for the quay.
const QUAY: [&str; 6] = [
    "harbor-berth-planner",
    "harbor-crane-schedule",
    "harbor-container-tracker",
    "harbor-tide-tables",
    "harbor-weather-radar",
    "harbor-safety-reports",
];

/// A collection of a person's own: whose, its name, its apps.
type Own = (&'static str, &'static str, &'static [&'static str]);

/// What people made themselves.
const OWN: [Own; 2] = [
    (
        "employee",
        "On the road",
        &["harbor-travel-booking", "harbor-expenses", "harbor-calendar", "harbor-weather-radar", "harbor-phone-book"],
    ),
    // Most of these come with being a guest, and go with it.
    (
        "employee",
        "Thursday course",
        &["polder-course-catalogue", "polder-library", "polder-research-drive", "harbor-learning-academy"],
    ),
];

/// The place of Rotterdam among the areas of the 5,000 apps.
const ROTTERDAM: usize = 17;

/// Adds the collections and hands them out.
pub fn fill(transaction: &Transaction<'_>, now: i64) -> Result<(), DirectoryError> {
    let quay = ("harbor-quay", "harbor-logistics");
    directory::add_collection(transaction, now - 90 * DAY, quay, ("On the quay", "Op de kade"), &QUAY)?;
    directory::assign_collection(transaction, "employee", quay.0)?;
    for (place, (account, name, apps)) in (1..).zip(OWN) {
        let apps: Vec<_> = apps.iter().map(|app| AppId((*app).to_owned())).collect();
        add(transaction, now - 60 * DAY + place, account, name, &apps)?;
    }
    let apps: Vec<_> =
        (0..25).flat_map(|thing| (1..=8).map(move |edition| AppId(of_many(ROTTERDAM, thing, edition)))).collect();
    add(transaction, now - 60 * DAY, "many", "Rotterdam desk", &apps)
}

fn add(
    transaction: &Transaction<'_>,
    now: i64,
    account: &str,
    name: &str,
    apps: &[AppId],
) -> Result<(), DirectoryError> {
    let id = collections::add(transaction, now, account, name, "demo")?;
    Ok(collections::fill(transaction, account, &id, apps)?)
}

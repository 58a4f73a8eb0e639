//! The demo's catalogue: three apps at once, five that somebody has to approve, and what became of requests for those.

use portal_contract::app_requests::AppRequest;
use rusqlite::Transaction;

use super::{
    DAY,
    app_icons::{CHART, Icon, MAP, MONEY, PAGE, PEOPLE, WRENCH},
    apps,
};
use crate::store::{
    app_catalogue::{self, provision},
    directory::{self, DirectoryError},
    requests::{self, End},
};

/// Who decides requests at Harbor Logistics.
const APPROVERS: [&str; 2] = ["admin", "secure"];

/// An app: its name, its Dutch name, what it is for, the same in Dutch, its icon; whether somebody has to approve it.
type Offered = (&'static str, &'static str, &'static str, &'static str, Icon, bool);

/// What Harbor Logistics offers, and nobody has yet.
const OFFERED: [Offered; 8] = [
    (
        "Photo library",
        "Fotobibliotheek",
        "Pictures of ships, quays and people",
        "Foto's van schepen, kades en mensen",
        MAP,
        false,
    ),
    ("Quick polls", "Snelpeilingen", "Ask colleagues a question", "Stel collega's een vraag", CHART, false),
    ("Reading corner", "Leeshoek", "Trade journals and newspapers", "Vakbladen en kranten", PAGE, false),
    (
        "Contract register",
        "Contractenregister",
        "Contracts with shipping lines and suppliers",
        "Contracten met rederijen en leveranciers",
        PAGE,
        true,
    ),
    (
        "Energy meters",
        "Energiemeters",
        "What cranes and cold stores use",
        "Wat kranen en koelhuizen verbruiken",
        CHART,
        true,
    ),
    (
        "Fuel orders",
        "Brandstofbestellingen",
        "Order fuel for trucks and tugs",
        "Brandstof voor vrachtwagens en sleepboten bestellen",
        MONEY,
        true,
    ),
    (
        "Personnel files",
        "Personeelsdossiers",
        "Files of the people in your team",
        "Dossiers van de mensen in uw team",
        PEOPLE,
        true,
    ),
    ("Repair workshop", "Reparatiewerkplaats", "Plan work on equipment", "Werk aan materieel inplannen", WRENCH, true),
];

/// Apps that many have already, and the others can ask for.
const MORE: [&str; 2] = ["harbor-dangerous-goods", "harbor-cargo-manifest"];

/// What became of a request: who decided how many hours later, and why not.
type Outcome = Option<(&'static str, i64, Option<&'static str>)>;

/// Requests: who, for what, why, how many days ago, what became of it.
const REQUESTS: [(&str, &str, &str, i64, Outcome); 6] = [
    (
        "employee",
        "harbor-dangerous-goods",
        "I plan the berths of tankers from this month on and have to know what they carry.",
        60,
        Some(("admin", 5, None)),
    ),
    (
        "employee",
        "harbor-personnel-files",
        "I would like to know when my colleagues have their birthdays.",
        23,
        Some(("secure", 26, Some("Personnel files are for managers. The birthday calendar is on the intranet."))),
    ),
    ("secure", "harbor-cargo-manifest", "To check seals against what a ship carries.", 15, Some(("admin", 3, None))),
    (
        "many",
        "harbor-energy-meters",
        "The new dashboard shows what the cold stores use; I connect it to the meters.",
        4,
        None,
    ),
    (
        "employee",
        "harbor-contract-register",
        "Shipping lines ask me which berths their contract gives them. I would like to look it up myself.",
        2,
        None,
    ),
    ("secure", "harbor-repair-workshop", "To see which locks and cameras are being repaired.", 1, None),
];

/// Seconds in an hour.
const HOUR: i64 = 60 * 60;

/// Adds the catalogue and the requests.
pub fn fill(transaction: &Transaction<'_>, now: i64) -> Result<(), DirectoryError> {
    for (place, (name, dutch, purpose, dutch_purpose, icon, approval)) in OFFERED.iter().enumerate() {
        let id = apps::add(transaction, apps::HARBOR_LOGISTICS, (name, Some(purpose)), Some(&icon.url(place + 3)))?;
        directory::translate_app(transaction, &id, "nl", (dutch, Some(dutch_purpose)))?;
        provision::offer(transaction, &id, if *approval { &APPROVERS } else { &[] })?;
    }
    for app in MORE {
        provision::offer(transaction, app, &APPROVERS)?;
    }
    for (account, app, justification, days, outcome) in REQUESTS {
        let asked = now - days * DAY;
        let id = requests::ask::<AppRequest>(transaction, asked, (account, app), justification)?;
        let Some((approver, hours, reason)) = outcome else { continue };
        let end = match reason {
            Some(reason) => End::Denied(approver, reason),
            None => End::Approved(approver),
        };
        requests::end::<AppRequest>(transaction, asked + hours * HOUR, &id, end)?;
        if reason.is_none() {
            app_catalogue::give(transaction, account, app)?;
        }
    }
    Ok(())
}

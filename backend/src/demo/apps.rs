//! The demo's apps: 42 for the everyday account, 5,000 for the one that shows scale.

use rusqlite::Transaction;

use super::holder;
use crate::store::directory::{self, DirectoryError, Holder};

/// Harbor Logistics' own apps; `employee@` has all 34, the colleagues the first dozen.
const HARBOR: [&str; 34] = [
    "Mail",
    "Calendar",
    "Intranet",
    "Leave and absence",
    "Payslips",
    "Expenses",
    "Travel booking",
    "Phone book",
    "Room booking",
    "Help desk",
    "Learning academy",
    "Safety reports",
    "Berth planner",
    "Bill of lading",
    "Cargo manifest",
    "Container tracker",
    "Crane schedule",
    "Customs declarations",
    "Dangerous goods",
    "Dashboards",
    "Document archive",
    "Fleet overview",
    "Gate appointments",
    "Incident log",
    "Invoices",
    "Maintenance requests",
    "Pilot orders",
    "Project board",
    "Shift planner",
    "Tide tables",
    "Vessel calls",
    "Warehouse stock",
    "Weather radar",
    "Yard map",
];

/// How many of them every colleague has.
const COMMON: usize = 12;

/// Apps of another organization: its id, its short name, its domain, the apps, the guests who have them.
type GuestApps = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

/// The apps that come with being a guest.
const GUEST_APPS: [GuestApps; 4] = [
    (
        "polder-university",
        "polder",
        "polder.example",
        &["Course catalogue", "Harbour simulator", "Library", "Open data portal", "Research drive"],
        &["guest-employee-polder"],
    ),
    (
        "lighthouse-design",
        "lighthouse",
        "lighthouse.example",
        &["Design reviews", "Style library"],
        &["guest-employee-lighthouse", "guest-visitor-lighthouse"],
    ),
    ("canal-bank", "canal", "canalbank.example", &["Trade finance desk"], &["guest-employee-canal"]),
    // Not in My Apps while the guest is disabled there.
    ("tulip-foods", "tulip", "tulipfoods.example", &["Cold chain monitor"], &["guest-employee-tulip"]),
];

const AREAS: [&str; 20] = [
    "Antwerp",
    "Bergen",
    "Cadiz",
    "Dover",
    "Esbjerg",
    "Felixstowe",
    "Gdansk",
    "Hamburg",
    "Iskele",
    "Jakarta",
    "Kobe",
    "Lisbon",
    "Marseille",
    "Naples",
    "Oslo",
    "Piraeus",
    "Quebec",
    "Rotterdam",
    "Split",
    "Tallinn",
];
const THINGS: [&str; 25] = [
    "archive",
    "berths",
    "cargo",
    "costs",
    "customs",
    "demand",
    "energy",
    "fleet",
    "gates",
    "inspections",
    "inventory",
    "invoices",
    "labour",
    "maps",
    "permits",
    "planning",
    "pricing",
    "quality",
    "records",
    "routes",
    "safety",
    "shifts",
    "tariffs",
    "training",
    "yard",
];
/// Of each area and thing; 20 × 25 × 10 = 5,000.
const EDITIONS: usize = 10;

/// Adds the apps and hands them out.
pub fn fill(transaction: &Transaction<'_>) -> Result<(), DirectoryError> {
    for (place, name) in HARBOR.iter().enumerate() {
        let id = add(transaction, "harbor", "harbor-logistics", "harbor.example", name)?;
        directory::assign_app(transaction, Holder::Account("employee"), &id)?;
        for colleague in ["admin", "secure", "suspended"].iter().filter(|_| place < COMMON) {
            directory::assign_app(transaction, Holder::Account(colleague), &id)?;
        }
        for guest in ["guest-noor-harbor", "guest-liam-harbor", "guest-sofie-harbor"]
            .iter()
            .filter(|_| (12..16).contains(&place))
        {
            directory::assign_app(transaction, Holder::Guest(guest), &id)?;
        }
    }
    for (organization, short, domain, names, guests) in GUEST_APPS {
        for name in names {
            let id = add(transaction, short, organization, domain, name)?;
            for guest in guests {
                directory::assign_app(transaction, holder(guest), &id)?;
            }
            if organization == "polder-university" {
                directory::assign_app(transaction, Holder::Account("owner"), &id)?;
            }
        }
    }
    for app in ["polder-library", "polder-open-data-portal"] {
        directory::assign_app(transaction, Holder::Guest("guest-visitor-polder"), app)?;
    }
    for name in ["Client proofs", "Ink and paper shop", "Studio ledger"] {
        let id = add(transaction, "windmill", "windmill-studio", "windmill.example", name)?;
        directory::assign_app(transaction, Holder::Account("solo"), &id)?;
    }
    for area in AREAS {
        for thing in THINGS {
            for edition in 1..=EDITIONS {
                let name = format!("{area} {thing} {edition:02}");
                let id = add(transaction, "harbor", "harbor-logistics", "harbor.example", &name)?;
                directory::assign_app(transaction, Holder::Account("many"), &id)?;
            }
        }
    }
    Ok(())
}

/// Adds an app under a readable id and address; gives back the id.
fn add(
    transaction: &Transaction<'_>,
    short: &str,
    organization: &str,
    domain: &str,
    name: &str,
) -> Result<String, DirectoryError> {
    let slug = name.to_lowercase().replace(' ', "-");
    let id = format!("{short}-{slug}");
    directory::add_app(transaction, (&id, organization), name, &format!("https://{slug}.apps.{domain}/"))?;
    Ok(id)
}

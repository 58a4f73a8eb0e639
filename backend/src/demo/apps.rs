//! The demo's apps: 42 for the everyday account, 5,000 for the one that shows scale.

use rusqlite::Transaction;

use super::{
    app_icons::{BOX, CALENDAR, CHART, Icon, LETTER, MAP, MONEY, PAGE, PEOPLE, SHIELD, SHIP, WRENCH},
    holder,
};
use crate::store::directory::{self, DirectoryError, Holder};

/// An app: its name, its Dutch name, what it is for, the same in Dutch, its icon.
type Described = (&'static str, &'static str, &'static str, &'static str, Icon);

/// Harbor Logistics: its short name, its id, its domain.
pub const HARBOR_LOGISTICS: (&str, &str, &str) = ("harbor", "harbor-logistics", "harbor.example");

/// Harbor Logistics' own apps; `employee@` has all 34, the colleagues the first dozen.
const HARBOR: [Described; 34] = [
    ("Mail", "E-mail", "Your mailbox and those you share", "Uw postvak en de postvakken die u deelt", LETTER),
    ("Calendar", "Agenda", "Appointments, rooms and who is in", "Afspraken, vergaderruimten en wie er is", CALENDAR),
    (
        "Intranet",
        "Intranet",
        "News and guidelines of Harbor Logistics",
        "Nieuws en richtlijnen van Harbor Logistics",
        PAGE,
    ),
    ("Leave and absence", "Verlof en verzuim", "Ask for leave, report sick", "Verlof aanvragen, ziek melden", CALENDAR),
    ("Payslips", "Loonstroken", "Every payslip and annual statement", "Al uw loonstroken en jaaropgaven", MONEY),
    (
        "Expenses",
        "Declaraties",
        "Hand in receipts, follow what is paid",
        "Bonnen indienen en uitbetalingen volgen",
        MONEY,
    ),
    (
        "Travel booking",
        "Reizen boeken",
        "Trains, flights and hotels for work",
        "Treinen, vluchten en hotels voor uw werk",
        MAP,
    ),
    ("Phone book", "Telefoonboek", "Colleagues, their teams and numbers", "Collega's, hun teams en nummers", PEOPLE),
    ("Room booking", "Ruimten reserveren", "Meeting rooms and desks", "Vergaderruimten en werkplekken", CALENDAR),
    ("Help desk", "Helpdesk", "Ask for help, follow your request", "Hulp vragen en uw melding volgen", WRENCH),
    (
        "Learning academy",
        "Leeracademie",
        "Courses, certificates, safety training",
        "Cursussen, certificaten en veiligheidstrainingen",
        PAGE,
    ),
    (
        "Safety reports",
        "Veiligheidsmeldingen",
        "Report what went wrong, or nearly did",
        "Meld wat misging of bijna misging",
        SHIELD,
    ),
    (
        "Berth planner",
        "Ligplaatsplanner",
        "Which ship lies where, and until when",
        "Welk schip waar ligt, en tot wanneer",
        SHIP,
    ),
    (
        "Bill of lading",
        "Cognossementen",
        "Issue and amend bills of lading",
        "Cognossementen opstellen en wijzigen",
        PAGE,
    ),
    ("Cargo manifest", "Ladingmanifest", "What every ship carries", "Wat elk schip vervoert", BOX),
    ("Container tracker", "Containervolger", "Where a container is now", "Waar een container nu is", BOX),
    ("Crane schedule", "Kraanrooster", "Cranes, crews and shifts", "Kranen, ploegen en diensten", CHART),
    ("Customs declarations", "Douaneaangiften", "File and follow declarations", "Aangiften indienen en volgen", PAGE),
    ("Dangerous goods", "Gevaarlijke stoffen", "Rules, permits and stowage", "Regels, vergunningen en stuwage", SHIELD),
    ("Dashboards", "Dashboards", "Figures of the terminal", "Cijfers van de terminal", CHART),
    ("Document archive", "Documentarchief", "Contracts and correspondence", "Contracten en correspondentie", BOX),
    ("Fleet overview", "Vlootoverzicht", "Tugs, barges and trucks", "Sleepboten, duwbakken en vrachtwagens", SHIP),
    ("Gate appointments", "Poortafspraken", "Time slots for trucks", "Tijdsloten voor vrachtwagens", CALENDAR),
    ("Incident log", "Incidentenlogboek", "What happened on the quay", "Wat er op de kade is gebeurd", SHIELD),
    ("Invoices", "Facturen", "Approve and find invoices", "Facturen goedkeuren en terugvinden", MONEY),
    ("Maintenance requests", "Onderhoudsaanvragen", "Report and plan repairs", "Reparaties melden en plannen", WRENCH),
    ("Pilot orders", "Loodsaanvragen", "Order a pilot for a ship", "Een loods aanvragen voor een schip", SHIP),
    ("Project board", "Projectbord", "Tasks of your team", "Taken van uw team", CHART),
    ("Shift planner", "Dienstenplanner", "Who works when", "Wie wanneer werkt", PEOPLE),
    ("Tide tables", "Getijdentabellen", "Tides and water levels", "Getijden en waterstanden", CHART),
    ("Vessel calls", "Scheepsbezoeken", "Ships that are expected", "Schepen die worden verwacht", SHIP),
    ("Warehouse stock", "Magazijnvoorraad", "What lies in which hall", "Wat er in welke hal ligt", BOX),
    ("Weather radar", "Weerradar", "Rain and wind over the port", "Regen en wind boven de haven", MAP),
    ("Yard map", "Terreinkaart", "Stacks, roads and gates", "Stapels, wegen en poorten", MAP),
];

/// How many of them every colleague has.
const COMMON: usize = 12;

/// Apps of another organization: its id, its short name, its domain, the apps with their Dutch names, the guests who have them.
type GuestApps =
    (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

/// The apps that come with being a guest.
const GUEST_APPS: [GuestApps; 4] = [
    (
        "polder-university",
        "polder",
        "polder.example",
        &[
            ("Course catalogue", "Vakkengids"),
            ("Harbour simulator", "Havensimulator"),
            ("Library", "Bibliotheek"),
            ("Open data portal", "Opendataportaal"),
            ("Research drive", "Onderzoeksschijf"),
        ],
        &["guest-employee-polder"],
    ),
    (
        "lighthouse-design",
        "lighthouse",
        "lighthouse.example",
        &[("Design reviews", "Ontwerpbesprekingen"), ("Style library", "Stijlbibliotheek")],
        &["guest-employee-lighthouse", "guest-visitor-lighthouse"],
    ),
    (
        "canal-bank",
        "canal",
        "canalbank.example",
        &[("Trade finance desk", "Handelsfinanciering")],
        &["guest-employee-canal"],
    ),
    // Not in My Apps while the guest is disabled there.
    (
        "tulip-foods",
        "tulip",
        "tulipfoods.example",
        &[("Cold chain monitor", "Koelketenmonitor")],
        &["guest-employee-tulip"],
    ),
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

/// The id of an app of Harbor Logistics' 5,000: of the place of its area, its thing and its edition.
pub fn of_many(area: usize, thing: usize, edition: usize) -> String {
    format!("harbor-{}-{}-{edition:02}", AREAS[area].to_lowercase(), THINGS[thing])
}

/// Adds the apps and hands them out.
pub fn fill(transaction: &Transaction<'_>) -> Result<(), DirectoryError> {
    for (place, (name, dutch, purpose, dutch_purpose, icon)) in HARBOR.iter().enumerate() {
        let id = add(transaction, HARBOR_LOGISTICS, (name, Some(purpose)), Some(&icon.url(place)))?;
        directory::translate_app(transaction, &id, "nl", (dutch, Some(dutch_purpose)))?;
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
        for (name, dutch) in names {
            let id = add(transaction, (short, organization, domain), (name, None), None)?;
            directory::translate_app(transaction, &id, "nl", (dutch, None))?;
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
        let id = add(transaction, ("windmill", "windmill-studio", "windmill.example"), (name, None), None)?;
        directory::assign_app(transaction, Holder::Account("solo"), &id)?;
    }
    for area in AREAS {
        for thing in THINGS {
            for edition in 1..=EDITIONS {
                let name = format!("{area} {thing} {edition:02}");
                let id = add(transaction, HARBOR_LOGISTICS, (&name, None), None)?;
                directory::assign_app(transaction, Holder::Account("many"), &id)?;
            }
        }
    }
    Ok(())
}

/// Adds an app of an organization (its short name, id and domain) under a readable id and address; gives back the id.
pub fn add(
    transaction: &Transaction<'_>,
    (short, organization, domain): (&str, &str, &str),
    described: (&str, Option<&str>),
    icon: Option<&str>,
) -> Result<String, DirectoryError> {
    let slug = described.0.to_lowercase().replace(' ', "-");
    let id = format!("{short}-{slug}");
    let address = format!("https://{slug}.apps.{domain}/");
    directory::add_app(transaction, (&id, organization), described, icon, &address)?;
    Ok(id)
}

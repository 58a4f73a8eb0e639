//! Privacy notices, services and terms of use of the demo; and the time zone that one organization decides.

use portal_contract::{preferences::Preference, privacy::Edition};
use rusqlite::Transaction;

use super::DAY;
use crate::store::{directory::DirectoryError, privacy::provision};

/// An edition: language, title, text or address.
type Document = (&'static str, &'static str, Body);

enum Body {
    Text(&'static str),
    Address(&'static str),
}

const HARBOR_NOTICE: [Document; 2] = [
    (
        "en",
        "How Harbor Logistics uses your data",
        Body::Text(
            "We keep your name, job title, office and mail address so that colleagues can find you, and the times and \
             places of your sign-ins so that we notice when somebody else uses your account.\n\n\
             We do not sell this data and do not use it to judge your work. It is deleted 90 days after you leave.",
        ),
    ),
    (
        "nl",
        "Hoe Harbor Logistics uw gegevens gebruikt",
        Body::Text(
            "We bewaren uw naam, functie, kantoor en e-mailadres, zodat collega’s u kunnen vinden, en waar en wanneer u \
             zich aanmeldt, zodat we het merken als iemand anders uw account gebruikt.\n\n\
             We verkopen deze gegevens niet en beoordelen er uw werk niet mee. Ze worden 90 dagen na uw vertrek verwijderd.",
        ),
    ),
];

const POLDER_NOTICE: [Document; 1] =
    [("en", "Privacy at Polder University", Body::Address("https://www.polder.example/privacy"))];

/// Terms: id, organization, version, editions.
type Terms = (&'static str, &'static str, &'static str, &'static [Document]);

const TERMS: [Terms; 3] = [
    (
        "harbor-general",
        "harbor-logistics",
        "2026-03",
        &[
            (
                "en",
                "General terms of use",
                Body::Text(
                    "Your account is for your work at Harbor Logistics. You may use it for small private matters too, as \
                     long as your work does not suffer.\n\n\
                     Keep your password to yourself. Tell the help desk at once when you think that somebody else knows it.",
                ),
            ),
            (
                "nl",
                "Algemene gebruiksvoorwaarden",
                Body::Text(
                    "Uw account is bedoeld voor uw werk bij Harbor Logistics. U mag het ook gebruiken voor kleine \
                     privézaken, zolang uw werk daar niet onder lijdt.\n\n\
                     Houd uw wachtwoord voor uzelf. Meld het direct aan de helpdesk als u denkt dat iemand anders het kent.",
                ),
            ),
        ],
    ),
    (
        "harbor-quay-tablets",
        "harbor-logistics",
        "2025-11",
        &[
            (
                "en",
                "Tablets on the quay",
                Body::Text(
                    "Tablets stay on the quay. Lock yours before you put it down, and hand it in after your shift.",
                ),
            ),
            (
                "nl",
                "Tablets op de kade",
                Body::Text(
                    "Tablets blijven op de kade. Vergrendel de uwe voordat u die neerlegt en lever die in na uw dienst.",
                ),
            ),
        ],
    ),
    (
        "polder-network",
        "polder-university",
        "2026-01",
        &[("en", "Rules of the university network", Body::Address("https://www.polder.example/network-rules"))],
    ),
];

/// Services: id, organization, name, what it may see.
const SERVICES: [(&str, &str, &str, &[&str]); 3] = [
    ("harbor-org-chart", "harbor-logistics", "Organization chart", &["profile", "mail-address", "groups"]),
    ("harbor-room-sensors", "harbor-logistics", "Meeting room planner", &["profile", "calendar"]),
    ("polder-survey", "polder-university", "Research survey", &["mail-address"]),
];

/// Adds all of it.
pub fn fill(transaction: &Transaction<'_>, now: i64) -> Result<(), DirectoryError> {
    for (organization, documents) in [("harbor-logistics", &HARBOR_NOTICE[..]), ("polder-university", &POLDER_NOTICE)] {
        for edition in documents.iter().map(edition) {
            provision::add_notice(transaction, organization, &edition)?;
        }
    }
    for (id, organization, version, documents) in TERMS {
        let editions: Vec<_> = documents.iter().map(edition).collect();
        provision::add_terms(transaction, (id, organization, version), &editions)?;
    }
    for (id, organization, name, access) in SERVICES {
        provision::add_service(transaction, (id, organization, name), access)?;
    }
    // The everyday account agreed to an older version of the general terms: the new one is waiting.
    provision::accept_terms(transaction, now - 400 * DAY, "employee", ("harbor-general", "2025-01"))?;
    provision::accept_terms(transaction, now - 200 * DAY, "employee", ("harbor-quay-tablets", "2025-11"))?;
    provision::accept_terms(transaction, now - 150 * DAY, "owner", ("polder-network", "2026-01"))?;
    for (account, service, days) in [
        ("employee", "harbor-org-chart", 410),
        ("employee", "harbor-room-sensors", 61),
        ("employee", "polder-survey", 12),
        ("admin", "harbor-org-chart", 900),
    ] {
        provision::connect_service(transaction, now - days * DAY, account, service)?;
    }
    Ok(provision::decide(transaction, "polder-university", Preference::TimeZone, "Europe/Amsterdam")?)
}

fn edition((language, title, body): &Document) -> Edition {
    let (text, url) = match body {
        Body::Text(text) => (Some((*text).to_owned()), None),
        Body::Address(url) => (None, Some((*url).to_owned())),
    };
    Edition { language: (*language).to_owned(), title: (*title).to_owned(), text, url }
}

//! Privacy notices and services of the demo; and the time zone that one organization decides.

use portal_contract::{preferences::Preference, privacy::Edition};
use rusqlite::Transaction;

use super::DAY;
use crate::store::{directory::DirectoryError, privacy::provision};

/// An edition: language, title, text or address.
pub type Document = (&'static str, &'static str, Body);

/// Where the words of a document are.
pub enum Body {
    /// Here.
    Text(&'static str),
    /// On a page of its organization.
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
    for (id, organization, name, access) in SERVICES {
        provision::add_service(transaction, (id, organization, name), access)?;
    }
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

/// As the contract writes it.
pub fn edition((language, title, body): &Document) -> Edition {
    let (text, url) = match body {
        Body::Text(text) => (Some((*text).to_owned()), None),
        Body::Address(url) => (None, Some((*url).to_owned())),
    };
    Edition { language: (*language).to_owned(), title: (*title).to_owned(), text, url }
}

//! Terms of use of the demo, who answered them, and the apps that wait for an answer.

use rusqlite::Transaction;

use super::{
    DAY,
    privacy::{Body, Document, edition},
};
use crate::store::{
    directory::DirectoryError,
    terms::{
        self, Answer,
        provision::{self, NewTerms},
    },
};

/// Terms: id, organization, version, after how many days they are asked again, editions.
type Terms = (&'static str, &'static str, &'static str, Option<i64>, &'static [Document]);

const TERMS: [Terms; 3] = [
    (
        "harbor-general",
        "harbor-logistics",
        "2026-03",
        None,
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
        Some(365),
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
        None,
        &[("en", "Rules of the university network", Body::Address("https://www.polder.example/network-rules"))],
    ),
];

/// Terms and the apps that open only for who has accepted them.
const CLOSED: [(&str, &str); 3] = [
    ("harbor-general", "harbor-dangerous-goods"),
    ("harbor-general", "harbor-incident-log"),
    ("harbor-quay-tablets", "harbor-safety-reports"),
];

/// Who accepted what: account, terms, version, how many days ago. The everyday account agreed to an older version of the
/// general terms: the new one waits. The administrator has agreed to all but is asked again about the tablets.
const ACCEPTED: [(&str, &str, &str, i64); 7] = [
    ("employee", "harbor-general", "2025-01", 400),
    ("employee", "harbor-quay-tablets", "2025-11", 200),
    ("owner", "polder-network", "2026-01", 150),
    ("admin", "harbor-general", "2026-03", 90),
    ("admin", "harbor-quay-tablets", "2025-11", 370),
    ("secure", "harbor-general", "2026-03", 80),
    ("secure", "harbor-quay-tablets", "2025-11", 80),
];

/// Adds all of it; the apps have to be there.
pub fn fill(transaction: &Transaction<'_>, now: i64) -> Result<(), DirectoryError> {
    for (id, organization, version, valid_days, documents) in TERMS {
        let editions: Vec<_> = documents.iter().map(edition).collect();
        provision::add(transaction, &NewTerms { id, organization, version, valid_days }, &editions)?;
    }
    for (terms, app) in CLOSED {
        provision::close_app(transaction, terms, app)?;
    }
    for (account, terms, version, days) in ACCEPTED {
        let answer = Answer { terms, version, language: "en", accepted: true };
        terms::answer(transaction, now - days * DAY, account, &answer)?;
    }
    Ok(())
}

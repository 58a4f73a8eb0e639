//! What the demo's apps may do, who agreed to it, and the accounts that are saved for them.

use rusqlite::Transaction;

use super::{DAY, DemoError};
use crate::{
    sealing::SealingKey,
    store::{
        app_permissions::{self, Words},
        saved_accounts::{self, Content, context},
    },
};

/// A permission: its id, its words, the same in Dutch.
type Described = (&'static str, Words<'static>, Words<'static>);

const PERMISSIONS: [Described; 6] = [
    (
        "mail-read",
        (
            "Read your mail",
            "See the messages in your mailbox. It cannot send or delete any.",
            "Your messages no longer appear in the app, nor what it makes of them.",
        ),
        (
            "Uw e-mail lezen",
            "De berichten in uw postvak bekijken. De app kan niets verzenden of verwijderen.",
            "Uw berichten verschijnen niet meer in de app, en ook niet wat de app ermee doet.",
        ),
    ),
    (
        "mail-send",
        (
            "Send mail in your name",
            "Write to others from your address. Those messages look as if you had sent them.",
            "The app no longer sends messages for you, such as invitations and reminders.",
        ),
        (
            "E-mail namens u verzenden",
            "Anderen schrijven vanaf uw adres. Die berichten zien eruit alsof u ze zelf hebt verzonden.",
            "De app verzendt geen berichten meer voor u, zoals uitnodigingen en herinneringen.",
        ),
    ),
    (
        "calendar",
        (
            "See and change your calendar",
            "Look up when you are busy, and add, move or delete appointments.",
            "The app no longer puts anything into your calendar. Appointments that are there stay.",
        ),
        (
            "Uw agenda bekijken en wijzigen",
            "Nagaan wanneer u bezet bent, en afspraken toevoegen, verplaatsen of verwijderen.",
            "De app zet niets meer in uw agenda. Afspraken die er al staan, blijven staan.",
        ),
    ),
    (
        "files",
        (
            "Read your files",
            "Open the files that you can open, also those that others share with you.",
            "You can no longer open or attach your files in the app.",
        ),
        (
            "Uw bestanden lezen",
            "De bestanden openen die u kunt openen, ook die anderen met u delen.",
            "U kunt uw bestanden niet meer openen of bijvoegen in de app.",
        ),
    ),
    (
        "profile",
        (
            "See your profile",
            "Know your name, photo, job title and mail address.",
            "The app no longer knows who you are and may not open.",
        ),
        (
            "Uw profiel bekijken",
            "Uw naam, foto, functie en e-mailadres kennen.",
            "De app weet niet meer wie u bent en kan mogelijk niet worden geopend.",
        ),
    ),
    (
        "sign-in",
        (
            "Sign you in",
            "Recognise your account, so that the app needs no password of its own.",
            "You can no longer sign in to the app.",
        ),
        (
            "U aanmelden",
            "Uw account herkennen, zodat de app geen eigen wachtwoord nodig heeft.",
            "U kunt zich niet meer bij de app aanmelden.",
        ),
    ),
];

/// An app, what somebody agreed to that it may do, how many days ago; without somebody an administrator for everybody.
type Consent = (&'static str, Option<&'static str>, &'static [&'static str], i64);

const CONSENTS: [Consent; 9] = [
    ("harbor-travel-booking", Some("employee"), &["calendar", "mail-read"], 120),
    ("harbor-travel-booking", Some("admin"), &["calendar"], 40),
    ("harbor-travel-booking", None, &["profile", "sign-in"], 700),
    ("harbor-project-board", Some("employee"), &["calendar", "files", "mail-send"], 21),
    ("harbor-project-board", None, &["profile"], 400),
    ("harbor-mail", None, &["mail-read", "mail-send", "profile"], 900),
    ("harbor-calendar", None, &["calendar", "profile"], 900),
    ("polder-research-drive", Some("employee"), &["files"], 15),
    ("polder-research-drive", None, &["profile"], 365),
];

/// Apps with a sign-in of their own.
const WITH_SAVED_ACCOUNTS: [&str; 2] = ["harbor-travel-booking", "harbor-customs-declarations"];

/// A saved account: whose, for which app, its label and its user name.
const SAVED: [(&str, &str, &str, &str); 2] = [
    ("employee", "harbor-travel-booking", "Business trips", "edegraaf-travel"),
    ("admin", "harbor-travel-booking", "Business trips", "admin-travel"),
];

/// The demo's password at an app; nobody gets to see it.
const PASSWORD: &str = "Departures-Board-9";

/// Says what apps may do, and saves an account.
pub fn fill(transaction: &Transaction<'_>, now: i64, key: &SealingKey) -> Result<(), DemoError> {
    for (id, words, dutch) in PERMISSIONS {
        app_permissions::add(transaction, id, words)?;
        app_permissions::translate(transaction, id, "nl", dutch)?;
    }
    for (app, who, permissions, days_ago) in CONSENTS {
        for permission in permissions {
            app_permissions::agree(transaction, now - days_ago * DAY, who, app, permission)?;
        }
    }
    for app in WITH_SAVED_ACCOUNTS {
        saved_accounts::offer(transaction, app)?;
    }
    for (account, app, label, user_name) in SAVED {
        let id = format!("{account}-travel");
        let password = key.seal(&context(account, &id), PASSWORD)?;
        let content = Content { label, user_name, password: &password };
        saved_accounts::add(transaction, now - 75 * DAY, &id, (account, app), &content)?;
    }
    Ok(())
}

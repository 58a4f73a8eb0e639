//! Groups of the demo: one of each kind and policy, those of `many@harbor.example`, and one with ten thousand people.

use rusqlite::Transaction;

use super::{DAY, holder, names, people};
use crate::store::directory::{
    self, Account, DirectoryError, Holder,
    groups::{Group, add_group, add_owner, join_group},
};

/// How many groups `many@harbor.example` is in.
const MANY_GROUPS: u32 = 2000;

/// How many people there are in the large group.
const CREW: usize = 10_000;

/// How long ago the groups were made.
const AGE: i64 = 400 * DAY;

/// A group of the demo.
struct Demo {
    id: &'static str,
    organization: &'static str,
    name: &'static str,
    description: &'static str,
    kind: &'static str,
    synchronised: bool,
    join_policy: &'static str,
    /// In how many days it ends.
    ends_in_days: Option<i64>,
    owners: &'static [&'static str],
    /// Accounts and guests.
    members: &'static [&'static str],
}

/// What most of Harbor Logistics' groups have in common.
const HARBOR: Demo = Demo {
    id: "",
    organization: "harbor-logistics",
    name: "",
    description: "",
    kind: "security",
    synchronised: false,
    join_policy: "closed",
    ends_in_days: None,
    owners: &["admin"],
    members: &[],
};

const GROUPS: [Demo; 14] = [
    Demo {
        id: "harbor-all-staff",
        name: "All staff",
        description: "Everybody who works at Harbor Logistics.",
        synchronised: true,
        members: &["employee", "admin", "secure", "suspended", "noapps", "many"],
        ..HARBOR
    },
    Demo {
        id: "harbor-planners",
        name: "Operations planners",
        description: "Plans which ship goes where, and when.",
        members: &["employee"],
        ..HARBOR
    },
    Demo {
        id: "harbor-quay-4",
        name: "Quay 4",
        description: "Shifts, keys and news of quay 4.",
        kind: "collaboration",
        join_policy: "approval",
        ends_in_days: Some(21),
        owners: &["employee"],
        members: &["employee", "noapps"],
        ..HARBOR
    },
    Demo {
        id: "harbor-lunch-runners",
        name: "Lunch runners",
        description: "Five kilometres along the water, Tuesdays and Thursdays at noon.",
        kind: "collaboration",
        join_policy: "open",
        ends_in_days: Some(160),
        owners: &["employee", "secure"],
        members: &["employee", "secure"],
        ..HARBOR
    },
    Demo {
        id: "harbor-summer-fair",
        name: "Summer fair",
        description: "Announcements about the summer fair.",
        kind: "distribution",
        members: &["employee", "admin"],
        ..HARBOR
    },
    Demo {
        id: "harbor-contractors",
        name: "Contractors",
        description: "People of other companies who work at the terminal.",
        kind: "mail-enabled-security",
        members: &["guest-noor-harbor", "guest-liam-harbor", "guest-sofie-harbor"],
        ..HARBOR
    },
    Demo {
        id: "harbor-crane-maintenance",
        name: "Crane maintenance",
        description: "May enter the cranes and their control rooms.",
        join_policy: "approval",
        members: &["guest-liam-harbor"],
        ..HARBOR
    },
    Demo {
        id: "harbor-sailing",
        name: "Sailing club",
        description: "Evening sailing from May to September.",
        kind: "collaboration",
        join_policy: "open",
        owners: &["secure"],
        members: &["secure"],
        ..HARBOR
    },
    Demo {
        id: "harbor-night-shift",
        name: "Night shift",
        description: "Swaps and handovers between ten at night and six in the morning.",
        kind: "collaboration",
        join_policy: "approval",
        owners: &["admin", "secure"],
        members: &["secure"],
        ..HARBOR
    },
    Demo {
        id: "harbor-berths",
        name: "Berth allocation",
        description: "Decides about berths in a storm.",
        members: &["admin"],
        ..HARBOR
    },
    Demo {
        id: "polder-research-partners",
        organization: "polder-university",
        name: "Research partners",
        description: "Partners outside the university.",
        owners: &["owner"],
        members: &["guest-employee-polder", "guest-suspended-polder", "guest-visitor-polder"],
        ..HARBOR
    },
    Demo {
        id: "polder-simulation",
        organization: "polder-university",
        name: "Harbour simulation project",
        description: "Ships, tides and queues, simulated.",
        owners: &["owner"],
        members: &["guest-employee-polder"],
        ..HARBOR
    },
    Demo {
        id: "lighthouse-clients",
        organization: "lighthouse-design",
        name: "Clients",
        description: "Clients of the studio.",
        owners: &[],
        members: &["guest-employee-lighthouse", "guest-visitor-lighthouse"],
        ..HARBOR
    },
    Demo {
        id: PORT_COMMUNITY,
        name: "Port community",
        description: "Everybody with a pass for the port.",
        kind: "collaboration",
        join_policy: "approval",
        owners: &["many"],
        members: &["many"],
        ..HARBOR
    },
];

/// The large group.
const PORT_COMMUNITY: &str = "harbor-port-community";

/// Fills the directory.
///
/// # Errors
/// [`DirectoryError`].
pub fn fill(transaction: &Transaction<'_>, now: i64) -> Result<(), DirectoryError> {
    for demo in &GROUPS {
        add_group(
            transaction,
            &Group {
                id: demo.id,
                organization: demo.organization,
                name: demo.name,
                description: Some(demo.description),
                kind: demo.kind,
                synchronised: demo.synchronised,
                join_policy: demo.join_policy,
                time: (now - AGE, demo.ends_in_days.map(|days| now + days * DAY)),
            },
        )?;
        for owner in demo.owners {
            add_owner(transaction, owner, demo.id)?;
        }
        for member in demo.members {
            join_group(transaction, holder(member), demo.id)?;
        }
    }
    for number in 1..=MANY_GROUPS {
        let (id, name) = (format!("harbor-team-{number:04}"), format!("Quay team {number:04}"));
        let organization = HARBOR.organization;
        let group = Group {
            id: &id,
            organization,
            name: &name,
            description: None,
            kind: HARBOR.kind,
            synchronised: false,
            join_policy: HARBOR.join_policy,
            time: (now - AGE, None),
        };
        add_group(transaction, &group)?;
        join_group(transaction, Holder::Account("many"), &id)?;
    }
    crew(transaction, now)
}

/// Ten thousand people, with accounts `crew-00001` to `crew-10000`, in the large group.
fn crew(transaction: &Transaction<'_>, now: i64) -> Result<(), DirectoryError> {
    for number in 1..=CREW {
        let (id, user_id) = (format!("crew-{number:05}"), format!("crew.{number:05}@harbor.example"));
        let name = names::name(number - 1);
        directory::add_account(
            transaction,
            now,
            &Account { id: &id, user_id: &user_id, name: &name, ..people::CREW },
            None,
        )?;
        join_group(transaction, Holder::Account(&id), PORT_COMMUNITY)?;
    }
    Ok(())
}

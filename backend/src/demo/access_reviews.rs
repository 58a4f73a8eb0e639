//! Access reviews of the demo: one of itself and one of twelve others for `employee@harbor.example`, which also finished
//! one, and one of a thousand people for `many@harbor.example`.

use portal_contract::access_reviews::{NewDecision, Selection};
use rusqlite::Transaction;

use super::DAY;
use crate::store::{
    StoreError,
    access_reviews::{
        self,
        decisions::{self, By},
        end,
        provision::{Resource, Review, begin},
    },
    directory::{
        DirectoryError, Holder,
        groups::{Group, add_group, add_owner, join_group},
    },
    sign_ins::{self, Circumstances},
};

/// Whose reviews they are.
const HARBOR: &str = "harbor-logistics";
/// The group that was made for them.
const CRANES: &str = "harbor-crane-access";
/// How many people have it; of two more it was taken by the review that is over.
const CRANE_CREW: usize = 12;
/// How many people the large review is about.
const MANY: usize = 1000;

/// Begins the reviews.
///
/// # Errors
/// [`DirectoryError`].
pub fn fill(transaction: &Transaction<'_>, now: i64) -> Result<(), DirectoryError> {
    for number in 1..=MANY {
        sign_in(transaction, now, number)?;
    }
    let group = Group {
        id: CRANES,
        organization: HARBOR,
        name: "Crane access",
        description: Some("Opens the cranes of quays 1 to 4."),
        kind: "security",
        synchronised: false,
        join_policy: "closed",
        time: (now - 200 * DAY, None),
    };
    add_group(transaction, &group)?;
    add_owner(transaction, "admin", CRANES)?;
    for number in 1..=CRANE_CREW + 2 {
        join_group(transaction, Holder::Account(&crew(number)), CRANES)?;
    }
    finished(transaction, now)?;
    let yearly = Review {
        id: "review-crane-access",
        organization: HARBOR,
        name: "Crane access, every quarter",
        resource: Resource::Group(CRANES),
        own: false,
        reason_required: false,
        no_answer: "recommendation",
        starts_at: now - 2 * DAY,
        stages: &[(now + 12 * DAY, &["employee", "admin"])],
    };
    begin(transaction, &yearly, &[])?;
    let planners = Review {
        id: "review-planners",
        name: "Do you still plan operations?",
        resource: Resource::Group("harbor-planners"),
        own: true,
        reason_required: true,
        no_answer: "remove",
        starts_at: now - DAY,
        stages: &[(now + 6 * DAY, &[])],
        ..yearly
    };
    begin(transaction, &planners, &[])?;
    let passes = Review {
        id: "review-port-community",
        name: "Passes for the port",
        resource: Resource::Group("harbor-port-community"),
        no_answer: "keep",
        starts_at: now - 3 * DAY,
        stages: &[(now + 25 * DAY, &["many"])],
        ..yearly
    };
    let crew: Vec<String> = (1..=MANY).map(crew).collect();
    begin(transaction, &passes, &crew)?;
    Ok(())
}

/// The review of the quarter before: two lost the access.
fn finished(transaction: &Transaction<'_>, now: i64) -> Result<(), StoreError> {
    let (id, ended) = ("review-crane-access-before", now - 5 * DAY);
    let review = Review {
        id,
        organization: HARBOR,
        name: "Crane access, before the inspection",
        resource: Resource::Group(CRANES),
        own: false,
        reason_required: false,
        no_answer: "keep",
        starts_at: ended - 14 * DAY,
        stages: &[(ended, &["employee"])],
    };
    begin(transaction, &review, &[])?;
    let at = ended - 3 * DAY;
    let Some(place) = access_reviews::place(transaction, at, "employee", id)? else { return Ok(()) };
    let by = By { account: "employee", key: "demo", at };
    let left = transaction
        .prepare_cached("SELECT number FROM access_review_items WHERE review = ?1 AND account IN (?2, ?3)")?
        .query_map([id, &crew(CRANE_CREW + 1), &crew(CRANE_CREW + 2)], |row| row.get(0))?
        .collect::<Result<Vec<u32>, _>>()?;
    let others = Selection { all: true, except: left.clone(), ..Selection::default() };
    decisions::decide(transaction, by, &place, &others, (NewDecision::Approve, None), 0)?;
    let moved = (NewDecision::Deny, Some("Moved to the container yard."));
    decisions::decide(transaction, by, &place, &Selection { numbers: left, ..Selection::default() }, moved, 0)?;
    end::apply(transaction, ended)?;
    Ok(())
}

fn crew(number: usize) -> String {
    format!("crew-{number:05}")
}

/// The last sign-in of one of the crew: of every six, one never signed in, one long ago, and four lately.
fn sign_in(transaction: &Transaction<'_>, now: i64, number: usize) -> Result<(), StoreError> {
    let days = match number % 6 {
        0 => return Ok(()),
        3 => 47,
        rest => rest,
    };
    let (account, user_id) = (crew(number), format!("crew.{number:05}@harbor.example"));
    let circumstances = Circumstances {
        reason: None,
        place: None,
        operating_system: Some("Android"),
        browser: Some("Chrome 141"),
        application: "Crane bookings",
        user_id: &user_id,
        address: "192.0.2.40",
    };
    let at = now - i64::try_from(days).unwrap_or(1) * DAY - 20 * DAY;
    sign_ins::record(transaction, at, &account, &circumstances, None, false)
}

//! Access reviews: features 2.6, `security.md` S9, R2.

use std::time::Instant;

use crate::common::{Answer, Browser, DAY, World, key};
use axum::http::Method;
use my_account_server::{
    jobs,
    store::{
        access_reviews::provision::{Resource, Review, begin},
        directory::DirectoryError,
    },
};
use serde_json::{Value, json};

const MINE: &str = "/api/v1/me/access-reviews";
const CRANES: &str = "/api/v1/access-reviews/review-crane-access";
const PLANNERS: &str = "/api/v1/access-reviews/review-planners";
const PASSES: &str = "/api/v1/access-reviews/review-port-community";
const BEFORE: &str = "/api/v1/access-reviews/review-crane-access-before";
const EMPLOYEE: &str = "employee@harbor.example";
const ADMIN: &str = "admin@harbor.example";
const MANY: &str = "many@harbor.example";

async fn rows(browser: &mut Browser, review: &str, query: &str) -> Vec<Value> {
    let mut found: Vec<Value> = Vec::new();
    let mut cursor = String::new();
    loop {
        let answer = browser.get(&format!("{review}/items?{query}{cursor}")).await;
        found.extend(answer.is(200).items().iter().cloned());
        match answer.body["nextCursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return found,
        }
    }
}

fn numbers(rows: &[Value]) -> Vec<u64> {
    rows.iter().map(|it| it["number"].as_u64().unwrap()).collect()
}

/// Decides about rows as somebody who read the review at `revision`.
async fn decide(browser: &mut Browser, review: &str, selection: Value, decision: &str, revision: u64) -> Answer {
    let body = json!({ "selection": selection, "decision": decision, "revision": revision });
    browser.post(&format!("{review}/decisions"), body).await
}

async fn accept(browser: &mut Browser, review: &str, selection: Value) -> Answer {
    browser.post(&format!("{review}/accept-recommendations"), json!({ "selection": selection })).await
}

async fn answer(browser: &mut Browser, needed: bool, reason: Option<&str>) -> Answer {
    browser.post(&format!("{PLANNERS}/own"), json!({ "needed": needed, "reason": reason })).await
}

async fn counts(browser: &mut Browser, review: &str) -> [u64; 4] {
    let read = browser.get(review).await;
    ["total", "approved", "denied", "dontKnow"].map(|it| read.is(200).body[it].as_u64().unwrap())
}

async fn waiting(browser: &mut Browser) -> Value {
    browser.get("/api/v1/session").await.body["user"]["accessReviews"].clone()
}

fn all() -> Value {
    json!({ "all": true })
}

/// Begins a review of a test's own, of which time is counted from now.
async fn begun(world: &World, review: Review<'static>) {
    let add = move |transaction: &rusqlite::Transaction<'_>| {
        begin(transaction, &review, &[])?;
        Ok::<_, DirectoryError>(())
    };
    world.portal.store.write(add).await.unwrap();
}

/// Who is in *Crane access*.
fn in_cranes(world: &World) -> i64 {
    world.count("account_groups WHERE \"group\" = 'harbor-crane-access'")
}

async fn in_group(browser: &mut Browser, group: &str) -> bool {
    let home = browser.organizations().await;
    let groups = home.is(200).items()[0]["groups"].as_array().unwrap().clone();
    groups.iter().any(|it| it["id"] == group)
}

fn outcome(world: &World, review: &str, number: u64) -> String {
    world
        .database()
        .query_row(
            "SELECT outcome FROM access_review_items WHERE review = ?1 AND number = ?2",
            (review, number as i64),
            |row| row.get(0),
        )
        .unwrap()
}

#[tokio::test]
async fn the_list_has_what_waits_the_next_due_first_and_the_session_its_count() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let list = employee.get(MINE).await;
    let names: Vec<_> = list.is(200).items().iter().map(|it| it["displayName"].as_str().unwrap()).collect();
    assert_eq!(names, ["Do you still plan operations?", "Crane access, every quarter"]);
    let own = list.item("review-planners").unwrap();
    assert_eq!((&own["kind"], &own["total"], &own["reasonRequired"]), (&json!("own"), &json!(1), &json!(true)));
    assert_eq!(own["resource"]["displayName"], "Operations planners");
    assert_eq!((&own["dueAt"], &own["noAnswer"]), (&json!("2026-01-07T00:00:00Z"), &json!("remove")));
    let others = list.item("review-crane-access").unwrap();
    assert_eq!((&others["kind"], &others["total"]), (&json!("others"), &json!(12)));
    assert_eq!(
        (&others["resource"]["kind"], &others["organization"]["id"]),
        (&json!("group"), &json!("harbor-logistics"))
    );
    let first = employee.get(&format!("{MINE}?limit=1")).await;
    let cursor = first.body["nextCursor"].as_str().unwrap();
    assert_eq!(employee.get(&format!("{MINE}?limit=1&cursor={cursor}")).await.items()[0], *others);
    assert_eq!(waiting(&mut employee).await, 2);
    // An answered review waits no more, and can still be changed.
    answer(&mut employee, true, Some("I plan every day.")).await.is(204);
    assert_eq!(waiting(&mut employee).await, 1);
    decide(&mut employee, CRANES, all(), "approve", 0).await.is(200);
    assert_eq!((waiting(&mut employee).await, employee.get(MINE).await.items().len()), (json!(0), 2));
    // Nothing at all.
    let mut suspended = world.signed_in("suspended@harbor.example").await;
    assert_eq!((waiting(&mut suspended).await, suspended.get(MINE).await.items().len()), (Value::Null, 0));
    world.browser().get(MINE).await.refused(401, "session-expired");
    employee.get(&format!("{MINE}?state=all")).await.refused(400, "malformed-request");
}

#[tokio::test]
async fn to_everybody_else_a_review_does_not_exist() {
    let world = World::new();
    let mut many = world.signed_in(MANY).await;
    let mut noapps = world.signed_in("noapps@harbor.example").await;
    let mut employee = world.signed_in(EMPLOYEE).await;
    let own = json!({ "needed": true, "reason": "x" });
    for review in [CRANES, PLANNERS, BEFORE, "/api/v1/access-reviews/nothing"] {
        many.get(review).await.refused(404, "not-found");
        many.get(&format!("{review}/items")).await.refused(404, "not-found");
        many.get(&format!("{review}/results.csv")).await.refused(404, "not-found");
        decide(&mut many, review, all(), "approve", 0).await.refused(404, "not-found");
        accept(&mut many, review, all()).await.refused(404, "not-found");
        many.post(&format!("{review}/own"), own.clone()).await.refused(404, "not-found");
    }
    // One of oneself has no rows, one of others no answer of one's own.
    employee.get(&format!("{PLANNERS}/items")).await.refused(404, "not-found");
    employee.get(&format!("{PLANNERS}/results.csv")).await.refused(404, "not-found");
    decide(&mut employee, PLANNERS, all(), "approve", 0).await.refused(404, "not-found");
    employee.post(&format!("{CRANES}/own"), own.clone()).await.refused(404, "not-found");
    // Who has no My Apps.
    world.database().execute("INSERT INTO access_reviewers VALUES ('noapps', 'review-crane-access', 1)", []).unwrap();
    for path in [MINE, CRANES, &format!("{CRANES}/items"), &format!("{CRANES}/results.csv")] {
        noapps.get(path).await.refused(403, "access-denied");
    }
    decide(&mut noapps, CRANES, all(), "approve", 0).await.refused(403, "access-denied");
    assert_eq!(waiting(&mut noapps).await, Value::Null);
    // A disabled account decides nothing.
    world.database().execute("UPDATE accounts SET disabled = 1 WHERE id = 'employee'", []).unwrap();
    employee.get(CRANES).await.refused(404, "not-found");
    employee.get(PLANNERS).await.refused(404, "not-found");
    assert_eq!(world.count("access_review_decisions WHERE review <> 'review-crane-access-before'"), 0);
}

#[tokio::test]
async fn rows_tell_who_it_is_and_what_is_recommended_and_why() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let found = rows(&mut employee, CRANES, "").await;
    assert_eq!(numbers(&found), (1..=12).collect::<Vec<_>>());
    let names: Vec<_> = found.iter().map(|it| it["displayName"].as_str().unwrap().to_lowercase()).collect();
    assert!(names.is_sorted(), "{names:?}");
    for row in &found {
        let recommended = match row.get("lastSignInAt").and_then(Value::as_str) {
            // 30 days before the review began.
            Some(at) if at > "2025-11-30T00:00:00Z" => "approve",
            _ => "deny",
        };
        assert_eq!(row["recommendation"], recommended, "{row}");
        assert!(row.get("decision").is_none() && row.get("earlier").is_none());
    }
    let never = found.iter().filter(|it| it.get("lastSignInAt").is_none()).count();
    let denied = found.iter().filter(|it| it["recommendation"] == "deny").count();
    assert_eq!((never, denied), (2, 4));
    // In pages, and searched.
    assert_eq!(numbers(&rows(&mut employee, CRANES, "limit=5").await), (1..=12).collect::<Vec<_>>());
    let user_id = found[3]["userId"].as_str().unwrap();
    assert_eq!(numbers(&rows(&mut employee, CRANES, &format!("q={}", user_id.to_uppercase())).await), [4]);
    assert!(rows(&mut employee, CRANES, "q=%25").await.is_empty());
    for query in ["filter=some", "state=pending"] {
        employee.get(&format!("{CRANES}/items?{query}")).await.refused(400, "malformed-request");
    }
    employee.get(&format!("{CRANES}/items?limit=101")).await.refused(422, "invalid-fields");
    employee.get(&format!("{CRANES}/items?cursor=x")).await.refused(422, "invalid-fields");
}

#[tokio::test]
async fn decisions_are_taken_for_many_and_filtered_and_taken_back() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let some = json!({ "numbers": [1, 2, 3, 99] });
    let taken = decide(&mut employee, CRANES, some, "approve", 0).await;
    assert_eq!(taken.is(200).body, json!({ "decided": 3, "overruled": 0 }), "what is no row is passed over");
    let body = json!({ "selection": { "numbers": [4] }, "decision": "deny", "reason": " Left. \n", "revision": 0 });
    employee.post(&format!("{CRANES}/decisions"), body).await.is(200);
    decide(&mut employee, CRANES, json!({ "numbers": [5] }), "dont-know", 0).await.is(200);
    assert_eq!(counts(&mut employee, CRANES).await, [12, 3, 1, 1]);
    assert_eq!(numbers(&rows(&mut employee, CRANES, "filter=approved").await), [1, 2, 3]);
    assert_eq!(numbers(&rows(&mut employee, CRANES, "filter=dont-know").await), [5]);
    assert_eq!(numbers(&rows(&mut employee, CRANES, "filter=undecided").await), (6..=12).collect::<Vec<_>>());
    let denied = rows(&mut employee, CRANES, "filter=denied").await;
    assert_eq!(
        denied[0]["decision"],
        json!({
            "decision": "deny", "reason": "Left.", "decidedBy": "Eva de Graaf", "byMe": true,
            "decidedAt": "2026-01-01T00:01:00Z",
        })
    );
    // All that a filter and a search find, but for some.
    let rest = json!({ "all": true, "filter": "undecided", "except": [12] });
    assert_eq!(decide(&mut employee, CRANES, rest, "deny", 0).await.body["decided"], 6);
    let found = rows(&mut employee, CRANES, "").await;
    let one = json!({ "all": true, "q": found[11]["userId"] });
    assert_eq!(decide(&mut employee, CRANES, one, "approve", 0).await.body["decided"], 1);
    // A decision can be changed, and taken back.
    assert_eq!(decide(&mut employee, CRANES, json!({ "numbers": [1] }), "deny", 0).await.body["decided"], 1);
    assert_eq!(counts(&mut employee, CRANES).await, [12, 3, 8, 1]);
    assert_eq!(decide(&mut employee, CRANES, all(), "none", 0).await.body["decided"], 12);
    assert_eq!(counts(&mut employee, CRANES).await, [12, 0, 0, 0]);
    assert_eq!(decide(&mut employee, CRANES, all(), "none", 0).await.body["decided"], 0, "nothing to take back");
    assert_eq!(numbers(&rows(&mut employee, CRANES, "filter=undecided").await).len(), 12);
    // Every row has its audit row.
    let audited = ["approve", "deny", "dont-know", "undo"].map(|it| world.audited(&format!("access-review.{it}")));
    assert_eq!(audited, [4, 8, 1, 12]);
    assert_eq!(world.count("audit WHERE actor = 'employee' AND target = 'review-crane-access/4'"), 2);
}

#[tokio::test]
async fn what_is_selected_and_written_is_checked() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for (selection, pointer, code) in [
        (json!({}), "/selection/numbers", "required"),
        (json!({ "numbers": [] }), "/selection/numbers", "required"),
        (json!({ "all": true, "numbers": [1] }), "/selection/numbers", "malformed"),
        (json!({ "all": true, "q": "x".repeat(257) }), "/selection/q", "too-long"),
    ] {
        let refused = decide(&mut employee, CRANES, selection.clone(), "approve", 0).await;
        let error = refused.refused(422, "invalid-fields").body["errors"][0].clone();
        assert_eq!((&error["pointer"], &error["code"]), (&json!(pointer), &json!(code)));
        accept(&mut employee, CRANES, selection).await.refused(422, "invalid-fields");
    }
    let with =
        |reason: &str| json!({ "selection": { "all": true }, "decision": "deny", "reason": reason, "revision": 0 });
    let path = format!("{CRANES}/decisions");
    let refused = employee.post(&path, with(&"é".repeat(1001))).await;
    assert_eq!(
        refused.refused(422, "invalid-fields").body["errors"],
        json!([{ "pointer": "/reason", "code": "too-long", "limit": 1000 }])
    );
    employee.post(&path, with(&"é".repeat(1000))).await.is(200);
    decide(&mut employee, CRANES, all(), "maybe", 0).await.refused(400, "malformed-request");
    employee.post(&path, json!({ "selection": { "all": true } })).await.refused(400, "malformed-request");
}

#[tokio::test]
async fn a_reason_is_required_where_the_review_says_so() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for reason in [None, Some(""), Some(" \n ")] {
        let refused = answer(&mut employee, true, reason).await;
        let errors = &refused.refused(422, "invalid-fields").body["errors"];
        assert_eq!(*errors, json!([{ "pointer": "/reason", "code": "required" }]));
    }
    world.database().execute("UPDATE access_reviews SET reason_required = 1", []).unwrap();
    for decision in ["approve", "deny", "dont-know"] {
        decide(&mut employee, CRANES, all(), decision, 0).await.refused(422, "invalid-fields");
    }
    assert_eq!(world.count("access_review_decisions WHERE review <> 'review-crane-access-before'"), 0);
    // What is recommended has its ground, and what is taken back needs none.
    accept(&mut employee, CRANES, all()).await.is(200);
    decide(&mut employee, CRANES, all(), "none", 0).await.is(200);
}

#[tokio::test]
async fn accepting_recommendations_never_overwrites_a_decision() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let found = rows(&mut employee, CRANES, "").await;
    let recommended = |it: &str| {
        let these: Vec<_> = found.iter().filter(|row| row["recommendation"] == it).cloned().collect();
        numbers(&these)
    };
    // Against both recommendations, and one that was taken back.
    let (keep, end) = (recommended("deny")[0], recommended("approve")[0]);
    decide(&mut employee, CRANES, json!({ "numbers": [keep] }), "approve", 0).await.is(200);
    decide(&mut employee, CRANES, json!({ "numbers": [end] }), "dont-know", 0).await.is(200);
    let back = recommended("deny")[1];
    decide(&mut employee, CRANES, json!({ "numbers": [back] }), "approve", 0).await.is(200);
    decide(&mut employee, CRANES, json!({ "numbers": [back] }), "none", 0).await.is(200);
    // For some, then for all.
    assert_eq!(accept(&mut employee, CRANES, json!({ "numbers": [keep, end, back] })).await.is(200).body["decided"], 1);
    assert_eq!(accept(&mut employee, CRANES, all()).await.is(200).body, json!({ "decided": 9, "overruled": 0 }));
    let now = rows(&mut employee, CRANES, "").await;
    for row in &now {
        let number = row["number"].as_u64().unwrap();
        let expected = match number {
            _ if number == keep => "approve",
            _ if number == end => "dont-know",
            _ => row["recommendation"].as_str().unwrap(),
        };
        assert_eq!(row["decision"]["decision"], expected, "{row}");
    }
    assert_eq!(world.audited("access-review.accept-recommendation"), 10);
    assert_eq!(accept(&mut employee, CRANES, all()).await.body["decided"], 0);
}

#[tokio::test]
async fn the_last_reviewer_wins_and_learns_that_somebody_else_decided_meanwhile() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    let read = |it: &Answer| it.body["revision"].as_u64().unwrap();
    let seen = read(&employee.get(CRANES).await);
    decide(&mut admin, CRANES, json!({ "numbers": [1, 2, 3] }), "deny", seen).await.is(200);
    decide(&mut employee, CRANES, json!({ "numbers": [4] }), "deny", seen).await.is(200);
    // Not about the own one, not about what nobody decided.
    let key = key();
    for _ in 0..2 {
        let body = json!({ "selection": { "numbers": [2, 3, 4, 5] }, "decision": "approve", "revision": seen });
        let mut request = Browser::request(Method::POST, &format!("{CRANES}/decisions"), Some(body));
        request.headers_mut().insert("idempotency-key", key.parse().unwrap());
        assert_eq!(employee.send(request).await.is(200).body, json!({ "decided": 4, "overruled": 2 }));
    }
    assert_eq!(world.audited("access-review.approve"), 4, "once");
    let row = rows(&mut admin, CRANES, "").await[1].clone();
    assert_eq!((&row["decision"]["decision"], &row["decision"]["byMe"]), (&json!("approve"), &json!(false)));
    assert_eq!(row["decision"]["decidedBy"], "Eva de Graaf");
    // Who has seen it changes it knowingly.
    let seen = read(&admin.get(CRANES).await);
    let taken = decide(&mut admin, CRANES, json!({ "numbers": [2] }), "deny", seen).await;
    assert_eq!(taken.is(200).body, json!({ "decided": 1, "overruled": 0 }));
    let taken = decide(&mut employee, CRANES, json!({ "numbers": [2] }), "none", seen).await;
    assert_eq!(taken.is(200).body, json!({ "decided": 1, "overruled": 1 }));
}

#[tokio::test]
async fn one_answers_for_oneself_and_changes_it_until_the_end() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let key = key();
    for _ in 0..2 {
        let body = json!({ "needed": false, "reason": "I moved to another team." });
        let mut request = Browser::request(Method::POST, &format!("{PLANNERS}/own"), Some(body));
        request.headers_mut().insert("idempotency-key", key.parse().unwrap());
        employee.send(request).await.is(204);
    }
    assert_eq!(world.audited("access-review.deny"), 1);
    let own = employee.get(PLANNERS).await.is(200).body["own"].clone();
    assert_eq!((&own["decision"], &own["reason"]), (&json!("deny"), &json!("I moved to another team.")));
    assert!(in_group(&mut employee, "harbor-planners").await, "nothing happens before the end");
    answer(&mut employee, true, Some("I am back.")).await.is(204);
    assert_eq!(employee.get(PLANNERS).await.body["own"]["decision"], "approve");
    assert_eq!(counts(&mut employee, PLANNERS).await, [1, 1, 0, 0]);
    world.clock.advance(6 * DAY);
    let mut employee = world.signed_in(EMPLOYEE).await;
    answer(&mut employee, false, Some("Too late.")).await.refused(409, "review-ended");
    jobs::round(&world.portal).await.unwrap();
    assert!(in_group(&mut employee, "harbor-planners").await);
    assert_eq!(outcome(&world, "review-planners", 1), "kept");
    assert_eq!(employee.get(PLANNERS).await.is(200).body["own"]["reason"], "I am back.");
}

#[tokio::test]
async fn at_the_end_who_was_denied_leaves_the_group_once() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    answer(&mut employee, false, Some("I moved to another team.")).await.is(204);
    decide(&mut employee, CRANES, json!({ "numbers": [1, 2, 3] }), "deny", 0).await.is(200);
    decide(&mut employee, CRANES, json!({ "numbers": [4, 5, 6, 7, 8, 9, 10, 11] }), "approve", 0).await.is(200);
    // Somebody has left by themselves.
    let left = "DELETE FROM account_groups WHERE \"group\" = 'harbor-crane-access' AND account =
        (SELECT account FROM access_review_items WHERE review = 'review-crane-access' AND number = 3)";
    world.database().execute(left, []).unwrap();
    jobs::round(&world.portal).await.unwrap();
    assert_eq!((in_cranes(&world), world.audited("access-review.remove")), (11, 2), "not before the end");
    world.clock.advance(6 * DAY);
    jobs::round(&world.portal).await.unwrap();
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert!(!in_group(&mut employee, "harbor-planners").await);
    assert_eq!(employee.get(MINE).await.items().len(), 1);
    world.clock.advance(6 * DAY);
    for _ in 0..2 {
        jobs::round(&world.portal).await.unwrap();
    }
    // Two were denied and there; of the twelfth nothing was said, and the recommendation holds.
    let twelfth = rows_of(&world, 12);
    assert_eq!(in_cranes(&world), if twelfth == "deny" { 8 } else { 9 });
    assert_eq!(outcome(&world, "review-crane-access", 1), "removed");
    assert_eq!(outcome(&world, "review-crane-access", 3), "gone");
    assert_eq!(outcome(&world, "review-crane-access", 4), "kept");
    let removed = world.count("access_review_items WHERE review = 'review-crane-access' AND outcome = 'removed'");
    assert_eq!(world.audited("access-review.remove"), 2 + 1 + removed, "those of the demo, the planner, and these");
    assert_eq!(world.count("audit WHERE action = 'access-review.apply' AND target = 'review-crane-access'"), 1);
    assert_eq!(world.count("audit WHERE action LIKE 'access-review.apply%' AND actor = 'system'"), 3);
    // Not again: who comes back stays.
    let back = "INSERT INTO account_groups (account, \"group\") VALUES ('employee', 'harbor-planners')";
    world.database().execute(back, []).unwrap();
    jobs::round(&world.portal).await.unwrap();
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert!(in_group(&mut employee, "harbor-planners").await);
    decide(&mut employee, CRANES, all(), "approve", 0).await.refused(409, "review-ended");
    accept(&mut employee, CRANES, all()).await.refused(409, "review-ended");
    assert_eq!(waiting(&mut employee).await, Value::Null);
}

fn rows_of(world: &World, number: i64) -> String {
    let sql = "SELECT recommendation FROM access_review_items WHERE review = 'review-crane-access' AND number = ?1";
    world.database().query_row(sql, [number], |row| row.get(0)).unwrap()
}

#[tokio::test]
async fn without_a_decision_the_reviews_own_rule_holds() {
    for (rule, kept) in [("keep", 12), ("remove", 1), ("recommendation", 9)] {
        let world = World::new();
        world
            .database()
            .execute("UPDATE access_reviews SET no_answer = ?1 WHERE id = 'review-crane-access'", [rule])
            .unwrap();
        let mut employee = world.signed_in(EMPLOYEE).await;
        let found = rows(&mut employee, CRANES, "").await;
        // Against the recommendation, so that it is the decision that counts; and "don't know" counts as none.
        let denied = found.iter().find(|it| it["recommendation"] == "deny").unwrap()["number"].clone();
        decide(&mut employee, CRANES, json!({ "numbers": [denied] }), "approve", 0).await.is(200);
        let rest = json!({ "all": true, "filter": "undecided" });
        decide(&mut employee, CRANES, rest, "dont-know", 0).await.is(200);
        world.clock.advance(12 * DAY);
        jobs::round(&world.portal).await.unwrap();
        assert_eq!(in_cranes(&world), kept, "{rule}");
    }
}

#[tokio::test]
async fn an_app_and_a_guests_access_are_taken_too() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let app = employee
        .get("/api/v1/me/apps")
        .await
        .items()
        .iter()
        .find(|it| it["organization"]["id"] == "harbor-logistics")
        .unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let app: &'static str = app.leak();
    let guest_app: String = world
        .database()
        .query_row("SELECT app FROM guest_apps WHERE guest = 'guest-employee-polder' LIMIT 1", [], |row| row.get(0))
        .unwrap();
    let guest_app: &'static str = guest_app.leak();
    let now = world.clock.now();
    let stages: &'static [(i64, &'static [&'static str])] = vec![(now + DAY, &["admin"] as &[_])].leak();
    let review = Review {
        id: "of-an-app",
        organization: "harbor-logistics",
        name: "An app",
        resource: Resource::App(app),
        own: false,
        reason_required: false,
        no_answer: "remove",
        starts_at: now,
        stages,
    };
    let alone: &'static [(i64, &'static [&'static str])] = vec![(now + DAY, &[] as &[_])].leak();
    begun(&world, review).await;
    let polder = Review { organization: "polder-university", own: true, stages: alone, ..review };
    begun(&world, Review { id: "of-guests", resource: Resource::Group("polder-research-partners"), ..polder }).await;
    begun(&world, Review { id: "of-a-guests-app", resource: Resource::App(guest_app), ..polder }).await;
    let listed = employee.get(MINE).await;
    assert_eq!(listed.item("of-guests").unwrap()["organization"]["id"], "polder-university");
    assert_eq!(listed.item("of-a-guests-app").unwrap()["resource"]["kind"], "app");
    // Who has left is asked nothing.
    let mut left = employee.clone();
    world.database().execute("UPDATE guests SET deleted_at = 1 WHERE id = 'guest-employee-polder'", []).unwrap();
    assert!(left.get(MINE).await.item("of-guests").is_none());
    world.database().execute("UPDATE guests SET deleted_at = NULL WHERE id = 'guest-employee-polder'", []).unwrap();
    let yes = json!({ "needed": true });
    let mut visitor = world.signed_in("visitor@mail.example").await;
    visitor.post("/api/v1/access-reviews/of-guests/own", yes).await.is(204);
    world.clock.advance(DAY);
    jobs::round(&world.portal).await.unwrap();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let apps = employee.get("/api/v1/me/apps").await;
    assert!(apps.item(app).is_none() && apps.item(guest_app).is_none());
    let partners = |guest| {
        world.count(&format!("guest_groups WHERE guest = '{guest}' AND \"group\" = 'polder-research-partners'"))
    };
    assert_eq!((partners("guest-employee-polder"), partners("guest-visitor-polder")), (0, 1));
}

#[tokio::test]
async fn stages_follow_each_other_and_the_last_decision_counts() {
    let world = World::new();
    let now = world.clock.now();
    let stages: &'static [(i64, &'static [&'static str])] =
        vec![(now + DAY, &["employee"] as &[_]), (now + 2 * DAY, &["admin"] as &[_])].leak();
    let review = Review {
        id: "staged",
        organization: "harbor-logistics",
        name: "In two stages",
        resource: Resource::Group("harbor-crane-access"),
        own: false,
        reason_required: false,
        no_answer: "keep",
        starts_at: now,
        stages,
    };
    begun(&world, review).await;
    const STAGED: &str = "/api/v1/access-reviews/staged";
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    admin.get(STAGED).await.refused(404, "not-found");
    decide(&mut admin, STAGED, all(), "approve", 0).await.refused(404, "not-found");
    let first = employee.get(STAGED).await;
    assert_eq!((&first.is(200).body["stage"], &first.body["stages"]), (&json!(1), &json!(2)));
    assert_ne!(first.body["dueAt"], first.body["endsAt"]);
    decide(&mut employee, STAGED, json!({ "numbers": [1, 2, 3] }), "deny", 0).await.is(200);
    world.clock.advance(DAY);
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    // The first stage is over, the review is not.
    employee.get(STAGED).await.refused(404, "not-found");
    employee.get(&format!("{STAGED}/items")).await.refused(404, "not-found");
    decide(&mut employee, STAGED, all(), "approve", 0).await.refused(409, "review-ended");
    jobs::round(&world.portal).await.unwrap();
    assert_eq!(in_cranes(&world), 12);
    assert_eq!(admin.get(STAGED).await.is(200).body["stage"], 2);
    assert_eq!(counts(&mut admin, STAGED).await, [12, 0, 0, 0]);
    let found = rows(&mut admin, STAGED, "filter=undecided").await;
    assert_eq!((found.len(), &found[0]["earlier"]["decision"]), (12, &json!("deny")));
    assert_eq!(found[0]["earlier"]["decidedBy"], "Eva de Graaf");
    assert!(found[3].get("earlier").is_none());
    decide(&mut admin, STAGED, json!({ "numbers": [1] }), "approve", 0).await.is(200);
    decide(&mut admin, STAGED, json!({ "numbers": [2] }), "dont-know", 0).await.is(200);
    decide(&mut admin, STAGED, json!({ "numbers": [4] }), "deny", 0).await.is(200);
    decide(&mut admin, STAGED, json!({ "numbers": [4] }), "none", 0).await.is(200);
    world.clock.advance(DAY);
    jobs::round(&world.portal).await.unwrap();
    let outcomes: Vec<_> = (1..=4).map(|it| outcome(&world, "staged", it)).collect();
    assert_eq!(outcomes, ["kept", "kept", "removed", "kept"]);
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert_eq!(counts(&mut employee, STAGED).await, [12, 1, 1, 1]);
}

#[tokio::test]
async fn what_is_over_is_listed_for_thirty_days_and_leaves_as_a_table() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let list = employee.get(&format!("{MINE}?state=finished")).await;
    let over = &list.is(200).items()[0];
    assert_eq!((list.items().len(), &over["id"]), (1, &json!("review-crane-access-before")));
    assert_eq!((&over["removed"], &over["approved"], &over["denied"]), (&json!(2), &json!(12), &json!(2)));
    assert_eq!((&over["dueAt"], &over["appliedAt"]), (&json!("2025-12-27T00:00:00Z"), &json!("2025-12-27T00:00:00Z")));
    employee.get(&format!("{BEFORE}/items")).await.refused(404, "not-found");
    employee.get(&format!("{CRANES}/results.csv")).await.refused(409, "review-not-finished");
    world
        .database()
        .execute(
            "UPDATE accounts SET display_name = '=cmd|'' /C calc''!A0' WHERE id =
                 (SELECT account FROM access_review_items WHERE review = 'review-crane-access-before' AND number = 1)",
            [],
        )
        .unwrap();
    let table = employee.get(&format!("{BEFORE}/results.csv")).await;
    assert_eq!(table.is(200).header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(table.header("content-disposition"), "attachment; filename=\"crane-access-before-the-inspection.csv\"");
    assert_eq!(table.header("cache-control"), "no-store");
    let text = String::from_utf8(table.bytes.clone()).unwrap();
    assert!(text.starts_with("\u{feff}Name,User ID,Last sign-in,"), "{text}");
    assert_eq!(text.lines().count(), 15);
    assert!(text.contains("\r\n'=cmd|' /C calc'!A0,"), "{text}");
    assert_eq!(text.matches("Moved to the container yard.,Eva de Graaf,").count(), 2);
    assert_eq!((text.matches("Access removed").count(), text.matches("Access kept").count()), (2, 12));
    let dutch = employee.get(&format!("{BEFORE}/results.csv?language=nl")).await;
    assert!(String::from_utf8(dutch.bytes.clone()).unwrap().contains("Toegang ingetrokken"));
    employee.get(&format!("{BEFORE}/results.csv?language=fr")).await.refused(400, "malformed-request");
    world.clock.advance(26 * DAY);
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert!(employee.get(&format!("{MINE}?state=finished")).await.item("review-crane-access-before").is_none());
    for path in [BEFORE.to_owned(), format!("{BEFORE}/results.csv")] {
        employee.get(&path).await.refused(404, "not-found");
    }
}

#[tokio::test]
async fn nothing_is_decided_without_its_audit_row() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let stop = "CREATE TRIGGER no_more BEFORE INSERT ON audit WHEN NEW.action LIKE 'access-review.%'
        BEGIN SELECT raise(ABORT, 'no'); END";
    world.database().execute_batch(stop).unwrap();
    let before = world.dump("access_review_decisions");
    decide(&mut employee, CRANES, all(), "deny", 0).await.refused(500, "internal");
    accept(&mut employee, CRANES, all()).await.refused(500, "internal");
    answer(&mut employee, false, Some("x")).await.refused(500, "internal");
    assert_eq!(world.dump("access_review_decisions"), before);
    world.clock.advance(12 * DAY);
    jobs::round(&world.portal).await.unwrap_err();
    assert_eq!((in_cranes(&world), world.count("access_reviews WHERE applied_at IS NULL")), (12, 3));
    // The next round does it all.
    world.database().execute_batch("DROP TRIGGER no_more").unwrap();
    jobs::round(&world.portal).await.unwrap();
    assert_eq!(world.count("access_reviews WHERE applied_at IS NULL"), 1, "the thousand passes run on");
}

#[tokio::test]
async fn an_account_that_is_closed_leaves_nothing_in_reviews() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    decide(&mut employee, CRANES, all(), "deny", 0).await.is(200);
    answer(&mut employee, true, Some("Mine.")).await.is(204);
    world.database().execute_batch("PRAGMA foreign_keys = ON; DELETE FROM accounts WHERE id = 'employee'").unwrap();
    assert_eq!(world.count("access_reviewers WHERE account = 'employee'"), 0);
    assert_eq!(world.count("access_review_items WHERE account = 'employee'"), 0);
    assert_eq!(world.count("access_review_decisions WHERE review = 'review-planners'"), 0);
    // What was decided about others counts on.
    assert_eq!(world.count("access_review_decisions WHERE review = 'review-crane-access' AND reviewer IS NULL"), 12);
    let mut admin = world.signed_in(ADMIN).await;
    let row = rows(&mut admin, CRANES, "limit=1").await[0].clone();
    assert_eq!((&row["decision"]["decision"], row["decision"].get("decidedBy")), (&json!("deny"), None));
}

#[tokio::test]
async fn a_thousand_rows_are_decided_in_one_request() {
    let world = World::new();
    let mut many = world.signed_in(MANY).await;
    let found = rows(&mut many, PASSES, "").await;
    assert_eq!(numbers(&found), (1..=1000).collect::<Vec<_>>());
    let began = Instant::now();
    let selection = json!({ "numbers": numbers(&found) });
    assert_eq!(decide(&mut many, PASSES, selection, "approve", 0).await.is(200).body["decided"], 1000);
    assert_eq!(decide(&mut many, PASSES, all(), "deny", 0).await.is(200).body["decided"], 1000);
    assert_eq!(counts(&mut many, PASSES).await, [1000, 0, 1000, 0]);
    // Far from what a person would wait, in a build without optimisation too.
    assert!(began.elapsed().as_secs() < 5, "{:?}", began.elapsed());
    world.clock.advance(25 * DAY);
    jobs::round(&world.portal).await.unwrap();
    assert_eq!(world.count("account_groups WHERE \"group\" = 'harbor-port-community'"), 9001);
}

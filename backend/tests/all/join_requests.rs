//! Joining groups and the owners who decide: features 2.5, `security.md` S9, R2.

use crate::common::{Answer, Browser, DAY, START, World, key};
use axum::http::Method;
use my_account_server::clock::rfc3339;
use serde_json::{Value, json};

const JOINABLE: &str = "/api/v1/me/joinable-groups";
const OWN: &str = "/api/v1/me/join-requests";
const QUEUE: &str = "/api/v1/join-requests";
const EMPLOYEE: &str = "employee@harbor.example";
const ADMIN: &str = "admin@harbor.example";
const MANY: &str = "many@harbor.example";
const NIGHT: &str = "harbor-night-shift";
const QUAY: &str = "harbor-quay-4";
const RUNNERS: &str = "harbor-lunch-runners";

fn names(items: &[Value]) -> Vec<&str> {
    items.iter().map(|it| it["group"]["displayName"].as_str().unwrap()).collect()
}

async fn offered(browser: &mut Browser, query: &str) -> Vec<String> {
    names(browser.get(&format!("{JOINABLE}?{query}")).await.is(200).items()).into_iter().map(str::to_owned).collect()
}

async fn join(browser: &mut Browser, group: &str) -> Answer {
    browser.post(&format!("{JOINABLE}/{group}/join"), json!({})).await
}

async fn ask(browser: &mut Browser, group: &str, justification: &str) -> Answer {
    browser.post(OWN, json!({ "group": group, "justification": justification })).await
}

async fn newest(browser: &mut Browser) -> Value {
    browser.get(OWN).await.is(200).items()[0].clone()
}

async fn act(browser: &mut Browser, address: &str, seen: &Value, verb: &str) -> Answer {
    let body = if verb == "deny" { json!({ "reason": "Ask your team lead first." }) } else { json!({}) };
    let path = format!("{address}/{}/{verb}", seen["id"].as_str().unwrap());
    let mut request = Browser::request(Method::POST, &path, Some(body));
    request.headers_mut().insert("if-match", seen["etag"].as_str().unwrap().parse().unwrap());
    browser.send(request).await
}

async fn decide(browser: &mut Browser, seen: &Value, verb: &str) -> Answer {
    act(browser, QUEUE, seen, verb).await
}

async fn withdraw(browser: &mut Browser, seen: &Value) -> Answer {
    act(browser, OWN, seen, "withdraw").await
}

fn change(world: &World, sql: &str) {
    world.database().execute_batch(&format!("PRAGMA foreign_keys = 1; {sql}")).unwrap();
}

fn is_in(world: &World, account: &str, group: &str) -> bool {
    world.count(&format!(r#"account_groups WHERE account = '{account}' AND "group" = '{group}'"#)) == 1
}

/// Another owner of Night shift beside `admin@`, whose second factor is not what is tried here.
async fn second_owner(world: &World) -> Browser {
    change(world, "INSERT INTO group_owners VALUES ('many', 'harbor-night-shift')");
    world.signed_in(MANY).await
}

/// A request of `employee@` for Night shift, as it was seen.
async fn asked(employee: &mut Browser) -> Value {
    ask(employee, NIGHT, "To swap shifts.").await.is(204);
    newest(employee).await
}

#[tokio::test]
async fn what_can_be_joined_is_open_or_asks_for_approval_and_nothing_else() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let answer = employee.get(JOINABLE).await;
    assert_eq!(
        names(answer.is(200).items()),
        ["Crane maintenance", "Night shift", "Port community", "Sailing club"],
        "neither those one is in nor closed or otherwise managed ones"
    );
    assert_eq!(
        answer.items()[0],
        json!({
            "group": {
                "id": "harbor-crane-maintenance", "displayName": "Crane maintenance",
                "description": "May enter the cranes and their control rooms.",
                "organization": { "id": "harbor-logistics", "displayName": "Harbor Logistics", "language": "en" },
            },
            "needsApproval": true,
            "lastRequest": "denied",
        })
    );
    let sailing = &answer.items()[3];
    assert_eq!((&sailing["needsApproval"], sailing.get("lastRequest")), (&json!(false), None));
    for q in ["SAIL", "s%C3%A4il", "%20club%20"] {
        assert_eq!(offered(&mut employee, &format!("q={q}")).await, ["Sailing club"], "{q}");
    }
    assert_eq!(offered(&mut employee, "q=%25").await, [""; 0]);
    let first = employee.get(&format!("{JOINABLE}?limit=3")).await;
    let cursor = first.body["nextCursor"].as_str().unwrap();
    assert_eq!(offered(&mut employee, &format!("limit=3&cursor={cursor}")).await, ["Sailing club"]);
    // What is no longer there to be joined, is not offered, nor let in.
    for state in [
        "join_policy = 'closed'",
        "join_policy = 'open', synchronised = 1",
        "synchronised = 0, kind = 'distribution'",
        "kind = 'mail-enabled-security'",
        "kind = 'security', expires_at = 1767225660",
    ] {
        change(&world, &format!("UPDATE groups SET {state} WHERE id = 'harbor-sailing'"));
        assert_eq!(offered(&mut employee, "q=sail").await, [""; 0], "{state}");
        join(&mut employee, "harbor-sailing").await.refused(404, "not-found");
        ask(&mut employee, "harbor-sailing", "To sail.").await.refused(404, "not-found");
    }
    assert!(!is_in(&world, "employee", "harbor-sailing"));
    // Other organizations' groups are not joined from here, also not as a guest there.
    change(&world, "UPDATE groups SET join_policy = 'open' WHERE id = 'polder-research-partners'");
    change(&world, "DELETE FROM guest_groups");
    assert_eq!(offered(&mut employee, "q=partners").await, [""; 0]);
    join(&mut employee, "polder-research-partners").await.refused(404, "not-found");
    assert_eq!(world.signed_in("visitor@mail.example").await.get(JOINABLE).await.is(200).items().len(), 0);
}

#[tokio::test]
async fn an_open_group_takes_people_at_once_and_once() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let key = key();
    for _ in 0..2 {
        employee.act(&format!("{JOINABLE}/harbor-sailing/join"), &key).await.is(204);
        assert_eq!(world.audited("group.join"), 1);
    }
    assert!(is_in(&world, "employee", "harbor-sailing"));
    employee.get("/api/v1/groups/harbor-sailing/members").await.is(200);
    assert_eq!(offered(&mut employee, "q=sail").await, [""; 0]);
    join(&mut employee, "harbor-sailing").await.refused(409, "already-there");
    ask(&mut employee, RUNNERS, "To run.").await.refused(409, "already-there");
    join(&mut employee, NIGHT).await.refused(409, "approval-needed");
    for closed in ["harbor-berths", "harbor-all-staff", "nothing"] {
        join(&mut employee, closed).await.refused(404, "not-found");
    }
    // Owners need nobody's approval.
    change(&world, "DELETE FROM account_groups WHERE account = 'employee' AND \"group\" = 'harbor-quay-4'");
    assert_eq!(employee.get(&format!("{JOINABLE}?q=quay")).await.items()[0]["needsApproval"], false);
    ask(&mut employee, QUAY, "It is mine.").await.refused(409, "approval-not-needed");
    join(&mut employee, QUAY).await.is(204);
    // Disabled accounts look and do no more.
    let mut suspended = world.signed_in("suspended@harbor.example").await;
    assert!(!offered(&mut suspended, "").await.is_empty());
    join(&mut suspended, "harbor-sailing").await.refused(409, "disabled-at-home");
    ask(&mut suspended, NIGHT, "To swap shifts.").await.refused(409, "disabled-at-home");
    assert_eq!((world.audited("group.join"), world.audited("join-request.create")), (2, 0));
}

#[tokio::test]
async fn a_request_waits_and_there_is_one_at_a_time() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    ask(&mut employee, NIGHT, "  To swap shifts.\n").await.is(204);
    let request = newest(&mut employee).await;
    assert_eq!((&request["state"], &request["justification"]), (&json!("pending"), &json!("To swap shifts.")));
    assert_eq!(request["requester"], json!({ "displayName": "Eva de Graaf", "userId": EMPLOYEE }));
    assert_eq!(request["requestedAt"], rfc3339(world.clock.now()));
    assert!(request.get("decidedAt").is_none() && request.get("decidedBy").is_none());
    assert!(!is_in(&world, "employee", NIGHT));
    ask(&mut employee, NIGHT, "Please.").await.refused(409, "request-pending");
    ask(&mut employee, "harbor-sailing", "Please.").await.refused(409, "approval-not-needed");
    for closed in ["harbor-berths", "harbor-all-staff", "polder-simulation", "nothing"] {
        ask(&mut employee, closed, "Please.").await.refused(404, "not-found");
    }
    assert_eq!(employee.get(&format!("{JOINABLE}?q=night")).await.items()[0]["lastRequest"], "pending");
    // Who was denied may ask again.
    ask(&mut employee, "harbor-crane-maintenance", "I have the certificate now.").await.is(204);
    assert_eq!(world.audited("join-request.create"), 2);
    let first = employee.get(&format!("{OWN}?limit=2")).await;
    assert_eq!(names(first.items()), ["Crane maintenance", "Night shift"]);
    let cursor = first.body["nextCursor"].as_str().unwrap();
    let rest = employee.get(&format!("{OWN}?limit=2&cursor={cursor}")).await;
    assert_eq!((names(rest.items()), rest.body.get("nextCursor")), (vec!["Crane maintenance"], None));
    assert_eq!((&rest.items()[0]["state"], &rest.items()[0]["decidedBy"]), (&json!("denied"), &json!("Adriaan Smit")));
    assert_eq!(rest.items()[0]["requestedAt"], rfc3339(START - 9 * DAY));
}

#[tokio::test]
async fn what_is_written_has_1_to_500_characters() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let pending = employee.get(QUEUE).await.items()[0].clone();
    let deny = format!("{QUEUE}/{}/deny", pending["id"].as_str().unwrap());
    for (words, refused) in [
        ("", json!({ "code": "required" })),
        (" \n ", json!({ "code": "required" })),
        (&"é".repeat(501), json!({ "code": "too-long", "limit": 500 })),
    ] {
        let problem = |pointer: &str| {
            let mut problem = refused.clone();
            problem["pointer"] = pointer.into();
            json!([problem])
        };
        let answer = ask(&mut employee, NIGHT, words).await;
        assert_eq!(answer.refused(422, "invalid-fields").body["errors"], problem("/justification"));
        let mut request = Browser::request(Method::POST, &deny, Some(json!({ "reason": words })));
        request.headers_mut().insert("if-match", "*".parse().unwrap());
        assert_eq!(employee.send(request).await.refused(422, "invalid-fields").body["errors"], problem("/reason"));
    }
    assert_eq!(world.audited("join-request.create") + world.audited("join-request.deny"), 0);
    ask(&mut employee, NIGHT, &"é".repeat(500)).await.is(204);
    for body in [json!({}), json!({ "group": NIGHT }), json!({ "group": NIGHT, "justification": "x", "state": "y" })] {
        employee.post(OWN, body).await.refused(400, "malformed-request");
    }
}

#[tokio::test]
async fn approving_lets_the_requester_in_in_the_same_step() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    let seen = asked(&mut employee).await;
    world.clock.advance(60);
    decide(&mut admin, &seen, "approve").await.is(204);
    assert!(is_in(&world, "employee", NIGHT));
    let request = newest(&mut employee).await;
    assert_eq!((&request["state"], &request["decidedBy"]), (&json!("approved"), &json!("Adriaan Smit")));
    assert_eq!(request["decidedAt"], rfc3339(world.clock.now()));
    assert_eq!(offered(&mut employee, "q=night").await, [""; 0]);
    assert_eq!((world.audited("join-request.create"), world.audited("join-request.approve")), (1, 1));
    let target = format!("audit WHERE actor = 'admin' AND target = '{}'", request["id"].as_str().unwrap());
    assert_eq!(world.count(&target), 1);
    // Nothing without its audit row.
    let pending = employee.get(QUEUE).await.items()[0].clone();
    let before = world.count("account_groups");
    change(
        &world,
        "CREATE TRIGGER no_more BEFORE INSERT ON audit WHEN NEW.action LIKE 'join-request.%' OR NEW.action = 'group.join'
         BEGIN SELECT raise(ABORT, 'no'); END",
    );
    for verb in ["approve", "deny"] {
        decide(&mut employee, &pending, verb).await.refused(500, "internal");
    }
    ask(&mut employee, "harbor-crane-maintenance", "Please.").await.refused(500, "internal");
    join(&mut employee, "harbor-sailing").await.refused(500, "internal");
    assert_eq!((world.count("account_groups"), employee.get(QUEUE).await.items()[0].clone()), (before, pending));
}

#[tokio::test]
async fn denying_tells_the_requester_why() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    let seen = asked(&mut employee).await;
    decide(&mut admin, &seen, "deny").await.is(204);
    assert!(!is_in(&world, "employee", NIGHT));
    let request = newest(&mut employee).await;
    assert_eq!((&request["state"], &request["reason"]), (&json!("denied"), &json!("Ask your team lead first.")));
    assert_eq!(employee.get(&format!("{JOINABLE}?q=night")).await.items()[0]["lastRequest"], "denied");
    assert_eq!(world.audited("join-request.deny"), 1);
}

#[tokio::test]
async fn the_requester_takes_back_what_nobody_decided() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    let seen = asked(&mut employee).await;
    withdraw(&mut admin, &seen).await.refused(404, "not-found");
    withdraw(&mut world.signed_in(MANY).await, &seen).await.refused(404, "not-found");
    let key = key();
    for _ in 0..2 {
        let path = format!("{OWN}/{}/withdraw", seen["id"].as_str().unwrap());
        let mut request = Browser::request(Method::POST, &path, Some(json!({})));
        request.headers_mut().insert("idempotency-key", key.parse().unwrap());
        request.headers_mut().insert("if-match", seen["etag"].as_str().unwrap().parse().unwrap());
        employee.send(request).await.is(204);
    }
    let state = newest(&mut employee).await["state"].clone();
    assert_eq!((state, world.audited("join-request.withdraw")), (json!("withdrawn"), 1));
    // The owner, who saw it before, learns what became of it.
    decide(&mut admin, &seen, "approve").await.refused(412, "stale");
    let read = admin.get(&format!("{QUEUE}/{}", seen["id"].as_str().unwrap())).await;
    assert_eq!((&read.is(200).body["state"], read.body.get("decidedBy")), (&json!("withdrawn"), None));
    let now = newest(&mut employee).await;
    withdraw(&mut employee, &now).await.refused(409, "request-decided");
    // Decided meanwhile.
    let seen = asked(&mut employee).await;
    decide(&mut admin, &seen, "approve").await.is(204);
    withdraw(&mut employee, &seen).await.refused(412, "stale");
    let now = newest(&mut employee).await;
    withdraw(&mut employee, &now).await.refused(409, "request-decided");
    assert!(is_in(&world, "employee", NIGHT));
}

#[tokio::test]
async fn two_owners_at_once_one_decides_and_the_other_learns_it() {
    for (first, second) in [("approve", "deny"), ("deny", "approve"), ("approve", "approve")] {
        let world = World::new();
        let mut employee = world.signed_in(EMPLOYEE).await;
        let seen = asked(&mut employee).await;
        let (mut admin, mut other) = (world.signed_in(ADMIN).await, second_owner(&world).await);
        let (one, two) = tokio::join!(decide(&mut admin, &seen, first), decide(&mut other, &seen, second));
        let won = [&one, &two].map(|it| it.status.as_u16());
        assert!(matches!(won, [204, 412] | [412, 204]), "{won:?}");
        let (loser, winner, verb) = match won[0] {
            204 => (&mut other, "Adriaan Smit", first),
            _ => (&mut admin, "Mila Visser", second),
        };
        let lost = if won[0] == 204 { two } else { one };
        lost.refused(412, "stale");
        let read = loser.get(&format!("{QUEUE}/{}", seen["id"].as_str().unwrap())).await;
        let state = if verb == "approve" { "approved" } else { "denied" };
        assert_eq!((&read.body["state"], &read.body["decidedBy"]), (&json!(state), &json!(winner)));
        assert_eq!(read.header("etag"), read.body["etag"]);
        decide(loser, &read.body, "approve").await.refused(409, "request-decided");
        assert_eq!(is_in(&world, "employee", NIGHT), state == "approved");
        assert_eq!(world.audited("join-request.approve") + world.audited("join-request.deny"), 1);
    }
}

#[tokio::test]
async fn an_edit_names_the_version_that_it_was_made_from() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    let id = asked(&mut employee).await["id"].as_str().unwrap().to_owned();
    let withdraw = format!("{OWN}/{id}/withdraw");
    employee.post(&withdraw, json!({})).await.refused(428, "precondition-required");
    for (verb, body) in [("approve", json!({})), ("deny", json!({ "reason": "No." }))] {
        let path = format!("{QUEUE}/{id}/{verb}");
        admin.post(&path, body.clone()).await.refused(428, "precondition-required");
        for other in ["\"2\"", "1", "W/\"1\"", "\"\""] {
            let mut request = Browser::request(Method::POST, &path, Some(body.clone()));
            request.headers_mut().insert("if-match", other.parse().unwrap());
            admin.send(request).await.refused(412, "stale");
        }
    }
    assert_eq!(newest(&mut employee).await["state"], "pending");
}

#[tokio::test]
async fn owners_see_what_waits_oldest_first_and_what_was_decided() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut many = world.signed_in(MANY).await;
    let waiting = employee.get(QUEUE).await;
    assert_eq!(names(waiting.is(200).items()), ["Quay 4"]);
    assert_eq!(waiting.items()[0]["requester"]["displayName"], "Sara Kuiper");
    assert_eq!(waiting.items()[0]["requestedAt"], rfc3339(START - 20 * 60 * 60));
    ask(&mut many, QUAY, "I work there on Mondays.").await.is(204);
    let first = employee.get(&format!("{QUEUE}?state=pending&limit=1")).await;
    let cursor = first.body["nextCursor"].as_str().unwrap();
    let rest = employee.get(&format!("{QUEUE}?limit=1&cursor={cursor}")).await;
    assert_eq!((&rest.items()[0]["requester"]["userId"], rest.body.get("nextCursor")), (&json!(MANY), None));
    for (row, verb) in [(&first.items()[0], "deny"), (&rest.items()[0], "approve")] {
        world.clock.advance(60);
        decide(&mut employee, row, verb).await.is(204);
    }
    assert_eq!(employee.get(QUEUE).await.items().len(), 0);
    let decided = employee.get(&format!("{QUEUE}?state=decided")).await;
    let states: Vec<_> = decided.items().iter().map(|it| it["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["approved", "denied"]);
    let first = employee.get(&format!("{QUEUE}?state=decided&limit=1")).await;
    let cursor = first.body["nextCursor"].as_str().unwrap();
    let rest = employee.get(&format!("{QUEUE}?state=decided&cursor={cursor}")).await;
    assert_eq!(rest.items()[0]["reason"], "Ask your team lead first.");
    employee.get(&format!("{QUEUE}?state=withdrawn")).await.refused(400, "malformed-request");
}

#[tokio::test]
async fn only_owners_of_the_group_decide_and_nobody_their_own_request() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    let seen = asked(&mut employee).await;
    let path = format!("{QUEUE}/{}", seen["id"].as_str().unwrap());
    // Members, owners of other groups, and others.
    change(&world, "INSERT INTO account_groups VALUES ('many', 'harbor-night-shift')");
    for user in [MANY, "owner@polder.example"] {
        let mut other = world.signed_in(user).await;
        assert_eq!(other.get(QUEUE).await.is(200).items().len(), 0, "{user}");
        other.get(&path).await.refused(404, "not-found");
        for verb in ["approve", "deny"] {
            decide(&mut other, &seen, verb).await.refused(404, "not-found");
        }
    }
    // One's own, also by an owner.
    for verb in ["approve", "deny"] {
        decide(&mut employee, &seen, verb).await.refused(403, "own-request");
    }
    change(&world, "INSERT INTO group_owners VALUES ('employee', 'harbor-night-shift')");
    for verb in ["approve", "deny"] {
        decide(&mut employee, &seen, verb).await.refused(403, "own-request");
    }
    assert!(!names(employee.get(QUEUE).await.items()).contains(&"Night shift"));
    // Who is disabled decides nothing, nor who is no owner any more.
    change(&world, "UPDATE accounts SET disabled = 1 WHERE id = 'admin'");
    for verb in ["approve", "deny"] {
        decide(&mut admin, &seen, verb).await.refused(409, "disabled-at-home");
    }
    change(
        &world,
        "UPDATE accounts SET disabled = 0 WHERE id = 'admin'; DELETE FROM group_owners WHERE account = 'admin'",
    );
    decide(&mut admin, &seen, "approve").await.refused(404, "not-found");
    assert_eq!(newest(&mut employee).await["state"], "pending");
    for path in [QUEUE, OWN, JOINABLE] {
        world.browser().get(path).await.refused(401, "session-expired");
    }
}

#[tokio::test]
async fn groups_that_take_nobody_any_more_let_nobody_in_but_owners_can_deny() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    for (state, status, code) in [
        ("synchronised = 1", 409, "managed-elsewhere"),
        ("synchronised = 0, kind = 'distribution'", 409, "managed-elsewhere"),
        ("kind = 'security', expires_at = 1767225660", 409, "not-offered"),
    ] {
        change(
            &world,
            "UPDATE groups SET synchronised = 0, kind = 'security', expires_at = NULL WHERE id = 'harbor-night-shift'",
        );
        let seen = asked(&mut employee).await;
        change(&world, &format!("UPDATE groups SET {state} WHERE id = 'harbor-night-shift'"));
        decide(&mut admin, &seen, "approve").await.refused(status, code);
        decide(&mut admin, &seen, "deny").await.is(204);
    }
    // A group that was closed meanwhile is still its owners' to fill.
    change(&world, "UPDATE groups SET expires_at = NULL WHERE id = 'harbor-night-shift'");
    let seen = asked(&mut employee).await;
    change(&world, "UPDATE groups SET join_policy = 'closed' WHERE id = 'harbor-night-shift'");
    change(&world, "UPDATE accounts SET disabled = 1 WHERE id = 'employee'");
    decide(&mut admin, &seen, "approve").await.refused(409, "disabled-at-home");
    change(&world, "UPDATE accounts SET disabled = 0 WHERE id = 'employee'");
    decide(&mut admin, &seen, "approve").await.is(204);
    // A requester who came in another way meanwhile: approving only ends the request.
    let pending = employee.get(QUEUE).await.items()[0].clone();
    change(&world, "INSERT INTO account_groups VALUES ('secure', 'harbor-quay-4')");
    decide(&mut employee, &pending, "approve").await.is(204);
    assert!(is_in(&world, "secure", QUAY));
    // A group that opened meanwhile: joining ends the request.
    ask(&mut employee, "harbor-crane-maintenance", "Please.").await.is(204);
    change(&world, "UPDATE groups SET join_policy = 'open' WHERE id = 'harbor-crane-maintenance'");
    join(&mut employee, "harbor-crane-maintenance").await.is(204);
    let ended = newest(&mut employee).await;
    assert_eq!((&ended["state"], ended.get("decidedBy")), (&json!("approved"), None));
    // A group that goes takes its requests along.
    change(&world, "DELETE FROM groups WHERE id = 'harbor-quay-4'");
    decide(&mut employee, &pending, "deny").await.refused(404, "not-found");
    assert_eq!(world.count(r#"join_requests WHERE "group" = 'harbor-quay-4'"#), 0);
}

#[tokio::test]
async fn who_went_asks_for_nothing_any_more() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let pending = employee.get(QUEUE).await.items()[0].clone();
    change(&world, "UPDATE accounts SET home_organization = 'canal-bank' WHERE id = 'secure'");
    decide(&mut employee, &pending, "approve").await.refused(404, "not-found");
    assert_eq!(employee.get(QUEUE).await.items().len(), 0);
    change(&world, "DELETE FROM accounts WHERE id = 'secure'");
    assert_eq!(world.count("join_requests WHERE account = 'secure'"), 0);
    // A decision outlives who made it.
    change(&world, "DELETE FROM accounts WHERE id = 'admin'");
    let denied = newest(&mut employee).await;
    assert!(denied["state"] == "denied" && denied.get("decidedBy").is_none() && denied.get("reason").is_some());
}

#[tokio::test]
async fn who_has_no_my_apps_can_do_nothing_there() {
    let world = World::new();
    let mut nobody = world.signed_in("noapps@harbor.example").await;
    let pending = world.signed_in(EMPLOYEE).await.get(QUEUE).await.items()[0].clone();
    change(&world, "INSERT INTO group_owners VALUES ('noapps', 'harbor-quay-4')");
    for path in [JOINABLE, OWN, QUEUE, &format!("{QUEUE}/{}", pending["id"].as_str().unwrap())] {
        nobody.get(path).await.refused(403, "access-denied");
    }
    join(&mut nobody, "harbor-sailing").await.refused(403, "access-denied");
    ask(&mut nobody, NIGHT, "To swap shifts.").await.refused(403, "access-denied");
    withdraw(&mut nobody, &pending).await.refused(403, "access-denied");
    for verb in ["approve", "deny"] {
        decide(&mut nobody, &pending, verb).await.refused(403, "access-denied");
    }
}

#[tokio::test]
async fn r2_a_repeat_with_the_same_key_has_one_effect() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    let key = key();
    let keyed = |path: &str, body: Value, etag: &str| {
        let mut request = Browser::request(Method::POST, path, Some(body));
        request.headers_mut().insert("idempotency-key", key.parse().unwrap());
        request.headers_mut().insert("if-match", etag.parse().unwrap());
        request
    };
    let body = json!({ "group": NIGHT, "justification": "To swap shifts." });
    for _ in 0..2 {
        employee.send(keyed(OWN, body.clone(), "*")).await.is(204);
    }
    assert_eq!(world.audited("join-request.create"), 1);
    let seen = newest(&mut employee).await;
    let approve = format!("{QUEUE}/{}/approve", seen["id"].as_str().unwrap());
    for _ in 0..2 {
        admin.send(keyed(&approve, json!({}), seen["etag"].as_str().unwrap())).await.is(204);
    }
    assert_eq!(world.audited("join-request.approve"), 1);
}

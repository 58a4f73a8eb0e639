//! Joining groups and the owners who decide: features 2.5, `security.md` S9, R2.

use crate::common::{
    Answer, Browser, DAY, START, World, key,
    requests::{ADMIN, EMPLOYEE, GROUPS, MANY},
};
use my_account_server::clock::rfc3339;
use serde_json::json;

const JOINABLE: &str = "/api/v1/me/joinable-groups";
const OWN: &str = GROUPS.own;
const QUEUE: &str = GROUPS.queue;
const NIGHT: &str = GROUPS.wanted;
const QUAY: &str = "harbor-quay-4";
const RUNNERS: &str = "harbor-lunch-runners";

async fn offered(browser: &mut Browser, query: &str) -> Vec<String> {
    GROUPS
        .names(browser.get(&format!("{JOINABLE}?{query}")).await.is(200).items())
        .into_iter()
        .map(str::to_owned)
        .collect()
}

async fn join(browser: &mut Browser, group: &str) -> Answer {
    browser.post(&format!("{JOINABLE}/{group}/join"), json!({})).await
}

fn is_in(world: &World, account: &str, group: &str) -> bool {
    world.count(&format!(r#"account_groups WHERE account = '{account}' AND "group" = '{group}'"#)) == 1
}

#[tokio::test]
async fn what_can_be_joined_is_open_or_asks_for_approval_and_nothing_else() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let answer = employee.get(JOINABLE).await;
    assert_eq!(
        GROUPS.names(answer.is(200).items()),
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
        world.change(&format!("UPDATE groups SET {state} WHERE id = 'harbor-sailing'"));
        assert_eq!(offered(&mut employee, "q=sail").await, [""; 0], "{state}");
        join(&mut employee, "harbor-sailing").await.refused(404, "not-found");
        GROUPS.ask(&mut employee, "harbor-sailing", "To sail.").await.refused(404, "not-found");
    }
    assert!(!is_in(&world, "employee", "harbor-sailing"));
    // Other organizations' groups are not joined from here, also not as a guest there.
    world.change("UPDATE groups SET join_policy = 'open' WHERE id = 'polder-research-partners'");
    world.change("DELETE FROM guest_groups");
    assert_eq!(offered(&mut employee, "q=partners").await, [""; 0]);
    join(&mut employee, "polder-research-partners").await.refused(404, "not-found");
    assert_eq!(world.signed_in("visitor@mail.example").await.get(JOINABLE).await.is(200).items().len(), 0);
}

#[tokio::test]
async fn an_open_group_takes_people_at_once_and_once() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    // Nothing without its audit row.
    world.change(
        "CREATE TRIGGER no_more BEFORE INSERT ON audit WHEN NEW.action = 'group.join'
         BEGIN SELECT raise(ABORT, 'no'); END",
    );
    join(&mut employee, "harbor-sailing").await.refused(500, "internal");
    assert!(!is_in(&world, "employee", "harbor-sailing"));
    world.change("DROP TRIGGER no_more");
    let key = key();
    for _ in 0..2 {
        employee.act(&format!("{JOINABLE}/harbor-sailing/join"), &key).await.is(204);
        assert_eq!(world.audited("group.join"), 1);
    }
    assert!(is_in(&world, "employee", "harbor-sailing"));
    employee.get("/api/v1/groups/harbor-sailing/members").await.is(200);
    assert_eq!(offered(&mut employee, "q=sail").await, [""; 0]);
    join(&mut employee, "harbor-sailing").await.refused(409, "already-there");
    GROUPS.ask(&mut employee, RUNNERS, "To run.").await.refused(409, "already-there");
    join(&mut employee, NIGHT).await.refused(409, "approval-needed");
    for closed in ["harbor-berths", "harbor-all-staff", "nothing"] {
        join(&mut employee, closed).await.refused(404, "not-found");
    }
    // Owners need nobody's approval.
    world.change("DELETE FROM account_groups WHERE account = 'employee' AND \"group\" = 'harbor-quay-4'");
    assert_eq!(employee.get(&format!("{JOINABLE}?q=quay")).await.items()[0]["needsApproval"], false);
    GROUPS.ask(&mut employee, QUAY, "It is mine.").await.refused(409, "approval-not-needed");
    join(&mut employee, QUAY).await.is(204);
    // Disabled accounts look and do no more.
    let mut suspended = world.signed_in("suspended@harbor.example").await;
    assert!(!offered(&mut suspended, "").await.is_empty());
    join(&mut suspended, "harbor-sailing").await.refused(409, "disabled-at-home");
    GROUPS.ask(&mut suspended, NIGHT, "To swap shifts.").await.refused(409, "disabled-at-home");
    assert_eq!((world.audited("group.join"), world.audited("join-request.create")), (2, 0));
}

#[tokio::test]
async fn a_request_waits_and_there_is_one_at_a_time() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    GROUPS.ask(&mut employee, NIGHT, "  To swap shifts.\n").await.is(204);
    let request = GROUPS.newest(&mut employee).await;
    assert_eq!((&request["state"], &request["justification"]), (&json!("pending"), &json!("To swap shifts.")));
    assert_eq!(request["requester"], json!({ "displayName": "Eva de Graaf", "userId": EMPLOYEE }));
    assert_eq!(request["requestedAt"], rfc3339(world.clock.now()));
    assert!(request.get("decidedAt").is_none() && request.get("decidedBy").is_none());
    assert!(!is_in(&world, "employee", NIGHT));
    GROUPS.ask(&mut employee, NIGHT, "Please.").await.refused(409, "request-pending");
    GROUPS.ask(&mut employee, "harbor-sailing", "Please.").await.refused(409, "approval-not-needed");
    for closed in ["harbor-berths", "harbor-all-staff", "polder-simulation", "nothing"] {
        GROUPS.ask(&mut employee, closed, "Please.").await.refused(404, "not-found");
    }
    assert_eq!(employee.get(&format!("{JOINABLE}?q=night")).await.items()[0]["lastRequest"], "pending");
    // Who was denied may ask again.
    GROUPS.ask(&mut employee, "harbor-crane-maintenance", "I have the certificate now.").await.is(204);
    assert_eq!(world.audited("join-request.create"), 2);
    let first = employee.get(&format!("{OWN}?limit=2")).await;
    assert_eq!(GROUPS.names(first.items()), ["Crane maintenance", "Night shift"]);
    let cursor = first.body["nextCursor"].as_str().unwrap();
    let rest = employee.get(&format!("{OWN}?limit=2&cursor={cursor}")).await;
    assert_eq!((GROUPS.names(rest.items()), rest.body.get("nextCursor")), (vec!["Crane maintenance"], None));
    assert_eq!((&rest.items()[0]["state"], &rest.items()[0]["decidedBy"]), (&json!("denied"), &json!("Adriaan Smit")));
    assert_eq!(rest.items()[0]["requestedAt"], rfc3339(START - 9 * DAY));
}

#[tokio::test]
async fn owners_see_what_waits_oldest_first_and_what_was_decided() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut many = world.signed_in(MANY).await;
    let waiting = employee.get(QUEUE).await;
    assert_eq!(GROUPS.names(waiting.is(200).items()), ["Quay 4"]);
    assert_eq!(waiting.items()[0]["requester"]["displayName"], "Sara Kuiper");
    assert_eq!(waiting.items()[0]["requestedAt"], rfc3339(START - 20 * 60 * 60));
    GROUPS.ask(&mut many, QUAY, "I work there on Mondays.").await.is(204);
    let first = employee.get(&format!("{QUEUE}?state=pending&limit=1")).await;
    let cursor = first.body["nextCursor"].as_str().unwrap();
    let rest = employee.get(&format!("{QUEUE}?limit=1&cursor={cursor}")).await;
    assert_eq!((&rest.items()[0]["requester"]["userId"], rest.body.get("nextCursor")), (&json!(MANY), None));
    for (row, verb) in [(&first.items()[0], "deny"), (&rest.items()[0], "approve")] {
        world.clock.advance(60);
        GROUPS.decide(&mut employee, row, verb).await.is(204);
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
    let seen = GROUPS.asked(&mut employee).await;
    let path = GROUPS.at(&seen);
    // Members, owners of other groups, and others.
    world.change("INSERT INTO account_groups VALUES ('many', 'harbor-night-shift')");
    for user in [MANY, "owner@polder.example"] {
        let mut other = world.signed_in(user).await;
        assert_eq!(other.get(QUEUE).await.is(200).items().len(), 0, "{user}");
        other.get(&path).await.refused(404, "not-found");
        for verb in ["approve", "deny"] {
            GROUPS.decide(&mut other, &seen, verb).await.refused(404, "not-found");
        }
    }
    // One's own, also by an owner.
    for verb in ["approve", "deny"] {
        GROUPS.decide(&mut employee, &seen, verb).await.refused(403, "own-request");
    }
    world.change("INSERT INTO group_owners VALUES ('employee', 'harbor-night-shift')");
    for verb in ["approve", "deny"] {
        GROUPS.decide(&mut employee, &seen, verb).await.refused(403, "own-request");
    }
    assert!(!GROUPS.names(employee.get(QUEUE).await.items()).contains(&"Night shift"));
    // Who is disabled decides nothing, nor who is no owner any more.
    world.change("UPDATE accounts SET disabled = 1 WHERE id = 'admin'");
    for verb in ["approve", "deny"] {
        GROUPS.decide(&mut admin, &seen, verb).await.refused(409, "disabled-at-home");
    }
    world.change(
        "UPDATE accounts SET disabled = 0 WHERE id = 'admin'; DELETE FROM group_owners WHERE account = 'admin'",
    );
    GROUPS.decide(&mut admin, &seen, "approve").await.refused(404, "not-found");
    assert_eq!(GROUPS.newest(&mut employee).await["state"], "pending");
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
        world.change(
            "UPDATE groups SET synchronised = 0, kind = 'security', expires_at = NULL WHERE id = 'harbor-night-shift'",
        );
        let seen = GROUPS.asked(&mut employee).await;
        world.change(&format!("UPDATE groups SET {state} WHERE id = 'harbor-night-shift'"));
        GROUPS.decide(&mut admin, &seen, "approve").await.refused(status, code);
        GROUPS.decide(&mut admin, &seen, "deny").await.is(204);
    }
    // A group that was closed meanwhile is still its owners' to fill.
    world.change("UPDATE groups SET expires_at = NULL WHERE id = 'harbor-night-shift'");
    let seen = GROUPS.asked(&mut employee).await;
    world.change("UPDATE groups SET join_policy = 'closed' WHERE id = 'harbor-night-shift'");
    world.change("UPDATE accounts SET disabled = 1 WHERE id = 'employee'");
    GROUPS.decide(&mut admin, &seen, "approve").await.refused(409, "disabled-at-home");
    world.change("UPDATE accounts SET disabled = 0 WHERE id = 'employee'");
    GROUPS.decide(&mut admin, &seen, "approve").await.is(204);
    // A requester who came in another way meanwhile: approving only ends the request.
    let pending = employee.get(QUEUE).await.items()[0].clone();
    world.change("INSERT INTO account_groups VALUES ('secure', 'harbor-quay-4')");
    GROUPS.decide(&mut employee, &pending, "approve").await.is(204);
    assert!(is_in(&world, "secure", QUAY));
    // A group that opened meanwhile: joining ends the request.
    GROUPS.ask(&mut employee, "harbor-crane-maintenance", "Please.").await.is(204);
    world.change("UPDATE groups SET join_policy = 'open' WHERE id = 'harbor-crane-maintenance'");
    join(&mut employee, "harbor-crane-maintenance").await.is(204);
    let ended = GROUPS.newest(&mut employee).await;
    assert_eq!((&ended["state"], ended.get("decidedBy")), (&json!("approved"), None));
    // A group that goes takes its requests along.
    world.change("DELETE FROM groups WHERE id = 'harbor-quay-4'");
    GROUPS.decide(&mut employee, &pending, "deny").await.refused(404, "not-found");
    assert_eq!(world.count(r#"join_requests WHERE "group" = 'harbor-quay-4'"#), 0);
}

#[tokio::test]
async fn who_went_asks_for_nothing_any_more() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let pending = employee.get(QUEUE).await.items()[0].clone();
    world.change("UPDATE accounts SET home_organization = 'canal-bank' WHERE id = 'secure'");
    GROUPS.decide(&mut employee, &pending, "approve").await.refused(404, "not-found");
    assert_eq!(employee.get(QUEUE).await.items().len(), 0);
    world.change("DELETE FROM accounts WHERE id = 'secure'");
    assert_eq!(world.count("join_requests WHERE account = 'secure'"), 0);
    // A decision outlives who made it.
    world.change("DELETE FROM accounts WHERE id = 'admin'");
    let denied = GROUPS.newest(&mut employee).await;
    assert!(denied["state"] == "denied" && denied.get("decidedBy").is_none() && denied.get("reason").is_some());
}

#[tokio::test]
async fn who_has_no_my_apps_can_do_nothing_there() {
    let world = World::new();
    let mut nobody = world.signed_in("noapps@harbor.example").await;
    let pending = world.signed_in(EMPLOYEE).await.get(QUEUE).await.items()[0].clone();
    world.change("INSERT INTO group_owners VALUES ('noapps', 'harbor-quay-4')");
    for path in [JOINABLE, OWN, QUEUE, &GROUPS.at(&pending)] {
        nobody.get(path).await.refused(403, "access-denied");
    }
    join(&mut nobody, "harbor-sailing").await.refused(403, "access-denied");
    GROUPS.ask(&mut nobody, NIGHT, "To swap shifts.").await.refused(403, "access-denied");
    GROUPS.withdraw(&mut nobody, &pending).await.refused(403, "access-denied");
    for verb in ["approve", "deny"] {
        GROUPS.decide(&mut nobody, &pending, verb).await.refused(403, "access-denied");
    }
}

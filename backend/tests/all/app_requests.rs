//! New apps and who decides: features 2.1, `security.md` S9, R2.

use crate::common::{
    Browser, DAY, START, World, key,
    requests::{ADMIN, APPS, EMPLOYEE, MANY},
};
use my_account_server::clock::rfc3339;
use serde_json::json;

const CATALOGUE: &str = "/api/v1/me/app-catalogue";
const OWN: &str = APPS.own;
const QUEUE: &str = APPS.queue;
const FUEL: &str = APPS.wanted;

async fn found(browser: &mut Browser, query: &str) -> Vec<String> {
    APPS.names(browser.get(&format!("{CATALOGUE}?{query}")).await.is(200).items())
        .into_iter()
        .map(str::to_owned)
        .collect()
}

fn add(app: &str) -> String {
    format!("{CATALOGUE}/{app}/add")
}

async fn has(browser: &mut Browser, app: &str) -> bool {
    browser.get("/api/v1/me/apps").await.item(app).is_some()
}

#[tokio::test]
async fn the_catalogue_has_what_home_offers_and_the_person_does_not_have() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let answer = employee.get(CATALOGUE).await;
    assert_eq!(
        APPS.names(answer.is(200).items()),
        [
            "Contract register",
            "Energy meters",
            "Fuel orders",
            "Personnel files",
            "Photo library",
            "Quick polls",
            "Reading corner",
            "Repair workshop"
        ]
    );
    let row = |name: &str| answer.items().iter().find(|it| it["app"]["displayName"] == name).unwrap().clone();
    let mut polls = row("Quick polls");
    let icon = polls["app"].as_object_mut().unwrap().remove("icon").unwrap();
    assert!(icon.as_str().unwrap().starts_with("data:image/svg+xml;base64,"));
    assert_eq!(
        polls,
        json!({
            "app": {
                "id": "harbor-quick-polls", "displayName": "Quick polls", "description": "Ask colleagues a question",
                "texts": [{ "language": "nl", "displayName": "Snelpeilingen", "description": "Stel collega's een vraag" }],
                "organization": { "id": "harbor-logistics", "displayName": "Harbor Logistics", "language": "en" },
            },
            "needsApproval": false,
        })
    );
    let approvals = answer.items().iter().filter(|it| it["needsApproval"] == true).count();
    assert_eq!(approvals, 5);
    assert_eq!(row("Contract register")["lastRequest"], "pending");
    assert_eq!(row("Personnel files")["lastRequest"], "denied");
    assert!(row("Fuel orders").get("lastRequest").is_none());
    assert_eq!(world.signed_in(EMPLOYEE).await.get("/api/v1/me/apps").await.items().len(), 42);
    // Another home offers other apps, no home none.
    for user in ["owner@polder.example", "visitor@mail.example"] {
        assert_eq!(world.signed_in(user).await.get(CATALOGUE).await.is(200).items().len(), 0, "{user}");
    }
    world.browser().get(CATALOGUE).await.refused(401, "session-expired");
}

#[tokio::test]
async fn it_is_searched_and_ordered_in_both_languages() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for q in ["FUEL", "brandstof", "br%C3%A4nd", "%20fuel%20"] {
        assert_eq!(found(&mut employee, &format!("q={q}")).await, ["Fuel orders"], "{q}");
    }
    assert_eq!(found(&mut employee, "q=%25").await, [""; 0]);
    assert_eq!(found(&mut employee, "q=mail").await, [""; 0], "it is theirs");
    let dutch = found(&mut employee, "language=nl&limit=3").await;
    assert_eq!(dutch, ["Fuel orders", "Contract register", "Energy meters"]);
    let first = employee.get(&format!("{CATALOGUE}?language=nl&limit=3")).await;
    let cursor = first.body["nextCursor"].as_str().unwrap();
    let rest = found(&mut employee, &format!("language=nl&cursor={cursor}")).await;
    assert_eq!(rest, ["Photo library", "Reading corner", "Personnel files", "Repair workshop", "Quick polls"]);
    for unknown in ["language=fr", "state=pending"] {
        employee.get(&format!("{CATALOGUE}?{unknown}")).await.refused(400, "malformed-request");
    }
    employee.get(&format!("{CATALOGUE}?q={}", "x".repeat(257))).await.refused(422, "invalid-fields");
    employee.get("/api/v1/me/app-catalogue?cursor=WyJ4Il0").await.refused(422, "invalid-fields");
}

#[tokio::test]
async fn adding_gives_the_app_at_once_and_once() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let key = key();
    for _ in 0..2 {
        employee.act(&add("harbor-quick-polls"), &key).await.is(204);
        assert_eq!(world.audited("app.add"), 1);
    }
    assert!(has(&mut employee, "harbor-quick-polls").await);
    assert_eq!(found(&mut employee, "q=polls").await, [""; 0]);
    employee.post(&add("harbor-quick-polls"), json!({})).await.refused(409, "already-there");
    employee.post(&add(FUEL), json!({})).await.refused(409, "approval-needed");
    for unknown in ["nothing", "harbor-mail", "windmill-client-proofs", "polder-library"] {
        employee.post(&add(unknown), json!({})).await.refused(404, "not-found");
    }
    world.change("DELETE FROM catalogue_apps WHERE app = 'harbor-reading-corner'");
    employee.post(&add("harbor-reading-corner"), json!({})).await.refused(404, "not-found");
    let mut suspended = world.signed_in("suspended@harbor.example").await;
    suspended.post(&add("harbor-photo-library"), json!({})).await.refused(409, "disabled-at-home");
    APPS.ask(&mut suspended, FUEL, "To order fuel.").await.refused(409, "disabled-at-home");
    assert_eq!((world.audited("app.add"), world.audited("app-request.create")), (1, 0));
}

#[tokio::test]
async fn a_request_waits_and_there_is_one_at_a_time() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    APPS.ask(&mut employee, FUEL, "  To order fuel.\n").await.is(204);
    let request = APPS.newest(&mut employee).await;
    assert_eq!((&request["state"], &request["justification"]), (&json!("pending"), &json!("To order fuel.")));
    assert_eq!(request["requester"], json!({ "displayName": "Eva de Graaf", "userId": EMPLOYEE }));
    assert_eq!(request["requestedAt"], rfc3339(world.clock.now()));
    assert!(request.get("decidedAt").is_none() && request.get("decidedBy").is_none());
    assert!(!has(&mut employee, FUEL).await);
    APPS.ask(&mut employee, FUEL, "Please.").await.refused(409, "request-pending");
    APPS.ask(&mut employee, "harbor-quick-polls", "Please.").await.refused(409, "approval-not-needed");
    APPS.ask(&mut employee, "harbor-dangerous-goods", "Please.").await.refused(409, "already-there");
    for unknown in ["nothing", "harbor-mail", "windmill-client-proofs"] {
        APPS.ask(&mut employee, unknown, "Please.").await.refused(404, "not-found");
    }
    // Who was denied may ask again.
    APPS.ask(&mut employee, "harbor-personnel-files", "I lead a team now.").await.is(204);
    assert_eq!(world.audited("app-request.create"), 2);
    let states: Vec<_> =
        employee.get(OWN).await.items().iter().map(|it| it["state"].as_str().unwrap().to_owned()).collect();
    assert_eq!(states, ["pending", "pending", "pending", "denied", "approved"]);
    let first = employee.get(&format!("{OWN}?limit=4")).await;
    let cursor = first.body["nextCursor"].as_str().unwrap();
    let rest = employee.get(&format!("{OWN}?limit=4&cursor={cursor}")).await;
    assert_eq!((APPS.names(rest.items()), rest.body.get("nextCursor")), (vec!["Dangerous goods"], None));
}

#[tokio::test]
async fn approvers_see_what_waits_oldest_first_and_what_was_decided() {
    let world = World::new();
    let mut admin = world.signed_in(ADMIN).await;
    let waiting = admin.get(QUEUE).await;
    let rows: Vec<_> = waiting
        .is(200)
        .items()
        .iter()
        .map(|it| (it["requester"]["userId"].as_str().unwrap(), it["app"]["displayName"].as_str().unwrap()))
        .collect();
    assert_eq!(
        rows,
        [(MANY, "Energy meters"), (EMPLOYEE, "Contract register"), ("secure@harbor.example", "Repair workshop")]
    );
    assert_eq!(waiting.items()[0]["requestedAt"], rfc3339(START - 4 * DAY));
    let first = admin.get(&format!("{QUEUE}?state=pending&limit=2")).await;
    let cursor = first.body["nextCursor"].as_str().unwrap();
    let rest = admin.get(&format!("{QUEUE}?limit=2&cursor={cursor}")).await;
    assert_eq!((APPS.names(rest.items()), rest.body.get("nextCursor")), (vec!["Repair workshop"], None));
    let decided = admin.get(&format!("{QUEUE}?state=decided")).await;
    assert_eq!(APPS.names(decided.items()), ["Cargo manifest", "Personnel files", "Dangerous goods"]);
    assert_eq!(decided.items()[1]["decidedBy"], "Sara Kuiper");
    assert!(decided.items()[1]["reason"].as_str().unwrap().contains("birthday calendar"));
    let first = admin.get(&format!("{QUEUE}?state=decided&limit=1")).await;
    let cursor = first.body["nextCursor"].as_str().unwrap();
    let rest = admin.get(&format!("{QUEUE}?state=decided&cursor={cursor}")).await;
    assert_eq!(APPS.names(rest.items()), ["Personnel files", "Dangerous goods"]);
    admin.get(&format!("{QUEUE}?state=withdrawn")).await.refused(400, "malformed-request");
}

#[tokio::test]
async fn only_approvers_of_the_app_decide_and_nobody_their_own_request() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    let seen = APPS.asked(&mut employee).await;
    let path = APPS.at(&seen);
    // Who approves nothing, also of one's own.
    for user in [EMPLOYEE, MANY, "owner@polder.example"] {
        let mut other = world.signed_in(user).await;
        assert_eq!(other.get("/api/v1/session").await.body["user"]["approvesApps"], false, "{user}");
        other.get(QUEUE).await.refused(403, "access-denied");
        other.get(&path).await.refused(403, "access-denied");
        for verb in ["approve", "deny"] {
            APPS.decide(&mut other, &seen, verb).await.refused(403, "access-denied");
        }
    }
    // Who approves another app.
    world.change("INSERT INTO app_approvers VALUES ('owner', 'harbor-quick-polls')");
    let mut owner = world.signed_in("owner@polder.example").await;
    assert_eq!(owner.get(QUEUE).await.is(200).items().len(), 0);
    owner.get(&path).await.refused(404, "not-found");
    for verb in ["approve", "deny"] {
        APPS.decide(&mut owner, &seen, verb).await.refused(404, "not-found");
    }
    // One's own.
    assert_eq!(admin.get("/api/v1/session").await.body["user"]["approvesApps"], true);
    let own = APPS.asked(&mut admin).await;
    assert_eq!(admin.get(QUEUE).await.items().len(), 4, "the own one is not there");
    admin.get(&APPS.at(&own)).await.refused(404, "not-found");
    for verb in ["approve", "deny"] {
        APPS.decide(&mut admin, &own, verb).await.refused(403, "own-request");
    }
    assert!(!has(&mut admin, FUEL).await);
    APPS.decide(&mut APPS.second_decider(&world).await, &own, "approve").await.is(204);
    assert!(has(&mut admin, FUEL).await);
    // A disabled account decides nothing, nor one that is no approver any more.
    world.change("UPDATE accounts SET disabled = 1 WHERE id = 'many'");
    let mut disabled = world.signed_in(MANY).await;
    disabled.get(QUEUE).await.refused(403, "access-denied");
    APPS.decide(&mut disabled, &seen, "approve").await.refused(403, "access-denied");
    world.change("DELETE FROM app_approvers WHERE account = 'admin'");
    APPS.decide(&mut admin, &seen, "approve").await.refused(403, "access-denied");
    assert_eq!(APPS.newest(&mut employee).await["state"], "pending");
    for path in [QUEUE, OWN] {
        world.browser().get(path).await.refused(401, "session-expired");
    }
}

#[tokio::test]
async fn what_is_not_offered_any_more_is_not_given_to_anybody() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    let seen = APPS.asked(&mut employee).await;
    world.change("DELETE FROM catalogue_apps WHERE app = 'harbor-fuel-orders'");
    APPS.ask(&mut employee, FUEL, "Please.").await.refused(404, "not-found");
    APPS.decide(&mut admin, &seen, "approve").await.refused(409, "not-offered");
    APPS.decide(&mut admin, &seen, "deny").await.is(204);
    // A requester who was disabled meanwhile.
    let waiting = admin.get(QUEUE).await.items()[0].clone();
    world.change("UPDATE accounts SET disabled = 1 WHERE id = 'many'");
    APPS.decide(&mut admin, &waiting, "approve").await.refused(409, "disabled-at-home");
    APPS.decide(&mut admin, &waiting, "deny").await.is(204);
    assert_eq!(world.audited("app-request.approve"), 0);
    // An app that goes takes its requests along.
    world.change("DELETE FROM apps WHERE id = 'harbor-contract-register'");
    assert_eq!(world.count("app_requests WHERE app = 'harbor-contract-register'"), 0);
}

#[tokio::test]
async fn who_went_asks_for_nothing_any_more() {
    let world = World::new();
    let mut admin = world.signed_in(ADMIN).await;
    let waiting = admin.get(QUEUE).await;
    let of = |user: &str| waiting.items().iter().find(|it| it["requester"]["userId"] == user).unwrap().clone();
    // To another organization.
    world.change("UPDATE accounts SET home_organization = 'canal-bank' WHERE id = 'many'");
    APPS.decide(&mut admin, &of(MANY), "approve").await.refused(404, "not-found");
    admin.get(&APPS.at(&of(MANY))).await.refused(404, "not-found");
    assert_eq!(admin.get(QUEUE).await.items().len(), 2);
    // Altogether.
    let decided = world.count("app_requests WHERE decided_by = 'secure'");
    assert!(decided > 0);
    world.change("DELETE FROM accounts WHERE id = 'secure'");
    assert_eq!(world.count("app_requests WHERE account = 'secure'"), 0);
    assert_eq!(world.count("app_requests WHERE state = 'denied' AND decided_by IS NULL"), decided);
    let own = world.signed_in(EMPLOYEE).await.get(OWN).await;
    let denied = own.items().iter().find(|it| it["state"] == "denied").unwrap();
    assert!(denied.get("decidedBy").is_none() && denied.get("reason").is_some());
}

#[tokio::test]
async fn who_has_no_my_apps_can_do_nothing_there() {
    let world = World::new();
    let mut nobody = world.signed_in("noapps@harbor.example").await;
    world.change("INSERT INTO app_approvers VALUES ('noapps', 'harbor-fuel-orders')");
    for path in [CATALOGUE, OWN, QUEUE] {
        nobody.get(path).await.refused(403, "access-denied");
    }
    nobody.post(&add("harbor-quick-polls"), json!({})).await.refused(403, "access-denied");
    APPS.ask(&mut nobody, FUEL, "To order fuel.").await.refused(403, "access-denied");
    let waiting = world.signed_in(ADMIN).await.get(QUEUE).await.items()[0].clone();
    APPS.withdraw(&mut nobody, &waiting).await.refused(403, "access-denied");
    for verb in ["approve", "deny"] {
        APPS.decide(&mut nobody, &waiting, verb).await.refused(403, "access-denied");
    }
    assert_eq!(nobody.get("/api/v1/session").await.body["user"]["approvesApps"], false);
}

//! New apps and who decides: features 2.1, `security.md` S9, R2.

use crate::common::{Answer, Browser, DAY, START, World, key};
use axum::http::Method;
use my_account_server::clock::rfc3339;
use serde_json::{Value, json};

const CATALOGUE: &str = "/api/v1/me/app-catalogue";
const OWN: &str = "/api/v1/me/app-requests";
const QUEUE: &str = "/api/v1/app-requests";
const EMPLOYEE: &str = "employee@harbor.example";
const ADMIN: &str = "admin@harbor.example";
const MANY: &str = "many@harbor.example";
const FUEL: &str = "harbor-fuel-orders";

fn names(items: &[Value]) -> Vec<&str> {
    items.iter().map(|it| it["app"]["displayName"].as_str().unwrap()).collect()
}

async fn found(browser: &mut Browser, query: &str) -> Vec<String> {
    names(browser.get(&format!("{CATALOGUE}?{query}")).await.is(200).items()).into_iter().map(str::to_owned).collect()
}

fn add(app: &str) -> String {
    format!("{CATALOGUE}/{app}/add")
}

async fn ask(browser: &mut Browser, app: &str, justification: &str) -> Answer {
    browser.post(OWN, json!({ "app": app, "justification": justification })).await
}

/// The person's newest request.
async fn newest(browser: &mut Browser) -> Value {
    browser.get(OWN).await.is(200).items()[0].clone()
}

/// Acts on the version of a request that was seen.
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

/// Somebody else who decides; the demo's second approver has a second factor, which is not what is tried here.
async fn second_approver(world: &World) -> Browser {
    let also = "INSERT INTO app_approvers SELECT 'many', app FROM app_approvers WHERE account = 'admin'";
    world.database().execute(also, []).unwrap();
    world.signed_in(MANY).await
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
        names(answer.is(200).items()),
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
    world.database().execute("DELETE FROM catalogue_apps WHERE app = 'harbor-reading-corner'", []).unwrap();
    employee.post(&add("harbor-reading-corner"), json!({})).await.refused(404, "not-found");
    let mut suspended = world.signed_in("suspended@harbor.example").await;
    suspended.post(&add("harbor-photo-library"), json!({})).await.refused(409, "disabled-at-home");
    ask(&mut suspended, FUEL, "To order fuel.").await.refused(409, "disabled-at-home");
    assert_eq!((world.audited("app.add"), world.audited("app-request.create")), (1, 0));
}

#[tokio::test]
async fn a_request_waits_and_there_is_one_at_a_time() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    ask(&mut employee, FUEL, "  To order fuel.\n").await.is(204);
    let request = newest(&mut employee).await;
    assert_eq!((&request["state"], &request["justification"]), (&json!("pending"), &json!("To order fuel.")));
    assert_eq!(request["requester"], json!({ "displayName": "Eva de Graaf", "userId": EMPLOYEE }));
    assert_eq!(request["requestedAt"], rfc3339(world.clock.now()));
    assert!(request.get("decidedAt").is_none() && request.get("decidedBy").is_none());
    assert!(!has(&mut employee, FUEL).await);
    ask(&mut employee, FUEL, "Please.").await.refused(409, "request-pending");
    ask(&mut employee, "harbor-quick-polls", "Please.").await.refused(409, "approval-not-needed");
    ask(&mut employee, "harbor-dangerous-goods", "Please.").await.refused(409, "already-there");
    for unknown in ["nothing", "harbor-mail", "windmill-client-proofs"] {
        ask(&mut employee, unknown, "Please.").await.refused(404, "not-found");
    }
    // Who was denied may ask again.
    ask(&mut employee, "harbor-personnel-files", "I lead a team now.").await.is(204);
    assert_eq!(world.audited("app-request.create"), 2);
    let states: Vec<_> =
        employee.get(OWN).await.items().iter().map(|it| it["state"].as_str().unwrap().to_owned()).collect();
    assert_eq!(states, ["pending", "pending", "pending", "denied", "approved"]);
    let first = employee.get(&format!("{OWN}?limit=4")).await;
    let cursor = first.body["nextCursor"].as_str().unwrap();
    let rest = employee.get(&format!("{OWN}?limit=4&cursor={cursor}")).await;
    assert_eq!((names(rest.items()), rest.body.get("nextCursor")), (vec!["Dangerous goods"], None));
}

#[tokio::test]
async fn what_is_written_has_1_to_1000_characters() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    let pending = admin.get(QUEUE).await.items()[0].clone();
    let deny = format!("{QUEUE}/{}/deny", pending["id"].as_str().unwrap());
    for (words, refused) in [
        ("", json!({ "code": "required" })),
        (" \n ", json!({ "code": "required" })),
        (&"é".repeat(1001), json!({ "code": "too-long", "limit": 1000 })),
    ] {
        let problem = |pointer: &str| {
            let mut problem = refused.clone();
            problem["pointer"] = pointer.into();
            json!([problem])
        };
        let answer = ask(&mut employee, FUEL, words).await;
        assert_eq!(answer.refused(422, "invalid-fields").body["errors"], problem("/justification"));
        let mut request = Browser::request(Method::POST, &deny, Some(json!({ "reason": words })));
        request.headers_mut().insert("if-match", "*".parse().unwrap());
        assert_eq!(admin.send(request).await.refused(422, "invalid-fields").body["errors"], problem("/reason"));
    }
    assert_eq!(world.audited("app-request.create") + world.audited("app-request.deny"), 0);
    ask(&mut employee, FUEL, &"é".repeat(1000)).await.is(204);
    for body in [json!({}), json!({ "app": FUEL }), json!({ "app": FUEL, "justification": "x", "state": "approved" })] {
        employee.post(OWN, body).await.refused(400, "malformed-request");
    }
}

#[tokio::test]
async fn approving_gives_the_app_in_the_same_step() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    ask(&mut employee, FUEL, "To order fuel.").await.is(204);
    world.clock.advance(60);
    let request = newest(&mut employee).await;
    decide(&mut admin, &request, "approve").await.is(204);
    assert!(has(&mut employee, FUEL).await);
    let request = newest(&mut employee).await;
    assert_eq!((&request["state"], &request["decidedBy"]), (&json!("approved"), &json!("Adriaan Smit")));
    assert_eq!(request["decidedAt"], rfc3339(world.clock.now()));
    assert_eq!(found(&mut employee, "q=fuel").await, [""; 0]);
    assert_eq!((world.audited("app-request.create"), world.audited("app-request.approve")), (1, 1));
    let target = format!("audit WHERE actor = 'admin' AND target = '{}'", request["id"].as_str().unwrap());
    assert_eq!(world.count(&target), 1);
    // Nothing without its audit row.
    let pending = admin.get(QUEUE).await.items()[0].clone();
    let apps = world.count("account_apps");
    world
        .database()
        .execute_batch(
            "CREATE TRIGGER no_more BEFORE INSERT ON audit WHEN NEW.action LIKE 'app-request.%'
             BEGIN SELECT raise(ABORT, 'no'); END",
        )
        .unwrap();
    for verb in ["approve", "deny"] {
        decide(&mut admin, &pending, verb).await.refused(500, "internal");
    }
    ask(&mut employee, "harbor-repair-workshop", "To plan.").await.refused(500, "internal");
    assert_eq!((world.count("account_apps"), admin.get(QUEUE).await.items()[0].clone()), (apps, pending));
}

#[tokio::test]
async fn denying_tells_the_requester_why() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    ask(&mut employee, FUEL, "To order fuel.").await.is(204);
    let request = newest(&mut employee).await;
    decide(&mut admin, &request, "deny").await.is(204);
    assert!(!has(&mut employee, FUEL).await);
    let request = newest(&mut employee).await;
    assert_eq!((&request["state"], &request["reason"]), (&json!("denied"), &json!("Ask your team lead first.")));
    assert_eq!(employee.get(&format!("{CATALOGUE}?q=fuel")).await.items()[0]["lastRequest"], "denied");
    assert_eq!(world.audited("app-request.deny"), 1);
}

#[tokio::test]
async fn the_requester_takes_back_what_nobody_decided() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    ask(&mut employee, FUEL, "To order fuel.").await.is(204);
    let seen = newest(&mut employee).await;
    // Only the requester.
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
    assert_eq!(
        (newest(&mut employee).await["state"].clone(), world.audited("app-request.withdraw")),
        (json!("withdrawn"), 1)
    );
    // The approver, who saw it before, learns what became of it.
    decide(&mut admin, &seen, "approve").await.refused(412, "stale");
    let read = admin.get(&format!("{QUEUE}/{}", seen["id"].as_str().unwrap())).await;
    assert_eq!((&read.is(200).body["state"], read.body.get("decidedBy")), (&json!("withdrawn"), None));
    assert!(!has(&mut employee, FUEL).await);
    // Again, with the newest version.
    let now = newest(&mut employee).await;
    withdraw(&mut employee, &now).await.refused(409, "request-decided");
    ask(&mut employee, FUEL, "After all.").await.is(204);
    let seen = newest(&mut employee).await;
    decide(&mut admin, &seen, "approve").await.is(204);
    withdraw(&mut employee, &seen).await.refused(412, "stale");
    let now = newest(&mut employee).await;
    withdraw(&mut employee, &now).await.refused(409, "request-decided");
    assert!(has(&mut employee, FUEL).await);
}

#[tokio::test]
async fn two_approvers_at_once_one_decides_and_the_other_learns_it() {
    for (first, second) in [("approve", "deny"), ("deny", "approve"), ("approve", "approve")] {
        let world = World::new();
        let mut employee = world.signed_in(EMPLOYEE).await;
        ask(&mut employee, FUEL, "To order fuel.").await.is(204);
        let seen = newest(&mut employee).await;
        let (mut admin, mut other) = (world.signed_in(ADMIN).await, second_approver(&world).await);
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
        assert_eq!(has(&mut employee, FUEL).await, state == "approved");
        assert_eq!(world.audited("app-request.approve") + world.audited("app-request.deny"), 1);
    }
}

#[tokio::test]
async fn an_edit_names_the_version_that_it_was_made_from() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    let own = newest(&mut employee).await["id"].as_str().unwrap().to_owned();
    let path = format!("{OWN}/{own}/withdraw");
    employee.post(&path, json!({})).await.refused(428, "precondition-required");
    for (verb, body) in [("approve", json!({})), ("deny", json!({ "reason": "No." }))] {
        let path = format!("{QUEUE}/{own}/{verb}");
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
    assert_eq!((names(rest.items()), rest.body.get("nextCursor")), (vec!["Repair workshop"], None));
    let decided = admin.get(&format!("{QUEUE}?state=decided")).await;
    assert_eq!(names(decided.items()), ["Cargo manifest", "Personnel files", "Dangerous goods"]);
    assert_eq!(decided.items()[1]["decidedBy"], "Sara Kuiper");
    assert!(decided.items()[1]["reason"].as_str().unwrap().contains("birthday calendar"));
    let first = admin.get(&format!("{QUEUE}?state=decided&limit=1")).await;
    let cursor = first.body["nextCursor"].as_str().unwrap();
    let rest = admin.get(&format!("{QUEUE}?state=decided&cursor={cursor}")).await;
    assert_eq!(names(rest.items()), ["Personnel files", "Dangerous goods"]);
    admin.get(&format!("{QUEUE}?state=withdrawn")).await.refused(400, "malformed-request");
}

#[tokio::test]
async fn only_approvers_of_the_app_decide_and_nobody_their_own_request() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    ask(&mut employee, FUEL, "To order fuel.").await.is(204);
    let seen = newest(&mut employee).await;
    let path = format!("{QUEUE}/{}", seen["id"].as_str().unwrap());
    // Who approves nothing, also of one's own.
    for user in [EMPLOYEE, MANY, "owner@polder.example"] {
        let mut other = world.signed_in(user).await;
        assert_eq!(other.get("/api/v1/session").await.body["user"]["approvesApps"], false, "{user}");
        other.get(QUEUE).await.refused(403, "access-denied");
        other.get(&path).await.refused(403, "access-denied");
        for verb in ["approve", "deny"] {
            decide(&mut other, &seen, verb).await.refused(403, "access-denied");
        }
    }
    // Who approves another app.
    world.database().execute("INSERT INTO app_approvers VALUES ('owner', 'harbor-quick-polls')", []).unwrap();
    let mut owner = world.signed_in("owner@polder.example").await;
    assert_eq!(owner.get(QUEUE).await.is(200).items().len(), 0);
    owner.get(&path).await.refused(404, "not-found");
    for verb in ["approve", "deny"] {
        decide(&mut owner, &seen, verb).await.refused(404, "not-found");
    }
    // One's own.
    assert_eq!(admin.get("/api/v1/session").await.body["user"]["approvesApps"], true);
    ask(&mut admin, FUEL, "To try it.").await.is(204);
    let own = newest(&mut admin).await;
    assert_eq!(admin.get(QUEUE).await.items().len(), 4, "the own one is not there");
    admin.get(&format!("{QUEUE}/{}", own["id"].as_str().unwrap())).await.refused(404, "not-found");
    for verb in ["approve", "deny"] {
        decide(&mut admin, &own, verb).await.refused(403, "own-request");
    }
    assert!(!has(&mut admin, FUEL).await);
    decide(&mut second_approver(&world).await, &own, "approve").await.is(204);
    assert!(has(&mut admin, FUEL).await);
    // A disabled account decides nothing, nor one that is no approver any more.
    world.database().execute("UPDATE accounts SET disabled = 1 WHERE id = 'many'", []).unwrap();
    let mut disabled = world.signed_in(MANY).await;
    disabled.get(QUEUE).await.refused(403, "access-denied");
    decide(&mut disabled, &seen, "approve").await.refused(403, "access-denied");
    world.database().execute("DELETE FROM app_approvers WHERE account = 'admin'", []).unwrap();
    decide(&mut admin, &seen, "approve").await.refused(403, "access-denied");
    assert_eq!(newest(&mut employee).await["state"], "pending");
    for path in [QUEUE, OWN] {
        world.browser().get(path).await.refused(401, "session-expired");
    }
}

#[tokio::test]
async fn what_is_not_offered_any_more_is_not_given_to_anybody() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in(ADMIN).await;
    ask(&mut employee, FUEL, "To order fuel.").await.is(204);
    let seen = newest(&mut employee).await;
    world.database().execute("DELETE FROM catalogue_apps WHERE app = 'harbor-fuel-orders'", []).unwrap();
    ask(&mut employee, FUEL, "Please.").await.refused(404, "not-found");
    decide(&mut admin, &seen, "approve").await.refused(409, "not-offered");
    decide(&mut admin, &seen, "deny").await.is(204);
    // A requester who was disabled meanwhile.
    let waiting = admin.get(QUEUE).await.items()[0].clone();
    world.database().execute("UPDATE accounts SET disabled = 1 WHERE id = 'many'", []).unwrap();
    decide(&mut admin, &waiting, "approve").await.refused(409, "disabled-at-home");
    decide(&mut admin, &waiting, "deny").await.is(204);
    assert_eq!(world.audited("app-request.approve"), 0);
    // An app that goes takes its requests along.
    world
        .database()
        .execute_batch("PRAGMA foreign_keys = 1; DELETE FROM apps WHERE id = 'harbor-contract-register'")
        .unwrap();
    assert_eq!(world.count("app_requests WHERE app = 'harbor-contract-register'"), 0);
}

#[tokio::test]
async fn who_went_asks_for_nothing_any_more() {
    let world = World::new();
    let mut admin = world.signed_in(ADMIN).await;
    let waiting = admin.get(QUEUE).await;
    let of = |user: &str| waiting.items().iter().find(|it| it["requester"]["userId"] == user).unwrap().clone();
    // To another organization.
    world.database().execute("UPDATE accounts SET home_organization = 'canal-bank' WHERE id = 'many'", []).unwrap();
    decide(&mut admin, &of(MANY), "approve").await.refused(404, "not-found");
    admin.get(&format!("{QUEUE}/{}", of(MANY)["id"].as_str().unwrap())).await.refused(404, "not-found");
    assert_eq!(admin.get(QUEUE).await.items().len(), 2);
    // Altogether.
    let decided = world.count("app_requests WHERE decided_by = 'secure'");
    assert!(decided > 0);
    world.database().execute_batch("PRAGMA foreign_keys = 1; DELETE FROM accounts WHERE id = 'secure'").unwrap();
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
    world.database().execute("INSERT INTO app_approvers VALUES ('noapps', 'harbor-fuel-orders')", []).unwrap();
    for path in [CATALOGUE, OWN, QUEUE] {
        nobody.get(path).await.refused(403, "access-denied");
    }
    nobody.post(&add("harbor-quick-polls"), json!({})).await.refused(403, "access-denied");
    ask(&mut nobody, FUEL, "To order fuel.").await.refused(403, "access-denied");
    let waiting = world.signed_in(ADMIN).await.get(QUEUE).await.items()[0].clone();
    withdraw(&mut nobody, &waiting).await.refused(403, "access-denied");
    for verb in ["approve", "deny"] {
        decide(&mut nobody, &waiting, verb).await.refused(403, "access-denied");
    }
    assert_eq!(nobody.get("/api/v1/session").await.body["user"]["approvesApps"], false);
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
    let body = json!({ "app": FUEL, "justification": "To order fuel." });
    for _ in 0..2 {
        employee.send(keyed(OWN, body.clone(), "*")).await.is(204);
    }
    assert_eq!(world.audited("app-request.create"), 1);
    let seen = newest(&mut employee).await;
    let approve = format!("{QUEUE}/{}/approve", seen["id"].as_str().unwrap());
    for _ in 0..2 {
        admin.send(keyed(&approve, json!({}), seen["etag"].as_str().unwrap())).await.is(204);
    }
    assert_eq!(world.audited("app-request.approve"), 1);
}

//! Requests that somebody decides, the same for apps and for groups: features 2.1, 2.5, `security.md` S9, R2.

use crate::common::{
    Browser, World, key,
    requests::{ADMIN, APPS, EMPLOYEE, GROUPS, MANY, Requests},
};
use axum::{
    body::Body,
    http::{Method, Request},
};
use my_account_server::clock::rfc3339;
use serde_json::{Value, json};

const KINDS: [Requests; 2] = [APPS, GROUPS];

/// A POST with a key and a version of the test's own.
fn keyed(key: &str, path: &str, etag: &str, body: Value) -> Request<Body> {
    let mut request = Browser::request(Method::POST, path, Some(body));
    request.headers_mut().insert("idempotency-key", key.parse().unwrap());
    request.headers_mut().insert("if-match", etag.parse().unwrap());
    request
}

#[tokio::test]
async fn what_is_written_has_1_to_so_many_characters() {
    for kind in KINDS {
        let world = World::new();
        let mut employee = world.signed_in(EMPLOYEE).await;
        let mut admin = world.signed_in(ADMIN).await;
        let pending = kind.asked(&mut world.signed_in(MANY).await).await;
        let deny = format!("{}/deny", kind.at(&pending));
        for (words, refused) in [
            ("", json!({ "code": "required" })),
            (" \n ", json!({ "code": "required" })),
            (&"é".repeat(kind.longest + 1), json!({ "code": "too-long", "limit": kind.longest })),
        ] {
            let problem = |pointer: &str| {
                let mut problem = refused.clone();
                problem["pointer"] = pointer.into();
                json!([problem])
            };
            let answer = kind.ask(&mut employee, kind.wanted, words).await;
            assert_eq!(answer.refused(422, "invalid-fields").body["errors"], problem("/justification"));
            let answer = admin.edit(Method::POST, &deny, "*", Some(json!({ "reason": words }))).await;
            assert_eq!(answer.refused(422, "invalid-fields").body["errors"], problem("/reason"));
        }
        assert_eq!(kind.audited(&world, "create") + kind.audited(&world, "deny"), 1, "the one of `many@`");
        kind.ask(&mut employee, kind.wanted, &"é".repeat(kind.longest)).await.is(204);
        let mut more = kind.body(kind.wanted, "x");
        more["state"] = "approved".into();
        for body in [json!({}), json!({ kind.subject: kind.wanted }), more] {
            employee.post(kind.own, body).await.refused(400, "malformed-request");
        }
    }
}

#[tokio::test]
async fn approving_gives_what_was_asked_for_in_the_same_step() {
    for kind in KINDS {
        let world = World::new();
        let mut employee = world.signed_in(EMPLOYEE).await;
        let mut admin = world.signed_in(ADMIN).await;
        let seen = kind.asked(&mut employee).await;
        assert!(!kind.is_given(&world));
        world.clock.advance(60);
        kind.decide(&mut admin, &seen, "approve").await.is(204);
        assert!(kind.is_given(&world));
        let request = kind.newest(&mut employee).await;
        assert_eq!((&request["state"], &request["decidedBy"]), (&json!("approved"), &json!("Adriaan Smit")));
        assert_eq!(request["decidedAt"], rfc3339(world.clock.now()));
        assert_eq!(employee.get(kind.offers).await.is(200).items().len(), 0);
        assert_eq!((kind.audited(&world, "create"), kind.audited(&world, "approve")), (1, 1));
        let target = format!("audit WHERE actor = 'admin' AND target = '{}'", request["id"].as_str().unwrap());
        assert_eq!(world.count(&target), 1);
        // Nothing without its audit row.
        let pending = kind.asked(&mut world.signed_in(MANY).await).await;
        let given = world.count(kind.given);
        world.change(&format!(
            "CREATE TRIGGER no_more BEFORE INSERT ON audit WHEN NEW.action LIKE '{}.%'
             BEGIN SELECT raise(ABORT, 'no'); END",
            kind.resource
        ));
        for verb in ["approve", "deny"] {
            kind.decide(&mut admin, &pending, verb).await.refused(500, "internal");
        }
        kind.ask(&mut employee, kind.another, "Please.").await.refused(500, "internal");
        assert_eq!((world.count(kind.given), &admin.get(&kind.at(&pending)).await.body), (given, &pending));
    }
}

#[tokio::test]
async fn denying_tells_the_requester_why() {
    for kind in KINDS {
        let world = World::new();
        let mut employee = world.signed_in(EMPLOYEE).await;
        let mut admin = world.signed_in(ADMIN).await;
        let seen = kind.asked(&mut employee).await;
        kind.decide(&mut admin, &seen, "deny").await.is(204);
        assert!(!kind.is_given(&world));
        let request = kind.newest(&mut employee).await;
        assert_eq!((&request["state"], &request["reason"]), (&json!("denied"), &json!("Ask your team lead first.")));
        assert_eq!(employee.get(kind.offers).await.items()[0]["lastRequest"], "denied");
        assert_eq!(kind.audited(&world, "deny"), 1);
    }
}

#[tokio::test]
async fn the_requester_takes_back_what_nobody_decided() {
    for kind in KINDS {
        let world = World::new();
        let mut employee = world.signed_in(EMPLOYEE).await;
        let mut admin = world.signed_in(ADMIN).await;
        let seen = kind.asked(&mut employee).await;
        // Only the requester.
        kind.withdraw(&mut admin, &seen).await.refused(404, "not-found");
        kind.withdraw(&mut world.signed_in(MANY).await, &seen).await.refused(404, "not-found");
        let key = key();
        for _ in 0..2 {
            let etag = seen["etag"].as_str().unwrap();
            employee.send(keyed(&key, &kind.withdrawal(&seen), etag, json!({}))).await.is(204);
        }
        let state = kind.newest(&mut employee).await["state"].clone();
        assert_eq!((state, kind.audited(&world, "withdraw")), (json!("withdrawn"), 1));
        // Who decides, and saw it before, learns what became of it.
        kind.decide(&mut admin, &seen, "approve").await.refused(412, "stale");
        let read = admin.get(&kind.at(&seen)).await;
        assert_eq!((&read.is(200).body["state"], read.body.get("decidedBy")), (&json!("withdrawn"), None));
        assert!(!kind.is_given(&world));
        // Again, with the newest version.
        let now = kind.newest(&mut employee).await;
        kind.withdraw(&mut employee, &now).await.refused(409, "request-decided");
        // Decided meanwhile.
        let seen = kind.asked(&mut employee).await;
        kind.decide(&mut admin, &seen, "approve").await.is(204);
        kind.withdraw(&mut employee, &seen).await.refused(412, "stale");
        let now = kind.newest(&mut employee).await;
        kind.withdraw(&mut employee, &now).await.refused(409, "request-decided");
        assert!(kind.is_given(&world));
    }
}

#[tokio::test]
async fn two_who_decide_at_once_one_does_and_the_other_learns_it() {
    for kind in KINDS {
        for (first, second) in [("approve", "deny"), ("deny", "approve"), ("approve", "approve")] {
            let world = World::new();
            let mut employee = world.signed_in(EMPLOYEE).await;
            let seen = kind.asked(&mut employee).await;
            let (mut admin, mut other) = (world.signed_in(ADMIN).await, kind.second_decider(&world).await);
            let (one, two) =
                tokio::join!(kind.decide(&mut admin, &seen, first), kind.decide(&mut other, &seen, second));
            let won = [&one, &two].map(|it| it.status.as_u16());
            assert!(matches!(won, [204, 412] | [412, 204]), "{won:?}");
            let (loser, winner, verb) = match won[0] {
                204 => (&mut other, "Adriaan Smit", first),
                _ => (&mut admin, "Mila Visser", second),
            };
            let lost = if won[0] == 204 { two } else { one };
            lost.refused(412, "stale");
            let read = loser.get(&kind.at(&seen)).await;
            let state = if verb == "approve" { "approved" } else { "denied" };
            assert_eq!((&read.body["state"], &read.body["decidedBy"]), (&json!(state), &json!(winner)));
            assert_eq!(read.header("etag"), read.body["etag"]);
            kind.decide(loser, &read.body, "approve").await.refused(409, "request-decided");
            assert_eq!(kind.is_given(&world), state == "approved");
            assert_eq!(kind.audited(&world, "approve") + kind.audited(&world, "deny"), 1);
        }
    }
}

#[tokio::test]
async fn an_edit_names_the_version_that_it_was_made_from() {
    for kind in KINDS {
        let world = World::new();
        let mut employee = world.signed_in(EMPLOYEE).await;
        let mut admin = world.signed_in(ADMIN).await;
        let seen = kind.asked(&mut employee).await;
        employee.post(&kind.withdrawal(&seen), json!({})).await.refused(428, "precondition-required");
        for (verb, body) in [("approve", json!({})), ("deny", json!({ "reason": "No." }))] {
            let path = format!("{}/{verb}", kind.at(&seen));
            admin.post(&path, body.clone()).await.refused(428, "precondition-required");
            for other in ["\"2\"", "1", "W/\"1\"", "\"\""] {
                admin.edit(Method::POST, &path, other, Some(body.clone())).await.refused(412, "stale");
            }
        }
        assert_eq!(kind.newest(&mut employee).await["state"], "pending");
    }
}

#[tokio::test]
async fn r2_a_repeat_with_the_same_key_has_one_effect() {
    for kind in KINDS {
        let world = World::new();
        let mut employee = world.signed_in(EMPLOYEE).await;
        let mut admin = world.signed_in(ADMIN).await;
        let key = key();
        for _ in 0..2 {
            employee.send(keyed(&key, kind.own, "*", kind.body(kind.wanted, "I need it."))).await.is(204);
        }
        assert_eq!(kind.audited(&world, "create"), 1);
        let seen = kind.newest(&mut employee).await;
        let approve = format!("{}/approve", kind.at(&seen));
        for _ in 0..2 {
            admin.send(keyed(&key, &approve, seen["etag"].as_str().unwrap(), json!({}))).await.is(204);
        }
        assert_eq!(kind.audited(&world, "approve"), 1);
    }
}

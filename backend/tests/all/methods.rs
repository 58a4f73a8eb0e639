//! The list of methods, the default, deleting: features 1.4, `security.md` S4, S5, S7, S9.

use crate::common::{World, methods::*};
use my_account_server::demo;
use serde_json::{Value, json};

fn kinds(offered: &Value) -> Vec<&str> {
    offered.as_array().unwrap().iter().map(|offer| offer["kind"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_list_says_what_is_registered_and_what_can_be_added() {
    let world = World::new();
    let mut secure = world.secure().await;
    let (app, phone) = (world.method("secure", "authenticator-app"), world.method("secure", "phone"));
    let list = secure.get(METHODS).await;
    assert_eq!(
        list.is(200).items()[0],
        json!({
            "id": app, "kind": "authenticator-app", "addedAt": "2025-06-05T00:00:00Z", "lastUsedAt": "2026-01-01T00:01:00Z",
            "goodForSignIn": true, "goodForReset": true, "changeable": false, "deletable": "possible", "fallsBackTo": phone,
        })
    );
    assert_eq!(
        list.items()[1],
        json!({
            "id": phone, "kind": "phone", "displayName": "+31 ••• ••34", "addedAt": "2025-06-06T00:00:00Z",
            "goodForSignIn": true, "goodForReset": true, "changeable": true, "deletable": "possible",
        })
    );
    assert_eq!((list.items().len(), &list.body["defaultMethod"]), (2, &json!(app)));
    assert_eq!(
        list.body["offered"],
        json!([
            { "kind": "authenticator-app", "possible": "possible", "limit": 5 },
            { "kind": "phone", "possible": "limit-reached", "limit": 1 },
            { "kind": "alternate-phone", "possible": "possible", "limit": 1 },
            { "kind": "office-phone", "possible": "possible", "limit": 1 },
            { "kind": "email", "possible": "possible", "limit": 1 },
            { "kind": "security-questions", "possible": "possible", "limit": 1 },
            { "kind": "security-key", "possible": "possible", "limit": 10 },
            { "kind": "app-password", "possible": "possible", "limit": 40 },
        ])
    );
    assert_eq!((list.body["questions"].as_array().unwrap().len(), &list.body["questionCount"]), (10, &json!(3)));
    assert!(!list.bytes.windows(9).any(|window| window == b"655501234"), "the number is masked");

    let mut employee = world.signed_in(EMPLOYEE).await;
    let list = employee.get(METHODS).await;
    assert_eq!((list.is(200).items().len(), &list.body["defaultMethod"]), (0, &Value::Null));
    world.browser().get(METHODS).await.refused(401, "session-expired");
}

#[tokio::test]
async fn each_kind_is_good_for_what_the_table_says() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let table = [
        ("authenticator-app", true, true, false),
        ("hardware-token", true, false, false),
        ("phone", true, true, true),
        ("alternate-phone", true, true, true),
        ("office-phone", true, true, true),
        ("email", false, true, true),
        ("security-questions", false, true, false),
        ("security-key", true, false, false),
        ("app-password", false, false, false),
    ];
    // The last one first: the list has an order of its own.
    for (kind, ..) in table.iter().rev() {
        world.give("employee", kind, None, false);
    }
    let list = employee.get(METHODS).await;
    for (item, (kind, sign_in, reset, change)) in list.items().iter().zip(table) {
        assert_eq!(
            [&item["kind"], &item["goodForSignIn"], &item["goodForReset"], &item["changeable"], &item["deletable"]],
            [&json!(kind), &json!(sign_in), &json!(reset), &json!(change), &json!("possible")]
        );
    }
    assert_eq!(list.items().len(), table.len());
    for id in employee.method_ids().await.into_iter().rev().take(8) {
        employee.delete(&at(&id)).await.is(204);
    }
}

#[tokio::test]
async fn kinds_that_the_organization_disallows_are_not_offered_and_refused() {
    let world = World::new();
    let mut owner = world.signed_in("owner@polder.example").await;
    let list = owner.get(METHODS).await;
    assert_eq!(
        kinds(&list.body["offered"]),
        ["authenticator-app", "phone", "alternate-phone", "email", "security-key"]
    );
    assert_eq!((&list.body["questions"], &list.body["questionCount"]), (&json!([]), &json!(0)));
    let office = json!({ "kind": "office-phone", "phoneNumber": "+31205550299" });
    owner.enrol(office).await.refused(409, "method-not-offered");
    owner.enrol(json!({ "kind": "hardware-token" })).await.refused(409, "method-not-offered");
    owner.post(APP_PASSWORDS, json!({ "name": "Mail" })).await.refused(409, "method-not-offered");
    owner.post(QUESTIONS, three_answers()).await.refused(409, "method-not-offered");
    // What was disallowed meanwhile is neither finished nor changed.
    let begun = owner.enrol(json!({ "kind": "phone", "phoneNumber": "+31612345678" })).await;
    let phone = owner.add_phone(&world, "alternate-phone", "+31698765432").await;
    let disallow = "DELETE FROM organization_methods WHERE organization = 'polder-university' AND kind LIKE '%phone'";
    world.database().execute(disallow, []).unwrap();
    owner.confirm(&begun, json!({ "code": "000000" })).await.refused(409, "method-not-offered");
    let change = json!({ "kind": "alternate-phone", "phoneNumber": "+31611111111", "replaces": phone });
    owner.enrol(change).await.refused(409, "method-not-offered");
    assert_eq!((world.count("methods WHERE account = 'owner'"), world.count("outbox")), (1, 2));
}

#[tokio::test]
async fn administrators_have_no_security_questions() {
    let world = World::new();
    let mut admin = world.signed_in("admin@harbor.example").await;
    let list = admin.get(METHODS).await;
    assert!(!kinds(&list.body["offered"]).contains(&"security-questions"));
    assert_eq!(list.body["questions"], json!([]));
    admin.post(QUESTIONS, three_answers()).await.refused(409, "method-not-offered");
}

#[tokio::test]
async fn the_default_is_asked_first_and_falls_back() {
    let world = World::new();
    let mut secure = world.secure().await;
    let (app, phone) = (world.method("secure", "authenticator-app"), world.method("secure", "phone"));
    secure.post(DEFAULT, json!({ "id": phone })).await.is(204);
    let list = secure.get(METHODS).await;
    assert_eq!((&list.body["defaultMethod"], &list.items()[1]["fallsBackTo"]), (&json!(phone), &json!(app)));
    assert_eq!(list.items()[0].get("fallsBackTo"), None);
    let asked = world.browser().sign_in(SECURE, demo::PASSWORD).await;
    let first = &asked.body["secondFactors"][0];
    assert_eq!((&first["id"], &first["isDefault"]), (&json!(phone), &json!(true)));
    secure.delete(&at(&phone)).await.is(204);
    assert_eq!(secure.get(METHODS).await.body["defaultMethod"], json!(app));
    assert_eq!(world.audited("method.default"), 1);
}

#[tokio::test]
async fn only_ones_own_methods_that_are_good_for_sign_in_become_the_default() {
    let world = World::new();
    let mut secure = world.secure().await;
    let mail = secure.add_mail(&world, "sara@home.example").await;
    assert_eq!(secure.get(METHODS).await.body["defaultMethod"], world.method("secure", "authenticator-app"));
    secure.post(DEFAULT, json!({ "id": mail })).await.refused(409, "not-for-sign-in");
    let foreign = world.give("employee", "phone", None, false);
    secure.post(DEFAULT, json!({ "id": foreign })).await.refused(404, "not-found");
    assert_eq!(world.audited("method.default"), 0);
    let key = "default-once";
    let phone = world.method("secure", "phone");
    for _ in 0..2 {
        secure.post_as(DEFAULT, key, json!({ "id": phone })).await.is(204);
    }
    assert_eq!(world.audited("method.default"), 1);
    secure.post_as(DEFAULT, key, json!({ "id": mail })).await.refused(422, "idempotency-key-reused");
}

#[tokio::test]
async fn s7_the_last_method_that_is_good_for_sign_in_stays() {
    let world = World::new();
    let mut secure = world.secure().await;
    let (app, phone) = (world.method("secure", "authenticator-app"), world.method("secure", "phone"));
    let mail = secure.add_mail(&world, "sara@home.example").await;
    secure.delete(&at(&phone)).await.is(204);
    assert_eq!(secure.get(METHODS).await.item(&app).unwrap()["deletable"], "last-method");
    secure.delete(&at(&app)).await.refused(409, "last-method");
    secure.delete(&at(&mail)).await.is(204);
    assert_eq!(secure.method_ids().await, [app]);
    assert_eq!((world.audited("method.remove"), world.audited("method.add")), (2, 1));
}

#[tokio::test]
async fn what_the_organization_set_stays_and_what_it_gave_can_go() {
    let world = World::new();
    let mut secure = world.secure().await;
    let office = world.give("secure", "office-phone", None, true);
    let token = world.give("secure", "hardware-token", Some(&[7; 20]), false);
    let list = secure.get(METHODS).await;
    let row = list.item(&office).unwrap();
    assert_eq!((&row["deletable"], &row["changeable"]), (&json!("by-organization-only"), &json!(false)));
    secure.delete(&at(&office)).await.refused(409, "set-by-organization");
    let change = json!({ "kind": "office-phone", "phoneNumber": "+31105550999", "replaces": office });
    secure.enrol(change).await.refused(409, "set-by-organization");
    assert_eq!(list.item(&token).unwrap()["deletable"], "possible");
    secure.delete(&at(&token)).await.is(204);
    secure.delete(&at(&token)).await.refused(404, "not-found");
    let foreign = world.give("employee", "phone", None, false);
    secure.delete(&at(&foreign)).await.refused(404, "not-found");
    assert_eq!(world.count(&format!("methods WHERE id = '{foreign}'")), 1);
}

#[tokio::test]
async fn s4_every_change_needs_a_fresh_proof_and_goes_on_with_it() {
    let world = World::new();
    let mut secure = world.secure().await;
    let phone = world.method("secure", "phone");
    let begun = secure.enrol(json!({ "kind": "email", "mail": "sara@home.example" })).await;
    let code = json!({ "code": world.sent_code() });
    world.clock.advance(301);
    let before = world.count("methods");
    let requests = [
        (DEFAULT.to_owned(), json!({ "id": phone })),
        (ENROLMENTS.to_owned(), json!({ "kind": "authenticator-app" })),
        (confirm(&begun), code),
        (QUESTIONS.to_owned(), three_answers()),
        (APP_PASSWORDS.to_owned(), json!({ "name": "Mail" })),
    ];
    for (path, body) in &requests {
        let answer = secure.post_as(path, path, body.clone()).await;
        answer.refused(401, "step-up-required");
        assert!(answer.header("www-authenticate").contains("insufficient_user_authentication"), "{path}");
    }
    secure.delete(&at(&phone)).await.refused(401, "step-up-required");
    assert_eq!((world.count("methods"), world.audited("method.default"), world.count("challenges")), (before, 0, 1));
    let proof = json!({ "password": demo::PASSWORD, "code": world.app_code() });
    secure.post(PROOF, proof).await.is(200);
    for (path, body) in requests {
        let status = if path == DEFAULT { 204 } else { 200 };
        secure.post_as(&path, &path, body).await.is(status);
    }
    secure.delete(&at(&phone)).await.is(204);
    assert_eq!(world.count("methods"), before + 2);
}

#[tokio::test]
async fn s5_every_change_ends_the_accounts_other_sessions() {
    let world = World::new();
    let mut secure = world.secure().await;
    let phone = world.method("secure", "phone");
    for change in ["add", "change", "default", "questions", "app-password", "delete"] {
        let mut other = world.halfway(SECURE).await;
        other.post(SECOND_FACTOR, json!({ "code": world.app_code() })).await.is(200);
        world.clock.advance(60);
        let mut begun = world.halfway(SECURE).await;
        // A proof that is fresh, whatever the time.
        secure.post(PROOF, json!({ "password": demo::PASSWORD, "code": world.app_code() })).await.is(200);
        match change {
            "add" => _ = secure.add_mail(&world, "sara@home.example").await,
            "change" => {
                let body = json!({ "kind": "phone", "phoneNumber": "+31600000001", "replaces": phone });
                let begun = secure.enrol(body).await;
                secure.confirm(&begun, json!({ "code": world.sent_code() })).await.is(200);
            }
            "default" => _ = secure.post(DEFAULT, json!({ "id": phone })).await.is(204),
            "questions" => _ = secure.post(QUESTIONS, three_answers()).await.is(200),
            "app-password" => _ = secure.post(APP_PASSWORDS, json!({ "name": "Mail" })).await.is(200),
            _ => _ = secure.delete(&at(&phone)).await.is(204),
        }
        other.get(METHODS).await.refused(401, "session-expired");
        assert_eq!(begun.get(SESSION).await.body["state"], "signed-out", "{change}");
        secure.get(METHODS).await.is(200);
        world.clock.advance(60);
    }
}

#[tokio::test]
async fn s9_changes_are_recorded_without_secrets() {
    let world = World::new();
    let mut secure = world.secure().await;
    let (app, secret) = secure.add_app(&world, "Tablet").await;
    secure.add_phone(&world, "alternate-phone", "+31687654321").await;
    let code = world.sent_code();
    secure.post(QUESTIONS, three_answers()).await.is(200);
    let password = secure.post(APP_PASSWORDS, json!({ "name": "Mail" })).await.body["password"].clone();
    secure.delete(&at(&app)).await.is(204);
    let database = world.database();
    let query = "SELECT action || ' ' || result FROM audit WHERE actor = 'secure' AND session IS NOT NULL
                 AND address = '192.0.2.1' AND target IS NOT NULL AND request_id IS NOT NULL AND action LIKE 'method%'";
    let mut rows = database.prepare(query).unwrap();
    let rows: Vec<String> = rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(
        rows,
        [
            "method.enrol done",
            "method.add done",
            "method.enrol done",
            "method.add done",
            "method.add done",
            "method.add done",
            "method.remove done",
        ]
    );
    for table in ["audit", "idempotency"] {
        let everything = world.dump(table);
        assert!(everything.contains("secure"));
        let secrets = [code.clone(), my_account_server::totp::base32(&secret), password.as_str().unwrap().to_owned()];
        for secret in secrets.iter().map(String::as_str).chain(["31687654321", "Mollie", "mollie"]) {
            assert!(!everything.contains(secret), "{table}: {secret}");
        }
    }
}

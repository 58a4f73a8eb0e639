//! Registering apps, phones and addresses: features 1.4, `security.md` S7, S8.

use crate::common::{World, methods::*};
use my_account_server::{demo, totp};
use serde_json::json;

const NUMBER: &str = "+31 6 1234 5678";

#[tokio::test]
async fn an_app_is_set_up_with_a_secret_that_is_shown_once() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let begun = employee.enrol(json!({ "kind": "authenticator-app" })).await;
    assert_eq!(
        (&begun.is(200).body["ceremony"], &begun.body["expiresAt"]),
        (&json!("inline"), &json!("2026-01-01T00:11:00Z"))
    );
    let typed = begun.body["secret"].as_str().unwrap();
    let secret = totp::secret_from_base32(typed).unwrap();
    assert_eq!(secret.len() * 8, 160);
    let address = begun.body["address"].as_str().unwrap();
    assert!(address.starts_with("otpauth://totp/Harbor%20Logistics:employee%40harbor.example?"), "{address}");
    assert!(address.contains(&format!("secret={typed}&")), "{address}");

    let code = world.code(&secret);
    field(&employee.confirm(&begun, json!({})).await, "/code", "required");
    field(&employee.confirm(&begun, json!({ "code": "12345" })).await, "/code", "malformed");
    field(&employee.confirm(&begun, json!({ "code": wrong(&code) })).await, "/code", "wrong");
    assert_eq!(world.count("methods WHERE account = 'employee'"), 0);
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let made = employee.confirm(&begun, json!({ "code": spaced, "name": "  Telefoon van Eva " })).await;
    assert_eq!(
        (&made.is(200).body["displayName"], &made.body["deletable"]),
        (&json!("Telefoon van Eva"), &json!("last-method"))
    );
    let list = employee.get(METHODS).await;
    assert_eq!((&list.items()[0], &list.body["defaultMethod"]), (&made.body, &made.body["id"]));
    assert!(!String::from_utf8_lossy(&list.bytes).contains(typed));
    // Nothing of it waits any longer, and the code that proved it is used up.
    assert_eq!(world.count("challenges WHERE secret IS NOT NULL"), 0);
    let mut again = world.halfway(EMPLOYEE).await;
    again.post(SECOND_FACTOR, json!({ "code": code })).await.refused(401, "invalid-credentials");
    world.clock.advance(30);
    again.post(SECOND_FACTOR, json!({ "code": world.code(&secret) })).await.is(200);
}

#[tokio::test]
async fn apps_and_tokens_are_five_together() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    world.give("employee", "hardware-token", Some(&[7; 20]), false);
    for number in 0..3 {
        employee.add_app(&world, &format!("App {number}")).await;
    }
    // Two begin, one is finished: the limit holds at the end too.
    let (one, other) = (
        employee.enrol(json!({ "kind": "authenticator-app" })).await,
        employee.enrol(json!({ "kind": "authenticator-app" })).await,
    );
    let code = |begun: &crate::common::Answer| json!({ "code": world.code(&totp::secret_from_base32(begun.body["secret"].as_str().unwrap()).unwrap()) });
    employee.confirm(&one, code(&one)).await.is(200);
    employee.confirm(&other, code(&other)).await.refused(409, "limit-reached");
    employee.enrol(json!({ "kind": "authenticator-app" })).await.refused(409, "limit-reached");
    let list = employee.get(METHODS).await;
    assert_eq!(
        list.body["offered"][0],
        json!({ "kind": "authenticator-app", "possible": "limit-reached", "limit": 5 })
    );
    assert_eq!(list.items().len(), 5);
}

#[tokio::test]
async fn phones_prove_themselves_by_text_or_call() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let begun = employee.enrol(json!({ "kind": "phone", "phoneNumber": NUMBER, "channel": "text" })).await;
    assert_eq!(begun.is(200).body["ceremony"], "code-sent");
    assert_eq!((&begun.body["sentTo"], begun.body.get("secret")), (&json!("+31 ••• ••78"), None));
    let (carrier, recipient, ..) = world.message();
    assert_eq!((carrier.as_str(), recipient.as_str()), ("text", "+31612345678"));
    let code = world.sent_code();
    assert!(!String::from_utf8_lossy(&begun.bytes).contains(&code));
    field(&employee.confirm(&begun, json!({ "code": wrong(&code) })).await, "/code", "wrong");
    employee.confirm(&begun, json!({ "code": code })).await.is(200);

    let call = json!({ "kind": "alternate-phone", "phoneNumber": "+1 425 555 0100", "channel": "call" });
    let begun = employee.enrol(call).await;
    let (carrier, _, _, said) = world.message();
    let code = world.sent_code();
    let spoken: String = code.chars().flat_map(|digit| [digit, ' ']).collect();
    assert!(carrier == "call" && said.contains(spoken.trim_end()), "{said}");
    employee.confirm(&begun, json!({ "code": code })).await.is(200);

    // Office phones are only called, and only they have extensions.
    let office = json!({ "kind": "office-phone", "phoneNumber": "+31 10 555 0123 x 204" });
    let begun = employee.enrol(office).await;
    assert_eq!(begun.is(200).body["sentTo"], "+31 ••• ••23 x•••");
    let (carrier, recipient, ..) = world.message();
    assert_eq!((carrier.as_str(), recipient.as_str()), ("call", "+31105550123x204"));
    employee.confirm(&begun, json!({ "code": world.sent_code() })).await.is(200);
    assert_eq!(employee.get(METHODS).await.items().len(), 3);
}

#[tokio::test]
async fn fields_of_enrolments_say_what_is_wrong_with_them() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let phone = employee.add_phone(&world, "phone", NUMBER).await;
    let mail = employee.add_mail(&world, "eva@home.example").await;
    let alternate = "alternate-phone";
    for (body, pointer, code) in [
        (json!({ "kind": alternate }), "/phoneNumber", "required"),
        (json!({ "kind": alternate, "phoneNumber": "0612345678" }), "/phoneNumber", "malformed"),
        (json!({ "kind": alternate, "phoneNumber": "+31612345678" }), "/phoneNumber", "repeated"),
        (json!({ "kind": alternate, "phoneNumber": "+31105550123 x 2" }), "/phoneNumber", "malformed"),
        (json!({ "kind": "office-phone", "phoneNumber": "+31105550123", "channel": "text" }), "/channel", "malformed"),
        (json!({ "kind": "email", "replaces": mail }), "/mail", "required"),
        (json!({ "kind": "email", "mail": "eva", "replaces": mail }), "/mail", "malformed"),
        (json!({ "kind": "email", "mail": "Employee@Harbor.example", "replaces": mail }), "/mail", "work-address"),
        (json!({ "kind": "email", "mail": "a@b.harbor.example", "replaces": mail }), "/mail", "work-address"),
        (json!({ "kind": "authenticator-app", "name": "x".repeat(65) }), "/name", "too-long"),
        (json!({ "kind": "authenticator-app", "replaces": phone }), "/replaces", "malformed"),
        (json!({ "kind": alternate, "phoneNumber": "+31611111111", "replaces": phone }), "/replaces", "malformed"),
        (json!({ "kind": alternate, "phoneNumber": "+31611111111", "replaces": "none" }), "/replaces", "malformed"),
        (json!({ "kind": "security-questions" }), "/kind", "malformed"),
        (json!({ "kind": "app-password" }), "/kind", "malformed"),
        (json!({ "kind": "carrier-pigeon" }), "/kind", "malformed"),
    ] {
        let sent = world.count("outbox");
        field(&employee.enrol(body.clone()).await, pointer, code);
        assert_eq!(world.count("outbox"), sent, "{body}");
    }
    employee.enrol(json!({ "kind": "phone", "more": 1 })).await.refused(400, "malformed-request");
    // One of each kind.
    employee.enrol(json!({ "kind": "phone", "phoneNumber": "+31611111111" })).await.refused(409, "limit-reached");
    employee.enrol(json!({ "kind": "security-key", "name": "Key" })).await.is(200);
}

#[tokio::test]
async fn a_changed_number_is_proven_before_it_counts() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let phone = employee.add_phone(&world, "phone", NUMBER).await;
    let change = json!({ "kind": "phone", "phoneNumber": "+31 6 8765 4321", "replaces": phone });
    let begun = employee.enrol(change).await;
    assert_eq!(world.message().1, "+31687654321");
    let code = world.sent_code();
    field(&employee.confirm(&begun, json!({ "code": wrong(&code) })).await, "/code", "wrong");
    assert_eq!(employee.get(METHODS).await.item(&phone).unwrap()["displayName"], "+31 ••• ••78");
    let made = employee.confirm(&begun, json!({ "code": code })).await;
    assert_eq!((&made.is(200).body["id"], &made.body["displayName"]), (&json!(phone), &json!("+31 ••• ••21")));
    assert_eq!((employee.method_ids().await, world.audited("method.change")), (vec![phone], 1));

    let mail = employee.add_mail(&world, "eva@home.example").await;
    let body = json!({ "kind": "email", "mail": "eva@elders.example", "replaces": mail });
    let begun = employee.enrol(body).await;
    let made = employee.confirm(&begun, json!({ "code": world.sent_code() })).await;
    assert_eq!(made.is(200).body["displayName"], "e•••@elders.example");
    assert_eq!(world.count("methods WHERE account = 'employee'"), 2);
}

#[tokio::test]
async fn a_code_works_once_for_ten_minutes_in_its_own_session() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut elsewhere = world.signed_in(EMPLOYEE).await;
    let begun = employee.enrol(json!({ "kind": "phone", "phoneNumber": NUMBER })).await;
    let right = json!({ "code": world.sent_code() });
    elsewhere.confirm(&begun, right.clone()).await.refused(409, "challenge-expired");
    employee.confirm(&begun, right.clone()).await.is(200);
    employee.confirm(&begun, right).await.refused(409, "challenge-expired");
    let late = employee.enrol(json!({ "kind": "email", "mail": "eva@home.example" })).await;
    let right = json!({ "code": world.sent_code() });
    world.clock.advance(599);
    // The old proof is too old by now; the code is not.
    employee.confirm(&late, right.clone()).await.refused(401, "step-up-required");
    world.clock.advance(1);
    employee.confirm(&late, right).await.refused(409, "challenge-expired");
    employee
        .post(&format!("{ENROLMENTS}/none/confirm"), json!({ "code": "123456" }))
        .await
        .refused(409, "challenge-expired");
    assert_eq!(world.count("methods WHERE account = 'employee'"), 1);
}

#[tokio::test]
async fn s8_five_wrong_codes_end_an_enrolment_and_then_hold_for_15_minutes() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let new = json!({ "kind": "phone", "phoneNumber": NUMBER });
    let begun = employee.enrol(new.clone()).await;
    let code = world.sent_code();
    for _ in 0..5 {
        field(&employee.confirm(&begun, json!({ "code": wrong(&code) })).await, "/code", "wrong");
    }
    employee.confirm(&begun, json!({ "code": code })).await.refused(409, "challenge-expired");
    let begun = employee.enrol(new.clone()).await;
    let answer = employee.confirm(&begun, json!({ "code": world.sent_code() })).await;
    assert_eq!(answer.refused(429, "too-many-attempts").header("retry-after"), "900");
    assert_eq!(world.count("audit WHERE action = 'method.confirm' AND result = 'refused'"), 5);
    // Another factor is not concerned, and there is no permanent lock-out.
    let (_, secret) = employee.add_app(&world, "App").await;
    world.clock.advance(900);
    let proof = json!({ "password": demo::PASSWORD, "code": world.code(&secret) });
    employee.post(PROOF, proof).await.is(200);
    employee.add_phone(&world, "phone", NUMBER).await;
}

#[tokio::test]
async fn s8_three_codes_in_ten_minutes_per_factor() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let new = json!({ "kind": "phone", "phoneNumber": NUMBER });
    for _ in 0..3 {
        employee.enrol(new.clone()).await.is(200);
        world.clock.advance(10);
    }
    let answer = employee.enrol(new.clone()).await;
    assert_eq!(answer.refused(429, "too-many-attempts").header("retry-after"), "570");
    assert_eq!(world.count("outbox"), 3);
    employee.add_mail(&world, "eva@home.example").await;
    world.clock.advance(569);
    employee.prove(None).await.is(200);
    employee.enrol(new.clone()).await.refused(429, "too-many-attempts");
    world.clock.advance(1);
    employee.enrol(new).await.is(200);
}

#[tokio::test]
async fn repeats_have_one_effect_and_send_nothing_twice() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let new = json!({ "kind": "phone", "phoneNumber": NUMBER });
    let begun = employee.post_as(ENROLMENTS, "begin", new.clone()).await;
    let code = world.sent_code();
    field(&employee.confirm(&begun, json!({ "code": wrong(&code) })).await, "/code", "wrong");
    assert_eq!(employee.post_as(ENROLMENTS, "begin", new).await.is(200).body, begun.body);
    assert_eq!((world.count("outbox"), world.count("challenges WHERE failures = 1")), (1, 1));
    let other = json!({ "kind": "phone", "phoneNumber": "+31611111111" });
    employee.post_as(ENROLMENTS, "begin", other).await.refused(422, "idempotency-key-reused");
    let (path, right) = (confirm(&begun), json!({ "code": code }));
    let made = employee.post_as(&path, "confirm", right.clone()).await;
    assert_eq!(employee.post_as(&path, "confirm", right).await.is(200).body, made.is(200).body);
    assert_eq!((world.count("methods WHERE account = 'employee'"), world.audited("method.add")), (1, 1));

    // A secret that nobody saw is replaced by another one.
    let app = json!({ "kind": "authenticator-app", "name": "App" });
    let lost = employee.post_as(ENROLMENTS, "app", app.clone()).await;
    let begun = employee.post_as(ENROLMENTS, "app", app).await;
    assert_eq!(begun.is(200).body["id"], lost.body["id"]);
    assert_ne!(begun.body["secret"], lost.body["secret"]);
    let secret = totp::secret_from_base32(begun.body["secret"].as_str().unwrap()).unwrap();
    let made = employee.confirm(&begun, json!({ "code": world.code(&secret) })).await;
    assert_eq!(made.is(200).body["displayName"], "App");
}

#[tokio::test]
async fn messages_speak_the_persons_language() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let enrol = json!({ "kind": "phone", "phoneNumber": NUMBER });
    employee.enrol(enrol.clone()).await.is(200);
    assert!(world.message().3.starts_with("Your verification code"));
    world.database().execute("UPDATE accounts SET display_language = 'nl' WHERE id = 'employee'", []).unwrap();
    employee.enrol(enrol).await.is(200);
    let (_, _, language, body) = world.message();
    assert!(language == "nl" && body.starts_with("Uw verificatiecode"), "{body}");
}

#[tokio::test]
async fn what_ran_out_is_forgotten() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.enrol(json!({ "kind": "authenticator-app" })).await.is(200);
    employee.add_phone(&world, "phone", NUMBER).await;
    my_account_server::jobs::round(&world.portal).await.unwrap();
    assert_eq!((world.count("challenges"), world.count("sent_codes")), (2, 1));
    world.clock.advance(600);
    my_account_server::jobs::round(&world.portal).await.unwrap();
    assert_eq!(
        (world.count("challenges WHERE answered = 1"), world.count("challenges"), world.count("sent_codes")),
        (1, 1, 0)
    );
}

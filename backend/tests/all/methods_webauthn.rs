//! Security keys, registered and used for real: features 1.4, `security.md` S7.

use crate::common::{
    Answer, Browser, World,
    authenticator::{Authenticator, ORIGIN},
    methods::*,
};
use my_account_server::demo;
use serde_json::{Value, json};

/// What it is, and how to bring it about.
type Fault = (&'static str, fn(&mut Authenticator));

fn options(asked: &Answer) -> &str {
    asked.body["options"].as_str().unwrap_or_else(|| panic!("no options: {}", asked.body))
}

fn public_key(asked: &Answer) -> Value {
    serde_json::from_str::<Value>(options(asked)).unwrap()["publicKey"].clone()
}

async fn begin(browser: &mut Browser, name: &str) -> Answer {
    browser.enrol(json!({ "kind": "security-key", "name": name })).await
}

/// Registers a key and gives back its method's id.
async fn register(browser: &mut Browser, key: &Authenticator, name: &str) -> String {
    let begun = begin(browser, name).await;
    begun.is(200);
    let made = browser.confirm(&begun, json!({ "credential": key.create(options(&begun)) })).await;
    made.is(200).body["id"].as_str().unwrap().to_owned()
}

/// Asks for a key's answer.
async fn ask(browser: &mut Browser, method: &str) -> Answer {
    browser.post(CHALLENGES, json!({ "method": method })).await
}

fn answer(asked: &Answer, credential: String) -> Value {
    json!({ "challenge": asked.body["id"], "credential": credential })
}

#[tokio::test]
async fn a_key_is_registered_and_signs_in() {
    let world = World::new();
    let mut secure = world.secure().await;
    let mut key = Authenticator::new("blue");
    let begun = begin(&mut secure, " Blue key ").await;
    assert_eq!(
        (&begun.is(200).body["ceremony"], &begun.body["expiresAt"]),
        (&json!("webauthn"), &json!("2026-01-01T00:07:00Z"))
    );
    let asked = public_key(&begun);
    assert_eq!(asked["rp"], json!({ "name": "My Account", "id": "localhost" }));
    assert_eq!((&asked["user"]["name"], &asked["user"]["displayName"]), (&json!(SECURE), &json!("Sara Kuiper")));
    assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
    assert_eq!((&asked["attestation"], &asked["timeout"]), (&json!("none"), &json!(300_000)));
    let made = secure.confirm(&begun, json!({ "credential": key.create(options(&begun)) })).await;
    assert_eq!((&made.is(200).body["displayName"], &made.body["kind"]), (&json!("Blue key"), &json!("security-key")));
    let id = made.body["id"].as_str().unwrap();

    let mut browser = world.halfway(SECURE).await;
    let asked = ask(&mut browser, id).await;
    assert_eq!((&asked.is(200).body["expiresAt"], asked.body.get("sentTo")), (&json!("2026-01-01T00:07:00Z"), None));
    let wanted = public_key(&asked);
    assert_eq!((&wanted["userVerification"], &wanted["rpId"]), (&json!("required"), &json!("localhost")));
    assert_eq!(wanted["allowCredentials"].as_array().unwrap().len(), 1);
    let proof = key.get(options(&asked));
    assert_eq!(browser.post(SECOND_FACTOR, answer(&asked, proof)).await.is(200).body["state"], "signed-in");
    assert_eq!(browser.get(METHODS).await.item(id).unwrap()["lastUsedAt"], "2026-01-01T00:02:00Z");

    // It proves too, and its counter was kept.
    let asked = ask(&mut browser, id).await;
    let mut proof = answer(&asked, key.get(options(&asked)));
    proof["password"] = json!(demo::PASSWORD);
    browser.post(PROOF, proof).await.is(200);
}

#[tokio::test]
async fn another_method_comes_first_and_known_keys_are_excluded() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    begin(&mut employee, "Key").await.refused(409, "needs-another-method");
    let offered = |list: &Answer| {
        list.body["offered"].as_array().unwrap().iter().find(|it| it["kind"] == "security-key").cloned().unwrap()
    };
    assert_eq!(offered(&employee.get(METHODS).await)["possible"], "needs-another-method");
    // One for reset only is none.
    employee.add_mail(&world, "eva@home.example").await;
    begin(&mut employee, "Key").await.refused(409, "needs-another-method");
    employee.add_app(&world, "App").await;
    let key = Authenticator::new("blue");
    register(&mut employee, &key, "Key").await;
    let begun = begin(&mut employee, "Again").await;
    let excluded = &public_key(&begun)["excludeCredentials"];
    assert_eq!((excluded.as_array().unwrap().len(), &excluded[0]["type"]), (1, &json!("public-key")));
    // A browser that does not keep to it.
    let twice = json!({ "credential": key.create(options(&begun)) });
    field(&employee.confirm(&begun, twice).await, "/credential", "wrong");
    // Nor does one credential belong to two accounts.
    let mut secure = world.secure().await;
    let begun = begin(&mut secure, "Foreign").await;
    assert_eq!(public_key(&begun).get("excludeCredentials"), Some(&json!([])));
    let foreign = json!({ "credential": key.create(options(&begun)) });
    field(&secure.confirm(&begun, foreign).await, "/credential", "repeated");
    assert_eq!(world.count("methods WHERE kind = 'security-key'"), 1);
}

#[tokio::test]
async fn keys_are_ten_and_have_names() {
    let world = World::new();
    let mut secure = world.secure().await;
    for number in 0..9 {
        world.give("secure", "security-key", None, number > 100);
    }
    let begun = secure.enrol(json!({ "kind": "security-key" })).await;
    let credential = Authenticator::new("blue").create(options(&begun));
    field(&secure.confirm(&begun, json!({ "name": "Blue" })).await, "/credential", "required");
    field(&secure.confirm(&begun, json!({ "credential": credential })).await, "/name", "required");
    let long = json!({ "credential": credential, "name": "x".repeat(65) });
    field(&secure.confirm(&begun, long).await, "/name", "too-long");
    let made = secure.confirm(&begun, json!({ "credential": credential, "name": "Blue" })).await;
    assert_eq!(made.is(200).body["displayName"], "Blue");
    begin(&mut secure, "Eleventh").await.refused(409, "limit-reached");
}

#[tokio::test]
async fn s7_what_the_key_did_wrong_is_refused_and_uses_the_challenge_up() {
    let world = World::new();
    let mut secure = world.secure().await;
    let faults: [Fault; 3] = [
        ("user not verified", |key| key.verifies_user = false),
        ("another site's page", |key| key.origin = "https://evil.example"),
        ("another site's key", |key| key.site = "evil.example"),
    ];
    for (fault, spoil) in faults {
        let mut key = Authenticator::new(fault);
        spoil(&mut key);
        let begun = begin(&mut secure, fault).await;
        field(
            &secure.confirm(&begun, json!({ "credential": key.create(options(&begun)) })).await,
            "/credential",
            "wrong",
        );
        let right = json!({ "credential": Authenticator::new(fault).create(options(&begun)) });
        secure.confirm(&begun, right).await.refused(409, "challenge-expired");
        world.database().execute("DELETE FROM sign_in_attempts", []).unwrap();
    }
    assert_eq!(world.count("audit WHERE action = 'method.confirm' AND result = 'refused'"), 3);
    // The same at sign-in.
    let mut key = Authenticator::new("good");
    let id = register(&mut secure, &key, "Good").await;
    for (fault, spoil) in faults {
        let mut browser = world.halfway(SECURE).await;
        let asked = ask(&mut browser, &id).await;
        world.database().execute("DELETE FROM sign_in_attempts", []).unwrap();
        spoil(&mut key);
        let wrong = answer(&asked, key.get(options(&asked)));
        browser.post(SECOND_FACTOR, wrong).await.refused(401, "invalid-credentials");
        (key.verifies_user, key.origin, key.site) = (true, ORIGIN, "localhost");
        let right = answer(&asked, key.get(options(&asked)));
        assert_eq!(browser.post(SECOND_FACTOR, right).await.body["code"], "challenge-expired", "{fault}");
    }
    for text in ["", "{}", "no json", "[]"] {
        world.database().execute("DELETE FROM sign_in_attempts", []).unwrap();
        let begun = begin(&mut secure, "Malformed").await;
        let answer = secure.confirm(&begun, json!({ "credential": text })).await;
        field(&answer, "/credential", if text.is_empty() { "required" } else { "wrong" });
    }
}

#[tokio::test]
async fn s7_challenges_are_answered_once_within_5_minutes_and_are_not_exchanged() {
    let world = World::new();
    let mut secure = world.secure().await;
    let mut key = Authenticator::new("blue");
    let (one, other) = (begin(&mut secure, "One").await, begin(&mut secure, "Other").await);
    assert_ne!(public_key(&one)["challenge"], public_key(&other)["challenge"]);
    let answers_other = json!({ "credential": key.create(options(&other)) });
    field(&secure.confirm(&one, answers_other).await, "/credential", "wrong");
    world.clock.advance(239);
    secure.confirm(&other, json!({ "credential": key.create(options(&other)) })).await.is(200);
    secure
        .confirm(&other, json!({ "credential": key.create(options(&other)) }))
        .await
        .refused(409, "challenge-expired");
    let id = world.method("secure", "security-key");

    let mut browser = world.halfway(SECURE).await;
    let asked = ask(&mut browser, &id).await;
    let proof = answer(&asked, key.get(options(&asked)));
    let mut elsewhere = world.halfway(SECURE).await;
    elsewhere.post(SECOND_FACTOR, proof.clone()).await.refused(409, "challenge-expired");
    browser.post(SECOND_FACTOR, proof.clone()).await.is(200);
    let mut replayed = proof;
    replayed["password"] = json!(demo::PASSWORD);
    browser.post(PROOF, replayed).await.refused(409, "challenge-expired");
    let asked = ask(&mut browser, &id).await;
    let mut late = answer(&asked, key.get(options(&asked)));
    late["password"] = json!(demo::PASSWORD);
    world.clock.advance(300);
    browser.post(PROOF, late).await.refused(409, "challenge-expired");
}

#[tokio::test]
async fn an_enrolment_ends_5_minutes_after_it_began() {
    let world = World::new();
    let mut secure = world.secure().await;
    let begun = begin(&mut secure, "Late").await;
    world.clock.advance(300);
    secure.post(PROOF, json!({ "password": demo::PASSWORD, "code": world.app_code() })).await.is(200);
    let credential = Authenticator::new("late").create(options(&begun));
    secure.confirm(&begun, json!({ "credential": credential })).await.refused(409, "challenge-expired");
}

#[tokio::test]
async fn s7_a_copied_key_is_refused() {
    let world = World::new();
    let mut secure = world.secure().await;
    let mut key = Authenticator::new("blue");
    let id = register(&mut secure, &key, "Blue").await;
    key.counter = 40;
    let mut browser = world.halfway(SECURE).await;
    let asked = ask(&mut browser, &id).await;
    browser.post(SECOND_FACTOR, answer(&asked, key.get(options(&asked)))).await.is(200);
    for counter in [40, 12] {
        key.counter = counter;
        let mut copy = world.halfway(SECURE).await;
        let asked = ask(&mut copy, &id).await;
        copy.post(SECOND_FACTOR, answer(&asked, key.get(options(&asked)))).await.refused(401, "invalid-credentials");
    }
    // Two were asked before either answered: the second answer stands still too.
    let (mut one, mut two) = (world.halfway(SECURE).await, world.halfway(SECURE).await);
    let (asked_one, asked_two) = (ask(&mut one, &id).await, ask(&mut two, &id).await);
    key.counter = 99;
    one.post(SECOND_FACTOR, answer(&asked_one, key.get(options(&asked_one)))).await.is(200);
    key.counter = 99;
    two.post(SECOND_FACTOR, answer(&asked_two, key.get(options(&asked_two)))).await.refused(401, "invalid-credentials");
}

#[tokio::test]
async fn every_key_of_the_account_may_answer_and_no_deleted_one() {
    let world = World::new();
    let mut secure = world.secure().await;
    let (mut blue, mut green) = (Authenticator::new("blue"), Authenticator::new("green"));
    // Passkeys that are synchronised do not count.
    (blue.counter, green.counter) = (0, 0);
    let (blue_id, green_id) =
        (register(&mut secure, &blue, "Blue").await, register(&mut secure, &green, "Green").await);
    let mut browser = world.halfway(SECURE).await;
    let asked = ask(&mut browser, &blue_id).await;
    browser.post(SECOND_FACTOR, answer(&asked, green.get(options(&asked)))).await.is(200);
    let list = browser.get(METHODS).await;
    assert_eq!(list.item(&green_id).unwrap()["lastUsedAt"], "2026-01-01T00:02:00Z");
    assert_eq!(list.item(&blue_id).unwrap().get("lastUsedAt"), None);
    // Asked before the key was deleted.
    let asked = ask(&mut secure, &green_id).await;
    secure.delete(&at(&blue_id)).await.is(204);
    let mut gone = answer(&asked, blue.get(options(&asked)));
    gone["password"] = json!(demo::PASSWORD);
    secure.post(PROOF, gone).await.refused(401, "invalid-credentials");
    // A key of somebody else's.
    let mut stranger = Authenticator::new("stranger");
    let asked = ask(&mut secure, &green_id).await;
    let mut foreign = answer(&asked, stranger.get(options(&asked)));
    foreign["password"] = json!(demo::PASSWORD);
    secure.post(PROOF, foreign).await.refused(401, "invalid-credentials");
}

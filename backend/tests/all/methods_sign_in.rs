//! Signing in and proving with each method, and *Keep your account secure*: features 0, `security.md` S4, S7, S8.

use crate::common::{World, methods::*};
use my_account_server::demo;
use serde_json::{Value, json};

const SECRET: [u8; 20] = [7; 20];

fn answer_to(challenge: &crate::common::Answer, code: &str) -> Value {
    json!({ "challenge": challenge.body["id"], "code": code })
}

#[tokio::test]
async fn a_phone_signs_in_by_text_or_call_with_a_code_that_works_once() {
    let world = World::new();
    let phone = world.method("secure", "phone");
    for (channel, way) in [("text", "text"), ("call", "call")] {
        let mut browser = world.halfway(SECURE).await;
        let challenge = browser.challenge(&phone, channel).await;
        assert_eq!(challenge.is(200).body["sentTo"], "+31 ••• ••34");
        assert_eq!(challenge.body.get("options"), None);
        let (carrier, recipient, ..) = world.message();
        assert_eq!((carrier.as_str(), recipient.as_str()), (way, "+31655501234"));
        let code = world.sent_code();
        let answer = browser.post(SECOND_FACTOR, answer_to(&challenge, &wrong(&code))).await;
        answer.refused(401, "invalid-credentials");
        // Nor without its challenge, nor in another session.
        browser.post(SECOND_FACTOR, json!({ "code": code })).await.refused(401, "invalid-credentials");
        let mut elsewhere = world.halfway(SECURE).await;
        elsewhere.post(SECOND_FACTOR, answer_to(&challenge, &code)).await.refused(409, "challenge-expired");
        let answer = browser.post(SECOND_FACTOR, answer_to(&challenge, &code)).await;
        assert_eq!(answer.is(200).body["state"], "signed-in");
        let again = json!({ "password": demo::PASSWORD, "challenge": challenge.body["id"], "code": code });
        browser.post(PROOF, again).await.refused(409, "challenge-expired");
        let list = browser.get(METHODS).await;
        assert_eq!(list.item(&phone).unwrap()["lastUsedAt"], "2026-01-01T00:01:00Z");
    }
    assert_eq!((world.audited("session.challenge"), world.audited("session.sign-in")), (2, 2));
}

#[tokio::test]
async fn only_what_needs_a_challenge_gets_one() {
    let world = World::new();
    let mut secure = world.secure().await;
    let mail = secure.add_mail(&world, "sara@home.example").await;
    let (app, phone) = (world.method("secure", "authenticator-app"), world.method("secure", "phone"));
    let sent = world.count("outbox");
    secure.challenge(&app, "text").await.refused(409, "not-for-sign-in");
    secure.challenge(&mail, "text").await.refused(404, "not-found");
    let foreign = world.give("employee", "phone", None, false);
    secure.challenge(&foreign, "text").await.refused(404, "not-found");
    world.browser().challenge(&phone, "text").await.refused(401, "session-expired");
    let begun = secure.enrol(json!({ "kind": "office-phone", "phoneNumber": "+31105550123" })).await;
    let office = secure.confirm(&begun, json!({ "code": world.sent_code() })).await.body["id"].clone();
    field(&secure.challenge(office.as_str().unwrap(), "text").await, "/channel", "malformed");
    assert_eq!(world.count("outbox"), sent + 1);
    secure.post(CHALLENGES, json!({ "method": office })).await.is(200);
    assert_eq!(world.message().0, "call");
}

#[tokio::test]
async fn an_app_and_a_token_show_codes_by_themselves() {
    let world = World::new();
    let token = world.give("secure", "hardware-token", Some(&SECRET), false);
    let (app, phone) = (world.method("secure", "authenticator-app"), world.method("secure", "phone"));
    let mut browser = world.halfway(SECURE).await;
    let of = |method: &str, code: String| json!({ "code": code, "method": method });
    let answer = browser.post(SECOND_FACTOR, of(&app, world.code(&SECRET))).await;
    answer.refused(401, "invalid-credentials");
    let answer = browser.post(SECOND_FACTOR, of(&phone, world.code(&SECRET))).await;
    answer.refused(401, "invalid-credentials");
    browser.post(SECOND_FACTOR, of(&token, world.code(&SECRET))).await.is(200);
    // Without a name any of them will do.
    world.halfway(SECURE).await.post(SECOND_FACTOR, json!({ "code": world.app_code() })).await.is(200);
}

#[tokio::test]
async fn s8_each_factor_has_its_own_five_failures() {
    let world = World::new();
    let phone = world.method("secure", "phone");
    let mut browser = world.halfway(SECURE).await;
    let challenge = browser.challenge(&phone, "text").await;
    let code = world.sent_code();
    for _ in 0..5 {
        let answer = browser.post(SECOND_FACTOR, answer_to(&challenge, &wrong(&code))).await;
        answer.refused(401, "invalid-credentials");
    }
    // Five wrong answers end the challenge, and the factor is closed for a while.
    browser.post(SECOND_FACTOR, answer_to(&challenge, &code)).await.refused(409, "challenge-expired");
    let challenge = browser.challenge(&phone, "text").await;
    let answer = browser.post(SECOND_FACTOR, answer_to(&challenge, &world.sent_code())).await;
    assert_eq!(answer.refused(429, "too-many-attempts").header("retry-after"), "900");
    browser.post(SECOND_FACTOR, json!({ "code": world.app_code() })).await.is(200);
    world.clock.advance(900);
    let mut browser = world.halfway(SECURE).await;
    let challenge = browser.challenge(&phone, "text").await;
    browser.post(SECOND_FACTOR, answer_to(&challenge, &world.sent_code())).await.is(200);
}

#[tokio::test]
async fn s8_three_codes_in_ten_minutes_and_repeats_send_none() {
    let world = World::new();
    let phone = world.method("secure", "phone");
    let mut browser = world.halfway(SECURE).await;
    let body = json!({ "method": phone, "channel": "text" });
    let first = browser.post_as(CHALLENGES, "first", body.clone()).await;
    assert_eq!(browser.post_as(CHALLENGES, "first", body).await.is(200).body, first.is(200).body);
    assert_eq!(world.count("outbox"), 1);
    browser.challenge(&phone, "call").await.is(200);
    // Counted for the account, not for the session.
    let mut other = world.halfway(SECURE).await;
    other.challenge(&phone, "text").await.is(200);
    let answer = other.challenge(&phone, "text").await;
    assert_eq!(answer.refused(429, "too-many-attempts").header("retry-after"), "600");
    assert_eq!(world.count("outbox"), 3);
    // The code of the first message works still.
    let code = {
        let said = "SELECT body FROM outbox ORDER BY id LIMIT 1";
        let said: String = world.database().query_row(said, [], |row| row.get(0)).unwrap();
        said.chars().filter(char::is_ascii_digit).take(6).collect::<String>()
    };
    browser.post(SECOND_FACTOR, answer_to(&first, &code)).await.is(200);
}

#[tokio::test]
async fn s4_a_proof_can_be_made_with_another_method_and_its_code_runs_out() {
    let world = World::new();
    let mut secure = world.secure().await;
    let phone = world.method("secure", "phone");
    let challenge = secure.challenge(&phone, "text").await;
    let proof = |code: String| {
        let mut body = answer_to(&challenge, &code);
        body["password"] = json!(demo::PASSWORD);
        body
    };
    let code = world.sent_code();
    world.clock.advance(600);
    secure.post(PROOF, proof(code)).await.refused(409, "challenge-expired");
    let challenge = secure.challenge(&phone, "text").await;
    world.clock.advance(599);
    let mut body = answer_to(&challenge, &world.sent_code());
    body["password"] = json!("wrong");
    secure.post(PROOF, body.clone()).await.refused(401, "invalid-credentials");
    body["password"] = json!(demo::PASSWORD);
    let answer = secure.post(PROOF, body).await;
    let first = &answer.is(200).body["secondFactors"][0];
    assert_eq!((&first["kind"], &first["isDefault"]), (&json!("authenticator-app"), &json!(true)));
    secure.post(DEFAULT, json!({ "id": phone })).await.is(204);
}

#[tokio::test]
async fn a_code_that_went_to_the_old_number_counts_no_longer() {
    let world = World::new();
    let mut secure = world.secure().await;
    let phone = world.method("secure", "phone");
    let old = secure.challenge(&phone, "text").await;
    let code = world.sent_code();
    let change = json!({ "kind": "phone", "phoneNumber": "+31600000001", "replaces": phone });
    let begun = secure.enrol(change).await;
    secure.confirm(&begun, json!({ "code": world.sent_code() })).await.is(200);
    let mut body = answer_to(&old, &code);
    body["password"] = json!(demo::PASSWORD);
    secure.post(PROOF, body).await.refused(401, "invalid-credentials");
}

#[tokio::test]
async fn who_has_to_register_a_method_comes_no_further() {
    let world = World::new();
    let mut newcomer = world.browser();
    let answer = newcomer.sign_in(NEWCOMER, demo::PASSWORD).await;
    assert_eq!(answer.is(200).body["state"], "registration-required");
    assert_eq!(answer.body["user"]["displayName"], "Noor de Wit");
    for path in ["/api/v1/me", "/api/v1/me/preferences", "/api/v1/me/apps", "/api/v1/me/devices", "/api/v1/me/password"]
    {
        newcomer.get(path).await.refused(403, "registration-required");
    }
    newcomer.leave("canal-bank").await.refused(403, "registration-required");
    newcomer.post("/api/v1/me/password", json!({})).await.refused(403, "registration-required");
    newcomer.post(APP_PASSWORDS, json!({ "name": "Mail" })).await.refused(403, "registration-required");
    assert_eq!(newcomer.get(SESSION).await.body["state"], "registration-required");
    // A proof is open, because enrolling may need one.
    world.clock.advance(301);
    newcomer.enrol(json!({ "kind": "authenticator-app" })).await.refused(401, "step-up-required");
    assert_eq!(newcomer.prove(None).await.is(200).body["state"], "registration-required");
    let offered = newcomer.get(METHODS).await.body["offered"].clone();
    let offered: Vec<_> =
        offered.as_array().unwrap().iter().map(|it| (it["kind"].clone(), it["possible"].clone())).collect();
    assert_eq!(
        offered,
        [
            (json!("authenticator-app"), json!("possible")),
            (json!("phone"), json!("possible")),
            (json!("security-key"), json!("needs-another-method")),
        ]
    );
    let (app, secret) = newcomer.add_app(&world, "App").await;
    assert_eq!(newcomer.get(SESSION).await.body["state"], "signed-in");
    newcomer.get("/api/v1/me").await.is(200);
    newcomer.delete(&at(&app)).await.refused(409, "last-method");
    world.clock.advance(30);
    let mut later = world.halfway(NEWCOMER).await;
    let answer = later.post(SECOND_FACTOR, json!({ "code": world.code(&secret) })).await;
    assert_eq!(answer.is(200).body["state"], "signed-in");
}

#[tokio::test]
async fn methods_for_reset_only_do_not_end_the_registration() {
    let world = World::new();
    let allow = "INSERT INTO organization_methods (organization, kind) VALUES ('canal-bank', 'email')";
    world.database().execute(allow, []).unwrap();
    let mut newcomer = world.signed_in(NEWCOMER).await;
    newcomer.enrol(json!({ "kind": "email", "mail": "noor@home.example" })).await.refused(409, "method-not-offered");
    world.give("newcomer", "email", None, false);
    assert_eq!(newcomer.get(SESSION).await.body["state"], "registration-required");
    newcomer.get("/api/v1/me").await.refused(403, "registration-required");
    assert_eq!(world.browser().sign_in(NEWCOMER, demo::PASSWORD).await.body["state"], "registration-required");
}

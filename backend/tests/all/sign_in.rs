//! Signing in, proofs, second factors and limits: `security.md` S4, S7, S8.

use crate::common::{Browser, START, World};
use axum::http::Method;
use my_account_server::{demo, totp};
use serde_json::json;

const SESSION: &str = "/api/v1/session";
const SECOND_FACTOR: &str = "/api/v1/session/second-factor";
const CHALLENGES: &str = "/api/v1/session/second-factor/challenges";
const EMPLOYEE: &str = "employee@harbor.example";
const SECURE: &str = "secure@harbor.example";

fn code(now: i64) -> String {
    totp::code_at(&totp::secret_from_base32(demo::TOTP_SECRET).unwrap(), now).unwrap()
}

#[tokio::test]
async fn s8_unknown_account_wrong_password_and_elsewhere_account_get_the_same_answer() {
    let world = World::new();
    let mut bodies = Vec::new();
    for (user, password) in
        [(EMPLOYEE, "wrong"), ("nobody@harbor.example", demo::PASSWORD), ("sofie@lambert.example", demo::PASSWORD)]
    {
        let mut answer = world.browser().sign_in(user, password).await;
        answer.refused(401, "invalid-credentials");
        assert!(!answer.headers.contains_key("set-cookie"));
        answer.body["requestId"] = json!("");
        bodies.push(answer.body);
    }
    assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(world.count(&format!("sessions WHERE created_at > {START}")), 0);
    assert_eq!(world.count("audit WHERE action = 'session.sign-in' AND result = 'refused'"), 3);
}

#[tokio::test]
async fn s8_five_failures_in_15_minutes_per_account_known_or_not_then_429_with_retry_after() {
    for user in [EMPLOYEE, "nobody@harbor.example"] {
        let world = World::new();
        let mut browser = world.browser();
        for _ in 0..5 {
            browser.sign_in(user, "wrong").await.refused(401, "invalid-credentials");
            world.clock.advance(70);
        }
        let answer = browser.sign_in(&user.to_uppercase(), demo::PASSWORD).await;
        assert_eq!(answer.refused(429, "too-many-attempts").header("retry-after"), (900 - 350).to_string());
        // Somebody else from the same address is not concerned, and there is no permanent lock-out.
        world.signed_in("admin@harbor.example").await;
        world.clock.advance(550);
        let answer = browser.sign_in(user, demo::PASSWORD).await;
        assert_eq!(answer.status.as_u16(), if user == EMPLOYEE { 200 } else { 401 });
    }
}

#[tokio::test]
async fn s8_twenty_failures_a_minute_per_address_then_429_and_other_addresses_are_not_concerned() {
    let world = World::new();
    let mut browser = world.browser();
    for number in 0..20 {
        browser.sign_in(&format!("nobody{number}@harbor.example"), "wrong").await.refused(401, "invalid-credentials");
    }
    let answer = browser.sign_in(EMPLOYEE, demo::PASSWORD).await;
    assert_eq!(answer.refused(429, "too-many-attempts").header("retry-after"), "60");
    let mut elsewhere = world.browser();
    elsewhere.address = "198.51.100.7:1".parse().unwrap();
    elsewhere.sign_in(EMPLOYEE, demo::PASSWORD).await.is(200);
    world.clock.advance(60);
    browser.sign_in(EMPLOYEE, demo::PASSWORD).await.is(200);
}

#[tokio::test]
async fn s8_many_guesses_at_once_do_not_slip_past_the_limit() {
    let world = World::new();
    let guesses = (0..12).map(|_| {
        let mut browser = world.browser();
        tokio::spawn(async move { browser.sign_in(EMPLOYEE, "wrong").await.status.as_u16() })
    });
    let guesses: Vec<_> = guesses.collect();
    let mut checked = 0;
    for guess in guesses {
        checked += u16::from(guess.await.unwrap() == 401);
    }
    assert_eq!(checked, 5);
}

#[tokio::test]
async fn s8_wrong_proofs_count_too() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    for _ in 0..5 {
        let answer = browser.post("/api/v1/session/proof", json!({ "password": "wrong" })).await;
        answer.refused(401, "invalid-credentials");
        assert_eq!(answer.header("session-expires-in"), "1800");
    }
    browser.prove(None).await.refused(429, "too-many-attempts");
    browser.get("/api/v1/me").await.is(200);
}

#[tokio::test]
async fn s7_the_second_factor_is_needed_and_nothing_is_open_before_it() {
    let world = World::new();
    let mut browser = world.browser();
    let answer = browser.sign_in(SECURE, demo::PASSWORD).await;
    let (app, phone) = (world.method("secure", "authenticator-app"), world.method("secure", "phone"));
    let factors = json!([
        { "id": app, "kind": "authenticator-app", "isDefault": true },
        { "id": phone, "kind": "phone", "displayName": "+31 ••• ••34", "isDefault": false },
    ]);
    assert_eq!(
        answer.is(200).body,
        json!({
            "state": "second-factor", "expiresIn": 300, "proofFactors": [], "secondFactors": factors, "trustDays": 14,
            "demo": true,
        })
    );
    assert_eq!(browser.get(SESSION).await.body["state"], "second-factor");
    browser.get("/api/v1/me").await.refused(401, "session-expired");
    browser.prove(None).await.refused(401, "session-expired");
    let code = code(world.clock.now());
    let spaced = format!(" {} {} ", &code[..3], &code[3..]);
    let answer = browser.post("/api/v1/session/second-factor", json!({ "code": spaced })).await;
    assert_eq!(answer.is(200).body["proofFactors"], json!(["password", "authenticator-app"]));
    browser.get("/api/v1/me").await.is(200);
    browser.post("/api/v1/session/second-factor", json!({ "code": code })).await.refused(401, "session-expired");
}

#[tokio::test]
async fn s7_each_step_works_once_and_one_step_of_skew_is_allowed() {
    let world = World::new();
    let second_factor = "/api/v1/session/second-factor";
    let now = START + 60;
    for (offset, works) in [(-60, false), (60, false), (-30, true), (-30, false), (0, true), (-30, false), (30, true)] {
        let mut browser = world.browser();
        browser.sign_in(SECURE, demo::PASSWORD).await.is(200);
        let answer = browser.post(second_factor, json!({ "code": code(now + offset) })).await;
        assert_eq!(answer.status.as_u16(), if works { 200 } else { 401 }, "{offset}: {}", answer.body);
        // Keep the failures of this test below the limit without leaving the time step.
        world.database().execute("DELETE FROM sign_in_attempts", []).unwrap();
    }
}

#[tokio::test]
async fn s7_the_second_factor_has_5_minutes_and_5_failures() {
    let world = World::new();
    let second_factor = "/api/v1/session/second-factor";
    let mut browser = world.browser();
    browser.sign_in(SECURE, demo::PASSWORD).await;
    world.clock.advance(300);
    let body = json!({ "code": code(world.clock.now()) });
    browser.post(second_factor, body).await.refused(401, "session-expired");
    browser.sign_in(SECURE, demo::PASSWORD).await.is(200);
    let wrong = if code(world.clock.now()) == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        browser.post(second_factor, json!({ "code": wrong })).await.refused(401, "invalid-credentials");
    }
    let body = json!({ "code": code(world.clock.now()) });
    browser.post(second_factor, body).await.refused(429, "too-many-attempts");
    // The password's limit is another one.
    world.browser().sign_in(SECURE, demo::PASSWORD).await.is(200);
}

#[tokio::test]
async fn s4_a_proof_needs_every_factor() {
    let world = World::new();
    let mut browser = world.browser();
    browser.sign_in(SECURE, demo::PASSWORD).await;
    browser.post("/api/v1/session/second-factor", json!({ "code": code(world.clock.now()) })).await.is(200);
    let answer = browser.prove(None).await;
    assert_eq!(
        answer.refused(422, "invalid-fields").body["errors"],
        json!([{ "pointer": "/code", "code": "required" }])
    );
    let used = json!({ "password": demo::PASSWORD, "code": code(world.clock.now()) });
    browser.post("/api/v1/session/proof", used).await.refused(401, "invalid-credentials");
    let fresh = code(world.clock.now() + 30);
    let wrong = json!({ "password": "wrong", "code": fresh });
    browser.post("/api/v1/session/proof", wrong).await.refused(401, "invalid-credentials");
    let right = json!({ "password": demo::PASSWORD, "code": fresh });
    browser.post("/api/v1/session/proof", right).await.is(200);
}

#[tokio::test]
async fn fields_say_what_is_wrong_with_them() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let long = "x".repeat(257);
    let answer = browser.post(SESSION, json!({ "userId": "  ", "password": long })).await;
    let errors = json!([
        { "pointer": "/userId", "code": "required" },
        { "pointer": "/password", "code": "too-long", "limit": 256 },
    ]);
    assert_eq!(answer.refused(422, "invalid-fields").body["errors"], errors);
    let mut fresh = world.browser();
    fresh.sign_in(SECURE, demo::PASSWORD).await;
    for (code, why) in [("", "required"), ("12345", "malformed"), ("1234567", "malformed"), ("12345a", "malformed")] {
        let answer = fresh.post("/api/v1/session/second-factor", json!({ "code": code })).await;
        assert_eq!(answer.refused(422, "invalid-fields").body["errors"], json!([{ "pointer": "/code", "code": why }]));
    }
    let answer = browser.prove(Some("anything")).await;
    let errors = json!([{ "pointer": "/purpose", "code": "malformed" }]);
    assert_eq!(answer.refused(422, "invalid-fields").body["errors"], errors);
}

#[tokio::test]
async fn every_post_of_the_session_needs_an_idempotency_key() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    for path in [SESSION, SECOND_FACTOR, CHALLENGES, "/api/v1/session/proof"] {
        for key in [None, Some(""), Some("with space"), Some("é"), Some("x".repeat(129).as_str())] {
            let mut request = Browser::request(Method::POST, path, Some(json!({})));
            request.headers_mut().remove("idempotency-key");
            if let Some(key) = key {
                request
                    .headers_mut()
                    .insert("idempotency-key", axum::http::HeaderValue::from_bytes(key.as_bytes()).unwrap());
            }
            let answer = browser.send(request).await;
            // Without a waiting password there is nothing to add a factor to, which is said first or second.
            answer.refused(400, "idempotency-key-missing");
        }
    }
}

//! Signing in, sessions, second factors and limits: `security.md` S1, S5, S7, S8.

mod common;

use axum::http::Method;
use common::{Browser, START, World};
use my_account_server::{demo, totp};
use serde_json::json;

const SESSION: &str = "/api/v1/session";
const EMPLOYEE: &str = "employee@harbor.example";
const SECURE: &str = "secure@harbor.example";

fn code(now: i64) -> String {
    totp::code_at(&totp::secret_from_base32(demo::TOTP_SECRET).unwrap(), now).unwrap()
}

#[tokio::test]
async fn without_a_session_the_answer_is_signed_out_and_not_an_error() {
    let world = World::new();
    let answer = world.browser().get(SESSION).await;
    assert_eq!(answer.is(200).body, json!({ "state": "signed-out", "proofFactors": [], "demo": true }));
    let mut browser = world.browser();
    browser.cookie = Some("nonsense".into());
    assert_eq!(browser.get(SESSION).await.is(200).body["state"], "signed-out");
    browser.get("/api/v1/me").await.refused(401, "session-expired");
}

#[tokio::test]
async fn signing_in_says_who_it_is() {
    let world = World::new();
    let mut browser = world.browser();
    let answer = browser.sign_in(" Employee@HARBOR.example ", demo::PASSWORD).await;
    let session = &answer.is(200).body;
    assert_eq!(session["state"], "signed-in");
    assert_eq!(session["expiresIn"], 1800);
    assert_eq!(session["proofFactors"], json!(["password"]));
    assert_eq!(session["user"]["userId"], EMPLOYEE);
    assert_eq!(session["user"]["homeOrganization"]["displayName"], "Harbor Logistics");
    assert_eq!(session["user"]["currentOrganization"]["id"], "harbor-logistics");
    assert_eq!(session["user"]["administers"], json!([]));
    assert_eq!(session["user"]["hasMyApps"], true);
    assert!(session["user"]["helpContact"]["mail"].is_string());
    assert_eq!(browser.get(SESSION).await.body["user"]["userId"], EMPLOYEE);
    let admin = world.signed_in("admin@harbor.example").await.get(SESSION).await;
    assert_eq!(admin.body["user"]["administers"][0]["id"], "harbor-logistics");
    let visitor = world.signed_in("visitor@mail.example").await.get(SESSION).await;
    assert!(visitor.body["user"].get("homeOrganization").is_none());
    assert!(visitor.body["user"].get("currentOrganization").is_none());
    assert_eq!(world.signed_in("noapps@harbor.example").await.get(SESSION).await.body["user"]["hasMyApps"], false);
    world.signed_in("suspended@harbor.example").await.get("/api/v1/me").await.is(200);
}

#[tokio::test]
async fn s1_the_cookie_has_every_attribute_and_only_its_hash_is_stored() {
    let world = World::new();
    let mut browser = world.browser();
    let answer = browser.sign_in(EMPLOYEE, demo::PASSWORD).await;
    let (value, attributes) = answer.header("set-cookie").split_once("; ").unwrap();
    assert_eq!(attributes, "Path=/; Secure; HttpOnly; SameSite=Strict");
    let token = value.strip_prefix("__Host-portal=").unwrap();
    assert_eq!(token.len(), 43, "256 bits in base64url");
    assert_eq!(world.count(&format!("sessions WHERE token_hash = '{token}' OR id = '{token}'")), 0);
    assert_eq!(world.count(&format!("sessions WHERE length(token_hash) = 32 AND created_at > {START}")), 1);
}

#[tokio::test]
async fn s1_the_cookie_is_rotated_at_sign_in_second_factor_and_proof() {
    let world = World::new();
    let mut browser = world.browser();
    browser.sign_in(SECURE, demo::PASSWORD).await;
    let first = browser.cookie.clone();
    browser.post("/api/v1/session/second-factor", json!({ "code": code(world.clock.now()) })).await.is(200);
    let second = browser.cookie.clone();
    assert_ne!(first, second);
    world.clock.advance(30);
    let proof = json!({ "password": demo::PASSWORD, "code": code(world.clock.now()) });
    browser.post("/api/v1/session/proof", proof).await.is(200);
    assert_ne!(second, browser.cookie);
    for old in [first, second] {
        let mut thief = Browser { cookie: old, ..world.browser() };
        thief.get("/api/v1/me").await.refused(401, "session-expired");
        assert_eq!(thief.get(SESSION).await.body["state"], "signed-out");
    }
    browser.get("/api/v1/me").await.is(200);
    let before = browser.cookie.clone();
    browser.sign_in(EMPLOYEE, demo::PASSWORD).await.is(200);
    let mut other = Browser { cookie: before, ..world.browser() };
    other.get("/api/v1/me").await.refused(401, "session-expired");
}

#[tokio::test]
async fn s5_a_session_ends_after_30_minutes_without_a_request() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    world.clock.advance(1799);
    assert_eq!(browser.get("/api/v1/me").await.is(200).header("session-expires-in"), "1800");
    world.clock.advance(1799);
    browser.get("/api/v1/me").await.is(200);
    world.clock.advance(1800);
    browser.get("/api/v1/me").await.refused(401, "session-expired");
}

#[tokio::test]
async fn s5_looking_at_the_session_does_not_prolong_it() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    world.clock.advance(1000);
    let answer = browser.get(SESSION).await;
    assert_eq!(answer.body["expiresIn"], 800);
    assert_eq!(answer.header("session-expires-in"), "800");
    world.clock.advance(800);
    assert_eq!(browser.get(SESSION).await.body["state"], "signed-out");
}

#[tokio::test]
async fn s5_a_session_ends_12_hours_after_signing_in_however_busy_it_is() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    for _ in 0..35 {
        world.clock.advance(1200);
        browser.get("/api/v1/me").await.is(200);
    }
    assert_eq!(browser.get("/api/v1/me").await.header("session-expires-in"), "1200");
    browser.prove(None).await.is(200);
    world.clock.advance(1200);
    browser.get("/api/v1/me").await.refused(401, "session-expired");
}

#[tokio::test]
async fn s5_refused_answers_tell_the_expiry_too_and_use_is_noted_at_most_every_30_seconds() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    world.clock.advance(29);
    assert_eq!(browser.get("/api/v1/nowhere").await.refused(404, "not-found").header("session-expires-in"), "1771");
    world.clock.advance(1);
    assert_eq!(browser.leave("nowhere").await.refused(404, "not-found").header("session-expires-in"), "1800");
}

#[tokio::test]
async fn s5_signing_out_ends_the_session_and_clears_the_browser() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let mut thief = browser.clone();
    let answer = browser.delete(SESSION).await;
    assert_eq!(answer.is(204).header("clear-site-data"), r#""cache","cookies","storage""#);
    assert_eq!(answer.header("set-cookie"), "__Host-portal=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
    assert_eq!(answer.header("session-expires-in"), "");
    assert!(browser.cookie.is_none());
    thief.get("/api/v1/me").await.refused(401, "session-expired");
    assert_eq!(world.audited("session.sign-out"), 1);
    browser.delete(SESSION).await.is(204);
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
    assert_eq!(
        answer.is(200).body,
        json!({ "state": "second-factor", "expiresIn": 300, "proofFactors": [], "demo": true })
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
    for path in [SESSION, "/api/v1/session/second-factor", "/api/v1/session/proof"] {
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

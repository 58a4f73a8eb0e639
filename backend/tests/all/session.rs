//! The life of a session: `security.md` S1, S5, R5.

use crate::common::{Browser, START, World};
use axum::http::Method;
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
async fn r5_a_request_meant_for_another_account_is_refused_and_does_nothing() {
    let world = World::new();
    let mut first = world.signed_in(EMPLOYEE).await;
    let id = first.get("/api/v1/session").await.body["user"]["id"].as_str().unwrap().to_owned();
    let mut second = world.signed_in("visitor@mail.example").await;
    for (browser, status) in [(&mut first, 204), (&mut second, 409)] {
        let path = crate::common::leave("polder-university");
        let mut request = Browser::request(Method::POST, &path, Some(json!({})));
        request.headers_mut().insert("x-portal-account", id.parse().unwrap());
        let answer = browser.send(request).await;
        if status == 409 {
            answer.refused(409, "another-account");
        } else {
            answer.is(status);
        }
    }
    assert_eq!(world.audited("organization.leave"), 1);
}

//! Browsers in which signing in asks for no second factor: features 2.3, `security.md` S1, S4, S5, S8, S9.

use crate::common::{Answer, Browser, DAY, World, key, methods::*};
use axum::http::StatusCode;
use my_account_server::demo;
use serde_json::{Value, json};

const TRUSTED: &str = "/api/v1/me/authentication/trusted-devices";
const RESTORE: &str = "/api/v1/me/authentication/trusted-devices/restore";
const PASSWORD: &str = "/api/v1/me/password";
const NEW: &str = "zeven fietsen aan de gracht";
const OWNER: &str = "owner@polder.example";

fn trusting(code: &str) -> Value {
    json!({ "code": code, "trust": true })
}

/// `secure@`, signed in with its app in a browser that it trusts from now on.
async fn trusted(world: &World) -> Browser {
    let mut browser = world.halfway(SECURE).await;
    browser.post(SECOND_FACTOR, trusting(&world.app_code())).await.is(200);
    assert!(browser.trust.is_some());
    world.clock.advance(60);
    browser
}

/// The same browser, once its session has ended by itself.
async fn again(browser: &mut Browser, user_id: &str) -> Answer {
    browser.cookie = None;
    browser.sign_in(user_id, demo::PASSWORD).await
}

async fn asked(browser: &mut Browser, user_id: &str) {
    assert_eq!(again(browser, user_id).await.is(200).body["state"], "second-factor");
}

async fn count(browser: &mut Browser) -> Value {
    browser.get(TRUSTED).await.is(200).body["count"].clone()
}

fn sql(world: &World, change: &str) {
    world.database().execute(change, []).unwrap();
}

#[tokio::test]
async fn the_right_password_is_enough_in_a_trusted_browser_and_nowhere_else() {
    let world = World::new();
    let mut browser = world.browser();
    let halfway = browser.sign_in(SECURE, demo::PASSWORD).await;
    assert_eq!((halfway.body["state"].as_str(), &halfway.body["trustDays"]), (Some("second-factor"), &json!(14)));
    let signed_in = browser.post(SECOND_FACTOR, trusting(&world.app_code())).await;
    assert_eq!(signed_in.is(200).body["state"], "signed-in");
    assert_eq!(signed_in.body.get("trustDays"), None);
    for _ in 0..2 {
        let answer = again(&mut browser, SECURE).await;
        assert_eq!(answer.is(200).body["state"], "signed-in");
        // The cookie stays as it is: it runs out 14 days after the second factor, whatever happens.
        assert_eq!(answer.headers.get_all("set-cookie").iter().count(), 1);
    }
    assert_eq!(browser.get(TRUSTED).await.is(200).body, json!({ "allowed": true, "count": 1, "days": 14 }));
    asked(&mut world.browser(), SECURE).await;
    assert_eq!((world.audited("trusted-device.add"), world.audited("trusted-device.use")), (1, 2));
    assert_eq!(world.audited("session.sign-in"), 3);
    // In the history these are sign-ins that worked; the one elsewhere lacks its factor.
    let history = browser.get("/api/v1/me/sign-ins?limit=4").await;
    let outcomes: Vec<_> = history.items().iter().map(|it| it.get("reason").cloned()).collect();
    assert_eq!(outcomes, [Some(json!("verification-missing")), None, None, None]);
}

#[tokio::test]
async fn who_does_not_ask_for_it_is_not_trusted() {
    let world = World::new();
    let mut browser = world.secure().await;
    assert_eq!((browser.trust.clone(), count(&mut browser).await), (None, json!(0)));
    asked(&mut browser, SECURE).await;
    let mut browser = world.halfway(SECURE).await;
    let code = json!({ "code": world.app_code(), "trust": false });
    browser.post(SECOND_FACTOR, code).await.is(200);
    assert_eq!(browser.trust, None);
    // Nor does a wrong code make one.
    let mut browser = world.halfway(SECURE).await;
    browser.post(SECOND_FACTOR, trusting("000000")).await.refused(401, "invalid-credentials");
    assert_eq!((browser.trust, world.count("trusted_devices")), (None, 0));
}

#[tokio::test]
async fn s1_the_cookie_is_bound_to_this_host_random_and_stored_as_a_hash() {
    let world = World::new();
    let mut browser = world.halfway(SECURE).await;
    let answer = browser.post(SECOND_FACTOR, trusting(&world.app_code())).await;
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().map(|it| it.to_str().unwrap()).collect();
    let [session, trust] = cookies[..] else { panic!("{cookies:?}") };
    assert!(session.starts_with("__Host-portal="), "{session}");
    let token = browser.trust.clone().unwrap();
    // 256 bits in base64url.
    assert_eq!(token.len(), 43);
    let attributes = "Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=1209600";
    assert_eq!(trust, format!("__Host-portal-trust={token}; {attributes}"));
    assert_ne!(Some(token.as_str()), browser.cookie.as_deref());
    let kept: Vec<u8> =
        world.database().query_row("SELECT token_hash FROM trusted_devices", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, my_account_server::secret::fingerprint(&token));
    for table in ["trusted_devices", "sessions", "audit", "idempotency"] {
        assert!(!world.dump(table).contains(&token), "{table}");
    }
}

#[tokio::test]
async fn another_accounts_cookie_skips_nothing() {
    let world = World::new();
    let mut browser = trusted(&world).await;
    world.give("employee", "authenticator-app", Some(&[7; 20]), false);
    asked(&mut browser, EMPLOYEE).await;
    // One browser has one such cookie: whoever is trusted last has it.
    browser.post(SECOND_FACTOR, trusting(&world.code(&[7; 20]))).await.is(200);
    assert_eq!(again(&mut browser, EMPLOYEE).await.body["state"], "signed-in");
    asked(&mut browser, SECURE).await;
    assert_eq!(world.count("trusted_devices WHERE account = 'secure'"), 0, "that browser no longer has it");
    let mut forged = world.browser();
    forged.trust = Some("A".repeat(43));
    asked(&mut forged, SECURE).await;
}

#[tokio::test]
async fn after_fourteen_days_it_is_over_however_often_it_was_used() {
    let world = World::new();
    let mut browser = world.halfway(SECURE).await;
    browser.post(SECOND_FACTOR, trusting(&world.app_code())).await.is(200);
    for day in 1..14 {
        world.clock.advance(DAY);
        assert_eq!(again(&mut browser, SECURE).await.body["state"], "signed-in", "day {day}");
    }
    world.clock.advance(DAY - 1);
    assert_eq!(again(&mut browser, SECURE).await.body["state"], "signed-in");
    assert_eq!(count(&mut browser).await, 1);
    world.clock.advance(1);
    asked(&mut browser, SECURE).await;
    browser.post(SECOND_FACTOR, json!({ "code": world.app_code() })).await.is(200);
    assert_eq!(count(&mut browser).await, 0);
    assert_eq!(world.count("trusted_devices"), 1);
    my_account_server::jobs::round(&world.portal).await.unwrap();
    assert_eq!(world.count("trusted_devices"), 0);
}

#[tokio::test]
async fn s8_a_wrong_password_is_refused_and_counted_all_the_same() {
    let world = World::new();
    let mut browser = trusted(&world).await;
    browser.cookie = None;
    for _ in 0..5 {
        browser.sign_in(SECURE, "wrong").await.refused(401, "invalid-credentials");
    }
    let closed = browser.sign_in(SECURE, demo::PASSWORD).await;
    assert_eq!(closed.refused(429, "too-many-attempts").header("retry-after"), "900");
    assert_eq!(world.count("audit WHERE action = 'session.sign-in' AND result = 'refused'"), 5);
    world.clock.advance(900);
    assert_eq!(again(&mut browser, SECURE).await.is(200).body["state"], "signed-in");
}

#[tokio::test]
async fn s4_trust_is_no_proof_of_identity() {
    let world = World::new();
    let mut browser = trusted(&world).await;
    let phone = world.method("secure", "phone");
    again(&mut browser, SECURE).await.is(200);
    browser.delete(&at(&phone)).await.refused(401, "step-up-required");
    browser.post(RESTORE, json!({})).await.refused(401, "step-up-required");
    browser.post("/api/v1/me/sessions/revoke-all", json!({})).await.refused(401, "step-up-required");
    browser.prove(None).await.refused(422, "invalid-fields");
    browser.delete(&at(&phone)).await.refused(401, "step-up-required");
    let proof = json!({ "password": demo::PASSWORD, "code": world.app_code() });
    browser.post(PROOF, proof).await.is(200);
    browser.delete(&at(&phone)).await.is(204);
}

#[tokio::test]
async fn a_forgotten_password_needs_as_much_as_without_trust() {
    let world = World::new();
    let mut browser = trusted(&world).await;
    browser.cookie = None;
    let begun = browser.post("/api/v1/password-reset", json!({ "userId": SECURE })).await;
    let token = begun.is(200).body["token"].clone();
    let finish = json!({ "token": token, "newPassword": NEW });
    browser.post("/api/v1/password-reset/finish", finish).await.refused(401, "invalid-credentials");
    let proof = json!({ "token": token, "kind": "authenticator-app", "code": world.app_code() });
    let proven = browser.post("/api/v1/password-reset/verify", proof).await;
    assert_eq!(proven.is(200).body["state"], "another-method");
}

#[tokio::test]
async fn restore_makes_the_next_sign_in_ask_everywhere() {
    let world = World::new();
    let mut first = trusted(&world).await;
    let mut second = trusted(&world).await;
    assert_eq!(count(&mut first).await, 2);
    assert_eq!(world.count("sessions WHERE account = 'secure' AND trusted_device IS NOT NULL"), 2);
    let key = key();
    second.act(RESTORE, &key).await.is(204);
    assert_eq!((count(&mut second).await, world.audited("trusted-device.restore")), (json!(0), 1));
    // Whoever is signed in stays so.
    first.get(METHODS).await.is(200);
    asked(&mut first, SECURE).await;
    // The repeat, and the same again, change nothing.
    second.act(RESTORE, &key).await.is(204);
    second.post(RESTORE, json!({})).await.is(204);
    assert_eq!(world.audited("trusted-device.restore"), 1);
    asked(&mut second, SECURE).await;
    let audited = "audit WHERE action = 'trusted-device.restore' AND actor = 'secure' AND target = 'secure'";
    assert_eq!(world.count(&format!("{audited} AND session IS NOT NULL AND request_id IS NOT NULL")), 1);
}

#[tokio::test]
async fn restore_touches_nobody_elses() {
    let world = World::new();
    let mut browser = trusted(&world).await;
    world.signed_in(EMPLOYEE).await.post(RESTORE, json!({})).await.is(204);
    assert_eq!(again(&mut browser, SECURE).await.body["state"], "signed-in");
}

#[tokio::test]
async fn s5_a_changed_password_ends_it() {
    let world = World::new();
    let (mut here, mut elsewhere) = (trusted(&world).await, trusted(&world).await);
    let change = json!({ "oldPassword": demo::PASSWORD, "newPassword": NEW });
    here.post(PASSWORD, change).await.is(204);
    for browser in [&mut here, &mut elsewhere] {
        browser.cookie = None;
        assert_eq!(browser.sign_in(SECURE, NEW).await.is(200).body["state"], "second-factor");
    }
}

#[tokio::test]
async fn s5_a_reset_password_ends_it() {
    let world = World::new();
    let mut browser = trusted(&world).await;
    let mut reset = world.browser();
    let begun = reset.post("/api/v1/password-reset", json!({ "userId": SECURE })).await;
    let token = begun.is(200).body["token"].clone();
    let app = json!({ "token": token, "kind": "authenticator-app", "code": world.app_code() });
    reset.post("/api/v1/password-reset/verify", app).await.is(200);
    let phone = json!({ "token": token, "kind": "phone", "target": "+31655501234" });
    let challenge = reset.post("/api/v1/password-reset/challenges", phone).await;
    for _ in 0..200 {
        if world.count("outbox") > 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let challenge = challenge.is(200).body["id"].clone();
    let sent = json!({ "token": token, "kind": "phone", "challenge": challenge, "code": world.sent_code() });
    reset.post("/api/v1/password-reset/verify", sent).await.is(200);
    let finish = json!({ "token": token, "newPassword": NEW });
    reset.post("/api/v1/password-reset/finish", finish).await.is(204);
    browser.cookie = None;
    assert_eq!(browser.sign_in(SECURE, NEW).await.is(200).body["state"], "second-factor");
}

#[tokio::test]
async fn s5_every_change_of_methods_ends_it() {
    let world = World::new();
    let phone = world.method("secure", "phone");
    for change in ["add", "default", "questions", "remove"] {
        let mut browser = trusted(&world).await;
        match change {
            "add" => _ = browser.add_mail(&world, "sara@home.example").await,
            "default" => _ = browser.post(DEFAULT, json!({ "id": phone })).await.is(204),
            "questions" => _ = browser.post(QUESTIONS, three_answers()).await.is(200),
            _ => _ = browser.delete(&at(&phone)).await.is(204),
        }
        assert_eq!(count(&mut browser).await, 0, "{change}");
        asked(&mut browser, SECURE).await;
    }
}

#[tokio::test]
async fn s5_signing_out_everywhere_and_a_sign_in_of_somebody_else_end_it() {
    let world = World::new();
    let (mut here, mut elsewhere) = (trusted(&world).await, trusted(&world).await);
    here.post("/api/v1/me/sessions/revoke-all", json!({})).await.is(204);
    asked(&mut elsewhere, SECURE).await;
    assert_eq!(world.count("trusted_devices"), 0);
    let (mut here, mut elsewhere) = (trusted(&world).await, trusted(&world).await);
    let sign_ins = here.get("/api/v1/me/sign-ins").await;
    let newest = sign_ins.items()[1]["id"].as_str().unwrap();
    here.post(&format!("/api/v1/me/sign-ins/{newest}/review"), json!({ "answer": "was-me" })).await.is(204);
    assert_eq!(count(&mut here).await, 2);
    here.post(&format!("/api/v1/me/sign-ins/{newest}/review"), json!({ "answer": "was-not-me" })).await.is(204);
    asked(&mut elsewhere, SECURE).await;
    asked(&mut here, SECURE).await;
}

#[tokio::test]
async fn s5_signing_out_ends_it_there_alone() {
    let world = World::new();
    let (mut here, mut elsewhere) = (trusted(&world).await, trusted(&world).await);
    let token = here.trust.clone();
    let answer = here.delete(SESSION).await;
    assert_eq!(answer.is(204).header("clear-site-data"), r#""cache","cookies","storage""#);
    assert_eq!((here.trust.clone(), count(&mut elsewhere).await), (None, json!(1)));
    // Also for a browser that does not know the header, and for who kept the cookie.
    here.trust = token;
    asked(&mut here, SECURE).await;
    assert_eq!(again(&mut elsewhere, SECURE).await.body["state"], "signed-in");
    // Without a session as well.
    elsewhere.cookie = None;
    elsewhere.delete(SESSION).await.is(204);
    assert_eq!(world.count("trusted_devices"), 0);
}

#[tokio::test]
async fn s5_a_session_that_is_ended_from_elsewhere_takes_its_browsers_trust_with_it() {
    let world = World::new();
    let (mut here, mut elsewhere) = (trusted(&world).await, trusted(&world).await);
    again(&mut elsewhere, SECURE).await.is(200);
    let sessions = here.get("/api/v1/me/sessions").await;
    let other = sessions.items()[1]["id"].as_str().unwrap();
    here.post(&format!("/api/v1/me/sessions/{other}/end"), json!({})).await.is(204);
    asked(&mut elsewhere, SECURE).await;
    assert_eq!(again(&mut here, SECURE).await.body["state"], "signed-in");
}

#[tokio::test]
async fn where_the_organization_does_not_allow_it_the_wish_is_without_effect() {
    let world = World::new();
    world.give("owner", "authenticator-app", Some(&[7; 20]), false);
    let mut browser = world.browser();
    let halfway = browser.sign_in(OWNER, demo::PASSWORD).await;
    assert_eq!(halfway.is(200).body.get("trustDays"), None);
    browser.post(SECOND_FACTOR, trusting(&world.code(&[7; 20]))).await.is(200);
    assert_eq!((browser.trust.clone(), world.count("trusted_devices")), (None, 0));
    assert_eq!(browser.get(TRUSTED).await.is(200).body, json!({ "allowed": false, "count": 0, "days": 14 }));
    // Nor in the account of nobody's organization.
    world.give("visitor", "authenticator-app", Some(&[7; 20]), false);
    let halfway = world.browser().sign_in("visitor@mail.example", demo::PASSWORD).await;
    assert_eq!((&halfway.body["state"], halfway.body.get("trustDays")), (&json!("second-factor"), None));
}

#[tokio::test]
async fn an_organization_that_no_longer_allows_it_is_obeyed_at_once() {
    let world = World::new();
    let mut browser = trusted(&world).await;
    sql(&world, "UPDATE organizations SET trusted_devices = 0");
    assert_eq!(browser.get(TRUSTED).await.is(200).body["count"], 0);
    asked(&mut browser, SECURE).await;
}

#[tokio::test]
async fn a_disabled_device_gets_in_no_more_for_being_trusted() {
    let world = World::new();
    let mut browser = trusted(&world).await;
    let device =
        "INSERT INTO devices (id, account, display_name, form, operating_system, disabled, managed, registered_at)
        VALUES ('lost', 'secure', 'Lost', 'computer', 'Windows', 1, 1, 0)";
    sql(&world, device);
    browser.cookie = None;
    let body = json!({ "userId": SECURE, "password": demo::PASSWORD });
    let mut request = Browser::request(axum::http::Method::POST, SESSION, Some(body));
    request.headers_mut().insert("x-device-id", "lost".parse().unwrap());
    browser.send(request).await.refused(403, "device-disabled");
}

#[tokio::test]
async fn who_has_no_my_apps_is_refused_there_and_nobody_is_asked_to_sign_in() {
    let world = World::new();
    let mut nobody = world.signed_in("noapps@harbor.example").await;
    nobody.get(TRUSTED).await.refused(403, "access-denied");
    nobody.post(RESTORE, json!({})).await.refused(403, "access-denied");
    world.browser().get(TRUSTED).await.refused(401, "session-expired");
    assert_eq!(world.browser().post(RESTORE, json!({})).await.status, StatusCode::UNAUTHORIZED);
}

//! The person's devices: features 1.6, `security.md` S4, S9.

use crate::common::{Answer, Browser, DAY, START, World, key};
use axum::http::Method;
use my_account_server::{clock::rfc3339, demo};
use serde_json::{Value, json};

const DEVICES: &str = "/api/v1/me/devices";
const EMPLOYEE: &str = "employee@harbor.example";
const ADMIN: &str = "admin@harbor.example";

fn disable(device: &str) -> String {
    format!("{DEVICES}/{device}/disable")
}

fn keys(device: &str) -> String {
    format!("{DEVICES}/{device}/bitlocker-keys")
}

fn ids(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["id"].as_str().unwrap()).collect()
}

/// Signs in on a registered device, as the proxy that checked its certificate says.
async fn sign_in_on(world: &World, user_id: &str, device: &str) -> (Browser, Answer) {
    let mut browser = world.browser();
    let body = json!({ "userId": user_id, "password": demo::PASSWORD });
    let mut request = Browser::request(Method::POST, "/api/v1/session", Some(body));
    request.headers_mut().insert("x-device-id", device.parse().unwrap());
    let answer = browser.send(request).await;
    (browser, answer)
}

#[tokio::test]
async fn the_device_used_last_comes_first_with_all_that_is_known() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let answer = employee.get(DEVICES).await;
    assert_eq!(ids(answer.is(200).items()), ["employee-laptop", "employee-phone", "employee-stranger"]);
    assert_eq!(
        answer.items()[0],
        json!({
            "id": "employee-laptop", "displayName": "HL-LT-4471", "form": "computer", "operatingSystem": "Windows",
            "operatingSystemVersion": "11 24H2", "status": "enabled", "compliant": true, "managed": true,
            "registeredAt": rfc3339(START - 412 * DAY), "lastActivityAt": rfc3339(START - 2 * 3600),
            "hasBitLockerKeys": true, "current": false,
        })
    );
    let stranger = answer.item("employee-stranger").unwrap();
    assert_eq!((&stranger["managed"], stranger.get("compliant")), (&json!(false), None));
    assert_eq!(stranger["hasBitLockerKeys"], false);
    let suspended = world.signed_in("suspended@harbor.example").await.get(DEVICES).await;
    assert!(suspended.is(200).items()[0].get("lastActivityAt").is_none());
    assert_eq!(world.signed_in("solo@windmill.example").await.get(DEVICES).await.is(200).items().len(), 0);
    world.browser().get(DEVICES).await.refused(401, "session-expired");
}

#[tokio::test]
async fn pages_follow_each_other_without_gaps() {
    let world = World::new();
    // Two of the same time, two that were never used.
    world
        .database()
        .execute_batch(
            "INSERT INTO devices (id, account, display_name, form, operating_system, managed, registered_at)
             VALUES ('a', 'employee', 'A', 'phone', 'iOS', 0, 1), ('b', 'employee', 'B', 'phone', 'iOS', 0, 1);
             UPDATE devices SET last_activity_at = 5 WHERE id IN ('employee-phone', 'employee-stranger');",
        )
        .unwrap();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let answer = employee.get(&format!("{DEVICES}?limit=1{cursor}")).await;
        seen.extend(ids(answer.is(200).items()).into_iter().map(str::to_owned));
        let Some(next) = answer.body["nextCursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen, ["employee-laptop", "employee-phone", "employee-stranger", "a", "b"]);
}

#[tokio::test]
async fn a_disabled_device_loses_its_sessions_and_cannot_sign_in() {
    let world = World::new();
    let (mut there, answer) = sign_in_on(&world, EMPLOYEE, "employee-stranger").await;
    answer.is(200);
    there.get("/api/v1/me").await.is(200);
    let mut here = world.signed_in(EMPLOYEE).await;
    here.post(&disable("employee-stranger"), json!({})).await.is(204);
    assert_eq!(here.get(DEVICES).await.item("employee-stranger").unwrap()["status"], "disabled");
    there.get("/api/v1/me").await.refused(401, "session-expired");
    here.get("/api/v1/me").await.is(200);
    let (_, answer) = sign_in_on(&world, EMPLOYEE, "employee-stranger").await;
    answer.refused(403, "device-disabled");
    assert_eq!(world.count("sessions WHERE device = 'employee-stranger'"), 0);
    assert_eq!(
        world.count("audit WHERE action = 'session.sign-in' AND result = 'refused' AND target = 'employee-stranger'"),
        1
    );
    // The person sees it: the password was right, and it was not let in.
    let answer = here.get("/api/v1/me/sign-ins?limit=1").await;
    assert_eq!(answer.is(200).items()[0]["reason"], "blocked-by-policy");
    // Other devices of the account go on.
    sign_in_on(&world, EMPLOYEE, "employee-laptop").await.1.is(200);
    // Only an administrator brings it back.
    world.database().execute("UPDATE devices SET disabled = 0 WHERE id = 'employee-stranger'", []).unwrap();
    sign_in_on(&world, EMPLOYEE, "employee-stranger").await.1.is(200);
}

#[tokio::test]
async fn a_sign_in_on_a_device_counts_as_its_activity_and_one_of_somebody_else_is_nobodys() {
    let world = World::new();
    let (mut browser, _) = sign_in_on(&world, EMPLOYEE, "employee-stranger").await;
    let answer = browser.get(DEVICES).await;
    let current: Vec<_> = answer.items().iter().map(|device| device["current"].as_bool().unwrap()).collect();
    assert_eq!((ids(answer.items())[0], current), ("employee-stranger", vec![true, false, false]));
    assert_eq!(answer.items()[0]["lastActivityAt"], rfc3339(START + 60));
    for device in ["admin-laptop", "nowhere", "secure-tablet"] {
        let (mut browser, answer) = sign_in_on(&world, EMPLOYEE, device).await;
        answer.is(200);
        assert!(browser.get(DEVICES).await.items().iter().all(|device| device["current"] == false));
    }
    assert_eq!(world.count("sessions WHERE device IS NOT NULL"), 1);
    // A wrong password tells nothing of the device.
    world.database().execute("UPDATE devices SET disabled = 1", []).unwrap();
    let body = json!({ "userId": EMPLOYEE, "password": "wrong" });
    let mut request = Browser::request(Method::POST, "/api/v1/session", Some(body));
    request.headers_mut().insert("x-device-id", "employee-laptop".parse().unwrap());
    world.browser().send(request).await.refused(401, "invalid-credentials");
}

#[tokio::test]
async fn who_disables_the_device_in_hand_is_signed_out() {
    let world = World::new();
    let (mut browser, _) = sign_in_on(&world, EMPLOYEE, "employee-laptop").await;
    let answer = browser.post(&disable("employee-laptop"), json!({})).await;
    assert_eq!(answer.is(204).header("clear-site-data"), r#""cache","cookies","storage""#);
    assert_eq!(browser.cookie, None);
    let other = world.signed_in(EMPLOYEE).await.post(&disable("employee-phone"), json!({})).await;
    assert_eq!(other.is(204).header("clear-site-data"), "");
}

#[tokio::test]
async fn s4_disabling_needs_a_proof_of_at_most_300_seconds() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    world.clock.advance(301);
    let answer = employee.post(&disable("employee-phone"), json!({})).await;
    assert_eq!(
        answer.refused(401, "step-up-required").header("www-authenticate"),
        r#"Session error="insufficient_user_authentication", max_age="300""#
    );
    assert_eq!(world.count("devices WHERE disabled AND account = 'employee'"), 0);
    employee.prove(None).await.is(200);
    employee.post(&disable("employee-phone"), json!({})).await.is(204);
    assert_eq!(world.count("devices WHERE disabled AND account = 'employee'"), 1);
}

#[tokio::test]
async fn r2_disabling_twice_has_one_effect_and_one_audit_row() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let key = key();
    employee.act(&disable("employee-phone"), &key).await.is(204);
    employee.act(&disable("employee-phone"), &key).await.is(204);
    // Another key: what was asked for is so already.
    employee.post(&disable("employee-phone"), json!({})).await.is(204);
    assert_eq!(world.audited("device.disable"), 1);
    assert_eq!(
        world.count("audit WHERE action = 'device.disable' AND target = 'employee-phone' AND actor = 'employee'"),
        1
    );
    employee.act(&disable("employee-laptop"), &key).await.refused(422, "idempotency-key-reused");
    employee.act(&disable("employee-laptop"), "").await.refused(400, "idempotency-key-missing");
    employee.post(&disable("employee-laptop"), json!({ "force": true })).await.refused(400, "malformed-request");
}

#[tokio::test]
async fn other_peoples_devices_do_not_exist() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for device in ["admin-laptop", "secure-tablet", "nowhere", "%ff"] {
        employee.post(&disable(device), json!({})).await.refused(404, "not-found");
        employee.post(&keys(device), json!({})).await.refused(404, "not-found");
    }
    // Not even after the proof has run out: the answer does not tell that such a device exists.
    world.clock.advance(301);
    employee.post(&keys("admin-laptop"), json!({})).await.refused(404, "not-found");
    employee.post(&disable("admin-laptop"), json!({})).await.refused(404, "not-found");
    for path in [disable("employee-laptop"), keys("employee-laptop")] {
        world.browser().post(&path, json!({})).await.refused(401, "session-expired");
    }
    assert_eq!(world.count("devices WHERE disabled"), 1);
    assert_eq!(world.audited("device.bitlocker-keys"), 0);
}

#[tokio::test]
async fn s9_every_look_at_bitlocker_keys_is_recorded_and_none_is_stored_anywhere() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let key = key();
    let answer = employee.act(&keys("employee-laptop"), &key).await;
    assert_eq!(answer.is(200).header("cache-control"), "no-store");
    let shown: Vec<_> = answer.items().iter().map(|key| key["drive"].as_str().unwrap()).collect();
    assert_eq!(shown, ["fixed-data", "operating-system"]);
    let first = &answer.items()[0];
    assert_eq!(first["backedUpAt"], rfc3339(START - 120 * DAY));
    assert!(first["keyId"].is_string());
    let groups: Vec<u32> =
        first["recoveryKey"].as_str().unwrap().split('-').map(|group| group.parse().unwrap()).collect();
    assert_eq!(groups.len(), 8);
    assert!(groups.iter().all(|group| group % 11 == 0 && *group < 720_896), "as BitLocker writes them: {groups:?}");
    // The same key again is a look of its own.
    employee.act(&keys("employee-laptop"), &key).await.is(200);
    assert_eq!(world.audited("device.bitlocker-keys"), 2);
    assert_eq!(world.count("audit WHERE action = 'device.bitlocker-keys' AND target = 'employee-laptop'"), 2);
    assert_eq!(world.count("idempotency"), 0);
    assert_eq!(employee.post(&keys("employee-phone"), json!({})).await.is(200).items().len(), 0);
}

#[tokio::test]
async fn s4_bitlocker_keys_need_a_proof_of_at_most_300_seconds_each_time() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let key = key();
    employee.act(&keys("employee-laptop"), &key).await.is(200);
    world.clock.advance(301);
    let answer = employee.act(&keys("employee-laptop"), &key).await;
    answer.refused(401, "step-up-required");
    assert!(answer.body.get("items").is_none());
    assert_eq!(world.audited("device.bitlocker-keys"), 1);
    employee.prove(None).await.is(200);
    employee.act(&keys("employee-laptop"), &key).await.is(200);
    let mut request = Browser::request(Method::POST, &keys("employee-laptop"), Some(json!({})));
    request.headers_mut().remove("idempotency-key");
    employee.send(request).await.refused(400, "idempotency-key-missing");
    employee.get(&keys("employee-laptop")).await.refused(405, "method-not-allowed");
}

#[tokio::test]
async fn a_disabled_device_shows_no_keys() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.post(&disable("employee-laptop"), json!({})).await.is(204);
    employee.post(&keys("employee-laptop"), json!({})).await.refused(403, "device-disabled");
    assert_eq!(world.audited("device.bitlocker-keys"), 0);
}

#[tokio::test]
async fn s9_without_its_audit_row_nothing_is_disabled_and_nothing_shown() {
    let world = World::new();
    let mut admin = world.signed_in(ADMIN).await;
    world
        .database()
        .execute_batch("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'full'); END;")
        .unwrap();
    admin.post(&disable("admin-laptop"), json!({})).await.refused(500, "internal");
    admin.post(&keys("admin-laptop"), json!({})).await.refused(500, "internal");
    assert_eq!(world.count("devices WHERE id = 'admin-laptop' AND disabled"), 0);
}

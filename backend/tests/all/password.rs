//! Changing the password: features 1.5, `security.md` S4, S5, S6, S8, S9.

use crate::common::{Answer, Browser, DAY, START, World, key};
use axum::http::Method;
use my_account_server::{clock::rfc3339, demo, totp};
use serde_json::json;

const PASSWORD: &str = "/api/v1/me/password";
const EMPLOYEE: &str = "employee@harbor.example";
const SECURE: &str = "secure@harbor.example";
const NEW: &str = "zeven fietsen aan de gracht";

/// The refused field, its code and its limit.
fn refusal(answer: &Answer) -> (&str, &str, Option<u64>) {
    let errors = answer.refused(422, "invalid-fields").body["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 1, "{}", answer.body);
    let error = &errors[0];
    (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap(), error["limit"].as_u64())
}

async fn change(browser: &mut Browser, old: &str, new: &str) -> Answer {
    browser.post(PASSWORD, json!({ "oldPassword": old, "newPassword": new })).await
}

async fn change_with(browser: &mut Browser, key: &str, old: &str, new: &str) -> Answer {
    let body = json!({ "oldPassword": old, "newPassword": new });
    let mut request = Browser::request(Method::POST, PASSWORD, Some(body));
    request.headers_mut().insert("idempotency-key", key.parse().unwrap());
    browser.send(request).await
}

async fn signed_in_with_code(world: &World) -> Browser {
    let mut browser = world.browser();
    browser.sign_in(SECURE, demo::PASSWORD).await.is(200);
    let secret = totp::secret_from_base32(demo::TOTP_SECRET).unwrap();
    let code = totp::code_at(&secret, world.clock.now()).unwrap();
    browser.post("/api/v1/session/second-factor", json!({ "code": code })).await.is(200);
    browser
}

#[tokio::test]
async fn the_page_learns_what_a_new_password_needs() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert_eq!(
        employee.get(PASSWORD).await.is(200).body,
        json!({
            "lastChangedAt": rfc3339(START - 92 * DAY), "minimumLength": 15, "maximumLength": 256, "changeable": true,
        })
    );
    assert_eq!(signed_in_with_code(&world).await.get(PASSWORD).await.is(200).body["minimumLength"], 8);
    let suspended = world.signed_in("suspended@harbor.example").await.get(PASSWORD).await;
    assert_eq!(suspended.is(200).body["changeable"], false);
    assert_eq!(suspended.body["administeredBy"]["mail"], "it-admin@harbor.example");
    world.browser().get(PASSWORD).await.refused(401, "session-expired");
}

#[tokio::test]
async fn the_new_password_holds_and_the_old_one_does_not() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let answer = change(&mut employee, demo::PASSWORD, NEW).await;
    assert!(answer.is(204).bytes.is_empty());
    world.browser().sign_in(EMPLOYEE, demo::PASSWORD).await.refused(401, "invalid-credentials");
    world.browser().sign_in(EMPLOYEE, NEW).await.is(200);
    assert_eq!(employee.get(PASSWORD).await.body["lastChangedAt"], rfc3339(START + 60));
    // S6: as costly as the one before.
    assert_eq!(world.count("accounts WHERE password_hash LIKE '$argon2id$v=19$m=19456,t=2,p=1$%'"), 10);
    // Nobody else's changed.
    world.browser().sign_in("admin@harbor.example", demo::PASSWORD).await.is(200);
}

#[tokio::test]
async fn s5_every_other_session_of_the_account_ends_and_this_one_goes_on() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut elsewhere = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in("admin@harbor.example").await;
    change(&mut employee, demo::PASSWORD, NEW).await.is(204);
    elsewhere.get("/api/v1/me").await.refused(401, "session-expired");
    employee.get("/api/v1/me").await.is(200);
    admin.get("/api/v1/me").await.is(200);
    // Somebody who got through the first factor with the old password is out too.
    let mut secure = signed_in_with_code(&world).await;
    let mut halfway = world.browser();
    halfway.sign_in(SECURE, demo::PASSWORD).await.is(200);
    change(&mut secure, demo::PASSWORD, NEW).await.is(204);
    assert_eq!(halfway.get("/api/v1/session").await.body["state"], "signed-out");
}

#[tokio::test]
async fn a_wrong_old_password_is_refused_without_effect() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut elsewhere = world.signed_in(EMPLOYEE).await;
    change(&mut employee, "wrong", NEW).await.refused(401, "invalid-credentials");
    elsewhere.get("/api/v1/me").await.is(200);
    world.browser().sign_in(EMPLOYEE, demo::PASSWORD).await.is(200);
    assert_eq!(world.audited("password.change"), 0);
    assert_eq!(world.count("audit WHERE action = 'password.change' AND result = 'refused'"), 1);
    change(&mut employee, demo::PASSWORD, NEW).await.is(204);
}

#[tokio::test]
async fn s8_five_wrong_old_passwords_in_15_minutes_then_429_even_for_the_right_one() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for _ in 0..5 {
        change(&mut employee, "wrong", NEW).await.refused(401, "invalid-credentials");
    }
    let answer = change(&mut employee, demo::PASSWORD, NEW).await;
    assert_eq!(answer.refused(429, "too-many-attempts").header("retry-after"), "900");
    // They count as attempts at signing in: one password, one limit.
    world.browser().sign_in(EMPLOYEE, demo::PASSWORD).await.refused(429, "too-many-attempts");
    world.clock.advance(900);
    employee.prove(None).await.is(200);
    change(&mut employee, demo::PASSWORD, NEW).await.is(204);
}

#[tokio::test]
async fn s6_each_reason_against_a_new_password_has_its_code() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let long = "x y".repeat(86);
    for (new, code, limit) in [
        ("", "required", None),
        (long.as_str(), "too-long", Some(256)),
        ("fourteen chars", "too-short", Some(15)),
        ("Passwordpassword", "too-common", None),
        ("qwertyuiopasdfgh", "too-common", None),
        ("Eva de Graaf 1987", "contains-name", None),
        ("HarborLogistics26", "contains-organization", None),
        ("employee@harbor.example", "contains-user-id", None),
    ] {
        assert_eq!(refusal(&change(&mut employee, demo::PASSWORD, new).await), ("/newPassword", code, limit), "{new}");
    }
    let both = change(&mut employee, "", "short").await;
    let pointers: Vec<_> = both.body["errors"].as_array().unwrap().iter().map(|it| it["pointer"].clone()).collect();
    assert_eq!(pointers, ["/oldPassword", "/newPassword"], "in the order of the form");
    assert_eq!(refusal(&change(&mut employee, &long, NEW).await), ("/oldPassword", "too-long", Some(256)));
    employee.post(PASSWORD, json!({ "newPassword": NEW })).await.refused(400, "malformed-request");
    // Nothing of it was a guess.
    assert_eq!(world.count("sign_in_attempts"), 0);
    assert_eq!(world.audited("password.change"), 0);
}

#[tokio::test]
async fn s6_the_old_password_is_no_new_one() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    change(&mut employee, demo::PASSWORD, NEW).await.is(204);
    assert_eq!(refusal(&change(&mut employee, NEW, NEW).await), ("/newPassword", "same-as-old", None));
}

#[tokio::test]
async fn s6_eight_characters_do_beside_a_second_factor_and_256_are_possible() {
    let world = World::new();
    let mut secure = signed_in_with_code(&world).await;
    assert_eq!(
        refusal(&change(&mut secure, demo::PASSWORD, "7 tekens"[..7].trim()).await),
        ("/newPassword", "too-short", Some(8))
    );
    change(&mut secure, demo::PASSWORD, "8 tekens").await.is(204);
    let longest = "een lange zin ".repeat(19)[..256].to_owned();
    change(&mut secure, "8 tekens", &longest).await.is(204);
}

#[tokio::test]
async fn s6_spaces_and_every_script_are_taken_as_they_are() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let new = format!(" {}  ", "żółw i łódź 🚲 ".repeat(18));
    assert!(new.chars().count() <= 256 && new.len() > 256);
    change(&mut employee, demo::PASSWORD, &new).await.is(204);
    world.browser().sign_in(EMPLOYEE, new.trim()).await.refused(401, "invalid-credentials");
    world.browser().sign_in(EMPLOYEE, &new).await.is(200);
}

#[tokio::test]
async fn s4_changing_needs_a_proof_of_at_most_300_seconds() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    world.clock.advance(301);
    change(&mut employee, demo::PASSWORD, NEW).await.refused(401, "step-up-required");
    // The old password cannot be guessed here without a proof.
    change(&mut employee, "wrong", NEW).await.refused(401, "step-up-required");
    assert_eq!(world.count("sign_in_attempts"), 0);
    employee.prove(None).await.is(200);
    change(&mut employee, demo::PASSWORD, NEW).await.is(204);
    world
        .browser()
        .post(PASSWORD, json!({ "oldPassword": "x", "newPassword": NEW }))
        .await
        .refused(401, "session-expired");
}

#[tokio::test]
async fn r2_a_repeat_has_one_effect_though_the_old_password_is_no_longer_right() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let key = key();
    change_with(&mut employee, &key, demo::PASSWORD, NEW).await.is(204);
    let mut elsewhere = world.browser();
    elsewhere.sign_in(EMPLOYEE, NEW).await.is(200);
    change_with(&mut employee, &key, demo::PASSWORD, NEW).await.is(204);
    elsewhere.get("/api/v1/me").await.is(200);
    assert_eq!(world.audited("password.change"), 1);
    assert_eq!(world.count("sign_in_attempts"), 0);
    let other = "acht boten onder de brug";
    change_with(&mut employee, &key, NEW, other).await.refused(422, "idempotency-key-reused");
    world.browser().sign_in(EMPLOYEE, NEW).await.is(200);
}

#[tokio::test]
async fn r4_the_same_change_many_times_at_once_has_one_effect() {
    let world = World::new();
    let employee = world.signed_in(EMPLOYEE).await;
    let key = key();
    let tries: Vec<_> = (0..6)
        .map(|_| {
            let (mut browser, key) = (employee.clone(), key.clone());
            tokio::spawn(async move { change_with(&mut browser, &key, demo::PASSWORD, NEW).await.status.as_u16() })
        })
        .collect();
    let mut answers = Vec::new();
    for answer in tries {
        answers.push(answer.await.unwrap());
    }
    assert!(answers.contains(&204) && answers.iter().all(|it| [204, 409].contains(it)), "{answers:?}");
    assert_eq!(world.audited("password.change"), 1);
}

#[tokio::test]
async fn of_two_changes_at_once_one_wins() {
    let world = World::new();
    let employee = world.signed_in(EMPLOYEE).await;
    let (mut one, mut other) = (employee.clone(), employee);
    let (one, other) = tokio::join!(
        change(&mut one, demo::PASSWORD, NEW),
        change(&mut other, demo::PASSWORD, "acht boten onder de brug")
    );
    let mut answers = [one.status.as_u16(), other.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [204, 401]);
    assert_eq!(world.audited("password.change"), 1);
}

#[tokio::test]
async fn no_secret_is_in_the_records() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    change(&mut employee, "wrong but mine", NEW).await.refused(401, "invalid-credentials");
    change(&mut employee, demo::PASSWORD, NEW).await.is(204);
    let body = json!({ "oldPassword": demo::PASSWORD, "newPassword": NEW }).to_string();
    let hash = my_account_server::secret::fingerprint(&body);
    let quick: i64 = world
        .database()
        .query_row("SELECT count(*) FROM idempotency WHERE body_hash = ?1", [hash], |row| row.get(0))
        .unwrap();
    assert_eq!((world.count("idempotency"), quick), (1, 0), "a quick hash of two passwords could be guessed from");
    drop(employee);
    let bytes = ["portal.db", "portal.db-wal"]
        .iter()
        .flat_map(|name| std::fs::read(world.folder.path().join(name)).unwrap_or_default())
        .collect::<Vec<_>>();
    let holds = |secret: &str| bytes.windows(secret.len()).any(|it| it == secret.as_bytes());
    assert!(holds("password.change"));
    for secret in [NEW, "wrong but mine", demo::PASSWORD] {
        assert!(!holds(secret), "{secret}");
    }
}

#[tokio::test]
async fn a_disabled_account_cannot_change_it() {
    let world = World::new();
    let mut suspended = world.signed_in("suspended@harbor.example").await;
    change(&mut suspended, demo::PASSWORD, NEW).await.refused(409, "password-not-changeable");
    let mut employee = world.signed_in(EMPLOYEE).await;
    world.database().execute("UPDATE accounts SET password_hash = NULL WHERE id = 'employee'", []).unwrap();
    assert_eq!(employee.get(PASSWORD).await.is(200).body["changeable"], false);
    change(&mut employee, demo::PASSWORD, NEW).await.refused(409, "password-not-changeable");
    assert_eq!(world.audited("password.change"), 0);
}

#[tokio::test]
async fn s9_without_its_audit_row_nothing_changes() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut elsewhere = world.signed_in(EMPLOYEE).await;
    world
        .database()
        .execute_batch("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'full'); END;")
        .unwrap();
    change(&mut employee, demo::PASSWORD, NEW).await.refused(500, "internal");
    world.database().execute_batch("DROP TRIGGER full").unwrap();
    elsewhere.get("/api/v1/me").await.is(200);
    world.browser().sign_in(EMPLOYEE, demo::PASSWORD).await.is(200);
}

//! Registering for a forgotten password: features 2.3 and 2.4, `security.md` S4, S5, S6.

use crate::common::{World, methods::*};
use my_account_server::demo;
use serde_json::{Value, json};

const SETUP: &str = "/api/v1/me/reset-setup";
const RESET: &str = "/api/v1/password-reset";
const NEW: &str = "zeven fietsen aan de gracht";

fn sql(world: &World, change: &str) {
    world.database().execute(change, []).unwrap();
}

fn setup(kinds: &Value, ready: bool) -> Value {
    json!({ "enabled": true, "required": 2, "kinds": kinds, "ready": ready })
}

/// Tries to prove a telephone of the account in a reset: the last answer.
async fn reset_by_phone(
    world: &World,
    number: &str,
    message: bool,
) -> (crate::common::Browser, Value, crate::common::Answer) {
    let mut browser = world.browser();
    let token = browser.post(RESET, json!({ "userId": EMPLOYEE })).await.is(200).body["token"].clone();
    let before = world.count("outbox");
    let wanted = json!({ "token": token, "kind": "phone", "target": number });
    let challenge = browser.post(&format!("{RESET}/challenges"), wanted).await.is(200).body["id"].clone();
    for _ in 0..if message { 200 } else { 20 } {
        if world.count("outbox") > before {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    assert_eq!(world.count("outbox") > before, message);
    let code = if message { world.sent_code() } else { "123456".to_owned() };
    let proof = json!({ "token": token, "kind": "phone", "code": code, "challenge": challenge });
    let answer = browser.post(&format!("{RESET}/verify"), proof).await;
    (browser, token, answer)
}

#[tokio::test]
async fn who_registers_enough_gets_back_in_after_forgetting_the_password() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert_eq!(employee.get(SETUP).await.is(200).body, setup(&json!([]), false));
    let number = "+31612345678";
    reset_by_phone(&world, number, false).await.2.refused(401, "invalid-credentials");
    employee.add_phone(&world, "phone", number).await;
    assert_eq!(employee.get(SETUP).await.body, setup(&json!(["phone"]), false));
    // One of two is not enough.
    reset_by_phone(&world, number, false).await.2.refused(401, "invalid-credentials");
    employee.post(QUESTIONS, three_answers()).await.is(200);
    assert_eq!(employee.get(SETUP).await.body, setup(&json!(["phone", "security-questions"]), true));
    let (mut browser, token, proven) = reset_by_phone(&world, number, true).await;
    assert_eq!(proven.is(200).body["kinds"], json!(["security-questions"]));
    let mut answers = three_answers();
    answers["token"] = token.clone();
    answers["kind"] = "security-questions".into();
    // In the order in which the reset asks.
    let asked = proven.body["questions"].as_array().unwrap().iter().map(|it| it["id"].clone());
    let given = |id: &Value| {
        let all = three_answers()["answers"].as_array().unwrap().clone();
        all.into_iter().find(|it| it["questionId"] == *id).unwrap()
    };
    answers["answers"] = asked.map(|id| given(&id)).collect();
    let proven = browser.post(&format!("{RESET}/verify"), answers).await;
    assert_eq!(proven.is(200).body["state"], "new-password");
    browser.post(&format!("{RESET}/finish"), json!({ "token": token, "newPassword": NEW })).await.is(204);
    world.browser().sign_in(EMPLOYEE, demo::PASSWORD).await.refused(401, "invalid-credentials");
    assert_eq!(world.browser().sign_in(EMPLOYEE, NEW).await.is(200).body["state"], "second-factor");
}

#[tokio::test]
async fn all_telephones_are_one_kind_and_only_what_is_allowed_counts() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.add_phone(&world, "phone", "+31612345678").await;
    world.give("employee", "office-phone", None, true);
    assert_eq!(employee.get(SETUP).await.body, setup(&json!(["phone"]), false));
    world.give("employee", "security-key", None, false);
    world.give("employee", "app-password", None, false);
    assert_eq!(employee.get(SETUP).await.body, setup(&json!(["phone"]), false));
    employee.add_mail(&world, "eva@home.example").await;
    assert_eq!(employee.get(SETUP).await.body, setup(&json!(["phone", "email"]), true));
    sql(&world, "DELETE FROM organization_methods WHERE kind = 'email'");
    assert_eq!(employee.get(SETUP).await.body, setup(&json!(["phone"]), false));
    // The office phone still counts where the others are no longer allowed.
    sql(&world, "DELETE FROM organization_methods WHERE kind IN ('phone', 'alternate-phone')");
    assert_eq!(employee.get(SETUP).await.body, setup(&json!(["phone"]), false));
    sql(&world, "DELETE FROM organization_methods WHERE kind = 'office-phone'");
    assert_eq!(employee.get(SETUP).await.body, setup(&json!([]), false));
}

#[tokio::test]
async fn questions_alone_are_never_enough_and_administrators_have_none() {
    let world = World::new();
    sql(&world, "UPDATE organizations SET reset_methods = 1");
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.post(QUESTIONS, three_answers()).await.is(200);
    let alone = json!({ "enabled": true, "required": 1, "kinds": ["security-questions"], "ready": false });
    assert_eq!(employee.get(SETUP).await.body, alone);
    sql(&world, "INSERT INTO administrators (organization, account) VALUES ('harbor-logistics', 'employee')");
    assert_eq!(employee.get(SETUP).await.body["kinds"], json!([]));
}

#[tokio::test]
async fn where_only_an_administrator_resets_it_says_whom_to_ask() {
    let world = World::new();
    let administrator = json!({
        "name": "Adriaan Smit, IT administration", "mail": "it-admin@harbor.example", "phone": "+31 10 555 0110",
    });
    let not = |contact: &Value| json!({ "enabled": false, "required": 0, "kinds": [], "ready": false, "administeredBy": contact });
    // Disabled at home: the rule of the reset itself.
    let mut suspended = world.signed_in("suspended@harbor.example").await;
    assert_eq!(suspended.get(SETUP).await.is(200).body, not(&administrator));
    let mut employee = world.signed_in(EMPLOYEE).await;
    sql(&world, "UPDATE organizations SET reset_methods = 0");
    assert_eq!(employee.get(SETUP).await.is(200).body, not(&administrator));
    let mut visitor = world.signed_in("visitor@mail.example").await;
    let nobody = json!({ "enabled": false, "required": 0, "kinds": [], "ready": false });
    assert_eq!(visitor.get(SETUP).await.is(200).body, nobody);
    let mut none = world.signed_in("noapps@harbor.example").await;
    none.get(SETUP).await.refused(403, "access-denied");
    world.browser().get(SETUP).await.refused(401, "session-expired");
}

#[tokio::test]
async fn other_questions_come_in_the_place_of_those_that_were_answered() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let made = employee.post(QUESTIONS, three_answers()).await.is(200).body["id"].clone();
    employee.post(QUESTIONS, three_answers()).await.refused(409, "limit-reached");
    let mut other = three_answers();
    other["answers"][0] = json!({ "questionId": "first-job", "answer": "Baker" });
    other["replaces"] = made.clone();
    let mut elsewhere = world.signed_in(EMPLOYEE).await;
    let key = crate::common::key();
    let changed = employee.post_as(QUESTIONS, &key, other.clone()).await;
    assert_eq!(changed.is(200).body["id"], made);
    assert_eq!(world.count("security_answers"), 3);
    assert!(world.dump("security_answers").contains("first-job"));
    assert_eq!((world.audited("method.add"), world.audited("method.change")), (1, 1));
    elsewhere.get(METHODS).await.refused(401, "session-expired");
    // The repeat changes nothing more.
    let after = world.dump("security_answers");
    assert_eq!(employee.post_as(QUESTIONS, &key, other.clone()).await.is(200).body["id"], made);
    assert_eq!(world.dump("security_answers"), after);
    let phone = world.give("employee", "phone", None, false);
    for not in [phone.as_str(), "nothing"] {
        other["replaces"] = not.into();
        field(&employee.post(QUESTIONS, other.clone()).await, "/replaces", "malformed");
    }
    assert_eq!(world.dump("security_answers"), after);
    world.clock.advance(301);
    other["replaces"] = made.clone();
    employee.post(QUESTIONS, other.clone()).await.refused(401, "step-up-required");
    sql(&world, "UPDATE methods SET by_organization = 1 WHERE kind = 'security-questions'");
    sql(&world, "UPDATE sessions SET proof_at = 2000000000");
    employee.post(QUESTIONS, other).await.refused(409, "set-by-organization");
}

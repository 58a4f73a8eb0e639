//! Security questions and app passwords: features 1.4, `security.md` S4, S6, S9.

use crate::common::{World, methods::*};
use my_account_server::password::Passwords;
use serde_json::{Value, json};

fn answers(given: &[(&str, &str)]) -> Value {
    let answers: Vec<_> =
        given.iter().map(|(question, answer)| json!({ "questionId": question, "answer": answer })).collect();
    json!({ "answers": answers })
}

#[tokio::test]
async fn answers_are_kept_like_passwords_and_never_shown_again() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let made = employee.post(QUESTIONS, three_answers()).await;
    let row = json!({
        "id": made.is(200).body["id"], "kind": "security-questions", "addedAt": "2026-01-01T00:01:00Z",
        "goodForSignIn": false, "goodForReset": true, "changeable": false, "deletable": "possible",
    });
    assert_eq!(made.body, row);
    let list = employee.get(METHODS).await;
    assert_eq!((list.items().as_slice(), &list.body["defaultMethod"]), ([row].as_slice(), &Value::Null));
    assert!(!String::from_utf8_lossy(&list.bytes).contains("Kadett"));
    let stored = "SELECT answer_hash FROM security_answers WHERE question = 'first-car'";
    let stored: String = world.database().query_row(stored, [], |row| row.get(0)).unwrap();
    assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
    let passwords = Passwords::new().unwrap();
    let mut turn = passwords.turn().await;
    assert!(turn.verify("opel kadett".to_owned(), Some(stored.clone())).await.unwrap());
    assert!(!turn.verify("opel corsa".to_owned(), Some(stored)).await.unwrap());
    // Not even what was answered can be guessed quickly from the memory of the request.
    let body = serde_json::to_vec(&three_answers()).unwrap();
    let kept: Vec<u8> = world.database().query_row("SELECT body_hash FROM idempotency", [], |row| row.get(0)).unwrap();
    assert_ne!(kept, my_account_server::secret::fingerprint(&body));

    employee.post(QUESTIONS, three_answers()).await.refused(409, "limit-reached");
    let id = made.body["id"].as_str().unwrap();
    employee.delete(&at(id)).await.is(204);
    assert_eq!(world.count("security_answers"), 0);
    employee.post(QUESTIONS, three_answers()).await.is(200);
}

#[tokio::test]
async fn as_many_questions_as_asked_and_none_twice() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let few = employee.post(QUESTIONS, answers(&[("first-pet", "a"), ("first-car", "b")])).await;
    field(&few, "/answers", "wrong-count");
    assert_eq!(few.body["errors"][0]["limit"], 3);
    let long = "x".repeat(101);
    for (given, pointer, code) in [
        ([("first-pet", "a"), ("first-pet", "b"), ("first-car", "c")], "/answers/1/questionId", "repeated"),
        ([("first-pet", "a"), ("first-car", "b"), ("shoe-size", "c")], "/answers/2/questionId", "malformed"),
        ([("first-pet", "a"), ("first-car", " A "), ("first-job", "c")], "/answers/1/answer", "repeated"),
        ([("first-pet", "a"), ("first-car", "b"), ("first-job", " ")], "/answers/2/answer", "required"),
        ([("first-pet", long.as_str()), ("first-car", "b"), ("first-job", "c")], "/answers/0/answer", "too-long"),
    ] {
        field(&employee.post(QUESTIONS, answers(&given)).await, pointer, code);
    }
    assert_eq!((world.count("methods WHERE account = 'employee'"), world.count("security_answers")), (0, 0));
    world.database().execute("UPDATE organizations SET question_count = 2", []).unwrap();
    employee.post(QUESTIONS, answers(&[("first-pet", "a"), ("first-car", "b")])).await.is(200);
}

#[tokio::test]
async fn a_repeat_of_the_answers_has_one_effect() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let made = employee.post_as(QUESTIONS, "once", three_answers()).await;
    assert_eq!(employee.post_as(QUESTIONS, "once", three_answers()).await.is(200).body, made.is(200).body);
    assert_eq!((world.count("security_answers"), world.audited("method.add")), (3, 1));
    let other = answers(&[("first-pet", "a"), ("first-car", "b"), ("first-job", "c")]);
    employee.post_as(QUESTIONS, "once", other).await.refused(422, "idempotency-key-reused");
}

#[tokio::test]
async fn an_app_password_is_shown_once() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let made = employee.post(APP_PASSWORDS, json!({ "name": " Old mail app " })).await;
    let password = made.is(200).body["password"].as_str().unwrap().to_owned();
    assert!(password.len() == 16 && password.bytes().all(|byte| byte.is_ascii_lowercase()), "{password}");
    let row = &made.body["method"];
    assert_eq!((&row["kind"], &row["displayName"]), (&json!("app-password"), &json!("Old mail app")));
    assert_eq!((&row["goodForSignIn"], &row["goodForReset"]), (&json!(false), &json!(false)));
    let list = employee.get(METHODS).await;
    assert!(!String::from_utf8_lossy(&list.bytes).contains(&password));
    let stored = "SELECT password_hash FROM methods WHERE kind = 'app-password'";
    let stored: String = world.database().query_row(stored, [], |row| row.get(0)).unwrap();
    assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
    // It opens no portal.
    world.browser().sign_in(EMPLOYEE, &password).await.refused(401, "invalid-credentials");
    field(&employee.post(APP_PASSWORDS, json!({ "name": "OLD MAIL APP" })).await, "/name", "repeated");
    field(&employee.post(APP_PASSWORDS, json!({ "name": " " })).await, "/name", "required");
    field(&employee.post(APP_PASSWORDS, json!({ "name": "x".repeat(65) })).await, "/name", "too-long");
    assert_eq!(world.count("methods WHERE account = 'employee'"), 1);
}

#[tokio::test]
async fn a_repeat_replaces_the_app_password_that_nobody_saw() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let lost = employee.post_as(APP_PASSWORDS, "once", json!({ "name": "Mail" })).await;
    let made = employee.post_as(APP_PASSWORDS, "once", json!({ "name": "Mail" })).await;
    assert_eq!(made.is(200).body["method"], lost.is(200).body["method"]);
    let stored = "SELECT password_hash FROM methods WHERE kind = 'app-password'";
    let stored: String = world.database().query_row(stored, [], |row| row.get(0)).unwrap();
    let passwords = Passwords::new().unwrap();
    let mut turn = passwords.turn().await;
    for (answer, right) in [(lost, false), (made, true)] {
        let password = answer.body["password"].as_str().unwrap().to_owned();
        assert_eq!(turn.verify(password, Some(stored.clone())).await.unwrap(), right);
    }
    assert_eq!((world.audited("method.add"), world.audited("method.renew")), (1, 1));
}

#[tokio::test]
async fn app_passwords_are_forty() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for _ in 0..39 {
        world.give("employee", "app-password", None, false);
    }
    employee.post(APP_PASSWORDS, json!({ "name": "The last" })).await.is(200);
    employee.post(APP_PASSWORDS, json!({ "name": "One more" })).await.refused(409, "limit-reached");
    let list = employee.get(METHODS).await;
    assert_eq!(list.body["offered"][7], json!({ "kind": "app-password", "possible": "limit-reached", "limit": 40 }));
    assert_eq!(list.items().len(), 40);
}

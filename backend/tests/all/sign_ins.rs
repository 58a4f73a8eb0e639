//! The history of sign-ins and active sessions: features 1.8; `security.md` S4, S5, S9.

use crate::common::{Answer, Browser, World, key};
use axum::http::Method;
use my_account_server::{demo, totp};
use serde_json::{Value, json};

const SIGN_INS: &str = "/api/v1/me/sign-ins";
const SESSIONS: &str = "/api/v1/me/sessions";
const EMPLOYEE: &str = "employee@harbor.example";
const SECURE: &str = "secure@harbor.example";
const MANY: &str = "many@harbor.example";
const EDGE: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0";

fn code(now: i64) -> String {
    totp::code_at(&totp::secret_from_base32(demo::TOTP_SECRET).unwrap(), now).unwrap()
}

/// Signs in with a browser that says who it is.
async fn signed_in_with_edge(world: &World, user_id: &str) -> Browser {
    let mut browser = world.browser();
    let body = json!({ "userId": user_id, "password": demo::PASSWORD });
    let mut request = Browser::request(Method::POST, "/api/v1/session", Some(body));
    request.headers_mut().insert("user-agent", EDGE.parse().unwrap());
    browser.send(request).await.is(200);
    browser
}

async fn history(browser: &mut Browser, query: &str) -> Answer {
    let answer = browser.get(&format!("{SIGN_INS}?{query}")).await;
    answer.is(200);
    answer
}

fn review(id: &str) -> String {
    format!("{SIGN_INS}/{id}/review")
}

fn end(id: &Value) -> String {
    format!("{SESSIONS}/{}/end", id.as_str().unwrap())
}

/// The one sign-in of the demo that is unusual.
async fn unusual(browser: &mut Browser) -> Value {
    let answer = history(browser, "outcome=unusual").await;
    assert_eq!(answer.items().len(), 1);
    answer.items()[0].clone()
}

#[tokio::test]
async fn the_everyday_account_has_sixty_sign_ins_of_which_four_failed_and_one_is_unusual() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    // And the one that this test has just made.
    assert_eq!(history(&mut employee, "").await.items().len(), 61);
    assert_eq!(history(&mut employee, "outcome=unsuccessful").await.items().len(), 4);
    assert_eq!(history(&mut employee, "outcome=successful").await.items().len(), 57);
    let row = unusual(&mut employee).await;
    assert_eq!(row["at"], "2025-12-31T23:40:00Z");
    assert_eq!(row["place"], json!({ "city": "São Paulo", "country": "BR", "latitude": -23.55, "longitude": -46.63 }));
    assert_eq!((&row["outcome"], &row["review"]), (&json!("successful"), &json!("none")));
    assert!(row["sessionId"].is_string());
}

#[tokio::test]
async fn the_newest_comes_first_and_a_cursor_goes_on_without_gap_or_repeat() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let answer = history(&mut employee, &format!("limit=13{cursor}")).await;
        seen.extend(answer.items().iter().map(|it| (it["at"].clone().to_string(), it["id"].clone().to_string())));
        let Some(next) = answer.body["nextCursor"].as_str() else { break };
        // A sign-in meanwhile is newer than everything that is still to come.
        world.signed_in(EMPLOYEE).await;
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen.len(), 61);
    assert!(seen.iter().map(|(at, _)| at).rev().is_sorted());
    assert_eq!(seen.iter().map(|(_, id)| id).collect::<std::collections::HashSet<_>>().len(), 61);
    for (query, status, code) in [
        ("cursor=nonsense", 422, "invalid-fields"),
        ("outcome=odd", 400, "malformed-request"),
        ("more=1", 400, "malformed-request"),
        ("limit=0", 422, "invalid-fields"),
        ("limit=101", 422, "invalid-fields"),
    ] {
        employee.get(&format!("{SIGN_INS}?{query}")).await.refused(status, code);
    }
    world.browser().get(SIGN_INS).await.refused(401, "session-expired");
}

#[tokio::test]
async fn every_field_can_be_searched_in_both_languages() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for (q, found) in [
        ("paulo", 1),
        ("S%C3%83O", 1),
        ("Brazil", 1),
        ("brazili%C3%AB", 1),
        ("firefox", 1),
        ("linux%20firefox%20144", 1),
        ("203.0.113.77", 1),
        ("wrong%20password", 3),
        ("onjuist%20wachtwoord", 3),
        ("blocked-by-policy", 1),
        ("mislukte", 4),
        ("unsuccessful", 4),
        ("successful", 57),
        ("S%C3%A3o%20Paulo,%20Brazil", 1),
        ("safari%20utrecht", 8),
        ("safari%20rotterdam", 0),
        ("2025-12-31", 2),
        ("berth%20planner", 14),
        ("employee@harbor.example", 61),
        ("%25", 0),
        ("_", 0),
        ("%22", 0),
        ("nowhere", 0),
    ] {
        let items = history(&mut employee, &format!("q={q}")).await.items().len();
        assert_eq!(items, found, "{q}");
    }
    let both = history(&mut employee, "q=rotterdam&outcome=unsuccessful").await;
    assert_eq!(both.items().len(), 4);
    let long = format!("{SIGN_INS}?q={}", "x".repeat(257));
    employee.get(&long).await.refused(422, "invalid-fields");
}

#[tokio::test]
async fn twenty_thousand_sign_ins_come_in_two_hundred_pages_and_are_searched_quickly() {
    let world = World::new();
    let mut many = world.signed_in(MANY).await;
    let (mut ids, mut cursor) = (std::collections::HashSet::new(), String::new());
    loop {
        let answer = history(&mut many, &format!("q=many{cursor}")).await;
        ids.extend(answer.items().iter().map(|it| it["id"].as_str().unwrap().to_owned()));
        let Some(next) = answer.body["nextCursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(ids.len(), 20_001);
    assert_eq!(history(&mut many, "q=nothing%20of%20the%20kind").await.items().len(), 0);
    assert_eq!(history(&mut many, "q=tokyo%20crane%20wrong-code").await.items().len(), 0);
    assert!(!history(&mut many, "q=tokyo%20failed&outcome=unsuccessful").await.items().is_empty());
    // What is searched is kept once per combination, not once per sign-in.
    assert!(world.count("sign_in_circumstances WHERE account = 'many'") < 3000);
}

#[tokio::test]
async fn a_sign_in_is_in_the_history_with_what_the_browser_says_and_its_session() {
    let world = World::new();
    let mut browser = signed_in_with_edge(&world, EMPLOYEE).await;
    let answer = history(&mut browser, "limit=1").await;
    let row = &answer.items()[0];
    let expected = json!({
        "id": row["id"], "at": "2026-01-01T00:01:00Z", "outcome": "successful", "operatingSystem": "Windows",
        "browser": "Edge 141", "application": "My Account", "account": "employee", "userId": EMPLOYEE,
        "address": "192.0.2.1", "unusual": false, "review": "none", "sessionId": row["sessionId"],
    });
    assert_eq!(row, &expected);
    let sessions = browser.get(SESSIONS).await;
    assert_eq!(sessions.is(200).items()[0]["id"], row["sessionId"]);
    browser.delete("/api/v1/session").await.is(204);
    let mut later = world.signed_in(EMPLOYEE).await;
    assert!(history(&mut later, "limit=2").await.items()[1].get("sessionId").is_none(), "it has ended");
}

#[tokio::test]
async fn failures_are_in_the_history_of_the_account_and_of_nobody_else() {
    let world = World::new();
    let rows = world.count("sign_ins");
    world.browser().sign_in(EMPLOYEE, "wrong").await.refused(401, "invalid-credentials");
    world.browser().sign_in("nobody@harbor.example", "wrong").await.refused(401, "invalid-credentials");
    assert_eq!(world.count("sign_ins"), rows + 1);
    let mut employee = world.signed_in(EMPLOYEE).await;
    let answer = history(&mut employee, "outcome=unsuccessful&limit=1").await;
    assert_eq!(answer.items()[0]["reason"], "wrong-password");
    assert!(answer.items()[0].get("sessionId").is_none());
    // A wrong proof of identity is no sign-in, and neither is an attempt that the limits refused unchecked.
    for _ in 0..5 {
        employee.post("/api/v1/session/proof", json!({ "password": "wrong" })).await;
    }
    employee.sign_in(EMPLOYEE, "wrong").await.refused(429, "too-many-attempts");
    assert_eq!(world.count("sign_ins"), rows + 2);
}

#[tokio::test]
async fn with_a_second_factor_the_history_tells_how_far_each_attempt_got() {
    let world = World::new();
    let mut browser = world.browser();
    browser.sign_in(SECURE, demo::PASSWORD).await.is(200);
    let newest = |reason: &'static str| {
        world.count(&format!(
            "sign_ins i JOIN sign_in_circumstances c ON c.account = i.account AND c.id = i.circumstances
             WHERE i.account = 'secure' AND ifnull(c.reason, 'none') = '{reason}'"
        ))
    };
    // Until the code follows, somebody has the password and nothing more.
    assert_eq!((newest("verification-missing"), newest("none")), (1, 0));
    let wrong = if code(world.clock.now()) == "000000" { "000001" } else { "000000" };
    browser.post("/api/v1/session/second-factor", json!({ "code": wrong })).await.refused(401, "invalid-credentials");
    let right = json!({ "code": code(world.clock.now()) });
    browser.post("/api/v1/session/second-factor", right).await.is(200);
    assert_eq!((newest("verification-missing"), newest("wrong-code"), newest("none")), (0, 1, 1));
    let answer = history(&mut browser, "").await;
    assert_eq!(
        answer.items().iter().map(|it| it["outcome"].as_str().unwrap()).collect::<Vec<_>>(),
        ["successful", "unsuccessful"]
    );
    assert!(answer.items()[0]["sessionId"].is_string());
}

#[tokio::test]
async fn s4_this_was_not_me_ends_that_session_and_needs_a_fresh_proof() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let row = unusual(&mut employee).await;
    let path = review(row["id"].as_str().unwrap());
    assert_eq!(employee.get(SESSIONS).await.items().len(), 2);
    world.clock.advance(301);
    employee.post(&path, json!({ "answer": "was-not-me" })).await.refused(401, "step-up-required");
    assert_eq!(employee.get(SESSIONS).await.items().len(), 2);
    assert_eq!(unusual(&mut employee).await["review"], "none");
    employee.prove(None).await.is(200);
    let answer = employee.post(&path, json!({ "answer": "was-not-me" })).await;
    assert_eq!(answer.is(204).header("clear-site-data"), "");
    let after = unusual(&mut employee).await;
    assert_eq!(after["review"], "was-not-me");
    assert!(after.get("sessionId").is_none());
    assert_eq!(employee.get(SESSIONS).await.items().len(), 1);
    // Again, by another request: nothing more happens and nothing more is audited.
    employee.post(&path, json!({ "answer": "was-not-me" })).await.is(204);
    assert_eq!((world.audited("sign-in.was-not-me"), world.audited("session.end")), (1, 1));
}

#[tokio::test]
async fn this_was_me_needs_no_fresh_proof_and_ends_nothing() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let path = review(unusual(&mut employee).await["id"].as_str().unwrap());
    world.clock.advance(301);
    for _ in 0..2 {
        employee.post(&path, json!({ "answer": "was-me" })).await.is(204);
    }
    let after = unusual(&mut employee).await;
    assert_eq!(after["review"], "was-me");
    assert!(after["sessionId"].is_string());
    assert_eq!(world.audited("sign-in.was-me"), 1);
    for body in [json!({}), json!({ "answer": "perhaps" }), json!({ "answer": "was-me", "more": 1 })] {
        employee.post(&path, body).await.refused(400, "malformed-request");
    }
}

#[tokio::test]
async fn this_was_not_me_about_ones_own_session_signs_the_browser_out() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let id = history(&mut employee, "limit=1").await.items()[0]["id"].as_str().unwrap().to_owned();
    let answer = employee.post(&review(&id), json!({ "answer": "was-not-me" })).await;
    assert_eq!(answer.is(204).header("clear-site-data"), r#""cache","cookies","storage""#);
    assert!(employee.cookie.is_none());
    assert_eq!(world.count("sign_ins WHERE review = 'was-not-me'"), 1);
}

#[tokio::test]
async fn sign_ins_and_sessions_of_others_do_not_exist() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let row = unusual(&mut employee).await;
    let mut admin = world.signed_in("admin@harbor.example").await;
    for id in [row["id"].as_str().unwrap(), "0", "-1", "x", "99999999999999999999"] {
        for answer in ["was-me", "was-not-me"] {
            admin.post(&review(id), json!({ "answer": answer })).await.refused(404, "not-found");
        }
    }
    admin.post(&end(&row["sessionId"]), json!({})).await.refused(404, "not-found");
    admin.post(&end(&json!("nowhere")), json!({})).await.refused(404, "not-found");
    assert_eq!(history(&mut admin, "").await.items().len(), 1);
    assert_eq!(admin.get(SESSIONS).await.items().len(), 1);
    assert_eq!(unusual(&mut employee).await["review"], "none");
    assert_eq!(world.count("sessions WHERE account = 'employee'"), 2);
    for path in [review("1"), end(&json!("x")), format!("{SESSIONS}/revoke-all")] {
        world.browser().post(&path, json!({})).await.refused(401, "session-expired");
    }
}

#[tokio::test]
async fn s5_sessions_are_listed_with_the_one_that_asks_first() {
    let world = World::new();
    let mut first = world.signed_in(EMPLOYEE).await;
    world.clock.advance(60);
    let mut second = signed_in_with_edge(&world, EMPLOYEE).await;
    let answer = second.get(SESSIONS).await;
    let rows = answer.is(200).items();
    assert_eq!(rows.iter().map(|it| it["current"].as_bool().unwrap()).collect::<Vec<_>>(), [true, false, false]);
    assert_eq!(
        (&rows[0]["operatingSystem"], &rows[0]["browser"], &rows[0]["address"]),
        (&json!("Windows"), &json!("Edge 141"), &json!("192.0.2.1"))
    );
    assert_eq!(rows[1]["startedAt"], "2026-01-01T00:01:00Z");
    assert_eq!(rows[2]["place"]["city"], "São Paulo");
    assert_eq!(rows[2]["lastSeenAt"], "2025-12-31T23:59:00Z");
    // The pages of the list are the list.
    let page = second.get(&format!("{SESSIONS}?limit=2")).await;
    let cursor = page.body["nextCursor"].as_str().unwrap();
    let rest = second.get(&format!("{SESSIONS}?limit=2&cursor={cursor}")).await;
    assert_eq!([page.items().clone(), rest.items().clone()].concat(), *rows);
    assert_eq!(first.get(SESSIONS).await.items()[0]["startedAt"], "2026-01-01T00:01:00Z");
    // One that waits for its second factor is no session yet.
    let mut secure = world.browser();
    secure.sign_in(SECURE, demo::PASSWORD).await.is(200);
    secure.get(SESSIONS).await.refused(401, "session-expired");
    // Those that ended by themselves are gone before their rows are.
    world.clock.advance(31 * 60);
    let mut third = world.signed_in(EMPLOYEE).await;
    assert_eq!(third.get(SESSIONS).await.items().len(), 1);
    third.post(&end(&rows[2]["id"]), json!({})).await.refused(404, "not-found");
}

#[tokio::test]
async fn s4_s5_one_session_is_ended_after_a_fresh_proof() {
    let world = World::new();
    let mut thief = world.signed_in(EMPLOYEE).await;
    let mut employee = world.signed_in(EMPLOYEE).await;
    let id = employee.get(SESSIONS).await.items()[1]["id"].clone();
    world.clock.advance(301);
    employee.post(&end(&id), json!({})).await.refused(401, "step-up-required");
    thief.get("/api/v1/me").await.is(200);
    employee.prove(None).await.is(200);
    let key = key();
    assert_eq!(employee.act(&end(&id), &key).await.is(204).header("clear-site-data"), "");
    employee.act(&end(&id), &key).await.is(204);
    employee.post(&end(&id), json!({})).await.refused(404, "not-found");
    thief.get("/api/v1/me").await.refused(401, "session-expired");
    assert_eq!(world.audited("session.end"), 1);
    let own = employee.get(SESSIONS).await.items()[0]["id"].clone();
    let answer = employee.post(&end(&own), json!({})).await;
    assert_eq!(answer.is(204).header("clear-site-data"), r#""cache","cookies","storage""#);
    assert!(employee.cookie.is_none());
}

#[tokio::test]
async fn s4_s5_signing_out_everywhere_ends_every_session_and_no_one_elses() {
    let world = World::new();
    let mut phone = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in("admin@harbor.example").await;
    let mut employee = world.signed_in(EMPLOYEE).await;
    let path = format!("{SESSIONS}/revoke-all");
    world.clock.advance(301);
    employee.post(&path, json!({})).await.refused(401, "step-up-required");
    phone.get("/api/v1/me").await.is(200);
    employee.prove(None).await.is(200);
    let mut same = employee.clone();
    let answer = employee.post(&path, json!({})).await;
    assert_eq!(answer.is(204).header("clear-site-data"), r#""cache","cookies","storage""#);
    assert_eq!(answer.header("session-expires-in"), "");
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    for browser in [&mut phone, &mut same] {
        browser.get("/api/v1/me").await.refused(401, "session-expired");
    }
    admin.get("/api/v1/me").await.is(200);
    assert_eq!(world.count("sessions WHERE account = 'employee'"), 0);
    assert_eq!(world.audited("session.revoke-all"), 1);
}

#[tokio::test]
async fn deleting_an_account_takes_its_history_along() {
    let world = World::new();
    world.signed_in(MANY).await;
    let database = world.database();
    database.execute_batch("PRAGMA foreign_keys = ON; DELETE FROM accounts WHERE id = 'many'").unwrap();
    assert_eq!(world.count("sign_ins WHERE account = 'many'"), 0);
    assert_eq!(world.count("sign_in_circumstances WHERE account = 'many'"), 0);
}

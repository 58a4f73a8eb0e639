//! The organizations connected to an account, and leaving them: features 1.2, `security.md` S4, S9, R2.

use crate::common::{Browser, DAY, ORGANIZATIONS, World, key, leave, sign_in_there};
use axum::http::Method;
use serde_json::{Value, json};

const EMPLOYEE: &str = "employee@harbor.example";

fn ids(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["id"].as_str().unwrap()).collect()
}

fn states(items: &[Value]) -> Vec<(&str, &str)> {
    items.iter().map(|item| (item["id"].as_str().unwrap(), item["leaving"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn home_comes_first_then_guests_by_name_each_with_its_state() {
    let world = World::new();
    let answer = world.signed_in(EMPLOYEE).await.organizations().await;
    let expected = [
        ("harbor-logistics", "home"),
        ("canal-bank", "forbidden"),
        ("lighthouse-design", "sign-in-first"),
        ("polder-university", "possible"),
        ("tulip-foods", "disabled-there"),
    ];
    assert_eq!(states(answer.is(200).items()), expected);
    assert!(answer.body.get("nextCursor").is_none());

    let home = answer.item("harbor-logistics").unwrap();
    assert_eq!((&home["relation"], &home["signedIn"]), (&json!("home"), &json!(true)));
    assert_eq!(home["groups"].as_array().unwrap().len(), 5);
    assert!(home.get("memberSince").is_none() && home.get("contact").is_none());

    let polder = answer.item("polder-university").unwrap();
    assert_eq!((&polder["relation"], &polder["signedIn"]), (&json!("guest"), &json!(true)));
    assert_eq!((&polder["domain"], &polder["language"]), (&json!("polder.example"), &json!("en")));
    assert_eq!(polder["memberSince"], "2024-11-15T00:00:00Z");
    assert_eq!(polder["appCount"], 5);
    let names: Vec<_> = polder["groups"].as_array().unwrap().iter().map(|group| &group["displayName"]).collect();
    assert_eq!(names, ["Harbour simulation project", "Research partners"]);
    assert!(polder.get("contact").is_none());

    assert_eq!(answer.item("lighthouse-design").unwrap()["signedIn"], false);
    let tulip = answer.item("tulip-foods").unwrap();
    assert_eq!((&tulip["signedIn"], &tulip["appCount"]), (&json!(false), &json!(0)));
    assert_eq!(tulip["contact"]["mail"], "directory@tulipfoods.example");
    let canal = answer.item("canal-bank").unwrap();
    assert_eq!(
        canal["contact"],
        json!({ "name": "Privacy Office", "mail": "privacy@canalbank.example", "phone": "+31 70 555 0511" })
    );
}

#[tokio::test]
async fn without_a_home_there_are_only_guests() {
    let world = World::new();
    let answer = world.signed_in("visitor@mail.example").await.organizations().await;
    assert_eq!(states(answer.items()), [("lighthouse-design", "sign-in-first"), ("polder-university", "possible")]);
}

#[tokio::test]
async fn disabled_at_home_comes_before_every_other_reason_and_names_homes_administrator() {
    let world = World::new();
    let mut browser = world.signed_in("suspended@harbor.example").await;
    let answer = browser.organizations().await;
    for guest in &answer.items()[1..] {
        assert_eq!(guest["leaving"], "disabled-at-home");
        assert_eq!(guest["contact"]["mail"], "it-admin@harbor.example");
    }
    assert_eq!(answer.items()[0]["leaving"], "home");
    for organization in ["polder-university", "lighthouse-design"] {
        browser.leave(organization).await.refused(409, "disabled-at-home");
    }
    assert_eq!(world.count("guests WHERE deleted_at IS NOT NULL"), 3);
}

#[tokio::test]
async fn pages_follow_each_other_without_gaps() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let answer = browser.get(&format!("{ORGANIZATIONS}?limit=2{cursor}")).await;
        seen.extend(ids(answer.is(200).items()).into_iter().map(str::to_owned));
        let Some(next) = answer.body["nextCursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen, ["harbor-logistics", "canal-bank", "lighthouse-design", "polder-university", "tulip-foods"]);
    browser.get(&format!("{ORGANIZATIONS}?limit=101")).await.refused(422, "invalid-fields");
    for query in ["limit=0", "cursor=", "cursor=x", "cursor=bnVsbA"] {
        browser.get(&format!("{ORGANIZATIONS}?{query}")).await.refused(422, "invalid-fields");
    }
    for query in ["limit=x", "limit=-1", "unknown=1", "limit=1&limit=2"] {
        browser.get(&format!("{ORGANIZATIONS}?{query}")).await.refused(400, "malformed-request");
    }
}

#[tokio::test]
async fn leaving_takes_the_organization_its_apps_and_its_session_away() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    browser.post(&sign_in_there("polder-university"), json!({})).await.is(200);
    assert_eq!(browser.get("/api/v1/me/apps?q=Library").await.items().len(), 2);
    let answer = browser.leave("polder-university").await;
    assert!(answer.is(204).bytes.is_empty());
    assert!(answer.header("session-expires-in") == "1800");
    assert!(browser.organizations().await.item("polder-university").is_none());
    assert_eq!(browser.get("/api/v1/me/apps").await.items().len(), 37);
    let session = browser.get("/api/v1/session").await;
    assert_eq!(session.body["user"]["currentOrganization"]["id"], "harbor-logistics");
    assert_eq!(world.count("session_organizations WHERE organization = 'polder-university'"), 0);
    let audit: (String, String, String, String) = world
        .database()
        .query_row(
            "SELECT actor, target, address, session FROM audit WHERE action = 'organization.leave' AND request_id = ?1",
            [answer.header("x-request-id")],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
        .unwrap();
    assert_eq!((audit.0.as_str(), audit.1.as_str(), audit.2.as_str()), ("employee", "polder-university", "192.0.2.1"));
    browser.leave("polder-university").await.refused(404, "not-found");
    browser.post(&sign_in_there("polder-university"), json!({})).await.refused(404, "not-found");
}

#[tokio::test]
async fn leaving_in_one_session_takes_every_session_of_the_account_out() {
    let world = World::new();
    let mut one = world.signed_in(EMPLOYEE).await;
    let mut other = world.signed_in(EMPLOYEE).await;
    other.post(&sign_in_there("polder-university"), json!({})).await.is(200);
    one.leave("polder-university").await.is(204);
    let session = other.get("/api/v1/session").await;
    assert_eq!(session.body["user"]["currentOrganization"]["id"], "harbor-logistics");
    // Somebody else there is not concerned.
    assert!(world.signed_in("visitor@mail.example").await.organizations().await.item("polder-university").is_some());
}

#[tokio::test]
async fn an_account_without_a_home_can_leave_its_last_organization() {
    let world = World::new();
    let mut browser = world.signed_in("visitor@mail.example").await;
    let purpose = "organization-sign-in:lighthouse-design";
    browser.prove(Some(purpose)).await.is(200);
    browser.post(&sign_in_there("lighthouse-design"), json!({})).await.is(200);
    browser.leave("lighthouse-design").await.is(204);
    let session = browser.get("/api/v1/session").await;
    assert_eq!(session.body["state"], "signed-in");
    assert!(session.body["user"].get("currentOrganization").is_none());
    browser.leave("polder-university").await.is(204);
    assert_eq!(browser.organizations().await.is(200).items().len(), 0);
    assert_eq!(browser.get("/api/v1/me/apps").await.items().len(), 0);
}

#[tokio::test]
async fn every_reason_against_leaving_has_its_code_and_no_effect() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    // The state is told before a proof is asked for: nobody proves who they are for nothing.
    world.clock.advance(400);
    for (organization, status, code) in [
        ("harbor-logistics", 409, "home-organization"),
        ("canal-bank", 409, "leaving-forbidden"),
        ("tulip-foods", 409, "disabled-there"),
        ("lighthouse-design", 409, "sign-in-there-first"),
        ("polder-university", 401, "step-up-required"),
        // It exists, but not for this account.
        ("windmill-studio", 404, "not-found"),
        ("no-such-thing", 404, "not-found"),
        ("%ff", 404, "not-found"),
    ] {
        browser.leave(organization).await.refused(status, code);
    }
    assert_eq!(world.count("guests WHERE account = 'employee' AND deleted_at IS NULL"), 4);
    assert_eq!(world.audited("organization.leave"), 0);
    assert_eq!(world.count("idempotency"), 0);
    world.browser().leave("polder-university").await.refused(401, "session-expired");
}

#[tokio::test]
async fn s4_leaving_needs_a_proof_of_at_most_300_seconds() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    world.clock.advance(301);
    let key = key();
    let answer = browser.act(&leave("polder-university"), &key).await;
    answer.refused(401, "step-up-required");
    assert_eq!(answer.header("www-authenticate"), r#"Session error="insufficient_user_authentication", max_age="300""#);
    assert!(answer.body.get("purpose").is_none());
    assert!(browser.organizations().await.item("polder-university").is_some());
    // The same request goes through after a proof: refusals are not remembered.
    browser.prove(None).await.is(200);
    world.clock.advance(300);
    browser.act(&leave("polder-university"), &key).await.is(204);
}

#[tokio::test]
async fn s4_an_organization_with_its_own_sign_in_needs_a_proof_for_that_very_purpose_used_once() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let path = sign_in_there("lighthouse-design");
    let purpose = "organization-sign-in:lighthouse-design";
    let answer = browser.post(&path, json!({})).await;
    assert_eq!(answer.refused(401, "step-up-required").body["purpose"], purpose);
    for wrong in [None, Some("organization-sign-in:polder-university")] {
        browser.prove(wrong).await.is(200);
        browser.post(&path, json!({})).await.refused(401, "step-up-required");
    }
    browser.prove(Some(purpose)).await.is(200);
    // Another session of the same person has not proved anything.
    world.signed_in(EMPLOYEE).await.post(&path, json!({})).await.refused(401, "step-up-required");
    world.clock.advance(301);
    browser.post(&path, json!({})).await.refused(401, "step-up-required");
    browser.prove(Some(purpose)).await.is(200);
    let key = key();
    let answer = browser.act(&path, &key).await;
    assert_eq!(answer.is(200).body["user"]["currentOrganization"]["id"], "lighthouse-design");
    assert_eq!(world.count("proofs WHERE purpose = 'organization-sign-in:lighthouse-design'"), 0);
    assert_eq!(browser.act(&path, &key).await.is(200).body["state"], "signed-in");
    assert_eq!(world.audited("organization.sign-in"), 1);
    let list = browser.organizations().await;
    let row = list.item("lighthouse-design").unwrap();
    assert_eq!((&row["signedIn"], &row["leaving"]), (&json!(true), &json!("possible")));
    browser.leave("lighthouse-design").await.is(204);
    // The other session never signed in there.
    let mut fresh = world.signed_in(EMPLOYEE).await;
    assert!(fresh.organizations().await.item("lighthouse-design").is_none());
}

#[tokio::test]
async fn switching_organization_needs_a_fresh_proof_and_is_refused_where_the_guest_is_disabled() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let answer = browser.post(&sign_in_there("polder-university"), json!({})).await;
    assert_eq!(answer.is(200).body["user"]["currentOrganization"]["displayName"], "Polder University");
    world.clock.advance(301);
    for organization in ["harbor-logistics", "canal-bank"] {
        let answer = browser.post(&sign_in_there(organization), json!({})).await;
        assert!(answer.refused(401, "step-up-required").body.get("purpose").is_none());
    }
    browser.post(&sign_in_there("tulip-foods"), json!({})).await.refused(409, "disabled-there");
    browser.post(&sign_in_there("windmill-studio"), json!({})).await.refused(404, "not-found");
    browser.prove(None).await.is(200);
    let answer = browser.post(&sign_in_there("harbor-logistics"), json!({})).await;
    assert_eq!(answer.is(200).body["user"]["currentOrganization"]["id"], "harbor-logistics");
    assert_eq!(world.count("session_organizations WHERE organization = 'harbor-logistics'"), 0);
}

#[tokio::test]
async fn r2_a_repeat_with_the_same_key_has_one_effect_for_24_hours() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let key = key();
    browser.act(&leave("polder-university"), &key).await.is(204);
    world.clock.advance(1000);
    browser.act(&leave("polder-university"), &key).await.is(204);
    assert_eq!(world.audited("organization.leave"), 1);
    browser.act(&leave("polder-university"), &crate::common::key()).await.refused(404, "not-found");
    // Another person's key is another key.
    let mut visitor = world.signed_in("visitor@mail.example").await;
    visitor.act(&leave("polder-university"), &key).await.is(204);
    world.clock.advance(DAY - 1000);
    world.signed_in(EMPLOYEE).await.act(&leave("polder-university"), &key).await.refused(404, "not-found");
}

#[tokio::test]
async fn a_key_used_for_another_address_or_body_is_refused() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let key = key();
    browser.act(&leave("polder-university"), &key).await.is(204);
    browser.act(&leave("canal-bank"), &key).await.refused(422, "idempotency-key-reused");
    let mut request = Browser::request(Method::POST, &leave("polder-university"), Some(json!({})));
    request.headers_mut().insert("idempotency-key", key.parse().unwrap());
    *request.body_mut() = " {}".into();
    browser.send(request).await.refused(422, "idempotency-key-reused");
    let mut request = Browser::request(Method::POST, &leave("polder-university"), Some(json!({})));
    request.headers_mut().remove("idempotency-key");
    browser.send(request).await.refused(400, "idempotency-key-missing");
}

#[tokio::test(flavor = "multi_thread")]
async fn r4_the_same_leave_many_times_at_once_has_one_effect_and_one_audit_row() {
    let world = World::new();
    let browser = world.signed_in(EMPLOYEE).await;
    // Somebody holds the database, so that all of them are under way before the first can finish.
    let held = world.database();
    held.execute_batch("BEGIN IMMEDIATE").unwrap();
    let key = key();
    let answers: Vec<_> = (0..8)
        .map(|_| {
            let (mut browser, key) = (browser.clone(), key.clone());
            tokio::spawn(async move { browser.act(&leave("polder-university"), &key).await.status.as_u16() })
        })
        .collect();
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    held.execute_batch("ROLLBACK").unwrap();
    let mut statuses = Vec::new();
    for answer in answers {
        statuses.push(answer.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 409, 409, 409, 409, 409, 409, 409]);
    assert_eq!(world.audited("organization.leave"), 1);
}

#[tokio::test]
async fn s9_a_leave_whose_audit_row_cannot_be_written_does_not_happen() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let database = world.database();
    database
        .execute_batch("CREATE TRIGGER no_more BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'disk full'); END")
        .unwrap();
    browser.leave("polder-university").await.refused(500, "internal");
    assert_eq!(world.count("guests WHERE id = 'guest-employee-polder' AND deleted_at IS NULL"), 1);
    assert_eq!(world.count("idempotency"), 0);
    database.execute_batch("DROP TRIGGER no_more").unwrap();
    browser.leave("polder-university").await.is(204);
}

#[tokio::test]
async fn s9_the_audit_is_append_only() {
    let world = World::new();
    world.signed_in(EMPLOYEE).await;
    let database = world.database();
    assert!(database.execute("UPDATE audit SET actor = 'nobody'", []).is_err());
    assert!(database.execute("DELETE FROM audit", []).is_err());
    assert_eq!(world.audited("session.sign-in"), 1);
}

#[tokio::test]
async fn a_database_held_by_somebody_else_is_503_and_nothing_happens() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let held = world.database();
    held.execute_batch("BEGIN IMMEDIATE").unwrap();
    let answer = browser.leave("polder-university").await;
    assert!(!answer.refused(503, "unavailable").header("retry-after").is_empty());
    browser.organizations().await.is(200);
    held.execute_batch("ROLLBACK").unwrap();
    assert_eq!(world.audited("organization.leave"), 0);
}

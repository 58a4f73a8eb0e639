//! Terms of use: features 2.3.

use crate::common::{Answer, Browser, DAY, START, World};
use my_account_server::clock::rfc3339;
use serde_json::{Value, json};

const TERMS: &str = "/api/v1/me/terms-of-use";
const APPS: &str = "/api/v1/me/apps";
const EMPLOYEE: &str = "employee@harbor.example";
const GENERAL: &str = "harbor-general";
const TABLETS: &str = "harbor-quay-tablets";

async fn answer(browser: &mut Browser, terms: &str, verb: &str, version: &str, language: &str) -> Answer {
    let path = format!("{TERMS}/{terms}/{verb}");
    browser.post(&path, json!({ "version": version, "language": language })).await
}

async fn document(browser: &mut Browser, terms: &str) -> Value {
    browser.get(TERMS).await.is(200).item(terms).unwrap().clone()
}

async fn app(browser: &mut Browser, app: &str) -> Value {
    browser.get(APPS).await.is(200).item(app).unwrap().clone()
}

#[tokio::test]
async fn what_is_not_accepted_comes_first_and_names_the_apps_that_wait() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let list = employee.get(TERMS).await;
    let states: Vec<_> = list.is(200).items().iter().map(|it| (it["id"].clone(), it["state"].clone())).collect();
    let expected = [(GENERAL, "pending"), ("polder-network", "pending"), (TABLETS, "accepted")]
        .map(|it| (json!(it.0), json!(it.1)));
    assert_eq!(states, expected);
    let general = document(&mut employee, GENERAL).await;
    assert_eq!(
        general["apps"],
        json!([
            {
                "id": "harbor-dangerous-goods", "displayName": "Dangerous goods",
                "texts": [{
                    "language": "nl", "displayName": "Gevaarlijke stoffen",
                    "description": "Regels, vergunningen en stuwage",
                }],
            },
            {
                "id": "harbor-incident-log", "displayName": "Incident log",
                "texts": [{
                    "language": "nl", "displayName": "Incidentenlogboek",
                    "description": "Wat er op de kade is gebeurd",
                }],
            },
        ])
    );
    let tablets = document(&mut employee, TABLETS).await;
    assert_eq!(tablets["acceptedAt"], rfc3339(START - 200 * DAY));
    assert_eq!(tablets["expiresAt"], rfc3339(START + 165 * DAY));
    // The colleague has no such app: there is nothing to keep closed.
    let mut admin = world.signed_in("admin@harbor.example").await;
    assert!(document(&mut admin, GENERAL).await.get("apps").is_none());
    world.browser().get(TERMS).await.refused(401, "session-expired");
}

#[tokio::test]
async fn apps_behind_terms_open_once_they_are_accepted_and_not_before() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let open = format!("{APPS}/harbor-incident-log/open");
    let closed = app(&mut employee, "harbor-incident-log").await;
    assert_eq!((closed.get("launchUrl"), &closed["terms"]), (None, &json!(GENERAL)));
    employee.post(&open, json!({})).await.refused(403, "terms-not-accepted");
    assert_eq!(world.audited("app.open"), 0);
    answer(&mut employee, GENERAL, "accept", "2026-03", "nl").await.is(204);
    let opened = app(&mut employee, "harbor-incident-log").await;
    assert_eq!(opened["launchUrl"], "https://incident-log.apps.harbor.example/");
    assert!(opened.get("terms").is_none());
    employee.post(&open, json!({})).await.is(204);
    let accepted = document(&mut employee, GENERAL).await;
    assert_eq!((&accepted["state"], &accepted["acceptedAt"]), (&json!("accepted"), &json!(rfc3339(world.clock.now()))));
    assert!(accepted.get("expiresAt").is_none());
    // Recorded with the version, the language and the time; the older version's answer stays.
    assert_eq!(
        world.count(&format!(
            "terms_answers WHERE account = 'employee' AND terms = '{GENERAL}' AND version = '2026-03'
             AND language = 'nl' AND accepted AND answered_at = {}",
            world.clock.now()
        )),
        1
    );
    assert_eq!(world.count("terms_answers WHERE account = 'employee' AND version = '2025-01'"), 1);
    assert_eq!(world.count("audit WHERE action = 'terms.accept' AND target = 'harbor-general 2026-03 nl'"), 1);
}

#[tokio::test]
async fn declining_is_recorded_keeps_the_apps_closed_and_can_be_thought_over() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    answer(&mut employee, TABLETS, "decline", "2025-11", "en").await.is(204);
    assert_eq!(world.audited("terms.decline"), 1);
    let declined = document(&mut employee, TABLETS).await;
    assert_eq!((&declined["state"], declined.get("acceptedAt")), (&json!("declined"), None));
    let closed = app(&mut employee, "harbor-safety-reports").await;
    assert_eq!((closed.get("launchUrl"), &closed["terms"]), (None, &json!(TABLETS)));
    answer(&mut employee, TABLETS, "accept", "2025-11", "en").await.is(204);
    assert!(app(&mut employee, "harbor-safety-reports").await.get("terms").is_none());
}

#[tokio::test]
async fn an_acceptance_runs_out_and_is_asked_again() {
    let world = World::new();
    let end = START + 165 * DAY;
    world.clock.advance(end - world.clock.now() - 60);
    let mut employee = world.signed_in(EMPLOYEE).await;
    world.clock.advance(end - world.clock.now() - 1);
    assert_eq!(document(&mut employee, TABLETS).await["state"], "accepted");
    world.clock.advance(1);
    let expired = document(&mut employee, TABLETS).await;
    assert_eq!((&expired["state"], expired.get("acceptedAt")), (&json!("expired"), None));
    assert_eq!(app(&mut employee, "harbor-safety-reports").await["terms"], TABLETS);
    answer(&mut employee, TABLETS, "accept", "2025-11", "nl").await.is(204);
    assert_eq!(document(&mut employee, TABLETS).await["state"], "accepted");
}

#[tokio::test]
async fn only_the_version_that_holds_in_a_language_that_is_there_can_be_answered() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let before = world.dump("terms_answers");
    for verb in ["accept", "decline"] {
        answer(&mut employee, GENERAL, verb, "2025-01", "en").await.refused(412, "stale");
        let refused = answer(&mut employee, GENERAL, verb, "2026-03", "fr").await;
        refused.refused(422, "invalid-fields");
        assert_eq!(refused.body["errors"][0]["pointer"], "/language");
        answer(&mut employee, "nothing", verb, "2026-03", "en").await.refused(404, "not-found");
    }
    // A new version that comes while somebody reads the older one.
    world.database().execute("UPDATE terms_of_use SET version = '2026-12' WHERE id = ?1", [GENERAL]).unwrap();
    answer(&mut employee, GENERAL, "accept", "2026-03", "en").await.refused(412, "stale");
    assert_eq!(world.dump("terms_answers"), before);
}

#[tokio::test]
async fn documents_of_an_organization_that_was_left_hold_no_more() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    answer(&mut employee, "polder-network", "accept", "2026-01", "en").await.is(204);
    employee.leave("polder-university").await.is(204);
    assert!(employee.get(TERMS).await.item("polder-network").is_none());
    answer(&mut employee, "polder-network", "decline", "2026-01", "en").await.refused(404, "not-found");
    // Somebody else's organization.
    let mut solo = world.signed_in("solo@windmill.example").await;
    answer(&mut solo, GENERAL, "accept", "2026-03", "en").await.refused(404, "not-found");
    assert_eq!(solo.get(TERMS).await.items().len(), 0);
}

#[tokio::test]
async fn the_same_answer_twice_is_one() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let path = format!("{TERMS}/{GENERAL}/accept");
    let body = json!({ "version": "2026-03", "language": "en" });
    let key = crate::common::key();
    for _ in 0..2 {
        let mut request = Browser::request(axum::http::Method::POST, &path, Some(body.clone()));
        request.headers_mut().insert("idempotency-key", key.parse().unwrap());
        employee.send(request).await.is(204);
    }
    assert_eq!(world.audited("terms.accept"), 1);
}

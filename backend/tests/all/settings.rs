//! Language, region and privacy: features 1.7.

use crate::common::{Answer, Browser, DAY, START, World};
use axum::http::Method;
use my_account_server::{
    clock::rfc3339,
    store::{
        StoreError,
        directory::DirectoryError,
        privacy::provision,
        terms::{self, provision::NewTerms},
    },
};
use portal_contract::{preferences::REGIONAL_FORMATS, privacy::Edition};
use serde_json::{Value, json};

const EMPLOYEE: &str = "employee@harbor.example";
const OWNER: &str = "owner@polder.example";
const PREFERENCES: &str = "/api/v1/me/preferences";
const PRIVACY: &str = "/api/v1/me/privacy";

/// Changes preferences as the page does: on the version that was read last.
async fn change(browser: &mut Browser, body: Value) -> Answer {
    let etag = browser.get(PREFERENCES).await.is(200).header("etag").to_owned();
    let mut request = Browser::request(Method::PATCH, PREFERENCES, Some(body));
    request.headers_mut().insert("if-match", etag.parse().unwrap());
    browser.send(request).await
}

#[tokio::test]
async fn format_and_zone_are_stored_told_with_the_session_and_can_be_forgotten() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let answer = change(&mut browser, json!({ "regionalFormat": "nl-BE", "timeZone": "America/New_York" })).await;
    assert_eq!(answer.is(200).body, json!({ "regionalFormat": "nl-BE", "timeZone": "America/New_York" }));
    let answer = change(&mut browser, json!({ "displayLanguage": "nl" })).await;
    let all = json!({ "displayLanguage": "nl", "regionalFormat": "nl-BE", "timeZone": "America/New_York" });
    assert_eq!(answer.is(200).body, all);
    let user = world.signed_in(EMPLOYEE).await.get("/api/v1/session").await.body["user"].clone();
    assert_eq!((&user["regionalFormat"], &user["timeZone"]), (&json!("nl-BE"), &json!("America/New_York")));
    assert_eq!(user["displayLanguage"], "nl");
    let answer = change(&mut browser, json!({ "regionalFormat": "", "timeZone": "" })).await;
    assert_eq!(answer.is(200).body, json!({ "displayLanguage": "nl" }));
    assert_eq!(world.audited("preferences.update"), 3);
    // A change of nothing changes nothing, not even the version.
    let before = browser.get(PREFERENCES).await;
    let answer = change(&mut browser, json!({})).await;
    assert_eq!((&answer.is(200).body, answer.header("etag")), (&before.body, before.header("etag")));
    assert_eq!(world.audited("preferences.update"), 3);
}

#[tokio::test]
async fn only_known_formats_and_zones_are_taken() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    for format in REGIONAL_FORMATS {
        change(&mut browser, json!({ "regionalFormat": format })).await.is(200);
    }
    for zone in ["UTC", "Europe/Amsterdam", "Asia/Kolkata", "Asia/Calcutta", "America/Argentina/Buenos_Aires"] {
        change(&mut browser, json!({ "timeZone": zone })).await.is(200);
    }
    for format in ["nl", "nl-nl", "xx-XX", "en-GB-u-ca-buddhist", " en-GB", "<b>"] {
        let answer = change(&mut browser, json!({ "regionalFormat": format })).await;
        let errors = json!([{ "pointer": "/regionalFormat", "code": "malformed" }]);
        assert_eq!(answer.refused(422, "invalid-fields").body["errors"], errors, "{format}");
    }
    for zone in ["Europe/Rotterdam", "europe/amsterdam", "+01:00", "../etc/passwd", " UTC", "x"] {
        let answer = change(&mut browser, json!({ "timeZone": zone })).await;
        let errors = json!([{ "pointer": "/timeZone", "code": "malformed" }]);
        assert_eq!(answer.refused(422, "invalid-fields").body["errors"], errors, "{zone}");
    }
    let both = change(&mut browser, json!({ "regionalFormat": "x", "timeZone": "x" })).await;
    assert_eq!(both.refused(422, "invalid-fields").body["errors"].as_array().unwrap().len(), 2);
    change(&mut browser, json!({ "timezone": "UTC" })).await.refused(400, "malformed-request");
    let stored = browser.get(PREFERENCES).await;
    assert_eq!(stored.body["timeZone"], "America/Argentina/Buenos_Aires");
}

#[tokio::test]
async fn what_the_organization_decides_holds_and_cannot_be_changed() {
    let world = World::new();
    let mut owner = world.signed_in(OWNER).await;
    let answer = owner.get(PREFERENCES).await;
    let organization = json!({ "id": "polder-university", "displayName": "Polder University", "language": "en" });
    let locks = json!([{ "preference": "time-zone", "organization": organization }]);
    assert_eq!(answer.is(200).body, json!({ "timeZone": "Europe/Amsterdam", "locks": locks }));
    for body in [
        json!({ "timeZone": "UTC" }),
        json!({ "timeZone": "" }),
        json!({ "timeZone": "UTC", "regionalFormat": "nl-NL" }),
    ] {
        change(&mut owner, body).await.refused(403, "decided-by-organization");
    }
    assert_eq!(world.count("accounts WHERE time_zone IS NOT NULL OR regional_format IS NOT NULL"), 0);
    // The rest is the person's own.
    let answer = change(&mut owner, json!({ "regionalFormat": "nl-NL" })).await;
    assert_eq!(answer.is(200).body["regionalFormat"], "nl-NL");
    assert_eq!(owner.get("/api/v1/session").await.body["user"]["timeZone"], "Europe/Amsterdam");
    // A choice from before goes behind the organization's.
    world
        .database()
        .execute_batch(
            "UPDATE accounts SET time_zone = 'UTC', display_language = 'en' WHERE id = 'owner';
             INSERT INTO preference_locks VALUES ('polder-university', 'display-language', 'nl'),
                 ('polder-university', 'regional-format', 'nl-BE')",
        )
        .unwrap();
    let body = owner.get(PREFERENCES).await.body;
    assert_eq!((&body["displayLanguage"], &body["regionalFormat"]), (&json!("nl"), &json!("nl-BE")));
    assert_eq!(body["timeZone"], "Europe/Amsterdam");
    for body in [json!({ "displayLanguage": "en" }), json!({ "regionalFormat": "en-GB" })] {
        change(&mut owner, body).await.refused(403, "decided-by-organization");
    }
    // Being a guest there locks nothing.
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert!(employee.get(PREFERENCES).await.body.get("locks").is_none());
}

#[tokio::test]
async fn privacy_tells_notice_services_and_terms() {
    let world = World::new();
    let answer = world.signed_in(EMPLOYEE).await.get(PRIVACY).await;
    let body = &answer.is(200).body;
    let notice = &body["notice"];
    assert_eq!(notice["organization"]["id"], "harbor-logistics");
    assert_eq!(notice["contact"]["mail"], "privacy@harbor.example");
    let languages: Vec<_> = notice["editions"].as_array().unwrap().iter().map(|it| &it["language"]).collect();
    assert_eq!(languages, ["en", "nl"]);
    let services: Vec<_> = body["services"].as_array().unwrap().iter().map(|it| &it["displayName"]).collect();
    assert_eq!(services, ["Meeting room planner", "Organization chart", "Research survey"]);
    assert_eq!(body["services"][1]["access"], json!(["profile", "mail-address", "groups"]));
    assert_eq!(body["services"][1]["connectedAt"], rfc3339(START - 410 * DAY));
    let terms: Vec<_> = body["termsOfUse"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["id"].as_str().unwrap(), it["acceptedAt"].as_str()))
        .collect();
    let accepted = rfc3339(START - 200 * DAY);
    // An older version was accepted: the new one is waiting again.
    assert_eq!(
        terms,
        [("harbor-general", None), ("polder-network", None), ("harbor-quay-tablets", Some(accepted.as_str()))]
    );
    assert_eq!(body["termsOfUse"][1]["editions"][0]["url"], "https://www.polder.example/network-rules");
    assert_eq!(world.count("terms_answers WHERE account = 'employee' AND version = '2025-01'"), 1);
}

#[tokio::test]
async fn without_a_home_organization_there_is_no_notice_and_left_organizations_ask_nothing() {
    let world = World::new();
    let mut visitor = world.signed_in("visitor@mail.example").await;
    let body = visitor.get(PRIVACY).await.is(200).body.clone();
    assert!(body.get("notice").is_none());
    assert_eq!(body["services"], json!([]));
    assert_eq!(body["termsOfUse"].as_array().unwrap().len(), 1);
    visitor.leave("polder-university").await.is(204);
    assert_eq!(visitor.get(PRIVACY).await.body["termsOfUse"], json!([]));
    world.browser().get(PRIVACY).await.refused(401, "session-expired");
}

#[tokio::test]
async fn s10_addresses_of_documents_are_https_or_not_stored() {
    let world = World::new();
    for url in ["javascript:alert(1)", "http://polder.example/", "//evil.example", "https://a@evil.example/"] {
        let document = edition(url);
        let notice = world
            .portal
            .store
            .write(move |transaction| provision::add_notice(transaction, "tulip-foods", &document))
            .await;
        assert!(matches!(notice, Err(DirectoryError::LaunchUrl(_))), "{url}");
        let document = [edition(url)];
        let tulip = NewTerms { id: "tulip-terms", organization: "tulip-foods", version: "1", valid_days: None };
        let added = world.portal.store.write(move |transaction| terms::provision::add(transaction, &tulip, &document));
        assert!(matches!(added.await, Err(DirectoryError::LaunchUrl(_))), "{url}");
    }
    assert_eq!(world.count("terms_of_use WHERE id = 'tulip-terms'"), 0);
    let nothing = Edition { url: None, ..edition("") };
    let stored =
        world.portal.store.write(move |transaction| provision::add_notice(transaction, "tulip-foods", &nothing)).await;
    assert!(matches!(stored, Err(DirectoryError::Store(StoreError::Sqlite(_)))), "neither text nor address");
}

fn edition(url: &str) -> Edition {
    Edition { language: "nl".to_owned(), title: "Regels".to_owned(), text: None, url: Some(url.to_owned()) }
}

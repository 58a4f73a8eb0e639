//! What every address refuses, and the smaller resources: `security.md` S2, S3; `design.md` section 4.

use crate::common::{Browser, World, key, leave};
use axum::{
    body::Body,
    http::{Method, Request},
};
use portal_contract::capabilities::operations;
use serde_json::json;

const EMPLOYEE: &str = "employee@harbor.example";
const PREFERENCES: &str = "/api/v1/me/preferences";

/// A leave with exactly these headers besides `Host` and the key.
fn bare(headers: &[(&str, &str)], body: &'static str) -> Request<Body> {
    let mut request = Request::post(leave("polder-university")).header("host", "portal.example:8080");
    request = request.header("idempotency-key", key());
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::from(body)).unwrap()
}

#[tokio::test]
async fn s3_requests_of_other_sites_are_refused_without_effect() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    world.clock.advance(100);
    const JSON: (&str, &str) = ("content-type", "application/json");
    const PORTAL: (&str, &str) = ("x-portal-request", "1");
    let own = ("origin", "http://portal.example:8080");
    let refused: [&[(&str, &str)]; 14] = [
        &[JSON, PORTAL, ("sec-fetch-site", "cross-site")],
        &[JSON, PORTAL, ("sec-fetch-site", "same-site")],
        &[JSON, PORTAL, ("sec-fetch-site", "none")],
        &[JSON, PORTAL, ("sec-fetch-site", "")],
        &[JSON, PORTAL, ("sec-fetch-site", "cross-site"), own],
        &[JSON, PORTAL, ("origin", "https://evil.example")],
        &[JSON, PORTAL, ("origin", "null")],
        &[JSON, PORTAL, ("origin", "http://portal.example")],
        &[JSON, PORTAL, ("origin", "http://portal.example:8080.evil.example")],
        &[JSON, PORTAL, ("origin", "http://evil.example/portal.example:8080")],
        &[JSON],
        &[JSON, ("sec-fetch-site", "same-origin")],
        &[JSON, ("x-portal-request", "0"), ("sec-fetch-site", "same-origin")],
        // The form of another site.
        &[("content-type", "application/x-www-form-urlencoded"), own],
    ];
    for headers in refused {
        let answer = browser.send(bare(headers, "{}")).await;
        answer.refused(403, "cross-site-request");
        assert_eq!(answer.header("session-expires-in"), "", "not even the session is looked at: {headers:?}");
    }
    for kind in
        ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "application/jsonx"]
    {
        let headers = [PORTAL, ("sec-fetch-site", "same-origin"), ("content-type", kind)];
        browser.send(bare(&headers, "{}")).await.refused(415, "unsupported-media-type");
    }
    for path in ["/api/v1/session", "/api/v1/organizations/polder-university/deleted-users/x"] {
        let request = Request::delete(path).header("sec-fetch-site", "cross-site").header(PORTAL.0, PORTAL.1);
        browser.send(request.body(Body::empty()).unwrap()).await.refused(403, "cross-site-request");
        browser.send(Request::delete(path).body(Body::empty()).unwrap()).await.refused(403, "cross-site-request");
    }
    assert_eq!(world.count("guests WHERE deleted_at IS NOT NULL"), 3);
    assert_eq!(world.count("sessions WHERE last_seen_at = created_at"), 1);
    assert_eq!(world.count("audit WHERE actor <> 'system'"), 1);
    // No other site's form: it comes from the portal's own pages, and is still not of the type that a body has.
    browser.send(bare(&[PORTAL, own], "{}")).await.refused(415, "unsupported-media-type");
    assert_eq!(world.count("guests WHERE deleted_at IS NOT NULL"), 3);
    // The portal's own pages, with and without the newer header.
    browser.send(bare(&[("content-type", "application/json; charset=utf-8"), PORTAL, own], "{}")).await.is(204);
    let headers = [JSON, PORTAL, ("sec-fetch-site", "same-origin")];
    browser.send(bare(&headers, "{}")).await.refused(404, "not-found");
}

#[tokio::test]
async fn s2_no_answer_shares_anything_with_other_origins() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    for method in [Method::GET, Method::OPTIONS] {
        let mut request = Browser::request(method, "/api/v1/me", None);
        request.headers_mut().insert("origin", "https://evil.example".parse().unwrap());
        request.headers_mut().insert("access-control-request-method", "POST".parse().unwrap());
        let answer = browser.send(request).await;
        assert!(answer.headers.keys().all(|name| !name.as_str().starts_with("access-control")));
    }
}

#[tokio::test]
async fn malformed_bodies_are_400_and_large_ones_413() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let headers = [("content-type", "application/json"), ("x-portal-request", "1"), ("sec-fetch-site", "same-origin")];
    for body in ["", "{", "[]", "null", "{\"more\":1}", "{} {}", "\u{feff}{}"] {
        browser.send(bare(&headers, body)).await.refused(400, "malformed-request");
    }
    for body in [
        json!({}),
        json!({ "userId": "x" }),
        json!({ "userId": 1, "password": "x" }),
        json!({ "userId": "x", "password": "x", "admin": true }),
    ] {
        browser.post("/api/v1/session", body).await.refused(400, "malformed-request");
    }
    let large = json!({ "userId": "x".repeat(65_536), "password": "x" });
    browser.post("/api/v1/session", large).await.refused(413, "body-too-large");
    let fits = json!({ "userId": "x".repeat(65_000), "password": "x" });
    browser.post("/api/v1/session", fits).await.refused(422, "invalid-fields");
    assert_eq!(world.count("sign_in_attempts"), 0);
}

#[tokio::test]
async fn unknown_addresses_are_404_and_other_verbs_405() {
    let world = World::new();
    let mut browser = world.browser();
    for path in ["/api", "/api/", "/api/v1", "/api/v1/", "/api/v2/me", "/api/v1/me/", "/api/x.js", "/api/../index.html"]
    {
        browser.get(path).await.refused(404, "not-found");
        browser.post(path, json!({})).await.refused(404, "not-found");
    }
    for (method, path, allow) in [
        (Method::DELETE, "/api/v1/me", "GET,HEAD"),
        (Method::GET, "/api/v1/session/proof", "POST"),
        (Method::PATCH, "/api/v1/session", "GET,HEAD,POST,DELETE"),
        (Method::PUT, PREFERENCES, "GET,HEAD,PATCH"),
    ] {
        let answer = browser.send(Browser::request(method, path, Some(json!({})))).await;
        let mut allowed: Vec<_> = answer.refused(405, "method-not-allowed").header("allow").split(',').collect();
        let mut expected: Vec<_> = allow.split(',').collect();
        allowed.sort_unstable();
        expected.sort_unstable();
        assert_eq!(allowed, expected);
    }
    let head = browser.send(Browser::request(Method::HEAD, "/api/v1/capabilities", None)).await;
    assert!(head.is(200).bytes.is_empty());
}

#[tokio::test]
async fn me_is_what_the_organization_says() {
    let world = World::new();
    let answer = world.signed_in(EMPLOYEE).await.get("/api/v1/me").await;
    let expected = json!({
        "id": "employee",
        "userId": EMPLOYEE,
        "displayName": "Eva de Graaf",
        "jobTitle": "Operations planner",
        "mail": EMPLOYEE,
        "officeLocation": "Rotterdam, Quay 4",
        "photoChangeable": true,
        "homeOrganization": { "id": "harbor-logistics", "displayName": "Harbor Logistics", "language": "en" },
        "helpContact": { "name": "Harbor help desk", "mail": "helpdesk@harbor.example", "phone": "+31 10 555 0100" },
    });
    assert_eq!(answer.is(200).body, expected);
    let visitor = world.signed_in("visitor@mail.example").await.get("/api/v1/me").await;
    assert!(visitor.body.get("homeOrganization").is_none() && visitor.body.get("helpContact").is_none());
}

#[tokio::test]
async fn preferences_are_changed_only_by_who_read_the_last_version() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let answer = browser.get(PREFERENCES).await;
    assert_eq!(answer.is(200).body, json!({}));
    let etag = answer.header("etag").to_owned();
    let change = |tag: Option<&str>, body: serde_json::Value| {
        let mut request = Browser::request(Method::PATCH, PREFERENCES, Some(body));
        if let Some(tag) = tag {
            request.headers_mut().insert("if-match", tag.parse().unwrap());
        }
        request
    };
    let dutch = json!({ "displayLanguage": "nl" });
    browser.send(change(None, dutch.clone())).await.refused(428, "precondition-required");
    for stale in ["\"0\"", "x", &format!("W/{etag}")] {
        browser.send(change(Some(stale), dutch.clone())).await.refused(412, "stale");
    }
    for malformed in [
        json!({ "displayLanguage": "fr" }),
        json!({ "displayLanguage": 1 }),
        json!({ "displayLanguage": "nl", "x": 1 }),
    ] {
        browser.send(change(Some(&etag), malformed)).await.refused(400, "malformed-request");
    }
    let answer = browser.send(change(Some(&format!("\"0\", {etag}")), dutch.clone())).await;
    assert_eq!(answer.is(200).body, dutch);
    assert_ne!(answer.header("etag"), etag);
    browser.send(change(Some(&etag), dutch.clone())).await.refused(412, "stale");
    assert_eq!(browser.get(PREFERENCES).await.header("etag"), answer.header("etag"));
    assert_eq!(browser.get("/api/v1/session").await.body["user"]["displayLanguage"], "nl");
    assert_eq!(world.audited("preferences.update"), 1);
    browser.send(change(Some("*"), json!({ "displayLanguage": "en" }))).await.is(200);
    world.browser().get(PREFERENCES).await.refused(401, "session-expired");
}

#[tokio::test]
async fn capabilities_need_no_session() {
    let world = World::new();
    let supported = json!({ "kind": "supported" });
    let expected: serde_json::Map<_, _> =
        operations::ALL.iter().map(|name| ((*name).to_owned(), supported.clone())).collect();
    let expected = serde_json::Value::from(expected);
    assert_eq!(world.browser().get("/api/v1/capabilities").await.is(200).body, expected);
}

/// `UPDATE_OPENAPI=1 cargo test -p my-account-server openapi` writes the file anew.
#[tokio::test]
async fn the_committed_openapi_document_is_the_one_that_is_served() {
    let world = World::new();
    let served = world.browser().get("/api/v1/openapi.json").await.is(200).body.clone();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../contract/openapi.json");
    if std::env::var_os("UPDATE_OPENAPI").is_some() {
        std::fs::write(file, serde_json::to_string_pretty(&served).unwrap() + "\n").unwrap();
    }
    let committed: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(file).unwrap_or_default()).unwrap_or_default();
    assert!(committed == served, "contract/openapi.json is out of date: run this test with UPDATE_OPENAPI=1");
}

//! Sessions that began at an identity provider: proofs of identity, what is kept there, and both ends.

use crate::common::{
    Answer, Browser, World,
    issuer::{EMPLOYEE, Issuer, ORIGIN},
};
use axum::{body::Body, http::Request};
use my_account_server::oidc::config;
use serde_json::{Value, json};
use url::{Url, form_urlencoded};

const SESSION: &str = "/api/v1/session";
const SIGN_IN: &str = "/api/v1/session/oidc/start?userId=employee%40harbor.example";
const PROOF: &str = "/api/v1/session/oidc/start?window=true";
const SIGN_OUT_EVERYWHERE: &str = "/api/v1/me/sessions/revoke-all";
const BACK_CHANNEL: &str = "/api/v1/oidc/backchannel-logout";
const FORM: &str = "application/x-www-form-urlencoded";

async fn signed_in(world: &World, issuer: &Issuer) -> Browser {
    let mut browser = world.browser();
    assert_eq!(issuer.through(&mut browser, SIGN_IN).await.header("location"), "/");
    browser
}

fn text(answer: &Answer) -> String {
    String::from_utf8(answer.bytes.clone()).unwrap()
}

#[tokio::test]
async fn s4_signing_in_there_just_now_is_a_proof_and_a_session_that_was_there_is_none() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    signed_in(&world, &issuer).await.post(SIGN_OUT_EVERYWHERE, json!({})).await.is(204);
    let now = issuer.model().now;
    for auth_time in [json!(now - 1), json!(null)] {
        issuer.model().claims = json!({ "auth_time": auth_time });
        let mut browser = signed_in(&world, &issuer).await;
        browser.post(SIGN_OUT_EVERYWHERE, json!({})).await.refused(401, "step-up-required");
    }
}

#[tokio::test]
async fn s4_a_proof_is_given_there_anew_by_the_same_person_in_a_window_of_its_own() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    let mut browser = signed_in(&world, &issuer).await;
    world.clock.advance(301);
    issuer.model().now += 301;
    browser.leave("polder-university").await.refused(401, "step-up-required");
    let asked_for = browser.post("/api/v1/session/proof", json!({ "password": "", "purpose": "close-account" })).await;
    let url = "/api/v1/session/oidc/start?purpose=close-account";
    assert_eq!(asked_for.is(200).body, json!({ "kind": "redirect", "url": url }));

    let now = issuer.model().now;
    for (claims, why) in [
        (json!({ "auth_time": now - 61 }), "did not ask who you are"),
        (json!({ "auth_time": null }), "did not ask who you are"),
        (json!({ "sub": "another-there" }), "Somebody else"),
    ] {
        issuer.model().claims = claims;
        let page = issuer.through(&mut browser, PROOF).await;
        assert!(text(page.is(200)).contains(why), "{}", text(&page));
        browser.leave("polder-university").await.refused(401, "step-up-required");
    }
    issuer.model().claims = json!({});
    let before = browser.cookie.clone();
    let asked = issuer.begun(&mut browser, PROOF).await;
    assert_eq!(
        (asked["max_age"].as_str(), asked["prompt"].as_str(), asked["login_hint"].as_str()),
        ("0", "login", EMPLOYEE)
    );
    // From another site: the answer comes without the session's own cookie, which is strict.
    let session = browser.cookie.take();
    let mut dutch = Browser::request(axum::http::Method::GET, &issuer.answer(&asked), None);
    dutch.headers_mut().insert("accept-language", "nl".parse().unwrap());
    let page = browser.send(dutch).await;
    assert!(text(page.is(200)).contains("Er is bevestigd dat u het bent"), "{}", text(&page));
    assert!(page.header("content-security-policy").contains("default-src 'none'"));
    assert!(browser.cookie.is_some() && browser.cookie != before, "S1: rotated");
    browser.leave("polder-university").await.is(204);
    let mut old = Browser { cookie: session, ..browser.clone() };
    old.get("/api/v1/me").await.refused(401, "session-expired");
    assert_eq!(world.audited("session.proof"), 1);
    // One for an operation is for that one.
    issuer.through(&mut browser, &format!("{PROOF}&purpose=organization-sign-in:lighthouse-design")).await;
    browser.post(&crate::common::sign_in_there("lighthouse-design"), json!({})).await.is(200);
    // A session that has ended meanwhile gets none.
    let asked = issuer.begun(&mut browser, PROOF).await;
    browser.clone().delete(SESSION).await;
    assert!(text(&browser.get(&issuer.answer(&asked)).await).contains("ten minutes"));
}

#[tokio::test]
async fn password_and_methods_are_kept_there() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    world
        .database()
        .execute(
            "UPDATE organizations SET registration_required = 1, reset_methods = 1 WHERE id = 'harbor-logistics'",
            [],
        )
        .unwrap();
    let mut browser = signed_in(&world, &issuer).await;
    assert_eq!(browser.get(SESSION).await.body["state"], "signed-in", "nothing has to be registered here");
    let password = browser.get("/api/v1/me/password").await.body;
    assert_eq!((&password["changeable"], password["administeredBy"].is_object()), (&json!(false), true));
    let methods = browser.get("/api/v1/me/authentication/methods").await.body;
    assert_eq!((&methods["items"], &methods["offered"]), (&json!([]), &json!([])));
    assert_eq!(browser.get("/api/v1/me/reset-setup").await.body["enabled"], false);
    let change = json!({ "oldPassword": "x", "newPassword": "y" });
    browser.post("/api/v1/me/password", change).await.refused(403, "decided-by-organization");
    let enrolment = json!({ "kind": "authenticator-app" });
    browser.post("/api/v1/me/authentication/enrolments", enrolment).await.refused(403, "decided-by-organization");
    for user_id in [EMPLOYEE, "nobody@harbor.example"] {
        let reset = world.browser().post("/api/v1/password-reset", json!({ "userId": user_id })).await;
        reset.refused(409, "password-not-changeable");
    }
    // Somebody of another domain is as ever.
    let mut solo = world.signed_in("solo@windmill.example").await;
    assert_eq!(solo.get("/api/v1/me/password").await.body["changeable"], true);
    assert_eq!(solo.get(SESSION).await.body.get("elsewhere"), None);
    solo.delete(SESSION).await.is(204);
}

#[tokio::test]
async fn signing_out_here_leads_to_the_end_of_the_session_there() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    let mut browser = signed_in(&world, &issuer).await;
    let answer = browser.delete(SESSION).await;
    assert_eq!((answer.is(200).body["kind"].as_str(), browser.cookie.clone()), (Some("redirect"), None));
    assert!(answer.header("clear-site-data").contains("cookies"));
    let url = Url::parse(answer.body["url"].as_str().unwrap()).unwrap();
    assert_eq!(&url[..url::Position::AfterPath], format!("{}/end", issuer.url));
    let said: std::collections::HashMap<String, String> = url.query_pairs().into_owned().collect();
    assert_eq!(said["id_token_hint"].split('.').count(), 3);
    assert_eq!((said["client_id"].as_str(), said["state"].is_empty()), ("portal", false));
    assert_eq!(said["post_logout_redirect_uri"], format!("{ORIGIN}/?signed-out"));
    assert_eq!((world.count("identity_sessions"), world.audited("session.sign-out")), (0, 1));
    // Where the provider has no such page, or does not answer, signing out here works all the same.
    for model in [json!({ "end_session_endpoint": null }), json!({ "issuer": "https://another.example" })] {
        let world = issuer.world();
        issuer.model().metadata = json!({ "end_session_endpoint": null });
        let mut browser = signed_in(&world, &issuer).await;
        issuer.model().metadata = model;
        world.clock.advance(2 * 86_400 - 1);
        world
            .database()
            .execute("UPDATE sessions SET created_at = created_at + 172799, last_seen_at = created_at + 172799", [])
            .unwrap();
        browser.delete(SESSION).await.is(204);
        issuer.model().metadata = json!({});
    }
}

/// The provider's server, which sends none of what browsers send.
async fn told(world: &World, token: &str) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).append_pair("logout_token", token).finish();
    posted(world, FORM, body).await
}

async fn posted(world: &World, content_type: &str, body: String) -> Answer {
    let request = Request::builder().method("POST").uri(BACK_CHANNEL).header("host", "portal.example");
    let request = request.header("content-type", content_type).body(Body::from(body)).unwrap();
    world.browser().send(request).await
}

fn logout(issuer: &Issuer, jti: &str, more: Value) -> String {
    let model = issuer.model();
    let mut claims = json!({
        "iss": issuer.url, "aud": "portal", "iat": model.now, "exp": model.now + 120, "jti": jti, "sid": "sid-1",
        "events": { "http://schemas.openid.net/event/backchannel-logout": {} },
    });
    for (name, value) in more.as_object().unwrap() {
        claims[name] = value.clone();
    }
    claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    model.signed("logout+jwt", &claims)
}

#[tokio::test]
async fn the_provider_ends_the_session_that_it_names_or_all_of_a_person_once_per_token() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    let mut first = signed_in(&world, &issuer).await;
    issuer.model().claims = json!({ "sid": "sid-2" });
    let mut second = signed_in(&world, &issuer).await;
    let token = logout(&issuer, "one", json!({}));
    let answer = told(&world, &token).await;
    assert_eq!(answer.is(200).header("cache-control"), "no-store");
    first.get("/api/v1/me").await.refused(401, "session-expired");
    second.get("/api/v1/me").await.is(200);
    assert_eq!(world.audited("session.end-by-provider"), 1);
    told(&world, &token).await.refused(400, "malformed-request");
    let now = issuer.model().now;
    let wrong = [
        json!({ "nonce": "x" }),
        json!({ "events": {} }),
        json!({ "events": null }),
        json!({ "aud": "another" }),
        json!({ "aud": ["portal", "another"] }),
        json!({ "iss": "https://another.example" }),
        json!({ "iat": now - 301 }),
        json!({ "iat": now + 61 }),
        json!({ "exp": now - 60 }),
        json!({ "jti": null }),
        json!({ "sid": null }),
    ];
    for (number, more) in wrong.into_iter().enumerate() {
        let mut more = more;
        if more.get("sid").is_none() {
            more["sub"] = "eva-there".into();
            more["sid"] = Value::Null;
        }
        let token = logout(&issuer, &format!("wrong-{number}"), more.clone());
        assert_eq!(told(&world, &token).await.status.as_u16(), 400, "{more}");
    }
    for algorithm in ["none", "HS256"] {
        issuer.model().algorithm = algorithm;
        told(&world, &logout(&issuer, algorithm, json!({ "sid": "sid-2" }))).await.refused(400, "malformed-request");
    }
    issuer.model().algorithm = "ES256";
    issuer.model().kid = "another".to_owned();
    let of_another_key = logout(&issuer, "key", json!({ "sid": "sid-2" }));
    issuer.model().change_key("first");
    told(&world, &of_another_key).await.refused(400, "malformed-request");
    for nonsense in ["", "a", "a.b", "a.b.c", "e30.e30."] {
        told(&world, nonsense).await.refused(400, "malformed-request");
    }
    second.get("/api/v1/me").await.is(200);
    issuer.model().kid = "second".to_owned();
    world.clock.advance(61);
    issuer.model().now += 61;
    told(&world, &logout(&issuer, "two", json!({ "sid": null, "sub": "somebody-else" }))).await.is(200);
    second.get("/api/v1/me").await.is(200);
    told(&world, &logout(&issuer, "three", json!({ "sid": null, "sub": "eva-there" }))).await.is(200);
    second.get("/api/v1/me").await.refused(401, "session-expired");
}

#[test]
fn whatever_is_wrong_with_the_file_is_one_sentence_without_a_secret() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("providers.json");
    std::fs::write(folder.path().join("secret"), "do-not-tell").unwrap();
    std::fs::write(folder.path().join("empty"), " \n").unwrap();
    let read = |text: String| {
        std::fs::write(&file, text).unwrap();
        config::read(&file).map(|all| all.len()).map_err(|error| error.to_string())
    };
    let provider = |name: &str, value: Value| {
        let mut all = json!({
            "issuer": "https://id.example", "clientId": "portal", "clientSecretFile": "secret",
            "domains": ["harbor.example"], "organization": "harbor-logistics",
        });
        all[name] = value;
        json!({ "providers": [all] }).to_string()
    };
    assert_eq!(read(provider("hosts", json!(["keys.example", "keys.example:8443"]))), Ok(1));
    for local in ["http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"] {
        assert_eq!(read(provider("issuer", json!(local))), Ok(1));
    }
    let twice = provider("x", Value::Null).replace("\"x\":null,", "").replace(",\"x\":null", "");
    let twice = twice.replace("[{", "[{\"issuer\":\"https://two.example\",\"clientId\":\"p\",\"clientSecretFile\":\"secret\",\"domains\":[\"HARBOR.example\"],\"organization\":\"o\"},{");
    for (text, said) in [
        ("{".to_owned(), "not of the right form"),
        (provider("more", json!(1)), "unknown field"),
        (provider("issuer", json!("http://id.example")), "https"),
        (provider("issuer", json!("https://u:p@id.example")), "https"),
        (provider("issuer", json!("https://id.example/?x")), "https"),
        (provider("issuer", json!("id.example")), "no address"),
        (provider("clientSecretFile", json!("missing")), "missing"),
        (provider("clientSecretFile", json!("empty")), "empty"),
        (provider("clientSecretFile", Value::Null), "clientSecretEnv"),
        (provider("clientSecretEnv", json!("X")), "either"),
        (provider("domains", json!([])), "domains"),
        (provider("domains", json!(["a@harbor.example"])), "domains"),
        (provider("organization", json!("")), "organization"),
        (provider("hosts", json!(["https://keys.example/"])), "hosts"),
        (provider("accountUrl", json!("javascript:alert(1)")), "accountUrl"),
        (provider("userIdClaim", json!("sub")), "unknown variant"),
        (twice, "listed twice"),
    ] {
        let error = read(text.clone()).unwrap_err();
        assert!(error.contains(said) && error.ends_with('.') && !error.contains("do-not-tell"), "{text}: {error}");
    }
    assert!(config::read(&folder.path().join("none")).err().unwrap().to_string().contains("cannot be read"));
}

#[tokio::test]
async fn a_logout_token_comes_once_and_in_a_form() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    let mut browser = signed_in(&world, &issuer).await;
    let token = logout(&issuer, "one", json!({}));
    for (content_type, body) in [
        (FORM, String::new()),
        (FORM, "token=".to_owned() + &token),
        (FORM, format!("logout_token={token}&logout_token={token}")),
        ("application/json", json!({ "logout_token": token }).to_string()),
        ("text/plain", format!("logout_token={token}")),
    ] {
        posted(&world, content_type, body).await.refused(400, "malformed-request");
    }
    browser.get("/api/v1/me").await.is(200);
    posted(&world, FORM, format!("more=x&logout_token={token}")).await.is(200);
    browser.get("/api/v1/me").await.refused(401, "session-expired");
}

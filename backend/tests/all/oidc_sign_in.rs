//! Signing in at an identity provider: what is asked, which answers count, and whose account it is.

use crate::common::{
    Browser, World,
    issuer::{CALLBACK, EMPLOYEE, Issuer, ORIGIN, SECRET},
};
use axum::http::Method;
use serde_json::{Value, json};

const START: &str = "/api/v1/session/oidc/start?userId=employee%40harbor.example&returnTo=/devices";
const SESSION: &str = "/api/v1/session";

/// Tries it and expects the failure, and that nobody is signed in.
async fn refused(world: &World, issuer: &Issuer, code: &str, what: &str) {
    let sessions = world.count("identity_sessions");
    let mut browser = world.browser();
    let answer = issuer.through(&mut browser, START).await;
    assert_eq!(answer.header("location"), format!("/devices?failure={code}"), "{what}");
    assert_eq!((answer.status.as_u16(), browser.cookie, browser.identity), (303, None, None), "{what}");
    assert_eq!(world.count("identity_sessions"), sessions, "{what}");
}

#[tokio::test]
async fn from_the_user_id_to_a_session_and_back_where_the_person_was() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    let mut browser = world.browser();
    let nobody = browser.get(SESSION).await;
    assert_eq!((&nobody.body["state"], &nobody.body["elsewhere"]), (&json!("signed-out"), &json!(true)));
    // The password is not looked at, and may be missing; whether there is such an account is not told.
    for (user_id, password) in [(" Employee@HARBOR.example", ""), ("nobody@harbor.example", "x")] {
        let answer = browser.sign_in(user_id, password).await;
        let id = user_id.trim().to_lowercase().replace('@', "%40");
        let url = format!("/api/v1/session/oidc/start?userId={id}");
        assert_eq!(answer.is(200).body, json!({ "kind": "redirect", "url": url }));
        assert!(!answer.headers.contains_key("set-cookie"));
    }
    assert_eq!(issuer.model().asked, [""; 0], "nobody was asked yet");

    let asked = issuer.begun(&mut browser, START).await;
    let expected = [
        ("response_type", "code"),
        ("client_id", "portal"),
        ("code_challenge_method", "S256"),
        ("login_hint", EMPLOYEE),
        ("max_age", "43200"),
        ("scope", "openid email profile"),
    ];
    for (name, value) in expected {
        assert_eq!(asked[name], value, "{name}");
    }
    assert_eq!(asked["redirect_uri"], format!("{ORIGIN}{CALLBACK}"));
    assert!(asked["state"].len() >= 43 && asked["nonce"].len() >= 43 && !asked.contains_key("prompt"));
    let kept = browser.identity.clone().unwrap();
    assert!(asked.values().all(|it| !it.contains(&kept)), "the cookie's value stays in the browser");

    let answer = browser.get(&issuer.answer(&asked)).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/devices"));
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().map(|it| it.to_str().unwrap()).collect();
    assert!(cookies[0].starts_with("__Host-portal=") && cookies[0].ends_with("SameSite=Strict"), "{cookies:?}");
    assert!(cookies[1].starts_with("__Host-portal-identity=;") && cookies[1].ends_with("Max-Age=0"), "{cookies:?}");
    let session = browser.get(SESSION).await.body;
    assert_eq!((&session["state"], &session["user"]["userId"]), (&json!("signed-in"), &json!(EMPLOYEE)));
    assert_eq!((&session["elsewhere"], &session["accountUrl"]), (&json!(true), &json!("https://id.example/account")));
    assert_eq!((&session["proofFactors"], session.get("secondFactors")), (&json!([]), None));
    assert_eq!(world.audited("session.sign-in"), 1);
    assert_eq!(world.count("identity_links WHERE account = 'employee' AND subject = 'eva-there'"), 1);
    // Neither what could finish a sign-in nor a token can be read in the database.
    let stored = world.dump("identity_transactions") + &world.dump("identity_sessions") + &world.dump("audit");
    for secret in [kept.as_str(), &asked["state"], &asked["nonce"], "an-access-token", "eyJ", SECRET] {
        assert!(!stored.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn the_cookie_is_lax_short_lived_and_out_of_reach() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    let answer = world.browser().get(START).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-portal-identity="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600"), "{cookie}");
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn an_answer_counts_once_in_its_browser_within_ten_minutes() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    let failed = |answer: &crate::common::Answer, code: &str| {
        assert_eq!(answer.header("location").rsplit_once('=').unwrap().1, code);
        assert!(
            answer.headers.get_all("set-cookie").iter().all(|it| !it.to_str().unwrap().starts_with("__Host-portal="))
        );
    };
    let mut browser = world.browser();
    let asked = issuer.begun(&mut browser, START).await;
    let address = issuer.answer(&asked);
    // Another browser, without a cookie or with one of its own.
    failed(&world.browser().get(&address).await, "expired");
    let mut other = world.browser();
    issuer.begun(&mut other, START).await;
    failed(&other.get(&address).await, "invalid-response");
    // A made-up state does not end what is under way.
    failed(
        &browser.clone().get(&format!("{CALLBACK}?code=x&state=made-up&iss={}", issuer.url)).await,
        "invalid-response",
    );
    failed(&browser.clone().get(CALLBACK).await, "invalid-response");
    issuer.begun(&mut world.browser(), START).await;
    (issuer.model().nonce, issuer.model().challenge) = (asked["nonce"].clone(), asked["code_challenge"].clone());
    let mut again = browser.clone();
    assert_eq!(browser.get(&address).await.header("location"), "/devices");
    // The same once more, from a browser that kept its cookie.
    failed(&again.get(&address).await, "expired");
    assert_eq!(world.count("identity_sessions"), 1);

    let asked = issuer.begun(&mut browser, START).await;
    world.clock.advance(600);
    failed(&browser.get(&issuer.answer(&asked)).await, "expired");
}

#[tokio::test]
async fn every_rule_of_the_id_token() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    let now = issuer.model().now;
    let rules: [(&str, Value, &str); 15] = [
        ("another nonce", json!({ "nonce": "another" }), "invalid-response"),
        ("no nonce", json!({ "nonce": null }), "invalid-response"),
        ("another issuer", json!({ "iss": format!("{}/", issuer.url) }), "invalid-response"),
        ("another audience", json!({ "aud": "another" }), "invalid-response"),
        ("two audiences", json!({ "aud": ["portal", "another"] }), "invalid-response"),
        ("another authorized party", json!({ "azp": "another" }), "invalid-response"),
        ("no expiry", json!({ "exp": null }), "invalid-response"),
        ("expired", json!({ "exp": now - 60 }), "clock-skew"),
        ("issued in the future", json!({ "iat": now + 61 }), "clock-skew"),
        ("issued before it was asked for", json!({ "iat": now - 61 }), "clock-skew"),
        ("signed in there in the future", json!({ "auth_time": now + 61 }), "clock-skew"),
        ("signed in there long ago", json!({ "auth_time": now - 43_200 - 61 }), "invalid-response"),
        ("an email that is not verified", json!({ "email_verified": false }), "no-account"),
        ("an email that may be", json!({ "email_verified": null }), "no-account"),
        ("no email", json!({ "email": null, "preferred_username": EMPLOYEE }), "no-account"),
    ];
    for (what, claims, code) in rules {
        // One network begins twenty a minute.
        world.database().execute("DELETE FROM identity_transactions", []).unwrap();
        issuer.model().claims = claims;
        refused(&world, &issuer, code, what).await;
    }
    issuer.model().claims = json!({});
    for algorithm in ["none", "HS256"] {
        issuer.model().algorithm = algorithm;
        refused(&world, &issuer, "invalid-response", algorithm).await;
    }
    issuer.model().algorithm = "ES256";
    // Clocks that differ by a minute are no reason.
    for claims in
        [json!({ "exp": now - 59 }), json!({ "iat": now + 60, "auth_time": now + 60 }), json!({ "iat": now - 60 })]
    {
        issuer.model().claims = claims.clone();
        let mut browser = world.browser();
        assert_eq!(issuer.through(&mut browser, START).await.header("location"), "/devices", "{claims}");
    }
}

#[tokio::test]
async fn a_new_key_is_looked_for_once_a_minute_and_a_foreign_one_never_counts() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    let mut browser = world.browser();
    issuer.through(&mut browser, START).await;
    issuer.model().change_key("second");
    assert_eq!(issuer.through(&mut browser, START).await.header("location"), "/devices");
    let looks = |issuer: &Issuer| issuer.model().asked.iter().filter(|it| *it == "keys").count();
    assert_eq!(looks(&issuer), 2);
    issuer.model().change_key("third");
    for _ in 0..3 {
        refused(&world, &issuer, "invalid-response", "a key that is not known").await;
    }
    assert_eq!(looks(&issuer), 2);
    world.clock.advance(61);
    issuer.model().now += 61;
    assert_eq!(issuer.through(&mut browser, START).await.header("location"), "/devices");
    assert_eq!(looks(&issuer), 3);
    // The same name, another key.
    issuer.model().change_key("third");
    refused(&world, &issuer, "invalid-response", "a foreign key").await;
}

#[tokio::test]
async fn who_answers_and_what_else_it_can_say() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    let answers = [
        ("code=x&iss=https://evil.example", "invalid-response"),
        ("code=x", "invalid-response"),
        ("error=access_denied&iss=ISS", "denied"),
        ("error=access_denied", "invalid-response"),
        ("error=temporarily_unavailable&iss=ISS", "provider-unavailable"),
        ("error=unauthorized_client&iss=ISS", "invalid-response"),
        ("iss=ISS", "invalid-response"),
        ("code=x&code=y&iss=ISS", "invalid-response"),
    ];
    for (query, code) in answers {
        let mut browser = world.browser();
        let asked = issuer.begun(&mut browser, START).await;
        let query = query.replace("ISS", &issuer.url);
        let answer = browser.get(&format!("{CALLBACK}?state={}&{query}", asked["state"])).await;
        assert!(answer.header("location").ends_with(&format!("failure={code}")), "{query}: {:?}", answer.headers);
        assert_eq!(browser.cookie, None);
    }
    assert!(issuer.model().asked.iter().all(|it| it != "token"), "no code was given away");
}

#[tokio::test]
async fn only_listed_hosts_are_asked_and_redirects_are_not_followed() {
    let issuer = Issuer::start().await;
    let elsewhere = Issuer::start().await;
    let unavailable = "/devices?failure=provider-unavailable";
    for metadata in [
        json!({ "token_endpoint": format!("{}/token", elsewhere.url) }),
        json!({ "jwks_uri": format!("{}/jwks", elsewhere.url) }),
        json!({ "issuer": elsewhere.url }),
        json!({ "token_endpoint": "http://id.example/token" }),
        json!({ "token_endpoint": null }),
        json!({ "authorization_endpoint": "javascript:alert(1)" }),
        json!({ "code_challenge_methods_supported": ["plain"] }),
        json!({ "response_types_supported": ["id_token"] }),
        json!({ "subject_types_supported": 1 }),
    ] {
        let world = issuer.world();
        issuer.model().metadata = metadata.clone();
        let mut browser = world.browser();
        assert_eq!(browser.get(START).await.header("location"), unavailable, "{metadata}");
        assert_eq!(browser.identity, None);
    }
    issuer.model().metadata = json!({ "token_endpoint": format!("{}/token", elsewhere.url) });
    let host = elsewhere.url.strip_prefix("http://").unwrap();
    let world = issuer.world_with(json!({ "hosts": [host] }));
    issuer.begun(&mut world.browser(), START).await;
    assert_eq!(elsewhere.model().asked, [""; 0]);

    issuer.model().metadata = json!({});
    issuer.model().redirects = true;
    let world = issuer.world();
    assert_eq!(world.browser().get(START).await.header("location"), unavailable);
    issuer.model().redirects = false;
    world.clock.advance(3);
    let mut browser = world.browser();
    let asked = issuer.begun(&mut browser, START).await;
    // Down: what it said before serves for a day, but no code is given away.
    issuer.model().down = true;
    world.clock.advance(60);
    assert_eq!(browser.get(&issuer.answer(&asked)).await.header("location"), "/devices?failure=invalid-response");
    world.clock.advance(3600);
    issuer.begun(&mut browser, START).await;
    world.clock.advance(86_400);
    assert_eq!(browser.get(START).await.header("location"), unavailable);
}

#[tokio::test]
async fn accounts_are_found_by_the_subject_and_first_by_a_user_id_of_that_domain_and_organization() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    let mut browser = world.browser();
    for (claims, what) in [
        (json!({ "email": "nobody@harbor.example" }), "unknown"),
        (json!({ "email": "solo@windmill.example" }), "of another domain"),
        (json!({ "email": "employee@harbor.example.evil.example" }), "of a domain that looks alike"),
    ] {
        issuer.model().claims = claims;
        refused(&world, &issuer, "no-account", what).await;
    }
    // Of the domain, but not of the organization.
    world.database().execute("UPDATE accounts SET home_organization = NULL WHERE id = 'employee'", []).unwrap();
    issuer.model().claims = json!({});
    refused(&world, &issuer, "no-account", "of another organization").await;
    assert_eq!(world.count("identity_links"), 0);
    world
        .database()
        .execute("UPDATE accounts SET home_organization = 'harbor-logistics' WHERE id = 'employee'", [])
        .unwrap();
    assert_eq!(issuer.through(&mut browser, START).await.header("location"), "/devices");
    // Somebody who has got the address of somebody else.
    issuer.model().claims = json!({ "sub": "another-there" });
    refused(&world, &issuer, "no-account", "another person with the same address").await;
    // Whoever is linked is so under any address.
    issuer.model().claims = json!({ "email": "admin@harbor.example" });
    issuer.through(&mut browser, START).await;
    assert_eq!(browser.get(SESSION).await.body["user"]["userId"], EMPLOYEE);
    // Unless the account is another organization's now.
    world
        .database()
        .execute("UPDATE accounts SET home_organization = 'windmill-studio' WHERE id = 'employee'", [])
        .unwrap();
    refused(&world, &issuer, "no-account", "linked, of another organization").await;

    let world = issuer.world_with(json!({ "userIdClaim": "preferred_username" }));
    issuer.model().claims = json!({ "preferred_username": "Admin@harbor.example" });
    let mut browser = world.browser();
    issuer.through(&mut browser, START).await;
    assert_eq!(browser.get(SESSION).await.body["user"]["userId"], "admin@harbor.example");
}

#[tokio::test]
async fn only_the_portals_own_pages_begin_and_only_twenty_a_minute() {
    let issuer = Issuer::start().await;
    let world = issuer.world();
    let mut browser = world.browser();
    for (site, begins) in [("cross-site", false), ("same-site", false), ("none", true), ("same-origin", true)] {
        let mut request = Browser::request(Method::GET, START, None);
        request.headers_mut().insert("sec-fetch-site", site.parse().unwrap());
        let answer = browser.send(request).await;
        assert_eq!(answer.header("location").starts_with(&issuer.url), begins, "{site}");
    }
    for evil in
        ["https://evil.example", "//evil.example", "/%5Cevil.example", "javascript:alert(1)", "/%09/evil.example"]
    {
        let start = format!("/api/v1/session/oidc/start?userId=employee%40harbor.example&returnTo={evil}");
        assert_eq!(issuer.through(&mut browser, &start).await.header("location"), "/", "{evil}");
    }
    for _ in 0..20 {
        browser.get(START).await;
    }
    assert_eq!(browser.get(START).await.header("location"), "/devices?failure=too-many-attempts");
    world.clock.advance(60);
    issuer.begun(&mut browser, START).await;
    for (query, code) in [("userId=solo%40windmill.example", "no-account"), ("", "expired"), ("userId=", "expired")] {
        let answer = world.browser().get(&format!("/api/v1/session/oidc/start?{query}")).await;
        assert_eq!(answer.header("location"), format!("/?failure={code}"), "{query}");
    }
}

#[tokio::test]
async fn without_providers_nothing_is_different() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    for session in [browser.get(SESSION).await.body, world.browser().get(SESSION).await.body] {
        assert_eq!((session.get("elsewhere"), session.get("accountUrl")), (None, None));
    }
    assert_eq!(browser.get(START).await.header("location"), "/devices?failure=no-account");
    browser.delete(SESSION).await.is(204);
}

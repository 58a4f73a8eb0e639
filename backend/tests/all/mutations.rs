//! What every mutation of the contract refuses, tried by a direct call of each: `security.md` S3, S4, R2, R5.
//! The list is that of `openapi.json`, so that none can be forgotten.

use crate::common::{Browser, World, methods::three_answers, sign_in_there};
use axum::{body::Body, http::Request};
use serde_json::{Value, json};

const EMPLOYEE: &str = "employee@harbor.example";
const SOLO: &str = "solo@windmill.example";
const DELETED: &str = "/api/v1/organizations/polder-university/deleted-users";
const NO_ID: &str = "nothing";
/// The age of a proof of identity that is not fresh any more, seconds (S4).
const STALE: i64 = 301;

/// An operation of the contract that changes something.
struct Mutation {
    verb: String,
    /// With an id of nothing in the place of each parameter.
    path: String,
    /// Something that the contract allows.
    body: Option<Value>,
}

impl Mutation {
    fn request(&self) -> Request<Body> {
        Browser::request(self.verb.parse().unwrap(), &self.path, self.body.clone())
    }

    fn without(&self, header: &str) -> Request<Body> {
        let mut request = self.request();
        assert!(request.headers_mut().remove(header).is_some(), "{self:?} has no {header}");
        request
    }

    fn with(&self, header: &'static str, value: &str) -> Request<Body> {
        let mut request = self.request();
        request.headers_mut().insert(header, value.parse().unwrap());
        request
    }

    /// Whether it is a part of signing in or out, where nobody has to be signed in before.
    fn signs_in_or_out(&self) -> bool {
        self.forgot_the_password() || self.path.starts_with("/api/v1/session") && !self.path.ends_with("/proof")
    }

    /// Whether it is for somebody who cannot sign in.
    fn forgot_the_password(&self) -> bool {
        self.path.starts_with("/api/v1/password-reset")
    }

    /// Whether S4 names it: adding or changing methods, the password, leaving and the like.
    fn needs_proof(&self) -> bool {
        let free = [
            "/api/v1/me/preferences",
            // Asks for the password itself: that is the proof.
            "/api/v1/me/password",
            // Gives back what an administrator took; to take it for good needs one.
            "/api/v1/organizations/nothing/deleted-users/nobody/restore",
            // Only what was begun with a fresh proof can be confirmed.
            "/api/v1/me/authentication/enrolments/nothing/confirm",
        ];
        // How the person arranges their apps, what they agree to and how they look is nothing that somebody could harm
        // them with; what an app may do only gets less; and a saved account never shows its password.
        let arranges = ["/api/v1/me/apps/", "/api/v1/me/collections", "/api/v1/me/terms-of-use/", "/api/v1/me/photo"]
            .iter()
            .any(|it| self.path.starts_with(it));
        // Nor what becomes of groups: deleting one is asked twice.
        let groups = ["/groups", "/joinable-groups/", "/join-requests"].iter().any(|it| self.path.contains(it));
        // S4 names neither asking for an app nor deciding about access.
        let asks = ["/app-catalogue/", "/app-requests", "/access-reviews/"].iter().any(|it| self.path.contains(it));
        !arranges
            && !asks
            && !groups
            && !free.contains(&self.path.as_str())
            && !self.path.starts_with("/api/v1/session")
            && !self.forgot_the_password()
    }
}

impl std::fmt::Debug for Mutation {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.verb, self.path)
    }
}

fn mutations() -> Vec<Mutation> {
    let document: Value = serde_json::from_str(include_str!("../../../contract/openapi.json")).unwrap();
    let mut found = Vec::new();
    // Asked by providers' servers with a token of their own (`oidc_session.rs`), not by pages.
    let paths = document["paths"].as_object().unwrap().iter().filter(|it| *it.0 != "/api/v1/oidc/backchannel-logout");
    for (path, operations) in paths {
        for (verb, operation) in operations.as_object().unwrap().iter().filter(|(verb, _)| *verb != "get") {
            let body = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str();
            found.push(Mutation {
                verb: verb.to_uppercase(),
                path: path
                    .replace("{id}", NO_ID)
                    .replace("{guestId}", "nobody")
                    .replace("{accountId}", "nobody")
                    .replace("{permissionId}", "profile")
                    .replace("{savedAccountId}", NO_ID),
                body: body.map(|it| example(it.rsplit('/').next().unwrap())),
            });
        }
    }
    assert!(found.len() >= 24, "only {found:?}");
    found
}

/// A body that its schema allows; what matters here comes before what it says.
fn example(schema: &str) -> Value {
    match schema {
        "Nothing" | "PreferencesChange" => json!({}),
        "NewAppRequest" => json!({ "app": "harbor-fuel-orders", "justification": "To order fuel." }),
        "NewMembers" => json!({ "people": ["many"] }),
        "NewJoinRequest" => json!({ "group": "harbor-night-shift", "justification": "To swap shifts." }),
        "JoinDenial" => json!({ "reason": "Not now." }),
        "NewDecisions" => json!({ "selection": { "all": true }, "decision": "approve", "revision": 0 }),
        "AcceptedRecommendations" => json!({ "selection": { "all": true } }),
        "OwnDecision" => json!({ "needed": true, "reason": "Mine." }),
        "Denial" => json!({ "reason": "Not now." }),
        "NewCollection" => json!({ "displayName": "Mine", "apps": ["harbor-mail"] }),
        "CollectionChange" => json!({ "displayName": "Mine" }),
        "CollectionOrder" => json!({ "ids": ["all"] }),
        "NewGroup" => json!({ "displayName": "HL Divers", "kind": "security", "joinPolicy": "open" }),
        "GroupChange" => json!({ "description": "Under water." }),
        "NewOwner" => json!({ "account": "secure" }),
        "NewAppPasswordName" => json!({ "name": "Mail" }),
        "NewSavedAccount" => json!({ "label": "Own", "userName": "eva", "password": "Departures-Board-9" }),
        "SavedAccountChange" => json!({ "userName": "eva" }),
        "NewDefaultMethod" => json!({ "id": NO_ID }),
        "NewEnrolment" => json!({ "kind": "authenticator-app" }),
        "Confirmation" => json!({ "code": "123456" }),
        "SecurityAnswers" => three_answers(),
        "CloseAccount" => json!({ "userId": SOLO }),
        "PasswordChange" => json!({ "oldPassword": "wrong", "newPassword": "Quiet-Canal-Towpath-73" }),
        "SignInReview" => json!({ "answer": "was-not-me" }),
        "TermsAnswer" => json!({ "version": "1", "language": "en" }),
        "NewPhoto" => json!({ "image": "" }),
        "NewPasswordReset" => json!({ "userId": EMPLOYEE }),
        "NewResetChallenge" => json!({ "token": NO_ID, "kind": "email", "target": "eva@mail.example" }),
        "ResetProof" => json!({ "token": NO_ID, "kind": "authenticator-app", "code": "123456" }),
        "NewPassword" => json!({ "token": NO_ID, "newPassword": "Quiet-Canal-Towpath-73" }),
        "SignIn" => json!({ "userId": EMPLOYEE, "password": "wrong" }),
        "Proof" => json!({ "password": "wrong" }),
        "SecondFactor" => json!({ "code": "123456" }),
        "NewChallenge" => json!({ "method": NO_ID }),
        other => panic!("{other} is new: which body does it have?"),
    }
}

/// Everything but what a mere look at the session may note.
fn state(world: &World) -> Vec<String> {
    ["guests", "devices", "methods", "data_exports", "accounts", "account_consents", "saved_accounts", "app_requests"]
        .into_iter()
        .chain(["account_apps", "collections", "collection_choices", "groups", "group_owners", "account_groups"])
        .chain(["guest_groups", "join_requests", "access_review_decisions", "audit"])
        .map(|it| world.dump(it))
        .collect()
}

#[tokio::test]
async fn without_the_portals_own_header_none_is_even_looked_at() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let before = state(&world);
    for mutation in mutations() {
        let answer = browser.send(mutation.without("x-portal-request")).await;
        assert_eq!(answer.header("session-expires-in"), "", "{mutation:?}");
        answer.refused(403, "cross-site-request");
        browser.send(mutation.with("sec-fetch-site", "cross-site")).await.refused(403, "cross-site-request");
    }
    assert_eq!(state(&world), before);
}

#[tokio::test]
async fn nobody_signed_in_gets_nothing_done() {
    let world = World::new();
    let before = state(&world);
    for mutation in mutations().into_iter().filter(|it| !it.signs_in_or_out()) {
        println!("{mutation:?}");
        world.browser().send(mutation.request()).await.refused(401, "session-expired");
    }
    assert_eq!(state(&world), before);
}

#[tokio::test]
async fn every_post_needs_a_key_that_makes_it_happen_once() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let before = state(&world);
    for mutation in mutations().into_iter().filter(|it| it.verb == "POST" && it.path != "/api/v1/session") {
        println!("{mutation:?}");
        browser.send(mutation.without("idempotency-key")).await.refused(400, "idempotency-key-missing");
    }
    assert_eq!(state(&world), before);
}

#[tokio::test]
async fn a_page_of_somebody_else_changes_nothing_of_this_account() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    let before = state(&world);
    for mutation in mutations().into_iter().filter(|it| !it.signs_in_or_out()) {
        println!("{mutation:?}");
        browser.send(mutation.with("x-portal-account", "somebody-else")).await.refused(409, "another-account");
    }
    assert_eq!(state(&world), before);
}

#[tokio::test]
async fn s4_whatever_needs_a_fresh_proof_asks_for_it() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut owner = world.signed_in("owner@polder.example").await;
    let mut solo = world.signed_in(SOLO).await;
    employee.leave("polder-university").await.is(204);
    employee.prove(Some("organization-sign-in:lighthouse-design")).await.is(200);
    employee.post(&sign_in_there("lighthouse-design"), json!({})).await.is(200);
    let sign_in = employee.get("/api/v1/me/sign-ins").await.items()[0].clone();
    let guest = owner.get(DELETED).await.items()[0]["id"].clone();
    let method = world.give("employee", "authenticator-app", Some(&[7; 20]), false);
    world.give("employee", "phone", None, false);
    world.clock.advance(STALE);
    let before = state(&world);
    // Something that is there, of whoever may change it: what is not there needs no proof.
    let real = |path: &str| {
        let text = |it: &Value| it.as_str().unwrap().to_owned();
        let id = match path {
            _ if path.contains("/authentication/") => method.clone(),
            _ if path.contains("/devices/") => "employee-laptop".to_owned(),
            _ if path.contains("/sessions/") => text(&sign_in["sessionId"]),
            _ if path.contains("/sign-ins/") => text(&sign_in["id"]),
            _ if path.starts_with("/api/v1/me/organizations/") => "lighthouse-design".to_owned(),
            _ => "polder-university".to_owned(),
        };
        path.replace(NO_ID, &id).replace("nobody", &text(&guest))
    };
    for mut mutation in mutations().into_iter().filter(Mutation::needs_proof) {
        println!("{mutation:?}");
        mutation.path = real(&mutation.path);
        if mutation.path.ends_with("/default-method") {
            mutation.body = Some(json!({ "id": method }));
        }
        let browser = match mutation.path.as_str() {
            path if path.starts_with("/api/v1/organizations") => &mut owner,
            path if path.ends_with("/close-account") => &mut solo,
            _ => &mut employee,
        };
        let answer = browser.send(mutation.request()).await;
        answer.refused(401, "step-up-required");
        let asked = answer.header("www-authenticate");
        assert!(asked.contains("insufficient_user_authentication") && asked.contains("max_age="), "{asked}");
    }
    assert_eq!(state(&world), before);
}

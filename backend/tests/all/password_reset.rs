//! Forgotten passwords: features 2.4, `security.md` S3, S5, S6, S7, S8, S9.

use std::time::{Duration, Instant};

use crate::common::{
    Answer, Browser, World, key,
    methods::{EMPLOYEE, SECURE, field, three_answers, wrong},
};
use my_account_server::demo;
use serde_json::{Value, json};

const RESET: &str = "/api/v1/password-reset";
const CHALLENGES: &str = "/api/v1/password-reset/challenges";
const VERIFY: &str = "/api/v1/password-reset/verify";
const FINISH: &str = "/api/v1/password-reset/finish";
const NUMBER: &str = "+31 6 5550 1234";
const NEW: &str = "zeven fietsen aan de gracht";
const APP: &str = "authenticator-app";
/// Nobody's.
const UNKNOWN: &str = "nobody@harbor.example";

/// A browser in which somebody says to have forgotten a password.
struct Attempt {
    browser: Browser,
    token: String,
}

impl Attempt {
    async fn begin(world: &World, user_id: &str) -> Self {
        let mut browser = world.browser();
        let begun = browser.post(RESET, json!({ "userId": user_id })).await;
        let token = begun.is(200).body["token"].as_str().unwrap().to_owned();
        Self { browser, token }
    }

    async fn post(&mut self, path: &str, key: &str, mut body: Value) -> Answer {
        body["token"] = self.token.clone().into();
        self.browser.post_as(path, key, body).await
    }

    async fn send(&mut self, kind: &str, target: &str) -> Answer {
        self.post(CHALLENGES, &key(), json!({ "kind": kind, "target": target })).await
    }

    async fn app(&mut self, code: &str) -> Answer {
        self.post(VERIFY, &key(), json!({ "kind": APP, "code": code })).await
    }

    async fn sent(&mut self, kind: &str, challenge: &Answer, code: &str) -> Answer {
        let challenge = &challenge.body["id"];
        self.post(VERIFY, &key(), json!({ "kind": kind, "code": code, "challenge": challenge })).await
    }

    async fn finish(&mut self, password: &str) -> Answer {
        self.post(FINISH, &key(), json!({ "newPassword": password })).await
    }

    /// Lets a code come that the account's own method gets, and offers it.
    async fn prove(&mut self, world: &World, kind: &str, target: &str) -> Answer {
        let before = world.count("outbox");
        let challenge = self.send(kind, target).await;
        challenge.is(200);
        arrived(world, before + 1).await;
        self.sent(kind, &challenge, &world.sent_code()).await
    }
}

/// `secure@` with everything proven.
async fn proven(world: &World) -> Attempt {
    let mut attempt = Attempt::begin(world, SECURE).await;
    assert_eq!(attempt.app(&world.app_code()).await.is(200).body["state"], "another-method");
    assert_eq!(attempt.prove(world, "phone", NUMBER).await.is(200).body["state"], "new-password");
    attempt
}

/// Waits for a message: nobody else does.
async fn arrived(world: &World, count: i64) {
    for _ in 0..200 {
        if world.count("outbox") >= count {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("no message came");
}

/// Long enough for a message that should not come.
async fn nothing_sent(world: &World, before: i64) {
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(world.count("outbox"), before);
}

fn sql(world: &World, change: &str) {
    world.database().execute(change, []).unwrap();
}

#[tokio::test]
async fn two_methods_and_a_new_password_bring_somebody_back_in() {
    let world = World::new();
    let mut attempt = Attempt::begin(&world, "  Secure@Harbor.example ").await;
    let first = attempt.app(&world.app_code()).await;
    assert_eq!(
        first.is(200).body,
        json!({ "state": "another-method", "kinds": ["phone"], "questions": [], "minimumLength": 8 })
    );
    let second = attempt.prove(&world, "phone", "+31 (6) 55 50 12 34").await;
    assert_eq!(
        second.is(200).body,
        json!({ "state": "new-password", "kinds": [], "questions": [], "minimumLength": 8 })
    );
    assert!(attempt.finish(NEW).await.is(204).bytes.is_empty());
    world.browser().sign_in(SECURE, demo::PASSWORD).await.refused(401, "invalid-credentials");
    assert_eq!(world.browser().sign_in(SECURE, NEW).await.is(200).body["state"], "second-factor");
    assert_eq!(world.count("accounts WHERE password_hash LIKE '$argon2id$v=19$m=19456,t=2,p=1$%'"), 10);
    world.browser().sign_in(EMPLOYEE, demo::PASSWORD).await.is(200);
}

#[tokio::test]
async fn s5_every_session_of_the_account_ends_and_nobody_elses() {
    let world = World::new();
    let mut secure = world.secure().await;
    let mut halfway = world.halfway(SECURE).await;
    let mut employee = world.signed_in(EMPLOYEE).await;
    proven(&world).await.finish(NEW).await.is(204);
    secure.get("/api/v1/me").await.refused(401, "session-expired");
    assert_eq!(halfway.get("/api/v1/session").await.body["state"], "signed-out");
    employee.get("/api/v1/me").await.is(200);
}

#[tokio::test]
async fn a_locked_account_is_unlocked() {
    let world = World::new();
    for _ in 0..5 {
        world.browser().sign_in(SECURE, "wrong").await.refused(401, "invalid-credentials");
        world.browser().sign_in(EMPLOYEE, "wrong").await.refused(401, "invalid-credentials");
    }
    world.browser().sign_in(SECURE, demo::PASSWORD).await.refused(429, "too-many-attempts");
    proven(&world).await.finish(NEW).await.is(204);
    world.browser().sign_in(SECURE, NEW).await.is(200);
    // Nobody else is.
    world.browser().sign_in(EMPLOYEE, demo::PASSWORD).await.refused(429, "too-many-attempts");
}

/// The organization allows it, and this is why it is not open all the same.
fn closed_accounts(world: &World) -> [&'static str; 7] {
    let content = "'+31655501234', x'00', 0";
    for account in ["suspended", "admin", "newcomer", "owner"] {
        for kind in ["phone", APP] {
            sql(
                world,
                &format!(
                    "INSERT INTO methods (id, account, kind, for_sign_in, by_organization, target, secret, added_at)
                     VALUES ('{account}-{kind}', '{account}', '{kind}', 1, 0, {content})"
                ),
            );
        }
    }
    // It has no password here.
    sql(world, "UPDATE accounts SET password_hash = NULL WHERE id = 'admin'");
    // It is registered, its organization no longer allows that.
    sql(world, "DELETE FROM organization_methods WHERE organization = 'polder-university' AND kind <> 'email'");
    [
        UNKNOWN,
        // Registered for nothing.
        EMPLOYEE,
        "suspended@harbor.example",
        "admin@harbor.example",
        // Its organization did not enable it.
        "newcomer@canalbank.example",
        "owner@polder.example",
        // It has no organization.
        "visitor@mail.example",
    ]
}

/// Status, headers and body.
type Shape = (u16, Vec<(String, String)>, String);

/// Everything of an answer but what is random or the time.
fn shape(answer: &Answer) -> Shape {
    let mut headers: Vec<_> = answer
        .headers
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .map(|(name, value)| if name == "x-request-id" { (name, value.len().to_string()) } else { (name, value) })
        .collect();
    headers.sort();
    let mut body = answer.body.clone();
    for name in ["token", "id", "requestId"] {
        if let Some(value) = body.get_mut(name) {
            *value = value.as_str().unwrap().len().into();
        }
    }
    (answer.status.as_u16(), headers, body.to_string())
}

/// What anybody without the methods sees: begins, asks for codes until that is limited, and guesses until that is.
async fn seen(world: &World, user_id: &str) -> Vec<Shape> {
    let mut browser = world.browser();
    let begun = browser.post(RESET, json!({ "userId": user_id })).await;
    let mut seen = vec![shape(&begun)];
    let token = begun.is(200).body["token"].as_str().unwrap().to_owned();
    let mut attempt = Attempt { browser, token };
    let mut challenge = None;
    // The number is the real one of those who have one.
    for (kind, target) in [
        ("phone", NUMBER),
        ("phone", NUMBER),
        ("phone", "+31 6 0000 0000"),
        ("phone", NUMBER),
        ("email", "e@mail.example"),
    ] {
        let answer = attempt.send(kind, target).await;
        seen.push(shape(&answer));
        if kind == "phone" && challenge.is_none() {
            challenge = Some(answer);
        }
    }
    let challenge = challenge.unwrap();
    for _ in 0..6 {
        seen.push(shape(&attempt.sent("phone", &challenge, "000000").await));
        seen.push(shape(&attempt.app("000000").await));
    }
    let questions = json!({ "kind": "security-questions", "answers": three_answers()["answers"] });
    seen.push(shape(&attempt.post(VERIFY, &key(), questions).await));
    seen.push(shape(&attempt.finish(NEW).await));
    world.clock.advance(30 * 60);
    seen.push(shape(&attempt.app("000000").await));
    world.clock.advance(-30 * 60);
    sql(world, "DELETE FROM password_resets");
    sql(world, "UPDATE sign_in_attempts SET network = 'elsewhere'");
    seen
}

#[tokio::test]
async fn s8_nobody_sees_which_accounts_exist_or_can_be_reset() {
    let world = World::new();
    let closed = closed_accounts(&world);
    let known = seen(&world, SECURE).await;
    let codes = |seen: &[Shape]| seen.iter().map(|it| it.0).collect::<Vec<_>>();
    assert_eq!(codes(&known)[..6], [200, 200, 200, 200, 429, 200]);
    assert_eq!(codes(&known)[6..18], [401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 429, 429]);
    assert_eq!(codes(&known)[18..], [422, 401, 410]);
    for user_id in closed {
        assert_eq!(seen(&world, user_id).await, known, "{user_id}");
    }
}

#[tokio::test]
async fn s8_what_cannot_be_reset_takes_as_long_and_leaves_as_much_behind() {
    let world = World::new();
    let mut left = Vec::new();
    for user_id in [SECURE, UNKNOWN] {
        let before = world.count("audit");
        let begun = Instant::now();
        let mut attempt = Attempt::begin(&world, user_id).await;
        let challenge = attempt.send("phone", NUMBER).await;
        attempt.sent("phone", &challenge, "000000").await.refused(401, "invalid-credentials");
        attempt.app("000000").await.refused(401, "invalid-credentials");
        attempt.finish(NEW).await.refused(401, "invalid-credentials");
        // Five answers of 100 ms at least, which their work is far below.
        assert!(begun.elapsed() >= Duration::from_millis(500), "{user_id}: {:?}", begun.elapsed());
        left.push((world.count("audit") - before, world.count("sign_in_attempts"), world.count("challenges")));
    }
    assert_eq!(left, [(4, 2, 1), (4, 4, 2)]);
}

#[tokio::test]
async fn who_cannot_reset_gets_no_code_and_no_code_is_right() {
    let world = World::new();
    for user_id in closed_accounts(&world) {
        let before = world.count("outbox");
        let mut attempt = Attempt::begin(&world, user_id).await;
        let challenge = attempt.send("phone", NUMBER).await;
        challenge.is(200);
        nothing_sent(&world, before).await;
        attempt.app(&world.app_code()).await.refused(401, "invalid-credentials");
        // Ten accounts try from one address.
        world.clock.advance(61);
    }
}

#[tokio::test]
async fn a_code_goes_only_to_what_is_registered() {
    let world = World::new();
    let before = world.count("outbox");
    let mut attempt = Attempt::begin(&world, SECURE).await;
    let other = attempt.send("phone", "+31 6 5550 1235").await;
    assert_eq!(other.is(200).body["sentTo"], "+31 ••• ••35");
    nothing_sent(&world, before).await;
    field(&attempt.send("phone", "06 5550 1234").await, "/target", "malformed");
    field(&attempt.send("phone", " ").await, "/target", "required");
    field(&attempt.send("email", "sara").await, "/target", "malformed");
    field(&attempt.send(APP, NUMBER).await, "/kind", "malformed");
    field(&attempt.send("office-phone", NUMBER).await, "/kind", "malformed");
    let asked = json!({ "kind": "phone", "target": NUMBER, "channel": "call" });
    attempt.post(CHALLENGES, &key(), asked).await.is(200);
    arrived(&world, before + 1).await;
    assert_eq!(world.message().0, "call");
}

#[tokio::test]
async fn an_address_without_regard_to_case_and_an_office_phone_help_too() {
    let world = World::new();
    world.secure().await.add_mail(&world, "Sara.Kuiper@mail.example").await;
    let mut attempt = Attempt::begin(&world, SECURE).await;
    let first = attempt.prove(&world, "email", "sara.kuiper@MAIL.example").await;
    assert_eq!(first.is(200).body["kinds"], json!([APP, "phone"]));
    sql(&world, "UPDATE methods SET kind = 'office-phone', target = '+31105550123x204' WHERE kind = 'phone'");
    // It gets calls only; that is not said.
    let before = world.count("outbox");
    let texted = json!({ "kind": "phone", "target": "+31 10 555 0123 x 204", "channel": "text" });
    attempt.post(CHALLENGES, &key(), texted).await.is(200);
    nothing_sent(&world, before).await;
    let asked = json!({ "kind": "phone", "target": "+31 10 555 0123 x 204", "channel": "call" });
    let challenge = attempt.post(CHALLENGES, &key(), asked).await;
    arrived(&world, before + 1).await;
    assert_eq!(attempt.sent("phone", &challenge, &world.sent_code()).await.is(200).body["state"], "new-password");
}

#[tokio::test]
async fn the_same_kind_twice_is_one_method() {
    let world = World::new();
    world.secure().await.add_phone(&world, "alternate-phone", "+31 6 5550 9999").await;
    let mut attempt = Attempt::begin(&world, SECURE).await;
    let first = attempt.prove(&world, "phone", NUMBER).await;
    assert_eq!(first.is(200).body["kinds"], json!([APP]));
    let before = world.count("outbox");
    let second = attempt.send("phone", "+31 6 5550 9999").await;
    arrived(&world, before + 1).await;
    field(&attempt.sent("phone", &second, &world.sent_code()).await, "/kind", "repeated");
    attempt.finish(NEW).await.refused(401, "invalid-credentials");
}

#[tokio::test]
async fn s7_a_code_works_once_and_only_where_it_was_asked_for() {
    let world = World::new();
    let mut attempt = Attempt::begin(&world, SECURE).await;
    let mut other = Attempt::begin(&world, SECURE).await;
    let code = world.app_code();
    attempt.app(&code).await.is(200);
    other.app(&code).await.refused(401, "invalid-credentials");
    let challenge = attempt.send("phone", NUMBER).await;
    arrived(&world, 1).await;
    let code = world.sent_code();
    other.sent("phone", &challenge, &code).await.refused(409, "challenge-expired");
    attempt.sent("email", &challenge, &code).await.refused(409, "challenge-expired");
    attempt.sent("phone", &challenge, &wrong(&code)).await.refused(401, "invalid-credentials");
    attempt.sent("phone", &challenge, &code).await.is(200);
    // A code for signing in is none for this.
    let mut halfway = world.halfway(SECURE).await;
    let signing_in = halfway.challenge(&world.method("secure", "phone"), "text").await;
    other.sent("phone", &signing_in, &world.sent_code()).await.refused(409, "challenge-expired");
}

#[tokio::test]
async fn a_hardware_token_and_a_number_that_changed_prove_nothing() {
    let world = World::new();
    world.give("secure", "hardware-token", Some(&[7; 20]), true);
    let mut attempt = Attempt::begin(&world, SECURE).await;
    attempt.app(&world.code(&[7; 20])).await.refused(401, "invalid-credentials");
    let challenge = attempt.send("phone", NUMBER).await;
    arrived(&world, 1).await;
    sql(&world, "UPDATE methods SET target = '+31600000000' WHERE kind = 'phone'");
    attempt.sent("phone", &challenge, &world.sent_code()).await.refused(401, "invalid-credentials");
}

#[tokio::test]
async fn s8_wrong_codes_are_limited_together_with_those_of_signing_in() {
    let world = World::new();
    let mut attempt = Attempt::begin(&world, SECURE).await;
    for _ in 0..5 {
        attempt.app("000000").await.refused(401, "invalid-credentials");
    }
    let refused = attempt.app(&world.app_code()).await;
    assert_eq!(refused.refused(429, "too-many-attempts").header("retry-after"), "900");
    // A fresh attempt is no way around it, nor is signing in.
    Attempt::begin(&world, SECURE).await.app(&world.app_code()).await.refused(429, "too-many-attempts");
    let mut halfway = world.halfway(SECURE).await;
    halfway
        .post("/api/v1/session/second-factor", json!({ "code": world.app_code() }))
        .await
        .refused(429, "too-many-attempts");
    world.clock.advance(900);
    attempt.app(&world.app_code()).await.is(200);
}

#[tokio::test]
async fn s8_three_codes_in_ten_minutes_over_all_attempts_and_signing_in() {
    let world = World::new();
    for _ in 0..3 {
        Attempt::begin(&world, SECURE).await.send("phone", NUMBER).await.is(200);
    }
    arrived(&world, 3).await;
    let refused = Attempt::begin(&world, SECURE).await.send("phone", NUMBER).await;
    assert_eq!(refused.refused(429, "too-many-attempts").header("retry-after"), "600");
    let mut halfway = world.halfway(SECURE).await;
    halfway.challenge(&world.method("secure", "phone"), "text").await.refused(429, "too-many-attempts");
    world.clock.advance(600);
    // What signing in used up is not told: nothing is sent.
    for _ in 0..3 {
        world.halfway(SECURE).await.challenge(&world.method("secure", "phone"), "text").await.is(200);
    }
    let mut attempt = Attempt::begin(&world, SECURE).await;
    let challenge = attempt.send("phone", NUMBER).await;
    challenge.is(200);
    nothing_sent(&world, 6).await;
    attempt.sent("phone", &challenge, &world.sent_code()).await.refused(401, "invalid-credentials");
}

#[tokio::test]
async fn s8_one_address_begins_twenty_times_a_minute() {
    let world = World::new();
    let all = (0..20).map(|_| Attempt::begin(&world, UNKNOWN));
    for attempt in all {
        attempt.await;
        world.clock.advance(1);
    }
    let refused = world.browser().post(RESET, json!({ "userId": SECURE })).await;
    assert_eq!(refused.refused(429, "too-many-attempts").header("retry-after"), "40");
    let mut elsewhere = world.browser();
    elsewhere.address = "192.0.2.99:50000".parse().unwrap();
    elsewhere.post(RESET, json!({ "userId": SECURE })).await.is(200);
    world.clock.advance(40);
    Attempt::begin(&world, SECURE).await;
}

#[tokio::test]
async fn an_attempt_is_over_after_half_an_hour_and_when_it_is_done() {
    let world = World::new();
    let mut attempt = proven(&world).await;
    let mut other = proven_elsewhere(&world).await;
    world.clock.advance(30 * 60 - 60);
    attempt.finish(NEW).await.is(204);
    attempt.finish("nog een heel ander wachtwoord").await.refused(410, "gone");
    attempt.app("000000").await.refused(410, "gone");
    attempt.send("phone", NUMBER).await.refused(410, "gone");
    // The account's other attempts went with it.
    other.finish("nog een heel ander wachtwoord").await.refused(410, "gone");
    let mut late = Attempt::begin(&world, SECURE).await;
    world.clock.advance(30 * 60);
    late.app(&world.app_code()).await.refused(410, "gone");
    late.finish(NEW).await.refused(410, "gone");
    late.token = "made up".to_owned();
    late.app(&world.app_code()).await.refused(410, "gone");
}

/// A second attempt with everything proven, half a minute later.
async fn proven_elsewhere(world: &World) -> Attempt {
    world.clock.advance(31);
    proven(world).await
}

#[tokio::test]
async fn what_changed_meanwhile_closes_an_attempt() {
    for change in [
        "UPDATE accounts SET disabled = 1 WHERE id = 'secure'",
        "UPDATE organizations SET reset_methods = 0",
        "DELETE FROM methods WHERE account = 'secure'",
        "UPDATE accounts SET password_changed_at = password_changed_at + 10000000 WHERE id = 'secure'",
    ] {
        let world = World::new();
        let mut attempt = proven(&world).await;
        sql(&world, change);
        attempt.finish(NEW).await.refused(401, "invalid-credentials");
        assert_eq!(world.audited("password-reset.finish"), 0, "{change}");
    }
}

#[tokio::test]
async fn where_one_method_is_enough_one_is_asked() {
    let world = World::new();
    sql(&world, "UPDATE organizations SET reset_methods = 1");
    let mut attempt = Attempt::begin(&world, SECURE).await;
    assert_eq!(attempt.app(&world.app_code()).await.is(200).body["state"], "new-password");
    attempt.finish(NEW).await.is(204);
}

#[tokio::test]
async fn security_questions_come_second_and_all_have_to_be_right() {
    let world = World::new();
    let mut secure = world.secure().await;
    secure.post("/api/v1/me/authentication/security-questions", three_answers()).await.is(200);
    let answers = |first: &str| {
        json!({ "kind": "security-questions", "answers": [
            { "questionId": "first-car", "answer": first },
            { "questionId": "first-pet", "answer": "MOLLIE " },
            { "questionId": "first-street", "answer": "kade" },
        ] })
    };
    let mut attempt = Attempt::begin(&world, SECURE).await;
    field(&attempt.post(VERIFY, &key(), answers("Opel Kadett")).await, "/kind", "malformed");
    let first = attempt.app(&world.app_code()).await;
    assert_eq!(first.is(200).body["kinds"], json!(["phone", "security-questions"]));
    let asked: Vec<_> = first.body["questions"].as_array().unwrap().iter().map(|it| it["id"].clone()).collect();
    assert_eq!(asked, ["first-car", "first-pet", "first-street"]);
    field(&attempt.post(VERIFY, &key(), answers(" ")).await, "/answers/0/answer", "required");
    field(&attempt.post(VERIFY, &key(), answers(&"a".repeat(101))).await, "/answers/0/answer", "too-long");
    attempt.post(VERIFY, &key(), answers("Opel Corsa")).await.refused(401, "invalid-credentials");
    let key = key();
    assert_eq!(attempt.post(VERIFY, &key, answers("opel kadett")).await.is(200).body["state"], "new-password");
    assert_eq!(attempt.post(VERIFY, &key, answers("opel kadett")).await.is(200).body["state"], "new-password");
    attempt.finish(NEW).await.is(204);
}

#[tokio::test]
async fn questions_alone_and_those_of_an_administrator_open_nothing() {
    let world = World::new();
    let mut secure = world.secure().await;
    secure.post("/api/v1/me/authentication/security-questions", three_answers()).await.is(200);
    sql(&world, "INSERT INTO administrators (organization, account) VALUES ('harbor-logistics', 'secure')");
    let mut attempt = Attempt::begin(&world, SECURE).await;
    assert_eq!(attempt.app(&world.app_code()).await.is(200).body["kinds"], json!(["phone"]));
    sql(&world, "DELETE FROM administrators WHERE account = 'secure'");
    sql(&world, "UPDATE organizations SET reset_methods = 1");
    sql(&world, "DELETE FROM methods WHERE kind IN ('phone', 'authenticator-app')");
    attempt.finish(NEW).await.refused(401, "invalid-credentials");
}

#[tokio::test]
async fn s8_wrong_answers_are_limited_too() {
    let world = World::new();
    let mut secure = world.secure().await;
    secure.post("/api/v1/me/authentication/security-questions", three_answers()).await.is(200);
    let mut attempt = Attempt::begin(&world, SECURE).await;
    attempt.app(&world.app_code()).await.is(200);
    let mut guess = three_answers();
    guess["kind"] = "security-questions".into();
    let right = guess.clone();
    guess["answers"][0]["answer"] = "Minoes".into();
    for _ in 0..5 {
        attempt.post(VERIFY, &key(), guess.clone()).await.refused(401, "invalid-credentials");
    }
    attempt.post(VERIFY, &key(), right).await.refused(429, "too-many-attempts");
}

#[tokio::test]
async fn s6_a_bad_new_password_is_refused_with_its_reason_and_nothing_is_lost() {
    let world = World::new();
    let mut attempt = proven(&world).await;
    for (password, reason) in [
        ("", "required"),
        ("kort", "too-short"),
        (&*"a".repeat(257), "too-long"),
        ("password1", "too-common"),
        ("sara kuiper 1", "contains-name"),
        ("HarborLogistics", "contains-organization"),
        (demo::PASSWORD, "same-as-old"),
    ] {
        field(&attempt.finish(password).await, "/newPassword", reason);
    }
    attempt.finish(NEW).await.is(204);
}

#[tokio::test]
async fn r2_a_repeat_has_one_effect_and_its_key_serves_nothing_else() {
    let world = World::new();
    let mut attempt = Attempt::begin(&world, SECURE).await;
    let (first, second, third) = (key(), key(), key());
    let code = json!({ "kind": APP, "code": world.app_code() });
    let proven = attempt.post(VERIFY, &first, code.clone()).await;
    assert_eq!(attempt.post(VERIFY, &first, code).await.is(200).body, proven.is(200).body);
    let asked = json!({ "kind": "phone", "target": NUMBER });
    let challenge = attempt.post(CHALLENGES, &second, asked.clone()).await;
    assert_eq!(attempt.post(CHALLENGES, &second, asked).await.is(200).body, challenge.is(200).body);
    arrived(&world, 1).await;
    nothing_sent(&world, 1).await;
    let other = json!({ "kind": "phone", "target": "+31 6 0000 0000" });
    attempt.post(CHALLENGES, &second, other).await.refused(422, "idempotency-key-reused");
    let code = json!({ "kind": "phone", "code": world.sent_code(), "challenge": challenge.body["id"] });
    attempt.post(VERIFY, &first, code.clone()).await.refused(422, "idempotency-key-reused");
    attempt.post(VERIFY, &key(), code).await.is(200);
    attempt.post(FINISH, &third, json!({ "newPassword": NEW })).await.is(204);
    let hash = world.dump("accounts");
    attempt.post(FINISH, &third, json!({ "newPassword": NEW })).await.is(204);
    let other = json!({ "newPassword": "nog een heel ander wachtwoord" });
    attempt.post(FINISH, &third, other).await.refused(422, "idempotency-key-reused");
    assert_eq!(world.dump("accounts"), hash);
    assert_eq!(world.audited("password-reset.finish"), 1);
    assert_eq!(world.audited("password-reset.verify"), 2);
}

#[tokio::test]
async fn s9_every_step_is_audited_and_no_secret_is_kept() {
    let world = World::new();
    let mut attempt = Attempt::begin(&world, SECURE).await;
    attempt.app("000000").await.refused(401, "invalid-credentials");
    let code = world.app_code();
    attempt.app(&code).await.is(200);
    attempt.prove(&world, "phone", NUMBER).await.is(200);
    attempt.finish(NEW).await.is(204);
    Attempt::begin(&world, "my-secret-typed-wrong").await;
    let all = world.count("audit WHERE action LIKE 'password-reset.%' AND address = '192.0.2.1' AND request_id <> ''");
    assert_eq!(all, 7);
    for (action, count) in [("begin", 2), ("challenge", 1), ("verify", 2), ("finish", 1)] {
        assert_eq!(world.audited(&format!("password-reset.{action}")), count, "{action}");
    }
    assert_eq!(world.count("audit WHERE action = 'password-reset.verify' AND result = 'refused'"), 1);
    assert_eq!(
        world.count("audit WHERE action = 'password-reset.finish' AND actor = 'secure' AND target = 'secure'"),
        1
    );
    let sent = world.sent_code();
    for table in ["audit", "password_resets", "password_reset_proofs", "challenges", "sign_in_attempts", "idempotency"]
    {
        let kept = world.dump(table);
        for secret in [attempt.token.as_str(), NEW, "my-secret-typed-wrong", &code, &sent] {
            assert!(!kept.contains(secret), "{table}: {secret}");
        }
    }
}

#[tokio::test]
async fn s3_other_sites_cannot_and_no_cookie_is_needed_or_set() {
    let world = World::new();
    let mut browser = world.browser();
    let body = json!({ "userId": SECURE });
    let mut request = Browser::request("POST".parse().unwrap(), RESET, Some(body.clone()));
    request.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
    browser.send(request).await.refused(403, "cross-site-request");
    assert_eq!(world.count("password_resets"), 0);
    let begun = browser.post(RESET, body).await;
    assert_eq!(begun.is(200).header("set-cookie"), "");
    assert_eq!(begun.header("cache-control"), "no-store");
    // Without the token the same browser cannot go on.
    let guess = json!({ "token": "", "kind": APP, "code": world.app_code() });
    browser.post(VERIFY, guess).await.refused(410, "gone");
}

#[tokio::test]
async fn what_is_typed_wrongly_is_said_at_its_field() {
    let world = World::new();
    let mut browser = world.browser();
    field(&browser.post(RESET, json!({ "userId": "  " })).await, "/userId", "required");
    field(&browser.post(RESET, json!({ "userId": "a".repeat(257) })).await, "/userId", "too-long");
    let mut attempt = Attempt::begin(&world, SECURE).await;
    field(&attempt.app("").await, "/code", "required");
    field(&attempt.app("12345").await, "/code", "malformed");
    let without = json!({ "kind": "phone", "code": "123456" });
    field(&attempt.post(VERIFY, &key(), without).await, "/challenge", "required");
    field(&attempt.post(VERIFY, &key(), json!({ "kind": "app-password" })).await, "/kind", "malformed");
    let code = world.app_code();
    attempt.app(&format!(" {} {} ", &code[..3], &code[3..])).await.is(200);
}

#[tokio::test]
async fn what_was_begun_is_forgotten_after_a_day() {
    let world = World::new();
    Attempt::begin(&world, UNKNOWN).await;
    world.clock.advance(86_400);
    my_account_server::jobs::round(&world.portal).await.unwrap();
    assert_eq!(world.count("password_resets"), 1);
    world.clock.advance(1_800);
    my_account_server::jobs::round(&world.portal).await.unwrap();
    assert_eq!(world.count("password_resets"), 0);
}

//! Methods as tests add and use them.

use axum::http::Method;
use my_account_server::{demo, totp};
use serde_json::{Value, json};

use super::{Answer, Browser, World, key};

pub const METHODS: &str = "/api/v1/me/authentication/methods";
pub const DEFAULT: &str = "/api/v1/me/authentication/default-method";
pub const ENROLMENTS: &str = "/api/v1/me/authentication/enrolments";
pub const QUESTIONS: &str = "/api/v1/me/authentication/security-questions";
pub const APP_PASSWORDS: &str = "/api/v1/me/authentication/app-passwords";
pub const SESSION: &str = "/api/v1/session";
pub const SECOND_FACTOR: &str = "/api/v1/session/second-factor";
pub const CHALLENGES: &str = "/api/v1/session/second-factor/challenges";
pub const PROOF: &str = "/api/v1/session/proof";

pub const EMPLOYEE: &str = "employee@harbor.example";
pub const SECURE: &str = "secure@harbor.example";
/// Has to register a method first.
pub const NEWCOMER: &str = "newcomer@canalbank.example";

impl World {
    /// The newest message: carrier, recipient, language, body.
    pub fn message(&self) -> (String, String, String, String) {
        let newest = "SELECT carrier, recipient, language, body FROM outbox ORDER BY id DESC LIMIT 1";
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        self.database().query_row(newest, [], read).unwrap()
    }

    /// The code in the newest message.
    pub fn sent_code(&self) -> String {
        let said = self.message().3;
        let said = said.split(['.', ':']).next().unwrap();
        said.chars().filter(char::is_ascii_digit).collect()
    }

    /// What the demo's authenticator app of `secure@` shows.
    pub fn app_code(&self) -> String {
        self.code(&totp::secret_from_base32(demo::TOTP_SECRET).unwrap())
    }

    /// What an app with this secret shows.
    pub fn code(&self, secret: &[u8]) -> String {
        totp::code_at(secret, self.clock.now()).unwrap()
    }

    /// `secure@`, signed in with the demo's app.
    pub async fn secure(&self) -> Browser {
        let mut browser = self.halfway(SECURE).await;
        browser.post(SECOND_FACTOR, json!({ "code": self.app_code() })).await.is(200);
        // A time step works once.
        self.clock.advance(60);
        browser
    }

    /// A browser in which the password was right.
    pub async fn halfway(&self, user_id: &str) -> Browser {
        let mut browser = self.browser();
        assert_eq!(browser.sign_in(user_id, demo::PASSWORD).await.is(200).body["state"], "second-factor");
        browser
    }

    /// The id of an account's method of this kind.
    pub fn method(&self, account: &str, kind: &str) -> String {
        let query = "SELECT id FROM methods WHERE account = ?1 AND kind = ?2 ORDER BY added_at";
        self.database().query_row(query, [account, kind], |row| row.get(0)).unwrap()
    }

    /// A method that the organization gives.
    pub fn give(&self, account: &str, kind: &str, secret: Option<&[u8]>, fixed: bool) -> String {
        let id = key();
        let for_sign_in = !["email", "security-questions", "app-password"].contains(&kind);
        self.database()
            .execute(
                "INSERT INTO methods (id, account, kind, for_sign_in, by_organization, secret, added_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (&id, account, kind, for_sign_in, fixed, secret, self.clock.now()),
            )
            .unwrap();
        id
    }
}

impl Browser {
    /// A POST with a key of the test's own.
    pub async fn post_as(&mut self, path: &str, key: &str, body: Value) -> Answer {
        let mut request = Self::request(Method::POST, path, Some(body));
        request.headers_mut().insert("idempotency-key", key.parse().unwrap());
        self.send(request).await
    }

    pub async fn enrol(&mut self, body: Value) -> Answer {
        self.post(ENROLMENTS, body).await
    }

    pub async fn confirm(&mut self, enrolment: &Answer, body: Value) -> Answer {
        self.post(&confirm(enrolment), body).await
    }

    /// Adds an app: its method's id and its secret.
    pub async fn add_app(&mut self, world: &World, name: &str) -> (String, Vec<u8>) {
        let begun = self.enrol(json!({ "kind": "authenticator-app" })).await;
        let secret = totp::secret_from_base32(begun.is(200).body["secret"].as_str().unwrap()).unwrap();
        let made = self.confirm(&begun, json!({ "code": world.code(&secret), "name": name })).await;
        (made.is(200).body["id"].as_str().unwrap().to_owned(), secret)
    }

    /// Adds a phone: its method's id.
    pub async fn add_phone(&mut self, world: &World, kind: &str, number: &str) -> String {
        let begun = self.enrol(json!({ "kind": kind, "phoneNumber": number })).await;
        begun.is(200);
        let made = self.confirm(&begun, json!({ "code": world.sent_code() })).await;
        made.is(200).body["id"].as_str().unwrap().to_owned()
    }

    /// Adds an e-mail address: its method's id.
    pub async fn add_mail(&mut self, world: &World, address: &str) -> String {
        let begun = self.enrol(json!({ "kind": "email", "mail": address })).await;
        begun.is(200);
        let made = self.confirm(&begun, json!({ "code": world.sent_code() })).await;
        made.is(200).body["id"].as_str().unwrap().to_owned()
    }

    /// Asks a method for the second factor.
    pub async fn challenge(&mut self, method: &str, channel: &str) -> Answer {
        self.post(CHALLENGES, json!({ "method": method, "channel": channel })).await
    }

    /// The methods' ids, in the order of the list.
    pub async fn method_ids(&mut self) -> Vec<String> {
        let list = self.get(METHODS).await;
        list.is(200).items().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    }
}

/// Where an enrolment is confirmed.
pub fn confirm(enrolment: &Answer) -> String {
    format!("{ENROLMENTS}/{}/confirm", enrolment.body["id"].as_str().unwrap())
}

/// Where a method is.
pub fn at(method: &str) -> String {
    format!("{METHODS}/{method}")
}

/// A code that is not this one.
pub fn wrong(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

/// Three answers to security questions.
pub fn three_answers() -> Value {
    json!({ "answers": [
        { "questionId": "first-pet", "answer": "Mollie" },
        { "questionId": "first-car", "answer": "Opel Kadett" },
        { "questionId": "first-street", "answer": "Kade" },
    ] })
}

/// Asserts a refused field.
#[track_caller]
pub fn field(answer: &Answer, pointer: &str, code: &str) {
    let errors = &answer.refused(422, "invalid-fields").body["errors"];
    assert_eq!(
        (errors[0]["pointer"].as_str(), errors[0]["code"].as_str()),
        (Some(pointer), Some(code)),
        "{}",
        answer.body
    );
}

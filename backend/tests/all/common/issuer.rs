//! An identity provider on a port of this machine that answers as a test wants it to, right or wrong.

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex, MutexGuard},
};

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use my_account_server::{
    oidc::{Providers, config},
    portal::Portal,
    secret::fingerprint,
};
use ring::{
    hmac,
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};
use url::{Url, form_urlencoded};

use super::{Answer, Browser, START, World};

pub const SECRET: &str = "the client's secret & its \"odd\" characters";
pub const EMPLOYEE: &str = "employee@harbor.example";
pub const ORIGIN: &str = "https://portal.example";
pub const CALLBACK: &str = "/api/v1/session/oidc/callback";

/// What the provider does next.
pub struct Model {
    key: EcdsaKeyPair,
    pub kid: String,
    /// In the metadata beside or instead of what is usual.
    pub metadata: Value,
    /// In the ID token beside or instead of what is usual; null takes away.
    pub claims: Value,
    pub algorithm: &'static str,
    /// Answers 503 to everything.
    pub down: bool,
    /// Answers with a redirect to itself.
    pub redirects: bool,
    pub challenge: String,
    pub nonce: String,
    pub now: i64,
    pub asked: Vec<String>,
}

#[derive(Clone)]
pub struct Issuer {
    pub url: String,
    model: Arc<Mutex<Model>>,
}

fn key() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref(), &random).unwrap()
}

fn merged(usual: Value, other: &Value) -> Value {
    let mut all = usual.as_object().unwrap().clone();
    for (name, value) in other.as_object().unwrap() {
        all.insert(name.clone(), value.clone());
    }
    all.retain(|_, value| !value.is_null());
    all.into()
}

impl Model {
    /// A token with these claims, signed as the model signs now.
    pub fn signed(&self, typ: &str, claims: &Value) -> String {
        let header = json!({ "alg": self.algorithm, "kid": self.kid, "typ": typ });
        let encoded = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let input = format!("{}.{}", encoded(&header), encoded(claims));
        let signature = match self.algorithm {
            "none" => Vec::new(),
            "HS256" => {
                hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes()), input.as_bytes()).as_ref().to_vec()
            }
            _ => self.key.sign(&SystemRandom::new(), input.as_bytes()).unwrap().as_ref().to_vec(),
        };
        format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    /// Signs with another key from now on; it is published at once when `named` anew.
    pub fn change_key(&mut self, kid: &str) {
        (self.key, self.kid) = (key(), kid.to_owned());
    }
}

impl Issuer {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let model = Model {
            key: key(),
            kid: "first".to_owned(),
            metadata: json!({}),
            claims: json!({}),
            algorithm: "ES256",
            down: false,
            redirects: false,
            challenge: String::new(),
            nonce: String::new(),
            now: START + 60,
            asked: Vec::new(),
        };
        let issuer = Self { url, model: Arc::new(Mutex::new(model)) };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(metadata))
            .route("/jwks", get(jwks))
            .route("/token", post(token))
            .with_state(issuer.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        issuer
    }

    pub fn model(&self) -> MutexGuard<'_, Model> {
        self.model.lock().unwrap()
    }

    /// A portal where harbor.example signs in at this provider.
    pub fn world(&self) -> World {
        self.world_with(json!({}))
    }

    pub fn world_with(&self, more: Value) -> World {
        World::with(|portal, folder| self.configure(portal, folder, &more))
    }

    fn configure(&self, portal: &mut Portal, folder: &Path, more: &Value) {
        std::fs::write(folder.join("secret"), format!("{SECRET}\n")).unwrap();
        let usual = json!({
            "issuer": self.url, "clientId": "portal", "clientSecretFile": "secret", "domains": ["Harbor.example"],
            "organization": "harbor-logistics", "accountUrl": "https://id.example/account",
        });
        let file = folder.join("providers.json");
        std::fs::write(&file, json!({ "providers": [merged(usual, more)] }).to_string()).unwrap();
        portal.providers = Providers::new(ORIGIN, config::read(&file).unwrap());
    }

    fn answers(&self, what: &str) -> Result<MutexGuard<'_, Model>, Box<Response>> {
        let mut model = self.model();
        model.asked.push(what.to_owned());
        if model.redirects {
            return Err(Box::new(
                (StatusCode::TEMPORARY_REDIRECT, [("location", format!("{}/token", self.url))]).into_response(),
            ));
        }
        if model.down { Err(Box::new(StatusCode::SERVICE_UNAVAILABLE.into_response())) } else { Ok(model) }
    }

    /// Begins in a browser: the parameters that the provider is asked with.
    pub async fn begun(&self, browser: &mut Browser, start: &str) -> HashMap<String, String> {
        let answer = browser.get(start).await;
        answer.is(303);
        let url = Url::parse(answer.header("location")).unwrap();
        assert_eq!(&url[..url::Position::AfterPath], format!("{}/authorize", self.url), "{url}");
        let asked: HashMap<String, String> = url.query_pairs().into_owned().collect();
        let mut model = self.model();
        (model.nonce, model.challenge) = (asked["nonce"].clone(), asked["code_challenge"].clone());
        asked
    }

    /// The address at which the provider answers.
    pub fn answer(&self, asked: &HashMap<String, String>) -> String {
        format!("{CALLBACK}?code=the-code&state={}&iss={}", asked["state"], self.url)
    }

    /// From the start to the end.
    pub async fn through(&self, browser: &mut Browser, start: &str) -> Answer {
        let asked = self.begun(browser, start).await;
        browser.get(&self.answer(&asked)).await
    }
}

async fn metadata(State(issuer): State<Issuer>) -> Response {
    let model = match issuer.answers("metadata") {
        Ok(model) => model,
        Err(response) => return *response,
    };
    let at = |path: &str| format!("{}/{path}", issuer.url);
    let usual = json!({
        "issuer": issuer.url, "authorization_endpoint": at("authorize"), "token_endpoint": at("token"),
        "jwks_uri": at("jwks"), "end_session_endpoint": at("end"), "response_types_supported": ["code"],
        "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["ES256"],
        "code_challenge_methods_supported": ["S256"], "authorization_response_iss_parameter_supported": true,
    });
    Json(merged(usual, &model.metadata)).into_response()
}

async fn jwks(State(issuer): State<Issuer>) -> Response {
    let model = match issuer.answers("keys") {
        Ok(model) => model,
        Err(response) => return *response,
    };
    let point = model.key.public_key().as_ref();
    let part = |range: std::ops::Range<usize>| URL_SAFE_NO_PAD.encode(&point[range]);
    let key =
        json!({ "kty": "EC", "crv": "P-256", "use": "sig", "kid": model.kid, "x": part(1..33), "y": part(33..65) });
    Json(json!({ "keys": [key] })).into_response()
}

async fn token(State(issuer): State<Issuer>, headers: axum::http::HeaderMap, body: String) -> Response {
    let form: HashMap<String, String> = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    let model = match issuer.answers("token") {
        Ok(model) => model,
        Err(response) => return *response,
    };
    let challenge = URL_SAFE_NO_PAD.encode(fingerprint(&form["code_verifier"]));
    assert_eq!((challenge, form["code"].as_str()), (model.challenge.clone(), "the-code"));
    assert_eq!(form["redirect_uri"], format!("{ORIGIN}{CALLBACK}"));
    assert!(headers["authorization"].to_str().unwrap().starts_with("Basic "), "the secret is not in the address");
    let usual = json!({
        "iss": issuer.url, "aud": "portal", "sub": "eva-there", "nonce": model.nonce, "iat": model.now,
        "exp": model.now + 300, "auth_time": model.now, "email": EMPLOYEE, "email_verified": true, "sid": "sid-1",
    });
    let id_token = model.signed("JWT", &merged(usual, &model.claims));
    Json(json!({ "access_token": "an-access-token", "token_type": "Bearer", "id_token": id_token })).into_response()
}

//! A portal on a real temporary database with a clock that stands still, asked through its router.

pub mod authenticator;
pub mod issuer;
pub mod methods;
pub mod process;
pub mod requests;

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, Method, Request, StatusCode},
};
use http_body_util::BodyExt;
use my_account_server::{clock::Clock, demo, portal::Portal, router, store::Store};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;

/// When the demo directory of the tests was loaded: 2026-01-01.
pub const START: i64 = 1_767_225_600;

/// Seconds in a day.
pub const DAY: i64 = 86_400;

/// A portal of a test's own.
pub struct World {
    pub portal: Arc<Portal>,
    pub router: Router,
    pub clock: Clock,
    pub folder: TempDir,
}

/// The demo directory is written once and copied for each test, with the key that sealed what is in it.
fn template() -> &'static (Vec<u8>, Vec<u8>) {
    static TEMPLATE: OnceLock<(Vec<u8>, Vec<u8>)> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("portal.db");
        let build = {
            let file = file.clone();
            move || {
                let runtime = tokio::runtime::Runtime::new().unwrap();
                runtime.block_on(async {
                    let store = Store::open(&file).unwrap();
                    let portal = Portal::new(store, Clock::manual(START), true).unwrap();
                    demo::load(&portal, &file).await.unwrap();
                });
            }
        };
        std::thread::spawn(build).join().unwrap();
        let connection = rusqlite::Connection::open(&file).unwrap();
        let _: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).unwrap();
        drop(connection);
        let key = std::fs::read(folder.path().join("portal.db-key")).unwrap();
        (std::fs::read(file).unwrap(), key)
    })
}

impl World {
    pub fn new() -> Self {
        Self::with(|_, _| {})
    }

    /// One that is set up before it serves; given its folder.
    pub fn with(set_up: impl FnOnce(&mut Portal, &Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (database, key) = template();
        std::fs::write(folder.path().join("portal.db"), database).unwrap();
        std::fs::write(folder.path().join("portal.db-key"), key).unwrap();
        let pages = folder.path().join("dist");
        std::fs::create_dir(&pages).unwrap();
        std::fs::write(pages.join("index.html"), "<!doctype html><title>My Account</title><style>a{}</style>").unwrap();
        let clock = Clock::manual(START + 60);
        let store = Store::open(&folder.path().join("portal.db")).unwrap();
        let mut portal = Portal::new(store, clock.clone(), true).unwrap();
        set_up(&mut portal, folder.path());
        let portal = Arc::new(portal);
        let router = router::build(Arc::clone(&portal), &pages);
        Self { portal, router, clock, folder }
    }

    pub fn pages(&self) -> PathBuf {
        self.folder.path().join("dist")
    }

    /// Looks into the database from outside, as a second process would.
    pub fn database(&self) -> rusqlite::Connection {
        let connection = rusqlite::Connection::open(self.folder.path().join("portal.db")).unwrap();
        connection.busy_timeout(std::time::Duration::from_secs(5)).unwrap();
        connection
    }

    /// Changes the database from outside, as the server would: with its foreign keys.
    pub fn change(&self, sql: &str) {
        self.database().execute_batch(&format!("PRAGMA foreign_keys = 1; {sql}")).unwrap();
    }

    pub fn count(&self, query: &str) -> i64 {
        self.database().query_row(&format!("SELECT count(*) FROM {query}"), [], |row| row.get(0)).unwrap()
    }

    /// Everything in a table, as text.
    pub fn dump(&self, table: &str) -> String {
        let database = self.database();
        let mut rows = database.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let width = rows.column_count();
        let cell = |row: &rusqlite::Row<'_>, column| {
            Ok(match row.get_ref(column)? {
                rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                other => format!("{other:?}"),
            })
        };
        let rows = rows.query_map([], |row| (0..width).map(|column| cell(row, column)).collect::<Result<String, _>>());
        rows.unwrap().map(Result::unwrap).collect()
    }

    pub fn audited(&self, action: &str) -> i64 {
        self.count(&format!("audit WHERE action = '{action}' AND result = 'done'"))
    }

    pub fn browser(&self) -> Browser {
        let address = "192.0.2.1:50000".parse().unwrap();
        Browser { router: self.router.clone(), cookie: None, trust: None, identity: None, address }
    }

    /// A browser in which somebody has signed in.
    pub async fn signed_in(&self, user_id: &str) -> Browser {
        let mut browser = self.browser();
        let answer = browser.sign_in(user_id, demo::PASSWORD).await;
        assert_eq!(answer.status, StatusCode::OK, "{user_id}: {}", answer.body);
        browser
    }
}

/// An answer, its body read.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Asserts a problem document with this status and code, whose request id is the header's.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> &Self {
        assert_eq!((self.status.as_u16(), self.body["code"].as_str()), (status, Some(code)), "{}", self.body);
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.body["status"], status);
        assert_eq!(self.body["type"], format!("urn:portal:problem:{code}"));
        assert!(!self.header("x-request-id").is_empty());
        assert_eq!(self.body["requestId"], self.header("x-request-id"));
        self
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }

    pub fn items(&self) -> &Vec<Value> {
        self.body["items"].as_array().unwrap_or_else(|| panic!("no list: {}", self.body))
    }

    /// The row with this id.
    pub fn item(&self, id: &str) -> Option<&Value> {
        self.items().iter().find(|item| item["id"] == id)
    }
}

/// Something that keeps a cookie and sends what the portal's pages send.
#[derive(Clone)]
pub struct Browser {
    pub router: Router,
    pub cookie: Option<String>,
    /// The cookie of a trusted browser.
    pub trust: Option<String>,
    /// The cookie of a sign-in at an identity provider.
    pub identity: Option<String>,
    pub address: SocketAddr,
}

/// A key nobody used before.
pub fn key() -> String {
    static LAST: AtomicU32 = AtomicU32::new(0);
    format!("key-{}", LAST.fetch_add(1, Ordering::Relaxed))
}

impl Browser {
    pub async fn send(&mut self, request: Request<Body>) -> Answer {
        let mut request = request;
        if let Some(cookie) = &self.cookie {
            request.headers_mut().insert("cookie", format!("a=b; __Host-portal={cookie}").parse().unwrap());
        }
        if let Some(trust) = &self.trust {
            request.headers_mut().append("cookie", format!("__Host-portal-trust={trust}").parse().unwrap());
        }
        if let Some(identity) = &self.identity {
            request.headers_mut().append("cookie", format!("__Host-portal-identity={identity}").parse().unwrap());
        }
        request.extensions_mut().insert(ConnectInfo(self.address));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        for cookie in parts.headers.get_all("set-cookie") {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            let kept = match name {
                "__Host-portal" => &mut self.cookie,
                "__Host-portal-identity" => &mut self.identity,
                _ => &mut self.trust,
            };
            *kept = Some(value.to_owned()).filter(|value| !value.is_empty());
        }
        // What Chromium does with it: also to the cookies of the same answer.
        if parts.headers.get("clear-site-data").is_some_and(|it| it.to_str().unwrap().contains("cookies")) {
            (self.cookie, self.trust, self.identity) = (None, None, None);
        }
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Answer { status: parts.status, headers: parts.headers, body, bytes }
    }

    /// A request as the pages send it, to be changed by a test.
    pub fn request(method: Method, path: &str, body: Option<Value>) -> Request<Body> {
        let mut request = Request::builder().method(&method).uri(path).header("host", "portal.example");
        if method != Method::GET {
            request = request.header("sec-fetch-site", "same-origin").header("x-portal-request", "1");
        }
        if method == Method::POST {
            request = request.header("idempotency-key", key());
        }
        if body.is_some() {
            request = request.header("content-type", "application/json");
        }
        request.body(body.map_or_else(Body::empty, |body| Body::from(body.to_string()))).unwrap()
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Self::request(Method::GET, path, None)).await
    }

    pub async fn post(&mut self, path: &str, body: Value) -> Answer {
        self.send(Self::request(Method::POST, path, Some(body))).await
    }

    /// A POST of `{}` with a key of the test's own.
    pub async fn act(&mut self, path: &str, key: &str) -> Answer {
        let mut request = Self::request(Method::POST, path, Some(json!({})));
        request.headers_mut().insert("idempotency-key", key.parse().unwrap());
        self.send(request).await
    }

    /// Edits the version that `etag` names.
    pub async fn edit(&mut self, method: Method, path: &str, etag: &str, body: Option<Value>) -> Answer {
        let mut request = Self::request(method, path, body);
        request.headers_mut().insert("if-match", etag.parse().unwrap());
        self.send(request).await
    }

    pub async fn delete(&mut self, path: &str) -> Answer {
        self.send(Self::request(Method::DELETE, path, None)).await
    }

    pub async fn sign_in(&mut self, user_id: &str, password: &str) -> Answer {
        self.post("/api/v1/session", json!({ "userId": user_id, "password": password })).await
    }

    pub async fn prove(&mut self, purpose: Option<&str>) -> Answer {
        let mut body = json!({ "password": demo::PASSWORD });
        if let Some(purpose) = purpose {
            body["purpose"] = purpose.into();
        }
        self.post("/api/v1/session/proof", body).await
    }

    pub async fn organizations(&mut self) -> Answer {
        self.get(ORGANIZATIONS).await
    }

    pub async fn leave(&mut self, organization: &str) -> Answer {
        self.post(&leave(organization), json!({})).await
    }
}

pub const ORGANIZATIONS: &str = "/api/v1/me/organizations";

pub fn leave(organization: &str) -> String {
    format!("{ORGANIZATIONS}/{organization}/leave")
}

pub fn sign_in_there(organization: &str) -> String {
    format!("{ORGANIZATIONS}/{organization}/sign-in")
}

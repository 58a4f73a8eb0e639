//! What one sees of a running server: `/healthz`, `/readyz`, metrics, the log, and whose address it takes for the client's.

use std::{collections::BTreeSet, fs, io::Read, io::Write, net::TcpStream};

use crate::common::process::{Running, body, command, cookie};
use crate::common::{Browser, World};
use axum::http::{Method, StatusCode};
use http_body_util::BodyExt;
use my_account_server::{demo, metrics, proxies::TrustedProxies, totp};
use rusqlite::{Connection, Transaction};
use serde_json::{Value, json};
use tower::ServiceExt;

#[tokio::test]
async fn probes_need_no_session_and_are_not_stored() {
    let world = World::new();
    let mut nobody = world.browser();
    for path in ["/healthz", "/readyz"] {
        let answer = nobody.get(path).await;
        answer.is(200);
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(!answer.header("x-request-id").is_empty() && !answer.header("content-security-policy").is_empty());
    }
}

#[tokio::test]
async fn a_database_that_cannot_be_written_is_not_ready() {
    let world = World::new();
    let mut nobody = world.browser();
    forbid_writing(&world).await;
    nobody.get("/readyz").await.refused(503, "unavailable");
    nobody.get("/healthz").await.is(200);
}

/// From now on the database refuses what would change it, as one does that became read-only.
async fn forbid_writing(world: &World) {
    let forbid = |transaction: &Transaction<'_>| {
        Ok::<_, my_account_server::store::StoreError>(transaction.pragma_update(None, "query_only", true)?)
    };
    world.portal.store.write(forbid).await.unwrap();
}

#[tokio::test]
async fn a_full_disk_refuses_changes_and_keeps_what_is_there() {
    let world = World::new();
    let mut employee = world.signed_in("employee@harbor.example").await;
    let pages: i64 = world.database().query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    let limit = |pages: i64| {
        world.portal.store.write(move |transaction: &Transaction<'_>| {
            transaction.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |row| row.get::<_, i64>(0))?;
            Ok::<_, my_account_server::store::StoreError>(())
        })
    };
    limit(pages).await.unwrap();
    let (before, mut made) = (world.count("collections"), 0);
    let refused = loop {
        let collection = json!({ "displayName": format!("{made} {}", "long ".repeat(10)), "apps": [] });
        let answer = employee.post("/api/v1/me/collections", collection).await;
        if answer.status != StatusCode::OK {
            break answer;
        }
        made += 1;
    };
    refused.refused(503, "unavailable");
    assert_eq!(refused.header("retry-after"), "30");
    employee.get("/api/v1/me").await.is(200);
    assert_eq!(world.count("collections"), before + made, "what was answered is there, and nothing else");
    limit(pages * 2).await.unwrap();
    employee.post("/api/v1/me/collections", json!({ "displayName": "Mine", "apps": [] })).await.is(200);
}

#[tokio::test]
async fn a_session_is_read_while_it_cannot_be_prolonged() {
    let world = World::new();
    let mut employee = world.signed_in("employee@harbor.example").await;
    world.clock.advance(120);
    forbid_writing(&world).await;
    employee.get("/api/v1/me").await.is(200);
    world.clock.advance(30 * 60 - 120);
    employee.get("/api/v1/me").await.refused(401, "session-expired");
}

async fn scrape(world: &World) -> String {
    let request = Browser::request(Method::GET, "/metrics", None);
    let answer = metrics::router(world.portal.clone()).oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

#[tokio::test]
async fn requests_are_counted_by_route_verb_and_status_and_nothing_that_clients_choose() {
    let world = World::new();
    let sessions =
        |page: &str| page.lines().find_map(|it| it.strip_prefix("my_account_sessions ")?.parse::<i64>().ok());
    let before = sessions(&scrape(&world).await).unwrap();
    let mut employee = world.signed_in("employee@harbor.example").await;
    for id in 0..20 {
        employee.get(&format!("/api/v1/me/apps/{id}")).await.is(404);
        employee.get(&format!("/no-such-page-{id}")).await;
        employee.get(&format!("/api/v1/nothing-{id}")).await.is(404);
        let verb = Method::from_bytes(format!("VERB{id}").as_bytes()).unwrap();
        employee.send(Browser::request(verb, &format!("/api/nothing-{id}"), None)).await;
    }
    let page = scrape(&world).await;
    for line in [
        r#"my_account_requests_total{method="POST",route="/api/v1/session",status="200"} 1"#,
        r#"my_account_requests_total{method="GET",route="/api/v1/me/apps/{id}",status="404"} 20"#,
        r#"my_account_request_duration_seconds_count{method="GET",route="/api/v1/me/apps/{id}"} 20"#,
        &format!("my_account_sessions {}", before + 1),
        "# EOF",
    ] {
        assert!(page.lines().any(|it| it == line), "{line} in {page}");
    }
    assert!(!page.contains("nothing-") && !page.contains("page-") && !page.contains("VERB"), "{page}");
    let routes: BTreeSet<_> = page.lines().filter_map(|it| it.split("route=\"").nth(1)?.split('"').next()).collect();
    assert!(routes.len() <= 5, "{routes:?}");
    let memory = page.lines().find_map(|it| it.strip_prefix("my_account_resident_memory_bytes ")).unwrap();
    assert!(memory.parse::<i64>().unwrap() > 1_000_000, "{memory}");
    // The public's address does not have them.
    assert_ne!(
        employee.get("/metrics").await.header("content-type"),
        "application/openmetrics-text; version=1.0.0; charset=utf-8"
    );
}

#[tokio::test]
async fn s8_s9_behind_a_trusted_proxy_the_client_is_limited_audited_and_shown() {
    let trusted = |portal: &mut my_account_server::portal::Portal, _: &std::path::Path| {
        portal.proxies = TrustedProxies::new(vec!["192.0.2.0/24".parse().unwrap()]);
    };
    let fail = async |browser: &mut Browser, client: &str, number: u32| {
        let body = json!({ "userId": format!("nobody-{number}@harbor.example"), "password": "wrong" });
        let mut request = Browser::request(Method::POST, "/api/v1/session", Some(body));
        request.headers_mut().insert("x-forwarded-for", client.parse().unwrap());
        browser.send(request).await.status.as_u16()
    };
    let world = World::with(trusted);
    let mut browser = world.browser();
    for number in 0..20 {
        assert_eq!(fail(&mut browser, "198.51.100.7", number).await, 401);
    }
    assert_eq!(fail(&mut browser, "198.51.100.7", 20).await, 429);
    assert_eq!(fail(&mut browser, "203.0.113.1, 198.51.100.7", 21).await, 429, "what the client says is no way around");
    assert_eq!(fail(&mut browser, "198.51.100.8", 22).await, 401, "others are not kept out with it");
    let mut employee = world.browser();
    let body = json!({ "userId": "employee@harbor.example", "password": demo::PASSWORD });
    let mut request = Browser::request(Method::POST, "/api/v1/session", Some(body));
    request.headers_mut().insert("x-forwarded-for", "198.51.100.9".parse().unwrap());
    employee.send(request).await.is(200);
    assert_eq!(world.count("audit WHERE action = 'session.sign-in' AND address = '198.51.100.9'"), 1);
    assert_eq!(employee.get("/api/v1/me/sign-ins").await.items()[0]["address"], "198.51.100.9");
    assert_eq!(employee.get("/api/v1/me/sessions").await.items()[0]["address"], "198.51.100.9");

    // Without --trusted-proxy the header is nobody's word.
    let world = World::new();
    let mut browser = world.browser();
    for number in 0..20 {
        assert_eq!(fail(&mut browser, &format!("198.51.100.{number}"), number).await, 401);
    }
    assert_eq!(fail(&mut browser, "198.51.100.99", 20).await, 429);
    assert_eq!(world.count("audit WHERE address LIKE '198.51.%'"), 0);
}

#[test]
fn proxies_and_metrics_are_options_of_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Running::start(command(folder.path()).args([
        "--demo",
        "--metrics-listen",
        "127.0.0.1:0",
        "--trusted-proxy",
        "127.0.0.0/8",
    ]));
    let line = server.line();
    let address = line.strip_prefix("metrics on http://").and_then(|it| it.strip_suffix("/metrics")).expect(&line);
    let sign_in = r#"{"userId":"employee@harbor.example","password":"Harbor-Lights-2026"}"#;
    let mut stream = TcpStream::connect(server.address).unwrap();
    write!(
        stream,
        "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Portal-Request: 1\r\n\
         Idempotency-Key: k\r\nContent-Type: application/json\r\nX-Forwarded-For: 198.51.100.9\r\n\
         Content-Length: {}\r\n\r\n{sign_in}",
        sign_in.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let sign_ins = body(&server.answer("GET", "/api/v1/me/sign-ins", &cookie(&answer), ""));
    assert_eq!(sign_ins["items"][0]["address"], "198.51.100.9");
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).unwrap();
    assert!(page.starts_with("HTTP/1.1 200") && page.contains(r#"route="/api/v1/me/sign-ins""#), "{page}");
    let refused = command(folder.path()).args(["--trusted-proxy", "proxy.example"]).output().unwrap();
    assert!(String::from_utf8_lossy(&refused.stderr).contains("10.0.0.0/8"));
}

/// The code of the newest message.
fn code_sent(database: &Connection) -> String {
    let text: String =
        database.query_row("SELECT body FROM outbox ORDER BY id DESC LIMIT 1", [], |row| row.get(0)).unwrap();
    text.split(|it: char| !it.is_ascii_digit()).find(|it| it.len() == 6).expect(&text).to_owned()
}

#[cfg(unix)]
#[test]
fn the_log_is_json_with_request_ids_and_without_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("log");
    let server = Running::start(
        command(folder.path())
            .args(["--demo", "--log-format", "json"])
            .env("RUST_LOG", "trace")
            .stderr(fs::File::create(&file).unwrap()),
    );
    let database = Connection::open(folder.path().join("data/portal.db")).unwrap();
    let mut secrets = vec![demo::PASSWORD.to_owned(), "Wrong-Lights-2025".to_owned(), "Departures-Board-9".to_owned()];
    let wrong = json!({ "userId": "employee@harbor.example", "password": "Wrong-Lights-2025" });
    assert!(server.post("/api/v1/session", "", &wrong).starts_with("HTTP/1.1 401"));
    let employee = server.sign_in();
    let enrolments = "/api/v1/me/authentication/enrolments";
    let app = body(&server.post(enrolments, &employee, &json!({ "kind": "authenticator-app" })));
    secrets.push(app["secret"].as_str().unwrap().to_owned());
    let phone = json!({ "kind": "phone", "phoneNumber": "+31 6 5550 4321", "channel": "text" });
    let begun = body(&server.post(enrolments, &employee, &phone));
    secrets.push(code_sent(&database));
    let code = json!({ "code": secrets.last() });
    let confirm = format!("{enrolments}/{}/confirm", begun["id"].as_str().unwrap());
    let confirmed = server.post(&confirm, &employee, &code);
    assert!(confirmed.starts_with("HTTP/1.1 20"), "{confirmed}");
    let saved = json!({ "label": "Own", "userName": "eva", "password": "Departures-Board-9" });
    let answer = server.post("/api/v1/me/apps/harbor-travel-booking/saved-accounts", &employee, &saved);
    assert!(answer.starts_with("HTTP/1.1 20"), "{answer}");
    let halfway = server.sign_in_as("secure@harbor.example", demo::PASSWORD);
    let now = i64::try_from(std::time::UNIX_EPOCH.elapsed().unwrap().as_secs()).unwrap();
    secrets.push(totp::code_at(&totp::secret_from_base32(demo::TOTP_SECRET).unwrap(), now).unwrap());
    let answer = server.post("/api/v1/session/second-factor", &halfway, &json!({ "code": secrets.last() }));
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let answered = answer.lines().find_map(|it| it.strip_prefix("x-request-id: ")).unwrap().to_owned();
    let cookies = [employee, halfway, cookie(&answer)];
    secrets.extend(cookies.iter().map(|it| it.split_once('=').unwrap().1.to_owned()));
    let reset = body(&server.post("/api/v1/password-reset", "", &json!({ "userId": "secure@harbor.example" })));
    secrets.push(reset["token"].as_str().unwrap().to_owned());
    server.answer("GET", "/api/v1/me/groups?q=what-somebody-seeks", &cookies[0], "");
    secrets.push("what-somebody-seeks".to_owned());
    server.stop();

    let log = fs::read_to_string(file).unwrap();
    for secret in &secrets {
        assert!(secret.len() >= 6 && !log.contains(secret.as_str()), "{secret} is in the log");
    }
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    let found = lines.iter().find(|it| it["span"]["id"] == *answered && it["message"] == "answered").expect(&log);
    assert_eq!((&found["level"], &found["status"]), (&json!("INFO"), &json!(200)));
    assert_eq!(found["span"]["route"], "POST /api/v1/session/second-factor");
    assert!(found["micros"].is_u64() && lines.len() > 10);
}

#[cfg(unix)]
#[test]
fn probes_are_not_in_the_log_and_requests_are() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("log");
    let server = Running::start(command(folder.path()).env_remove("RUST_LOG").stderr(fs::File::create(&file).unwrap()));
    for path in ["/healthz", "/readyz", "/api/v1/capabilities"] {
        assert!(server.answer("GET", path, "", "").starts_with("HTTP/1.1 200"), "{path}");
    }
    server.stop();
    let log = fs::read_to_string(file).unwrap();
    assert!(log.contains("/api/v1/capabilities") && !log.contains("healthz") && !log.contains("readyz"), "{log}");
}

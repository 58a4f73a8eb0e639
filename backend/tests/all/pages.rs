//! The frontend's files and the headers on every answer: `security.md` S11.

use crate::common::{Browser, World};
use axum::{
    body::Body,
    http::{Method, Request},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use my_account_server::{
    headers::{Format, SecurityHeaders},
    secret::fingerprint,
};
use serde_json::json;

const INDEX: &str = "<!doctype html><title>My Account</title><style>a{}</style>";

/// A portal with files beside its `index.html`.
fn world() -> World {
    let world = World::new();
    for (name, content) in [
        ("boot.js", "boot"),
        ("my-account-0123456789abcdef.js", "script"),
        ("my-account-0123456789abcdef_bg.wasm", "wasm"),
        ("my-account-0123456789abcdef_bg.wasm.br", "br"),
        ("my-account-0123456789abcdef_bg.wasm.gz", "gz"),
        ("icon.svg", "<svg/>"),
        ("config.json", "{}"),
        (".secret", "secret"),
    ] {
        std::fs::write(world.pages().join(name), content).unwrap();
    }
    std::fs::write(world.folder.path().join("outside.txt"), "outside").unwrap();
    world
}

async fn get(browser: &mut Browser, path: &str, headers: &[(&str, &str)]) -> crate::common::Answer {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    browser.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn s11_every_answer_carries_every_header() {
    let world = world();
    let mut browser = world.browser();
    let style = format!("'sha256-{}'", STANDARD.encode(fingerprint("a{}")));
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {style}; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
         object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default"
    );
    for path in ["/", "/organizations", "/boot.js", "/missing.js", "/api/v1/me", "/api/v1/capabilities", "/api/nowhere"]
    {
        let answer = browser.get(path).await;
        for (name, value) in [
            ("content-security-policy", policy.as_str()),
            ("strict-transport-security", "max-age=31536000; includeSubDomains"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
            ("cross-origin-resource-policy", "same-origin"),
            (
                "permissions-policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)",
            ),
        ] {
            assert_eq!(answer.header(name), value, "{path}: {name}");
        }
        assert!(!answer.header("x-request-id").is_empty(), "{path}");
    }
}

#[tokio::test]
async fn s11_each_kind_of_file_is_kept_as_long_as_it_may_be() {
    let world = world();
    let mut browser = world.browser();
    for (path, kind, kept) in [
        ("/", "text/html; charset=utf-8", "no-cache"),
        ("/index.html", "text/html; charset=utf-8", "no-cache"),
        ("/boot.js", "text/javascript", "no-cache"),
        ("/icon.svg", "image/svg+xml", "no-cache"),
        ("/config.json", "application/json", "no-cache"),
        ("/my-account-0123456789abcdef.js", "text/javascript", "public, max-age=31536000, immutable"),
        ("/my-account-0123456789abcdef_bg.wasm", "application/wasm", "public, max-age=31536000, immutable"),
        ("/api/v1/capabilities", "application/json", "no-store"),
    ] {
        let answer = browser.get(path).await;
        assert_eq!(answer.is(200).header("content-type"), kind, "{path}");
        assert_eq!(answer.header("cache-control"), kept, "{path}");
    }
    assert_eq!(browser.get("/api/v1/me").await.header("cache-control"), "no-store");
}

#[tokio::test]
async fn compressed_files_go_to_who_takes_them() {
    let world = world();
    let mut browser = world.browser();
    let path = "/my-account-0123456789abcdef_bg.wasm";
    for (accepted, encoding, content) in [
        ("gzip, deflate, br, zstd", "br", "br"),
        ("gzip", "gzip", "gz"),
        ("br;q=0", "", "wasm"),
        ("identity", "", "wasm"),
    ] {
        let answer = get(&mut browser, path, &[("accept-encoding", accepted)]).await;
        assert_eq!(
            (answer.is(200).header("content-encoding"), answer.bytes.as_slice()),
            (encoding, content.as_bytes())
        );
        assert_eq!(answer.header("content-type"), "application/wasm");
        assert!(answer.header("vary").eq_ignore_ascii_case("accept-encoding"));
    }
}

#[tokio::test]
async fn unchanged_files_are_not_sent_again() {
    let world = world();
    let mut browser = world.browser();
    let first = browser.get("/boot.js").await;
    let validator = if first.headers.contains_key("etag") {
        ("if-none-match", "etag")
    } else {
        ("if-modified-since", "last-modified")
    };
    let again = get(&mut browser, "/boot.js", &[(validator.0, first.header(validator.1))]).await;
    assert!(again.is(304).bytes.is_empty());
    assert_eq!(again.header("cache-control"), "no-cache");
}

#[tokio::test]
async fn addresses_of_pages_get_the_page_and_missing_files_do_not() {
    let world = world();
    let mut browser = world.browser();
    for path in ["/", "/organizations", "/admin/deleted-users", "/a/b/", "/apiary", "/?lng=nl", "/apps?q=a.b"] {
        assert_eq!(browser.get(path).await.is(200).bytes, INDEX.as_bytes(), "{path}");
    }
    for path in ["/missing.js", "/old-0123456789abcdef.js", "/a/b.css", "/favicon.ico", "/.secret", "/.git/config"] {
        let answer = browser.get(path).await;
        assert_eq!(answer.is(404).bytes, b"There is no such file.\n", "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
    let head = browser.send(Browser::request(Method::HEAD, "/organizations", None)).await;
    assert!(head.is(200).bytes.is_empty());
    assert_eq!(head.header("content-length"), INDEX.len().to_string());
    assert_eq!(browser.post("/organizations", json!({})).await.is(405).header("allow"), "GET, HEAD");
}

#[tokio::test]
async fn nothing_outside_the_folder_can_be_read() {
    let world = world();
    let mut browser = world.browser();
    for path in [
        "/../outside.txt",
        "/..%2foutside.txt",
        "/%2e%2e/outside.txt",
        "/%2e%2e%2foutside.txt",
        "/a/../../outside.txt",
        "/..%5coutside.txt",
        "//outside.txt",
        "/%00.txt",
        "/%2esecret",
    ] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status.as_u16(), 404, "{path}: {:?}", String::from_utf8_lossy(&answer.bytes));
    }
}

#[tokio::test]
async fn s11_the_file_for_cdns_comes_from_the_same_source() {
    let world = world();
    let text = SecurityHeaders::for_pages(&world.pages()).file(Format::Netlify, &world.pages(), "").unwrap();
    let answer = world.browser().get("/").await;
    for name in ["content-security-policy", "strict-transport-security", "permissions-policy"] {
        assert!(text.to_lowercase().contains(&format!("  {name}: {}\n", answer.header(name)).to_lowercase()), "{text}");
    }
    assert!(text.starts_with("/*\n  Content-Security-Policy: "));
    assert!(text.contains("/index.html\n  Cache-Control: no-cache\n"));
    assert!(
        text.contains("/my-account-0123456789abcdef_bg.wasm\n  Cache-Control: public, max-age=31536000, immutable\n")
    );
    assert!(!text.contains("boot.js") && !text.contains(".br"));
}

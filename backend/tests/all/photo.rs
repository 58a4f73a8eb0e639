//! The person's photo: features 2.3. What a file may be is tried in `photo.rs` itself.

use std::io::Cursor;

use crate::common::{Browser, World};
use base64::{Engine, engine::general_purpose::STANDARD};
use image::{ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};

const PHOTO: &str = "/api/v1/me/photo";
const EMPLOYEE: &str = "employee@harbor.example";
const MAX_BYTES: usize = 4 * 1024 * 1024;

fn picture(color: [u8; 3]) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    RgbImage::from_pixel(300, 200, Rgb(color)).write_to(&mut file, ImageFormat::Png).unwrap();
    file.into_inner()
}

fn body(file: &[u8]) -> Value {
    json!({ "image": STANDARD.encode(file) })
}

async fn version(browser: &mut Browser, path: &str) -> Option<String> {
    let answer = browser.get(path).await;
    let body = &answer.is(200).body;
    let body = body.get("user").unwrap_or(body);
    body.get("photo").map(|it| it.as_str().unwrap().to_owned())
}

#[tokio::test]
async fn a_photo_is_shown_from_then_on_and_can_be_replaced_and_removed() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert_eq!(employee.get("/api/v1/me").await.is(200).body["photoChangeable"], true);
    assert_eq!(version(&mut employee, "/api/v1/me").await, None);
    employee.get(PHOTO).await.refused(404, "not-found");
    employee.post(PHOTO, body(&picture([200, 0, 0]))).await.is(204);
    let first = version(&mut employee, "/api/v1/me").await;
    assert!(first.is_some());
    assert_eq!(version(&mut employee, "/api/v1/session").await, first);
    let shown = employee.get(PHOTO).await;
    assert_eq!(shown.is(200).header("content-type"), "image/jpeg");
    assert_eq!((shown.header("cache-control"), shown.header("x-content-type-options")), ("no-store", "nosniff"));
    let stored: Vec<u8> = world.database().query_row("SELECT image FROM photos", [], |row| row.get(0)).unwrap();
    let kept = image::load_from_memory_with_format(&stored, ImageFormat::Jpeg).unwrap();
    assert_eq!((kept.width(), kept.height()), (256, 256));
    // Another session of the same person sees it, another person does not.
    assert_eq!(version(&mut world.signed_in(EMPLOYEE).await, "/api/v1/me").await, first);
    world.signed_in("admin@harbor.example").await.get(PHOTO).await.refused(404, "not-found");
    employee.post(PHOTO, body(&picture([0, 0, 200]))).await.is(204);
    assert_ne!(version(&mut employee, "/api/v1/me").await, first);
    assert_eq!((world.audited("photo.change"), world.count("photos")), (2, 1));
    employee.delete(PHOTO).await.is(204);
    assert_eq!(version(&mut employee, "/api/v1/me").await, None);
    employee.delete(PHOTO).await.is(204);
    assert_eq!(world.audited("photo.remove"), 1, "the second time there was none");
    world.browser().get(PHOTO).await.refused(401, "session-expired");
}

#[tokio::test]
async fn where_the_organization_decides_nobody_else_does() {
    let world = World::new();
    let mut owner = world.signed_in("owner@polder.example").await;
    assert_eq!(owner.get("/api/v1/me").await.body["photoChangeable"], false);
    owner.post(PHOTO, body(&picture([0, 9, 0]))).await.refused(403, "decided-by-organization");
    owner.delete(PHOTO).await.refused(403, "decided-by-organization");
    assert_eq!(world.count("photos"), 0);
    // Nobody owns this account.
    let mut visitor = world.signed_in("visitor@mail.example").await;
    visitor.post(PHOTO, body(&picture([0, 9, 0]))).await.is(204);
}

#[tokio::test]
async fn what_is_no_picture_is_refused_and_the_one_before_stays() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.post(PHOTO, body(&picture([200, 0, 0]))).await.is(204);
    let before = world.dump("photos");
    let mut both = picture([1, 2, 3]);
    both.extend(b"PK\x03\x04");
    for image in [&b"<svg onload=alert(1)>"[..], b"", b"GIF89a", &both] {
        let refused = employee.post(PHOTO, body(image)).await;
        assert_eq!(refused.refused(422, "invalid-fields").body["errors"][0]["pointer"], "/image");
    }
    employee.post(PHOTO, json!({ "image": "*" })).await.refused(422, "invalid-fields");
    assert_eq!(world.dump("photos"), before);
    assert_eq!(world.audited("photo.change"), 1);
}

#[tokio::test]
async fn four_mebibytes_are_the_most() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut file = picture([1, 2, 3]);
    file.resize(MAX_BYTES + 1, 0);
    let refused = employee.post(PHOTO, body(&file)).await;
    let error = &refused.refused(422, "invalid-fields").body["errors"][0];
    assert_eq!((&error["code"], &error["limit"]), (&json!("too-long"), &json!(MAX_BYTES)));
    // One byte less is read, and refused for what is behind the picture.
    file.truncate(MAX_BYTES);
    let refused = employee.post(PHOTO, body(&file)).await;
    assert_eq!(refused.refused(422, "invalid-fields").body["errors"][0]["code"], "malformed");
    file.resize(MAX_BYTES + 64 * 1024, 0);
    employee.post(PHOTO, body(&file)).await.refused(413, "body-too-large");
}

#[tokio::test]
async fn the_same_request_twice_changes_it_once() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let key = crate::common::key();
    for _ in 0..2 {
        let mut request = Browser::request(axum::http::Method::POST, PHOTO, Some(body(&picture([9, 9, 9]))));
        request.headers_mut().insert("idempotency-key", key.parse().unwrap());
        employee.send(request).await.is(204);
    }
    assert_eq!(world.audited("photo.change"), 1);
}

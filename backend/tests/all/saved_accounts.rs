//! Accounts that are saved for apps: features 2.1 (*Manage your application*), `security.md` S9.

use crate::common::{Answer, Browser, World, key};
use my_account_server::{
    sealing::SealingKey,
    store::{OpenError, Store, saved_accounts::context},
};
use serde_json::{Value, json};

const APPS: &str = "/api/v1/me/apps";
const EMPLOYEE: &str = "employee@harbor.example";
/// Set up for saved accounts, with one that is saved.
const TRAVEL: &str = "/api/v1/me/apps/harbor-travel-booking/saved-accounts";
const SAVED: &str = "/api/v1/me/apps/harbor-travel-booking/saved-accounts/employee-travel";
/// Set up, and nothing saved.
const CUSTOMS: &str = "/api/v1/me/apps/harbor-customs-declarations/saved-accounts";
const SECRET: &str = "Très-Secret 🔑 Kade-4711";

fn new(label: &str) -> Value {
    json!({ "label": label, "userName": "edegraaf", "password": SECRET })
}

async fn change(browser: &mut Browser, path: &str, etag: Option<&str>, body: Value) -> Answer {
    let mut request = Browser::request("PATCH".parse().unwrap(), path, Some(body));
    if let Some(etag) = etag {
        request.headers_mut().insert("if-match", etag.parse().unwrap());
    }
    browser.send(request).await
}

/// The password that is kept, opened with the server's own key.
fn kept(world: &World, id: &str) -> Option<String> {
    let query = "SELECT account, password FROM saved_accounts WHERE id = ?1";
    let (account, sealed): (String, Vec<u8>) =
        world.database().query_row(query, [id], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    world.portal.store.key().open(&context(&account, id), &sealed)
}

fn labels(answer: &Answer) -> Vec<&str> {
    answer.items().iter().map(|it| it["label"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn they_come_by_label_without_their_passwords() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for label in ["Évora", "agents", "Zeeland"] {
        employee.post(TRAVEL, new(label)).await.is(204);
    }
    let answer = employee.get(TRAVEL).await;
    assert_eq!(labels(answer.is(200)), ["agents", "Business trips", "Évora", "Zeeland"]);
    assert_eq!((&answer.body["offered"], &answer.body["limit"]), (&json!(true), &json!(10)));
    assert_eq!(
        answer.item("employee-travel").unwrap(),
        &json!({
            "id": "employee-travel", "label": "Business trips", "userName": "edegraaf-travel",
            "savedAt": "2025-10-18T00:00:00Z", "etag": "\"1\"",
        })
    );
    let mut admin = world.signed_in("admin@harbor.example").await;
    assert_eq!(labels(&admin.get(TRAVEL).await), ["Business trips"], "each person's own");
    assert!(admin.get(TRAVEL).await.item("employee-travel").is_none());
    admin.delete(SAVED).await.refused(404, "not-found");
    change(&mut admin, SAVED, Some("\"1\""), json!({ "userName": "x" })).await.refused(404, "not-found");
}

#[tokio::test]
async fn a_password_is_sealed_and_nowhere_in_plain_text() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut answers = vec![employee.post(CUSTOMS, new("Customs")).await];
    answers.push(employee.get(CUSTOMS).await);
    let id = answers[1].items()[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(kept(&world, &id).as_deref(), Some(SECRET));
    let path = format!("{CUSTOMS}/{id}");
    answers.push(change(&mut employee, &path, Some("\"1\""), json!({ "password": format!("{SECRET} 2") })).await);
    assert_eq!(kept(&world, &id), Some(format!("{SECRET} 2")));
    let export = employee.post("/api/v1/me/data-exports", json!({})).await;
    answers.push(export);
    let mut everything: Vec<u8> = answers.into_iter().flat_map(|it| it.bytes).collect();
    for file in std::fs::read_dir(world.folder.path()).unwrap().map(|it| it.unwrap().path()).filter(|it| it.is_file()) {
        everything.extend(std::fs::read(file).unwrap());
    }
    for part in [SECRET, "Secret", "Kade-4711", "Departures-Board-9"] {
        assert!(!everything.windows(part.len()).any(|it| it == part.as_bytes()), "{part}");
    }
    // Nor as a plain hash by which it could be guessed.
    let body = new("Customs").to_string();
    let hash = my_account_server::secret::fingerprint(&body);
    assert!(!everything.windows(32).any(|it| it == hash));
}

#[tokio::test]
async fn an_export_tells_label_and_user_name_only() {
    use my_account_server::store::{StoreError, personal};
    let world = World::new();
    let table = personal::PERSONAL.iter().find(|it| it.name == "saved_accounts").unwrap();
    let rows = world.portal.store.read(move |it| personal::rows(it, "employee", table)).await;
    let rows: Result<_, StoreError> = rows;
    assert_eq!(
        Value::from(rows.unwrap()),
        json!([{
            "id": "employee-travel", "app": "harbor-travel-booking", "appName": "Travel booking",
            "label": "Business trips", "userName": "edegraaf-travel", "savedAt": "2025-10-18T00:00:00Z",
        }])
    );
}

#[tokio::test]
async fn a_row_in_the_place_of_another_does_not_open() {
    let world = World::new();
    world
        .database()
        .execute(
            "UPDATE saved_accounts SET password = (SELECT password FROM saved_accounts WHERE id = 'admin-travel')",
            [],
        )
        .unwrap();
    assert!(kept(&world, "admin-travel").is_some());
    assert_eq!(kept(&world, "employee-travel"), None);
}

#[tokio::test]
async fn only_where_the_organization_set_the_app_up() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mail = format!("{APPS}/harbor-mail/saved-accounts");
    let answer = employee.get(&mail).await;
    assert_eq!((&answer.is(200).body["offered"], answer.items().len()), (&json!(false), 0));
    employee.post(&mail, new("Own")).await.refused(409, "saved-accounts-not-offered");
    assert_eq!(world.count("saved_accounts"), 2);
    // No longer: what was saved can go, and nothing else.
    world.database().execute("UPDATE apps SET saved_accounts = 0", []).unwrap();
    change(&mut employee, SAVED, Some("\"1\""), json!({ "userName": "x" }))
        .await
        .refused(409, "saved-accounts-not-offered");
    assert_eq!(labels(&employee.get(TRAVEL).await), ["Business trips"]);
    employee.delete(SAVED).await.is(204);
}

#[tokio::test]
async fn each_field_is_checked_and_every_wrong_one_named() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let wrong = |pointer: &str, code: &str| json!({ "pointer": pointer, "code": code });
    let nothing = employee.post(CUSTOMS, json!({ "label": " ", "userName": "", "password": "" })).await;
    let errors = ["/label", "/userName", "/password"].map(|it| wrong(it, "required"));
    assert_eq!(nothing.refused(422, "invalid-fields").body["errors"], json!(errors));
    let long = json!({ "label": "é".repeat(65), "userName": "x".repeat(257), "password": "x".repeat(257) });
    let errors = json!([
        { "pointer": "/label", "code": "too-long", "limit": 64 },
        { "pointer": "/userName", "code": "too-long", "limit": 256 },
        { "pointer": "/password", "code": "too-long", "limit": 256 },
    ]);
    assert_eq!(employee.post(CUSTOMS, long.clone()).await.refused(422, "invalid-fields").body["errors"], errors);
    let changed = change(&mut employee, SAVED, Some("\"1\""), long).await;
    assert_eq!(changed.refused(422, "invalid-fields").body["errors"], errors);
    let control = json!({ "label": "a\u{0}b", "userName": "a\nb", "password": "a\tb" });
    let errors = json!([wrong("/label", "malformed"), wrong("/userName", "malformed")]);
    assert_eq!(employee.post(CUSTOMS, control).await.refused(422, "invalid-fields").body["errors"], errors);
    for body in [json!({}), json!({ "label": "x", "userName": "x" }), json!({ "label": 1 })] {
        employee.post(CUSTOMS, body).await.refused(400, "malformed-request");
    }
    assert_eq!(world.count("saved_accounts"), 2);
    let most = json!({ "label": "é".repeat(64), "userName": " x ", "password": "🔑".repeat(256) });
    employee.post(CUSTOMS, most).await.is(204);
    let saved = employee.get(CUSTOMS).await;
    assert_eq!(saved.items()[0]["userName"], "x", "without surrounding spaces");
    employee.post(CUSTOMS, json!({ "label": "Spaces", "userName": "x", "password": " x " })).await.is(204);
    let id = employee.get(CUSTOMS).await.items()[1]["id"].as_str().unwrap().to_owned();
    assert_eq!(kept(&world, &id).as_deref(), Some(" x "), "a password is taken as it is");
}

#[tokio::test]
async fn a_label_is_used_once_per_app() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let repeated = json!([{ "pointer": "/label", "code": "repeated" }]);
    let again = employee.post(TRAVEL, new("BUSINESS TRIPS")).await;
    assert_eq!(again.refused(422, "invalid-fields").body["errors"], repeated);
    employee.post(CUSTOMS, new("Business trips")).await.is(204);
    employee.post(TRAVEL, new("Holidays")).await.is(204);
    let taken = change(&mut employee, SAVED, Some("\"1\""), json!({ "label": "holidays" })).await;
    assert_eq!(taken.refused(422, "invalid-fields").body["errors"], repeated);
    change(&mut employee, SAVED, Some("\"1\""), json!({ "label": "business TRIPS" })).await.is(204);
}

#[tokio::test]
async fn there_are_at_most_ten() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let first = key();
    for number in 1..=10 {
        let mut request = Browser::request("POST".parse().unwrap(), CUSTOMS, Some(new(&format!("Port {number}"))));
        if number == 1 {
            request.headers_mut().insert("idempotency-key", first.parse().unwrap());
        }
        employee.send(request).await.is(204);
    }
    employee.post(CUSTOMS, new("Port 11")).await.refused(409, "limit-reached");
    assert_eq!(employee.get(CUSTOMS).await.items().len(), 10);
    employee.post(TRAVEL, new("Port 11")).await.is(204);
    // The same request again has no second effect, and is not refused for its own first one.
    let mut again = Browser::request("POST".parse().unwrap(), CUSTOMS, Some(new("Port 1")));
    again.headers_mut().insert("idempotency-key", first.parse().unwrap());
    employee.send(again).await.is(204);
    let mut other = Browser::request("POST".parse().unwrap(), CUSTOMS, Some(new("Port 12")));
    other.headers_mut().insert("idempotency-key", first.parse().unwrap());
    employee.send(other).await.refused(422, "idempotency-key-reused");
    assert_eq!(world.audited("saved-account.add"), 11);
    assert_eq!(world.dump("audit").matches(SECRET).count(), 0);
}

#[tokio::test]
async fn what_is_named_is_changed_and_the_rest_stays() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let before = kept(&world, "employee-travel");
    change(&mut employee, SAVED, Some("\"1\""), json!({ "userName": "eva" })).await.is(204);
    assert_eq!(kept(&world, "employee-travel"), before);
    let saved = employee.get(TRAVEL).await.item("employee-travel").unwrap().clone();
    assert_eq!(
        (&saved["userName"], &saved["label"], &saved["etag"]),
        (&json!("eva"), &json!("Business trips"), &json!("\"2\""))
    );
    assert_eq!(saved["savedAt"], my_account_server::clock::rfc3339(world.clock.now()));
    change(&mut employee, SAVED, Some("\"2\""), json!({ "password": SECRET })).await.is(204);
    assert_eq!(kept(&world, "employee-travel").as_deref(), Some(SECRET));
    let saved = employee.get(TRAVEL).await.item("employee-travel").unwrap().clone();
    assert_eq!((&saved["userName"], &saved["etag"]), (&json!("eva"), &json!("\"3\"")));
    change(&mut employee, SAVED, Some("\"3\""), json!({})).await.is(204);
    assert_eq!(world.audited("saved-account.change"), 2, "nothing named, nothing changed");
}

#[tokio::test]
async fn an_edit_names_the_version_that_it_was_made_on() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let (mine, theirs) = (json!({ "userName": "mine" }), json!({ "userName": "theirs" }));
    change(&mut employee, SAVED, None, mine.clone()).await.refused(428, "precondition-required");
    change(&mut employee, SAVED, Some("\"1\""), theirs).await.is(204);
    for stale in ["\"1\"", "2", "W/\"2\"", "nonsense"] {
        change(&mut employee, SAVED, Some(stale), mine.clone()).await.refused(412, "stale");
    }
    assert_eq!(employee.get(TRAVEL).await.items()[0]["userName"], "theirs");
    change(&mut employee, &format!("{CUSTOMS}/employee-travel"), Some("\"2\""), mine.clone())
        .await
        .refused(404, "not-found");
    change(&mut employee, SAVED, Some("\"2\""), mine).await.is(204);
}

#[tokio::test]
async fn a_cleared_one_is_gone_with_its_password() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.delete(&format!("{CUSTOMS}/employee-travel")).await.refused(404, "not-found");
    employee.delete(SAVED).await.is(204);
    assert!(employee.get(TRAVEL).await.items().is_empty());
    assert_eq!(world.count("saved_accounts"), 1, "another person's stays");
    employee.delete(SAVED).await.refused(404, "not-found");
    change(&mut employee, SAVED, Some("\"1\""), json!({ "userName": "x" })).await.refused(404, "not-found");
    assert_eq!(world.audited("saved-account.clear"), 1);
}

#[tokio::test]
async fn apps_of_an_organization_that_was_left_take_theirs_along() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut owner = world.signed_in("owner@polder.example").await;
    world.database().execute("UPDATE apps SET saved_accounts = 1 WHERE id = 'polder-library'", []).unwrap();
    let library = format!("{APPS}/polder-library/saved-accounts");
    employee.post(&library, new("Reader")).await.is(204);
    let one = format!("{library}/{}", employee.get(&library).await.items()[0]["id"].as_str().unwrap());
    employee.leave("polder-university").await.is(204);
    employee.get(&library).await.refused(404, "not-found");
    employee.post(&library, new("Another")).await.refused(404, "not-found");
    change(&mut employee, &one, Some("\"1\""), json!({ "userName": "x" })).await.refused(404, "not-found");
    employee.delete(&one).await.refused(404, "not-found");
    assert_eq!(world.count("saved_accounts"), 3);
    owner.delete("/api/v1/organizations/polder-university/deleted-users/guest-employee-polder").await.is(204);
    assert_eq!(world.count("saved_accounts"), 2, "gone for good with the guest");
}

#[tokio::test]
async fn a_start_without_the_right_key_says_so_instead_of_losing_what_is_sealed() {
    let folder = tempfile::tempdir().unwrap();
    let (file, key) = (folder.path().join("portal.db"), folder.path().join("portal.db-key"));
    drop(Store::open(&file).unwrap());
    let first = std::fs::read(&key).unwrap();
    // As long as nothing is sealed a new one does.
    std::fs::remove_file(&key).unwrap();
    drop(Store::open(&file).unwrap());
    assert_ne!(std::fs::read(&key).unwrap(), first);
    let world = World::new();
    let (file, key) = (world.folder.path().join("portal.db"), world.folder.path().join("portal.db-key"));
    let right = std::fs::read(&key).unwrap();
    drop(Store::open(&file).unwrap());
    std::fs::remove_file(&key).unwrap();
    let missing = Store::open(&file).err().unwrap();
    assert!(matches!(missing, OpenError::Key { .. }));
    let sentence = missing.to_string();
    assert!(sentence.contains("portal.db-key is missing: put back"), "{sentence}");
    assert!(!key.exists(), "no other key in its place");
    SealingKey::make(&key).unwrap();
    let sentence = Store::open(&file).err().unwrap().to_string();
    assert!(sentence.contains("is not the one that sealed"), "{sentence}");
    std::fs::write(&key, "x").unwrap();
    assert!(Store::open(&file).err().unwrap().to_string().contains("is damaged"));
    std::fs::write(&key, right).unwrap();
    drop(Store::open(&file).unwrap());
}

//! Collections of apps: features 2.2, `design.md` section 4 (versions), `security.md` R2 and S9.

use crate::common::{Answer, Browser, World, key, methods::field};
use axum::http::Method;
use serde_json::{Value, json};

const COLLECTIONS: &str = "/api/v1/me/collections";
const ORDER: &str = "/api/v1/me/collections/order";
const APPS: &str = "/api/v1/me/apps";
const EMPLOYEE: &str = "employee@harbor.example";
const QUAY: &str = "harbor-quay";

fn names(items: &[Value]) -> Vec<&str> {
    items.iter().map(|it| it["displayName"].as_str().unwrap()).collect()
}

fn at(id: &str) -> String {
    format!("{COLLECTIONS}/{id}")
}

async fn collections(browser: &mut Browser) -> Vec<Value> {
    browser.get(COLLECTIONS).await.is(200).body["items"].as_array().unwrap().clone()
}

async fn shown(browser: &mut Browser) -> Vec<String> {
    names(&collections(browser).await).into_iter().map(str::to_owned).collect()
}

async fn ids(browser: &mut Browser) -> Vec<String> {
    collections(browser).await.iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
}

async fn id_of(browser: &mut Browser, name: &str) -> String {
    let items = collections(browser).await;
    items.iter().find(|it| it["displayName"] == name).unwrap()["id"].as_str().unwrap().to_owned()
}

async fn apps(browser: &mut Browser, query: &str) -> Vec<String> {
    names(browser.get(&format!("{APPS}?{query}")).await.is(200).items()).into_iter().map(str::to_owned).collect()
}

async fn create(browser: &mut Browser, name: &str, apps: &[&str]) -> Answer {
    browser.post(COLLECTIONS, json!({ "displayName": name, "apps": apps })).await
}

/// Edits a collection as the page does: on the version that was read last.
async fn change(browser: &mut Browser, id: &str, body: Value) -> Answer {
    let tag = browser.get(&at(id)).await.is(200).header("etag").to_owned();
    browser.edit(Method::PATCH, &at(id), &tag, Some(body)).await
}

async fn order(browser: &mut Browser, ids: &[String]) -> Answer {
    let tag = browser.get(COLLECTIONS).await.is(200).header("etag").to_owned();
    browser.edit(Method::PUT, ORDER, &tag, Some(json!({ "ids": ids }))).await
}

#[tokio::test]
async fn all_apps_come_first_then_the_administrators_then_ones_own() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let items = collections(&mut employee).await;
    assert_eq!(names(&items), ["All apps", "On the quay", "On the road", "Thursday course"]);
    let kinds: Vec<_> = items.iter().map(|it| it["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["all", "administrator", "own", "own"]);
    assert_eq!(
        items[1],
        json!({
            "id": QUAY, "kind": "administrator", "displayName": "On the quay", "hidden": false, "appCount": 6,
            "texts": [{ "language": "nl", "displayName": "Op de kade" }],
        })
    );
    assert_eq!((&items[0]["id"], &items[0]["appCount"]), (&json!("all"), &json!(42)));
    let mut admin = world.signed_in("admin@harbor.example").await;
    assert_eq!(shown(&mut admin).await, ["All apps"], "what others have is theirs");
    world.browser().get(COLLECTIONS).await.refused(401, "session-expired");
}

#[tokio::test]
async fn who_has_no_my_apps_can_do_nothing_there() {
    let world = World::new();
    let mut nobody = world.signed_in("noapps@harbor.example").await;
    nobody.get(COLLECTIONS).await.refused(403, "access-denied");
    nobody.get(&at("all")).await.refused(403, "access-denied");
    create(&mut nobody, "Mine", &[]).await.refused(403, "access-denied");
    for verb in ["hide", "show"] {
        nobody.post(&format!("{}/{verb}", at("all")), json!({})).await.refused(403, "access-denied");
    }
    nobody.edit(Method::PUT, ORDER, "*", Some(json!({ "ids": ["all"] }))).await.refused(403, "access-denied");
    nobody.edit(Method::PATCH, &at("all"), "*", Some(json!({}))).await.refused(403, "access-denied");
    nobody.delete(&at("all")).await.refused(403, "access-denied");
    assert_eq!(world.count("collection_choices"), 0);
}

#[tokio::test]
async fn a_new_one_comes_last_with_its_apps_in_their_order() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let made = create(&mut employee, "  Mornings ", &["harbor-mail", "polder-library", "harbor-calendar"]).await;
    let id = made.is(200).body["id"].as_str().unwrap().to_owned();
    assert_eq!(
        made.body,
        json!({ "id": id, "kind": "own", "displayName": "Mornings", "hidden": false, "appCount": 3 })
    );
    assert_eq!(shown(&mut employee).await.last().unwrap(), "Mornings");
    assert_eq!(apps(&mut employee, &format!("collection={id}")).await, ["Mail", "Library", "Calendar"]);
    assert_eq!(world.audited("collection.create"), 1);
    let mut admin = world.signed_in("admin@harbor.example").await;
    admin.get(&format!("{APPS}?collection={id}")).await.refused(404, "not-found");
    admin.get(&at(&id)).await.refused(404, "not-found");
    admin.delete(&at(&id)).await.refused(404, "not-found");
    admin.edit(Method::PATCH, &at(&id), "*", Some(json!({}))).await.refused(404, "not-found");
    admin.post(&format!("{}/hide", at(&id)), json!({})).await.refused(404, "not-found");
    create(&mut admin, "Mornings", &[]).await.is(200);
}

#[tokio::test]
async fn a_repeat_with_the_same_key_makes_one() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let key = key();
    let mut send = async |name: &str| {
        let mut request = Browser::request(Method::POST, COLLECTIONS, Some(json!({ "displayName": name, "apps": [] })));
        request.headers_mut().insert("idempotency-key", key.parse().unwrap());
        employee.send(request).await
    };
    let first = send("Mornings").await;
    assert_eq!(send("Mornings").await.is(200).body, first.is(200).body);
    send("Evenings").await.refused(422, "idempotency-key-reused");
    assert_eq!(world.audited("collection.create"), 1);
    employee.delete(&at(first.body["id"].as_str().unwrap())).await.is(204);
    let mut again = Browser::request(Method::POST, COLLECTIONS, Some(json!({ "displayName": "Mornings", "apps": [] })));
    again.headers_mut().insert("idempotency-key", key.parse().unwrap());
    employee.send(again).await.refused(404, "not-found");
    assert_eq!(world.audited("collection.create"), 1);
}

#[tokio::test]
async fn a_name_is_short_and_another_one() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for (name, code) in [
        (" ".to_owned(), "required"),
        ("x".repeat(61), "too-long"),
        ("on THE road ".to_owned(), "repeated"),
        ("a\u{7}".to_owned(), "malformed"),
    ] {
        field(&create(&mut employee, &name, &[]).await, "/displayName", code);
        let other = id_of(&mut employee, "Thursday course").await;
        field(&change(&mut employee, &other, json!({ "displayName": name })).await, "/displayName", code);
    }
    create(&mut employee, &"é".repeat(60), &[]).await.is(200);
    create(&mut employee, "On the quay", &[]).await.is(200);
    let own = id_of(&mut employee, "On the road").await;
    change(&mut employee, &own, json!({ "displayName": "ON THE ROAD" })).await.is(204);
}

#[tokio::test]
async fn its_apps_are_the_persons_each_once_and_not_too_many() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let foreign = ["harbor-mail", "windmill-client-proofs", "tulip-cold-chain-monitor"];
    let answer = create(&mut employee, "Mine", &foreign).await;
    field(&answer, "/apps/1", "malformed");
    assert_eq!(answer.body["errors"][1]["pointer"], "/apps/2");
    field(&create(&mut employee, "Mine", &["harbor-mail", "harbor-mail"]).await, "/apps/1", "repeated");
    let road = id_of(&mut employee, "On the road").await;
    field(&change(&mut employee, &road, json!({ "apps": foreign })).await, "/apps/1", "malformed");
    let mut many = world.signed_in("many@harbor.example").await;
    let mut known = Vec::new();
    let mut cursor = String::new();
    while known.len() < 501 {
        let page = many.get(&format!("{APPS}?limit=100{cursor}")).await;
        known.extend(page.items().iter().map(|it| it["id"].as_str().unwrap().to_owned()));
        cursor = format!("&cursor={}", page.body["nextCursor"].as_str().unwrap());
    }
    let known: Vec<_> = known.iter().map(String::as_str).collect();
    let answer = create(&mut many, "Too many", &known[..501]).await;
    field(&answer, "/apps", "too-long");
    assert_eq!(answer.body["errors"][0]["limit"], 500);
    assert_eq!(create(&mut many, "Enough", &known[..500]).await.is(200).body["appCount"], 500);
}

#[tokio::test]
async fn there_are_fifty_of_ones_own_at_most() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for number in 3..=50 {
        create(&mut employee, &format!("Number {number}"), &[]).await.is(200);
    }
    create(&mut employee, "One more", &[]).await.refused(409, "limit-reached");
    let road = id_of(&mut employee, "On the road").await;
    employee.delete(&at(&road)).await.is(204);
    create(&mut employee, "One more", &[]).await.is(200);
}

#[tokio::test]
async fn an_edit_changes_what_it_names_of_the_version_that_was_read() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let road = id_of(&mut employee, "On the road").await;
    let before = employee.get(&at(&road)).await;
    let tag = before.is(200).header("etag").to_owned();
    let read: Vec<_> = before.body["apps"].as_array().unwrap().clone();
    assert_eq!(names(&read), ["Travel booking", "Expenses", "Calendar", "Weather radar", "Phone book"]);
    assert_eq!(read[0]["texts"], json!([{ "language": "nl", "displayName": "Reizen boeken" }]));
    let renamed = employee.edit(Method::PATCH, &at(&road), &tag, Some(json!({ "displayName": "Under way" }))).await;
    let next = renamed.is(204).header("etag").to_owned();
    assert_ne!(next, tag);
    let after = employee.get(&at(&road)).await;
    assert_eq!((after.header("etag"), &after.body["displayName"]), (next.as_str(), &json!("Under way")));
    assert_eq!(after.body["apps"], before.body["apps"]);
    let two = json!({ "apps": ["harbor-calendar", "harbor-mail"] });
    employee.edit(Method::PATCH, &at(&road), &tag, Some(two.clone())).await.refused(412, "stale");
    employee.edit(Method::PATCH, &at(&road), &next, Some(two.clone())).await.is(204);
    assert_eq!(apps(&mut employee, &format!("collection={road}")).await, ["Calendar", "Mail"]);
    assert_eq!(world.audited("collection.update"), 2);
    for nothing in [json!({}), two, json!({ "displayName": " Under way " })] {
        change(&mut employee, &road, nothing).await.is(204);
        assert_eq!(world.audited("collection.update"), 2);
    }
    let mut request = Browser::request(Method::PATCH, &at(&road), Some(json!({ "displayName": "Else" })));
    request.headers_mut().remove("if-match");
    employee.send(request).await.refused(428, "precondition-required");
}

#[tokio::test]
async fn only_ones_own_can_be_changed_or_deleted() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for id in ["all", QUAY] {
        employee
            .edit(Method::PATCH, &at(id), "*", Some(json!({ "displayName": "Mine" })))
            .await
            .refused(409, "set-by-organization");
        employee.delete(&at(id)).await.refused(409, "set-by-organization");
        employee.get(&at(id)).await.refused(404, "not-found");
    }
    employee.delete(&at("nothing")).await.refused(404, "not-found");
    assert_eq!(world.count("collections"), 5);
}

#[tokio::test]
async fn a_deleted_one_is_gone_and_its_apps_stay() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let road = id_of(&mut employee, "On the road").await;
    employee.delete(&at(&road)).await.is(204);
    assert_eq!(shown(&mut employee).await, ["All apps", "On the quay", "Thursday course"]);
    assert_eq!(apps(&mut employee, "q=expenses").await, ["Expenses"]);
    assert_eq!(world.count(&format!("collection_apps WHERE collection = '{road}'")), 0);
    assert_eq!(world.audited("collection.delete"), 1);
    employee.get(&format!("{APPS}?collection={road}")).await.refused(404, "not-found");
    employee.delete(&at(&road)).await.refused(404, "not-found");
}

#[tokio::test]
async fn a_hidden_one_is_told_as_hidden_and_one_stays_visible() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let ids = ids(&mut employee).await;
    for time in 0..2 {
        employee.post(&format!("{}/hide", at("all")), json!({})).await.is(204);
        assert_eq!(world.audited("collection.hide"), 1, "{time}");
    }
    assert_eq!(collections(&mut employee).await[0]["hidden"], true);
    assert_eq!(apps(&mut employee, "limit=1").await, ["Berth planner"], "the first visible one is the default");
    for id in &ids[1..3] {
        employee.post(&format!("{}/hide", at(id)), json!({})).await.is(204);
    }
    employee.post(&format!("{}/hide", at(&ids[3])), json!({})).await.refused(409, "last-visible");
    employee.delete(&at(&ids[3])).await.refused(409, "last-visible");
    employee.delete(&at(&ids[2])).await.is(204);
    for time in 0..2 {
        employee.post(&format!("{}/show", at("all")), json!({})).await.is(204);
        assert_eq!(world.audited("collection.show"), 1, "{time}");
    }
    employee.delete(&at(&ids[3])).await.is(204);
}

#[tokio::test]
async fn where_an_administrator_took_the_last_visible_one_away_my_apps_opens_with_all() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for id in ids(&mut employee).await.iter().filter(|id| *id != QUAY) {
        employee.post(&format!("{}/hide", at(id)), json!({})).await.is(204);
    }
    assert_eq!(apps(&mut employee, "").await.len(), 6);
    world.database().execute("DELETE FROM account_collections", []).unwrap();
    assert_eq!(apps(&mut employee, "").await.len(), 42);
}

#[tokio::test]
async fn the_first_one_is_the_default() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut ids = ids(&mut employee).await;
    ids.rotate_right(1);
    let answer = order(&mut employee, &ids).await;
    assert_eq!(names(answer.is(200).items()), ["Thursday course", "All apps", "On the quay", "On the road"]);
    assert_eq!(answer.header("etag"), employee.get(COLLECTIONS).await.header("etag"));
    assert_eq!(
        apps(&mut employee, "").await,
        ["Course catalogue", "Library", "Research drive", "Learning academy"],
        "in its own order"
    );
    assert_eq!(apps(&mut employee, "collection=all").await.len(), 42);
    create(&mut employee, "A new one", &[]).await.is(200);
    assert_eq!(shown(&mut employee).await.last().unwrap(), "A new one");
    assert_eq!(world.audited("collection.order"), 1);
}

#[tokio::test]
async fn an_order_is_of_the_version_that_was_read_and_names_each_once() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let ids = ids(&mut employee).await;
    let tag = employee.get(COLLECTIONS).await.header("etag").to_owned();
    let mut turned = ids.clone();
    turned.reverse();
    order(&mut employee, &turned).await.is(200);
    employee.edit(Method::PUT, ORDER, &tag, Some(json!({ "ids": ids }))).await.refused(412, "stale");
    assert_eq!(shown(&mut employee).await[3], "All apps");
    order(&mut employee, &turned).await.is(200);
    assert_eq!(world.audited("collection.order"), 1, "the same order is no change");
    for wrong in [&turned[..3], &[&turned[..], &turned[..1]].concat(), &[&turned[..3], &["x".to_owned()]].concat()] {
        field(&order(&mut employee, wrong).await, "/ids", "malformed");
    }
    let tag = employee.get(COLLECTIONS).await.header("etag").to_owned();
    create(&mut employee, "A new one", &[]).await.is(200);
    employee.edit(Method::PUT, ORDER, &tag, Some(json!({ "ids": ids }))).await.refused(412, "stale");
    let without = Browser::request(Method::PUT, ORDER, Some(json!({ "ids": ids })));
    employee.send(without).await.refused(428, "precondition-required");
}

#[tokio::test]
async fn apps_of_an_organization_that_was_left_are_away_and_come_back_to_their_collection() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let course = id_of(&mut employee, "Thursday course").await;
    employee.leave("polder-university").await.is(204);
    assert_eq!(apps(&mut employee, &format!("collection={course}")).await, ["Learning academy"]);
    let content = employee.get(&at(&course)).await;
    assert_eq!(names(content.body["apps"].as_array().unwrap()), ["Learning academy"]);
    assert_eq!(collections(&mut employee).await[3]["appCount"], 1);
    change(&mut employee, &course, json!({ "apps": ["harbor-mail", "harbor-learning-academy"] })).await.is(204);
    assert_eq!(apps(&mut employee, &format!("collection={course}")).await, ["Mail", "Learning academy"]);
    world.database().execute("UPDATE guests SET deleted_at = NULL WHERE account = 'employee'", []).unwrap();
    assert_eq!(
        apps(&mut employee, &format!("collection={course}")).await,
        ["Mail", "Learning academy", "Course catalogue", "Library", "Research drive"]
    );
}

#[tokio::test]
async fn hidden_and_recent_apps_are_of_all_unless_a_collection_is_named() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut ids = ids(&mut employee).await;
    ids.rotate_right(1);
    order(&mut employee, &ids).await.is(200);
    for app in ["harbor-mail", "polder-library"] {
        employee.post(&format!("{APPS}/{app}/open"), json!({})).await.is(204);
    }
    assert_eq!(apps(&mut employee, "view=recent").await.len(), 2);
    for app in ["harbor-mail", "polder-library"] {
        employee.post(&format!("{APPS}/{app}/hide"), json!({})).await.is(204);
    }
    assert_eq!(apps(&mut employee, "view=hidden").await, ["Library", "Mail"]);
    assert_eq!(apps(&mut employee, &format!("view=hidden&collection={}", ids[0])).await, ["Library"]);
    assert_eq!(apps(&mut employee, "").await, ["Course catalogue", "Research drive", "Learning academy"]);
    assert_eq!(collections(&mut employee).await[0]["appCount"], 3);
    assert_eq!(collections(&mut employee).await[1]["appCount"], 40);
    employee.get(&format!("{APPS}?collection=nothing")).await.refused(404, "not-found");
}

#[tokio::test]
async fn a_long_one_comes_in_pages_that_stay_of_the_collection_they_began_with() {
    let world = World::new();
    let mut many = world.signed_in("many@harbor.example").await;
    let mut ids = ids(&mut many).await;
    ids.reverse();
    order(&mut many, &ids).await.is(200);
    let first = many.get(&format!("{APPS}?limit=80")).await;
    ids.reverse();
    order(&mut many, &ids).await.is(200);
    let (mut seen, mut next) = (Vec::new(), Some(first));
    while let Some(page) = next.take() {
        seen.extend(names(page.is(200).items()).into_iter().map(str::to_owned));
        if let Some(cursor) = page.body["nextCursor"].as_str() {
            next = Some(many.get(&format!("{APPS}?limit=80&cursor={cursor}")).await);
        }
    }
    assert_eq!((seen.len(), seen[0].as_str()), (200, "Rotterdam archive 01"));
    assert!(seen.iter().all(|name| name.starts_with("Rotterdam")));
    assert!(seen.is_sorted());
    let found = apps(&mut many, &format!("collection={}&q=YARD", ids[1])).await;
    assert_eq!(found.len(), 8);
}

//! Groups: features 2.5, `design.md` section 4 (lists, versions), `security.md` R2 and S9.

use crate::common::{Answer, Browser, DAY, START, World, key, methods::field};
use axum::http::Method;
use my_account_server::{clock::rfc3339, jobs};
use serde_json::{Value, json};

const MINE: &str = "/api/v1/me/groups";
const RULES: &str = "/api/v1/me/groups/rules";
const CHECK: &str = "/api/v1/me/groups/name-check";
const GROUPS: &str = "/api/v1/groups";
const EMPLOYEE: &str = "employee@harbor.example";
const ADMIN: &str = "admin@harbor.example";
const MANY: &str = "many@harbor.example";
const QUAY: &str = "harbor-quay-4";
const LUNCH: &str = "harbor-lunch-runners";
const SAILING: &str = "harbor-sailing";
const STAFF: &str = "harbor-all-staff";
const FAIR: &str = "harbor-summer-fair";
const CONTRACTORS: &str = "harbor-contractors";
const PORT: &str = "harbor-port-community";

fn at(id: &str) -> String {
    format!("{GROUPS}/{id}")
}

fn owners(id: &str) -> String {
    format!("{GROUPS}/{id}/owners")
}

fn names(items: &[Value]) -> Vec<&str> {
    items.iter().map(|it| it["displayName"].as_str().unwrap()).collect()
}

async fn list(browser: &mut Browser, query: &str) -> Vec<String> {
    let answer = browser.get(&format!("{MINE}?{query}")).await;
    names(answer.is(200).items()).into_iter().map(str::to_owned).collect()
}

/// Edits a group as the page does: on the version that was read last.
async fn change(browser: &mut Browser, id: &str, body: Value) -> Answer {
    let tag = browser.get(&at(id)).await.is(200).header("etag").to_owned();
    browser.edit(Method::PATCH, &at(id), &tag, Some(body)).await
}

async fn remove(browser: &mut Browser, id: &str) -> Answer {
    let tag = browser.get(&at(id)).await.is(200).header("etag").to_owned();
    browser.edit(Method::DELETE, &at(id), &tag, None).await
}

fn new(name: &str) -> Value {
    json!({ "displayName": name, "description": " Under water.\r\nOn Mondays. ", "kind": "collaboration", "joinPolicy": "approval" })
}

async fn act(browser: &mut Browser, id: &str, verb: &str) -> Answer {
    browser.post(&format!("{}/{verb}", at(id)), json!({})).await
}

async fn add_owner(browser: &mut Browser, id: &str, account: &str) -> Answer {
    browser.post(&owners(id), json!({ "account": account })).await
}

async fn give_up(browser: &mut Browser, id: &str, account: &str) -> Answer {
    browser.delete(&format!("{}/{account}", owners(id))).await
}

async fn checked(browser: &mut Browser, name: &str, more: &str) -> Value {
    let name: String = name.bytes().map(|it| format!("%{it:02X}")).collect();
    browser.get(&format!("{CHECK}?name={name}{more}")).await.is(200).body.clone()
}

#[tokio::test]
async fn a_person_sees_what_they_own_and_what_they_are_in_of_every_organization() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert_eq!(list(&mut employee, "view=owned").await, ["Lunch runners", "Quay 4"]);
    assert_eq!(list(&mut employee, "").await, ["Lunch runners", "Quay 4"], "the owned ones without a view");
    assert_eq!(
        list(&mut employee, "view=joined").await,
        [
            "All staff",
            "Clients",
            "Harbour simulation project",
            "Lunch runners",
            "Operations planners",
            "Quay 4",
            "Research partners",
            "Summer fair"
        ]
    );
    let all = employee.get(&format!("{MINE}?view=joined")).await;
    assert_eq!(
        all.item("harbor-quay-4").unwrap(),
        &json!({
            "id": QUAY, "displayName": "Quay 4", "description": "Shifts, keys and news of quay 4.",
            "kind": "collaboration", "memberCount": 2, "expiresAt": rfc3339(START + 21 * DAY), "expired": false,
            "organization": { "id": "harbor-logistics", "displayName": "Harbor Logistics", "language": "en" },
        })
    );
    assert_eq!(all.item("polder-simulation").unwrap()["organization"]["displayName"], "Polder University");
    assert_eq!(all.item(STAFF).unwrap()["managedElsewhere"], "synchronised");
    assert_eq!(all.item(FAIR).unwrap()["managedElsewhere"], "distribution");
    world.browser().get(MINE).await.refused(401, "session-expired");
}

#[tokio::test]
async fn groups_of_an_organization_that_was_left_are_gone_and_a_disabled_guest_sees_none() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.leave("polder-university").await.is(204);
    assert!(!list(&mut employee, "view=joined").await.contains(&"Research partners".to_owned()));
    employee.get(&at("polder-simulation")).await.refused(404, "not-found");
    world.database().execute("UPDATE guests SET disabled = 1 WHERE id = 'guest-employee-lighthouse'", []).unwrap();
    assert!(!list(&mut employee, "view=joined").await.contains(&"Clients".to_owned()));
    let mut owner = world.signed_in("owner@polder.example").await;
    assert_eq!(
        owner.get(&at("polder-research-partners")).await.is(200).body["memberCount"],
        2,
        "who left is no member"
    );
}

#[tokio::test]
async fn lists_are_searched_without_case_and_accents_and_come_in_pages() {
    let world = World::new();
    world
        .database()
        .execute("UPDATE groups SET display_name = 'Plånners', sort_name = 'planners' WHERE id = 'harbor-planners'", [])
        .unwrap();
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert_eq!(list(&mut employee, "view=joined&q=PL%C3%84NN").await, ["Plånners"]);
    assert_eq!(list(&mut employee, "view=joined&q=zzz").await, [""; 0]);
    let mut many = world.signed_in(MANY).await;
    let mut seen = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = many.get(&format!("{MINE}?view=joined&limit=100{cursor}")).await;
        seen.extend(names(page.is(200).items()).into_iter().map(str::to_owned));
        let Some(next) = page.body["nextCursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    let mut sorted = seen.clone();
    sorted.sort_by_key(|it| it.to_lowercase());
    sorted.dedup();
    assert_eq!((seen.len(), &seen), (2002, &sorted), "each once, in order");
    assert_eq!(list(&mut many, "view=joined&q=team%201999").await, ["Quay team 1999"]);
    many.get(&format!("{MINE}?cursor=bm9uZQ")).await.refused(422, "invalid-fields");
    many.get(&format!("{MINE}?view=all")).await.refused(400, "malformed-request");
}

#[tokio::test]
async fn who_has_no_my_apps_can_do_nothing_there() {
    let world = World::new();
    let mut nobody = world.signed_in("noapps@harbor.example").await;
    let dump = || ["groups", "group_owners", "account_groups"].map(|it| world.dump(it));
    let before = dump();
    for path in [MINE, RULES, &format!("{CHECK}?name=a"), &at(QUAY)] {
        nobody.get(path).await.refused(403, "access-denied");
    }
    for part in ["members.csv", "owner-candidates"] {
        nobody.get(&format!("{}/{part}", at(QUAY))).await.refused(403, "access-denied");
    }
    nobody.post(GROUPS, new("HL Divers")).await.refused(403, "access-denied");
    nobody.edit(Method::PATCH, &at(QUAY), "*", Some(json!({}))).await.refused(403, "access-denied");
    nobody.edit(Method::DELETE, &at(QUAY), "*", None).await.refused(403, "access-denied");
    for verb in ["renew", "leave"] {
        act(&mut nobody, QUAY, verb).await.refused(403, "access-denied");
    }
    add_owner(&mut nobody, QUAY, "noapps").await.refused(403, "access-denied");
    give_up(&mut nobody, QUAY, "employee").await.refused(403, "access-denied");
    assert_eq!(dump(), before);
}

#[tokio::test]
async fn an_owner_sees_everything_about_a_group() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let group = employee.get(&at(QUAY)).await;
    assert_eq!(group.is(200).header("etag"), "\"1\"");
    let eva = |is_member| json!({ "id": "employee", "displayName": "Eva de Graaf", "userId": EMPLOYEE, "isMember": is_member });
    assert_eq!(
        group.body,
        json!({
            "id": QUAY, "displayName": "Quay 4", "description": "Shifts, keys and news of quay 4.",
            "kind": "collaboration", "joinPolicy": "approval",
            "organization": { "id": "harbor-logistics", "displayName": "Harbor Logistics", "language": "en" },
            "createdAt": rfc3339(START - 400 * DAY), "expiresAt": rfc3339(START + 21 * DAY), "renewableDays": 180,
            "contact": { "name": "Adriaan Smit, IT administration", "mail": "it-admin@harbor.example", "phone": "+31 10 555 0110" },
            "isOwner": true, "isMember": true, "owners": [eva(true)], "memberCount": 2,
            "someMembers": [
                { "id": "employee", "displayName": "Eva de Graaf", "isMember": true },
                { "id": "noapps", "displayName": "Nina Vos", "isMember": true },
            ],
        })
    );
    let mut many = world.signed_in(MANY).await;
    let port = many.get(&at(PORT)).await;
    assert_eq!(port.is(200).body["memberCount"], 10_001);
    assert_eq!(port.body["someMembers"].as_array().unwrap().len(), 5);
    assert_eq!((&port.body["expiresAt"], &port.body["renewableDays"]), (&Value::Null, &Value::Null));
}

#[tokio::test]
async fn who_is_neither_owner_nor_member_sees_only_what_can_be_joined_and_nobody_in_it() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let sailing = employee.get(&at(SAILING)).await;
    assert_eq!((&sailing.is(200).body["isOwner"], &sailing.body["isMember"]), (&json!(false), &json!(false)));
    assert_eq!(
        (&sailing.body["owners"], &sailing.body["memberCount"], &sailing.body["someMembers"]),
        (&json!([{ "id": "secure", "displayName": "Sara Kuiper", "isMember": false }]), &json!(1), &json!([]))
    );
    employee.get(&at("harbor-night-shift")).await.is(200);
    for closed in ["harbor-berths", CONTRACTORS, "harbor-team-0001", "nothing"] {
        employee.get(&at(closed)).await.refused(404, "not-found");
    }
    let mut owner = world.signed_in("owner@polder.example").await;
    owner.get(&at(SAILING)).await.refused(404, "not-found");
    // What would be the owners' is refused as such where the group is known, and otherwise as if it was not there.
    for id in [SAILING, "harbor-berths"] {
        let (status, code) = if id == SAILING { (403, "access-denied") } else { (404, "not-found") };
        employee.edit(Method::PATCH, &at(id), "*", Some(json!({}))).await.refused(status, code);
        employee.edit(Method::DELETE, &at(id), "*", None).await.refused(status, code);
        act(&mut employee, id, "renew").await.refused(status, code);
        add_owner(&mut employee, id, "employee").await.refused(status, code);
        give_up(&mut employee, id, "secure").await.refused(status, code);
        employee.get(&format!("{}/members.csv", at(id))).await.refused(status, code);
        employee.get(&format!("{}/owner-candidates", at(id))).await.refused(status, code);
        employee.get(&format!("{CHECK}?name=a&group={id}")).await.refused(status, code);
    }
    assert_eq!(world.count("audit WHERE action LIKE 'group.%'"), 0);
}

#[tokio::test]
async fn a_member_who_is_no_owner_changes_nothing_but_the_own_membership() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let planners = "harbor-planners";
    employee.edit(Method::PATCH, &at(planners), "*", Some(json!({}))).await.refused(403, "access-denied");
    employee.edit(Method::DELETE, &at(planners), "*", None).await.refused(403, "access-denied");
    act(&mut employee, planners, "renew").await.refused(403, "access-denied");
    add_owner(&mut employee, planners, "employee").await.refused(403, "access-denied");
    employee.get(&format!("{}/members.csv", at(planners))).await.refused(403, "access-denied");
    act(&mut employee, planners, "leave").await.is(204);
    employee.get(&at(planners)).await.refused(404, "not-found");
    assert_eq!(world.audited("group.leave"), 1);
}

#[tokio::test]
async fn who_makes_a_group_owns_it_and_is_in_it_for_as_long_as_the_organization_lets_it_live() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert_eq!(
        employee.get(RULES).await.is(200).body,
        json!({
            "canCreate": true, "prefix": "HL ", "lifetimeDays": 180,
            "organization": { "id": "harbor-logistics", "displayName": "Harbor Logistics", "language": "en" },
        })
    );
    let made = employee.post(GROUPS, new("  HL  Divers ")).await;
    let id = made.is(200).body["id"].as_str().unwrap().to_owned();
    assert_eq!(made.header("etag"), "\"1\"");
    assert_eq!(made.body["displayName"], "HL Divers");
    assert_eq!(made.body["description"], "Under water.\nOn Mondays.");
    assert_eq!((&made.body["kind"], &made.body["joinPolicy"]), (&json!("collaboration"), &json!("approval")));
    assert_eq!((&made.body["isOwner"], &made.body["isMember"]), (&json!(true), &json!(true)));
    assert_eq!(made.body["expiresAt"], rfc3339(world.clock.now() + 180 * DAY));
    assert_eq!(employee.get(&at(&id)).await.is(200).body, made.body);
    assert!(list(&mut employee, "view=owned").await.contains(&"HL Divers".to_owned()));
    assert!(list(&mut employee, "view=joined").await.contains(&"HL Divers".to_owned()));
    assert_eq!(world.audited("group.create"), 1);
}

#[tokio::test]
async fn only_where_the_organization_lets_its_people_groups_are_made() {
    let world = World::new();
    for (who, organization) in [("owner@polder.example", true), ("visitor@mail.example", false)] {
        let mut browser = world.signed_in(who).await;
        let rules = browser.get(RULES).await;
        assert_eq!(rules.is(200).body["canCreate"], false);
        assert_eq!(rules.body["organization"].is_object(), organization);
        browser.post(GROUPS, new("HL Divers")).await.refused(403, "decided-by-organization");
        browser.get(&format!("{CHECK}?name=a")).await.refused(403, "decided-by-organization");
    }
    let mut suspended = world.signed_in("suspended@harbor.example").await;
    suspended.post(GROUPS, new("HL Divers")).await.refused(409, "disabled-at-home");
    assert_eq!(world.count("groups WHERE display_name = 'HL Divers'"), 0);
}

#[tokio::test]
async fn a_repeat_with_the_same_key_makes_one() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let key = key();
    let send = async |browser: &mut Browser, name: &str| {
        let mut request = Browser::request(Method::POST, GROUPS, Some(new(name)));
        request.headers_mut().insert("idempotency-key", key.parse().unwrap());
        browser.send(request).await
    };
    let first = send(&mut employee, "HL Divers").await;
    assert_eq!(send(&mut employee, "HL Divers").await.is(200).body, first.is(200).body);
    send(&mut employee, "HL Swimmers").await.refused(422, "idempotency-key-reused");
    assert_eq!(world.audited("group.create"), 1);
    let mut admin = world.signed_in(ADMIN).await;
    assert_ne!(send(&mut admin, "HL Swimmers").await.is(200).body["id"], first.body["id"], "a key is its person's");
    remove(&mut employee, first.body["id"].as_str().unwrap()).await.is(204);
    send(&mut employee, "HL Divers").await.refused(404, "not-found");
    assert_eq!(world.audited("group.create"), 2);
}

#[tokio::test]
async fn a_name_follows_the_rule_and_is_nobody_elses() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    world
        .database()
        .execute(
            "UPDATE groups SET display_name = 'HL Plänners', sort_name = 'hl planners' WHERE id = 'harbor-berths'",
            [],
        )
        .unwrap();
    let long = format!("HL {}", "a".repeat(62));
    for (name, code, word) in [
        ("", "required", None),
        ("HL", "required", None),
        (long.as_str(), "too-long", None),
        ("HL a\u{7}", "malformed", None),
        ("Divers", "missing-prefix", Some("HL")),
        ("HL Päyroll team", "blocked-word", Some("payroll")),
        ("hl planners", "missing-prefix", Some("HL")),
        ("HL PLANNERS", "repeated", None),
    ] {
        field(&employee.post(GROUPS, new(name)).await, "/displayName", code);
        field(&change(&mut employee, QUAY, json!({ "displayName": name })).await, "/displayName", code);
        let said = checked(&mut employee, name, "").await;
        assert_eq!((said["problem"].as_str(), said["word"].as_str()), (Some(code), word), "{name}");
        assert_eq!(checked(&mut employee, name, &format!("&group={QUAY}")).await, said, "{name}");
    }
    assert_eq!(checked(&mut employee, " HL Divers ", "").await, json!({}));
    employee.get(CHECK).await.refused(400, "malformed-request");
    field(&employee.get(&format!("{CHECK}?name={}", "a".repeat(1025))).await, "/name", "too-long");
    // Made before there was a rule: it may go on being called so, in itself only.
    assert_eq!(checked(&mut employee, "Quay 4", &format!("&group={QUAY}")).await, json!({}));
    assert_eq!(checked(&mut employee, "Quay 4", "").await["problem"], "missing-prefix");
    change(&mut employee, QUAY, json!({ "displayName": "Quay 4", "description": "Keys." })).await.is(204);
    assert_eq!(world.count("groups WHERE display_name = 'HL Divers'"), 0);
    // Other organizations' names are theirs.
    world
        .database()
        .execute("UPDATE groups SET display_name = 'HL Ours', sort_name = 'hl ours' WHERE id = 'polder-simulation'", [])
        .unwrap();
    employee.post(GROUPS, new("HL Ours")).await.is(200);
}

#[tokio::test]
async fn what_else_is_entered_is_checked() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut with = async |name: &str, value: Value| {
        let mut body = new("HL Divers");
        body[name] = value;
        employee.post(GROUPS, body).await
    };
    field(&with("description", json!("é".repeat(1025))).await, "/description", "too-long");
    field(&with("description", json!("a\u{0}b")).await, "/description", "malformed");
    field(&with("kind", json!("distribution")).await, "/kind", "malformed");
    field(&with("kind", json!("mail-enabled-security")).await, "/kind", "malformed");
    field(&with("kind", json!("something")).await, "/kind", "malformed");
    field(&with("joinPolicy", json!("whoever")).await, "/joinPolicy", "malformed");
    with("owner", json!("secure")).await.refused(400, "malformed-request");
    with("description", json!("é".repeat(1024))).await.is(200);
    field(&change(&mut employee, QUAY, json!({ "description": "é".repeat(1025) })).await, "/description", "too-long");
    field(&change(&mut employee, QUAY, json!({ "joinPolicy": "whoever" })).await, "/joinPolicy", "malformed");
    change(&mut employee, QUAY, json!({ "kind": "security" })).await.refused(400, "malformed-request");
    assert_eq!(world.audited("group.update"), 0);
}

#[tokio::test]
async fn nobody_owns_more_than_250_groups() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let own = "INSERT OR IGNORE INTO group_owners SELECT ?1, id FROM groups WHERE id LIKE 'harbor-team-%' LIMIT ?2";
    world.database().execute(own, ("employee", 247)).unwrap();
    employee.post(GROUPS, new("HL Divers")).await.is(200);
    employee.post(GROUPS, new("HL Swimmers")).await.refused(409, "limit-reached");
    world.database().execute(own, ("many", 249)).unwrap();
    add_owner(&mut employee, QUAY, "many").await.refused(409, "limit-reached");
}

#[tokio::test]
async fn details_are_changed_only_by_who_read_the_last_version() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut again = employee.clone();
    let body = json!({ "displayName": "HL Quay 4", "description": "", "joinPolicy": "closed" });
    again
        .send(Browser::request(Method::PATCH, &at(QUAY), Some(body.clone())))
        .await
        .refused(428, "precondition-required");
    let changed = change(&mut employee, QUAY, body.clone()).await;
    assert_eq!(changed.is(204).header("etag"), "\"2\"");
    again.edit(Method::PATCH, &at(QUAY), "\"1\"", Some(json!({ "description": "x" }))).await.refused(412, "stale");
    let now = again.get(&at(QUAY)).await;
    assert_eq!((now.header("etag"), &now.body["displayName"]), ("\"2\"", &json!("HL Quay 4")));
    assert_eq!((&now.body["description"], &now.body["joinPolicy"]), (&Value::Null, &json!("closed")));
    assert_eq!(now.body["kind"], "collaboration");
    assert_eq!(list(&mut employee, "q=hl%20quay").await, ["HL Quay 4"]);
    assert_eq!(world.audited("group.update"), 1);
    // The same again is no change.
    assert_eq!(change(&mut employee, QUAY, body).await.is(204).header("etag"), "\"2\"");
    assert_eq!(world.audited("group.update"), 1);
}

#[tokio::test]
async fn a_deleted_group_is_gone_for_everybody() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut secure = world.secure().await;
    employee.delete(&at(LUNCH)).await.refused(428, "precondition-required");
    change(&mut employee, LUNCH, json!({ "description": "Closed." })).await.is(204);
    employee.edit(Method::DELETE, &at(LUNCH), "\"1\"", None).await.refused(412, "stale");
    assert_eq!(world.audited("group.delete"), 0);
    remove(&mut secure, LUNCH).await.is(204);
    employee.edit(Method::DELETE, &at(LUNCH), "*", None).await.refused(404, "not-found");
    employee.get(&at(LUNCH)).await.refused(404, "not-found");
    assert_eq!(list(&mut employee, "view=owned").await, ["Quay 4"]);
    assert!(!list(&mut employee, "view=joined").await.contains(&"Lunch runners".to_owned()));
    assert_eq!(world.audited("group.delete"), 1);
    assert_eq!(world.count(&format!("account_groups WHERE \"group\" = '{LUNCH}'")), 0);
}

#[tokio::test]
async fn renewing_gives_another_lifetime_to_what_expires() {
    let world = World::new();
    world.clock.advance(3600);
    let mut employee = world.signed_in(EMPLOYEE).await;
    act(&mut employee, QUAY, "renew").await.is(204);
    let now = world.clock.now();
    let group = employee.get(&at(QUAY)).await;
    assert_eq!(group.body["expiresAt"], rfc3339(now + 180 * DAY));
    assert_eq!(group.body["renewedAt"], rfc3339(now));
    assert_eq!(group.header("etag"), "\"2\"", "what was read before is not what is there");
    assert_eq!(world.audited("group.renew"), 1);
    let mut many = world.signed_in(MANY).await;
    act(&mut many, PORT, "renew").await.refused(409, "not-renewable");
    world.database().execute("UPDATE organizations SET group_lifetime_days = NULL", []).unwrap();
    assert_eq!(employee.get(&at(QUAY)).await.body["renewableDays"], Value::Null);
    act(&mut employee, QUAY, "renew").await.refused(409, "not-renewable");
}

#[tokio::test]
async fn a_group_that_expired_is_its_owners_to_renew_for_30_days_and_then_deleted() {
    let world = World::new();
    let end = START + 21 * DAY;
    world.clock.advance(end - 1 - world.clock.now());
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert_eq!(employee.get(&at(QUAY)).await.is(200).body["deletedAt"], Value::Null);
    world.clock.advance(1);
    let mine = employee.get(MINE).await;
    assert_eq!(mine.item(QUAY).unwrap()["expired"], true);
    assert!(!list(&mut employee, "view=joined").await.contains(&"Quay 4".to_owned()), "nobody is in it any more");
    let group = employee.get(&at(QUAY)).await;
    assert_eq!(group.is(200).body["deletedAt"], rfc3339(end + 30 * DAY));
    // Nothing but renewing and deleting.
    change(&mut employee, QUAY, json!({ "description": "x" })).await.refused(409, "group-expired");
    add_owner(&mut employee, QUAY, "secure").await.refused(409, "group-expired");
    give_up(&mut employee, QUAY, "employee").await.refused(409, "group-expired");
    act(&mut employee, QUAY, "leave").await.refused(409, "group-expired");
    // To others it is not there, although it could be joined.
    let mut admin = world.signed_in(ADMIN).await;
    admin.get(&at(QUAY)).await.refused(404, "not-found");
    act(&mut employee, QUAY, "renew").await.is(204);
    assert!(list(&mut employee, "view=joined").await.contains(&"Quay 4".to_owned()), "everything is back");
    admin.get(&at(QUAY)).await.is(200);

    let end = world.clock.now() + 180 * DAY;
    world.clock.advance(180 * DAY + 30 * DAY - 1);
    jobs::round(&world.portal).await.unwrap();
    assert_eq!(world.count(&format!("groups WHERE id = '{QUAY}'")), 1, "one second is left");
    // Lunch runners ended 160 days after the start, and nobody renewed it.
    assert_eq!(world.count(&format!("groups WHERE id = '{LUNCH}'")), 0);
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.get(&at(QUAY)).await.is(200);
    world.clock.advance(1);
    assert_eq!(world.clock.now(), end + 30 * DAY);
    employee.get(&at(QUAY)).await.refused(404, "not-found");
    act(&mut employee, QUAY, "renew").await.refused(404, "not-found");
    assert_eq!(list(&mut employee, "view=owned").await, [""; 0]);
    jobs::round(&world.portal).await.unwrap();
    jobs::round(&world.portal).await.unwrap();
    assert_eq!(world.count(&format!("groups WHERE id = '{QUAY}'")), 0);
    let purged = "audit WHERE action = 'group.expire' AND actor = 'system' AND target";
    assert_eq!(world.count(&format!("{purged} = '{QUAY}'")), 1);
    assert_eq!(world.count(&format!("{purged} = '{LUNCH}'")), 1);
    assert_eq!(world.count(&format!("groups WHERE id = '{PORT}'")), 1, "what does not expire stays");
}

#[tokio::test]
async fn leaving_ends_the_membership_and_no_ownership() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    act(&mut employee, QUAY, "leave").await.is(204);
    let group = employee.get(&at(QUAY)).await;
    assert_eq!((&group.body["isOwner"], &group.body["isMember"]), (&json!(true), &json!(false)));
    assert_eq!(group.body["owners"][0]["isMember"], false);
    act(&mut employee, QUAY, "leave").await.is(204);
    assert_eq!(world.audited("group.leave"), 1, "the same again changes nothing");
    // As a guest.
    act(&mut employee, "polder-simulation", "leave").await.is(204);
    employee.get(&at("polder-simulation")).await.refused(404, "not-found");
    act(&mut employee, "polder-simulation", "leave").await.refused(404, "not-found");
    assert_eq!(world.count("guest_groups WHERE guest = 'guest-employee-polder'"), 1);
    act(&mut employee, "harbor-berths", "leave").await.refused(404, "not-found");
}

#[tokio::test]
async fn a_group_never_loses_its_last_owner() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    give_up(&mut employee, QUAY, "employee").await.refused(409, "last-owner");
    // One who cannot act is no successor.
    for nobody in ["suspended", "noapps", "owner", "guest-noor-harbor", "stranger-noor", "nothing"] {
        field(&add_owner(&mut employee, QUAY, nobody).await, "/account", "malformed");
    }
    world.database().execute("INSERT INTO group_owners VALUES ('suspended', ?1)", [QUAY]).unwrap();
    give_up(&mut employee, QUAY, "employee").await.refused(409, "last-owner");
    assert_eq!(world.audited("group.remove-owner"), 0);
    add_owner(&mut employee, QUAY, "secure").await.is(204);
    add_owner(&mut employee, QUAY, "secure").await.is(204);
    assert_eq!(world.audited("group.add-owner"), 1, "the same again changes nothing");
    let owned = employee.get(&at(QUAY)).await;
    assert_eq!(names(owned.body["owners"].as_array().unwrap()), ["Eva de Graaf", "Sara Kuiper", "Stijn Bakker"]);
    give_up(&mut employee, QUAY, "suspended").await.is(204);
    give_up(&mut employee, QUAY, "employee").await.is(204);
    assert_eq!(world.audited("group.remove-owner"), 2);
    let group = employee.get(&at(QUAY)).await;
    assert_eq!((&group.body["isOwner"], &group.body["isMember"]), (&json!(false), &json!(true)), "still a member");
    give_up(&mut employee, QUAY, "secure").await.refused(403, "access-denied");
    let mut secure = world.secure().await;
    give_up(&mut secure, QUAY, "employee").await.refused(404, "not-found");
    give_up(&mut secure, QUAY, "secure").await.refused(409, "last-owner");
}

#[tokio::test]
async fn a_group_has_at_most_100_owners() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    world
        .database()
        .execute("INSERT INTO group_owners SELECT id, ?1 FROM accounts WHERE id LIKE 'crew-%' LIMIT 98", [QUAY])
        .unwrap();
    add_owner(&mut employee, QUAY, "secure").await.is(204);
    add_owner(&mut employee, QUAY, "admin").await.refused(409, "limit-reached");
}

#[tokio::test]
async fn members_are_proposed_first_and_the_rest_of_the_directory_when_searched() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    world.database().execute("INSERT INTO account_groups VALUES ('secure', ?1)", [QUAY]).unwrap();
    world.database().execute("UPDATE accounts SET display_name = 'Ádriaan Smit' WHERE id = 'admin'", []).unwrap();
    let mut propose = async |q: &str| {
        let answer = employee.get(&format!("{}/owner-candidates{q}", at(QUAY))).await;
        names(answer.is(200).items()).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(propose("").await, ["Sara Kuiper"], "not who owns it, nor who has no My Apps");
    assert_eq!(propose("?q=ADRIAAN%20s").await, ["Ádriaan Smit"]);
    assert_eq!(propose("?q=secure%40").await, ["Sara Kuiper"], "also by user ID");
    assert_eq!(propose("?q=zzz").await, [""; 0]);
    assert_eq!(propose("?q=bakker%20stijn").await, [""; 0]);
    let all = propose("?q=harbor.example").await;
    assert_eq!((all.len(), all[0].as_str()), (20, "Sara Kuiper"), "members first, and not everybody");
    assert!(!propose("?q=oda").await.contains(&"Oda van Polder".to_owned()), "of another organization");
}

#[tokio::test]
async fn what_is_managed_elsewhere_is_changed_there() {
    let world = World::new();
    let mut admin = world.signed_in(ADMIN).await;
    let dump = || ["groups", "group_owners", "account_groups", "audit"].map(|it| world.dump(it));
    let before = dump();
    for (id, why) in [(STAFF, "synchronised"), (FAIR, "distribution"), (CONTRACTORS, "mail-enabled")] {
        let group = admin.get(&at(id)).await;
        assert_eq!(group.is(200).body["managedElsewhere"], why);
        assert_eq!(group.body["contact"]["mail"], "it-admin@harbor.example");
        let body = Some(json!({ "description": "x" }));
        admin.edit(Method::PATCH, &at(id), "*", body).await.refused(409, "managed-elsewhere");
        admin.edit(Method::DELETE, &at(id), "*", None).await.refused(409, "managed-elsewhere");
        for verb in ["renew", "leave"] {
            act(&mut admin, id, verb).await.refused(409, "managed-elsewhere");
        }
        add_owner(&mut admin, id, "secure").await.refused(409, "managed-elsewhere");
        give_up(&mut admin, id, "admin").await.refused(409, "managed-elsewhere");
        admin.get(&format!("{}/owner-candidates", at(id))).await.refused(409, "managed-elsewhere");
    }
    assert_eq!(dump(), before);
}

#[tokio::test]
async fn owners_take_the_members_along_as_a_table() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let database = world.database();
    database.execute("UPDATE accounts SET display_name = '=HYPERLINK(\"x\"),Vos' WHERE id = 'noapps'", []).unwrap();
    database.execute("INSERT INTO guest_groups VALUES ('guest-noor-harbor', ?1)", [QUAY]).unwrap();
    let path = format!("{}/members.csv", at(QUAY));
    let table = employee.get(&path).await;
    assert_eq!(table.is(200).header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(table.header("content-disposition"), "attachment; filename=\"quay-4.csv\"");
    assert_eq!(table.header("cache-control"), "no-store");
    assert_eq!(
        String::from_utf8(table.bytes).unwrap(),
        "\u{feff}Name,User ID,Mail,Kind\r\n\
         \"'=HYPERLINK(\"\"x\"\"),Vos\",noapps@harbor.example,noapps@harbor.example,account\r\n\
         Eva de Graaf,employee@harbor.example,employee@harbor.example,account\r\n",
        "a guest who left is not there"
    );
    database.execute("UPDATE guests SET deleted_at = NULL WHERE id = 'guest-noor-harbor'", []).unwrap();
    let table = String::from_utf8(employee.get(&path).await.bytes).unwrap();
    assert!(table.contains("\r\nNoor Dekker,n.dekker@quayside.example,n.dekker@quayside.example,guest\r\n"), "{table}");
    assert_eq!(world.audited("group.export-members"), 2);
    let mut many = world.signed_in(MANY).await;
    let table = many.get(&format!("{}/members.csv", at(PORT))).await;
    assert_eq!(String::from_utf8(table.bytes).unwrap().lines().count(), 10_002);
}

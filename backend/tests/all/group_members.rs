//! Who is in a group, and its owners adding and removing people: features 2.5, `security.md` S9, R2.

use std::time::{Duration, Instant};

use crate::common::{Answer, Browser, World, key, methods::SECURE};
use axum::http::Method;
use my_account_server::{
    invitations,
    message::{Message, SendError, Sender, Sending},
    portal::Portal,
    router,
};
use serde_json::{Value, json};

const EMPLOYEE: &str = "employee@harbor.example";
const ADMIN: &str = "admin@harbor.example";
const MANY: &str = "many@harbor.example";
const OWNER: &str = "owner@polder.example";
const QUAY: &str = "harbor-quay-4";
const PORT: &str = "harbor-port-community";
const PARTNERS: &str = "polder-research-partners";

fn members(group: &str) -> String {
    format!("/api/v1/groups/{group}/members")
}

fn membership(group: &str) -> String {
    format!("/api/v1/groups/{group}/membership")
}

fn directory(group: &str, q: &str) -> String {
    format!("/api/v1/directory?group={group}&q={q}")
}

fn names(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|it| it["displayName"].as_str().unwrap()).collect()
}

async fn listed(browser: &mut Browser, group: &str) -> Vec<String> {
    names(browser.get(&members(group)).await.is(200).items()).into_iter().map(str::to_owned).collect()
}

async fn add(browser: &mut Browser, group: &str, people: &[&str]) -> Answer {
    browser.post(&members(group), json!({ "people": people })).await
}

async fn remove(browser: &mut Browser, group: &str, account: &str) -> Answer {
    browser.delete(&format!("{}/{account}", members(group))).await
}

async fn found(browser: &mut Browser, group: &str, q: &str) -> Vec<String> {
    let answer = browser.get(&directory(group, q)).await;
    names(answer.is(200).body["people"].as_array().unwrap()).into_iter().map(str::to_owned).collect()
}

#[tokio::test]
async fn members_and_owners_see_who_is_in_it_and_nobody_else_does() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert_eq!(
        employee.get(&membership(QUAY)).await.is(200).body,
        json!({
            "id": QUAY, "displayName": "Quay 4", "members": 2, "owned": true, "sendsMessages": true,
            "organization": { "id": "harbor-logistics", "displayName": "Harbor Logistics", "language": "en" },
        })
    );
    let answer = employee.get(&members(QUAY)).await;
    assert_eq!(
        answer.is(200).items()[0],
        json!({
            "id": "employee", "displayName": "Eva de Graaf", "userId": EMPLOYEE, "jobTitle": "Operations planner",
            "guest": false, "owner": true,
        })
    );
    assert_eq!(names(answer.items()), ["Eva de Graaf", "Nina Vos"]);
    // A member who owns nothing of it.
    let seen = employee.get(&membership("harbor-planners")).await;
    assert_eq!((&seen.is(200).body["owned"], seen.body.get("managedElsewhere")), (&json!(false), None));
    employee.get(&members("harbor-planners")).await.is(200);
    // An owner who is not in it.
    let mut admin = world.signed_in(ADMIN).await;
    assert_eq!(listed(&mut admin, "harbor-planners").await, ["Eva de Graaf"]);
    // A guest, while the organization knows them.
    assert_eq!(listed(&mut employee, "polder-simulation").await, ["Eva de Graaf"]);
    for change in ["disabled = 1", "disabled = 0, deleted_at = 1"] {
        let sql = format!("UPDATE guests SET {change} WHERE id = 'guest-employee-polder'");
        world.database().execute(&sql, []).unwrap();
        employee.get(&members("polder-simulation")).await.refused(404, "not-found");
    }
    // Others of the same organization, others, and groups that do not exist.
    for (user, group) in [(ADMIN, QUAY), (OWNER, QUAY), (EMPLOYEE, "harbor-night-shift"), (EMPLOYEE, "nothing")] {
        let mut other = world.signed_in(user).await;
        for path in [members(group), membership(group), directory(group, "e")] {
            other.get(&path).await.refused(404, "not-found");
        }
        add(&mut other, group, &["many"]).await.refused(404, "not-found");
        remove(&mut other, group, "employee").await.refused(404, "not-found");
    }
    // Nor who has no My Apps, even a member.
    let mut nobody = world.signed_in("noapps@harbor.example").await;
    for path in [members(QUAY), membership(QUAY), directory(QUAY, "e")] {
        nobody.get(&path).await.refused(403, "access-denied");
        world.browser().get(&path).await.refused(401, "session-expired");
    }
    add(&mut nobody, QUAY, &["many"]).await.refused(403, "access-denied");
    remove(&mut nobody, QUAY, "employee").await.refused(403, "access-denied");
}

#[tokio::test]
async fn members_are_searched_without_case_and_accents_and_guests_are_among_them() {
    let world = World::new();
    let mut owner = world.signed_in(OWNER).await;
    let all = owner.get(&members(PARTNERS)).await;
    assert_eq!(names(all.is(200).items()), ["Eva de Graaf", "Stijn Bakker", "Vera Nowak"]);
    assert!(all.items().iter().all(|it| it["guest"] == true));
    assert_eq!(owner.get(&membership(PARTNERS)).await.body["members"], 3);
    let sql = "UPDATE accounts SET display_name = 'Zoë Ålund', sort_name = 'zoe alund' WHERE id = 'visitor'";
    world.database().execute(sql, []).unwrap();
    for q in ["ZOE", "zo%C3%AB", "al", "%C3%A5L", "visitor@MAIL", "%20oe%20"] {
        let answer = owner.get(&format!("{}?q={q}", members(PARTNERS))).await;
        assert_eq!(names(answer.is(200).items()), ["Zoë Ålund"], "{q}");
    }
    assert_eq!(owner.get(&format!("{}?q=%25", members(PARTNERS))).await.items().len(), 0);
    // Who has left is not in it.
    world.database().execute("UPDATE guests SET deleted_at = 1 WHERE id = 'guest-visitor-polder'", []).unwrap();
    assert_eq!(listed(&mut owner, PARTNERS).await, ["Eva de Graaf", "Stijn Bakker"]);
    assert_eq!(owner.get(&membership(PARTNERS)).await.body["members"], 2);
    owner.get(&format!("{}?limit=101", members(PARTNERS))).await.refused(422, "invalid-fields");
    owner.get(&format!("{}?cursor=WyJ4Il0", members(PARTNERS))).await.refused(422, "invalid-fields");
    owner.get(&format!("{}?state=x", members(PARTNERS))).await.refused(400, "malformed-request");
}

/// All pages of a list, by ids.
async fn pages(browser: &mut Browser, path: &str) -> Vec<String> {
    let (mut all, mut cursor) = (Vec::new(), String::new());
    loop {
        let answer = browser.get(&format!("{path}{cursor}")).await;
        all.extend(answer.is(200).items().iter().map(|it| it["id"].as_str().unwrap().to_owned()));
        match answer.body["nextCursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return all,
        }
    }
}

#[tokio::test]
async fn ten_thousand_come_page_by_page_each_once_and_in_order() {
    let world = World::new();
    let mut many = world.signed_in(MANY).await;
    assert_eq!(many.get(&membership(PORT)).await.body["members"], 10_001);
    let all = pages(&mut many, &format!("{}?limit=100", members(PORT))).await;
    let mut query = r#"SELECT a.id FROM account_groups m JOIN accounts a ON a.id = m.account
        WHERE m."group" = 'harbor-port-community' ORDER BY a.sort_name, a.id"#;
    let expected = |query: &str| -> Vec<String> {
        let database = world.database();
        let mut rows = database.prepare(query).unwrap();
        rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert_eq!((all.len(), &all), (10_001, &expected(query)));
    // Small groups are read another way.
    let teams =
        "INSERT OR IGNORE INTO account_groups SELECT id, 'harbor-quay-4' FROM accounts WHERE id LIKE 'crew-000%'";
    world.database().execute(teams, []).unwrap();
    let mut employee = world.signed_in(EMPLOYEE).await;
    query = r#"SELECT a.id FROM account_groups m JOIN accounts a ON a.id = m.account
        WHERE m."group" = 'harbor-quay-4' ORDER BY a.sort_name, a.id"#;
    assert_eq!(pages(&mut employee, &format!("{}?limit=10", members(QUAY))).await, expected(query));
}

#[tokio::test]
async fn a_group_and_a_directory_of_ten_thousand_answer_quickly() {
    let world = World::new();
    let mut many = world.signed_in(MANY).await;
    let middle = {
        let mut cursor = String::new();
        for _ in 0..50 {
            let page = many.get(&format!("{}?limit=100{cursor}", members(PORT))).await;
            cursor = format!("&cursor={}", page.body["nextCursor"].as_str().unwrap());
        }
        format!("{}?limit=100{cursor}", members(PORT))
    };
    let paths = [
        members(PORT),
        middle,
        format!("{}?q=zzz", members(PORT)),
        format!("{}?q=jan", members(PORT)),
        membership(PORT),
        directory(PORT, "zzz"),
        directory(PORT, "j"),
        directory(PORT, "crew.099"),
    ];
    for path in paths {
        let mut times = Vec::new();
        for _ in 0..100 {
            let begun = Instant::now();
            many.get(&path).await.is(200);
            times.push(begun.elapsed());
        }
        times.sort();
        println!("{:>10.2?} at most in 99 of 100: {}", times[98], &path[..path.len().min(70)]);
        // The budget of 50 ms is for a release build on a machine of its own.
        assert!(times[98] < Duration::from_millis(if cfg!(debug_assertions) { 500 } else { 50 }), "{path}: {times:?}");
    }
}

#[tokio::test]
async fn owners_add_people_of_the_directory_and_those_who_are_in_it_stay() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let key = key();
    for _ in 0..2 {
        let body = json!({ "people": ["many", "noapps", "crew-00001"] });
        let mut request = Browser::request(Method::POST, &members(QUAY), Some(body));
        request.headers_mut().insert("idempotency-key", key.parse().unwrap());
        employee.send(request).await.is(204);
        assert_eq!(world.audited("group-member.add"), 2, "noapps was in it before");
    }
    assert_eq!(employee.get(&membership(QUAY)).await.body["members"], 4);
    assert_eq!(world.count("audit WHERE actor = 'employee' AND target = 'harbor-quay-4/many'"), 1);
    // At once for the one who was added.
    world.signed_in(MANY).await.get(&members(QUAY)).await.is(200);
    // A guest comes in as the guest.
    let mut owner = world.signed_in(OWNER).await;
    add(&mut owner, "polder-simulation", &["visitor", "owner"]).await.is(204);
    assert_eq!(listed(&mut owner, "polder-simulation").await, ["Eva de Graaf", "Oda van Polder", "Vera Nowak"]);
    assert_eq!(
        world.count(r#"guest_groups WHERE "group" = 'polder-simulation' AND guest = 'guest-visitor-polder'"#),
        1
    );
    assert_eq!(world.count(r#"account_groups WHERE account = 'visitor'"#), 0);
    assert_eq!(world.count("outbox"), 0, "without a message nobody is written to");
}

#[tokio::test]
async fn nobody_comes_in_who_is_disabled_gone_or_of_elsewhere_and_then_nobody_does() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let refused = |pointer: &str, code: &str| json!([{ "pointer": pointer, "code": code }]);
    for other in ["suspended", "owner", "visitor", "stranger-liam", "nobody"] {
        let answer = add(&mut employee, QUAY, &["many", other]).await;
        assert_eq!(answer.refused(422, "invalid-fields").body["errors"], refused("/people/1", "malformed"), "{other}");
    }
    let twice = add(&mut employee, QUAY, &["many", "admin", "many"]).await;
    assert_eq!(twice.refused(422, "invalid-fields").body["errors"], refused("/people/2", "repeated"));
    let none = add(&mut employee, QUAY, &[]).await;
    assert_eq!(none.refused(422, "invalid-fields").body["errors"], refused("/people", "required"));
    let crew: Vec<String> = (1..=21).map(|it| format!("crew-{it:05}")).collect();
    let crew: Vec<&str> = crew.iter().map(String::as_str).collect();
    let many = add(&mut employee, QUAY, &crew).await;
    assert_eq!(
        many.refused(422, "invalid-fields").body["errors"],
        json!([{ "pointer": "/people", "code": "too-long", "limit": 20 }])
    );
    assert_eq!((world.audited("group-member.add"), listed(&mut employee, QUAY).await.len()), (0, 2));
    add(&mut employee, QUAY, &crew[..20]).await.is(204);
    assert_eq!(employee.get(&membership(QUAY)).await.body["members"], 22);
    // A guest who was disabled or has left.
    let mut owner = world.signed_in(OWNER).await;
    for change in ["disabled = 1", "disabled = 0, deleted_at = 1"] {
        let sql = format!("UPDATE guests SET {change} WHERE id = 'guest-visitor-polder'");
        world.database().execute(&sql, []).unwrap();
        add(&mut owner, "polder-simulation", &["visitor"]).await.refused(422, "invalid-fields");
    }
    for body in [json!({}), json!({ "people": "many" }), json!({ "people": [], "owner": true })] {
        employee.post(&members(QUAY), body).await.refused(400, "malformed-request");
    }
}

#[tokio::test]
async fn owners_remove_members_at_once_and_ownership_stays() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut secure = world.secure().await;
    secure.get(&members("harbor-lunch-runners")).await.is(200);
    remove(&mut employee, QUAY, "noapps").await.is(204);
    assert_eq!(listed(&mut employee, QUAY).await, ["Eva de Graaf"]);
    assert_eq!(world.count("audit WHERE action = 'group-member.remove' AND target = 'harbor-quay-4/noapps'"), 1);
    remove(&mut employee, QUAY, "noapps").await.refused(404, "not-found");
    remove(&mut employee, QUAY, "nobody").await.refused(404, "not-found");
    // An owner who is taken out of the members owns it still.
    remove(&mut employee, "harbor-lunch-runners", "secure").await.is(204);
    let seen = secure.get(&membership("harbor-lunch-runners")).await;
    assert_eq!((&seen.is(200).body["owned"], &seen.body["members"]), (&json!(true), &json!(1)));
    remove(&mut employee, QUAY, "employee").await.is(204);
    assert_eq!(employee.get(&membership(QUAY)).await.body["owned"], true);
    // One who owns nothing of it has lost it with the answer; a guest too.
    let mut owner = world.signed_in(OWNER).await;
    employee.get(&members("polder-simulation")).await.is(200);
    remove(&mut owner, "polder-simulation", "employee").await.is(204);
    employee.get(&members("polder-simulation")).await.refused(404, "not-found");
    assert_eq!(world.count(r#"guest_groups WHERE guest = 'guest-employee-polder'"#), 1, "only of that group");
    // Nothing without its audit row.
    let trigger = "CREATE TRIGGER no_more BEFORE INSERT ON audit WHEN NEW.action LIKE 'group-member.%'
        BEGIN SELECT raise(ABORT, 'no'); END";
    world.database().execute_batch(trigger).unwrap();
    remove(&mut owner, PARTNERS, "visitor").await.refused(500, "internal");
    add(&mut owner, PARTNERS, &["owner"]).await.refused(500, "internal");
    assert_eq!(listed(&mut owner, PARTNERS).await.len(), 3);
}

#[tokio::test]
async fn members_who_own_nothing_of_it_change_nothing() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for group in ["harbor-planners", "polder-simulation"] {
        employee.get(&directory(group, "e")).await.refused(403, "access-denied");
        add(&mut employee, group, &["many"]).await.refused(403, "access-denied");
        remove(&mut employee, group, "employee").await.refused(403, "access-denied");
    }
    // A disabled owner looks and does no more.
    world.database().execute("UPDATE accounts SET disabled = 1 WHERE id = 'employee'", []).unwrap();
    employee.get(&members(QUAY)).await.is(200);
    employee.get(&directory(QUAY, "e")).await.refused(409, "disabled-at-home");
    add(&mut employee, QUAY, &["many"]).await.refused(409, "disabled-at-home");
    remove(&mut employee, QUAY, "noapps").await.refused(409, "disabled-at-home");
    assert_eq!(world.count("audit WHERE action LIKE 'group-member.%'"), 0);
}

#[tokio::test]
async fn groups_that_are_managed_elsewhere_say_why_and_refuse() {
    let world = World::new();
    let mut admin = world.signed_in(ADMIN).await;
    for (group, why, member) in [
        ("harbor-all-staff", "synchronised", "employee"),
        ("harbor-summer-fair", "distribution", "employee"),
        ("harbor-contractors", "mail-enabled", "stranger-liam"),
    ] {
        assert_eq!(admin.get(&membership(group)).await.is(200).body["managedElsewhere"], why);
        admin.get(&members(group)).await.is(200);
        admin.get(&directory(group, "e")).await.refused(409, "managed-elsewhere");
        add(&mut admin, group, &["many"]).await.refused(409, "managed-elsewhere");
        remove(&mut admin, group, member).await.refused(409, "managed-elsewhere");
    }
    assert_eq!(world.count("audit WHERE action LIKE 'group-member.%'"), 0);
}

#[tokio::test]
async fn the_directory_finds_by_the_beginning_of_words_and_by_user_id() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let sql = "UPDATE accounts SET display_name = 'Anne-Zoë d’Hondt', sort_name = 'anne-zoe d’hondt' WHERE id = 'many'";
    world.database().execute(sql, []).unwrap();
    for q in ["zo%C3%AB", "ZOE", "hondt", "anne", "h%20anne", "anne-zoe", "many", "MANY@harbor"] {
        assert_eq!(found(&mut employee, QUAY, q).await.first().map(String::as_str), Some("Anne-Zoë d’Hondt"), "{q}");
    }
    // The middle of a word is no beginning, nor is that of another organization found, nor who is disabled.
    for q in ["nne-", "ondt", "oda", "owner@polder", "stijn", "suspended", "noor", "", "%20", "%25", "_"] {
        assert_eq!(found(&mut employee, QUAY, q).await, [""; 0], "{q}");
    }
    let answer = employee.get(&directory(QUAY, "nina%20vos")).await;
    let nina = answer.body["people"].as_array().unwrap().iter().find(|it| it["id"] == "noapps").unwrap();
    assert_eq!(
        nina,
        &json!({
            "id": "noapps", "displayName": "Nina Vos", "userId": "noapps@harbor.example", "jobTitle": "Trainee",
            "guest": false, "member": true,
        })
    );
    // At most ten, by name.
    let answer = employee.get(&directory(QUAY, "crew.")).await;
    let people = answer.body["people"].as_array().unwrap();
    assert_eq!((people.len(), &answer.body["more"]), (10, &json!(true)));
    let mut sorted = names(people);
    sorted.sort_unstable();
    assert_eq!(sorted, names(people));
    assert_eq!(employee.get(&directory(QUAY, "crew.00001")).await.body["more"], false);
    // Guests of the organization.
    let mut owner = world.signed_in(OWNER).await;
    let answer = owner.get(&directory(PARTNERS, "ve")).await;
    let vera = &answer.body["people"][0];
    assert_eq!(
        (&vera["displayName"], &vera["guest"], &vera["member"]),
        (&json!("Vera Nowak"), &json!(true), &json!(true))
    );
    assert_eq!(found(&mut owner, PARTNERS, "stijn").await, [""; 0], "disabled at home");
    world.database().execute("UPDATE guests SET deleted_at = 1 WHERE id = 'guest-visitor-polder'", []).unwrap();
    assert_eq!(found(&mut owner, PARTNERS, "ve").await, [""; 0]);
    employee.get("/api/v1/directory?q=e").await.refused(400, "malformed-request");
    employee.get(&directory(QUAY, &"x".repeat(257))).await.refused(422, "invalid-fields");
}

#[tokio::test]
async fn those_who_are_added_read_the_message_in_their_language() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    world.database().execute("UPDATE accounts SET display_language = 'nl' WHERE id = 'many'", []).unwrap();
    world.database().execute("UPDATE accounts SET mail = NULL WHERE id = 'crew-00002'", []).unwrap();
    let body = json!({ "people": ["many", "noapps", "crew-00001", "crew-00002"], "message": "  Welcome!\nSee you.  " });
    let key = key();
    for _ in 0..2 {
        let mut request = Browser::request(Method::POST, &members(QUAY), Some(body.clone()));
        request.headers_mut().insert("idempotency-key", key.parse().unwrap());
        employee.send(request).await.is(204);
        invitations::send(&world.portal).await.unwrap();
    }
    let read = || -> Vec<(String, String, String, String)> {
        let database = world.database();
        let mut rows =
            database.prepare("SELECT recipient, language, subject, body FROM outbox ORDER BY recipient").unwrap();
        let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
        rows.unwrap().map(Result::unwrap).collect()
    };
    // What was begun with the request may not be done yet.
    for _ in 0..100 {
        if read().len() == 2 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let mails = read();
    assert_eq!(mails.len(), 2, "{mails:?}");
    let (to, language, subject, text) = &mails[0];
    assert_eq!(
        (to.as_str(), language.as_str(), subject.as_str()),
        ("crew.00001@harbor.example", "en", "You have been added to Quay 4")
    );
    assert_eq!(
        text,
        "Eva de Graaf has added you to the group Quay 4:\n\nWelcome!\nSee you.\n\nYour groups are in My Apps, under Groups."
    );
    let (to, language, subject, text) = &mails[1];
    assert_eq!((to.as_str(), language.as_str(), subject.as_str()), (MANY, "nl", "U bent toegevoegd aan Quay 4"));
    assert!(text.starts_with("Eva de Graaf heeft u toegevoegd aan de groep Quay 4:\n\nWelcome!"), "{text}");
    assert_eq!(world.count("group_invitations"), 0);
    // At most 500 characters; spaces alone are none.
    let long = json!({ "people": ["admin"], "message": "é".repeat(501) });
    assert_eq!(
        employee.post(&members(QUAY), long).await.refused(422, "invalid-fields").body["errors"],
        json!([{ "pointer": "/message", "code": "too-long", "limit": 500 }])
    );
    employee.post(&members(QUAY), json!({ "people": ["admin"], "message": " \n " })).await.is(204);
    assert_eq!(world.count("group_invitations"), 0);
    employee.post(&members(QUAY), json!({ "people": ["crew-00003"], "message": "é".repeat(500) })).await.is(204);
}

#[tokio::test]
async fn everybody_who_is_added_gets_one_mail_however_many_they_are() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let people: Vec<_> = (100..115).map(|number| format!("crew-{number:05}")).collect();
    employee.post(&members(QUAY), json!({ "people": people, "message": "Welcome!" })).await.is(204);
    invitations::send(&world.portal).await.unwrap();
    for _ in 0..100 {
        if world.count("group_invitations") == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!((world.count("group_invitations"), world.count("outbox")), (0, 15));
    let recipients: i64 =
        world.database().query_row("SELECT count(DISTINCT recipient) FROM outbox", [], |row| row.get(0)).unwrap();
    assert_eq!(recipients, 15);
}

/// A mail server that is not there.
struct Down;

impl Sender for Down {
    fn carries(&self, _: my_account_server::message::Carrier) -> bool {
        true
    }

    fn send(&self, _: Message) -> Sending<'_> {
        Box::pin(async { Err(SendError("down".to_owned())) })
    }
}

#[tokio::test]
async fn a_mail_that_could_not_be_sent_is_tried_again_and_given_up_in_the_end() {
    let world = World::new();
    let portal = |demo, sender: Option<Box<dyn Sender>>| {
        let mut portal = Portal::new(world.portal.store.clone(), world.clock.clone(), demo).unwrap();
        if let Some(sender) = sender {
            portal.sender = sender.into();
        }
        std::sync::Arc::new(portal)
    };
    let down = portal(true, Some(Box::new(Down)));
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.router = router::build(std::sync::Arc::clone(&down), &world.pages());
    let body = json!({ "people": ["many"], "message": "Welcome!" });
    employee.post(&members(QUAY), body).await.is(204);
    invitations::send(&down).await.unwrap();
    for _ in 0..100 {
        if world.count("group_invitations WHERE tries = 1") == 1 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(world.count("group_invitations WHERE tries = 1"), 1, "nobody else sends it meanwhile");
    // They are in the group all the same.
    assert_eq!(employee.get(&membership(QUAY)).await.body["members"], 3);
    world.clock.advance(5 * 60);
    invitations::send(&world.portal).await.unwrap();
    assert_eq!((world.count("outbox"), world.count("group_invitations")), (1, 0));
    // A day later it is over.
    employee.post(&members(QUAY), json!({ "people": ["admin"], "message": "Welcome!" })).await.is(204);
    for _ in 0..20 {
        world.clock.advance(12 * 60 * 60);
        invitations::send(&down).await.unwrap();
    }
    assert_eq!(world.count("group_invitations"), 0);
    // Without a mail server none is offered, and none is taken.
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.router = router::build(portal(false, None), &world.pages());
    assert_eq!(employee.get(&membership(QUAY)).await.body["sendsMessages"], false);
    let body = json!({ "people": ["crew-00001"], "message": "Welcome!" });
    let answer = employee.post(&members(QUAY), body).await;
    assert_eq!(
        answer.refused(422, "invalid-fields").body["errors"],
        json!([{ "pointer": "/message", "code": "malformed" }])
    );
}

#[tokio::test]
async fn who_is_added_needs_no_decision_any_more() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert_eq!(employee.get("/api/v1/join-requests").await.is(200).items().len(), 1);
    add(&mut employee, QUAY, &["secure"]).await.is(204);
    assert_eq!(employee.get("/api/v1/join-requests").await.items().len(), 0);
    let mut secure = world.halfway(SECURE).await;
    secure.post(crate::common::methods::SECOND_FACTOR, json!({ "code": world.app_code() })).await.is(200);
    let own = secure.get("/api/v1/me/join-requests").await.items()[0].clone();
    assert_eq!((&own["state"], &own["decidedBy"]), (&json!("approved"), &json!("Eva de Graaf")));
}

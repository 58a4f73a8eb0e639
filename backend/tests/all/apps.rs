//! My Apps: features 2.1, `security.md` S9.

use crate::common::{Browser, World, key};
use serde_json::{Value, json};

const APPS: &str = "/api/v1/me/apps";
const EMPLOYEE: &str = "employee@harbor.example";

fn names(items: &[Value]) -> Vec<&str> {
    items.iter().map(|app| app["displayName"].as_str().unwrap()).collect()
}

fn act(app: &str, verb: &str) -> String {
    format!("{APPS}/{app}/{verb}")
}

async fn found(browser: &mut Browser, query: &str) -> Vec<String> {
    names(browser.get(&format!("{APPS}?{query}")).await.is(200).items()).into_iter().map(str::to_owned).collect()
}

#[tokio::test]
async fn they_come_by_name_with_all_that_is_known() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let answer = employee.get(APPS).await;
    let sorted: Vec<_> = names(answer.is(200).items()).into_iter().map(str::to_lowercase).collect();
    assert_eq!(sorted.len(), 42);
    assert!(sorted.is_sorted());
    let addresses: Vec<_> = answer.items().iter().filter_map(|app| app["launchUrl"].as_str()).collect();
    assert!(addresses.len() == 40 && addresses.iter().all(|it| it.starts_with("https://")), "{addresses:?}");
    assert!(answer.items().iter().any(|app| app["organization"]["id"] == "polder-university"));
    assert!(answer.items().iter().all(|app| app["organization"]["id"] != "tulip-foods"), "disabled there");
    let mut safety = answer.item("harbor-safety-reports").unwrap().clone();
    let icon = safety.as_object_mut().unwrap().remove("icon").unwrap();
    let icon = icon.as_str().unwrap();
    assert!(icon.starts_with("data:image/svg+xml;base64,") && icon.len() <= 8192, "{icon}");
    assert_eq!(
        safety,
        json!({
            "id": "harbor-safety-reports", "displayName": "Safety reports", "hidden": false,
            "description": "Report what went wrong, or nearly did",
            "texts": [{
                "language": "nl", "displayName": "Veiligheidsmeldingen",
                "description": "Meld wat misging of bijna misging",
            }],
            "launchUrl": "https://safety-reports.apps.harbor.example/",
            "organization": { "id": "harbor-logistics", "displayName": "Harbor Logistics", "language": "en" },
        })
    );
    world.browser().get(APPS).await.refused(401, "session-expired");
}

#[tokio::test]
async fn who_has_no_my_apps_can_do_nothing_there() {
    let world = World::new();
    let mut nobody = world.signed_in("noapps@harbor.example").await;
    nobody.get(APPS).await.refused(403, "access-denied");
    for verb in ["hide", "show", "open"] {
        nobody.post(&act("harbor-mail", verb), json!({})).await.refused(403, "access-denied");
    }
    assert_eq!(world.count("app_choices"), 0);
}

#[tokio::test]
async fn they_are_ordered_by_the_names_of_the_language() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut dutch = |app: &Value| app["texts"][0]["displayName"].as_str().unwrap().to_lowercase();
    let first = employee.get(&format!("{APPS}?language=nl&limit=40")).await;
    let next = first.body["nextCursor"].as_str().unwrap();
    let second = employee.get(&format!("{APPS}?language=nl&limit=40&cursor={next}")).await;
    let sorted: Vec<_> = first.items().iter().chain(second.items()).map(&mut dutch).collect();
    assert_eq!((sorted.len(), sorted[0].as_str()), (42, "agenda"));
    assert!(sorted.is_sorted(), "{sorted:?}");
    assert!(!names(first.items()).is_sorted());
}

#[tokio::test]
async fn a_search_takes_names_of_both_languages_without_regard_to_case_and_accents() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert_eq!(found(&mut employee, "q=%20CRANE%20").await, ["Crane schedule"]);
    assert_eq!(found(&mut employee, "q=kraanr").await, ["Crane schedule"]);
    assert_eq!(found(&mut employee, "q=kraanr&language=nl").await, ["Crane schedule"]);
    assert_eq!(found(&mut employee, "q=cr%C3%A4n%C3%A9").await, ["Crane schedule"]);
    world
        .database()
        .execute("UPDATE apps SET display_name = 'Enquête', sort_name = 'enquete' WHERE id = 'harbor-mail'", [])
        .unwrap();
    for q in ["enquete", "ENQU%C3%8ATE", "enque%CC%82te"] {
        assert_eq!(found(&mut employee, &format!("q={q}")).await, ["Enquête"], "{q}");
    }
    for nothing in ["%25", "_", "'", "%3Cscript%3E", "%D7%A2"] {
        assert_eq!(found(&mut employee, &format!("q={nothing}")).await, [""; 0], "{nothing}");
    }
    let long = format!("{APPS}?q={}", "x".repeat(257));
    let errors = json!([{ "pointer": "/q", "code": "too-long", "limit": 256 }]);
    assert_eq!(employee.get(&long).await.refused(422, "invalid-fields").body["errors"], errors);
    for unknown in ["view=all", "language=fr", "sort=name"] {
        employee.get(&format!("{APPS}?{unknown}")).await.refused(400, "malformed-request");
    }
}

#[tokio::test]
async fn a_hidden_one_is_out_of_sight_until_it_is_shown() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut other = world.signed_in("admin@harbor.example").await;
    assert_eq!(found(&mut employee, "view=hidden").await, [""; 0]);
    for time in 0..2 {
        employee.post(&act("harbor-mail", "hide"), json!({})).await.is(204);
        assert_eq!(world.audited("app.hide"), 1, "{time}");
    }
    assert_eq!(found(&mut employee, "q=mail").await, [""; 0]);
    let hidden = employee.get(&format!("{APPS}?view=hidden")).await;
    assert_eq!((names(hidden.items()), &hidden.items()[0]["hidden"]), (vec!["Mail"], &json!(true)));
    assert_eq!(found(&mut other, "q=mail").await, ["Mail"], "somebody else's choice");
    for time in 0..2 {
        employee.post(&act("harbor-mail", "show"), json!({})).await.is(204);
        assert_eq!(world.audited("app.show"), 1, "{time}");
    }
    assert_eq!(found(&mut employee, "q=mail").await, ["Mail"]);
    employee.post(&act("harbor-calendar", "show"), json!({})).await.is(204);
    assert_eq!(world.count("app_choices WHERE app = 'harbor-calendar'"), 0, "it was not hidden");
}

#[tokio::test]
async fn a_repeat_with_the_same_key_has_one_effect() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let key = key();
    employee.act(&act("harbor-mail", "hide"), &key).await.is(204);
    employee.post(&act("harbor-mail", "show"), json!({})).await.is(204);
    employee.act(&act("harbor-mail", "hide"), &key).await.is(204);
    assert_eq!(found(&mut employee, "view=hidden").await, [""; 0]);
}

#[tokio::test]
async fn the_ones_opened_last_come_first_and_are_six() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    assert_eq!(found(&mut employee, "view=recent").await, [""; 0]);
    for app in ["mail", "calendar", "intranet", "payslips", "expenses", "phone-book", "help-desk", "mail"] {
        world.clock.advance(1);
        employee.post(&act(&format!("harbor-{app}"), "open"), json!({})).await.is(204);
    }
    let answer = employee.get(&format!("{APPS}?view=recent")).await;
    assert_eq!(names(answer.items()), ["Mail", "Help desk", "Phone book", "Expenses", "Payslips", "Intranet"]);
    assert!(answer.body.get("nextCursor").is_none());
    assert_eq!(answer.items()[0]["lastOpenedAt"], my_account_server::clock::rfc3339(world.clock.now()));
    employee.post(&act("harbor-mail", "hide"), json!({})).await.is(204);
    assert_eq!(found(&mut employee, "view=recent&limit=2").await, ["Help desk", "Phone book"]);
    assert_eq!(world.audited("app.open"), 8);
}

#[tokio::test]
async fn an_app_that_is_not_theirs_does_not_exist() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for app in ["windmill-client-proofs", "tulip-cold-chain-monitor", "nothing"] {
        for verb in ["hide", "show", "open"] {
            employee.post(&act(app, verb), json!({})).await.refused(404, "not-found");
        }
    }
    employee.post(&act("polder-library", "open"), json!({})).await.is(204);
    assert_eq!(found(&mut employee, "view=recent").await, ["Library"]);
    employee.leave("polder-university").await.is(204);
    assert_eq!(found(&mut employee, "view=recent").await, [""; 0], "gone at once with the organization");
    employee.post(&act("polder-library", "hide"), json!({})).await.refused(404, "not-found");
}

#[tokio::test]
async fn five_thousand_apps_come_in_fifty_pages() {
    let world = World::new();
    let mut many = world.signed_in("many@harbor.example").await;
    let (mut seen, mut cursor, mut pages) = (std::collections::HashSet::new(), String::new(), 0);
    loop {
        let answer = many.get(&format!("{APPS}?limit=100{cursor}")).await;
        seen.extend(answer.is(200).items().iter().map(|app| app["id"].as_str().unwrap().to_owned()));
        pages += 1;
        let Some(next) = answer.body["nextCursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!((seen.len(), pages), (5000, 50));
    let groups = many.organizations().await.items()[0]["groups"].as_array().unwrap().len();
    assert_eq!(groups, 100, "an organization lists at most 100 groups");
}

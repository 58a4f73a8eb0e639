//! What apps may do, and taking it back: features 2.1 (*Manage your application*), `security.md` S9.

use crate::common::{World, key};
use serde_json::{Value, json};

const APPS: &str = "/api/v1/me/apps";
const EMPLOYEE: &str = "employee@harbor.example";
const BOARD: &str = "harbor-project-board";

fn permissions(app: &str) -> String {
    format!("{APPS}/{app}/permissions")
}

fn revoke(app: &str, permission: &str) -> String {
    format!("{APPS}/{app}/permissions/{permission}/revoke")
}

fn revoke_all(app: &str) -> String {
    format!("{APPS}/{app}/permissions/revoke-all")
}

fn agreed(items: &[Value], by: &str) -> Vec<String> {
    let found = items.iter().filter(|it| it["agreedBy"] == by);
    found.map(|it| it["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn an_app_comes_with_all_that_is_known_and_whom_to_ask() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let answer = employee.get(&format!("{APPS}/harbor-travel-booking")).await;
    let listed = employee.get(APPS).await.item("harbor-travel-booking").unwrap().clone();
    for field in ["id", "displayName", "description", "texts", "icon", "organization"] {
        assert_eq!(answer.is(200).body[field], listed[field], "{field}");
    }
    assert!(answer.body["administeredBy"]["mail"].as_str().unwrap().ends_with("@harbor.example"));
    let guest = employee.get(&format!("{APPS}/polder-research-drive")).await;
    assert_eq!(guest.is(200).body["organization"]["id"], "polder-university");
    assert!(guest.body["administeredBy"]["mail"].as_str().unwrap().ends_with("polder.example"), "{}", guest.body);
    employee.post(&format!("{APPS}/harbor-travel-booking/hide"), json!({})).await.is(204);
    employee.get(&format!("{APPS}/harbor-travel-booking")).await.is(200);
}

#[tokio::test]
async fn permissions_are_plain_words_in_every_language_with_who_agreed_and_when() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let answer = employee.get(&permissions("harbor-travel-booking")).await;
    let items = answer.is(200).items();
    assert_eq!(agreed(items, "person"), ["mail-read", "calendar"], "by name: Read…, See…");
    assert_eq!(agreed(items, "organization"), ["profile", "sign-in"]);
    assert!(items[..2].iter().all(|it| it["agreedBy"] == "person"), "the person's own come first");
    assert_eq!(
        items[0],
        json!({
            "id": "mail-read", "displayName": "Read your mail", "agreedBy": "person", "agreedAt": "2025-09-03T00:00:00Z",
            "description": "See the messages in your mailbox. It cannot send or delete any.",
            "withoutIt": "Your messages no longer appear in the app, nor what it makes of them.",
            "texts": [{
                "language": "nl", "displayName": "Uw e-mail lezen",
                "description": "De berichten in uw postvak bekijken. De app kan niets verzenden of verwijderen.",
                "withoutIt": "Uw berichten verschijnen niet meer in de app, en ook niet wat de app ermee doet.",
            }],
        })
    );
    assert!(answer.body.get("nextCursor").is_none());
    let nothing = employee.get(&permissions("harbor-tide-tables")).await;
    assert!(nothing.is(200).items().is_empty());
    let mut admin = world.signed_in("admin@harbor.example").await;
    let others = admin.get(&permissions("harbor-travel-booking")).await;
    assert_eq!(agreed(others.items(), "person"), ["calendar"], "each person's own");
}

#[tokio::test]
async fn ones_own_is_revoked_and_nothing_else() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.post(&revoke("harbor-travel-booking", "mail-read"), json!({})).await.is(204);
    let left = employee.get(&permissions("harbor-travel-booking")).await;
    assert_eq!(agreed(left.items(), "person"), ["calendar"]);
    assert_eq!(agreed(left.items(), "organization"), ["profile", "sign-in"]);
    assert_eq!(agreed(employee.get(&permissions(BOARD)).await.items(), "person").len(), 3, "another app's stay");
    assert_eq!(world.count("account_consents WHERE account = 'admin'"), 1, "another person's stay");
    let row = "audit WHERE action = 'permission.revoke' AND actor = 'employee' AND result = 'done'";
    assert_eq!(world.count(&format!("{row} AND target = 'harbor-travel-booking mail-read'")), 1);
    employee.post(&revoke("harbor-travel-booking", "mail-read"), json!({})).await.refused(404, "not-found");
    assert_eq!(world.audited("permission.revoke"), 1);
}

#[tokio::test]
async fn all_of_ones_own_are_revoked_together() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    for time in 0..2 {
        employee.post(&revoke_all(BOARD), json!({})).await.is(204);
        let left = employee.get(&permissions(BOARD)).await;
        assert_eq!(agreed(left.items(), "person"), [""; 0]);
        assert_eq!(agreed(left.items(), "organization"), ["profile"], "an administrator's stays");
        assert_eq!(world.audited("permission.revoke"), 3, "{time}: each of them, once");
    }
    assert_eq!(world.count("account_consents WHERE account = 'employee'"), 3, "other apps' stay");
}

#[tokio::test]
async fn what_an_administrator_agreed_to_cannot_be_revoked() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut admin = world.signed_in("admin@harbor.example").await;
    let before = world.dump("organization_consents") + &world.dump("account_consents") + &world.dump("audit");
    for browser in [&mut employee, &mut admin] {
        let refused = browser.post(&revoke("harbor-travel-booking", "profile"), json!({})).await;
        refused.refused(403, "decided-by-organization");
    }
    employee.post(&revoke("harbor-travel-booking", "files"), json!({})).await.refused(404, "not-found");
    employee.post(&revoke("harbor-travel-booking", "nothing"), json!({})).await.refused(404, "not-found");
    assert_eq!(world.dump("organization_consents") + &world.dump("account_consents") + &world.dump("audit"), before);
    // Both agreed: to take back one's own would change nothing for the app.
    world
        .database()
        .execute("INSERT INTO organization_consents VALUES ('harbor-project-board', 'files', 1)", [])
        .unwrap();
    employee.post(&revoke(BOARD, "files"), json!({})).await.refused(403, "decided-by-organization");
    let listed = employee.get(&permissions(BOARD)).await;
    assert_eq!(agreed(listed.items(), "organization"), ["files", "profile"]);
}

#[tokio::test]
async fn a_repeat_with_the_same_key_has_one_effect() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let key = key();
    for _ in 0..2 {
        employee.act(&revoke(BOARD, "files"), &key).await.is(204);
    }
    assert_eq!(world.audited("permission.revoke"), 1);
    employee.act(&revoke(BOARD, "calendar"), &key).await.refused(422, "idempotency-key-reused");
    // Agreed to again, as the app asks for it: the old request does not take it back.
    world
        .database()
        .execute("INSERT INTO account_consents VALUES ('employee', 'harbor-project-board', 'files', 1)", [])
        .unwrap();
    employee.act(&revoke(BOARD, "files"), &key).await.is(204);
    assert!(agreed(employee.get(&permissions(BOARD)).await.items(), "person").contains(&"files".to_owned()));
}

#[tokio::test]
async fn an_app_that_is_not_theirs_does_not_exist() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let addresses = |app: &str| [format!("{APPS}/{app}"), permissions(app), format!("{APPS}/{app}/saved-accounts")];
    for app in ["windmill-client-proofs", "tulip-cold-chain-monitor", "nothing"] {
        for address in addresses(app) {
            employee.get(&address).await.refused(404, "not-found");
        }
        employee.post(&revoke(app, "files"), json!({})).await.refused(404, "not-found");
        employee.post(&revoke_all(app), json!({})).await.refused(404, "not-found");
    }
    let mut solo = world.signed_in("solo@windmill.example").await;
    solo.post(&revoke(BOARD, "files"), json!({})).await.refused(404, "not-found");
    employee.get(&permissions("polder-research-drive")).await.is(200);
    employee.leave("polder-university").await.is(204);
    for address in addresses("polder-research-drive") {
        employee.get(&address).await.refused(404, "not-found");
    }
    employee.post(&revoke("polder-research-drive", "files"), json!({})).await.refused(404, "not-found");
}

#[tokio::test]
async fn who_has_no_my_apps_can_do_nothing_there() {
    let world = World::new();
    let mut nobody = world.signed_in("noapps@harbor.example").await;
    let base = format!("{APPS}/harbor-mail");
    for address in [base.clone(), permissions("harbor-mail"), format!("{base}/saved-accounts")] {
        nobody.get(&address).await.refused(403, "access-denied");
    }
    nobody.post(&revoke("harbor-mail", "profile"), json!({})).await.refused(403, "access-denied");
    nobody.post(&revoke_all("harbor-mail"), json!({})).await.refused(403, "access-denied");
    let new = json!({ "label": "Own", "userName": "eva", "password": "x" });
    nobody.post(&format!("{base}/saved-accounts"), new).await.refused(403, "access-denied");
    nobody.delete(&format!("{base}/saved-accounts/x")).await.refused(403, "access-denied");
    world.browser().get(&permissions("harbor-mail")).await.refused(401, "session-expired");
}

#[tokio::test]
async fn consents_come_back_with_a_restored_guest_and_go_with_a_deleted_one() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let mut owner = world.signed_in("owner@polder.example").await;
    let deleted = "/api/v1/organizations/polder-university/deleted-users/guest-employee-polder";
    employee.leave("polder-university").await.is(204);
    owner.post(&format!("{deleted}/restore"), json!({})).await.is(204);
    assert_eq!(agreed(employee.get(&permissions("polder-research-drive")).await.items(), "person"), ["files"]);
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.leave("polder-university").await.is(204);
    owner.delete(deleted).await.is(204);
    assert_eq!(world.count("account_consents WHERE account = 'employee' AND app LIKE 'polder-%'"), 0);
    assert_eq!(world.count("account_consents WHERE account = 'employee'"), 5, "those of other organizations stay");
}

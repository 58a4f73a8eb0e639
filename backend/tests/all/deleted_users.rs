//! An administrator's *Deleted users*: features 1.3, `security.md` S4.

use crate::common::{DAY, World, key};
use my_account_server::jobs;
use serde_json::{Value, json};

const HARBOR: &str = "/api/v1/organizations/harbor-logistics/deleted-users";
const POLDER: &str = "/api/v1/organizations/polder-university/deleted-users";
const ADMIN: &str = "admin@harbor.example";
const OWNER: &str = "owner@polder.example";
const EMPLOYEE: &str = "employee@harbor.example";

fn names(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["displayName"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_one_with_the_fewest_days_left_comes_first() {
    let world = World::new();
    let mut admin = world.signed_in(ADMIN).await;
    let answer = admin.get(HARBOR).await;
    let rows: Vec<_> = answer
        .is(200)
        .items()
        .iter()
        .map(|user| (user["userId"].as_str().unwrap(), user["daysLeft"].as_i64().unwrap()))
        .collect();
    assert_eq!(
        rows,
        [("sofie@lambert.example", 2), ("liam.okafor@cranes.example", 14), ("n.dekker@quayside.example", 29)]
    );
    let liam = answer.item("guest-liam-harbor").unwrap();
    assert_eq!((&liam["groupCount"], &liam["appCount"]), (&json!(2), &json!(4)));
    assert_eq!(
        (&liam["deletedAt"], &liam["purgeAt"]),
        (&json!("2025-12-16T00:00:00Z"), &json!("2026-01-15T00:00:00Z"))
    );
    assert_eq!(names(admin.get(&format!("{HARBOR}?q=OKA")).await.items()), ["Liam Okafor"]);
    assert_eq!(names(admin.get(&format!("{HARBOR}?q=quayside")).await.items()), ["Noor Dekker"]);
    assert_eq!(admin.get(&format!("{HARBOR}?q=%25")).await.items().len(), 0);
    let first = admin.get(&format!("{HARBOR}?limit=2")).await;
    assert_eq!(names(first.items()), ["Sofie Lambert", "Liam Okafor"]);
    let next = first.body["nextCursor"].as_str().unwrap();
    let second = admin.get(&format!("{HARBOR}?limit=2&cursor={next}")).await;
    assert_eq!(names(second.items()), ["Noor Dekker"]);
    assert!(second.body.get("nextCursor").is_none());
}

#[tokio::test]
async fn only_administrators_of_that_organization_reach_it() {
    let world = World::new();
    let guest = format!("{HARBOR}/guest-liam-harbor");
    for (user, list, status, code) in [
        (EMPLOYEE, HARBOR, 403, "access-denied"),
        (EMPLOYEE, POLDER, 403, "access-denied"),
        ("noapps@harbor.example", POLDER, 404, "not-found"),
        (OWNER, HARBOR, 404, "not-found"),
        (ADMIN, POLDER, 404, "not-found"),
        (ADMIN, "/api/v1/organizations/nowhere/deleted-users", 404, "not-found"),
    ] {
        world.signed_in(user).await.get(list).await.refused(status, code);
    }
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.post(&format!("{guest}/restore"), json!({})).await.refused(403, "access-denied");
    employee.delete(&guest).await.refused(403, "access-denied");
    let mut owner = world.signed_in(OWNER).await;
    owner.post(&format!("{guest}/restore"), json!({})).await.refused(404, "not-found");
    owner.delete(&guest).await.refused(404, "not-found");
    // An administrator cannot reach another organization's users through their own.
    owner.post(&format!("{POLDER}/guest-liam-harbor/restore"), json!({})).await.refused(404, "not-found");
    owner.delete(&format!("{POLDER}/guest-liam-harbor")).await.refused(404, "not-found");
    world.browser().get(HARBOR).await.refused(401, "session-expired");
    world.browser().delete(&guest).await.refused(401, "session-expired");
    assert_eq!(world.count("guests WHERE deleted_at IS NOT NULL"), 3);
}

#[tokio::test]
async fn who_left_is_restored_with_groups_and_apps() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    let before = employee.organizations().await.item("polder-university").unwrap().clone();
    employee.leave("polder-university").await.is(204);
    let mut owner = world.signed_in(OWNER).await;
    let answer = owner.get(POLDER).await;
    let row = &answer.is(200).items()[0];
    assert_eq!((&row["displayName"], &row["daysLeft"]), (&json!("Eva de Graaf"), &json!(30)));
    assert_eq!((&row["groupCount"], &row["appCount"]), (&json!(2), &json!(5)));
    let id = row["id"].as_str().unwrap();
    let (restore, key) = (format!("{POLDER}/{id}/restore"), key());
    owner.act(&restore, &key).await.is(204);
    owner.act(&restore, &key).await.is(204);
    owner.post(&restore, json!({})).await.refused(404, "not-found");
    assert_eq!(world.audited("deleted-user.restore"), 1);
    assert_eq!(owner.get(POLDER).await.items().len(), 0);
    let mut again = world.signed_in(EMPLOYEE).await;
    assert_eq!(again.organizations().await.item("polder-university"), Some(&before));
    assert_eq!(again.get("/api/v1/me/apps").await.items().len(), 42);
    // The session from before has left: it signs in there again first.
    let old = employee.organizations().await;
    assert_eq!(old.item("polder-university").unwrap()["leaving"], "sign-in-first");
}

#[tokio::test]
async fn s4_deleting_for_good_needs_a_fresh_proof_and_cannot_be_undone() {
    let world = World::new();
    let mut admin = world.signed_in(ADMIN).await;
    let guest = format!("{HARBOR}/guest-liam-harbor");
    world.clock.advance(301);
    admin.delete(&guest).await.refused(401, "step-up-required");
    assert_eq!(world.count("guests WHERE id = 'guest-liam-harbor'"), 1);
    admin.prove(None).await.is(200);
    admin.delete(&guest).await.is(204);
    assert_eq!(world.count("guests WHERE id = 'guest-liam-harbor'"), 0);
    assert_eq!(world.count("guest_groups WHERE guest = 'guest-liam-harbor'"), 0);
    assert_eq!(world.audited("deleted-user.remove"), 1);
    admin.delete(&guest).await.refused(404, "not-found");
    admin.post(&format!("{guest}/restore"), json!({})).await.refused(404, "not-found");
    // Somebody who has not left cannot be deleted or restored.
    let mut owner = world.signed_in(OWNER).await;
    owner.delete(&format!("{POLDER}/guest-employee-polder")).await.refused(404, "not-found");
    owner.post(&format!("{POLDER}/guest-employee-polder/restore"), json!({})).await.refused(404, "not-found");
}

#[tokio::test]
async fn after_30_days_a_deleted_user_is_purged_and_not_a_second_earlier() {
    let world = World::new();
    let mut employee = world.signed_in(EMPLOYEE).await;
    world.database().execute("DELETE FROM guests WHERE organization = 'harbor-logistics'", []).unwrap();
    employee.leave("polder-university").await.is(204);
    world.clock.advance(29 * DAY + 23 * 3600);
    assert_eq!(jobs::round(&world.portal).await.unwrap(), 0);
    let mut owner = world.signed_in(OWNER).await;
    assert_eq!(owner.get(POLDER).await.items()[0]["daysLeft"], 1);
    world.clock.advance(3599);
    assert_eq!(jobs::round(&world.portal).await.unwrap(), 0);
    world.clock.advance(1);
    let mut owner = world.signed_in(OWNER).await;
    // Even before the job comes around it cannot be seen or restored any more.
    assert_eq!(owner.get(POLDER).await.items().len(), 0);
    owner.post(&format!("{POLDER}/guest-employee-polder/restore"), json!({})).await.refused(404, "not-found");
    assert_eq!(jobs::round(&world.portal).await.unwrap(), 1);
    assert_eq!(world.count("guests WHERE id = 'guest-employee-polder'"), 0);
    assert_eq!(
        world.count(
            "audit WHERE action = 'deleted-user.purge' AND actor = 'system' AND target = 'guest-employee-polder'"
        ),
        1
    );
    assert_eq!(jobs::round(&world.portal).await.unwrap(), 0);
}

/// Not the one that the demo directory begins with.
const OWN_SESSIONS: &str = "sessions WHERE created_at > 1767225600";

#[tokio::test]
async fn the_job_forgets_what_has_run_out_and_nothing_else() {
    let world = World::new();
    world.browser().sign_in(EMPLOYEE, "wrong").await.refused(401, "invalid-credentials");
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.leave("polder-university").await.is(204);
    world.clock.advance(899);
    jobs::round(&world.portal).await.unwrap();
    assert_eq!((world.count("sign_in_attempts"), world.count(OWN_SESSIONS), world.count("idempotency")), (1, 1, 1));
    world.clock.advance(901);
    jobs::round(&world.portal).await.unwrap();
    assert_eq!((world.count("sign_in_attempts"), world.count("sessions"), world.count("idempotency")), (0, 0, 1));
    world.clock.advance(DAY - 1800);
    jobs::round(&world.portal).await.unwrap();
    assert_eq!(world.count("idempotency"), 0);
}

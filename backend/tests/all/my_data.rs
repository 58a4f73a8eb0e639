//! The person's own data: features 1.9, `security.md` S4, S5, S9.

use std::{
    io::{Cursor, Read},
    time::Duration,
};

use crate::common::{Answer, Browser, DAY, World, key};
use axum::http::Method;
use my_account_server::{
    exports, jobs,
    secret::fingerprint,
    store::{
        directory::{self, Account, DirectoryError},
        my_data,
        personal::{IMPERSONAL, PERSONAL},
    },
};
use rusqlite::types::Value as Stored;
use serde_json::{Value, json};
use zip::ZipArchive;

const EXPORTS: &str = "/api/v1/me/data-exports";
const CLOSE: &str = "/api/v1/me/close-account";
const SOLO: &str = "solo@windmill.example";
const EMPLOYEE: &str = "employee@harbor.example";

fn content(id: &str) -> String {
    format!("{EXPORTS}/{id}/content")
}

/// Asks for an export and waits until it is ready; gives back its row.
async fn exported(browser: &mut Browser) -> Value {
    let before = browser.get(EXPORTS).await;
    browser.post(EXPORTS, json!({})).await.is(202);
    for _ in 0..200 {
        let answer = browser.get(EXPORTS).await;
        // The clock stands still, so that the newest is not the first by its time.
        let new = |row: &&Value| before.item(row["id"].as_str().unwrap()).is_none();
        let row = answer.is(200).items().iter().find(new).unwrap().clone();
        match row["state"].as_str().unwrap() {
            "queued" | "preparing" => tokio::time::sleep(Duration::from_millis(20)).await,
            _ => return row,
        }
    }
    panic!("the export is not prepared");
}

fn files(answer: &Answer) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(&answer.bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), String::from_utf8_lossy(&bytes).into_owned())
        })
        .collect()
}

fn document(files: &[(String, String)], name: &str) -> Value {
    let (_, text) = files.iter().find(|it| it.0 == format!("{name}.json")).unwrap();
    serde_json::from_str(text).unwrap()
}

fn column(connection: &rusqlite::Connection, query: &str) -> Vec<String> {
    connection.prepare(query).unwrap().query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

fn tables(connection: &rusqlite::Connection) -> Vec<String> {
    column(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
}

#[tokio::test]
async fn the_list_of_personal_data_knows_every_table_and_column_of_the_database() {
    let world = World::new();
    let database = world.database();
    let mut listed: Vec<_> =
        PERSONAL.iter().map(|it| it.name).chain(IMPERSONAL.iter().map(|it| it.0)).map(str::to_owned).collect();
    listed.sort_unstable();
    assert_eq!(listed, tables(&database), "a new table belongs into store/personal.rs: about a person, or not?");
    for table in &PERSONAL {
        let columns = column(&database, &format!("SELECT name FROM pragma_table_info('{}') ORDER BY name", table.name));
        let mut known: Vec<_> =
            table.columns.iter().map(|it| it.name()).chain(table.withheld.iter().copied()).collect();
        // Names of what an id stands for are no columns.
        known.retain(|it| !it.ends_with("_name") || columns.iter().any(|column| column == it));
        known.sort_unstable();
        assert_eq!(known, columns, "{}: told or withheld?", table.name);
        for secret in known.iter().filter(|it| it.contains("hash") || it.contains("secret") || it.ends_with("_key")) {
            assert!(table.withheld.contains(secret), "{}.{secret} must not be told", table.name);
        }
    }
    // What refers to an account is about a person.
    for (table, _) in IMPERSONAL {
        let refers = format!(
            "pragma_foreign_key_list('{table}') WHERE \"table\" IN ('accounts', 'guests', 'sessions', 'devices')"
        );
        assert_eq!(world.count(&refers), 0, "{table}");
    }
}

#[tokio::test]
async fn an_export_is_prepared_and_holds_everything_but_secrets() {
    let world = World::new();
    world.browser().sign_in("secure@harbor.example", "wrong").await.refused(401, "invalid-credentials");
    let mut browser = world.signed_in(EMPLOYEE).await;
    world.browser().sign_in(EMPLOYEE, "wrong").await.refused(401, "invalid-credentials");
    world.database().execute("INSERT INTO photos VALUES ('employee', CAST('the photo' AS BLOB), 'v', 1)", []).unwrap();
    let row = exported(&mut browser).await;
    assert_eq!((&row["state"], &row["percent"]), (&json!("ready"), &json!(100)));
    assert_eq!(row["expiresAt"], "2026-01-08T00:01:00Z");
    let answer = browser.get(&content(row["id"].as_str().unwrap())).await;
    assert_eq!(answer.is(200).header("content-type"), "application/zip");
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"my-data-2026-01-01.zip\"");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(row["size"], answer.bytes.len());
    let files = files(&answer);
    let mut names: Vec<_> = files.iter().map(|it| it.0.clone()).collect();
    names.sort_unstable();
    let mut expected: Vec<_> = PERSONAL.iter().map(|it| format!("{}.json", it.name)).collect();
    expected.extend(["index.html", "photo.jpg"].map(str::to_owned));
    expected.sort_unstable();
    assert_eq!(names, expected);
    assert_eq!(files.iter().find(|it| it.0 == "photo.jpg").unwrap().1, "the photo");
    let account = &document(&files, "accounts")[0];
    assert_eq!((&account["userId"], &account["displayName"]), (&json!(EMPLOYEE), &json!("Eva de Graaf")));
    assert_eq!((&account["organizationName"], &account["disabled"]), (&json!("Harbor Logistics"), &json!(false)));
    let count = |name| document(&files, name).as_array().unwrap().len();
    assert_eq!((count("guests"), count("account_groups"), count("account_apps")), (4, 5, 34));
    assert_eq!((count("devices"), count("bit_locker_keys")), (3, 2));
    assert_eq!((count("guest_groups"), count("account_services"), count("terms_answers")), (3, 3, 2));
    assert_eq!((count("sign_in_attempts"), count("sessions"), count("data_exports")), (1, 2, 1));
    assert_eq!(count("sign_ins"), 62);
    let sign_ins = document(&files, "sign_ins");
    let unusual = sign_ins.as_array().unwrap().iter().find(|it| it["unusual"] == true).unwrap();
    assert_eq!(unusual["circumstancesName"], "São Paulo, BR, Linux, Firefox 144, My Account, 203.0.113.77");
    assert_eq!(document(&files, "guest_groups")[0]["groupName"], "Clients");
    assert!(document(&files, "audit").as_array().unwrap().iter().any(|it| it["action"] == "data-export.request"));
    let page = &files.iter().find(|it| it.0 == "index.html").unwrap().1;
    assert!(page.contains("Eva de Graaf") && page.contains("Uw account") && page.contains("Your account"));
    assert!(!page.contains("<script"));
    let all = files.iter().map(|it| it.1.as_str()).collect::<String>();
    for secret in [
        "argon2",
        "passwordHash",
        "totp",
        "tokenHash",
        "password_hash",
        "token_hash",
        "130185-482658",
        browser.cookie.as_deref().unwrap(),
    ] {
        assert!(!all.contains(secret), "{secret}");
    }
    for stranger in ["secure@harbor.example", "Vera Nowak"] {
        assert!(!all.contains(stranger), "{stranger}");
    }
    assert_eq!((world.audited("data-export.request"), world.audited("data-export.download")), (1, 1));
}

#[tokio::test]
async fn s4_an_export_needs_a_fresh_proof() {
    let world = World::new();
    let mut browser = world.signed_in(EMPLOYEE).await;
    world.clock.advance(301);
    let answer = browser.post(EXPORTS, json!({})).await;
    answer.refused(401, "step-up-required");
    assert!(answer.header("www-authenticate").contains("max_age=\"300\""));
    assert_eq!(world.count("data_exports"), 0);
    browser.prove(None).await.is(200);
    browser.post(EXPORTS, json!({})).await.is(202);
    world.browser().post(EXPORTS, json!({})).await.refused(401, "session-expired");
    world.browser().get(EXPORTS).await.refused(401, "session-expired");
}

#[tokio::test]
async fn r2_asking_twice_with_one_key_makes_one_export() {
    let world = World::new();
    let mut browser = world.signed_in(SOLO).await;
    let key = key();
    browser.act(EXPORTS, &key).await.is(202);
    browser.act(EXPORTS, &key).await.is(202);
    assert_eq!((world.count("data_exports"), world.audited("data-export.request")), (1, 1));
}

#[tokio::test]
async fn one_export_at_a_time_and_five_a_day() {
    let world = World::new();
    let mut browser = world.signed_in(SOLO).await;
    let waiting = "INSERT INTO data_exports (id, account, state, created_at) VALUES ('other', 'solo', 'preparing', 1)";
    world.database().execute(waiting, []).unwrap();
    browser.post(EXPORTS, json!({})).await.refused(409, "export-in-progress");
    world.database().execute("DELETE FROM data_exports", []).unwrap();
    for _ in 0..5 {
        exported(&mut browser).await;
    }
    let answer = browser.post(EXPORTS, json!({})).await;
    assert_eq!(answer.refused(429, "too-many-attempts").header("retry-after"), "86400");
    let first = browser.get(&format!("{EXPORTS}?limit=2")).await;
    let next = first.body["nextCursor"].as_str().unwrap();
    assert_eq!(browser.get(&format!("{EXPORTS}?limit=4&cursor={next}")).await.items().len(), 3);
    world.clock.advance(DAY);
    let mut browser = world.signed_in(SOLO).await;
    exported(&mut browser).await;
}

#[tokio::test]
async fn an_export_is_for_its_owner_only() {
    let world = World::new();
    let mut owner = world.signed_in(SOLO).await;
    let row = exported(&mut owner).await;
    let path = content(row["id"].as_str().unwrap());
    let mut other = world.signed_in("admin@harbor.example").await;
    other.get(&path).await.refused(404, "not-found");
    assert_eq!(other.get(EXPORTS).await.items().len(), 0);
    world.browser().get(&path).await.refused(401, "session-expired");
    owner.get(&content("nothing")).await.refused(404, "not-found");
    owner.get(&content("..%2Fportal")).await.refused(404, "not-found");
    owner.get(&path).await.is(200);
    let waiting =
        "INSERT INTO data_exports (id, account, state, created_at) VALUES ('waiting', 'solo', 'preparing', 1)";
    world.database().execute(waiting, []).unwrap();
    owner.get(&content("waiting")).await.refused(409, "export-not-ready");
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_on_the_machine_can_read_an_export() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new();
    let row = exported(&mut world.signed_in(SOLO).await).await;
    let file = exports::file(&world.portal, row["id"].as_str().unwrap());
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&file), mode(file.parent().unwrap())), (0o600, 0o700));
}

#[tokio::test]
async fn after_7_days_an_export_is_gone_and_the_job_removes_its_file() {
    let world = World::new();
    let row = exported(&mut world.signed_in(SOLO).await).await;
    let id = row["id"].as_str().unwrap();
    let file = exports::file(&world.portal, id);
    world.clock.advance(7 * DAY - 1);
    jobs::round(&world.portal).await.unwrap();
    let mut browser = world.signed_in(SOLO).await;
    browser.get(&content(id)).await.is(200);
    world.clock.advance(1);
    // Even before the job comes around.
    browser.get(&content(id)).await.refused(410, "gone");
    assert_eq!(browser.get(EXPORTS).await.items()[0]["state"], "expired");
    assert!(file.exists());
    jobs::round(&world.portal).await.unwrap();
    assert!(!file.exists());
    assert_eq!(world.count("data_exports"), 1);
    world.clock.advance(30 * DAY);
    jobs::round(&world.portal).await.unwrap();
    assert_eq!(world.count("data_exports"), 0);
}

#[tokio::test]
async fn an_interrupted_export_is_taken_up_again_after_a_restart() {
    let world = World::new();
    let interrupted = "INSERT INTO data_exports (id, account, state, percent, created_at) VALUES ('mine', 'solo', 'preparing', 40, 1)";
    world.database().execute(interrupted, []).unwrap();
    // A round alone leaves it to whoever works on it.
    jobs::round(&world.portal).await.unwrap();
    let mut browser = world.signed_in(SOLO).await;
    assert_eq!(browser.get(EXPORTS).await.items()[0]["percent"], 40);
    exports::resume(&world.portal).await.unwrap();
    assert_eq!(browser.get(EXPORTS).await.items()[0]["state"], "queued");
    jobs::round(&world.portal).await.unwrap();
    browser.get(&content("mine")).await.is(200);
}

#[tokio::test]
async fn an_export_that_cannot_be_written_fails_and_another_can_be_asked_for() {
    let world = World::new();
    let mut browser = world.signed_in(SOLO).await;
    let folder = world.folder.path().join("portal.db-exports");
    std::fs::write(&folder, "in the way").unwrap();
    let row = exported(&mut browser).await;
    assert_eq!(row["state"], "failed");
    browser.get(&content(row["id"].as_str().unwrap())).await.refused(409, "export-not-ready");
    std::fs::remove_file(&folder).unwrap();
    assert_eq!(exported(&mut browser).await["state"], "ready");
}

#[tokio::test]
async fn the_percent_only_grows() {
    let world = World::new();
    world
        .database()
        .execute_batch(
            "CREATE TABLE seen (percent INTEGER);
             CREATE TRIGGER see AFTER UPDATE OF percent ON data_exports BEGIN INSERT INTO seen VALUES (NEW.percent); END",
        )
        .unwrap();
    exported(&mut world.signed_in(SOLO).await).await;
    let seen = world
        .database()
        .prepare("SELECT percent FROM seen")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<Vec<u32>, _>>()
        .unwrap();
    assert!(seen.len() > PERSONAL.len() && seen.is_sorted() && seen.last() == Some(&100), "{seen:?}");
}

/// Closes an account as the page does; the proof is for this operation.
async fn close(browser: &mut Browser, user_id: &str) -> Answer {
    browser.post(CLOSE, json!({ "userId": user_id })).await
}

#[tokio::test]
async fn who_alone_owns_a_group_names_another_owner_before_closing() {
    let world = World::new();
    let sql = r#"DELETE FROM group_owners WHERE "group" = 'harbor-sailing';
        INSERT INTO group_owners (account, "group") VALUES ('solo', 'harbor-sailing')"#;
    world.database().execute_batch(sql).unwrap();
    let mut browser = world.signed_in(SOLO).await;
    browser.prove(Some("close-account")).await.is(200);
    // Another owner who cannot sign in is none.
    for (other, state) in [(None, "last-owner"), (Some("suspended"), "last-owner"), (Some("employee"), "possible")] {
        if let Some(other) = other {
            let sql = r#"INSERT INTO group_owners (account, "group") VALUES (?1, 'harbor-sailing')"#;
            world.database().execute(sql, [other]).unwrap();
        }
        assert_eq!(browser.get(CLOSE).await.is(200).body["state"], state, "{other:?}");
        if state == "last-owner" {
            close(&mut browser, SOLO).await.refused(403, "closing-forbidden");
        }
    }
    close(&mut browser, SOLO).await.is(204);
}

#[tokio::test]
async fn only_accounts_of_unmanaged_organizations_can_be_closed() {
    let world = World::new();
    for (user, state, contact) in [
        (EMPLOYEE, "managed-organization", json!("it-admin@harbor.example")),
        ("owner@polder.example", "managed-organization", json!("identity@polder.example")),
        ("visitor@mail.example", "no-home-organization", Value::Null),
    ] {
        let mut browser = world.signed_in(user).await;
        let answer = browser.get(CLOSE).await;
        assert_eq!((&answer.is(200).body["state"], &answer.body["contact"]["mail"]), (&json!(state), &contact));
        browser.prove(Some("close-account")).await.is(200);
        close(&mut browser, user).await.refused(403, "closing-forbidden");
    }
    assert_eq!(world.signed_in(SOLO).await.get(CLOSE).await.body["state"], "possible");
    let count = world.count("accounts WHERE id NOT LIKE 'crew-%'");
    assert_eq!((count, world.count("reserved_user_ids")), (13, 0));
}

#[tokio::test]
async fn s4_closing_needs_a_proof_for_this_very_operation_used_once() {
    let world = World::new();
    let mut browser = world.signed_in(SOLO).await;
    let refused = close(&mut browser, SOLO).await;
    assert_eq!(refused.refused(401, "step-up-required").body["purpose"], "close-account");
    browser.prove(None).await.is(200);
    close(&mut browser, SOLO).await.refused(401, "step-up-required");
    browser.prove(Some("organization-sign-in:windmill-studio")).await.is(200);
    close(&mut browser, SOLO).await.refused(401, "step-up-required");
    browser.prove(Some("close-account")).await.is(200);
    world.clock.advance(301);
    close(&mut browser, SOLO).await.refused(401, "step-up-required");
    browser.prove(Some("close-account")).await.is(200);
    // Another session's proof does not count.
    close(&mut world.signed_in(SOLO).await, SOLO).await.refused(401, "step-up-required");
    assert_eq!(world.count("accounts WHERE id = 'solo'"), 1);
    close(&mut browser, SOLO).await.is(204);
    assert_eq!(world.count("accounts WHERE id = 'solo'"), 0);
}

#[tokio::test]
async fn the_typed_user_id_has_to_be_ones_own() {
    let world = World::new();
    let mut browser = world.signed_in(SOLO).await;
    browser.prove(Some("close-account")).await.is(200);
    for (typed, code) in [("", "required"), ("  ", "required"), (EMPLOYEE, "malformed"), ("solo", "malformed")] {
        let errors = json!([{ "pointer": "/userId", "code": code }]);
        assert_eq!(close(&mut browser, typed).await.refused(422, "invalid-fields").body["errors"], errors);
    }
    browser.post(CLOSE, json!({})).await.refused(400, "malformed-request");
    let mut request = Browser::request(Method::POST, CLOSE, Some(json!({ "userId": SOLO })));
    request.headers_mut().remove("idempotency-key");
    browser.send(request).await.refused(400, "idempotency-key-missing");
    // None of it used the proof up.
    close(&mut browser, " Solo@Windmill.example ").await.is(204);
}

/// Rows about somebody in every table that has any.
const EVERYWHERE: &str = "
    INSERT INTO administrators VALUES ('windmill-studio', 'solo');
    INSERT INTO guests VALUES ('guest-solo', 'solo', 'polder-university', 0, 1, NULL);
    INSERT INTO account_groups VALUES ('solo', 'harbor-quay-4');
    INSERT INTO group_owners VALUES ('solo', 'harbor-quay-4');
    INSERT INTO guest_groups VALUES ('guest-solo', 'polder-simulation');
    INSERT INTO group_invitations (account, [group], inviter, message, created_at, due_at)
        VALUES ('solo', 'harbor-quay-4', 'owner', 'Welcome.', 1, 9999999999);
    INSERT INTO access_reviewers VALUES ('solo', 'review-crane-access', 1);
    INSERT INTO access_review_items (review, number, account, search, recommendation)
        VALUES ('review-crane-access', 999, 'solo', 'sol molenaar solo@windmill.example', 'approve');
    INSERT INTO access_review_decisions (review, number, stage, decision, reviewer, decided_at, revision, overruled, request_key)
        VALUES ('review-crane-access', 999, 1, 'approve', 'solo', 1, 1, 0, 'solo-decided');
    INSERT INTO join_requests (id, account, [group], justification, requested_at)
        VALUES ('solo-join', 'solo', 'harbor-quay-4', 'To help.', 1);
    INSERT INTO join_requests (id, account, [group], justification, state, requested_at, decided_at, decided_by)
        VALUES ('owner-join', 'owner', 'polder-simulation', 'To look.', 'approved', 1, 1, 'solo');
    INSERT INTO audit (at, actor, action, target, result) VALUES (1, 'owner', 'join-request.deny', 'solo-join', 'done');
    INSERT INTO audit (at, actor, action, target, result)
        VALUES (1, 'owner', 'group-member.add', 'harbor-quay-4/solo', 'done');
    INSERT INTO outbox (at, carrier, recipient, language, subject, body) VALUES (1, 'mail', 'solo@windmill.example', 'nl', 's', 'b');
    INSERT INTO guest_apps VALUES ('guest-solo', 'polder-library');
    INSERT INTO app_choices VALUES ('solo', 'windmill-client-proofs', 1, 1);
    INSERT INTO account_consents VALUES ('solo', 'windmill-client-proofs', 'files', 1);
    INSERT INTO saved_accounts VALUES ('solo-saved', 'solo', 'windmill-client-proofs', 'Own', 'own', 'sol', x'00', 1, 1);
    INSERT INTO app_approvers VALUES ('solo', 'windmill-client-proofs');
    INSERT INTO app_requests (id, account, app, justification, requested_at)
        VALUES ('solo-request', 'solo', 'windmill-client-proofs', 'To draw.', 1);
    INSERT INTO app_requests (id, account, app, justification, state, requested_at, decided_at, decided_by)
        VALUES ('owner-request', 'owner', 'windmill-client-proofs', 'To look.', 'approved', 1, 1, 'solo');
    INSERT INTO audit (at, actor, action, target, result) VALUES (1, 'owner', 'app-request.deny', 'solo-request', 'done');
    INSERT INTO collections (id, account, display_name, name_key, created_at) VALUES ('solo-own', 'solo', 'Mine', 'mine', 1);
    INSERT INTO collection_apps VALUES ('solo-own', 'windmill-client-proofs', 0);
    INSERT INTO account_collections VALUES ('solo', 'harbor-quay');
    INSERT INTO collection_choices VALUES ('solo', 'all', 1, 0);
    INSERT INTO devices VALUES ('solo-laptop', 'solo', 'WS-1', 'computer', 'Windows', NULL, 0, NULL, 0, 1, NULL);
    INSERT INTO bit_locker_keys VALUES ('solo-key', 'solo-laptop', 'fixed-data', '000', 1);
    INSERT INTO methods (id, account, kind, for_sign_in, by_organization, target, added_at)
        VALUES ('solo-mail', 'solo', 'email', 0, 0, 'sol@home.example', 1);
    INSERT INTO identity_links VALUES ('solo', 'https://id.example', 'solo-there', 1);
    INSERT INTO identity_sessions (session, provider, issuer, subject, sid, id_token)
        SELECT id, 'windmill.example', 'https://id.example', 'solo-there', 'solo-sid', x'00'
        FROM sessions WHERE account = 'solo' AND address <> '198.51.100.77';
    INSERT INTO identity_transactions (cookie_hash, provider, session, account, proof, network, created_at)
        SELECT x'01', 'windmill.example', id, account, 1, '198.51.100.77', 9999999999 FROM sessions WHERE account = 'solo' LIMIT 1;
    INSERT INTO security_answers VALUES ('solo-mail', 'school', 'x');
    INSERT INTO challenges (id, session, purpose, kind, target, created_at, expires_at)
        SELECT 'challenge-' || id, id, 'enrolment', 'alternate-phone', '+31600000002', 1, 9999999999
        FROM sessions WHERE account = 'solo';
    INSERT INTO password_resets (id, token_hash, account_key, account, network, created_at)
        VALUES ('solo-reset', x'01', x'02', 'solo', '192.0.2.1', 1);
    INSERT INTO password_reset_proofs VALUES ('solo-reset', 'email', 'k', 1);
    INSERT INTO sent_codes (at, account, factor) VALUES (1, 'solo', 'email');
    INSERT INTO trusted_devices VALUES ('solo-trust', x'03', 'solo', 1, '198.51.100.77', 'Windows', 'Edge');
    INSERT INTO outbox (at, carrier, recipient, language, subject, body) VALUES (1, 'text', 'sol@home.example', 'nl', 's', 'b');
    INSERT INTO outbox (at, carrier, recipient, language, subject, body) VALUES (1, 'text', '+31600000002', 'nl', 's', 'b');
    INSERT INTO audit (at, actor, action, target, result) VALUES (1, 'owner', 'method.remove', 'solo-mail', 'done');
    INSERT INTO photos VALUES ('solo', x'FFD8', 'v', 1);
    INSERT INTO account_services VALUES ('solo', 'polder-survey', 1);
    INSERT INTO terms_answers VALUES ('solo', 'polder-network', '2026-01', 1, 'en', 1);
    INSERT INTO session_organizations SELECT id, 'polder-university' FROM sessions WHERE account = 'solo';
    INSERT INTO proofs SELECT id, 'organization-sign-in:x', 1 FROM sessions WHERE account = 'solo';
    INSERT INTO idempotency VALUES ('solo', 'k', 'POST /x', x'00', 1);
    INSERT INTO audit (at, actor, action, target, result) VALUES (1, 'owner', 'deleted-user.restore', 'guest-solo', 'done');
    INSERT INTO audit (at, actor, action, target, result) VALUES (1, 'owner', 'device.enable', 'solo-laptop', 'done');
    INSERT INTO audit (at, actor, action, target, result) VALUES (1, 'solo', 'deleted-user.restore', 'guest-visitor-polder', 'done');";

#[tokio::test]
async fn closing_deletes_every_row_about_the_person_and_ends_every_session() {
    let world = World::new();
    let mut browser = world.browser();
    browser.address = "198.51.100.77:1".parse().unwrap();
    browser.sign_in(SOLO, "wrong").await.refused(401, "invalid-credentials");
    browser.sign_in(SOLO, my_account_server::demo::PASSWORD).await.is(200);
    let mut elsewhere = world.signed_in(SOLO).await;
    let file = exports::file(&world.portal, exported(&mut browser).await["id"].as_str().unwrap());
    world.database().execute_batch(EVERYWHERE).unwrap();
    let key = fingerprint(SOLO);
    for table in &PERSONAL {
        let query = format!(
            "SELECT count(*) FROM \"{}\" WHERE {} AND ?1 IS NOT NULL AND ?2 IS NOT NULL",
            table.name, table.rows
        );
        let rows: i64 = world.database().query_row(&query, rusqlite::params!["solo", key], |row| row.get(0)).unwrap();
        assert!(rows > 0, "this test needs a row in {}", table.name);
    }
    let marks = {
        let database = world.database();
        let mut marks =
            column(&database, "SELECT id FROM sessions WHERE account = 'solo' UNION ALL SELECT id FROM data_exports");
        marks.extend(
            [
                "solo",
                SOLO,
                "guest-solo",
                "solo-laptop",
                "WS-1",
                "solo-key",
                "solo-trust",
                "solo-mail",
                "solo-request",
                "solo-join",
                "harbor-quay-4/solo",
                "sol@home.example",
                "+31600000002",
                "Sol Molenaar",
                "Illustrator",
                "Zaandam",
                "198.51.100.77",
            ]
            .map(str::to_owned),
        );
        marks
    };
    let others = world.count("accounts");
    browser.prove(Some("close-account")).await.is(200);
    let answer = close(&mut browser, SOLO).await;
    assert_eq!(answer.is(204).header("clear-site-data"), r#""cache","cookies","storage""#);
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(answer.header("session-expires-in"), "");

    // Every value of every table.
    let database = world.database();
    for table in tables(&database) {
        let mut query = database.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for index in 0..columns {
                match row.get::<_, Stored>(index).unwrap() {
                    Stored::Text(text) => assert!(!marks.contains(&text), "{table}: {text}"),
                    Stored::Blob(bytes) => assert!(table == "reserved_user_ids" || bytes != key, "{table}"),
                    _ => {}
                }
            }
        }
    }
    assert_eq!(world.count("accounts"), others - 1);
    assert!(!file.exists());
    elsewhere.get("/api/v1/me").await.refused(401, "session-expired");
    browser.get("/api/v1/me").await.refused(401, "session-expired");
    assert_eq!(browser.get("/api/v1/session").await.body["state"], "signed-out");
    // What was done stays, without who did it; what others did stays theirs.
    let closed = "audit WHERE action = 'account.close' AND actor IS NULL AND session IS NULL AND address IS NULL";
    assert_eq!(world.count(&format!("{closed} AND target = 'windmill-studio' AND result = 'done'")), 1);
    assert_eq!(world.count("audit WHERE action = 'session.sign-in' AND actor IS NULL"), 3);
    assert_eq!(world.count("audit WHERE actor = 'owner' AND target IS NULL"), 6);
    assert_eq!(world.count("app_requests WHERE id = 'owner-request' AND decided_by IS NULL"), 1);
    assert_eq!(world.count("join_requests WHERE id = 'owner-join' AND decided_by IS NULL"), 1);
    assert_eq!(world.count("audit WHERE actor IS NULL AND target = 'guest-visitor-polder'"), 1);
    world.browser().sign_in(SOLO, my_account_server::demo::PASSWORD).await.refused(401, "invalid-credentials");
}

#[tokio::test]
async fn s9_only_who_does_not_exist_any_more_can_be_forgotten_by_the_audit() {
    let world = World::new();
    let mut solo = world.signed_in(SOLO).await;
    world.signed_in(EMPLOYEE).await;
    solo.prove(Some("close-account")).await.is(200);
    close(&mut solo, SOLO).await.is(204);
    let database = world.database();
    for change in [
        "SET actor = NULL, session = NULL, address = NULL, request_id = NULL WHERE actor = 'employee'",
        "SET actor = NULL WHERE actor = 'employee'",
        "SET address = NULL WHERE actor = 'employee'",
        "SET target = NULL WHERE target = 'employee'",
        "SET actor = 'employee' WHERE actor IS NULL",
        "SET at = at + 1 WHERE actor IS NULL",
        "SET action = 'x' WHERE actor IS NULL",
        "SET result = 'refused' WHERE actor IS NULL",
        "SET request_id = NULL WHERE action = 'account.close'",
        "SET target = NULL WHERE action = 'account.close'",
        "SET target = 'x' WHERE target IS NULL",
    ] {
        assert!(database.execute(&format!("UPDATE audit {change}"), []).is_err(), "{change}");
    }
    assert!(database.execute("DELETE FROM audit", []).is_err());
}

#[tokio::test]
async fn a_closing_whose_audit_row_cannot_be_written_does_not_happen() {
    let world = World::new();
    let mut solo = world.signed_in(SOLO).await;
    let row = exported(&mut solo).await;
    solo.prove(Some("close-account")).await.is(200);
    let database = world.database();
    database
        .execute_batch(
            "CREATE TRIGGER no_more BEFORE INSERT ON audit WHEN NEW.action = 'account.close'
             BEGIN SELECT raise(ABORT, 'disk full'); END",
        )
        .unwrap();
    close(&mut solo, SOLO).await.refused(500, "internal");
    solo.get(&content(row["id"].as_str().unwrap())).await.is(200);
    assert_eq!((world.count("accounts WHERE id = 'solo'"), world.count("reserved_user_ids")), (1, 0));
    database.execute_batch("DROP TRIGGER no_more").unwrap();
    close(&mut solo, SOLO).await.is(204);
    // The answer got lost: the repeat finds nobody.
    close(&mut solo, SOLO).await.refused(401, "session-expired");
}

#[tokio::test]
async fn the_user_id_of_a_closed_account_is_reserved_for_30_days() {
    let world = World::new();
    let mut solo = world.signed_in(SOLO).await;
    solo.prove(Some("close-account")).await.is(200);
    close(&mut solo, SOLO).await.is(204);
    let again = Account {
        id: "somebody-else",
        user_id: SOLO,
        name: "Somebody Else",
        job: None,
        home: Some("windmill-studio"),
        disabled: false,
        has_my_apps: true,
        administers: None,
    };
    let add = || {
        let now = world.clock.now();
        world.portal.store.write(move |transaction| directory::add_account(transaction, now, &again, None))
    };
    assert!(matches!(add().await, Err(DirectoryError::Reserved)));
    world.clock.advance(30 * DAY - 1);
    jobs::round(&world.portal).await.unwrap();
    assert!(matches!(add().await, Err(DirectoryError::Reserved)));
    assert_eq!(world.count("reserved_user_ids"), 1);
    world.clock.advance(1);
    jobs::round(&world.portal).await.unwrap();
    assert_eq!(world.count("reserved_user_ids"), 0);
    add().await.unwrap();
}

#[tokio::test]
async fn an_export_of_an_account_that_is_closed_meanwhile_leaves_no_file() {
    let world = World::new();
    let mut solo = world.signed_in(SOLO).await;
    let row = exported(&mut solo).await;
    let file = exports::file(&world.portal, row["id"].as_str().unwrap());
    let copy = std::fs::read(&file).unwrap();
    solo.prove(Some("close-account")).await.is(200);
    close(&mut solo, SOLO).await.is(204);
    // As if it had been written after the account had gone.
    std::fs::write(&file, copy).unwrap();
    jobs::round(&world.portal).await.unwrap();
    assert!(!file.exists());
    let gone = world.portal.store.write(|transaction| my_data::ready(transaction, 1, "nothing", 1)).await.unwrap();
    assert!(!gone);
}

//! What operates the server, as processes: `admin`, `backup`, `restore`, a database that may not be written.

#![cfg(unix)]

use std::{fs, os::unix::fs::PermissionsExt, path::Path, process::Command};

use crate::common::process::{PROGRAM, Running, body, command, done, not_done, refused};
use rusqlite::Connection;
use serde_json::json;

const PASSWORD: &str = "blauwe fietspaden";
const HARBOR: [&str; 6] = ["admin", "create-organization", "--name", "Harbor Logistics", "--domain", "harbor.example"];
const EVA: [&str; 6] = ["admin", "create-user", "--user-id", "Eva@harbor.example", "--name", "Eva de Graaf"];
const EVAS_PASSWORD: [&str; 4] = ["admin", "set-password", "--user-id", "eva@harbor.example"];

fn database(folder: &Path) -> Connection {
    Connection::open(folder.join("data/portal.db")).unwrap()
}

fn column(folder: &Path, query: &str) -> Vec<String> {
    let database = database(folder);
    let mut query = database.prepare(query).unwrap();
    query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn mode(file: &Path) -> u32 {
    fs::metadata(file).unwrap().permissions().mode() & 0o777
}

#[test]
fn s9_the_first_person_comes_from_the_command_line_and_can_administer() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    let said = done(place, &HARBOR, "");
    assert_eq!(said, "The organization Harbor Logistics with the domain harbor.example was created.\n");
    assert_eq!(mode(&place.join("data/portal.db")), 0o600);
    // While a server runs.
    let server = Running::start(&mut command(place));
    let said = done(place, &[&EVA[..], &["--administrator"]].concat(), &format!("{PASSWORD}\n"));
    assert_eq!(said, "Eva de Graaf (eva@harbor.example) was added to Harbor Logistics as an administrator.\n");
    let cookie = server.sign_in_as("eva@harbor.example", PASSWORD);
    let user = body(&server.answer("GET", "/api/v1/session", &cookie, ""))["user"].clone();
    assert_eq!(user["displayName"], "Eva de Graaf");
    assert_eq!(user["administers"][0]["displayName"], "Harbor Logistics");
    let organization = user["administers"][0]["id"].as_str().unwrap();
    let deleted = server.answer("GET", &format!("/api/v1/organizations/{organization}/deleted-users"), &cookie, "");
    assert!(deleted.starts_with("HTTP/1.1 200"), "{deleted}");

    done(place, &EVAS_PASSWORD, "een heel ander wachtwoord\n");
    let ended = server.answer("GET", "/api/v1/me", &cookie, "");
    assert!(ended.starts_with("HTTP/1.1 401"), "{ended}");
    server.sign_in_as("eva@harbor.example", "een heel ander wachtwoord");
    drop(server);
    let actions = "SELECT action FROM audit WHERE actor = 'system' AND target IS NOT NULL ORDER BY id";
    assert_eq!(column(place, actions), ["organization.create", "account.create", "administrator.add", "password.set"]);
    // A portal of one's own is no demo.
    assert!(refused(command(place).arg("--demo")).contains("--demo"));
}

#[test]
fn s6_a_password_from_the_command_line_keeps_the_rules() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    done(place, &HARBOR, "");
    for (typed, reason) in [
        ("", "empty"),
        ("blauwe fietsen\n", "fewer than 15"),
        (&format!("{}\n", "zeven fietsen ".repeat(20)), "more than 256"),
        ("123456789012345\n", "many people use"),
        ("EvaDeGraaf-1987-06-12\n", "person's name"),
        ("Harbor Logistics 2026\n", "organization's name"),
        ("eva@harbor.example1\n", "user ID"),
    ] {
        let sentence = not_done(place, &EVA, typed);
        assert!(sentence.contains(reason) && !sentence.contains(typed.trim()) | typed.is_empty(), "{sentence}");
    }
    assert_eq!(column(place, "SELECT user_id FROM accounts"), Vec::<String>::new());
    done(place, &EVA, PASSWORD);
    assert!(not_done(place, &EVAS_PASSWORD, "blauwe fietsen").contains("fewer than 15"));
    // Beside a second factor fewer characters are enough.
    database(place)
        .execute_batch("INSERT INTO methods (id, account, kind, for_sign_in, by_organization, added_at) SELECT 'm', id, 'security-key', 1, 0, 1 FROM accounts")
        .unwrap();
    done(place, &EVAS_PASSWORD, "blauwe fietsen");
    // No password is an option.
    assert!(
        !Command::new(PROGRAM).args(EVAS_PASSWORD).args(["--password", PASSWORD]).output().unwrap().status.success()
    );
}

#[test]
fn what_is_there_already_or_not_at_all_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    assert!(not_done(place, &EVAS_PASSWORD, PASSWORD).contains("create-user"));
    assert!(!place.join("data").exists());
    assert!(not_done(place, &EVA, PASSWORD).contains("create-organization"));
    done(place, &HARBOR, "");
    assert!(not_done(place, &HARBOR, "").contains("harbor.example"));
    done(place, &EVA, PASSWORD);
    assert!(not_done(place, &EVA, PASSWORD).contains("set-password"));
    assert!(
        not_done(place, &["admin", "create-organization", "--name", "X", "--domain", "x"], "").contains("--domain")
    );
    assert!(not_done(place, &["admin", "create-user", "--name", "X", "--user-id", "x"], "").contains("--user-id"));
    assert!(
        not_done(place, &["admin", "create-user", "--name", "", "--user-id", "x@y.example"], "").contains("--name")
    );
    let elsewhere = ["--user-id", "oda@else.example", "--organization", "harbor.example", "--without-password"];
    done(place, &[&["admin", "create-user", "--name", "Oda"], &elsewhere[..]].concat(), "");
    let hashes = "SELECT user_id FROM accounts WHERE password_hash IS NULL";
    assert_eq!(column(place, hashes), ["oda@else.example"]);
}

/// Seals a password in somebody's saved account.
fn save_account(server: &Running, cookie: &str) {
    let body = json!({ "label": "Own", "userName": "eva", "password": "Departures-Board-9" });
    let apps = "/api/v1/me/apps/harbor-travel-booking/saved-accounts";
    let answer = server.post(apps, cookie, &body);
    assert!(answer.starts_with("HTTP/1.1 20"), "{answer}");
}

#[test]
fn a_backup_of_a_running_server_is_what_a_restore_brings_back() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    let server = Running::start(command(place).arg("--demo"));
    let cookie = server.sign_in();
    let said = done(place, &["backup", "portal-1.db"], "");
    assert!(said.contains("portal-1.db-key") && said.contains("different places"), "{said}");
    for file in ["portal-1.db", "portal-1.db-key"] {
        assert_eq!(mode(&place.join(file)), 0o600, "{file}");
    }
    assert!(!place.join("portal-1.db-new").exists());
    // Nothing is overwritten, neither the backup nor a key.
    let before = fs::read(place.join("portal-1.db")).unwrap();
    assert!(not_done(place, &["backup", "portal-1.db"], "").contains("portal-1.db already"));
    fs::write(place.join("portal-2.db-key"), "another key").unwrap();
    assert!(not_done(place, &["backup", "portal-2.db"], "").contains("portal-2.db-key already"));
    assert!(!place.join("portal-2.db").exists());
    assert_eq!(fs::read(place.join("portal-1.db")).unwrap(), before);

    // What happens after the backup.
    let left = server.answer("POST", "/api/v1/me/organizations/polder-university/leave", &cookie, "{}");
    assert!(left.starts_with("HTTP/1.1 204"), "{left}");
    assert!(not_done(place, &["restore", "portal-1.db"], "").contains("stop"), "a server has it open");
    server.stop();
    let gone = "SELECT id FROM guests WHERE id = 'guest-employee-polder' AND deleted_at IS NOT NULL";
    assert_eq!(column(place, gone).len(), 1);
    let said = done(place, &["restore", "portal-1.db"], "");
    assert!(said.contains("data/portal.db.before-restore"), "{said}");
    assert_eq!(column(place, gone).len(), 0);
    assert_eq!(column(place, "SELECT action FROM audit WHERE action = 'database.restore'").len(), 1);
    assert_eq!(mode(&place.join("data/portal.db")), 0o600);
    let kept = Connection::open(place.join("data/portal.db.before-restore")).unwrap();
    assert!(kept.prepare(gone).unwrap().exists([]).unwrap(), "the one before is kept whole");
    assert_eq!(fs::read(place.join("portal-1.db")).unwrap(), before, "the backup is still what it was");
    // Twice keeps both.
    assert!(done(place, &["restore", "portal-1.db"], "").contains("before-restore-1"));

    let server = Running::start(command(place).arg("--demo"));
    let ended = server.answer("GET", "/api/v1/me", &cookie, "");
    assert!(ended.starts_with("HTTP/1.1 401"), "sessions of then have ended: {ended}");
    server.sign_in();
}

#[test]
fn a_backup_while_many_write_is_one_moment() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    drop(Running::start(&mut command(place)));
    let file = place.join("data/portal.db");
    let writer = Connection::open(&file).unwrap();
    writer.execute_batch("PRAGMA synchronous = OFF; CREATE TABLE pairs (one INTEGER, other INTEGER)").unwrap();
    let stop = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let stopped = std::sync::Arc::clone(&stop);
    let writing = std::thread::spawn(move || {
        let mut number = 0;
        while !stopped.load(std::sync::atomic::Ordering::Relaxed) {
            number += 1;
            let both = "BEGIN IMMEDIATE; INSERT INTO pairs VALUES (?, 0);";
            writer.execute_batch(&both.replace('?', &number.to_string())).unwrap();
            writer.execute_batch("UPDATE pairs SET other = one; COMMIT").unwrap();
        }
        number
    });
    for number in 0..5 {
        let name = format!("backup-{number}.db");
        done(place, &["backup", &name], "");
        let copy = Connection::open(place.join(name)).unwrap();
        let half = "SELECT count(*) FROM pairs WHERE one <> other";
        assert_eq!(copy.query_row(half, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
    }
    stop.store(true, std::sync::atomic::Ordering::Relaxed);
    assert!(writing.join().unwrap() > 5);
}

#[test]
fn what_cannot_be_restored_is_one_sentence_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    let server = Running::start(command(place).arg("--demo"));
    save_account(&server, &server.sign_in());
    server.stop();
    done(place, &["backup", "backup.db"], "");
    let before = fs::read(place.join("data/portal.db")).unwrap();

    assert!(not_done(place, &["restore", "nothing.db"], "").contains("There is no backup"));
    fs::write(place.join("empty.db"), "").unwrap();
    fs::write(place.join("text.db"), "no database ".repeat(1000)).unwrap();
    Connection::open(place.join("others.db")).unwrap().execute_batch("CREATE TABLE theirs (a)").unwrap();
    let backup = fs::read(place.join("backup.db")).unwrap();
    let mut torn = backup.clone();
    let middle = torn.len() / 2;
    torn[middle..middle + 16_384].fill(0xA5);
    fs::write(place.join("torn.db"), torn).unwrap();
    for file in ["empty.db", "text.db", "others.db", "torn.db"] {
        assert!(not_done(place, &["restore", file], "").contains("is no backup"), "{file}");
    }
    fs::write(place.join("newer.db"), &backup).unwrap();
    Connection::open(place.join("newer.db")).unwrap().pragma_update(None, "user_version", 999).unwrap();
    assert!(not_done(place, &["restore", "newer.db"], "").contains("newer version"));

    // Something is sealed in it: only its own key will do.
    fs::rename(place.join("backup.db-key"), place.join("kept-apart.key")).unwrap();
    let moved = place.join("data/portal.db-key");
    fs::rename(&moved, place.join("aside")).unwrap();
    assert!(not_done(place, &["restore", "backup.db"], "").contains("is missing"));
    fs::write(&moved, [7; 32]).unwrap();
    assert!(not_done(place, &["restore", "backup.db"], "").contains("is not the one"));
    assert!(not_done(place, &["restore", "backup.db", "--key", "empty.db"], "").contains("damaged"));
    assert!(not_done(place, &["restore", "backup.db", "--key", "nothing"], "").contains("is missing"));
    assert_eq!(fs::read(place.join("data/portal.db")).unwrap(), before);
    assert_eq!(fs::read(&moved).unwrap(), [7; 32]);

    // To a new machine, with the key that was kept apart.
    done(place, &["restore", "backup.db", "--key", "kept-apart.key", "--database", "new/portal.db"], "");
    assert_eq!(mode(&place.join("new/portal.db-key")), 0o600);
    drop(Running::start(command(place).args(["--demo", "--database", "new/portal.db"])));
    // Over a database with a wrong key: that one is kept too.
    done(place, &["restore", "backup.db", "--key", "kept-apart.key"], "");
    assert_eq!(fs::read(place.join("data/portal.db.before-restore-key")).unwrap(), [7; 32]);
    drop(Running::start(command(place).arg("--demo")));
}

/// Runs the program as somebody who is not the superuser, whom no permission would keep out.
fn as_somebody(folder: &Path) -> Command {
    use std::os::unix::{fs::MetadataExt, process::CommandExt};
    const NOBODY: u32 = 65_534;
    let program = folder.join("server");
    if !program.exists() {
        fs::copy(PROGRAM, &program).unwrap();
    }
    let mut command = Command::new(program);
    command.current_dir(folder).args(["--listen", "127.0.0.1:0"]).env("RUST_LOG", "error");
    if fs::metadata("/proc/self").unwrap().uid() == 0 {
        for entry in [folder.to_owned(), folder.join("data")] {
            if entry.exists() {
                std::os::unix::fs::chown(&entry, Some(NOBODY), Some(NOBODY)).unwrap();
            }
        }
        command.uid(NOBODY).gid(NOBODY);
    }
    command
}

#[test]
fn what_may_not_be_written_or_read_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    drop(Running::start(&mut as_somebody(place)));
    let data = place.join("data");
    let allow = |file: &Path, mode| fs::set_permissions(file, fs::Permissions::from_mode(mode)).unwrap();
    let written = fs::read(data.join("portal.db")).unwrap();
    allow(&data.join("portal.db"), 0o444);
    assert!(refused(&mut as_somebody(place)).contains("is read-only"));
    allow(&data.join("portal.db"), 0o644);
    for mode in [0o555, 0o000] {
        allow(&data, mode);
        let _ = fs::remove_file(data.join("portal.db-lock"));
        assert!(refused(&mut as_somebody(place)).contains("write the file and its folder"), "{mode:o}");
        allow(&data, 0o755);
    }
    assert_eq!(fs::read(data.join("portal.db")).unwrap(), written);
    let server = Running::start(&mut as_somebody(place));
    assert!(server.answer("GET", "/readyz", "", "").starts_with("HTTP/1.1 200"));
}

#[test]
fn a_disk_that_takes_no_more_is_said_once_and_what_is_there_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    done(place, &HARBOR, "");
    done(place, &EVA, PASSWORD);
    let log = place.join("log");
    let mut limited = Command::new("sh");
    // No file may grow beyond 128 KiB, which the database's log soon does.
    limited.args(["-c", r#"trap "" XFSZ; ulimit -f 256; exec "$0" "$@""#, PROGRAM, "--listen", "127.0.0.1:0"]);
    let server = Running::start(limited.current_dir(place).stderr(fs::File::create(&log).unwrap()));
    let cookie = server.sign_in_as("eva@harbor.example", PASSWORD);
    let credentials = json!({ "userId": "eva@harbor.example", "password": PASSWORD });
    let refusals: Vec<_> = (0..40)
        .map(|_| server.post("/api/v1/session", "", &credentials))
        .filter(|answer| !answer.starts_with("HTTP/1.1 200"))
        .take(3)
        .collect();
    assert_eq!(refusals.len(), 3, "{}", fs::read_to_string(&log).unwrap());
    for refusal in &refusals {
        assert!(refusal.starts_with("HTTP/1.1 503") && refusal.contains("retry-after: 30"), "{refusal}");
        assert_eq!(body(refusal)["code"], "unavailable");
    }
    let me = server.answer("GET", "/api/v1/me", &cookie, "");
    assert!(me.starts_with("HTTP/1.1 200") && me.contains("Eva de Graaf"), "{me}");
    let ready = server.answer("GET", "/readyz", "", "");
    assert!(ready.starts_with("HTTP/1.1 503"), "{ready}");
    assert!(server.answer("GET", "/healthz", "", "").starts_with("HTTP/1.1 200"));
    server.stop();
    let log = fs::read_to_string(log).unwrap();
    assert_eq!(log.matches("nothing can be changed").count(), 1, "{log}");
    // Nothing is lost: with room it goes on.
    let server = Running::start(&mut command(place));
    assert!(server.answer("GET", "/api/v1/me", &cookie, "").starts_with("HTTP/1.1 200"));
    server.sign_in_as("eva@harbor.example", PASSWORD);
}

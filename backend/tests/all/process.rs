//! The program itself: starting, refusing to start, stopping, being killed (`security.md` R2).

use std::{
    fs,
    net::{TcpListener, TcpStream},
    process::Command,
    time::{Duration, Instant},
};

use rusqlite::Connection;

use crate::common::process::{PROGRAM, Running, command, refused};
#[test]
fn a_fresh_machine_gets_a_database_and_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start(command(folder.path()).arg("--demo"));
    assert_ne!(server.address.port(), 0);
    assert!(folder.path().join("data/portal.db").is_file());
    let answer = server.answer("GET", "/api/v1/session", "", "");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains(r#""demo":true"#), "{answer}");
    let cookie = server.sign_in();
    drop(server);
    // A second start reuses the demo, and the session with it.
    let server = Running::start(command(folder.path()).arg("--demo"));
    let answer = server.answer("GET", "/api/v1/me", &cookie, "");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("Eva de Graaf"), "{answer}");
}

#[test]
fn r2_killed_between_commit_and_answer_the_repeat_has_one_effect() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Running::start(command(folder.path()).arg("--demo"));
    let cookie = server.sign_in();
    let path = "/api/v1/me/organizations/polder-university/leave";
    let unread = server.ask("POST", path, &cookie, "{}");
    let database = Connection::open(folder.path().join("data/portal.db")).unwrap();
    let count = |query: &str| database.query_row(query, [], |row| row.get::<_, i64>(0)).unwrap();
    let left = "SELECT count(*) FROM guests WHERE id = 'guest-employee-polder' AND deleted_at IS NOT NULL";
    let deadline = Instant::now() + Duration::from_secs(20);
    while count(left) == 0 {
        assert!(Instant::now() < deadline, "the leave was never committed");
    }
    server.child.kill().unwrap();
    server.child.wait().unwrap();
    drop(unread);
    let server = Running::start(command(folder.path()).arg("--demo"));
    let answer = server.answer("POST", path, &cookie, "{}");
    assert!(answer.starts_with("HTTP/1.1 204"), "{answer}");
    assert_eq!(count("SELECT count(*) FROM audit WHERE action = 'organization.leave'"), 1);
    assert_eq!(count(left), 1);
}

#[test]
fn the_clock_can_be_shifted_in_a_demo_only() {
    let folder = tempfile::tempdir().unwrap();
    drop(Running::start(command(folder.path()).arg("--demo")));
    let waiting = || {
        let database = Connection::open(folder.path().join("data/portal.db")).unwrap();
        database
            .query_row("SELECT count(*) FROM guests WHERE deleted_at IS NOT NULL", [], |row| row.get::<_, i64>(0))
            .unwrap()
    };
    assert_eq!(waiting(), 3);
    let fifteen_days = (15 * 86_400).to_string();
    let _server = Running::start(command(folder.path()).args(["--demo", "--clock-offset", &fifteen_days]));
    let deadline = Instant::now() + Duration::from_secs(20);
    while waiting() != 1 {
        assert!(Instant::now() < deadline, "the job at the start purges those older than 30 days");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(refused(command(folder.path()).args(["--clock-offset", "60"])).contains("--demo"));
}

#[test]
fn a_database_of_ones_own_is_not_mixed_with_the_demo() {
    let folder = tempfile::tempdir().unwrap();
    drop(Running::start(&mut command(folder.path())));
    let database = Connection::open(folder.path().join("data/portal.db")).unwrap();
    database
        .execute(
            "INSERT INTO organizations (id, display_name, sort_name, domain, managed, external_leave_allowed, requires_own_sign_in)
             VALUES ('o', 'Own', 'own', 'own.example', 1, 1, 0)",
            [],
        )
        .unwrap();
    drop(database);
    assert!(refused(command(folder.path()).arg("--demo")).contains("--demo"));
    drop(Running::start(&mut command(folder.path())));
}

#[test]
fn a_damaged_database_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.db");
    fs::write(&file, "this is no database at all, but long enough to be looked at ".repeat(100)).unwrap();
    assert!(refused(command(folder.path()).args(["--database", "p.db"])).contains("damaged"));
    // Damage in the middle of a real one.
    fs::remove_file(&file).unwrap();
    drop(Running::start(command(folder.path()).args(["--demo", "--database", "p.db"])));
    let database = Connection::open(&file).unwrap();
    let _: i64 = database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).unwrap();
    drop(database);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 16_384].fill(0xA5);
    fs::write(&file, bytes).unwrap();
    assert!(refused(command(folder.path()).args(["--database", "p.db"])).contains("damaged"));
}

#[test]
fn a_locked_database_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    drop(Running::start(&mut command(folder.path())));
    let database = Connection::open(folder.path().join("data/portal.db")).unwrap();
    database.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(refused(&mut command(folder.path())).contains("locked"));
    database.execute_batch("ROLLBACK; PRAGMA user_version = 999").unwrap();
    drop(database);
    assert!(refused(&mut command(folder.path())).contains("newer version"));
}

#[test]
fn a_database_that_another_version_or_program_made_is_one_sentence_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    drop(Running::start(&mut command(folder.path())));
    let file = folder.path().join("data/portal.db");
    Connection::open(&file).unwrap().execute_batch("ALTER TABLE accounts DROP COLUMN office_location").unwrap();
    let sentence = refused(&mut command(folder.path()));
    assert!(sentence.contains("before the first release") && sentence.contains("start anew"), "{sentence}");
    let others = folder.path().join("others.db");
    Connection::open(&others).unwrap().execute_batch("CREATE TABLE theirs (a)").unwrap();
    assert!(refused(command(folder.path()).args(["--database", "others.db"])).contains("another program"));
    let tables: i64 = Connection::open(&others)
        .unwrap()
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .unwrap();
    assert_eq!(tables, 1);
}

#[test]
fn a_place_that_cannot_be_used_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    assert!(refused(command(folder.path()).args(["--database", "file/portal.db"])).contains("--database"));
    assert!(refused(command(folder.path()).args(["--database", "."])).contains("--database"));
    let mut headers = Command::new(PROGRAM);
    assert!(refused(headers.current_dir(folder.path()).args(["headers", "--static", "nowhere"])).contains("--static"));
}

#[test]
fn what_codes_and_security_keys_cannot_use_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let origin = refused(command(folder.path()).args(["--origin", "http://account.example.com"]));
    assert!(origin.contains("http://account.example.com") && origin.contains("--origin"));
    let from = ["--mail-from", "no-reply@harbor.example"];
    let plain = "smtp://user:secret@mail.example";
    for unusable in
        [command(folder.path()).args(["--smtp-url", plain]), command(folder.path()).env("MY_ACCOUNT_SMTP_URL", plain)]
    {
        let sentence = refused(unusable.args(from));
        assert!(sentence.contains("--smtp-url") && !sentence.contains("secret"));
    }
    assert!(!folder.path().join("data").exists());
    // A mail server without a sender is no choice.
    assert!(!command(folder.path()).args(["--smtp-url", "smtps://mail.example"]).output().unwrap().status.success());
    let mut server = command(folder.path());
    let server =
        server.args(["--origin", "https://account.example.com", "--smtp-url", "smtps://mail.example"]).args(from);
    drop(Running::start(server));
}

#[test]
fn the_outbox_is_the_demos() {
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start(command(folder.path()).arg("--demo"));
    let answer = server.answer("GET", "/demo/outbox", "", "");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("Outbox of the demo"), "{answer}");
}

#[test]
fn a_taken_port_is_one_sentence_and_leaves_no_database_behind() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let mut taking = Command::new(PROGRAM);
    let sentence = refused(taking.current_dir(folder.path()).env("MY_ACCOUNT_LISTEN", &address));
    assert!(sentence.contains(&address) && sentence.contains("--listen"));
    let sentence = refused(command(folder.path()).args(["--metrics-listen", &address]));
    assert!(sentence.contains(&address) && sentence.contains("--metrics-listen"));
    assert!(!folder.path().join("data").exists());
}

#[cfg(unix)]
#[test]
fn asked_to_stop_it_stops_and_says_goodbye_with_0() {
    for signal in ["TERM", "INT"] {
        let folder = tempfile::tempdir().unwrap();
        let mut server = Running::start(&mut command(folder.path()));
        // An open connection that asks nothing does not keep it.
        let _idle = TcpStream::connect(server.address).unwrap();
        let pid = server.child.id().to_string();
        assert!(Command::new("kill").args([&format!("-{signal}"), &pid]).status().unwrap().success());
        let deadline = Instant::now() + Duration::from_secs(10);
        let status = loop {
            if let Some(status) = server.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < deadline, "still running after SIG{signal}");
            std::thread::sleep(Duration::from_millis(20));
        };
        assert_eq!(status.code(), Some(0));
    }
}

#[test]
fn the_headers_file_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), "<style>a{}</style>").unwrap();
    let output = Command::new(PROGRAM).args(["headers", "--static"]).arg(folder.path()).output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().contains("style-src 'self' 'sha256-"));
    for flag in ["--help", "--version"] {
        assert!(Command::new(PROGRAM).arg(flag).output().unwrap().status.success());
    }
}

//! The program itself, started as a person starts it.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    process::{Child, ChildStdout, Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use serde_json::{Value, json};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_my-account-server");

pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder).args(["--listen", "127.0.0.1:0"]).env("RUST_LOG", "error");
    command
}

/// Starts and expects a refusal: exit code 1, nothing on stdout, one sentence on stderr.
#[track_caller]
pub fn refused(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let sentence = String::from_utf8(stderr).unwrap();
    assert_eq!((status.code(), stdout.len()), (Some(1), 0), "{sentence}");
    assert_eq!(sentence.lines().count(), 1, "{sentence}");
    assert!(sentence.ends_with(".\n") && !sentence.contains("panicked"), "{sentence}");
    sentence
}

pub struct Running {
    pub child: Child,
    pub address: SocketAddr,
    stdout: BufReader<ChildStdout>,
}

impl Running {
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let address =
            line.trim().strip_prefix("listening on http://").expect("one line that says where").parse().unwrap();
        Self { child, address, stdout }
    }

    /// The next line on stdout.
    pub fn line(&mut self) -> String {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        line.trim().to_owned()
    }

    /// Sends a request without waiting for the answer.
    pub fn ask(&self, verb: &str, path: &str, cookie: &str, body: &str) -> TcpStream {
        self.send(verb, path, cookie, "the-key", body)
    }

    /// A POST with a key of its own.
    pub fn post(&self, path: &str, cookie: &str, body: &Value) -> String {
        static LAST: AtomicU32 = AtomicU32::new(0);
        let key = format!("key-{}", LAST.fetch_add(1, Ordering::Relaxed));
        let mut text = String::new();
        self.send("POST", path, cookie, &key, &body.to_string()).read_to_string(&mut text).unwrap();
        text
    }

    /// Ends it in order.
    #[cfg(unix)]
    pub fn stop(mut self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        assert!(self.child.wait().unwrap().success());
    }

    fn send(&self, verb: &str, path: &str, cookie: &str, key: &str, body: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        write!(
            stream,
            "{verb} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Portal-Request: 1\r\nSec-Fetch-Site: same-origin\r\n\
             Idempotency-Key: {key}\r\nContent-Type: application/json\r\nCookie: {cookie}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        stream
    }

    pub fn answer(&self, verb: &str, path: &str, cookie: &str, body: &str) -> String {
        let mut text = String::new();
        self.ask(verb, path, cookie, body).read_to_string(&mut text).unwrap();
        text
    }

    pub fn sign_in(&self) -> String {
        self.sign_in_as("employee@harbor.example", "Harbor-Lights-2026")
    }

    /// Signs somebody in; gives back the cookie.
    pub fn sign_in_as(&self, user_id: &str, password: &str) -> String {
        let answer = self.post("/api/v1/session", "", &json!({ "userId": user_id, "password": password }));
        cookie(&answer)
    }
}

/// What an answer sets.
#[track_caller]
pub fn cookie(answer: &str) -> String {
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect(answer);
    cookie.split(';').next().unwrap().to_owned()
}

/// What an answer says.
#[track_caller]
pub fn body(answer: &str) -> Value {
    let (_, body) = answer.split_once("\r\n\r\n").expect(answer);
    serde_json::from_str(body).expect(answer)
}

/// Does something beside a server; gives back what it says. Its stdin is `typed`.
#[track_caller]
pub fn done(folder: &Path, arguments: &[&str], typed: &str) -> String {
    let Output { status, stdout, stderr } = run(folder, arguments, typed);
    assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    assert!(stderr.is_empty(), "{}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).unwrap()
}

/// Does something that is refused with one sentence.
#[track_caller]
pub fn not_done(folder: &Path, arguments: &[&str], typed: &str) -> String {
    let Output { status, stdout, stderr } = run(folder, arguments, typed);
    let sentence = String::from_utf8(stderr).unwrap();
    assert_eq!((status.code(), stdout.len()), (Some(1), 0), "{sentence}");
    assert_eq!(sentence.lines().count(), 1, "{sentence}");
    assert!(sentence.ends_with(".\n") && !sentence.contains("panicked"), "{sentence}");
    sentence
}

fn run(folder: &Path, arguments: &[&str], typed: &str) -> Output {
    let mut command = Command::new(PROGRAM);
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.current_dir(folder).args(arguments).spawn().unwrap();
    // What asks nothing may have ended before it reads.
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    child.wait_with_output().unwrap()
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

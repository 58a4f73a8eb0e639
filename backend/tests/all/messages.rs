//! Sending codes: by SMTP to a server of the test's own, and into the demo's outbox (`security.md` S8).

use std::{sync::Arc, time::Duration};

use crate::common::{Browser, World, methods::*};
use axum::http::Method;
use my_account_server::{
    clock::Clock,
    message::{
        Carrier, Message, Nobody, Sender, Smtp,
        smtp::{SmtpError, SmtpOptions},
    },
    portal::Portal,
    router,
    store::Store,
};
use portal_contract::preferences::Language;
use serde_json::json;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
    sync::mpsc::{UnboundedReceiver, unbounded_channel},
};

/// What a mail server of the test's own says at the end of every mail.
async fn mail_server(verdict: &'static str) -> (String, UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("smtp://{}", listener.local_addr().unwrap());
    let (taken, mails) = unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let taken = taken.clone();
            tokio::spawn(async move {
                let (reader, mut writer) = stream.into_split();
                let (mut lines, mut mail, mut in_data) = (BufReader::new(reader).lines(), String::new(), false);
                writer.write_all(b"220 mail.example\r\n").await.unwrap();
                while let Ok(Some(line)) = lines.next_line().await {
                    let answer = match line.as_str() {
                        "." if in_data => {
                            in_data = false;
                            taken.send(std::mem::take(&mut mail)).unwrap();
                            verdict
                        }
                        _ if in_data => {
                            mail.push_str(&line);
                            mail.push('\n');
                            continue;
                        }
                        "DATA" => {
                            in_data = true;
                            "354 go on"
                        }
                        "QUIT" => "221 bye",
                        envelope => {
                            mail.push_str(envelope);
                            mail.push('\n');
                            "250 ok"
                        }
                    };
                    writer.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
                }
            });
        }
    });
    (address, mails)
}

fn options(smtp_url: &str) -> SmtpOptions {
    SmtpOptions {
        smtp_url: Some(smtp_url.to_owned()),
        mail_from: Some("Harbor Logistics <no-reply@harbor.example>".to_owned()),
        text_gateway: Some("sms.gateway.example".to_owned()),
        call_gateway: None,
    }
}

/// A world whose codes go through a sender.
fn world_with(sender: Arc<dyn Sender>) -> World {
    let mut world = World::new();
    let store = Store::open(&world.folder.path().join("portal.db")).unwrap();
    let mut portal = Portal::new(store, world.clock.clone(), true).unwrap();
    portal.sender = sender;
    world.portal = Arc::new(portal);
    world.router = router::build(Arc::clone(&world.portal), &world.pages());
    world
}

fn smtp(address: &str) -> Arc<dyn Sender> {
    Arc::new(Smtp::new(options(address)).unwrap().unwrap())
}

#[tokio::test]
async fn a_code_goes_to_the_address_by_smtp_and_a_text_through_the_gateway() {
    let (address, mut mails) = mail_server("250 taken").await;
    let world = world_with(smtp(&address));
    let mut employee = world.signed_in(EMPLOYEE).await;
    let begun = employee.enrol(json!({ "kind": "email", "mail": "eva@home.example" })).await;
    begun.is(200);
    let mail = mails.recv().await.unwrap();
    for part in [
        "MAIL FROM:<no-reply@harbor.example>",
        "RCPT TO:<eva@home.example>",
        "From: \"Harbor Logistics\" <no-reply@harbor.example>",
        "To: eva@home.example",
        "Subject: Your verification code",
    ] {
        assert!(mail.contains(part), "{part} is not in {mail}");
    }
    let code: String = mail.split(" is ").nth(1).unwrap().chars().take(6).collect();
    employee.confirm(&begun, json!({ "code": code })).await.is(200);

    let begun = employee.enrol(json!({ "kind": "phone", "phoneNumber": "+31612345678", "channel": "text" })).await;
    begun.is(200);
    assert!(mails.recv().await.unwrap().contains("RCPT TO:<+31612345678@sms.gateway.example>"));
    assert_eq!(world.count("outbox"), 0);
}

#[tokio::test]
async fn dutch_mails_say_so_in_their_subject() {
    let (address, mut mails) = mail_server("250 taken").await;
    let message = Message::with_code(Carrier::Mail, "eva@home.example".to_owned(), Language::Nl, "012345");
    smtp(&address).send(message).await.unwrap();
    let mail = mails.recv().await.unwrap();
    assert!(mail.contains("Subject: Uw verificatiecode") && mail.contains("012345"), "{mail}");
}

#[tokio::test]
async fn a_carrier_that_nobody_has_is_neither_offered_nor_used() {
    let (address, _mails) = mail_server("250 taken").await;
    // Texts, but no calls.
    let world = world_with(smtp(&address));
    let mut employee = world.signed_in(EMPLOYEE).await;
    let kinds = |list: &crate::common::Answer| {
        let offered = list.body["offered"].as_array().unwrap();
        offered.iter().map(|it| it["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let offered = kinds(&employee.get(METHODS).await);
    assert!(offered.contains(&"phone".to_owned()) && !offered.contains(&"office-phone".to_owned()), "{offered:?}");
    let call = json!({ "kind": "phone", "phoneNumber": "+31612345678", "channel": "call" });
    field(&employee.enrol(call).await, "/channel", "malformed");
    let office = json!({ "kind": "office-phone", "phoneNumber": "+31105550123" });
    employee.enrol(office).await.refused(409, "method-not-offered");

    let world = world_with(Arc::new(Nobody));
    let mut employee = world.signed_in(EMPLOYEE).await;
    let offered = kinds(&employee.get(METHODS).await);
    assert_eq!(offered, ["authenticator-app", "security-questions", "security-key", "app-password"]);
    let mail = json!({ "kind": "email", "mail": "eva@home.example" });
    employee.enrol(mail).await.refused(409, "method-not-offered");
}

#[tokio::test]
async fn a_code_that_was_not_sent_leaves_nothing_behind_and_the_request_can_be_repeated() {
    let (address, mut mails) = mail_server("554 refused").await;
    let world = world_with(smtp(&address));
    let mut employee = world.signed_in(EMPLOYEE).await;
    let new = json!({ "kind": "email", "mail": "eva@home.example" });
    for _ in 0..2 {
        employee.post_as(ENROLMENTS, "once", new.clone()).await.refused(503, "message-not-sent");
        assert!(mails.recv().await.is_some(), "it was tried");
        assert_eq!((world.count("challenges"), world.count("idempotency")), (0, 0));
    }
    let mut secure = world.halfway(SECURE).await;
    let phone = world.method("secure", "phone");
    secure.challenge(&phone, "text").await.refused(503, "message-not-sent");
    assert_eq!(world.count("challenges"), 0);
    // A server that is not there, and one that has no encryption where it was asked for.
    let (plain, mut mails) = mail_server("250 taken").await;
    for address in ["smtp://127.0.0.1:1".to_owned(), format!("{plain}?tls=required")] {
        let world = world_with(smtp(&address));
        let mut employee = world.signed_in(EMPLOYEE).await;
        employee.enrol(new.clone()).await.refused(503, "message-not-sent");
    }
    assert!(mails.try_recv().is_err(), "no code goes unencrypted");
}

#[tokio::test]
async fn the_answer_waits_until_the_mail_server_took_the_code() {
    struct Slow(Clock);
    impl Sender for Slow {
        fn carries(&self, _: Carrier) -> bool {
            true
        }
        fn send(&self, _: Message) -> my_account_server::message::Sending<'_> {
            Box::pin(async {
                tokio::time::sleep(Duration::from_millis(300)).await;
                self.0.advance(5);
                Ok(())
            })
        }
    }
    let clock = World::new().clock;
    let world = world_with(Arc::new(Slow(clock.clone())));
    let mut employee = world.signed_in(EMPLOYEE).await;
    let before = clock.now();
    employee.enrol(json!({ "kind": "email", "mail": "eva@home.example" })).await.is(200);
    assert_eq!(clock.now(), before + 5);
}

#[test]
fn a_mail_server_that_cannot_be_used_is_named_in_one_sentence() {
    let refused = |options: SmtpOptions| Smtp::new(options).err().map(|error| error.to_string()).unwrap_or_default();
    for (url, hint) in [
        ("mail.example", "--smtp-url"),
        ("http://mail.example", "smtps://"),
        ("smtp://mail.example", "smtps://"),
        ("smtp://mail.example?tls=opportunistic", "smtps://"),
        ("smtp://127.0.0.1.evil.example", "smtps://"),
    ] {
        let sentence = refused(options(url));
        assert!(sentence.contains(hint) && sentence.ends_with('.'), "{url}: {sentence}");
    }
    for url in [
        "smtps://user:secret@mail.example",
        "smtp://mail.example?tls=required",
        "smtp://localhost:2525",
        "smtp://[::1]",
    ] {
        assert!(Smtp::new(options(url)).is_ok_and(|sender| sender.is_some()), "{url}");
    }
    let from = SmtpOptions { mail_from: Some("nobody".to_owned()), ..options("smtps://mail.example") };
    assert!(refused(from).contains("--mail-from"));
    let gateway = SmtpOptions { text_gateway: Some("no domain".to_owned()), ..options("smtps://mail.example") };
    assert!(refused(gateway).contains("--text-gateway"));
    assert!(matches!(Smtp::new(options("smtp://mail.example")), Err(SmtpError::Unencrypted)));
    let none = SmtpOptions { smtp_url: None, mail_from: None, text_gateway: None, call_gateway: None };
    assert!(Smtp::new(none).is_ok_and(|sender| sender.is_none()));
}

/// Asks for the outbox by a host name from an address.
async fn outbox(
    browser: &mut Browser,
    address: &str,
    host: &str,
    more: &[(&'static str, &str)],
) -> crate::common::Answer {
    browser.address = address.parse().unwrap();
    let mut request = Browser::request(Method::GET, "/demo/outbox", None);
    request.headers_mut().insert("host", host.parse().unwrap());
    for (name, value) in more {
        request.headers_mut().insert(*name, value.parse().unwrap());
    }
    browser.send(request).await
}

#[tokio::test]
async fn the_outbox_shows_messages_to_who_sits_at_this_machine() {
    let world = World::new();
    let mut browser = world.browser();
    let empty = outbox(&mut browser, "127.0.0.1:5", "localhost:8080", &[]).await;
    assert!(String::from_utf8_lossy(&empty.is(200).bytes).contains("No messages yet"));
    let mut employee = world.signed_in(EMPLOYEE).await;
    employee.enrol(json!({ "kind": "phone", "phoneNumber": "+31612345678" })).await.is(200);
    for (address, host) in
        [("127.0.0.1:5", "127.0.0.1:8080"), ("[::1]:5", "[::1]:8080"), ("[::ffff:127.0.0.1]:5", "LOCALHOST")]
    {
        let page = outbox(&mut browser, address, host, &[]).await;
        let text = String::from_utf8_lossy(&page.is(200).bytes).into_owned();
        assert!(text.contains(&world.sent_code()) && text.contains("+31612345678"), "{text}");
        assert!(text.starts_with("<!doctype html><html lang=\"en\">"), "{text}");
        assert_eq!(
            (page.header("content-type"), page.header("cache-control")),
            ("text/html; charset=utf-8", "no-store")
        );
        assert!(page.header("content-security-policy").contains("default-src 'none'"));
    }
    let dutch = outbox(&mut browser, "127.0.0.1:5", "localhost", &[("accept-language", "nl-NL,en;q=0.5")]).await;
    assert!(String::from_utf8_lossy(&dutch.bytes).contains("<html lang=\"nl\">"));
}

#[tokio::test]
async fn the_outbox_is_for_nobody_else() {
    let world = World::new();
    let mut browser = world.browser();
    for (address, host, header) in [
        ("192.0.2.1:5", "localhost:8080", None),
        ("[2001:db8::1]:5", "localhost:8080", None),
        // A name of another site that leads to this machine.
        ("127.0.0.1:5", "evil.example", None),
        ("127.0.0.1:5", "localhost.evil.example:8080", None),
        // A proxy that runs on this machine.
        ("127.0.0.1:5", "localhost:8080", Some("x-forwarded-for")),
        ("127.0.0.1:5", "localhost:8080", Some("forwarded")),
    ] {
        let more: Vec<_> = header.into_iter().map(|name| (name, "192.0.2.1")).collect();
        outbox(&mut browser, address, host, &more).await.is(404);
    }
    // A real portal has none at all.
    let store = Store::open(&world.folder.path().join("portal.db")).unwrap();
    let portal = Portal::new(store, world.clock.clone(), false).unwrap();
    browser.router = router::build(Arc::new(portal), &world.pages());
    let page = outbox(&mut browser, "127.0.0.1:5", "localhost:8080", &[]).await;
    assert!(!String::from_utf8_lossy(&page.bytes).contains("Outbox"));
}

//! `/demo/outbox`: the messages that a demo would send, for whoever sits at this machine.

use std::{fmt::Write, net::SocketAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, State},
    http::{HeaderMap, StatusCode, Uri, header},
    response::{Html, IntoResponse, Response},
};
use portal_contract::preferences::Language;

use crate::{
    clock::rfc3339,
    headers::NO_STORE,
    message::{Carrier, Message},
    portal::Portal,
    problem::Refusal,
    store::{outbox, preferences},
};

struct Words {
    title: &'static str,
    intro: &'static str,
    empty: &'static str,
    ways: [&'static str; 3],
    utc: &'static str,
    again: &'static str,
}

const EN: Words = Words {
    title: "Outbox of the demo",
    intro: "Messages that a real portal would send, the newest first. Only this computer can read them.",
    empty: "No messages yet. Add a phone or an email address in Security info, and its code appears here.",
    ways: ["Text message to", "Call to", "Email to"],
    utc: "UTC",
    again: "Refresh",
};

const NL: Words = Words {
    title: "Postvak UIT van de demo",
    intro: "Berichten die een echte portal zou verzenden, de nieuwste bovenaan. Alleen op deze computer te lezen.",
    empty: "Nog geen berichten. Voeg bij Beveiligingsgegevens een telefoon of e-mailadres toe; de code verschijnt dan hier.",
    ways: ["Sms aan", "Oproep naar", "E-mail aan"],
    utc: "UTC",
    again: "Vernieuwen",
};

/// The page. Nobody but a client on this machine, asking for this machine by one of its own names, finds it: neither who
/// comes through a proxy that runs here, nor who is led here by a name of another site.
pub async fn page(
    State(portal): State<Arc<Portal>>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    if !client.ip().to_canonical().is_loopback() || !asks_for_this_machine(&headers) || through_a_proxy(&headers) {
        return Ok((StatusCode::NOT_FOUND, "There is no such page.\n").into_response());
    }
    let messages = portal.store.read(outbox::list).await?;
    let page = render(language(&uri, &headers), &messages);
    Ok(([(header::CACHE_CONTROL, NO_STORE)], Html(page)).into_response())
}

/// Proxies say for whom they ask.
fn through_a_proxy(headers: &HeaderMap) -> bool {
    ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"].iter().any(|it| headers.contains_key(*it))
}

fn asks_for_this_machine(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    ["localhost", "127.0.0.1", "[::1]"].contains(&name.to_ascii_lowercase().as_str())
}

/// The language of a page without scripts: `lng`, then the browser's.
pub fn language(uri: &Uri, headers: &HeaderMap) -> Language {
    let asked = uri.query().into_iter().flat_map(|query| query.split('&')).find_map(|it| it.strip_prefix("lng="));
    let browser = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    // In the order in which browsers list them, which is the order of preference.
    let known = asked.into_iter().chain(browser.split(',')).find_map(|wish| {
        let primary = wish.trim().split(['-', ';']).next().unwrap_or_default().to_ascii_lowercase();
        preferences::language(Some(primary))
    });
    known.unwrap_or(Language::En)
}

fn render(language: Language, messages: &[(i64, Message)]) -> String {
    let (words, code, other) = match language {
        Language::En => (&EN, "en", r#"<a href="?lng=nl" hreflang="nl" lang="nl">Nederlands</a>"#),
        Language::Nl => (&NL, "nl", r#"<a href="?lng=en" hreflang="en" lang="en">English</a>"#),
    };
    let Words { title, intro, empty, ways: [text, call, mail], utc, again } = words;
    let mut rows = String::new();
    for (at, Message { carrier, recipient, language, subject, body }) in messages {
        let by = match carrier {
            Carrier::Text => text,
            Carrier::Call => call,
            Carrier::Mail => mail,
        };
        let at = rfc3339(*at);
        let seen = at.replace('T', " ").replace('Z', "");
        let (recipient, subject, body) = (escaped(recipient), escaped(subject), escaped(body));
        // Subjects are mail's; writing to a String cannot fail.
        let subject = if *carrier == Carrier::Mail { format!("<b>{subject}</b><br>") } else { String::new() };
        let _ = write!(
            rows,
            r#"<li><p><time datetime="{at}">{seen}</time> {utc} · {by} {recipient}<p lang="{}">{subject}{body}</li>"#,
            preferences::stored(*language)
        );
    }
    let list = if messages.is_empty() { format!("<p>{empty}</p>") } else { format!("<ol>{rows}</ol>") };
    format!(
        r#"<!doctype html><html lang="{code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>{title}</title></head><body><main><h1>{title}</h1><p>{intro}</p><p><a href="?lng={code}">{again}</a> · {other}</p>{list}</main></body></html>"#
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_messages_say_stays_text() {
        let message = Message {
            carrier: Carrier::Mail,
            recipient: r#""><script>"#.to_owned(),
            language: Language::Nl,
            subject: "<b>".to_owned(),
            body: "a&b'".to_owned(),
        };
        let page = render(Language::En, &[(0, message)]);
        assert!(!page.contains("<script") && page.matches("<b>").count() == 1, "{page}");
        assert!(page.contains("&quot;&gt;&lt;script&gt;") && page.contains("a&amp;b&#39;"), "{page}");
        assert!(page.contains(r#"<p lang="nl">"#));
    }
}
